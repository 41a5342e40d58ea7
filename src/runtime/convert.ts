import { floatType, typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { deprecationWarningType } from '../objects/exception-types.ts';
import { FloatBox, isFloat } from '../objects/float.ts';
import { int, IntObject, isInt, type PyInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { overflowError, typeError } from './errors.ts';
import { floatOf, intToFloat, intValue } from './numbers.ts';
import { unwrap } from './state.ts';
import { warnCaller } from './warn.ts';

export { strValue } from '../objects/str.ts';

/** Python values as TypeScript wants them. CPython: Objects/abstract.c, Python/getargs.c */

/** `operator.index(v)` */
export function asInt(v: Value): PyInt {
  const direct = intValue(v);
  if (direct !== undefined) return direct;
  const index = typeof v === 'object' && v !== null ? v.__index__$0 : undefined;
  if (index === undefined)
    throw typeError(`'${typeOf(v).name}' object cannot be interpreted as an integer`);
  const result = unwrap(index(v));
  return intResult(result, '__index__');
}

/** What `__index__` or `__int__` gave. TypeError where it is no int. */
export function intResult(result: Value, method: '__index__' | '__int__'): PyInt {
  if (isInt(result)) return result;
  const n = intValue(result);
  const complaint = `${method} returned non-int (type ${typeOf(result).name})`;
  if (n === undefined) throw typeError(complaint);
  warnCaller(
    deprecationWarningType,
    `${complaint}.  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`,
  );
  return n;
}

/** An index-sized int; OverflowError beyond 64 bits. What no safe integer holds comes as the nearest double: nothing is that large. */
export function asIndex(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'number') return n;
  if (BigInt.asIntN(64, n) !== n)
    throw overflowError(`cannot fit '${typeOf(v).name}' into an index-sized integer`);
  return Number(n);
}
/** A size that an argument gives: as asIndex, in the words of the argument clinic. */
export function asSize(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'number') return n;
  if (BigInt.asIntN(64, n) !== n)
    throw overflowError('Python int too large to convert to C ssize_t');
  return Number(n);
}
/** As asIndex, but clipped to the safe integers: for slice bounds. */
export function asClippedIndex(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'number') return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}
/** As asClippedIndex, for the bounds that `index` methods take. */
export function asBound(v: Value): number {
  if (intValue(v) === undefined && (typeof v !== 'object' || v?.__index__$0 === undefined))
    throw typeError('slice indices must be integers or have an __index__ method');
  return asClippedIndex(v);
}
/** A C int: 32 bits, signed. */
export function asCInt(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'bigint' || n > 0x7fffffff || n < -0x80000000)
    throw overflowError('Python int too large to convert to C int');
  return n;
}

/** `float(v)` for a number: a float, or what `__float__` or `__index__` gives. */
export function asFloat(v: Value): number {
  if (typeof v === 'number') return v;
  if (v instanceof FloatBox) return v.value;
  const n = intValue(v);
  if (n !== undefined && !(v instanceof IntObject)) return intToFloat(n);
  if (typeof v === 'object' && v !== null) {
    const convert = v.__float__$0;
    if (convert !== undefined) {
      return floatResult(v, unwrap(convert(v)));
    }
    if (v.__index__$0 !== undefined) return intToFloat(asInt(v));
  }
  throw typeError(`must be real number, not ${typeOf(v).name}`);
}

function floatResult(v: Value, result: Value): number {
  const x = floatOf(result);
  if (isFloat(result) && typeOf(result) === floatType) return x!;
  const complaint = `${typeOf(v).name}.__float__ returned non-float (type ${typeOf(result).name})`;
  if (x === undefined) throw typeError(complaint);
  warnCaller(
    deprecationWarningType,
    `${complaint}.  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
  );
  return x;
}

/** The bytes of a bytes or bytearray, shared, not copied; undefined for all else. */
export const bytesValue = (v: Value): Uint8Array | undefined =>
  v instanceof PyBytes || v instanceof PyByteArray ? v.data : undefined;

/** The int of a finite integral double. */
export const intOfFloat = (x: number): PyInt => int(Number.isSafeInteger(x) ? x : BigInt(x));
