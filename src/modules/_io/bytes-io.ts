import { objectType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyDict } from '../../objects/dict.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { dictItems, copyDict } from '../../runtime/dict.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { instanceDict } from '../../runtime/instance-dict.ts';
import { forEach, stopIteration } from '../../runtime/iterate.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { thread } from '../../runtime/state.ts';
import {
  bufferedIOBaseType,
  optionalSize,
  PyBufferedIOBase,
  typeTitle,
  writableBuffer,
} from './base.ts';
import { docs } from './docs.gen.ts';

/** A binary stream over memory. CPython: Modules/_io/bytesio.c */
export class PyBytesIO extends PyBufferedIOBase {
  /** The first `length` are the contents. Null when closed. */
  bytes: Uint8Array | null = new Uint8Array(0);
  length = 0;
  position = 0;
  /** The memory belongs to a bytes object too: to be copied before it changes. */
  shared = false;
}

/** What `getbuffer` gives a view of. */
class PyBytesIOBuffer extends PyObject {
  declare readonly source: PyBytesIO;
  constructor(source: PyBytesIO) {
    super();
    this.source = source;
  }
  bufferData(): Uint8Array {
    return open(this.source).subarray(0, this.source.length);
  }
}

function open(self: PyBytesIO): Uint8Array {
  if (self.bytes === null) throw valueError('I/O operation on closed file.');
  return self.bytes;
}

/** The memory, large enough for `size` and not shared. */
function writable(self: PyBytesIO, size: number): Uint8Array {
  const bytes = open(self);
  if (size <= bytes.length && !self.shared) return bytes;
  const grown = new Uint8Array(
    size <= bytes.length ? bytes.length : Math.max(size, size + (size >> 3) + 6),
  );
  grown.set(bytes.subarray(0, self.length));
  self.bytes = grown;
  self.shared = false;
  return grown;
}

/** Takes up to `size` bytes from the position on. */
function take(self: PyBytesIO, size: number): PyBytes {
  const bytes = open(self);
  const start = Math.min(self.position, self.length);
  const end = size < 0 ? self.length : Math.min(start + size, self.length);
  if (end > start) self.position = end;
  const isWhole = start === 0 && end === bytes.length && self.length === end;
  if (isWhole && end > 0) self.shared = true;
  return new PyBytes(isWhole ? bytes : bytes.slice(start, end));
}

function takeLine(self: PyBytesIO, limit: number): PyBytes {
  const bytes = open(self);
  const at = self.position >= self.length ? -1 : bytes.indexOf(10, self.position);
  const end = at < 0 || at >= self.length ? self.length : at + 1;
  const length = Math.max(0, end - self.position);
  return take(self, limit < 0 ? length : Math.min(limit, length));
}

function put(self: PyBytesIO, data: Uint8Array): number {
  open(self);
  if (data.length === 0) return 0;
  const end = self.position + data.length;
  const bytes = writable(self, end);
  if (self.position > self.length) bytes.fill(0, self.length, self.position);
  bytes.set(data, self.position);
  self.position = end;
  self.length = Math.max(self.length, end);
  return data.length;
}

/** Writes for a buffered or text stream over this one. */
export const bytesIOWrite = put;

const init = new SignatureCallable(
  '(initial_bytes=<unrepresentable>)',
  (self: PyBytesIO, initial: Value | undefined) => {
    self.bytes = new Uint8Array(0);
    self.length = self.position = 0;
    self.shared = false;
    if (initial === null || initial === undefined) return null;
    const data = bufferData(initial);
    self.shared = initial instanceof PyBytes;
    self.bytes = self.shared ? data : data.slice();
    self.length = data.length;
    return null;
  },
  '$self',
  'BytesIO',
);

