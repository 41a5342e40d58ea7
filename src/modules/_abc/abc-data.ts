import { PyObject } from '../../objects/object.ts';
import type { PyType } from '../../objects/type.ts';
import { defineType, variadic } from '../../runtime/declare.ts';

/** Classes that are kept only as long as someone else keeps them. */
export class WeakClasses {
  private known = new WeakSet<PyType>();
  private list: WeakRef<PyType>[] = [];
  private limit = 16;

  has(type: PyType): boolean {
    return this.known.has(type);
  }
  add(type: PyType): void {
    if (this.known.has(type)) return;
    this.known.add(type);
    if (this.list.length >= this.limit) {
      this.list = this.list.filter(each => each.deref() !== undefined);
      this.limit = Math.max(16, 2 * this.list.length);
    }
    this.list.push(new WeakRef(type));
  }
  clear(): void {
    if (this.list.length === 0) return;
    this.known = new WeakSet();
    this.list = [];
  }
  /** Those that are still there. */
  living(): PyType[] {
    return this.list.map(each => each.deref()).filter(each => each !== undefined);
  }
}

/** What an abstract base class knows of other classes. CPython: Modules/_abc.c, _abc_data */
export class PyAbcData extends PyObject {
  readonly registry = new WeakClasses();
  readonly cache = new WeakClasses();
  readonly negativeCache = new WeakClasses();
  negativeVersion: number;
  constructor(version: number) {
    super();
    this.negativeVersion = version;
  }
}

export const abcDataType = defineType(PyAbcData, {
  name: '_abc_data',
  module: '_abc',
  doc: 'Internal state held by ABC machinery.',
  new: variadic(() => new PyAbcData(0)),
});
