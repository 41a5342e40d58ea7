import { HashTable } from './hash-table.ts';
import { PyObject, type Attributes } from './object.ts';

/**
 * A mapping. CPython: Objects/dictobject.c
 *
 * Most dicts are a hash table. The dict of an instance or of a module's globals shows the attributes of a JavaScript object
 * instead: those under `$name` properties. Operations live in runtime/dict.ts.
 */
export class PyDict extends PyObject {
  declare table: HashTable;
  /** The object whose attributes this dict shows, or null. The table then holds only keys that are not str. */
  declare namespace: Attributes | null;
  constructor() {
    super();
    this.table = new HashTable();
    this.namespace = null;
  }
}

/** A read-only view of a mapping. CPython: Objects/descrobject.c */
export class PyMappingProxy extends PyObject {
  declare readonly mapping: PyObject;
  constructor(mapping: PyObject) {
    super();
    this.mapping = mapping;
  }
}
