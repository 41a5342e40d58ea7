import type { PyTraceback } from './frame.ts';
import { PyObject, type Value } from './object.ts';
import type { PyTuple } from './tuple.ts';

/** The root of the exceptions; thrown as itself, never inside a JavaScript Error. CPython: Objects/exceptions.c */
export class PyBaseException extends PyObject {
  declare args: PyTuple;
  declare traceback: PyTraceback | null;
  declare context: PyBaseException | null;
  declare cause: PyBaseException | null;
  declare suppressContext: boolean;
  constructor(args: PyTuple) {
    super();
    this.args = args;
    this.traceback = null;
    this.context = null;
    this.cause = null;
    this.suppressContext = false;
  }
}

export class PyStopIteration extends PyBaseException {
  declare value: Value;
  constructor(args: PyTuple) {
    super(args);
    this.value = args.items.length > 0 ? args.items[0]! : null;
  }
}

export class PySystemExit extends PyBaseException {
  declare code: Value;
  constructor(args: PyTuple) {
    super(args);
    this.code = args.items.length === 0 ? null : args.items.length === 1 ? args.items[0]! : args;
  }
}

/** ImportError and its subclasses. */
export class PyImportError extends PyBaseException {
  declare msg: Value;
  declare name: Value;
  declare path: Value;
  declare nameFrom: Value;
  constructor(args: PyTuple) {
    super(args);
    this.msg = args.items.length === 1 ? args.items[0]! : null;
    this.name = null;
    this.path = null;
    this.nameFrom = null;
  }
}

/** AttributeError and NameError: they name what was missing, for "Did you mean". */
export class PyNameError extends PyBaseException {
  declare name: Value;
  constructor(args: PyTuple) {
    super(args);
    this.name = null;
  }
}
export class PyAttributeError extends PyBaseException {
  declare name: Value;
  declare obj: Value;
  constructor(args: PyTuple) {
    super(args);
    this.name = null;
    this.obj = null;
  }
}

export class PyOSError extends PyBaseException {
  declare errno: Value;
  declare strerror: Value;
  declare filename: Value | undefined;
  declare filename2: Value | undefined;
  /** BlockingIOError's characters_written; undefined when not given. */
  declare written: Value | undefined;
  constructor(args: PyTuple) {
    super(args);
    this.errno = null;
    this.strerror = null;
    this.filename = undefined;
    this.filename2 = undefined;
    this.written = undefined;
  }
}

export class PySyntaxError extends PyBaseException {
  declare msg: Value;
  declare filename: Value;
  declare lineno: Value;
  declare offset: Value;
  declare text: Value;
  declare endLineno: Value;
  declare endOffset: Value;
  declare printFileAndLine: Value;
  declare metadata: Value;
  constructor(args: PyTuple) {
    super(args);
    this.msg = args.items.length > 0 ? args.items[0]! : null;
    this.filename = null;
    this.lineno = null;
    this.offset = null;
    this.text = null;
    this.endLineno = null;
    this.endOffset = null;
    this.printFileAndLine = null;
    this.metadata = null;
  }
}

/** UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError. */
export class PyUnicodeError extends PyBaseException {
  declare encoding: Value | undefined;
  declare object: Value | undefined;
  declare start: number;
  declare end: number;
  declare reason: Value | undefined;
  constructor(args: PyTuple) {
    super(args);
    this.encoding = undefined;
    this.object = undefined;
    this.start = 0;
    this.end = 0;
    this.reason = undefined;
  }
}

export class PyBaseExceptionGroup extends PyBaseException {
  declare message: Value;
  declare exceptions: PyTuple;
  constructor(args: PyTuple, message: Value, exceptions: PyTuple) {
    super(args);
    this.message = message;
    this.exceptions = exceptions;
  }
}
