import { typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { concat, join, repeat, slice, type Text } from '../../algorithms/text/contents.ts';
import { callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { copyDict, dictItems } from '../../runtime/dict.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { instanceDict } from '../../runtime/instance-dict.ts';
import { stopIteration } from '../../runtime/iterate.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { reprText } from '../../runtime/text.ts';
import { optionalSize, PyTextIOBase, textIOBaseType, typeTitle } from './base.ts';
import { docs } from './docs.gen.ts';
import { newlinesValue } from './newline-decoder.ts';
import { findLineEnd, lineEndsOf, NewlineTranslator } from './newlines.ts';

/** A text stream over memory. CPython: Modules/_io/stringio.c */
export class PyStringIO extends PyTextIOBase {
  /** Null before `__init__` and when closed. */
  contents: Text | null = null;
  closed = false;
  /** What was written at the end since the contents were last looked at. */
  tail: Text[] = [];
  tailLength = 0;
  position = 0;
  newline: string | null = '\n';
  ends = lineEndsOf('\n');
  translator: NewlineTranslator | null = null;
}

function check(self: PyStringIO): void {
  if (self.closed) throw valueError('I/O operation on closed file');
  if (self.contents === null) throw valueError('I/O operation on uninitialized object');
}

/** The contents as one text. */
function flat(self: PyStringIO): Text {
  check(self);
  if (self.tail.length > 0) {
    self.contents = join('', [self.contents!, ...self.tail]);
    self.tail = [];
    self.tailLength = 0;
  }
  return self.contents!;
}

const length = (self: PyStringIO): number => self.contents!.length + self.tailLength;

const isPlainNewline = (newline: string): boolean => ['', '\n', '\r', '\r\n'].includes(newline);

const init = new SignatureCallable(
  "(initial_value='', newline=<unrepresentable>)",
  (self: PyStringIO, initial: Value, newline: Value = '\n') => {
    const text = newline === null ? null : strValue(newline);
    if (text === undefined) {
      throw typeError(`newline must be str or None, not ${typeOf(newline).name}`);
    }
    const mark = text === null ? null : utf16(text);
    if (mark !== null && !isPlainNewline(mark)) {
      throw valueError(`illegal newline value: ${reprText(newline)}`);
    }
    const value = initial === null ? '' : strValue(initial);
    if (value === undefined) {
      throw typeError(`initial_value must be str or None, not ${typeOf(initial).name}`);
    }
    start(self, mark);
    if (value !== '') write(self, value);
    self.position = 0;
    return null;
  },
  '$self',
  'StringIO',
);

function start(self: PyStringIO, newline: string | null): void {
  self.closed = false;
  self.contents = '';
  self.tail = [];
  self.tailLength = self.position = 0;
  self.newline = newline;
  self.ends = lineEndsOf(newline);
  self.translator = self.ends.universal ? new NewlineTranslator(self.ends.translate) : null;
}

function write(self: PyStringIO, text: PyStr): void {
  let piece = contentsOf(text);
  if (self.translator !== null) piece = self.translator.convert(piece, true);
  else if (self.newline === '\r' || self.newline === '\r\n') piece = replaceLf(piece, self.newline);
  if (piece.length > 0) put(self, piece);
}

/** Writes `\n` as `newline`. */
export function replaceLf(text: Text, newline: string): Text {
  if (typeof text === 'string') return text.replaceAll('\n', newline);
  const parts: Text[] = [];
  let from = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, from)) {
    parts.push(slice(text, from, at), newline);
    from = at + 1;
  }
  return from === 0 ? text : join('', [...parts, slice(text, from, text.length)]);
}

function put(self: PyStringIO, piece: Text): void {
  if (self.position === length(self)) {
    self.tail.push(piece);
    self.tailLength += piece.length;
    self.position += piece.length;
    return;
  }
  const old = flat(self);
  const before =
    self.position > old.length
      ? concat(old, repeat('\0', self.position - old.length))
      : slice(old, 0, self.position);
  self.position += piece.length;
  const rest = self.position < old.length ? slice(old, self.position, old.length) : '';
  self.contents = join('', [before, piece, rest]);
}

function take(self: PyStringIO, end: number): PyStr {
  const text = flat(self);
  const from = Math.min(self.position, text.length);
  const to = Math.min(end, text.length);
  if (to <= from) return '';
  self.position = to;
  return strOf(from === 0 && to === text.length ? text : slice(text, from, to));
}

function takeLine(self: PyStringIO, limit: number): PyStr {
  const text = flat(self);
  if (limit === 0 || self.position >= text.length) return '';
  const found = findLineEnd(text, self.position, self.ends);
  const end = found < 0 ? text.length : found;
  return take(self, limit < 0 ? end : Math.min(end, self.position + limit));
}

