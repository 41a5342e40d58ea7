import type { PyDict } from './dict.ts';
import { PyObject, type Attributes } from './object.ts';

/** A module. Its globals are the `$name` properties of `namespace`, behind which stand the builtins. CPython: Objects/moduleobject.c */
export class PyModule extends PyObject {
  declare readonly namespace: Attributes;
  declare readonly dict: PyDict;
  constructor(namespace: Attributes, dict: PyDict) {
    super();
    this.namespace = namespace;
    this.dict = dict;
  }
}
