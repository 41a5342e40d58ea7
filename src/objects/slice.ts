import { PyObject, type Value } from './object.ts';

/** The bounds of an extended subscript. CPython: Objects/sliceobject.c */
export class PySlice extends PyObject {
  declare readonly start: Value;
  declare readonly stop: Value;
  declare readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
