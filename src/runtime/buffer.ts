import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { bufferErrorType } from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { isException } from './attributes.ts';
import { typeError } from './errors.ts';
import { unwrap } from './state.ts';

/** The buffer protocol. CPython: Objects/abstract.c, PyObject_GetBuffer */

/** How the memory of an exporter is to be read. */
export interface BufferLayout {
  readonly data: Uint8Array;
  /** A format of the struct module for one item. */
  readonly format: string;
  readonly itemSize: number;
  readonly isReadonly: boolean;
  /** One dimension by default. */
  readonly shape?: readonly number[];
}

/** An object of a builtin type that gives its memory: memoryview, array, mmap. Installed on the prototype. */
export interface BufferExporter {
  /** The contiguous bytes, shared. BufferError where they are not contiguous. */
  bufferData(): Uint8Array;
  /** The bytes in order, a copy where they are not contiguous. */
  bufferCopy?(): Uint8Array;
  /** Absent: unsigned bytes that may be written. */
  bufferLayout?(): BufferLayout;
  /** The views of the memory, where they are to be known (runtime/exports.ts). */
  exports?: object[] | null;
}

type Exporting = PyObject & BufferExporter;
const isExporter = (v: Value): v is Exporting => v instanceof PyObject && 'bufferData' in v;

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
  if (isExporter(v)) return v.bufferData();
  const view = pythonBuffer(v, SIMPLE);
  return view?.bufferData();
}

/** As findBuffer; undefined also for memory that is not contiguous. */
export function findContiguous(v: Value): Uint8Array | undefined {
  try {
    return findBuffer(v);
  } catch (error) {
    if (isException(error, bufferErrorType)) return undefined;
    throw error;
  }
}

/** The bytes in order, perhaps shared: also of memory that is not contiguous. Undefined for what is not bytes-like. */
export function orderedBytes(v: Value): Uint8Array | undefined {
  const exporter = isExporter(v) ? v : undefined;
  return exporter?.bufferCopy === undefined ? findBuffer(v) : exporter.bufferCopy();
}

/** The memory of a read-write bytes-like object, or undefined. */
export function findWritable(v: Value): Uint8Array | undefined {
  const layout = findLayout(v);
  return layout === undefined || layout.isReadonly ? undefined : findBuffer(v);
}

/** How the memory of a bytes-like object is laid out, or undefined. */
export function findLayout(v: Value): BufferLayout | undefined {
  if (v instanceof PyBytes || v instanceof PyByteArray)
    return { data: v.data, format: 'B', itemSize: 1, isReadonly: v instanceof PyBytes };
  const exporter = isExporter(v) ? v : pythonBuffer(v, FULL_READONLY);
  if (exporter === undefined) return undefined;
  if (exporter.bufferLayout !== undefined) return exporter.bufferLayout();
  return { data: exporter.bufferData(), format: 'B', itemSize: 1, isReadonly: false };
}

/** PyBUF_SIMPLE and PyBUF_FULL_RO */
const SIMPLE = 0;
const FULL_READONLY = 0x11c;

/** What a `__buffer__` written in Python gives: a memoryview. */
export function pythonBuffer(v: Value, flags: number): Exporting | undefined {
  const entry = v instanceof PyObject ? v.__buffer__$1 : undefined;
  if (entry === undefined) return undefined;
  const view = unwrap(entry(v, smallInt(flags)));
  if (!isExporter(view)) throw typeError('__buffer__ returned non-memoryview object');
  return view;
}
