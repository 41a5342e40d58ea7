import { PyObject, type Value } from './object.ts';

/** A mutable sequence. CPython: Objects/listobject.c */
export class PyList extends PyObject {
  declare items: Value[];
  constructor(items: Value[]) {
    super();
    this.items = items;
  }
}
