import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { typeError } from './errors.ts';

/** The buffer protocol. CPython: Objects/abstract.c, PyObject_GetBuffer */

/** An object of a builtin type that gives its memory: memoryview, array, mmap. Installed on the prototype. */
export interface BufferExporter {
  /** The contiguous bytes, shared. BufferError where they are not contiguous. */
  bufferData(): Uint8Array;
}

/** The bytes of a bytes-like object, shared with it. TypeError for all else. */
export function bufferData(v: Value): Uint8Array {
  const data = findBuffer(v);
  if (data === undefined)
    throw typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
  return data;
}

/** The bytes of a bytes-like object, or undefined. */
export function findBuffer(v: Value): Uint8Array | undefined {
  if (v instanceof PyBytes || v instanceof PyByteArray) return v.data;
  if (v instanceof PyObject && 'bufferData' in v)
    return (v as PyObject & BufferExporter).bufferData();
  return undefined;
}
