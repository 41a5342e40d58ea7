import type { PyDict } from './dict.ts';
import type { PyBaseException } from './exception.ts';
import {
  attributeKey,
  PyObject,
  type Attributes,
  type AttributeStore,
  type Value,
} from './object.ts';

/** A module. Its globals are the `$name` properties of `namespace`, behind which stand the builtins. CPython: Objects/moduleobject.c */
export class PyModule extends PyObject implements AttributeStore {
  declare readonly namespace: Attributes;
  declare readonly dict: PyDict;
  /** The AttributeError of the module's `__getattr__`, until it is thrown. */
  declare refusal: PyBaseException | null;
  constructor(namespace: Attributes, dict: PyDict) {
    super();
    this.namespace = namespace;
    this.dict = dict;
    this.refusal = null;
    // A module's attributes are its globals: nothing is kept in the module object itself.
    this.hiddenDict = this;
  }
  find(name: string): Value | undefined {
    const key = attributeKey(name);
    return Object.hasOwn(this.namespace, key) ? this.namespace[key] : undefined;
  }
  store(name: string, value: Value): void {
    this.namespace[attributeKey(name)] = value;
  }
  remove(name: string): boolean {
    if (this.find(name) === undefined) return false;
    delete this.namespace[attributeKey(name)];
    return true;
  }
}
