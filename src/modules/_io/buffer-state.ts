import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import type { PyBaseException, PyOSError } from '../../objects/exception.ts';
import { blockingIOErrorType, osErrorType } from '../../objects/exception-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { findAttr, getAttr, isException } from '../../runtime/attributes.ts';
import { callMethod } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { isTrue } from '../../runtime/truth.ts';
import { host } from '../host-access.ts';
import { noteHolding, noteReleased } from '../unflushed.ts';
import { DEFAULT_BUFFER_SIZE, joinBytes, PyBufferedIOBase } from './base.ts';
import { fileIOType, fileReadAll, fileReadInto, fileWrite, PyFileIO } from './file-io.ts';

/** What BufferedReader, BufferedWriter and BufferedRandom do below their methods. CPython: Modules/_io/bufferedio.c */
export class PyBuffered extends PyBufferedIOBase {
  raw: Value = null;
  /** The raw stream when it is exactly a FileIO: its methods need no look-up. */
  file: PyFileIO | null = null;
  state: 'new' | 'open' | 'detached' = 'new';
  size = DEFAULT_BUFFER_SIZE;
  /** What was read ahead: `ahead[start..end)`. */
  ahead = new Uint8Array(0);
  start = 0;
  end = 0;
  /** What is still to be written: `behind[written..length)`. */
  behind = new Uint8Array(0);
  written = 0;
  length = 0;
  finalizing: Value = false;
  /** A standard stream's: nobody abandons it. */
  standing = false;

  release(): void {
    if (this.state === 'open' && !rawIsClosed(this)) flushPending(this);
  }
}

export function setUp(self: PyBuffered, raw: Value, size: number): void {
  if (size <= 0) throw valueError('buffer size must be strictly positive');
  self.raw = raw;
  self.file = raw instanceof PyFileIO && raw.type === fileIOType ? raw : null;
  self.size = size;
  self.start = self.end = self.written = self.length = 0;
  self.ahead = self.behind = new Uint8Array(0);
  self.state = 'open';
}

export function checkState(self: PyBuffered): void {
  if (self.state === 'detached') throw valueError('raw stream has been detached');
  if (self.state === 'new') throw valueError('I/O operation on uninitialized object');
}

export const rawIsClosed = (self: PyBuffered): boolean =>
  self.file === null ? isTrue(getAttr(self.raw, 'closed')) : self.file.fd < 0;

