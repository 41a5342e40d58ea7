import { codeType, typeOf } from '../objects/builtin-types.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyCode, type CodeInfo } from '../objects/code.ts';
import { deprecationWarningType } from '../objects/exception-types.ts';
import { int, smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { isStr, str, utf16 } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import type { Names } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { asCInt, asInt, strValue } from '../runtime/convert.ts';
import { defineType, method, variadic, variadicMethod } from '../runtime/declare.ts';
import {
  indexError,
  notImplementedError,
  systemError,
  typeError,
  valueError,
} from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { address } from '../runtime/text.ts';
import { warnCaller } from '../runtime/warn.ts';
import { equalityOnly } from './rich-compare.ts';

/**
 * Code. There is no bytecode: an instruction is a place in the code's position table, two "bytes" long as CPython's are, so that `tb_lasti` finds its
 * place in `co_positions()`. CPython: Objects/codeobject.c
 */

const names = (texts: readonly string[]): PyTuple => tuple(texts.map(str));
const noBytes = () => new PyBytes(new Uint8Array(0));

/** The docstring first, as CPython has it, then the codes of what is nested. */
const constantsOf = ({ info, constants }: PyCode): PyTuple =>
  tuple(info.doc === undefined || info.doc === null ? constants : [info.doc, ...constants]);

/** An iterator over numbered steps. */
abstract class StepIterator extends PyIterator {
  declare protected index: number;
  declare private readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.index = 0;
    this.items = items;
  }
  override next(): Value | undefined {
    return this.items[this.index++];
  }
}
export class LineIterator extends StepIterator {}
export class PositionsIterator extends StepIterator {}
defineType(LineIterator, { name: 'line_iterator', doc: null, flags: ['base'] });
defineType(PositionsIterator, { name: 'positions_iterator', doc: null, flags: ['base'] });

/** `(start, end, line)` for each run of instructions of one line. */
function lines(code: PyCode): LineIterator {
  const runs: Value[] = [];
  let start = 0;
  for (let i = 1; i <= code.placeCount + 1; i++) {
    const { line } = code.position(i - 1);
    if (i <= code.placeCount && code.position(i).line === line) continue;
    runs.push(tuple([smallInt(start * 2), smallInt(i * 2), smallInt(line)]));
    start = i;
  }
  return new LineIterator(runs);
}
function positions(code: PyCode): PositionsIterator {
  const all: Value[] = [];
  for (let i = 0; i <= code.placeCount; i++) {
    const { line, endLine, column, endColumn } = code.position(i);
    all.push(tuple([line, endLine, column, endColumn].map(smallInt)));
  }
  return new PositionsIterator(all);
}

const fields: readonly (keyof CodeInfo)[] = [
  'name',
  'qualname',
  'line',
  'flags',
  'argcount',
  'posonly',
  'kwonly',
  'positions',
];
const isEqual = (a: PyCode, b: PyCode): boolean =>
  a === b ||
  (a.maker === b.maker &&
    a.unit === b.unit &&
    fields.every(field => a.info[field] === b.info[field]) &&
    equals(names(a.info.varnames), names(b.info.varnames)) &&
    equals(names(a.info.names), names(b.info.names)) &&
    equals(tuple(a.constants), tuple(b.constants)));

/** What of a code `replace` can change, and how the value is read. */
const replaceable: Readonly<Record<string, (name: string, v: Value) => Partial<CodeInfo>>> = {
  co_argcount: (name, v) => ({ argcount: count(name, v) }),
  co_posonlyargcount: (name, v) => ({ posonly: count(name, v) }),
  co_kwonlyargcount: (name, v) => ({ kwonly: count(name, v) }),
  co_nlocals: (name, v) => (count(name, v), {}),
  co_stacksize: (name, v) => (count(name, v), {}),
  co_flags: (name, v) => ({ flags: count(name, v) }),
  co_firstlineno: (name, v) => ({ line: count(name, v) }),
  co_names: (name, v) => ({ names: texts(name, v) }),
  co_varnames: (name, v) => ({ varnames: texts(name, v) }),
  co_freevars: (name, v) => ({ freevars: texts(name, v) }),
  co_cellvars: (name, v) => ({ cellvars: texts(name, v) }),
  co_name: (name, v) => ({ name: text(name, v) }),
  co_qualname: (name, v) => ({ qualname: text(name, v) }),
};
const unchanging = new Set(['co_code', 'co_linetable', 'co_exceptiontable']);

