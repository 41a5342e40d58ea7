import { PyObject, type Value } from './object.ts';

/** What every str that is not a bare JavaScript string extends. CPython: Objects/unicodeobject.c */
export abstract class StrBase extends PyObject {}

/** A str that holds a surrogate code unit when written as UTF-16: its code points. */
export class AstralString extends StrBase {
  declare readonly points: Uint32Array;
  /** Equal for equal strings and never equal to a bare string: what dicts and attribute names use. */
  declare private cachedKey: string | undefined;
  constructor(points: Uint32Array) {
    super();
    this.points = points;
    this.cachedKey = undefined;
  }
  get key(): string {
    return (this.cachedKey ??= keyOf(this.points));
  }
}
/** An instance of a subclass of str. */
export class StrObject extends StrBase {
  declare readonly value: PyStr;
  constructor(value: PyStr) {
    super();
    this.value = value;
  }
}
/** An exact str. */
export type PyStr = string | AstralString;

export const isStr = (v: Value): v is PyStr => typeof v === 'string' || v instanceof AstralString;

const CHUNK = 8192;
/** UTF-16 text of code points; lone surrogates stay as they are. */
export function textOf(points: Uint32Array): string {
  let text = '';
  for (let i = 0; i < points.length; i += CHUNK)
    text += String.fromCodePoint(...points.subarray(i, i + CHUNK));
  return text;
}
/** UTF-16 text, marked when two lone surrogates stand as if they were a pair. */
function keyOf(points: Uint32Array): string {
  const text = textOf(points);
  for (let i = 1; i < points.length; i++) {
    const isPair = (points[i - 1]! & 0xfffffc00) === 0xd800 && (points[i]! & 0xfffffc00) === 0xdc00;
    if (isPair) return `\uffff${Array.from(points, p => p.toString(16)).join(' ')}\ud800`;
  }
  return text;
}

const surrogate = /[\ud800-\udfff]/;

/** The str of UTF-16 text; a surrogate pair is one character. */
export function str(text: string): PyStr {
  if (!surrogate.test(text)) return text;
  const points: number[] = [];
  for (const character of text) points.push(character.codePointAt(0)!);
  return new AstralString(Uint32Array.from(points));
}
/** The str of code points or of text known to hold no surrogates: what algorithms give. */
export const strOf = (contents: string | Uint32Array): PyStr =>
  typeof contents === 'string' ? contents : new AstralString(contents);
/** What algorithms take: a string without surrogates, or code points. */
export const contentsOf = (s: PyStr): string | Uint32Array =>
  typeof s === 'string' ? s : s.points;
/** UTF-16 text of a str, for the host and for attribute names. */
export const utf16 = (s: PyStr): string => (typeof s === 'string' ? s : textOf(s.points));
/** The number of code points. */
export const strLength = (s: PyStr): number => (typeof s === 'string' ? s.length : s.points.length);

/** The text of a str or an instance of a subclass; undefined for all else. */
export function strValue(v: Value): PyStr | undefined {
  if (typeof v === 'string') return v;
  if (v instanceof AstralString) return v;
  return v instanceof StrObject ? v.value : undefined;
}
