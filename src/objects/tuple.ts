import { PyObject, type Value } from './object.ts';

/** An immutable sequence. CPython: Objects/tupleobject.c */
export class PyTuple extends PyObject {
  declare readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}
export const tuple = (items: readonly Value[]): PyTuple => new PyTuple(items);
export const emptyTuple = new PyTuple([]);