function count(name: string, v: Value): number {
  const n = asCInt(asInt(v));
  if (n < 0) throw valueError(`${name} must be a positive integer`);
  return n;
}
function text(name: string, v: Value): string {
  const value = strValue(v);
  if (value === undefined)
    throw typeError(`replace() argument '${name}' must be str, not ${typeOf(v).name}`);
  return utf16(value);
}
function texts(name: string, v: Value): string[] {
  if (!(v instanceof PyTuple))
    throw typeError(`replace() argument '${name}' must be tuple, not ${typeOf(v).name}`);
  return v.items.map(item => {
    if (!isStr(item)) throw systemError('non-string found in code slot');
    return utf16(item);
  });
}

function replace(self: PyCode, args: readonly Value[], given: Names): PyCode {
  const changes = given ?? [];
  if (args.length > changes.length) throw typeError('replace() takes no positional arguments');
  let info: CodeInfo = self.info;
  let { filename } = self;
  let constants: readonly Value[] = self.constants;
  changes.forEach((name, i) => {
    const value = args[i]!;
    const change = replaceable[name];
    if (change !== undefined) info = { ...info, ...change(name, value) };
    else if (name === 'co_filename') filename = text(name, value);
    else if (name === 'co_consts') {
      if (!(value instanceof PyTuple))
        throw typeError(`replace() argument 'co_consts' must be tuple, not ${typeOf(value).name}`);
      const hasDoc = info.doc !== undefined && info.doc !== null;
      if (hasDoc) info = { ...info, doc: value.items[0] ?? null };
      constants = hasDoc ? value.items.slice(1) : value.items;
    } else if (!unchanging.has(name))
      throw typeError(`replace() got an unexpected keyword argument '${name}'`);
  });
  const code = new PyCode(info, filename, self.unit);
  code.maker = self.maker;
  code.origin = self.origin;
  code.constants.push(...constants);
  return code;
}

defineType<PyCode>(codeType, {
  name: 'code',
  doc: 'Create a code object.  Not for the faint of heart.',
  flags: ['weakref'],
  equality: 'custom',
  new: variadic((_type, args) => {
    if (args.length < 16)
      throw typeError(`code expected at least 16 arguments, got ${args.length}`);
    throw notImplementedError('code cannot be made of bytecode on this platform');
  }),
  slots: {
    ...equalityOnly((self, other) => (other instanceof PyCode ? isEqual(self, other) : undefined)),
    __repr__: self =>
      str(
        `<code object ${self.info.name} at ${address(self)}, file "${self.filename}", line ${self.info.line}>`,
      ),
    __hash__: self => int(hash(tuple([str(self.info.name), smallInt(self.info.line)]))),
  },
  members: {
    co_argcount: self => smallInt(self.info.argcount),
    co_posonlyargcount: self => smallInt(self.info.posonly),
    co_kwonlyargcount: self => smallInt(self.info.kwonly),
    co_stacksize: () => smallInt(1),
    co_nlocals: self => smallInt(self.info.varnames.length),
    co_flags: self => smallInt(self.info.flags),
    co_consts: constantsOf,
    co_names: self => names(self.info.names),
    co_filename: self => str(self.filename),
    co_name: self => str(self.info.name),
    co_qualname: self => str(self.info.qualname),
    co_firstlineno: self => smallInt(self.info.line),
    co_linetable: noBytes,
    co_exceptiontable: noBytes,
  },
  attributes: {
    _co_code_adaptive: { get: noBytes },
    co_code: { get: noBytes },
    co_varnames: { get: self => names(self.info.varnames) },
    co_cellvars: { get: self => names(self.info.cellvars) },
    co_freevars: { get: self => names(self.info.freevars) },
    co_lnotab: {
      get() {
        warnCaller(deprecationWarningType, 'co_lnotab is deprecated, use co_lines instead.');
        return noBytes();
      },
    },
  },
  methods: {
    __replace__: variadicMethod('The same as replace().', replace, '($self, /, **changes)'),
    __sizeof__: method('()', null, self => smallInt(200 + 8 * self.placeCount)),
    _varname_from_oparg: method(
      '(oparg: cint)',
      `(internal-only) Return the local variable name for the given oparg.

WARNING: this method is for internal use only and may change or go
away.`,
      ({ info }, index) => {
        const all = [...new Set([...info.varnames, ...info.cellvars, ...info.freevars])];
        const name = all[index];
        if (name === undefined) throw indexError('tuple index out of range');
        return str(name);
      },
    ),
    co_branches: method('()', null, () => new LineIterator([])),
    co_lines: method('()', null, lines),
    co_positions: method('()', null, positions),
    replace: variadicMethod(
      'Return a copy of the code object with new values for the specified fields.',
      replace,
      '($self, /, **changes)',
    ),
  },
});
