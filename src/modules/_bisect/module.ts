import { listType, protoOf, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { isLess } from '../../runtime/compare.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { getItem } from '../../runtime/subscript.ts';
import { length } from '../../runtime/truth.ts';
import { docs } from './docs.gen.ts';

/** Whether `x` stands before an item: on which side of equal ones. */
type GoesLeft = (item: Value, x: Value) => boolean;
const left: GoesLeft = (item, x) => !isLess(item, x);
const right: GoesLeft = (item, x) => isLess(x, item);

/** Where `x` belongs between the bounds. */
function search(
  a: Value,
  x: Value,
  lo: number,
  hi: number | null,
  key: Value,
  goesLeft: GoesLeft,
): number {
  if (lo < 0) throw valueError('lo must be non-negative');
  let low = lo;
  let high = hi === null || hi === -1 ? length(a) : hi;
  if (a instanceof PyDict || protoOf(a).__getitem__$1 === undefined)
    throw typeError(`${typeOf(a).name} is not a sequence`);
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const item = getItem(a, smallInt(middle));
    if (goesLeft(key === null ? item : call(key, item), x)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const bisect =
  (goesLeft: GoesLeft) =>
  (a: Value, x: Value, lo: number, hi: number | null, key: Value): Value =>
    smallInt(search(a, x, lo, hi, key, goesLeft));
const insort =
  (goesLeft: GoesLeft) =>
  (a: Value, x: Value, lo: number, hi: number | null, key: Value): Value => {
    const index = search(a, key === null ? x : call(key, x), lo, hi, key, goesLeft);
    if (a instanceof PyList && a.type === listType) a.items.splice(index, 0, x);
    else callMethod(a, 'insert', smallInt(index), x);
    return null;
  };

const signature = '(a, x, lo: index = 0, hi: index? = None, *, key=None)';

/** Bisection of sorted lists. CPython: Modules/_bisectmodule.c */
export const bisectModule = defineModule('_bisect', {
  doc: docs[''],
  functions: {
    bisect_left: fn(signature, docs.bisect_left, bisect(left)),
    bisect_right: fn(signature, docs.bisect_right, bisect(right)),
    insort_left: fn(signature, docs.insort_left, insort(left)),
    insort_right: fn(signature, docs.insort_right, insort(right)),
  },
});