export function checkOpen(self: PyBuffered, what: string): void {
  checkState(self);
  if (rawIsClosed(self)) throw valueError(`${what} of closed file`);
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// The raw stream

/** Reads into `target`; null when the raw stream would block. */
function rawRead(self: PyBuffered, target: Uint8Array): number | null {
  if (self.file !== null) return fileReadInto(self.file, target);
  const buffer = new PyByteArray(new Uint8Array(target.length));
  const result = callMethod(self.raw, 'readinto', buffer);
  if (result === null) return null;
  const length = countFrom(result, 'raw readinto()');
  if (length < 0 || length > target.length) throw badCount('readinto', length, target.length);
  target.set(buffer.data.subarray(0, length));
  return length;
}

function rawWrite(self: PyBuffered, bytes: Uint8Array): number | null {
  if (self.file !== null) return fileWrite(self.file, bytes);
  const result = callMethod(self.raw, 'write', new PyBytes(bytes.slice()));
  if (result === null) return null;
  const length = countFrom(result, 'raw write()');
  if (length < 0 || length > bytes.length) throw badCount('write', length, bytes.length);
  return length;
}

const badCount = (name: string, length: number, limit: number) =>
  newException(
    osErrorType,
    str(
      `raw ${name}() returned invalid length ${length} (should have been between 0 and ${limit})`,
    ),
  );

function countFrom(result: Value, name: string): number {
  try {
    return asIndex(result);
  } catch (cause) {
    const failure = newException(osErrorType, str(`${name} failed`));
    failure.cause = cause as PyBaseException;
    failure.suppressContext = true;
    throw failure;
  }
}

export function rawSeek(self: PyBuffered, offset: number, whence: number): number {
  const position = asIndex(callMethod(self.raw, 'seek', int(offset), smallInt(whence)));
  if (position < 0) throw badPosition(position);
  return position;
}

export function rawTell(self: PyBuffered): number {
  const position = asIndex(callMethod(self.raw, 'tell'));
  if (position < 0) throw badPosition(position);
  return position;
}
const badPosition = (position: number) =>
  newException(osErrorType, str(`Raw stream returned invalid position ${position}`));

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Writing

export function blocked(characters: number): PyBaseException {
  const message = str('write could not complete without blocking');
  const errno = smallInt(host().constants.errno['EAGAIN'] ?? 11);
  const error = newException(
    blockingIOErrorType,
    errno,
    message,
    smallInt(characters),
  ) as PyOSError;
  error.errno = errno;
  error.strerror = message;
  error.written = smallInt(characters);
  return error;
}

/** Writes out what is pending. */
export function flushPending(self: PyBuffered): void {
  while (self.written < self.length) {
    const count = rawWrite(self, self.behind.subarray(self.written, self.length));
    if (count === null) throw blocked(0);
    self.written += count;
  }
  if (self.length > 0 && self.file !== null) noteReleased(self);
  self.written = self.length = 0;
}

/** Gives up what was read ahead, the raw stream going back to where the reader is. */
export function rewind(self: PyBuffered): void {
  const unread = self.end - self.start;
  if (unread > 0) rawSeek(self, -unread, 1);
  self.start = self.end = 0;
}

/** Room for `length` pending bytes. */
function reserve(self: PyBuffered, length: number): Uint8Array {
  if (length > self.behind.length) {
    const grown = new Uint8Array(
      Math.min(self.size, Math.max(length, self.behind.length * 2, 1024)),
    );
    grown.set(self.behind.subarray(0, self.length));
    self.behind = grown;
  }
  return self.behind;
}

function append(self: PyBuffered, bytes: Uint8Array): void {
  if (self.length === 0 && self.file !== null && !self.standing) noteHolding(self);
  const total = self.length + bytes.length;
  reserve(self, total).set(bytes, self.length);
  self.length = total;
}

/** Buffers or writes all of `bytes`. BlockingIOError when some could be neither. */
export function writeBytes(self: PyBuffered, bytes: Uint8Array): number {
  if (self.end > self.start) rewind(self);
  if (self.length + bytes.length <= self.size) {
    append(self, bytes);
    return bytes.length;
  }
  try {
    flushPending(self);
  } catch (error) {
    if (!isException(error, blockingIOErrorType)) throw error;
    // The raw stream is full: keep what fits behind the part it took.
    self.behind.copyWithin(0, self.written, self.length);
    self.length -= self.written;
    self.written = 0;
    const room = Math.min(self.size - self.length, bytes.length);
    append(self, bytes.subarray(0, room));
    if (room === bytes.length) return room;
    throw blocked(room);
  }
  let done = 0;
  while (bytes.length - done > self.size) {
    const count = rawWrite(self, bytes.subarray(done));
    if (count === null) {
      append(self, bytes.subarray(done, done + self.size));
      throw blocked(done + self.size);
    }
    done += count;
  }
  append(self, bytes.subarray(done));
  return bytes.length;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Reading

export const available = (self: PyBuffered): number => self.end - self.start;

function takeAhead(self: PyBuffered, length: number): Uint8Array {
  const bytes = self.ahead.slice(self.start, self.start + length);
  self.start += length;
  return bytes;
}

/** Reads once into the empty buffer. The count, or null when it would block. */
export function fill(self: PyBuffered): number | null {
  if (self.ahead.length < self.size) self.ahead = new Uint8Array(self.size);
  self.start = self.end = 0;
  const count = rawRead(self, self.ahead);
  if (count !== null) self.end = count;
  return count;
}

/** Exactly `length` bytes, fewer at the end or when it would block; null when it would block before the first. */
export function readBytes(self: PyBuffered, length: number): Uint8Array | null {
  const have = available(self);
  if (length <= have) return takeAhead(self, length);
  flushPending(self);
  const result = new Uint8Array(length);
  result.set(self.ahead.subarray(self.start, self.end));
  self.start = self.end = 0;
  let done = have;
  while (done < length) {
    const rest = length - done;
    const whole = rest - (rest % self.size);
    const count = whole > 0 ? rawRead(self, result.subarray(done, done + whole)) : fill(self);
    if (count === null && done === 0) return null;
    if (count === null || count === 0) break;
    if (whole === 0) {
      const taken = Math.min(count, rest);
      result.set(self.ahead.subarray(0, taken), done);
      self.start = taken;
      done += taken;
    } else done += count;
  }
  return done === length ? result : result.slice(0, done);
}

/** Everything to the end. */
export function readAll(self: PyBuffered): Uint8Array | null {
  flushPending(self);
  const parts: Uint8Array[] = available(self) > 0 ? [takeAhead(self, available(self))] : [];
  self.start = self.end = 0;
  let rest: Uint8Array | null;
  if (self.file !== null) rest = fileReadAll(self.file);
  else if (findAttr(self.raw, 'readall') !== undefined) {
    rest = rawBytes(callMethod(self.raw, 'readall'), 'readall');
  } else {
    for (;;) {
      rest = rawBytes(callMethod(self.raw, 'read'), 'read');
      if (rest === null || rest.length === 0) break;
      parts.push(rest);
    }
  }
  if (rest === null && parts.length === 0) return null;
  if (rest !== null) parts.push(rest);
  return joinBytes(parts);
}

function rawBytes(v: Value, name: string): Uint8Array | null {
  if (v === null) return null;
  if (!(v instanceof PyBytes)) throw typeError(`${name}() should return bytes`);
  return v.data;
}

/** At most one raw read. */
export function readOnce(self: PyBuffered, limit: number): Uint8Array {
  const length = limit < 0 ? self.size : limit;
  if (length === 0) return new Uint8Array(0);
  if (available(self) > 0) return takeAhead(self, Math.min(length, available(self)));
  flushPending(self);
  self.start = self.end = 0;
  const result = new Uint8Array(length);
  const count = rawRead(self, result) ?? 0;
  return count === length ? result : result.slice(0, count);
}

export function readInto(self: PyBuffered, target: Uint8Array, once: boolean): number | null {
  let done = Math.min(available(self), target.length);
  target.set(self.ahead.subarray(self.start, self.start + done));
  self.start += done;
  if (done === target.length) return done;
  flushPending(self);
  self.start = self.end = 0;
  while (done < target.length) {
    const rest = target.length - done;
    let count: number | null;
    if (rest > self.size) count = rawRead(self, target.subarray(done));
    else if (once && done > 0) break;
    else {
      count = fill(self);
      if (count !== null && count > 0) {
        const taken = Math.min(rest, count);
        target.set(self.ahead.subarray(0, taken), done);
        self.start = taken;
        done += taken;
        if (once) break;
        continue;
      }
    }
    if (count === null && done === 0) return null;
    if (count === null || count === 0) break;
    done += count;
    if (once) break;
  }
  return done;
}

export function readLine(self: PyBuffered, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = limit < 0 ? Infinity : limit;
  for (;;) {
    const have = available(self);
    if (have > 0) {
      const at = self.ahead.subarray(self.start, self.end).indexOf(10);
      const length = Math.min(at < 0 ? have : at + 1, left);
      parts.push(takeAhead(self, length));
      left -= length;
      if (at >= 0 || left === 0) break;
    }
    if (left === 0) break;
    flushPending(self);
    const count = fill(self);
    if (count === null || count === 0) break;
  }
  return joinBytes(parts);
}

export function peek(self: PyBuffered): Uint8Array {
  if (available(self) === 0) {
    flushPending(self);
    fill(self);
  }
  return self.ahead.slice(self.start, self.end);
}