function seek(self: PyBytesIO, offset: number, whence: number): number {
  open(self);
  if (offset < 0 && whence === 0) throw valueError(`negative seek value ${offset}`);
  if (whence < 0 || whence > 2) {
    throw valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  const base = whence === 0 ? 0 : whence === 1 ? self.position : self.length;
  if (!Number.isSafeInteger(base + offset)) throw overflowError('new position too large');
  self.position = Math.max(0, base + offset);
  return self.position;
}

function getValue(self: PyBytesIO): PyBytes {
  const bytes = open(self);
  if (self.length === bytes.length && self.length > 0) {
    self.shared = true;
    return new PyBytes(bytes);
  }
  return new PyBytes(bytes.slice(0, self.length));
}

function setState(self: PyBytesIO, state: Value): void {
  const title = typeTitle(self);
  if (!(state instanceof PyTuple) || state.items.length < 3) {
    throw typeError(`${title}.__setstate__ argument should be 3-tuple, got ${typeOf(state).name}`);
  }
  const [initial, position, dict] = state.items as [Value, Value, Value];
  init.call(self, [initial], null);
  if (typeof position !== 'number' || !Number.isInteger(position)) {
    throw typeError(`second item of state must be an integer, not ${typeOf(position).name}`);
  }
  if (position < 0) throw valueError('position value cannot be negative');
  self.position = position;
  if (dict === null) return;
  if (!(dict instanceof PyDict)) {
    throw typeError(`third item of state should be a dict, got a ${typeOf(dict).name}`);
  }
  callMethod(instanceDict(self), 'update', dict);
}

export const bytesIOType = defineType(PyBytesIO, {
  name: 'BytesIO',
  module: '_io',
  doc: docs.BytesIO,
  base: bufferedIOBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyBytesIO)()),
  slots: {
    __init__: (self, args, names) => void init.call(self, args, names),
    __iter__: self => (open(self), self),
    __next__: self => {
      const line = takeLine(self, -1);
      if (line.data.length === 0) throw stopIteration(null);
      return line;
    },
  },
  attributes: {
    closed: { doc: docs['BytesIO.closed'], get: self => self.bytes === null },
  },
  methods: {
    readable: method('()', docs['BytesIO.readable'], self => (open(self), true)),
    writable: method('()', docs['BytesIO.writable'], self => (open(self), true)),
    seekable: method('()', docs['BytesIO.seekable'], self => (open(self), true)),
    flush: method('()', docs['BytesIO.flush'], self => (open(self), null)),
    isatty: method('()', docs['BytesIO.isatty'], self => (open(self), false)),
    tell: method('()', docs['BytesIO.tell'], self => (open(self), smallInt(self.position))),
    getvalue: method('()', docs['BytesIO.getvalue'], self => getValue(self)),
    getbuffer: method('()', docs['BytesIO.getbuffer'], self => {
      open(self);
      writable(self, self.length);
      const { builtins } = thread.interpreter;
      return call(getAttr(builtins, 'memoryview'), new PyBytesIOBuffer(self));
    }),
    read: method('(size=-1, /)', docs['BytesIO.read'], (self, size) =>
      take(self, optionalSize(size)),
    ),
    read1: method('(size=-1, /)', docs['BytesIO.read1'], (self, size) =>
      take(self, optionalSize(size)),
    ),
    readline: method('(size=-1, /)', docs['BytesIO.readline'], (self, size) =>
      takeLine(self, optionalSize(size)),
    ),
    readlines: method('(size=None, /)', docs['BytesIO.readlines'], (self, size) => {
      const hint = optionalSize(size);
      open(self);
      const lines: Value[] = [];
      let length = 0;
      for (;;) {
        const line = takeLine(self, -1);
        if (line.data.length === 0) break;
        lines.push(line);
        length += line.data.length;
        if (hint > 0 && length >= hint) break;
      }
      return new PyList(lines);
    }),
    readinto: method('(buffer, /)', docs['BytesIO.readinto'], (self, buffer) => {
      const bytes = open(self);
      const target = writableBuffer(buffer, 'readinto');
      const start = Math.min(self.position, self.length);
      const length = Math.min(target.length, self.length - start);
      target.set(bytes.subarray(start, start + length));
      self.position += length;
      return smallInt(length);
    }),
    write: method('(b, /)', docs['BytesIO.write'], (self, b) => {
      open(self);
      return smallInt(put(self, bufferData(b)));
    }),
    writelines: method('(lines, /)', docs['BytesIO.writelines'], (self, lines) => {
      open(self);
      forEach(lines, line => void put(self, bufferData(line)));
      return null;
    }),
    seek: method('(pos: index, whence: cint = 0, /)', docs['BytesIO.seek'], (self, pos, whence) =>
      smallInt(seek(self, pos, whence)),
    ),
    truncate: method('(size=None, /)', docs['BytesIO.truncate'], (self, size) => {
      open(self);
      const length = size === null ? self.position : asIndex(size);
      if (length < 0) throw valueError(`negative size value ${length}`);
      if (length < self.length) {
        self.length = length;
        self.bytes = writable(self, length).slice(0, length);
      }
      return smallInt(length);
    }),
    close: method('()', docs['BytesIO.close'], self => {
      self.bytes = null;
      return null;
    }),
    __getstate__: method('()', '', self => {
      const value = getValue(self);
      const dict = instanceDict(self);
      const state = dictItems(dict).length > 0 ? copyDict(dict) : null;
      return tuple([value, smallInt(self.position), state]);
    }),
    __setstate__: method('(object, /)', '', (self, state) => (setState(self, state), null)),
  },
});

export const bytesIOBufferType = defineType(PyBytesIOBuffer, {
  name: '_BytesIOBuffer',
  module: '_io',
  doc: null,
  base: objectType,
});
