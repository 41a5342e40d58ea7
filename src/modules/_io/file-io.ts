import { PyBytes } from '../../objects/bytes.ts';
import { runtimeWarningType } from '../../objects/exception-types.ts';
import { int, IntObject, isInt, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { findAttr, setAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { asCInt, asInt } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { guardRepr, repr } from '../../runtime/text.ts';
import { HostError, type Stat, type Whence } from '../../host/host.ts';
import { host, hostCall, osErrorOf, raisable } from '../host-access.ts';
import { fsPath, hasNull, nativeFromValue } from '../native-path.ts';
import { releaseAll } from '../unflushed.ts';
import { warnCaller as warn } from '../../runtime/warn.ts';
import {
  cannotPickle,
  closeBase,
  joinBytes,
  optionalSize,
  PyRawIOBase,
  rawIOBaseType,
  typeTitle,
  unsupported,
  writableBuffer,
} from './base.ts';
import { docs } from './docs.gen.ts';

/** A file by its descriptor, without buffer. CPython: Modules/_io/fileio.c */
export class PyFileIO extends PyRawIOBase {
  fd = -1;
  created = false;
  isReadable = false;
  isWritable = false;
  appending = false;
  /** Unknown until first asked. */
  canSeek: boolean | undefined = undefined;
  closeFd = true;
  blockSize = 8192;
  /** What fstat said when the file was opened, until something may have changed it. */
  opened: Stat | null = null;
  finalizing: Value = false;
}

interface Mode {
  readonly flags: number;
  readonly letter: string;
  readonly plus: boolean;
}

function parseMode(mode: string): Mode {
  const invalid = () => valueError(`invalid mode: ${mode}`);
  const bad = () =>
    valueError('Must have exactly one of create/read/write/append mode and at most one plus');
  let letter = '';
  let plus = false;
  for (const c of mode) {
    if ('xrwa'.includes(c)) {
      if (letter !== '') throw bad();
      letter = c;
    } else if (c === '+') {
      if (plus) throw bad();
      plus = true;
    } else if (c !== 'b') throw invalid();
  }
  if (letter === '') throw bad();
  const { open } = host().constants;
  const of = (name: string) => open[name] ?? 0;
  const access = plus ? of('O_RDWR') : letter === 'r' ? of('O_RDONLY') : of('O_WRONLY');
  const extra = {
    x: of('O_EXCL') | of('O_CREAT'),
    r: 0,
    w: of('O_CREAT') | of('O_TRUNC'),
    a: of('O_APPEND') | of('O_CREAT'),
  }[letter as 'x' | 'r' | 'w' | 'a'];
  return { flags: access | extra | 0o2000000, letter, plus };
}

const init = new SignatureCallable(
  "(file, mode: str = 'r', closefd: bool = True, opener = None)",
  (self: PyFileIO, file: Value, mode: string, closefd: boolean, opener: Value) => {
    initialize(self, file, mode, closefd, opener);
    return null;
  },
  '$self',
  'FileIO',
);

function initialize(
  self: PyFileIO,
  file: Value,
  mode: string,
  closefd: boolean,
  opener: Value,
): void {
  if (self.fd >= 0) {
    if (self.closeFd) closeDescriptor(self);
    else self.fd = -1;
  }
  let fd = -1;
  if (typeof file === 'boolean') {
    warn(runtimeWarningType, 'bool is used as a file descriptor');
    fd = Number(file);
  } else if (isInt(file) || file instanceof IntObject) {
    fd = asCInt(file);
    if (fd < 0) throw valueError('negative file descriptor');
  }
  const path = fd < 0 ? fsPath(file) : null;
  const native = path === null ? '' : nativeFromValue(path);
  if (hasNull(native)) throw valueError('embedded null byte');
  const { flags, letter, plus } = parseMode(mode);
  self.created = letter === 'x';
  self.appending = letter === 'a';
  self.isReadable = plus || letter === 'r';
  self.isWritable = plus || letter !== 'r';
  self.canSeek = undefined;
  self.opened = null;
  self.closeFd = closefd;
  let own = false;
  if (fd < 0) {
    if (!closefd) throw valueError('Cannot use file name with closefd=False');
    const { files } = host();
    releaseAll();
    if (opener !== null) fd = fromOpener(opener, file, flags);
    else if (files === undefined) throw unsupported('this host has no files');
    else fd = hostCall(() => files.open(native, flags & ~0o2000000, 0o666), file);
    own = true;
  }
  try {
    inspect(self, fd, file);
    setAttr(self, 'name', file);
    if (self.appending) self.canSeek = trySeekToEnd(fd);
  } catch (error) {
    if (own) host().descriptors.close(fd);
    self.fd = -1;
    throw error;
  }
}

function fromOpener(opener: Value, file: Value, flags: number): number {
  const result = call(opener, file, smallInt(flags));
  if (!isInt(result) && !(result instanceof IntObject)) {
    throw typeError('expected integer from opener');
  }
  const fd = asCInt(result);
  if (fd < 0) throw valueError(`opener returned ${fd}`);
  return fd;
}

/** Takes the descriptor, which must not be of a directory. */
function inspect(self: PyFileIO, fd: number, file: Value): void {
  const { descriptors, constants } = host();
  self.fd = fd;
  const stat = hostCall(() => descriptors.stat(fd), file);
  if ((stat.mode & 0o170000) === 0o040000) {
    self.fd = -1;
    throw osErrorOf(constants.errno['EISDIR'] ?? 21, file);
  }
  if (stat.blksize > 1) self.blockSize = stat.blksize;
  self.opened = stat;
}

function trySeekToEnd(fd: number): boolean {
  try {
    host().descriptors.seek(fd, 0, 2);
    return true;
  } catch (error) {
    if (error instanceof HostError && error.code === 'ESPIPE') return false;
    throw raisable(error);
  }
}

function closeDescriptor(self: PyFileIO): void {
  const { fd } = self;
  self.fd = -1;
  hostCall(() => host().descriptors.close(fd));
}

const checkOpen = (self: PyFileIO): void => {
  if (self.fd < 0) throw valueError('I/O operation on closed file');
};
function checkReading(self: PyFileIO): void {
  checkOpen(self);
  if (!self.isReadable) throw unsupported('File not open for reading');
}
function checkWriting(self: PyFileIO): void {
  checkOpen(self);
  if (!self.isWritable) throw unsupported('File not open for writing');
}

const isAgain = (error: unknown): boolean =>
  error instanceof HostError && (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK');

/** Makes a call that on a non-blocking descriptor gives null instead of waiting. */
function unlessBlocking<T>(action: () => T): T | null {
  return hostCall(() => {
    try {
      return action();
    } catch (error) {
      if (isAgain(error)) return null;
      throw error;
    }
  });
}

/** `readinto`, for the buffered reader too. */
export function fileReadInto(self: PyFileIO, target: Uint8Array): number | null {
  checkReading(self);
  return unlessBlocking(() => host().descriptors.read(self.fd, target));
}

/** `write`, for the buffered writer too. */
export function fileWrite(self: PyFileIO, bytes: Uint8Array): number | null {
  checkWriting(self);
  self.opened = null;
  return unlessBlocking(() => host().descriptors.write(self.fd, bytes));
}

export function fileReadAll(self: PyFileIO): Uint8Array | null {
  checkReading(self);
  const { descriptors } = host();
  // Regular files are read in one go: what is left, and a byte to see the end.
  let size = 8192;
  const stat = self.opened;
  if (stat !== null && (stat.mode & 0o170000) === 0o100000 && stat.size < 0x7fffffff) {
    size = Math.max(stat.size + 1, 8192);
    if (stat.size > 65_536) {
      try {
        size = Math.max(1, stat.size - descriptors.seek(self.fd, 0, 1) + 1);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
      }
    }
  }
  const parts: Uint8Array[] = [];
  for (;;) {
    const chunk = new Uint8Array(size);
    const length = unlessBlocking(() => descriptors.read(self.fd, chunk));
    if (length === null) {
      if (parts.length === 0) return null;
      break;
    }
    if (length === 0) break;
    parts.push(length === size ? chunk : chunk.subarray(0, length));
    size = Math.min(Math.max(size, 8192) * 2, 16_777_216);
  }
  return joinBytes(parts);
}

export function fileSeek(self: PyFileIO, offset: number, whence: number): number {
  checkOpen(self);
  return hostCall(() => host().descriptors.seek(self.fd, offset, whence as Whence));
}

/** An offset: an int that fits a C off_t. */
function offsetOf(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'bigint') {
    throw overflowError('Python int too large to convert to C long');
  }
  return n;
}

export function fileSeekable(self: PyFileIO): boolean {
  checkOpen(self);
  if (self.canSeek === undefined) {
    try {
      host().descriptors.seek(self.fd, 0, 1);
      self.canSeek = true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      self.canSeek = false;
    }
  }
  return self.canSeek;
}

function modeOf(self: PyFileIO): string {
  if (self.created) return self.isReadable ? 'xb+' : 'xb';
  if (self.appending) return self.isReadable ? 'ab+' : 'ab';
  if (self.isReadable) return self.isWritable ? 'rb+' : 'rb';
  return 'wb';
}

function isATerminal(self: PyFileIO): boolean {
  checkOpen(self);
  return hostCall(() => host().descriptors.isTerminal(self.fd));
}

export const fileIOType = defineType(PyFileIO, {
  name: 'FileIO',
  module: '_io',
  doc: docs.FileIO,
  base: rawIOBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyFileIO)()),
  slots: {
    __init__: (self, args, names) => void init.call(self, args, names),
    __repr__: self => {
      const type = typeTitle(self);
      if (self.fd < 0) return str(`<${type} [closed]>`);
      const name = findAttr(self, 'name');
      const rest = `mode='${modeOf(self)}' closefd=${self.closeFd ? 'True' : 'False'}>`;
      if (name === undefined) return str(`<${type} fd=${self.fd} ${rest}`);
      return guardRepr(self, '...', () => str(`<${type} name=${utf16(repr(name))} ${rest}`));
    },
  },
  members: {
    _finalizing: {
      get: self => self.finalizing,
      set: (self, v) => void (self.finalizing = v ?? false),
    },
  },
  attributes: {
    closed: { doc: docs['FileIO.closed'], get: self => self.fd < 0 },
    closefd: { doc: docs['FileIO.closefd'], get: self => self.closeFd },
    mode: { doc: docs['FileIO.mode'], get: self => modeOf(self) },
    _blksize: { doc: docs['FileIO._blksize'], get: self => smallInt(self.blockSize) },
  },
  methods: {
    read: method('(size=-1, /)', docs['FileIO.read'], (self, size) => {
      checkReading(self);
      const wanted = optionalSize(size);
      if (wanted < 0) return callMethod(self, 'readall');
      const buffer = new Uint8Array(wanted);
      const length = fileReadInto(self, buffer);
      return length === null ? null : new PyBytes(buffer.slice(0, length));
    }),
    readall: method('()', docs['FileIO.readall'], self => {
      const data = fileReadAll(self);
      return data === null ? null : new PyBytes(data);
    }),
    readinto: method('(buffer, /)', docs['FileIO.readinto'], (self, buffer) => {
      const length = fileReadInto(self, writableBuffer(buffer, 'readinto'));
      return length === null ? null : smallInt(length);
    }),
    write: method('(b: bytes, /)', docs['FileIO.write'], (self, bytes) => {
      const length = fileWrite(self, bytes);
      return length === null ? null : smallInt(length);
    }),
    seek: method('(pos, whence: cint = 0, /)', docs['FileIO.seek'], (self, pos, whence) => {
      checkOpen(self);
      return int(fileSeek(self, offsetOf(pos), whence));
    }),
    tell: method('()', docs['FileIO.tell'], self => int(fileSeek(self, 0, 1))),
    truncate: method('(size=None, /)', docs['FileIO.truncate'], (self, size) => {
      checkWriting(self);
      const length = size === null ? fileSeek(self, 0, 1) : offsetOf(size);
      self.opened = null;
      hostCall(() => host().descriptors.truncate(self.fd, length));
      return int(length);
    }),
    close: method('()', docs['FileIO.close'], self => {
      let failure: unknown;
      try {
        closeBase(self);
      } catch (error) {
        failure = error;
      }
      if (!self.closeFd) self.fd = -1;
      else if (self.fd >= 0) closeDescriptor(self);
      if (failure !== undefined) throw failure;
      return null;
    }),
    seekable: method('()', docs['FileIO.seekable'], self => fileSeekable(self)),
    readable: method('()', docs['FileIO.readable'], self => (checkOpen(self), self.isReadable)),
    writable: method('()', docs['FileIO.writable'], self => (checkOpen(self), self.isWritable)),
    fileno: method('()', docs['FileIO.fileno'], self => (checkOpen(self), smallInt(self.fd))),
    isatty: method('()', docs['FileIO.isatty'], self => isATerminal(self)),
    _isatty_open_only: method('()', '', self => {
      const stat = self.opened;
      if (stat !== null && (stat.mode & 0o170000) !== 0o020000) return false;
      return isATerminal(self);
    }),
    _dealloc_warn: method('(object, /)', '', () => null),
    __getstate__: method('()', '', self => cannotPickle(self)),
  },
});
