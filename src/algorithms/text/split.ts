import { isLineBreak, isSpace } from '../unicode/character-type.ts';
import { codePoints, slice, textFromCodePoints, type Text } from './contents.ts';
import { find, findUnits, rfind, rfindUnits, type Units } from './search.ts';

/**
 * Taking str and bytes apart; CPython's Objects/stringlib/split.h and partition.h.
 *
 * A negative `max` is no limit. Arrays are cut at the bounds found first, pairs of start and end.
 */
const unlimited = 0x7fffffff;

/** The whitespace of bytes: that of str has four separators more, and all that is not ASCII. */
export const isByteSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

type IsSpace = (code: number) => boolean;

export function splitWhitespace(text: Text, max: number): Text[] {
  if (typeof text !== 'string') return cutText(text, whitespaceBounds(text, max, isSpace));
  const parts: string[] = [];
  let left = max < 0 ? unlimited : max;
  let i = 0;
  for (;;) {
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    if (i === text.length) return parts;
    const start = i;
    if (left-- === 0) {
      parts.push(text.slice(start));
      return parts;
    }
    while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
    parts.push(text.slice(start, i));
  }
}

export function rsplitWhitespace(text: Text, max: number): Text[] {
  if (typeof text !== 'string') return cutText(text, rWhitespaceBounds(text, max, isSpace));
  if (max < 0) return splitWhitespace(text, max);
  const parts: string[] = [];
  let left = max;
  let i = text.length;
  for (;;) {
    while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
    if (i === 0) break;
    const end = i;
    if (left-- === 0) {
      parts.push(text.slice(0, end));
      break;
    }
    while (i > 0 && !isSpace(text.charCodeAt(i - 1))) i--;
    parts.push(text.slice(i, end));
  }
  return parts.reverse();
}

