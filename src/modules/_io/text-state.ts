import { concat, join, slice, type Text } from '../../algorithms/text/contents.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { blockingIOErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf, type PyStr } from '../../objects/str.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { callMethod } from '../../runtime/call.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { isClosed, joinBytes, PyTextIOBase, unsupported } from './base.ts';
import { checkOpen, type PyBuffered, rawIsClosed, readOnce, writeBytes } from './buffer-state.ts';
import { noteHolding, noteReleased } from '../unflushed.ts';
import { findLineEnd, lineEndsOf } from './newlines.ts';
import { replaceLf } from './string-io.ts';
import type { StreamDecoder, StreamEncoder } from './text-codecs.ts';

/** What TextIOWrapper does below its methods: pending text, decoded text, chunks. CPython: Modules/_io/textio.c */
export class PyTextIOWrapper extends PyTextIOBase {
  state: 'new' | 'open' | 'detached' = 'new';
  buffer: Value = null;
  /** The buffer when it is exactly one of the buffered streams: its methods need no look-up. */
  buffered: PyBuffered | null = null;
  encoding: PyStr | null = null;
  errors: PyStr = 'strict';
  newline: string | null = null;
  ends = lineEndsOf(null);
  lineBuffering = false;
  writeThrough = false;
  encoder: StreamEncoder | null = null;
  decoder: StreamDecoder | null = null;
  canSeek = false;
  /** False while iterating, when positions are not kept. */
  telling = false;
  hasRead1 = false;
  chunkSize = 8192;
  /** Text of a total encoder that was not encoded yet; goes before none of `pendingBytes`. */
  pendingText = '';
  pendingBytes: Uint8Array[] = [];
  pendingLength = 0;
  decoded: Text = '';
  used = 0;
  /** Where the last chunk began: the decoder's flags there, and the bytes read since. */
  snapshot: { readonly flags: bigint; readonly input: Uint8Array } | null = null;
  /** Bytes for each character of the last chunk. */
  ratio = 0;
  finalizing: Value = false;

  release(): void {
    if (this.state !== 'open' || this.buffered === null || rawIsClosed(this.buffered)) return;
    writePending(this);
    this.buffered.release();
  }
}

export function checkAttached(self: PyTextIOWrapper): void {
  if (self.state === 'open') return;
  throw valueError(
    self.state === 'new'
      ? 'I/O operation on uninitialized object'
      : 'underlying buffer has been detached',
  );
}

