import type { PyInt } from './int.ts';
import { PyObject } from './object.ts';

/** An arithmetic progression of ints. CPython: Objects/rangeobject.c */
export class PyRange extends PyObject {
  declare readonly start: PyInt;
  declare readonly stop: PyInt;
  declare readonly step: PyInt;
  declare readonly length: PyInt;
  constructor(start: PyInt, stop: PyInt, step: PyInt, length: PyInt) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = length;
  }
}
