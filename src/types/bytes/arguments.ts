import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import type { Value } from '../../objects/object.ts';
import { bufferData, findBuffer } from '../../runtime/buffer.ts';
import { asInt } from '../../runtime/convert.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';

/** What bytes and bytearray take as arguments. CPython: Objects/bytesobject.c, Objects/bytes_methods.c */

/** The contents of a value known to be bytes or a bytearray. */
export const dataOf = (self: Value): Uint8Array => (self as PyBytes | PyByteArray).data;

export const isBytesLike = (v: Value): v is PyBytes | PyByteArray =>
  v instanceof PyBytes || v instanceof PyByteArray;

const hasIndex = (v: Value): boolean =>
  intValue(v) !== undefined || (typeof v === 'object' && v !== null && v.__index__$0 !== undefined);

/** An int as one byte. */
export function asByte(v: Value, message = 'byte must be in range(0, 256)'): number {
  if (typeof v === 'number' && v >= 0 && v <= 255 && Number.isInteger(v)) return v;
  const n = asInt(v);
  if (n < 0 || n > 255) throw valueError(message);
  return n as number;
}

/** What a search looks for: bytes, or one byte given as an int. */
export function partOf(v: Value): Uint8Array {
  const data = findBuffer(v);
  if (data !== undefined) return data;
  if (!hasIndex(v))
    throw typeError(`argument should be integer or bytes-like object, not '${typeOf(v).name}'`);
  return Uint8Array.of(asByte(v));
}
/** As partOf, for the operator `in`. */
export const containedPart = (v: Value): Uint8Array =>
  hasIndex(v) ? Uint8Array.of(asByte(v)) : bufferData(v);

/** The byte to pad with. */
export function fillOf(name: string, v: Value): number {
  if (!isBytesLike(v))
    throw typeError(
      `${name}() argument 2 must be a byte string of length 1, not ${v === null ? 'None' : typeOf(v).name}`,
    );
  if (v.data.length !== 1)
    throw typeError(
      `${name}(): argument 2 must be a byte string of length 1, not a ${typeOf(v).name} object of length ${v.data.length}`,
    );
  return v.data[0]!;
}

export const compareData = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};
export function equalData(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The largest array that the engine makes is far beyond this. */
export const MAX_BYTES = 0x1_0000_0000;
