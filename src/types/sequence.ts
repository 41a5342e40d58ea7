import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/object.ts';
import { PySlice } from '../objects/slice.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { equals, richCompare, type Comparison } from '../runtime/compare.ts';
import { checkLength } from '../runtime/iterate.ts';
import { asIndex } from '../runtime/convert.ts';
import { isException } from '../runtime/attributes.ts';
import { overflowErrorType } from '../objects/exception-types.ts';
import { indexError, typeError } from '../runtime/errors.ts';
import { repr } from '../runtime/text.ts';
import { ordered } from './rich-compare.ts';

/** What list and tuple do alike with their items. CPython: Objects/listobject.c, Objects/tupleobject.c */

/** Lexicographic comparison: by the first items that differ, else by length. Items may be changed meanwhile. */
export function compareItems(
  op: Comparison,
  a: { readonly items: readonly Value[] },
  b: { readonly items: readonly Value[] },
): Value {
  if (a.items.length !== b.items.length) {
    if (op === '__eq__') return false;
    if (op === '__ne__') return true;
  }
  let i = 0;
  while (i < a.items.length && i < b.items.length && equals(a.items[i]!, b.items[i]!)) i++;
  if (i >= a.items.length || i >= b.items.length)
    return ordered(op, a.items.length, b.items.length);
  if (op === '__eq__') return false;
  if (op === '__ne__') return true;
  return richCompare(op, a.items[i]!, b.items[i]!);
}

export function containsItem(self: { readonly items: readonly Value[] }, item: Value): boolean {
  for (let i = 0; i < self.items.length; i++) if (equals(self.items[i]!, item)) return true;
  return false;
}

export function countItem(self: { readonly items: readonly Value[] }, item: Value): number {
  let count = 0;
  for (let i = 0; i < self.items.length; i++) if (equals(self.items[i]!, item)) count++;
  return count;
}

/** Where the first equal item stands between the bounds, or -1. */
export function indexOfItem(
  self: { readonly items: readonly Value[] },
  item: Value,
  start: number,
  stop: number,
): number {
  const { length } = self.items;
  const from = start < 0 ? Math.max(start + length, 0) : start;
  const to = stop < 0 ? Math.max(stop + length, 0) : stop;
  for (let i = from; i < to && i < self.items.length; i++)
    if (equals(self.items[i]!, item)) return i;
  return -1;
}

/** The items repeated; `count` as `*` takes it. */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  if (count <= 0 || items.length === 0) return [];
  const total = items.length * count;
  checkLength(total);
  if (items.length === 1) return new Array<Value>(total).fill(items[0]!);
  const repeated: Value[] = [];
  for (let i = 0; i < count; i++) for (const item of items) repeated.push(item);
  return repeated;
}

/** The other operand of a sequence's `*`, or undefined where it is no integer. */
export function repeatCount(v: Value): number | undefined {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (typeof v === 'bigint' || typeof v === 'boolean' || hasIndex(v)) return asIndex(v);
  return undefined;
}
export const hasIndex = (v: Value): boolean =>
  typeof v === 'object' && v !== null && v.__index__$0 !== undefined;

/** The reprs of items, separated by commas. */
export function joinReprs(items: readonly Value[]): string {
  let text = '';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ', ';
    text += utf16(repr(items[i]!));
  }
  return text;
}
export const bracketed = (open: string, items: readonly Value[], close: string): PyStr =>
  str(open + joinReprs(items) + close);

/** A subscript that is no slice as an index into `length` items; perhaps out of range. */
export function itemIndex(key: Value, length: number, kind: string): number {
  let index: number;
  if (typeof key === 'number' && Number.isInteger(key)) index = key;
  else if (typeof key === 'boolean' || typeof key === 'bigint' || hasIndex(key))
    index = largeIndex(key);
  else throw typeError(`${kind} indices must be integers or slices, not ${typeOf(key).name}`);
  return index < 0 ? index + length : index;
}

/** IndexError for what no sequence is long enough for. */
function largeIndex(key: Value): number {
  try {
    return asIndex(key);
  } catch (error) {
    if (isException(error, overflowErrorType))
      throw indexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
    throw error;
  }
}

export const isSlice = (key: Value): key is PySlice => key instanceof PySlice;
