import { IntObject, int, isInt, smallInt, type PyInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { callMethod } from '../../runtime/call.ts';
import { asIndex, asInt } from '../../runtime/convert.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { reprText } from '../../runtime/text.ts';
import { unsupported } from './base.ts';
import type { StreamDecoder } from './text-codecs.ts';
import {
  checkNotClosed,
  forgetDecoded,
  type PyTextIOWrapper,
  setDecoded,
  writePending,
} from './text-state.ts';

/**
 * Positions of text streams. CPython: Modules/_io/textio.c
 *
 * A position is one int that packs where in the bytes the decoder can start, in which state, how many bytes to feed it then and how many characters
 * of the result to skip.
 */
interface Cookie {
  readonly start: number;
  readonly flags: bigint;
  readonly feed: number;
  readonly skip: number;
  readonly needsEnd: boolean;
}

const pack = ({ start, flags, feed, skip, needsEnd }: Cookie): PyInt =>
  int(
    BigInt(start) |
      (BigInt.asUintN(32, flags) << 64n) |
      (BigInt(feed) << 96n) |
      (BigInt(skip) << 128n) |
      (needsEnd ? 1n << 160n : 0n),
  );

function unpack(value: PyInt): Cookie {
  const bits = BigInt(value);
  const field = (shift: bigint, width: number) => BigInt.asUintN(width, bits >> shift);
  return {
    start: Number(BigInt.asIntN(64, bits)),
    flags: field(64n, 32),
    feed: Number(field(96n, 32)),
    skip: Number(field(128n, 32)),
    needsEnd: field(160n, 8) !== 0n,
  };
}

const nothing = new Uint8Array(0);

export function tellText(self: PyTextIOWrapper): PyInt {
  checkNotClosed(self);
  if (!self.canSeek) throw unsupported('underlying stream is not seekable');
  if (!self.telling) {
    throw newException(osErrorType, 'telling position disabled by next() call');
  }
  writePending(self);
  callMethod(self, 'flush');
  const position = asIndex(callMethod(self.buffer, 'tell'));
  const { decoder, snapshot } = self;
  if (decoder === null || snapshot === null) return int(position);
  const start = position - snapshot.input.length;
  if (self.used === 0) {
    return pack({ start, flags: snapshot.flags, feed: 0, skip: 0, needsEnd: false });
  }
  const saved = decoder.getState();
  try {
    return pack(findStart(decoder, snapshot.input, snapshot.flags, start, self.used, self.ratio));
  } finally {
    decoder.setState(...saved);
  }
}

/** The latest safe start at or before `used` characters into `input`, and what to do from there. */
function findStart(
  decoder: StreamDecoder,
  input: Uint8Array,
  snapshotFlags: bigint,
  position: number,
  used: number,
  ratio: number,
): Cookie {
  let flags = snapshotFlags;
  let skip = used;
  // A guess from the ratio of bytes to characters, then smaller and smaller ones.
  let bytes = Math.min(Math.trunc(ratio * used), input.length);
  for (let back = 1; bytes > 0;) {
    decoder.setState(nothing, snapshotFlags);
    const characters = decoder.decode(input.subarray(0, bytes), false).length;
    if (characters > used) {
      bytes -= back;
      back *= 2;
      continue;
    }
    const [pending, reached] = decoder.getState();
    if (pending.length === 0) {
      flags = reached;
      skip = used - characters;
      break;
    }
    bytes -= pending.length;
    back = 1;
  }
  bytes = Math.max(bytes, 0);
  if (bytes === 0) {
    flags = snapshotFlags;
    skip = used;
    decoder.setState(nothing, flags);
  }
  let start = position + bytes;
  if (skip === 0) return { start, flags, feed: 0, skip: 0, needsEnd: false };
  let fed = 0;
  let characters = 0;
  let needsEnd = false;
  let at = bytes;
  for (; at < input.length && characters < skip; at++) {
    fed++;
    characters += decoder.decode(input.subarray(at, at + 1), false).length;
    const [pending, reached] = decoder.getState();
    if (pending.length === 0 && characters <= skip) {
      start += fed;
      skip -= characters;
      flags = reached;
      fed = characters = 0;
    }
    if (characters >= skip) break;
  }
  if (characters < skip) {
    characters += decoder.decode(nothing, true).length;
    needsEnd = true;
    if (characters < skip) {
      throw newException(osErrorType, "can't reconstruct logical file position");
    }
  }
  return { start, flags, feed: fed, skip, needsEnd };
}

export function seekText(self: PyTextIOWrapper, target: Value, whence: number): Value {
  checkNotClosed(self);
  if (!self.canSeek) throw unsupported('underlying stream is not seekable');
  let cookie: PyInt;
  const isZero = () => isInt(target) && target === 0;
  if (whence === 1) {
    if (!isZero()) throw unsupported("can't do nonzero cur-relative seeks");
    callMethod(self, 'flush');
    cookie = asInt(callMethod(self, 'tell'));
  } else if (whence === 2) {
    if (!isZero()) throw unsupported("can't do nonzero end-relative seeks");
    return seekEnd(self);
  } else if (whence === 0) {
    if (!isInt(target) && !(target instanceof IntObject) && typeof target !== 'boolean') {
      throw typeError(`'${typeOf(target).name}' object cannot be interpreted as an integer`);
    }
    cookie = asInt(target);
  } else throw valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  if (cookie < 0) throw valueError(`negative seek position ${reprText(target)}`);
  callMethod(self, 'flush');
  const { start, flags, feed, skip, needsEnd } = unpack(cookie);
  callMethod(self.buffer, 'seek', int(start));
  forgetDecoded(self);
  const { decoder } = self;
  if (decoder !== null) {
    if (start === 0 && flags === 0n) decoder.reset();
    else decoder.setState(nothing, flags);
    self.snapshot = { flags, input: nothing };
  }
  if (skip > 0 && decoder !== null) {
    const data = callMethod(self.buffer, 'read', smallInt(feed));
    if (!(data instanceof PyBytes)) {
      throw typeError(
        `underlying read() should have returned a bytes object, not '${typeOf(data).name}'`,
      );
    }
    self.snapshot = { flags, input: data.data };
    const text = decoder.decode(data.data, needsEnd);
    setDecoded(self, text);
    if (text.length < skip) {
      throw newException(osErrorType, "can't restore logical file position");
    }
    self.used = skip;
  }
  restartEncoder(self, start === 0 && flags === 0n);
  return target === 0 && whence === 1 ? cookie : whence === 0 ? target : cookie;
}

function seekEnd(self: PyTextIOWrapper): Value {
  callMethod(self, 'flush');
  forgetDecoded(self);
  self.decoder?.reset();
  const end = callMethod(self.buffer, 'seek', smallInt(0), smallInt(2));
  restartEncoder(self, end === 0);
  return end;
}

function restartEncoder(self: PyTextIOWrapper, atStart: boolean): void {
  if (atStart) self.encoder?.reset();
  else self.encoder?.continue();
}
