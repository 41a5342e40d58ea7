import type { PyCode } from './code.ts';
import type { PyDict } from './dict.ts';
import { PyObject, type Attributes, type Value } from './object.ts';

/** A call of Python code, as tracebacks and sys._getframe show it: made when asked for. CPython: Objects/frameobject.c */
export class PyFrame extends PyObject {
  declare readonly code: PyCode;
  declare readonly globals: Attributes;
  /** The place in the code's position table. */
  declare place: number;
  /** The values of `code.info.locals`; undefined where unbound. */
  declare locals: (Value | undefined)[];
  declare back: PyFrame | null;
  /** The locals of a class body; what was stored among a function's under names that are no variables of it. */
  declare localsDict: PyDict | null;
  declare trace: Value;
  declare traceLines: boolean;
  declare traceOpcodes: boolean;
  declare generator: Value;
  constructor(
    code: PyCode,
    globals: Attributes,
    place: number,
    locals: readonly (Value | undefined)[],
  ) {
    super();
    this.code = code;
    this.globals = globals;
    this.place = place;
    // The caller hands the array over.
    this.locals = locals as (Value | undefined)[];
    this.back = null;
    this.localsDict = null;
    this.trace = null;
    this.traceLines = true;
    this.traceOpcodes = false;
    this.generator = null;
  }
}

/** One level of a traceback, the outermost first. CPython: Python/traceback.c */
export class PyTraceback extends PyObject {
  declare next: PyTraceback | null;
  declare readonly frame: PyFrame;
  declare readonly place: number;
  declare readonly line: number;
  constructor(next: PyTraceback | null, frame: PyFrame, place: number, line: number) {
    super();
    this.next = next;
    this.frame = frame;
    this.place = place;
    this.line = line;
  }
}