function seek(self: PyStringIO, position: number, whence: number): number {
  check(self);
  if (whence < 0 || whence > 2) {
    throw valueError(`Invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (position < 0 && whence === 0) throw valueError(`Negative seek position ${position}`);
  if (whence !== 0 && position !== 0) {
    throw newException(osErrorType, "Can't do nonzero cur-relative seeks");
  }
  self.position = whence === 0 ? position : whence === 1 ? self.position : length(self);
  return self.position;
}

function setState(self: PyStringIO, state: Value): void {
  if (self.closed) throw valueError('I/O operation on closed file');
  if (!(state instanceof PyTuple) || state.items.length < 4) {
    const title = typeTitle(self);
    throw typeError(`${title}.__setstate__ argument should be 4-tuple, got ${typeOf(state).name}`);
  }
  const [initial, newline, position, dict] = state.items as [Value, Value, Value, Value];
  const text = initial === null ? '' : strValue(initial);
  if (text === undefined) {
    throw typeError(`initial_value must be str or None, not ${typeOf(initial).name}`);
  }
  init.call(self, ['', newline], null);
  // The text is what getvalue gave: its line ends were translated when it was written.
  self.contents = contentsOf(text);
  if (typeof position !== 'number' || !Number.isInteger(position)) {
    throw typeError(`third item of state must be an integer, got ${typeOf(position).name}`);
  }
  if (position < 0) throw valueError('position value cannot be negative');
  self.position = position;
  if (dict === null) return;
  if (!(dict instanceof PyDict)) {
    throw typeError(`fourth item of state should be a dict, got a ${typeOf(dict).name}`);
  }
  callMethod(instanceDict(self), 'update', dict);
}

const yes = (self: PyStringIO): Value => {
  check(self);
  return true;
};

export const stringIOType: PyType = defineType(PyStringIO, {
  name: 'StringIO',
  module: '_io',
  doc: docs.StringIO,
  base: textIOBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyStringIO)()),
  slots: {
    __init__: (self, args, names) => void init.call(self, args, names),
    __next__: self => {
      check(self);
      const line = self.type === stringIOType ? takeLine(self, -1) : callMethod(self, 'readline');
      const text = strValue(line);
      if (text === undefined) {
        throw newException(
          osErrorType,
          `readline() should have returned a str object, not '${typeOf(line).name}'`,
        );
      }
      if (text === '') throw stopIteration(null);
      return line;
    },
  },
  attributes: {
    closed: { get: self => self.closed },
    line_buffering: { get: self => (check(self), false) },
    newlines: { get: self => (check(self), newlinesValue(self.translator?.seen ?? 0)) },
  },
  methods: {
    read: method('(size=-1, /)', docs['StringIO.read'], (self, size) => {
      check(self);
      const limit = optionalSize(size);
      return take(self, limit < 0 ? Infinity : self.position + limit);
    }),
    readline: method('(size=-1, /)', docs['StringIO.readline'], (self, size) => {
      check(self);
      return takeLine(self, optionalSize(size));
    }),
    tell: method('()', docs['StringIO.tell'], self => (check(self), smallInt(self.position))),
    truncate: method('(pos=None, /)', docs['StringIO.truncate'], (self, pos) => {
      check(self);
      const size = optionalSize(pos, self.position);
      if (size < 0) throw valueError(`Negative size value ${size}`);
      if (size < length(self)) self.contents = slice(flat(self), 0, size);
      return smallInt(size);
    }),
    seek: method('(pos: index, whence: cint = 0, /)', docs['StringIO.seek'], (self, pos, whence) =>
      smallInt(seek(self, pos, whence)),
    ),
    write: method('(s, /)', docs['StringIO.write'], (self, s) => {
      const text = strValue(s);
      if (text === undefined) {
        throw typeError(`string argument expected, got '${typeOf(s).name}'`);
      }
      check(self);
      write(self, text);
      return smallInt(contentsOf(text).length);
    }),
    getvalue: method('()', docs['StringIO.getvalue'], self => strOf(flat(self))),
    readable: method('()', docs['StringIO.readable'], yes),
    writable: method('()', docs['StringIO.writable'], yes),
    seekable: method('()', docs['StringIO.seekable'], yes),
    close: method('()', docs['StringIO.close'], self => {
      self.closed = true;
      self.contents = '';
      self.tail = [];
      self.tailLength = 0;
      return null;
    }),
    __getstate__: method('()', '', self => {
      const value = strOf(flat(self));
      const dict = instanceDict(self);
      const state = dictItems(dict).length > 0 ? copyDict(dict) : null;
      return tuple([value, self.newline, smallInt(self.position), state]);
    }),
    __setstate__: method('(state, /)', '', (self, state) => (setState(self, state), null)),
  },
});
