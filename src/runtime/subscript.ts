import { protoOf, typeOf, dictType, listType, tupleType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import type { PySlice } from '../objects/slice.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { lookup, bind } from './attributes.ts';
import { call } from './call.ts';
import { asClippedIndex } from './convert.ts';
import { getItem as getDictItem, setItem as setDictItem } from './dict.ts';
import { indexError, keyError, typeError, valueError } from './errors.ts';
import { unwrap } from './state.ts';

/** `v[key]`, `v[key] = x`, `del v[key]`. CPython: Objects/abstract.c */

export function getItem(v: Value, key: Value): Value {
  if (v instanceof PyList && v.type === listType) {
    if (typeof key === 'number' && Number.isInteger(key)) {
      const item = v.items[key < 0 ? key + v.items.length : key];
      if (item === undefined) throw indexError('list index out of range');
      return item;
    }
  } else if (v instanceof PyDict) {
    if (v.type === dictType) {
      const item = getDictItem(v, key);
      if (item === undefined) throw keyError(key);
      return item;
    }
  } else if (v instanceof PyTuple && v.type === tupleType) {
    if (typeof key === 'number' && Number.isInteger(key)) {
      const item = v.items[key < 0 ? key + v.items.length : key];
      if (item === undefined) throw indexError('tuple index out of range');
      return item;
    }
  } else if (typeof v === 'string' && typeof key === 'number' && Number.isInteger(key)) {
    const index = key < 0 ? key + v.length : key;
    if (index < 0 || index >= v.length) throw indexError('string index out of range');
    return v[index]!;
  }
  const entry = protoOf(v).__getitem__$1;
  if (entry !== undefined) return unwrap(entry(v, key));
  return getClassItem(v, key);
}

/** `list[int]`: a class's `__class_getitem__`. */
function getClassItem(v: Value, key: Value): Value {
  if (v instanceof PyType) {
    const attr = lookup(v, '__class_getitem__');
    if (attr !== undefined) return call(bind(attr, null, v), key);
    throw typeError(`type '${v.name}' is not subscriptable`);
  }
  throw typeError(`'${typeOf(v).name}' object is not subscriptable`);
}

export function setItem(v: Value, key: Value, value: Value): void {
  if (
    v instanceof PyList &&
    v.type === listType &&
    typeof key === 'number' &&
    Number.isInteger(key)
  ) {
    const { items } = v;
    const index = key < 0 ? key + items.length : key;
    if (index < 0 || index >= items.length) throw indexError('list assignment index out of range');
    items[index] = value;
    return;
  }
  if (v instanceof PyDict && v.type === dictType) return setDictItem(v, key, value);
  const entry = protoOf(v).__setitem__$2;
  if (entry === undefined)
    throw typeError(`'${typeOf(v).name}' object does not support item assignment`);
  unwrap(entry(v, key, value));
}

export function delItem(v: Value, key: Value): void {
  const entry = protoOf(v).__delitem__$1;
  if (entry === undefined)
    throw typeError(`'${typeOf(v).name}' object doesn't support item deletion`);
  unwrap(entry(v, key));
}

/** The bounds of a slice of `length` items: `slice.indices(length)`, with the number of items selected. */
export interface SliceBounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

export function sliceBounds(slice: PySlice, length: number): SliceBounds {
  const step = slice.step === null ? 1 : sliceIndex(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const down = step < 0;
  const clip = (v: Value, absent: number): number => {
    if (v === null) return absent;
    const n = sliceIndex(v);
    if (n < 0) return Math.max(n + length, down ? -1 : 0);
    return Math.min(n, down ? length - 1 : length);
  };
  const start = clip(slice.start, down ? length - 1 : 0);
  const stop = clip(slice.stop, down ? -1 : length);
  const span = down ? start - stop : stop - start;
  return { start, stop, step, count: span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1 };
}

function sliceIndex(v: Value): number {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (typeof v === 'object' && v !== null && v.__index__$0 === undefined)
    throw typeError('slice indices must be integers or None or have an __index__ method');
  if (typeof v === 'string' || typeof v === 'number')
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return asClippedIndex(v);
}

/** The items that a slice selects from an array. */
export function slicedItems<T>(items: readonly T[], bounds: SliceBounds): T[] {
  const { start, stop, step, count } = bounds;
  if (step === 1) return items.slice(start, Math.max(start, stop));
  const selected: T[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) selected.push(items[at]!);
  return selected;
}
