import { PyObject } from './object.ts';

/** A complex number. CPython: Objects/complexobject.c */
export class PyComplex extends PyObject {
  declare readonly real: number;
  declare readonly imag: number;
  constructor(real: number, imag: number) {
    super();
    this.real = real;
    this.imag = imag;
  }
}
