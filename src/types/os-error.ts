import type { PyOSError, PySyntaxError } from '../objects/exception.ts';
import { blockingIOErrorType, osErrorType, syntaxErrorType } from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { lookup } from '../runtime/attributes.ts';
import type { Names } from '../runtime/call.ts';
import { asIndex, strValue } from '../runtime/convert.ts';
import { method, variadic } from '../runtime/declare.ts';
import { attributeError, osErrorTypeOf, typeError } from '../runtime/errors.ts';
import { listItems } from '../runtime/iterate.ts';
import { intValue } from '../runtime/numbers.ts';
import { reprText, strText, toStr } from '../runtime/text.ts';
import { defineException, field, keywords, stateOf } from './exceptions.ts';

/** OSError and SyntaxError, which read their arguments. CPython: Objects/exceptions.c */

/** Whether the arguments are read by `__new__`, or, where a subclass has an `__init__` only, by `__init__`. */
const readsInInit = (type: PyType): boolean =>
  lookup(type, '__init__') !== lookup(osErrorType, '__init__') &&
  lookup(type, '__new__') === lookup(osErrorType, '__new__');

function readArguments(self: PyOSError, args: readonly Value[]): void {
  self.args = args.length === 0 ? emptyTuple : tuple(args);
  if (args.length < 2 || args.length > 5) return;
  const [errno, strerror, filename, , filename2] = args;
  self.errno = errno!;
  self.strerror = strerror!;
  if (filename === undefined || filename === null) return;
  if (self.type.mro.includes(blockingIOErrorType) && intValue(filename) !== undefined) {
    self.written = smallInt(asIndex(filename));
    return;
  }
  self.filename = filename;
  if (filename2 !== undefined && filename2 !== null) self.filename2 = filename2;
  self.args = tuple(args.slice(0, 2));
}

function newOSError(type: PyType, args: readonly Value[], names: Names): Value {
  if (readsInInit(type))
    return new (type.alloc as unknown as new (args: PyOSError['args']) => PyOSError)(emptyTuple);
  keywords(type.name, args, names, []);
  let cls = type;
  if (type === osErrorType && args.length >= 2 && args.length <= 5) {
    const errno = intValue(args[0]!);
    if (typeof errno === 'number') cls = osErrorTypeOf(errno);
  }
  const self = new (cls.alloc as unknown as new (args: PyOSError['args']) => PyOSError)(emptyTuple);
  readArguments(self, args);
  return self;
}

defineException<PyOSError>(osErrorType, {
  new: variadic(newOSError),
  members: {
    errno: field(
      self => self.errno,
      (self, value) => {
        self.errno = value;
      },
    ),
    strerror: field(
      self => self.strerror,
      (self, value) => {
        self.strerror = value;
      },
    ),
    filename: field(
      self => self.filename ?? null,
      (self, value) => {
        self.filename = value;
      },
    ),
    filename2: field(
      self => self.filename2 ?? null,
      (self, value) => {
        self.filename2 = value;
      },
    ),
  },
  attributes: {
    characters_written: {
      get(self) {
        if (self.written === undefined)
          throw attributeError('characters_written', self, 'characters_written');
        return self.written;
      },
      set(self, value) {
        if (value === undefined && self.written === undefined)
          throw attributeError('characters_written', self, 'characters_written');
        self.written = value === undefined ? undefined : smallInt(asIndex(value));
      },
    },
  },
  slots: {
    __init__(self, args, names) {
      if (!readsInInit(self.type)) return;
      keywords(self.type.name, args, names, []);
      readArguments(self, args);
    },
    __str__(self) {
      const shown = (v: Value) => strText(v);
      if (self.filename !== undefined && self.filename !== null) {
        const head = `[Errno ${shown(self.errno)}] ${shown(self.strerror)}: ${reprText(self.filename)}`;
        return str(
          self.filename2 === undefined || self.filename2 === null
            ? head
            : `${head} -> ${reprText(self.filename2)}`,
        );
      }
      if (self.errno !== null && self.strerror !== null)
        return str(`[Errno ${shown(self.errno)}] ${shown(self.strerror)}`);
      const { items } = self.args;
      return items.length === 0
        ? ''
        : items.length === 1
          ? toStr(items[0]!)
          : str(reprText(self.args));
    },
  },
  methods: {
    __reduce__: method('()', '', self => {
      const { items } = self.args;
      const full =
        items.length === 2 && self.filename !== undefined
          ? self.filename2 === undefined
            ? tuple([...items, self.filename])
            : tuple([...items, self.filename, null, self.filename2])
          : self.args;
      return tuple([self.type, full, ...stateOf(self)]);
    }),
  },
});

function initSyntaxError(self: PySyntaxError, args: readonly Value[], names: Names): void {
  keywords(self.type.name, args, names, []);
  self.args = tuple(args);
  if (args.length >= 1) self.msg = args[0]!;
  if (args.length !== 2) return;
  const details = listItems(args[1]!);
  if (details.length < 4 || details.length > 7)
    throw typeError(
      details.length < 4
        ? `function missing required argument '${['filename', 'lineno', 'offset', 'text'][details.length]}' (pos ${details.length + 1})`
        : `function takes at most 7 arguments (${details.length} given)`,
    );
  const [filename, lineno, offset, text, endLineno, endOffset, metadata] = details;
  self.filename = filename!;
  self.lineno = lineno!;
  self.offset = offset!;
  self.text = text!;
  self.endLineno = endLineno ?? null;
  self.endOffset = endOffset ?? null;
  self.metadata = metadata ?? null;
  if (self.endLineno !== null && endOffset === undefined)
    throw typeError('end_offset must be provided when end_lineno is provided');
}

defineException<PySyntaxError>(syntaxErrorType, {
  members: {
    msg: field(
      self => self.msg,
      (self, value) => {
        self.msg = value;
      },
    ),
    filename: field(
      self => self.filename,
      (self, value) => {
        self.filename = value;
      },
    ),
    lineno: field(
      self => self.lineno,
      (self, value) => {
        self.lineno = value;
      },
    ),
    offset: field(
      self => self.offset,
      (self, value) => {
        self.offset = value;
      },
    ),
    text: field(
      self => self.text,
      (self, value) => {
        self.text = value;
      },
    ),
    end_lineno: field(
      self => self.endLineno,
      (self, value) => {
        self.endLineno = value;
      },
    ),
    end_offset: field(
      self => self.endOffset,
      (self, value) => {
        self.endOffset = value;
      },
    ),
    print_file_and_line: field(
      self => self.printFileAndLine,
      (self, value) => {
        self.printFileAndLine = value;
      },
    ),
    _metadata: field(
      self => self.metadata,
      (self, value) => {
        self.metadata = value;
      },
    ),
  },
  slots: {
    __init__: initSyntaxError,
    __str__(self) {
      const message = self.msg === null ? 'None' : strText(self.msg);
      const file = strValue(self.filename);
      const name = file === undefined ? null : reprBase(file);
      const line = intValue(self.lineno);
      if (name !== null && line !== undefined) return str(`${message} (${name}, line ${line})`);
      if (name !== null) return str(`${message} (${name})`);
      return line === undefined ? str(message) : str(`${message} (line ${line})`);
    },
  },
});
const reprBase = (path: Value): string => {
  const text = strText(path);
  return text.slice(text.lastIndexOf('/') + 1);
};
