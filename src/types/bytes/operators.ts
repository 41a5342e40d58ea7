import { typeOf } from '../../objects/builtin-types.ts';
import type { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { overflowErrorType } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/object.ts';
import type { PySlice } from '../../objects/slice.ts';
import { isException } from '../../runtime/attributes.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asIndex } from '../../runtime/convert.ts';
import { indexError, memoryError, overflowError, typeError } from '../../runtime/errors.ts';
import { sliceBounds } from '../../runtime/subscript.ts';
import { timesOf } from '../search-bounds.ts';
import { hasIndex } from '../sequence.ts';
import { MAX_BYTES } from './arguments.ts';

/** What the operators of bytes and bytearray do alike. CPython: Objects/bytesobject.c, Objects/bytearrayobject.c */

export function repeated(data: Uint8Array, times: Value, kind: 'bytes' | 'bytearray'): Uint8Array {
  const count = timesOf(times);
  if (count <= 0 || data.length === 0) return new Uint8Array(0);
  if (count === 1) return data;
  const size = data.length * count;
  if (size > Number.MAX_SAFE_INTEGER && kind === 'bytes')
    throw overflowError('repeated bytes are too long');
  if (size > MAX_BYTES) throw memoryError('');
  const out = new Uint8Array(size);
  if (data.length === 1) return out.fill(data[0]!);
  out.set(data);
  for (let done = data.length; done < size; done *= 2)
    out.copyWithin(done, 0, Math.min(done, size - done));
  return out;
}

export function concatenated(self: PyBytes | PyByteArray, other: Value): Uint8Array {
  const more = findBuffer(other);
  if (more === undefined)
    throw typeError(`can't concat ${typeOf(other).name} to ${self.type.name}`);
  const { data } = self;
  const out = new Uint8Array(data.length + more.length);
  out.set(data);
  out.set(more, data.length);
  return out;
}

export function slicedData(data: Uint8Array, key: PySlice): Uint8Array {
  const { start, step, count } = sliceBounds(key, data.length);
  if (step === 1) return count === data.length ? data : data.slice(start, start + count);
  const out = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) out[i] = data[at]!;
  return out;
}

/** A subscript that is no slice, negative ones counted from the end; perhaps out of range. */
export function byteIndex(key: Value, length: number, kind: string): number {
  if (typeof key === 'number' && Number.isInteger(key)) return key < 0 ? key + length : key;
  if (typeof key !== 'boolean' && typeof key !== 'bigint' && !hasIndex(key))
    throw typeError(`${kind} indices must be integers or slices, not ${typeOf(key).name}`);
  try {
    const index = asIndex(key);
    return index < 0 ? index + length : index;
  } catch (error) {
    if (isException(error, overflowErrorType))
      throw indexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
    throw error;
  }
}
