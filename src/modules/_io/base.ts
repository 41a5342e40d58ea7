import { objectType, typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { osErrorType, valueErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { TYPE_HEAP } from '../../objects/type.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { bufferData, findBuffer } from '../../runtime/buffer.ts';
import { callMethod } from '../../runtime/call.ts';
import { asIndex, bytesValue } from '../../runtime/convert.ts';
import { constructor, defineType, method, variadicMethod } from '../../runtime/declare.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { forEach, lengthHint, stopIteration } from '../../runtime/iterate.ts';
import { isTrue } from '../../runtime/truth.ts';
import { exceptionClass } from '../exception-class.ts';
import { docs } from './docs.gen.ts';

/** The abstract base classes of all streams. CPython: Modules/_io/iobase.c, bufferedio.c, textio.c */

export const DEFAULT_BUFFER_SIZE = 131_072;

/** `io.UnsupportedOperation`, at once an OSError and a ValueError. */
export const unsupportedOperationType = exceptionClass(
  'UnsupportedOperation',
  'io',
  osErrorType,
  valueErrorType,
);

export const unsupported = (what: string) => newException(unsupportedOperationType, str(what));

export class PyIOBase extends PyObject {
  /** Closed by IOBase's own `close`: what Python code sees as `__IOBase_closed`. */
  baseClosed = false;
}
export class PyRawIOBase extends PyIOBase {}
export class PyBufferedIOBase extends PyIOBase {}
export class PyTextIOBase extends PyIOBase {}

/** A size argument that None or absence leaves at `otherwise`. */
export function optionalSize(v: Value, otherwise = -1): number {
  if (v === null) return otherwise;
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (typeof v === 'object' && v.__index__$0 === undefined) throw wrongSize(v);
  if (typeof v === 'string' || typeof v === 'number') throw wrongSize(v);
  return asIndex(v);
}
const wrongSize = (v: Value) =>
  typeError(`argument should be integer or None, not '${typeOf(v).name}'`);

export const isClosed = (self: Value): boolean => isTrue(getAttr(self, 'closed'));

export function checkClosed(self: Value, message = 'I/O operation on closed file.'): void {
  if (isClosed(self)) throw valueError(message);
}
/** Throws unless a stream says that it can. */
export function checkAble(self: Value, what: 'readable' | 'writable' | 'seekable'): void {
  if (callMethod(self, what) !== true) throw unsupported(`File or stream is not ${what}.`);
}

/** The bytes that a stream's method returned. */
function bytesFrom(v: Value, name: string): Uint8Array {
  if (!(v instanceof PyBytes)) {
    throw newException(
      osErrorType,
      str(`${name}() should have returned a bytes object, not '${typeOf(v).name}'`),
    );
  }
  return v.data;
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** `readline` for streams that only have `read`, and perhaps `peek`. */
function readLine(self: Value, limit: number): Uint8Array {
  const canPeek = findAttr(self, 'peek') !== undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  while (limit < 0 || length < limit) {
    let wanted = 1;
    if (canPeek) {
      const ahead = bytesFrom(callMethod(self, 'peek', smallInt(1)), 'peek');
      if (ahead.length > 0) {
        const end = ahead.indexOf(10) + 1;
        wanted = end > 0 ? end : ahead.length;
        if (limit >= 0) wanted = Math.min(wanted, limit - length);
      }
    }
    const part = bytesFrom(callMethod(self, 'read', smallInt(wanted)), 'read');
    if (part.length === 0) break;
    parts.push(part);
    length += part.length;
    if (part.at(-1) === 10) break;
  }
  return joinBytes(parts);
}

export const ioBaseType = defineType(PyIOBase, {
  name: '_IOBase',
  module: '_io',
  doc: docs._IOBase,
  base: objectType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyIOBase)()),
  attributes: {
    closed: { get: self => self.baseClosed },
  },
  slots: {
    __iter__: self => (checkClosed(self), self),
    __next__: self => nextLine(self),
  },
  methods: {
    __del__: method('()', '', self => finalize(self)),
    seek: method('(offset, whence=os.SEEK_SET, /)', docs['_IOBase.seek'], () => {
      throw unsupported('seek');
    }),
    tell: method('()', docs['_IOBase.tell'], self =>
      callMethod(self, 'seek', smallInt(0), smallInt(1)),
    ),
    truncate: method('(size=None, /)', docs['_IOBase.truncate'], () => {
      throw unsupported('truncate');
    }),
    flush: method('()', docs['_IOBase.flush'], self => {
      if (self.baseClosed) throw valueError('I/O operation on closed file.');
      return null;
    }),
    close: method('()', docs['_IOBase.close'], self => (closeBase(self), null)),
    seekable: method('()', docs['_IOBase.seekable'], () => false),
    readable: method('()', docs['_IOBase.readable'], () => false),
    writable: method('()', docs['_IOBase.writable'], () => false),
    _checkClosed: method('()', '', self => (checkClosed(self), null)),
    _checkSeekable: method('()', '', self => (checkAble(self, 'seekable'), true)),
    _checkReadable: method('()', '', self => (checkAble(self, 'readable'), true)),
    _checkWritable: method('()', '', self => (checkAble(self, 'writable'), true)),
    fileno: method('()', docs['_IOBase.fileno'], () => {
      throw unsupported('fileno');
    }),
    isatty: method('()', docs['_IOBase.isatty'], self => (checkClosed(self), false)),
    __enter__: method('()', '', self => (checkClosed(self), self)),
    __exit__: variadicMethod('', self => callMethod(self, 'close')),
    readline: method(
      '(size=-1, /)',
      docs['_IOBase.readline'],
      (self, size) => new PyBytes(readLine(self, optionalSize(size))),
    ),
    readlines: method('(hint=-1, /)', docs['_IOBase.readlines'], (self, hint) =>
      readLines(self, optionalSize(hint)),
    ),
    writelines: method('(lines, /)', docs['_IOBase.writelines'], (self, lines) => {
      checkClosed(self);
      forEach(lines, line => void callMethod(self, 'write', line));
      return null;
    }),
  },
});

/** IOBase's own `close`: flushes, and is closed even when that fails. */
export function closeBase(self: PyIOBase): void {
  if (self.baseClosed) return;
  try {
    callMethod(self, 'flush');
  } finally {
    self.baseClosed = true;
  }
}

/** How messages name a stream's class: `_io.FileIO`, or a subclass's bare name. */
export const typeTitle = (self: PyIOBase): string =>
  self.type.flags & TYPE_HEAP ? self.type.name : `_io.${self.type.name}`;

export function cannotPickle(self: PyIOBase): never {
  throw typeError(`cannot pickle '${self.type.name}' instances`);
}

/** The memory of a read-write bytes-like object. */
export function writableBuffer(v: Value, name: string): Uint8Array {
  if (v instanceof PyBytes || typeof v !== 'object' || v === null || findBuffer(v) === undefined) {
    throw typeError(
      `${name}() argument must be read-write bytes-like object, not ${v === null ? 'None' : typeOf(v).name}`,
    );
  }
  return bufferData(v);
}

function nextLine(self: Value): Value {
  const line = callMethod(self, 'readline');
  if (lengthHint(line, 0) === 0) throw stopIteration(null);
  return line;
}

export function readLines(self: Value, hint: number): Value {
  const lines: Value[] = [];
  let length = 0;
  forEach(self, line => {
    lines.push(line);
    length += lengthHint(line, 0);
    return hint > 0 && length > hint;
  });
  return new PyList(lines);
}

/** `__del__`: closes what is still open, quietly. */
function finalize(self: PyIOBase): Value {
  try {
    if (!isClosed(self)) callMethod(self, 'close');
  } catch {
    // As CPython outside development mode: there is nobody to tell.
  }
  return null;
}

export const rawIOBaseType = defineType(PyRawIOBase, {
  name: '_RawIOBase',
  module: '_io',
  doc: docs._RawIOBase,
  base: ioBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: 'inherit',
  methods: {
    read: method('(size=-1, /)', '', (self, size) => {
      const wanted = asIndex(size);
      if (wanted < 0) return callMethod(self, 'readall');
      const buffer = new PyByteArray(new Uint8Array(wanted));
      const result = callMethod(self, 'readinto', buffer);
      if (result === null) return null;
      const length = asIndex(result);
      if (length < 0 || length > wanted) {
        throw valueError(`readinto returned ${length} outside buffer size ${wanted}`);
      }
      return new PyBytes(buffer.data.slice(0, length));
    }),
    readall: method('()', docs['_RawIOBase.readall'], self => {
      const parts: Uint8Array[] = [];
      for (;;) {
        const part = callMethod(self, 'read', smallInt(DEFAULT_BUFFER_SIZE));
        if (part === null) {
          if (parts.length === 0) return null;
          break;
        }
        if (!(part instanceof PyBytes)) throw typeError('read() should return bytes');
        if (part.data.length === 0) break;
        parts.push(part.data);
      }
      return new PyBytes(joinBytes(parts));
    }),
  },
});

function readInto(self: Value, buffer: Value, name: 'read' | 'read1'): Value {
  const target = writableBuffer(buffer, name === 'read' ? 'readinto' : 'readinto1');
  const data = bytesValue(callMethod(self, name, smallInt(target.length)));
  if (data === undefined) throw typeError(`${name}() should return bytes`);
  if (data.length > target.length) {
    throw valueError(
      `read() returned too much data: ${target.length} bytes requested, ${data.length} returned`,
    );
  }
  target.set(data);
  return smallInt(data.length);
}

const refuse = (name: string) => () => {
  throw unsupported(name);
};

export const bufferedIOBaseType = defineType(PyBufferedIOBase, {
  name: '_BufferedIOBase',
  module: '_io',
  doc: docs._BufferedIOBase,
  base: ioBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: 'inherit',
  methods: {
    detach: method('()', docs['_BufferedIOBase.detach'], refuse('detach')),
    read: method('(size=-1, /)', docs['_BufferedIOBase.read'], refuse('read')),
    read1: method('(size=-1, /)', docs['_BufferedIOBase.read1'], refuse('read1')),
    write: method('(b, /)', docs['_BufferedIOBase.write'], refuse('write')),
    readinto: method('(buffer, /)', '', (self, buffer) => readInto(self, buffer, 'read')),
    readinto1: method('(buffer, /)', '', (self, buffer) => readInto(self, buffer, 'read1')),
  },
});

export const textIOBaseType = defineType(PyTextIOBase, {
  name: '_TextIOBase',
  module: '_io',
  doc: docs._TextIOBase,
  base: ioBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: 'inherit',
  attributes: {
    encoding: { doc: docs['_TextIOBase.encoding'], get: () => null },
    newlines: { doc: docs['_TextIOBase.newlines'], get: () => null },
    errors: { doc: docs['_TextIOBase.errors'], get: () => null },
  },
  methods: {
    detach: method('()', docs['_TextIOBase.detach'], refuse('detach')),
    read: method('(size=-1, /)', docs['_TextIOBase.read'], refuse('read')),
    readline: method('(size=-1, /)', docs['_TextIOBase.readline'], refuse('readline')),
    write: method('(s, /)', docs['_TextIOBase.write'], refuse('write')),
  },
});
