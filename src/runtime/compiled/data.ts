import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyComplex } from '../../objects/complex.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { PyFrozenSet, PySet } from '../../objects/set.ts';
import { PySlice } from '../../objects/slice.ts';
import { AstralString, contentsOf, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { emptyTuple, tuple as newTuple } from '../../objects/tuple.ts';
import { join } from '../../algorithms/text/contents.ts';
import { findAttr } from '../attributes.ts';
import { call } from '../call.ts';
import { strValue } from '../convert.ts';
import { dictEntries, setItem } from '../dict.ts';
import { typeError } from '../errors.ts';
import { putEntry } from '../hashing.ts';
import { forEach, iterate, unpack } from '../iterate.ts';
import { getItem } from '../subscript.ts';
import { qualifiedName } from '../text.ts';

/** Displays and constants as compiled code makes them. */

export const complex = (imag: number, real: number): PyComplex => new PyComplex(real, imag);
export const astral = (points: readonly number[]): AstralString =>
  new AstralString(Uint32Array.from(points));
export const bytes = (text: string): PyBytes =>
  new PyBytes(Uint8Array.from(text, c => c.charCodeAt(0)));
export const tuple = (items: readonly Value[]) =>
  items.length === 0 ? emptyTuple : newTuple(items);
export const list = (items: Value[]): PyList => new PyList(items);
export const slice = (start: Value, stop: Value, step: Value): PySlice =>
  new PySlice(start, stop, step);

export function set(items: readonly Value[]): PySet {
  const made = new PySet();
  for (const item of items) putEntry(made.table, item, null);
  return made;
}
export function frozenset(items: readonly Value[]): PyFrozenSet {
  const made = new PyFrozenSet();
  for (const item of items) putEntry(made.table, item, null);
  return made;
}
export function addToSet(made: PySet, item: Value): void {
  putEntry(made.table, item, null);
}
/** A dict of keys and values in turn. */
export function dict(items: readonly Value[]): PyDict {
  const made = new PyDict();
  for (let i = 0; i < items.length; i += 2) putEntry(made.table, items[i]!, items[i + 1]!);
  return made;
}
export function setDictItem(made: PyDict, key: Value, value: Value): void {
  putEntry(made.table, key, value);
}
/** `{**mapping}` */
export function updateDict(made: PyDict, mapping: Value): void {
  if (mapping instanceof PyDict) {
    for (const [key, value] of dictEntries(mapping)) setItem(made, key, value);
    return;
  }
  const keys = findAttr(mapping, 'keys');
  if (keys === undefined) throw typeError(`'${typeOf(mapping).name}' object is not a mapping`);
  forEach(call(keys), key => {
    setItem(made, key, getItem(mapping, key));
  });
}

/** Adds the items of a starred expression. */
export function extend(items: Value[], value: Value): void {
  if (
    typeOf(value).proto.__iter__$0 === undefined &&
    typeOf(value).proto.__getitem__$1 === undefined
  )
    throw typeError(`Value after * must be an iterable, not ${typeOf(value).name}`);
  for (const item of iterate(value)) items.push(item);
}
export const unpackOne = (value: Value): Value => unpack(value, 1)[0]!;

/** `f(name=value)` where other keywords come from a mapping. */
export function addKeyword(
  f: Value,
  args: Value[],
  names: string[],
  name: string,
  value: Value,
): void {
  if (names.includes(name))
    throw typeError(`${calleeName(f)} got multiple values for keyword argument '${name}'`);
  names.push(name);
  args.push(value);
}
/** `f(**mapping)` */
export function spreadKeywords(f: Value, args: Value[], names: string[], mapping: Value): void {
  const add = (key: Value, value: Value): void => {
    const text = strValue(key);
    if (text === undefined) throw typeError('keywords must be strings');
    addKeyword(f, args, names, utf16(text), value);
  };
  if (mapping instanceof PyDict) {
    for (const [key, value] of dictEntries(mapping)) add(key, value);
    return;
  }
  const keys = findAttr(mapping, 'keys');
  if (keys === undefined)
    throw typeError(
      `${calleeName(f)} argument after ** must be a mapping, not ${typeOf(mapping).name}`,
    );
  forEach(call(keys), key => {
    add(key, getItem(mapping, key));
  });
}
function calleeName(f: Value): string {
  return f === null ? '__build_class__()' : `${qualifiedName(f)}()`;
}

/** The parts of an f-string joined. */
export function joinStrings(parts: readonly PyStr[]): PyStr {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return strOf(join('', parts.map(contentsOf)));
    text += part;
  }
  return text;
}
