import { PyObject } from './object.ts';

/** An immutable sequence of bytes. CPython: Objects/bytesobject.c */
export class PyBytes extends PyObject {
  declare readonly data: Uint8Array;
  constructor(data: Uint8Array) {
    super();
    this.data = data;
  }
}
/** A mutable sequence of bytes. CPython: Objects/bytearrayobject.c */
export class PyByteArray extends PyObject {
  declare data: Uint8Array;
  /** The views of the memory: resizing is a BufferError while there are any. */
  declare exports: object[] | null;
  constructor(data: Uint8Array) {
    super();
    this.data = data;
    this.exports = null;
  }
}
