import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import type { PyBaseException } from '../../objects/exception.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { PyObject, Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { callMethod } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { stopIteration } from '../../runtime/iterate.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { guardRepr, repr } from '../../runtime/text.ts';
import {
  bufferedIOBaseType,
  cannotPickle,
  checkAble,
  DEFAULT_BUFFER_SIZE,
  isClosed,
  optionalSize,
  typeTitle,
  unsupported,
  writableBuffer,
} from './base.ts';
import {
  available,
  checkOpen,
  checkState,
  flushPending,
  peek,
  PyBuffered,
  rawIsClosed,
  rawSeek,
  rawTell,
  readAll,
  readBytes,
  readInto,
  readLine,
  readOnce,
  rewind,
  setUp,
  writeBytes,
} from './buffer-state.ts';
import { docs } from './docs.gen.ts';

/** Buffered binary streams. CPython: Modules/_io/bufferedio.c */
export class PyBufferedReader extends PyBuffered {}
export class PyBufferedWriter extends PyBuffered {}
export class PyBufferedRandom extends PyBuffered {}

/** The logical position. */
const tell = (self: PyBuffered): number =>
  rawTell(self) - available(self) + (self.length - self.written);

function seek(self: PyBuffered, targetValue: Value, whence: number): number {
  if (whence < 0 || whence > 4) throw valueError(`whence value ${whence} unsupported`);
  checkOpen(self, 'seek');
  checkAble(self.raw, 'seekable');
  const target = asIndex(targetValue);
  if (whence !== 2 && whence < 2 && available(self) > 0) {
    const here = tell(self);
    const offset = target - (whence === 0 ? here : 0);
    if (offset >= -self.start && offset <= available(self)) {
      self.start += offset;
      return here + offset;
    }
  }
  flushPending(self);
  const absolute = whence === 1 ? target - available(self) : target;
  const position = rawSeek(self, absolute, whence);
  self.start = self.end = 0;
  return position;
}

/** Writes out, and lets the raw stream stand where this one does. */
function flush(self: PyBuffered): void {
  flushPending(self);
  if (self instanceof PyBufferedRandom) rewind(self);
}

function close(self: PyBuffered): Value {
  checkState(self);
  if (rawIsClosed(self)) return null;
  let failure: unknown;
  try {
    callMethod(self, 'flush');
  } catch (error) {
    failure = error;
  }
  try {
    const result = callMethod(self.raw, 'close');
    self.ahead = self.behind = new Uint8Array(0);
    self.start = self.end = self.written = self.length = 0;
    if (failure === undefined) return result;
  } catch (error) {
    if (failure !== undefined) {
      const last = error as PyBaseException;
      if (last.context === null || last.context === undefined) {
        last.context = failure as PyBaseException;
      }
    }
    throw error;
  }
  throw failure;
}

function nextLine(self: PyBuffered): Value {
  const isPlain = self.type === bufferedReaderType || self.type === bufferedRandomType;
  let line: Value;
  if (isPlain) {
    checkOpen(self, 'readline');
    line = new PyBytes(readLine(self, -1));
  } else line = callMethod(self, 'readline');
  if (!(line instanceof PyBytes)) {
    throw newException(
      osErrorType,
      str(`readline() should have returned a bytes object, not '${typeOf(line).name}'`),
    );
  }
  if (line.data.length === 0) throw stopIteration(null);
  return line;
}

const orNone = (data: Uint8Array | null): Value => (data === null ? null : new PyBytes(data));

const commonMethods = {
  detach: method('()', '', (self: PyBuffered) => {
    checkState(self);
    callMethod(self, 'flush');
    const { raw } = self;
    self.raw = self.file = null;
    self.state = 'detached';
    return raw;
  }),
  seekable: method('()', '', (self: PyBuffered) => forward(self, 'seekable')),
  fileno: method('()', '', (self: PyBuffered) => forward(self, 'fileno')),
  isatty: method('()', '', (self: PyBuffered) => forward(self, 'isatty')),
  close: method('()', '', (self: PyBuffered) => close(self)),
  tell: method('()', '', (self: PyBuffered) => {
    checkState(self);
    return int(tell(self));
  }),
  seek: method('(target, whence: cint = 0, /)', '', (self: PyBuffered, target, whence) => {
    checkState(self);
    return int(seek(self, target, whence));
  }),
  truncate: method('(pos=None, /)', '', (self: PyBuffered, pos) => {
    checkOpen(self, 'truncate');
    if (self instanceof PyBufferedReader) throw unsupported('truncate');
    flush(self);
    return callMethod(self.raw, 'truncate', pos);
  }),
  _dealloc_warn: method('(source, /)', '', (self: PyBuffered, source) => {
    if (self.state === 'open') callMethod(self.raw, '_dealloc_warn', source);
    return null;
  }),
  __getstate__: method('()', '', (self: PyBuffered) => cannotPickle(self)),
  __sizeof__: method('()', '', (self: PyBuffered) => {
    checkState(self);
    return smallInt(96 + self.size);
  }),
};