/** Splits at every `separator`, which is not empty. */
export function split(text: Text, separator: Text, max: number): Text[] {
  if (typeof text !== 'string') return cutText(text, bounds(text, codePoints(separator), max));
  if (typeof separator !== 'string') return [text];
  if (max < 0) return text.split(separator);
  const parts: string[] = [];
  let start = 0;
  for (let left = max; left > 0; left--) {
    const at = text.indexOf(separator, start);
    if (at < 0) break;
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Splits at every `separator`, which is not empty, from the right. */
export function rsplit(text: Text, separator: Text, max: number): Text[] {
  if (typeof text !== 'string') return cutText(text, rBounds(text, codePoints(separator), max));
  if (typeof separator !== 'string') return [text];
  const parts: string[] = [];
  let end = text.length;
  for (let left = max < 0 ? unlimited : max; left > 0 && end >= separator.length; left--) {
    const at = text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

const unusualBreak = /[\v\f\r\x1c-\x1e\x85\u2028\u2029]/;

export function splitLines(text: Text, keepEnds: boolean): Text[] {
  if (typeof text !== 'string') return cutText(text, lineBounds(text, keepEnds, isLineBreak));
  if (!unusualBreak.test(text)) return splitNewlines(text, keepEnds);
  const lines: string[] = [];
  for (let i = 0; i < text.length;) {
    const start = i;
    while (i < text.length && !isLineBreak(text.charCodeAt(i))) i++;
    const end = i;
    if (i < text.length) i += text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10 ? 2 : 1;
    lines.push(text.slice(start, keepEnds ? i : end));
  }
  return lines;
}

function splitNewlines(text: string, keepEnds: boolean): string[] {
  const lines = text.split('\n');
  if (keepEnds) for (let i = 0; i < lines.length - 1; i++) lines[i] += '\n';
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What is before, the separator (which is not empty), and what is after. */
export function partition(text: Text, separator: Text): [Text, Text, Text] {
  const at = find(text, separator);
  if (at < 0) return [text, '', ''];
  return [slice(text, 0, at), separator, slice(text, at + separator.length, text.length)];
}

export function rpartition(text: Text, separator: Text): [Text, Text, Text] {
  const at = rfind(text, separator);
  if (at < 0) return ['', '', text];
  return [slice(text, 0, at), separator, slice(text, at + separator.length, text.length)];
}

export function splitBytesWhitespace(data: Uint8Array, max: number): Uint8Array[] {
  return cutBytes(data, whitespaceBounds(data, max, isByteSpace));
}

export function rsplitBytesWhitespace(data: Uint8Array, max: number): Uint8Array[] {
  return cutBytes(data, rWhitespaceBounds(data, max, isByteSpace));
}

export function splitBytes(data: Uint8Array, separator: Uint8Array, max: number): Uint8Array[] {
  return cutBytes(data, bounds(data, separator, max));
}

export function rsplitBytes(data: Uint8Array, separator: Uint8Array, max: number): Uint8Array[] {
  return cutBytes(data, rBounds(data, separator, max));
}

export function splitBytesLines(data: Uint8Array, keepEnds: boolean): Uint8Array[] {
  return cutBytes(
    data,
    lineBounds(data, keepEnds, byte => byte === 10 || byte === 13),
  );
}

export function partitionBytes(
  data: Uint8Array,
  separator: Uint8Array,
): [Uint8Array, Uint8Array, Uint8Array] {
  const at = findUnits(data, separator, 0, data.length);
  if (at < 0) return [data, new Uint8Array(0), new Uint8Array(0)];
  return [data.slice(0, at), separator, data.slice(at + separator.length)];
}

export function rpartitionBytes(
  data: Uint8Array,
  separator: Uint8Array,
): [Uint8Array, Uint8Array, Uint8Array] {
  const at = rfindUnits(data, separator, 0, data.length);
  if (at < 0) return [new Uint8Array(0), new Uint8Array(0), data];
  return [data.slice(0, at), separator, data.slice(at + separator.length)];
}

function cutText(points: Uint32Array, at: readonly number[]): Text[] {
  const parts: Text[] = [];
  for (let i = 0; i < at.length; i += 2) {
    parts.push(textFromCodePoints(points, at[i], at[i + 1]));
  }
  return parts;
}

function cutBytes(data: Uint8Array, at: readonly number[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < at.length; i += 2) parts.push(data.slice(at[i], at[i + 1]));
  return parts;
}

function whitespaceBounds(units: Units, max: number, isWhite: IsSpace): number[] {
  const found: number[] = [];
  let left = max < 0 ? unlimited : max;
  let i = 0;
  for (;;) {
    while (i < units.length && isWhite(units[i]!)) i++;
    if (i === units.length) return found;
    const start = i;
    if (left-- === 0) {
      found.push(start, units.length);
      return found;
    }
    while (i < units.length && !isWhite(units[i]!)) i++;
    found.push(start, i);
  }
}

function rWhitespaceBounds(units: Units, max: number, isWhite: IsSpace): number[] {
  const found: number[] = [];
  let left = max < 0 ? unlimited : max;
  let i = units.length;
  for (;;) {
    while (i > 0 && isWhite(units[i - 1]!)) i--;
    if (i === 0) break;
    const end = i;
    if (left-- === 0) {
      found.push(end, 0);
      break;
    }
    while (i > 0 && !isWhite(units[i - 1]!)) i--;
    found.push(end, i);
  }
  return found.reverse();
}

function bounds(units: Units, separator: Units, max: number): number[] {
  const found: number[] = [];
  let start = 0;
  for (let left = max < 0 ? unlimited : max; left > 0; left--) {
    const at = findUnits(units, separator, start, units.length);
    if (at < 0) break;
    found.push(start, at);
    start = at + separator.length;
  }
  found.push(start, units.length);
  return found;
}

function rBounds(units: Units, separator: Units, max: number): number[] {
  const found: number[] = [];
  let end = units.length;
  for (let left = max < 0 ? unlimited : max; left > 0; left--) {
    const at = rfindUnits(units, separator, 0, end);
    if (at < 0) break;
    found.push(end, at + separator.length);
    end = at;
  }
  found.push(end, 0);
  return found.reverse();
}

function lineBounds(units: Units, keepEnds: boolean, isBreak: IsSpace): number[] {
  const found: number[] = [];
  for (let i = 0; i < units.length;) {
    const start = i;
    while (i < units.length && !isBreak(units[i]!)) i++;
    const end = i;
    if (i < units.length) i += units[i] === 13 && units[i + 1] === 10 ? 2 : 1;
    found.push(start, keepEnds ? i : end);
  }
  return found;
}
