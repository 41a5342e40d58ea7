import { PyObject, type Entry, type Value } from './object.ts';

export const CO_OPTIMIZED = 1;
export const CO_NEWLOCALS = 2;
export const CO_VARARGS = 4;
export const CO_VARKEYWORDS = 8;
export const CO_NESTED = 16;
export const CO_GENERATOR = 32;
export const CO_COROUTINE = 128;
export const CO_ITERABLE_COROUTINE = 256;
export const CO_ASYNC_GENERATOR = 512;

/** What compiled text says of one function, class body or module; the compiler writes it as an object literal. */
export interface CodeInfo {
  readonly name: string;
  readonly qualname: string;
  readonly line: number;
  readonly flags: number;
  /** Positional parameters, the positional-only ones included. */
  readonly argcount: number;
  readonly posonly: number;
  readonly kwonly: number;
  /** Parameters in the order argcount, kwonly, *args, **kwargs; then the other locals. */
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  readonly names: readonly string[];
  readonly doc: Value | undefined;
  /** The places that `$p` counts, from 1: `line,column,endLine,endColumn` in UTF-8 bytes, joined by `;`. */
  readonly positions: string;
  /** The names whose values are handed over to a traceback, in order. */
  readonly locals: readonly string[];
}

/** A place in the source: lines from 1, columns in UTF-8 bytes from 0. */
export interface CodePosition {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Compiled code, with no binding to globals. CPython: Objects/codeobject.c */
export class PyCode extends PyObject {
  declare readonly info: CodeInfo;
  declare readonly filename: string;
  /** Runs a module's or an evaluated expression's code with the given globals; absent for functions. */
  declare readonly unit: CompiledUnit | null;
  /** Makes the function's body for other globals, from the cells of its free variables: `function(code, globals)`. */
  declare maker: ((globals: object, cells: readonly PyCell[]) => Entry) | null;
  /** The code that this one was made of by `replace`, itself where it was compiled. */
  declare origin: PyCode;
  /** Generators of this code may be awaited: `types.coroutine` replaced a function's code by one that says so. */
  declare isIterableCoroutine: boolean;
  /** The codes of nested functions and classes. */
  declare readonly constants: Value[];
  /** How keyword calls were bound before, by the identity of the call site's names. */
  declare readonly bindings: WeakMap<readonly string[], readonly number[]>;
  declare private decoded: readonly CodePosition[] | undefined;

  constructor(info: CodeInfo, filename: string, unit: CompiledUnit | null) {
    super();
    this.info = info;
    this.filename = filename;
    this.unit = unit;
    this.maker = null;
    this.origin = this;
    this.isIterableCoroutine = false;
    this.constants = [];
    this.bindings = new WeakMap();
    this.decoded = undefined;
  }

  /** The place that number `index` of the position table stands for; the first line where it is 0. */
  position(index: number): CodePosition {
    this.decoded ??= decodePositions(this.info.positions);
    return (
      this.decoded[index - 1] ?? {
        line: this.info.line,
        column: 0,
        endLine: this.info.line,
        endColumn: 0,
      }
    );
  }

  /** How many places there are besides the first line's. */
  get placeCount(): number {
    this.decoded ??= decodePositions(this.info.positions);
    return this.decoded.length;
  }

  /** How many parameters the JavaScript function takes. */
  get parameterCount(): number {
    const { argcount, kwonly, flags } = this.info;
    return argcount + kwonly + (flags & CO_VARARGS ? 1 : 0) + (flags & CO_VARKEYWORDS ? 1 : 0);
  }
}

function decodePositions(text: string): CodePosition[] {
  if (text === '') return [];
  let line = 0;
  return text.split(';').map(entry => {
    const [lineDelta = 0, column = 0, endLineDelta = 0, endColumn = 0] = entry
      .split(',')
      .map(Number);
    line += lineDelta;
    return { line, column, endLine: line + endLineDelta, endColumn };
  });
}

/** What the text of a module gives when the engine has compiled it: instantiate with globals and run. */
export interface CompiledUnit {
  /** The JavaScript text. */
  readonly text: string;
  run(globals: object, locals: PyObject | null): unknown;
}

/** The variable that a closure shares with its defining function. CPython: Objects/cellobject.c */
export class PyCell extends PyObject {
  declare readonly get: () => Value | undefined;
  declare readonly set: (value: Value | undefined) => void;
  constructor(get: () => Value | undefined, set: (value: Value | undefined) => void) {
    super();
    this.get = get;
    this.set = set;
  }
}
