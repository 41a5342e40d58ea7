import { HashTable } from './hash-table.ts';
import { PyObject, type Value } from './object.ts';

/** What set and frozenset share. CPython: Objects/setobject.c */
export abstract class PyAnySet extends PyObject {
  declare table: HashTable;
  constructor(table: HashTable = new HashTable(true)) {
    super();
    this.table = table;
  }
}
export class PySet extends PyAnySet {}
export class PyFrozenSet extends PyAnySet {
  declare cachedHash: Value | undefined;
}