function forward(self: PyBuffered, name: string): Value {
  checkState(self);
  return callMethod(self.raw, name);
}

const readMethods = {
  readable: method('()', '', (self: PyBuffered) => forward(self, 'readable')),
  read: method('(size=-1, /)', '', (self: PyBuffered, size) => {
    checkState(self);
    const length = optionalSize(size);
    if (length < -1) throw valueError('read length must be non-negative or -1');
    checkOpen(self, 'read');
    return orNone(length === -1 ? readAll(self) : readBytes(self, length));
  }),
  read1: method('(size=-1, /)', '', (self: PyBuffered, size) => {
    checkState(self);
    const length = asIndex(size);
    checkOpen(self, 'read');
    return new PyBytes(readOnce(self, length));
  }),
  readinto: method('(buffer, /)', '', (self: PyBuffered, buffer) => {
    const target = writableBuffer(buffer, 'readinto');
    checkOpen(self, 'readinto');
    const count = readInto(self, target, false);
    return count === null ? null : smallInt(count);
  }),
  readinto1: method('(buffer, /)', '', (self: PyBuffered, buffer) => {
    const target = writableBuffer(buffer, 'readinto1');
    checkOpen(self, 'readinto');
    const count = readInto(self, target, true);
    return count === null ? null : smallInt(count);
  }),
  readline: method('(size=-1, /)', docs['_IOBase.readline'], (self: PyBuffered, size) => {
    checkState(self);
    const limit = optionalSize(size);
    checkOpen(self, 'readline');
    return new PyBytes(readLine(self, limit));
  }),
  peek: method('(size: index = 0, /)', '', (self: PyBuffered) => {
    checkOpen(self, 'peek');
    return new PyBytes(peek(self));
  }),
};

const writeMethods = {
  writable: method('()', '', (self: PyBuffered) => forward(self, 'writable')),
  write: method('(buffer, /)', docs['_BufferedIOBase.write'], (self: PyBuffered, buffer) => {
    checkState(self);
    const bytes = bufferData(buffer);
    if (rawIsClosed(self)) throw valueError('write to closed file');
    return smallInt(writeBytes(self, bytes));
  }),
  flush: method('()', '', (self: PyBuffered) => {
    checkOpen(self, 'flush');
    flush(self);
    return null;
  }),
};

const commonSpec = {
  module: '_io',
  base: bufferedIOBaseType,
  flags: ['base', 'dict', 'weakref'] as const,
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyBuffered)()),
  members: {
    raw: (self: PyBuffered) => self.raw,
    _finalizing: {
      get: (self: PyBuffered) => self.finalizing,
      set: (self: PyBuffered, v: Value | undefined) => void (self.finalizing = v ?? false),
    },
  },
  attributes: {
    closed: { get: (self: PyBuffered) => (checkState(self), isClosed(self.raw)) },
    name: { get: (self: PyBuffered) => (checkState(self), getAttr(self.raw, 'name')) },
    mode: { get: (self: PyBuffered) => (checkState(self), getAttr(self.raw, 'mode')) },
  },
};

function reprOf(self: PyBuffered) {
  const title = typeTitle(self);
  let name: Value | undefined;
  try {
    name = findAttr(self, 'name');
  } catch {
    // Detached or not initialised.
  }
  if (name === undefined) return str(`<${title}>`);
  const known = name;
  return guardRepr(self, '...', () => str(`<${title} name=${utf16(repr(known))}>`));
}

type Need = 'seekable' | 'readable' | 'writable';

const initOf = (name: string, needs: readonly Need[]) =>
  new SignatureCallable(
    `(raw, buffer_size: index = ${DEFAULT_BUFFER_SIZE})`,
    (self: PyBuffered, raw: Value, size: number) => {
      self.state = 'new';
      for (const need of needs) checkAble(raw, need);
      setUp(self, raw, size);
      return null;
    },
    '$self',
    name,
  );