export function checkNotClosed(self: PyTextIOWrapper): void {
  checkAttached(self);
  const { buffered } = self;
  const closed =
    buffered !== null && buffered.file !== null && buffered.state === 'open'
      ? buffered.file.fd < 0
      : isClosed(self.buffer);
  if (closed) throw valueError('I/O operation on closed file.');
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Writing

/** Hands what is pending to the buffer. */
export function writePending(self: PyTextIOWrapper): void {
  if (self.pendingLength === 0) return;
  noteReleased(self);
  if (self.pendingText !== '') encodePending(self);
  const bytes = joinBytes(self.pendingBytes);
  self.pendingBytes = [];
  self.pendingLength = 0;
  if (self.buffered !== null) {
    if (rawIsClosed(self.buffered)) throw valueError('write to closed file');
    writeBytes(self.buffered, bytes);
  } else callMethod(self.buffer, 'write', new PyBytes(bytes));
}

function encodePending(self: PyTextIOWrapper): void {
  const text = self.pendingText;
  self.pendingText = '';
  self.pendingBytes.push(self.encoder!.encode(text));
}

/** Forgets what was read ahead: a write or a seek invalidates it. */
export function forgetDecoded(self: PyTextIOWrapper): void {
  self.decoded = '';
  self.used = 0;
  self.snapshot = null;
}

export function writeText(self: PyTextIOWrapper, value: PyStr): void {
  checkNotClosed(self);
  if (self.encoder === null) throw unsupported('not writable');
  let text = contentsOf(value);
  const { newline } = self;
  const translates = newline === '\r' || newline === '\r\n';
  const hasLf = (translates || self.lineBuffering) && includes(text, 10);
  if (hasLf && translates) text = replaceLf(text, newline);
  const flushes = self.lineBuffering && (hasLf || includes(text, 13));
  const { buffered } = self;
  if (
    self.pendingLength === 0 &&
    buffered !== null &&
    buffered.file !== null &&
    !buffered.standing
  ) {
    noteHolding(self);
  }
  if (self.encoder.total && typeof text === 'string') {
    if (self.pendingLength + text.length > self.chunkSize) writePending(self);
    self.pendingText += text;
    self.pendingLength += text.length;
  } else {
    const bytes = self.encoder.encode(strOf(text));
    if (self.pendingLength + bytes.length > self.chunkSize) writePending(self);
    if (self.pendingText !== '') encodePending(self);
    self.pendingBytes.push(bytes);
    self.pendingLength += bytes.length;
  }
  if (self.pendingLength >= self.chunkSize || flushes || self.writeThrough) writePending(self);
  if (flushes) callMethod(self.buffer, 'flush');
  // Text read while iterating, which keeps no positions, stays to be read.
  if (self.snapshot !== null) forgetDecoded(self);
  self.decoder?.reset();
}

const includes = (text: Text, code: number): boolean =>
  typeof text === 'string' ? text.includes(code === 10 ? '\n' : '\r') : text.includes(code);

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Reading

export function setDecoded(self: PyTextIOWrapper, text: Text): void {
  self.decoded = text;
  self.used = 0;
}

/** The bytes that a read of the buffer returned. */
function inputBytes(v: Value, name: string): Uint8Array {
  const bytes = v === null ? undefined : findBuffer(v);
  if (bytes === undefined) {
    throw typeError(
      `underlying ${name}() should have returned a bytes-like object, not '${v === null ? 'NoneType' : typeOf(v).name}'`,
    );
  }
  return bytes;
}

/** Reads and decodes one chunk into the empty `decoded`. False at the end of the file. */
export function readChunk(self: PyTextIOWrapper, hint: number): boolean {
  const { decoder } = self;
  if (decoder === null) throw unsupported('not readable');
  const before = self.telling ? decoder.getState() : null;
  const wanted = hint > 0 ? Math.trunc(Math.max(self.ratio, 1) * hint) : 0;
  const size = Math.max(self.chunkSize, wanted);
  let input: Uint8Array;
  if (self.buffered !== null && self.hasRead1) {
    checkOpen(self.buffered, 'read');
    input = readOnce(self.buffered, size);
  } else {
    const name = self.hasRead1 ? 'read1' : 'read';
    input = inputBytes(callMethod(self.buffer, name, smallInt(size)), name);
  }
  const text = decoder.decode(input, input.length === 0);
  setDecoded(self, text);
  self.ratio = text.length > 0 ? input.length / text.length : 0;
  if (before !== null) {
    const [pending, flags] = before;
    self.snapshot = { flags, input: pending.length > 0 ? joinBytes([pending, input]) : input };
  }
  return input.length > 0 || text.length > 0;
}

/** Takes up to `count` decoded characters (all when negative). */
export function takeDecoded(self: PyTextIOWrapper, count: number): Text {
  const { decoded, used } = self;
  const end = count < 0 ? decoded.length : Math.min(used + count, decoded.length);
  self.used = end;
  return used === 0 && end === decoded.length ? decoded : slice(decoded, used, end);
}

export function readText(self: PyTextIOWrapper, count: number): PyStr {
  checkNotClosed(self);
  if (self.decoder === null) throw unsupported('not readable');
  writePending(self);
  if (count < 0) {
    const data = callMethod(self.buffer, 'read');
    if (data === null) throw newException(blockingIOErrorType, 'Read returned None.');
    const rest = self.decoder.decode(inputBytes(data, 'read'), true);
    const text = concat(takeDecoded(self, -1), rest);
    forgetDecoded(self);
    return strOf(text);
  }
  const first = takeDecoded(self, count);
  if (first.length === count) return strOf(first);
  const parts = [first];
  let left = count - first.length;
  while (left > 0 && readChunk(self, left)) {
    const part = takeDecoded(self, left);
    parts.push(part);
    left -= part.length;
  }
  return strOf(parts.length === 1 ? first : join('', parts));
}

export function readTextLine(self: PyTextIOWrapper, limit: number): PyStr {
  checkNotClosed(self);
  if (self.pendingLength > 0) writePending(self);
  const { ends } = self;
  let found = self.used < self.decoded.length ? findLineEnd(self.decoded, self.used, ends) : -1;
  if (found >= 0 && (limit < 0 || found - self.used <= limit)) {
    const line = slice(self.decoded, self.used, found);
    self.used = found;
    return strOf(line);
  }
  let line = takeDecoded(self, limit);
  while (limit < 0 || line.length < limit || (limit === 0 && self.decoded.length === 0)) {
    if (!readChunk(self, 0)) {
      forgetDecoded(self);
      break;
    }
    // A line end of two characters may lie across the chunks.
    const from = Math.max(0, line.length - 1);
    const joined = line.length === 0 ? self.decoded : concat(line, self.decoded);
    found = findLineEnd(joined, from, ends);
    let end = found < 0 ? joined.length : found;
    if (limit >= 0) end = Math.min(end, limit);
    self.used = end - line.length;
    line = end === joined.length ? joined : slice(joined, 0, end);
    if (found >= 0) break;
  }
  return strOf(line);
}
