import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/object.ts';
import { asBound, asIndex, asInt } from '../runtime/convert.ts';
import { overflowError, typeError } from '../runtime/errors.ts';
import { intValue } from '../runtime/numbers.ts';

/** Arguments of the methods that str, bytes and bytearray share. CPython: Objects/stringlib/ */

/** A bound of a search as slices have them: None and absent are the given number. */
export function searchBound(v: Value | undefined, absent: number): number {
  if (v === undefined || v === null) return absent;
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (intValue(v) === undefined && (typeof v !== 'object' || v.__index__$0 === undefined))
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return asBound(v);
}

/** A Py_ssize_t argument: beyond a safe integer it is as good as the largest. */
export function asSize(v: Value): number {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  const n = asInt(v);
  if (typeof n === 'number') return n;
  if (BigInt.asIntN(64, n) !== n)
    throw overflowError('Python int too large to convert to C ssize_t');
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** The other operand of `*`, an index-sized int. */
export function timesOf(v: Value): number {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  const isInt =
    intValue(v) !== undefined || (typeof v === 'object' && v?.__index__$0 !== undefined);
  if (!isInt) throw typeError(`can't multiply sequence by non-int of type '${typeOf(v).name}'`);
  const n = asInt(v);
  if (typeof n === 'number') return n;
  if (BigInt.asIntN(64, n) !== n)
    throw overflowError(`cannot fit '${typeOf(v).name}' into an index-sized integer`);
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** A C int that is not negative beyond need: for tab sizes. */
export const asTabSize = (v: Value): number => {
  const n = asInt(v);
  if (typeof n === 'bigint' || n > 0x7fffffff || n < -0x80000000)
    throw overflowError('Python int too large to convert to C int');
  return asIndex(n);
};