const readerInit = initOf('BufferedReader', ['readable']);
export const bufferedReaderType = defineType(PyBufferedReader, {
  ...commonSpec,
  name: 'BufferedReader',
  doc: docs.BufferedReader,
  slots: {
    __init__: (self, args, names) => void readerInit.call(self, args, names),
    __repr__: reprOf,
    __next__: nextLine,
  },
  methods: {
    ...commonMethods,
    ...readMethods,
    flush: method('()', '', (self: PyBuffered) => forward(self, 'flush')),
  },
});

const writerInit = initOf('BufferedWriter', ['writable']);
export const bufferedWriterType = defineType(PyBufferedWriter, {
  ...commonSpec,
  name: 'BufferedWriter',
  doc: docs.BufferedWriter,
  slots: {
    __init__: (self, args, names) => void writerInit.call(self, args, names),
    __repr__: reprOf,
  },
  methods: { ...commonMethods, ...writeMethods },
});

const randomInit = initOf('BufferedRandom', ['seekable', 'readable', 'writable']);
export const bufferedRandomType = defineType(PyBufferedRandom, {
  ...commonSpec,
  name: 'BufferedRandom',
  doc: docs.BufferedRandom,
  slots: {
    __init__: (self, args, names) => void randomInit.call(self, args, names),
    __repr__: reprOf,
    __next__: nextLine,
  },
  methods: { ...commonMethods, ...readMethods, ...writeMethods },
});

/** A pair of streams as one. */
export class PyBufferedRWPair extends PyBuffered {
  reader: Value = null;
  writer: Value = null;
}

const pairInit = new SignatureCallable(
  `(reader, writer, buffer_size: index = ${DEFAULT_BUFFER_SIZE}, /)`,
  (self: PyBufferedRWPair, reader: Value, writer: Value, size: number) => {
    checkAble(reader, 'readable');
    checkAble(writer, 'writable');
    const make = (type: PyObject['type'], raw: Value) => {
      const made = new (type.alloc as new () => PyBuffered)();
      setUp(made, raw, size);
      return made;
    };
    self.reader = make(bufferedReaderType, reader);
    self.writer = make(bufferedWriterType, writer);
    return null;
  },
  '$self',
  'BufferedRWPair',
);

const part = (self: PyBufferedRWPair, which: 'reader' | 'writer'): Value => {
  if (self[which] === null) throw valueError('I/O operation on uninitialized object');
  return self[which];
};
const forwards = (which: 'reader' | 'writer', name: string) => (self: PyBufferedRWPair) =>
  callMethod(part(self, which), name);
const forwardsOne =
  (which: 'reader' | 'writer', name: string) => (self: PyBufferedRWPair, argument: Value) =>
    callMethod(part(self, which), name, argument);

function closePair(self: PyBufferedRWPair): Value {
  let failure: unknown;
  try {
    callMethod(part(self, 'writer'), 'close');
  } catch (error) {
    failure = error;
  }
  try {
    const result = callMethod(part(self, 'reader'), 'close');
    if (failure === undefined) return result;
  } catch (error) {
    if (failure !== undefined) (error as PyBaseException).context ??= failure as PyBaseException;
    throw error;
  }
  throw failure;
}

export const bufferedRWPairType = defineType(PyBufferedRWPair, {
  name: 'BufferedRWPair',
  module: '_io',
  doc: docs.BufferedRWPair,
  base: bufferedIOBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyBufferedRWPair)()),
  slots: { __init__: (self, args, names) => void pairInit.call(self, args, names) },
  attributes: {
    closed: { get: self => isClosed(part(self, 'writer')) },
  },
  methods: {
    read: method('(size=-1, /)', '', forwardsOne('reader', 'read')),
    peek: method('(size=0, /)', '', forwardsOne('reader', 'peek')),
    read1: method('(size=-1, /)', '', forwardsOne('reader', 'read1')),
    readinto: method('(buffer, /)', '', forwardsOne('reader', 'readinto')),
    readinto1: method('(buffer, /)', '', forwardsOne('reader', 'readinto1')),
    write: method('(buffer, /)', '', forwardsOne('writer', 'write')),
    flush: method('()', '', forwards('writer', 'flush')),
    readable: method('()', '', forwards('reader', 'readable')),
    writable: method('()', '', forwards('writer', 'writable')),
    close: method('()', '', closePair),
    isatty: method('()', '', self => {
      const first = callMethod(part(self, 'writer'), 'isatty');
      return first === false ? callMethod(part(self, 'reader'), 'isatty') : first;
    }),
    __getstate__: method('()', '', self => {
      throw typeError(`cannot pickle '${self.type.name}' instances`);
    }),
  },
});
