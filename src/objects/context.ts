import { PyObject, type Value } from './object.ts';
import type { PyStr } from './str.ts';

/** A variable whose value belongs to a context. CPython: Python/context.c */
export class PyContextVar extends PyObject {
  declare readonly name: PyStr;
  /** The default; undefined for none. */
  declare readonly fallback: Value | undefined;
  constructor(name: PyStr, fallback: Value | undefined) {
    super();
    this.name = name;
    this.fallback = fallback;
  }
}

/** The values of context variables. A copy shares the table until one of the two changes it. */
export class PyContext extends PyObject {
  declare values: Map<PyContextVar, Value>;
  declare shared: boolean;
  /** Whether it is the current one, or one that was when the current one was entered. */
  declare entered: boolean;
  /** The context to return to. */
  declare previous: PyContext | null;
  constructor(values: Map<PyContextVar, Value>) {
    super();
    this.values = values;
    this.shared = false;
    this.entered = false;
    this.previous = null;
  }
}

/** What `ContextVar.set` gives, to take it back with. */
export class PyToken extends PyObject {
  declare readonly context: PyContext;
  declare readonly variable: PyContextVar;
  /** The value before; undefined for none. */
  declare readonly before: Value | undefined;
  declare used: boolean;
  constructor(context: PyContext, variable: PyContextVar, before: Value | undefined) {
    super();
    this.context = context;
    this.variable = variable;
    this.before = before;
    this.used = false;
  }
}

/** `Token.MISSING` */
export class PyTokenMissing extends PyObject {}
