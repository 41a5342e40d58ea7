import type { PyBaseException } from '../objects/exception.ts';
import type { Value } from '../objects/object.ts';

/** What JavaScript sees of a Python object that has no JavaScript counterpart. */
export interface PythonObject {
  /** The name of its class. */
  readonly typeName: string;
  /** An attribute, converted. Throws PythonError. */
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** Calls it with positional arguments. */
  call(...args: unknown[]): unknown;
  /** Calls it with positional and named arguments. */
  callWith(args: readonly unknown[], keywords: Readonly<Record<string, unknown>>): unknown;
  /** Calls a method. */
  callMethod(name: string, ...args: unknown[]): unknown;
  /** `str(obj)` */
  toString(): string;
  [Symbol.iterator](): Iterator<unknown>;
}

/** A Python function as JavaScript sees it: called with positional arguments; its attributes are reached through `python`. */
export type PythonFunction = ((...args: unknown[]) => unknown) & { readonly python: PythonObject };

/** A Python exception that reached JavaScript. */
export class PythonError extends Error {
  /** The name of the exception's class: `ValueError`. */
  declare readonly type: string;
  /** The traceback as CPython prints it, the exception's own line last. */
  declare readonly traceback: string;
  /** The exception itself, for isinstance tests and attributes. */
  declare readonly exception: PythonObject;
  /** What a JavaScript function called by Python re-raises. */
  declare readonly value: PyBaseException;
  constructor(
    type: string,
    message: string,
    traceback: string,
    exception: PythonObject,
    value: PyBaseException,
  ) {
    super(message === '' ? type : `${type}: ${message}`);
    this.name = 'PythonError';
    this.type = type;
    this.traceback = traceback;
    this.exception = exception;
    Object.defineProperty(this, 'value', { value, enumerable: false });
  }
}

/** How values cross: implemented once, for one interpreter. */
export interface Border {
  toJavaScript(v: Value): unknown;
  toPython(v: unknown): Value;
}
