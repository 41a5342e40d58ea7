import { BinasciiFailure } from './failure.ts';

/** Hexadecimal; CPython's Python/pystrhex.c and `binascii_a2b_hex_impl`. */

const digits = Uint8Array.from('0123456789abcdef', digit => digit.charCodeAt(0));

/** The value of a hexadecimal digit, or -1. */
export function hexValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/**
 * Two digits for each byte, and `separator` (-1 for none) after each group of that many bytes,
 * counted from the right, or from the left when negative.
 */
export function encodeHex(data: Uint8Array, separator = -1, group = 1): Uint8Array {
  const size = Math.abs(group);
  const parted = separator >= 0 && size > 0 && data.length > size;
  const first = !parted ? data.length : group < 0 ? size : data.length % size || size;
  const separators = parted ? Math.ceil(data.length / size) - 1 : 0;
  const out = new Uint8Array(data.length * 2 + separators);
  let to = 0;
  let next = first;
  for (let i = 0; i < data.length; i++) {
    if (i === next) {
      out[to++] = separator;
      next += size;
    }
    out[to++] = digits[data[i]! >> 4]!;
    out[to++] = digits[data[i]! & 15]!;
  }
  return out;
}

export function decodeHex(data: Uint8Array): Uint8Array {
  if (data.length % 2 !== 0) throw new BinasciiFailure('Odd-length string');
  const out = new Uint8Array(data.length / 2);
  for (let i = 0; i < out.length; i++) {
    const high = hexValue(data[2 * i]!);
    const low = hexValue(data[2 * i + 1]!);
    if (high < 0 || low < 0) throw new BinasciiFailure('Non-hexadecimal digit found');
    out[i] = high * 16 + low;
  }
  return out;
}
