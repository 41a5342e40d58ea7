import { BinasciiFailure } from './failure.ts';

/** One line of uuencoded data; CPython's `binascii_a2b_uu_impl` and `binascii_b2a_uu_impl`. */

const space = 32;
const backtick = 96;
const isLineEnd = (byte: number): boolean => byte === 10 || byte === 13;

export function encodeUu(data: Uint8Array, zeroIsBacktick: boolean): Uint8Array {
  if (data.length > 45) throw new BinasciiFailure('At most 45 bytes at once');
  const digit = (value: number): number =>
    value === 0 && zeroIsBacktick ? backtick : space + value;
  const out = [digit(data.length)];
  for (let i = 0; i < data.length; i += 3) {
    const bits = (data[i]! << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) out.push(digit((bits >> shift) & 63));
  }
  out.push(10);
  return Uint8Array.from(out);
}

/** Missing digits are zero, and only blanks may follow those that the length asks for. */
export function decodeUu(data: Uint8Array): Uint8Array {
  const [length] = data;
  if (length === undefined) throw new BinasciiFailure('Missing length byte');
  const out = new Uint8Array((length - space) & 63);
  let i = 1;
  let bits = 0;
  let held = 0;
  for (let to = 0; to < out.length; i++) {
    const byte = data[i];
    let value = 0;
    if (byte !== undefined && !isLineEnd(byte)) {
      if (byte < space || byte > space + 64) throw new BinasciiFailure('Illegal char');
      value = (byte - space) & 63;
    }
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[to++] = bits >> held;
      bits &= (1 << held) - 1;
    }
  }
  for (; i < data.length; i++) {
    const byte = data[i]!;
    if (byte !== space && byte !== backtick && !isLineEnd(byte))
      throw new BinasciiFailure('Trailing garbage');
  }
  return out;
}
