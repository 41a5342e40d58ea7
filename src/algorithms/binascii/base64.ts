import { BinasciiFailure } from './failure.ts';

/** Base64; CPython's `binascii_a2b_base64_impl` and `binascii_b2a_base64_impl`. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digits = Uint8Array.from(alphabet, digit => digit.charCodeAt(0));
const pad = 61;
const none = 64;

const values = new Uint8Array(256).fill(none);
digits.forEach((digit, value) => (values[digit] = value));

export function encodeBase64(data: Uint8Array, newline: boolean): Uint8Array {
  const size = Math.ceil(data.length / 3) * 4;
  const out = new Uint8Array(size + (newline ? 1 : 0));
  let to = 0;
  let i = 0;
  for (const whole = data.length - 2; i < whole; i += 3) {
    const bits = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!;
    out[to++] = digits[bits >> 18]!;
    out[to++] = digits[(bits >> 12) & 63]!;
    out[to++] = digits[(bits >> 6) & 63]!;
    out[to++] = digits[bits & 63]!;
  }
  const rest = data.length - i;
  if (rest > 0) {
    const bits = (data[i]! << 16) | (rest === 2 ? data[i + 1]! << 8 : 0);
    out[to++] = digits[bits >> 18]!;
    out[to++] = digits[(bits >> 12) & 63]!;
    out[to++] = rest === 2 ? digits[(bits >> 6) & 63]! : pad;
    out[to++] = pad;
  }
  if (newline) out[to] = 10;
  return out;
}

const oneTooMany = (decoded: number): BinasciiFailure =>
  new BinasciiFailure(
    'Invalid base64-encoded string: number of data characters ' +
      `(${Math.floor(decoded / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
  );

/** Skips what is no digit, and padding anywhere, unless `strict` forbids it. */
export function decodeBase64(data: Uint8Array, strict: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(data.length / 4) * 3);
  let to = 0;
  let place = 0;
  let bits = 0;
  let pads = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    const value = values[byte]!;
    if (value === none) {
      if (strict) checkPadding(byte, i, place, pads, to);
      if (byte === pad) pads++;
      continue;
    }
    if (pads > 0) {
      if (strict)
        throw new BinasciiFailure(
          place + pads === 4 ? 'Excess data after padding' : 'Discontinuous padding not allowed',
        );
      pads = 0;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    if (place === 0) {
      place = 1;
      continue;
    }
    out[to++] = bits >> (6 - 2 * place);
    place = (place + 1) & 3;
  }
  if (place === 1) throw oneTooMany(to);
  if (place !== 0 && place + pads < 4) throw new BinasciiFailure('Incorrect padding');
  return to === out.length ? out : out.slice(0, to);
}

/** Throws unless the byte is a pad in its place. */
function checkPadding(byte: number, i: number, place: number, pads: number, to: number): void {
  if (byte !== pad) throw new BinasciiFailure('Only base64 data is allowed');
  if (i === 0) throw new BinasciiFailure('Leading padding not allowed');
  if (place === 1) throw oneTooMany(to);
  if (place === 0 || place + pads >= 4) throw new BinasciiFailure('Excess padding not allowed');
}
