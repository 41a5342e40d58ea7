/**
 * `int.to_bytes` and `int.from_bytes` (CPython's `_PyLong_AsByteArray`, `_PyLong_FromByteArray`).
 */
import { canonical, type IntValue } from './int-math.ts';

export type ToBytesError = 'too big' | 'negative';

/** The texts of the OverflowErrors of `toBytes`. */
export const TO_BYTES_ERRORS: Readonly<Record<ToBytesError, string>> = {
  'too big': 'int too big to convert',
  negative: "can't convert negative int to unsigned",
};

export function toBytes(
  value: IntValue,
  length: number,
  littleEndian: boolean,
  signed: boolean,
): Uint8Array | ToBytesError {
  if (value < 0 && !signed) return 'negative';
  const bytes = typeof value === 'number' ? smallBytes(value, length) : bigBytes(value, length);
  if (bytes === undefined) return 'too big';
  if (signed && !hasRoomForSign(bytes, value)) return 'too big';
  return littleEndian ? bytes : bytes.reverse();
}

function hasRoomForSign(bytes: Uint8Array, value: IntValue): boolean {
  if (bytes.length === 0) return value === 0;
  return bytes[bytes.length - 1]! >= 128 === value < 0;
}

/** Little-endian two's complement, undefined when the value needs more bytes. */
function smallBytes(value: number, length: number): Uint8Array | undefined {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let i = 0; i < length; i++) {
    bytes[i] = rest & 255;
    rest = Math.floor(rest / 256);
  }
  return rest === 0 || (rest === -1 && value < 0) ? bytes : undefined;
}

function bigBytes(value: bigint, length: number): Uint8Array | undefined {
  const width = length * 8;
  if (value < 0n && BigInt.asIntN(width, value) !== value) return undefined;
  const text = (value < 0n ? BigInt.asUintN(width, value) : value).toString(16);
  const digits = text.length;
  if (digits > length * 2) return undefined;
  const bytes = new Uint8Array(length);
  for (let i = 0, end = digits; end > 0; i++, end -= 2) {
    bytes[i] = hexDigit(text, end - 1) | (end > 1 ? hexDigit(text, end - 2) << 4 : 0);
  }
  return bytes;
}

function hexDigit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit < 58 ? unit - 48 : unit - 87;
}

export function fromBytes(bytes: Uint8Array, littleEndian: boolean, signed: boolean): IntValue {
  const length = bytes.length;
  if (length === 0) return 0;
  const negative = signed && bytes[littleEndian ? length - 1 : 0]! >= 128;
  if (length <= 6) {
    const value = smallValue(bytes, littleEndian);
    return negative ? value - 2 ** (8 * length) : value;
  }
  const value = BigInt(`0x${hexText(bytes, littleEndian)}`);
  return canonical(negative ? value - (1n << BigInt(8 * length)) : value);
}

function smallValue(bytes: Uint8Array, littleEndian: boolean): number {
  let value = 0;
  if (littleEndian) {
    for (let i = bytes.length - 1; i >= 0; i--) value = value * 256 + bytes[i]!;
  } else {
    for (const byte of bytes) value = value * 256 + byte;
  }
  return value;
}

const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexText(bytes: Uint8Array, littleEndian: boolean): string {
  let text = '';
  if (littleEndian) for (let i = bytes.length - 1; i >= 0; i--) text += HEX_PAIRS[bytes[i]!]!;
  else for (const byte of bytes) text += HEX_PAIRS[byte]!;
  return text;
}
