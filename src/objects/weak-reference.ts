import { PyObject, type Value } from './object.ts';

/** The weak references to one object: what the engine's own WeakRef says of it, and who asked. CPython: Objects/weakrefobject.c */
export class ReferenceList {
  declare readonly target: WeakRef<PyObject>;
  /** The reference and the proxy without a callback, which are made once. */
  declare plain: WeakRef<PyWeakReference> | null;
  declare plainProxy: WeakRef<PyWeakReference> | null;
  /** Those with a callback or of a subclass, the oldest first. */
  declare others: WeakRef<PyWeakReference>[];
  /** How many of the others there may be before the dead ones are looked for. */
  declare limit: number;
  constructor(target: PyObject) {
    this.target = new WeakRef(target);
    this.plain = null;
    this.plainProxy = null;
    this.others = [];
    this.limit = 16;
  }

  /** The living references in CPython's order. */
  living(): PyWeakReference[] {
    return [this.plain, this.plainProxy, ...this.others.toReversed()]
      .map(each => each?.deref())
      .filter(each => each !== undefined);
  }

  add(reference: PyWeakReference): void {
    if (this.others.length >= this.limit) {
      this.prune();
      this.limit = Math.max(16, 2 * this.others.length);
    }
    this.others.push(new WeakRef(reference));
  }

  /** Forgets the references that are gone. */
  prune(): void {
    this.others = this.others.filter(each => each.deref() !== undefined);
  }
}

/** What references and proxies share. */
export abstract class PyWeakReference extends PyObject {
  declare readonly list: ReferenceList;
  declare callback: Value;
  constructor(list: ReferenceList, callback: Value) {
    super();
    this.list = list;
    this.callback = callback;
  }
}

/** `weakref.ref` */
export class PyReference extends PyWeakReference {
  /** The hash of what was referred to, once asked for. */
  declare hash: Value | undefined;
  constructor(list: ReferenceList, callback: Value) {
    super(list, callback);
    this.hash = undefined;
  }
}

/** `weakref.proxy` */
export class PyProxy extends PyWeakReference {}
export class PyCallableProxy extends PyProxy {}
