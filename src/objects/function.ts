import { CO_VARARGS, CO_VARKEYWORDS, type PyCell, type PyCode } from './code.ts';
import type { PyDict } from './dict.ts';
import { PyObject, type Attributes, type Entry, type Value } from './object.ts';
import type { PyType } from './type.ts';

/**
 * A function of Python code. CPython: Objects/funcobject.c
 *
 * `body` takes every parameter, in the order of `code.info.varnames`, *args as a tuple and **kwargs as a dict. When the parameters are
 * plain, `callN` for their number is the body itself, so a call costs what a JavaScript call costs.
 */
export class PyFunction extends PyObject {
  declare code: PyCode;
  declare body: Entry;
  declare readonly globals: Attributes;
  declare defaults: readonly Value[];
  declare kwdefaults: PyDict | null;
  /** Makes the cells of the free variables. */
  declare cells: (() => readonly PyCell[]) | undefined;
  /** What is rarely asked for: set when first changed, else taken from the code. */
  declare extra: FunctionExtra | null;
  constructor(
    code: PyCode,
    body: Entry,
    globals: Attributes,
    defaults: readonly Value[],
    kwdefaults: PyDict | null,
  ) {
    super();
    this.code = code;
    this.body = body;
    this.globals = globals;
    this.defaults = defaults;
    this.kwdefaults = kwdefaults;
    this.extra = null;
    setDirectEntry(this);
  }
}

/** Gives the function its direct entry, where its parameters are all positional. */
export function setDirectEntry(f: PyFunction): void {
  const { info } = f.code;
  if (info.kwonly > 0 || (info.flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0) return;
  switch (info.argcount) {
    case 0:
      f.call0 = f.body;
      break;
    case 1:
      f.call1 = f.body;
      break;
    case 2:
      f.call2 = f.body;
      break;
    case 3:
      f.call3 = f.body;
      break;
    case 4:
      f.call4 = f.body;
      break;
    default:
  }
}

export class FunctionExtra {
  name: Value | undefined = undefined;
  qualname: Value | undefined = undefined;
  doc: Value | undefined = undefined;
  module: Value | undefined = undefined;
  typeParams: Value | undefined = undefined;
  annotations: Value | undefined = undefined;
  annotate: Value | undefined = undefined;
  closure: readonly PyCell[] | undefined = undefined;
}

/** A function bound to the object it was found on. CPython: Objects/classobject.c */
export class PyMethod extends PyObject {
  declare readonly func: Value;
  declare readonly self: Value;
  constructor(func: Value, self: Value) {
    super();
    this.func = func;
    this.self = self;
  }
}

/** How an implementation in TypeScript gets its arguments. */
export interface Callable {
  /** Calls with any arguments; `names` are the names of the last `names.length` of them. */
  call(self: Value | undefined, args: readonly Value[], names: readonly string[] | null): Value;
  /** An entry for exactly `count` positional arguments after `self`, or undefined where they do not fit. */
  entry(count: number, withSelf: boolean): Entry | undefined;
  readonly textSignature: string | null;
}

/** A function implemented in TypeScript: a module's, or a method bound to its object. CPython: Objects/methodobject.c */
export class PyBuiltin extends PyObject {
  declare readonly name: string;
  declare readonly qualname: string;
  declare readonly callable: Callable;
  declare readonly doc: string | null;
  /** The object it is bound to; the module for a module's function, null for none. */
  declare self: Value;
  declare module: Value;
  /** Whether the implementation takes `self` as its first argument. */
  declare readonly bound: boolean;
  constructor(
    name: string,
    qualname: string,
    callable: Callable,
    doc: string | null,
    bound: boolean,
    self: Value,
  ) {
    super();
    this.name = name;
    this.qualname = qualname;
    this.callable = callable;
    this.doc = doc;
    this.bound = bound;
    this.self = self;
    this.module = null;
  }
}

/** What descriptors of builtin types share: their name and their class. CPython: Objects/descrobject.c */
export abstract class PyDescriptor extends PyObject {
  declare readonly name: string;
  declare readonly owner: PyType;
  declare readonly doc: string | null;
  constructor(name: string, owner: PyType, doc: string | null) {
    super();
    this.name = name;
    this.owner = owner;
    this.doc = doc;
  }
}
/** A method of a builtin type, unbound: `list.append`. */
export class PyMethodDescriptor extends PyDescriptor {
  declare readonly callable: Callable;
  constructor(name: string, owner: PyType, doc: string | null, callable: Callable) {
    super(name, owner, doc);
    this.callable = callable;
  }
}
/** A class method of a builtin type: `dict.fromkeys`. */
export class PyClassMethodDescriptor extends PyMethodDescriptor {}
/** A special method of a builtin type, unbound: `int.__add__`. */
export class PySlotWrapper extends PyMethodDescriptor {}
/** A special method of a builtin type, bound: `(1).__add__`. */
export class PyMethodWrapper extends PyObject {
  declare readonly descriptor: PySlotWrapper;
  declare readonly self: Value;
  constructor(descriptor: PySlotWrapper, self: Value) {
    super();
    this.descriptor = descriptor;
    this.self = self;
  }
}
/** A computed attribute of a builtin type. */
export class PyGetSet extends PyDescriptor {
  declare readonly get: ((self: Value) => Value) | null;
  /** Stores a value, or deletes for undefined; null for a read-only attribute. */
  declare readonly set: ((self: Value, value: Value | undefined) => void) | null;
  constructor(
    name: string,
    owner: PyType,
    doc: string | null,
    get: ((self: Value) => Value) | null,
    set: ((self: Value, value: Value | undefined) => void) | null,
  ) {
    super(name, owner, doc);
    this.get = get;
    this.set = set;
  }
}
/** A stored attribute of a builtin type, or a slot named in `__slots__`. */
export class PyMember extends PyGetSet {}

/** CPython: Objects/funcobject.c */
export class PyStaticMethod extends PyObject {
  declare callable: Value;
  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}
export class PyClassMethod extends PyObject {
  declare callable: Value;
  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}
/** CPython: Objects/descrobject.c */
export class PyProperty extends PyObject {
  declare fget: Value;
  declare fset: Value;
  declare fdel: Value;
  declare doc: Value;
  declare name: Value | undefined;
  /** Whether the doc came from the getter. */
  declare getterDoc: boolean;
  constructor(fget: Value, fset: Value, fdel: Value, doc: Value) {
    super();
    this.fget = fget;
    this.fset = fset;
    this.fdel = fdel;
    this.doc = doc;
    this.name = undefined;
    this.getterDoc = false;
  }
}

/** Attribute access along the MRO of `self`'s class, behind `type`. CPython: Objects/typeobject.c, super */
export class PySuper extends PyObject {
  declare cls: PyType | null;
  declare self: Value;
  /** The class whose MRO is searched: that of self, or self when it is a class; null when unbound. */
  declare selfType: PyType | null;
  constructor(cls: PyType | null, self: Value, selfType: PyType | null) {
    super();
    this.cls = cls;
    this.self = self;
    this.selfType = selfType;
  }
}
