/**
 * The formats of the struct module as data, and its numbers in bytes (CPython's Modules/_struct.c).
 *
 * Native mode is that of the usual 64-bit systems: little-endian, long and pointers of eight bytes.
 */
import { exponentOf, hasSignBit, powerOfTwo } from './float-bits.ts';
import { roundHalfEven } from './float-format.ts';
import type { IntValue } from './int-math.ts';
import { MAX_SAFE, MIN_SAFE } from './int-math.ts';

/**
 * What a code stands for. `string` (s) and `pascal` (p) take one bytes object for their whole size,
 * `pad` takes none; a code of another kind takes `repeat` values of `size` bytes each.
 */
export type StructKind =
  | 'int'
  | 'pointer'
  | 'bool'
  | 'float'
  | 'complex'
  | 'char'
  | 'string'
  | 'pascal'
  | 'pad';

export interface StructItem {
  readonly code: string;
  readonly kind: StructKind;
  readonly offset: number;
  readonly size: number;
  readonly repeat: number;
  readonly signed: boolean;
}

export interface StructFormat {
  readonly littleEndian: boolean;
  /** Sizes and alignment of the machine: no order character, or @. */
  readonly native: boolean;
  readonly size: number;
  /** How many values are packed or unpacked. */
  readonly count: number;
  readonly items: readonly StructItem[];
}

const KINDS: Readonly<Record<string, StructKind>> = {
  x: 'pad',
  c: 'char',
  s: 'string',
  p: 'pascal',
  '?': 'bool',
  b: 'int',
  B: 'int',
  h: 'int',
  H: 'int',
  i: 'int',
  I: 'int',
  l: 'int',
  L: 'int',
  q: 'int',
  Q: 'int',
  n: 'int',
  N: 'int',
  P: 'pointer',
  e: 'float',
  f: 'float',
  d: 'float',
  F: 'complex',
  D: 'complex',
};

/** Sizes under <, >, = and !; codes that only exist in native mode are missing. */
const STANDARD_SIZES: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  s: 1,
  p: 1,
  '?': 1,
  b: 1,
  B: 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
  F: 8,
  D: 16,
};

const NATIVE_SIZES: Readonly<Record<string, number>> = {
  ...STANDARD_SIZES,
  l: 8,
  L: 8,
  n: 8,
  N: 8,
  P: 8,
};

const PTRDIFF_MAX = 2 ** 63;
const TOO_LONG = 'total struct size too long';

/** Parses a format of ASCII characters; the text of a struct.error when it is none. */
export function parseStructFormat(format: string): StructFormat | string {
  const order = format.charAt(0);
  const ordered = order !== '' && '@=<>!'.includes(order);
  const native = !ordered || order === '@';
  const littleEndian = order !== '>' && order !== '!';
  const sizes = native ? NATIVE_SIZES : STANDARD_SIZES;
  const items: StructItem[] = [];
  let offset = 0;
  let count = 0;
  for (let at = ordered ? 1 : 0; at < format.length; at++) {
    let code = format.charAt(at);
    if (code === ' ' || (code >= '\t' && code <= '\r')) continue;
    let repeat = 1;
    if (code >= '0' && code <= '9') {
      const start = at;
      while (code >= '0' && code <= '9') code = format.charAt(++at);
      repeat = Number(format.slice(start, at));
      if (repeat >= PTRDIFF_MAX) return TOO_LONG;
      if (code === '') return 'repeat count given without format specifier';
    }
    const size = Object.hasOwn(sizes, code) ? sizes[code]! : 0;
    if (size === 0) return 'bad char in struct format';
    const kind = KINDS[code]!;
    if (native) offset = aligned(offset, kind === 'complex' ? size / 2 : size);
    const total = offset + repeat * size;
    if (total >= PTRDIFF_MAX) return TOO_LONG;
    const whole = kind === 'string' || kind === 'pascal';
    const signed = kind === 'int' && code >= 'a';
    items.push(
      whole || kind === 'pad'
        ? { code, kind, offset, size: repeat, repeat: 1, signed }
        : { code, kind, offset, size, repeat, signed },
    );
    if (kind !== 'pad') count += whole ? 1 : repeat;
    offset = total;
  }
  return { littleEndian, native, size: offset, count, items };
}

function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** Writes an int; the text of the struct.error when it is out of range, else ''. */
export function packInt(
  view: DataView,
  offset: number,
  item: StructItem,
  value: IntValue,
  littleEndian: boolean,
): string {
  const { size, signed } = item;
  if (size === 8) {
    if (!fitsEight(value, item)) return outOfRange(item);
    writeEight(view, offset, value, littleEndian);
    return '';
  }
  const span = size === 1 ? 256 : size === 2 ? 65536 : 4294967296;
  const low = signed ? -span / 2 : 0;
  if (!(value >= low && value < low + span)) return outOfRange(item);
  const small = Number(value);
  if (size === 1) view.setInt8(offset, small);
  else if (size === 2) view.setInt16(offset, small, littleEndian);
  else view.setInt32(offset, small, littleEndian);
  return '';
}

function fitsEight(value: IntValue, item: StructItem): boolean {
  if (item.kind === 'pointer') {
    return value >= -9223372036854775808n && value <= 18446744073709551615n;
  }
  if (item.signed) return value >= -9223372036854775808n && value <= 9223372036854775807n;
  return value >= 0 && value <= 18446744073709551615n;
}

function writeEight(view: DataView, offset: number, value: IntValue, littleEndian: boolean): void {
  if (typeof value === 'bigint') {
    view.setBigInt64(offset, value, littleEndian);
    return;
  }
  view.setInt32(littleEndian ? offset : offset + 4, value, littleEndian);
  view.setInt32(littleEndian ? offset + 4 : offset, Math.floor(value / 4294967296), littleEndian);
}

/** The message for an int that an item cannot hold. */
function outOfRange(item: StructItem): string {
  if (item.kind === 'pointer') return 'int too large to convert';
  const span = 1n << BigInt(item.size * 8);
  const low = item.signed ? -span / 2n : 0n;
  return `'${item.code}' format requires ${low} <= number <= ${low + span - 1n}`;
}

export function unpackInt(
  view: DataView,
  offset: number,
  item: StructItem,
  littleEndian: boolean,
): IntValue {
  const { signed } = item;
  switch (item.size) {
    case 1:
      return signed ? view.getInt8(offset) : view.getUint8(offset);
    case 2:
      return signed ? view.getInt16(offset, littleEndian) : view.getUint16(offset, littleEndian);
    case 4:
      return signed ? view.getInt32(offset, littleEndian) : view.getUint32(offset, littleEndian);
    default: {
      const low = view.getUint32(littleEndian ? offset : offset + 4, littleEndian);
      const upper = littleEndian ? offset + 4 : offset;
      const high = signed
        ? view.getInt32(upper, littleEndian)
        : view.getUint32(upper, littleEndian);
      const value = high * 4294967296 + low;
      if (value <= MAX_SAFE && value >= MIN_SAFE) return value;
      return signed
        ? view.getBigInt64(offset, littleEndian)
        : view.getBigUint64(offset, littleEndian);
    }
  }
}

/** The text of the OverflowError of `packFloat` for the format character `code`. */
export function floatTooLarge(code: string): string {
  return `float too large to pack with ${code} format`;
}

/** Writes a float of two, four or eight bytes; false when a finite x does not fit. */
export function packFloat(
  view: DataView,
  offset: number,
  size: number,
  x: number,
  littleEndian: boolean,
): boolean {
  if (size === 8) {
    view.setFloat64(offset, x, littleEndian);
    return true;
  }
  if (size === 4) {
    view.setFloat32(offset, x, littleEndian);
    return Math.abs(Math.fround(x)) !== Infinity || Math.abs(x) === Infinity;
  }
  const bits = halfBits(x);
  if (bits >= 0) view.setUint16(offset, bits, littleEndian);
  return bits >= 0;
}

export function unpackFloat(
  view: DataView,
  offset: number,
  size: number,
  littleEndian: boolean,
): number {
  if (size === 8) return view.getFloat64(offset, littleEndian);
  if (size === 4) return view.getFloat32(offset, littleEndian);
  return halfValue(view.getUint16(offset, littleEndian));
}

/** The 16 bits of x as a half float, halves to even; -1 when a finite x is too large. */
export function halfBits(x: number): number {
  const sign = hasSignBit(x) ? 0x8000 : 0;
  if (x !== x) return sign | 0x7e00;
  const size = Math.abs(x);
  if (size === Infinity) return sign | 0x7c00;
  if (size >= 65520) return -1;
  if (size === 0) return sign;
  const exponent = Math.max(exponentOf(size), -14);
  // In units of the last place; a carry out of the fraction rightly raises the exponent.
  const units = roundHalfEven(size * powerOfTwo(10 - exponent));
  return sign | (units + ((exponent + 14) << 10));
}

export function halfValue(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  let size: number;
  if (exponent === 31) size = fraction === 0 ? Infinity : NaN;
  else if (exponent === 0) size = fraction * 2 ** -24;
  else size = (fraction + 1024) * powerOfTwo(exponent - 25);
  return bits >= 0x8000 ? -size : size;
}

/** Writes the bytes of code s: cut or filled with zeros to the size. */
export function packString(
  target: Uint8Array,
  offset: number,
  size: number,
  bytes: Uint8Array,
): void {
  const length = Math.min(size, bytes.length);
  target.set(bytes.subarray(0, length), offset);
  target.fill(0, offset + length, offset + size);
}

/** Writes the bytes of code p: a length byte first, at most 255. */
export function packPascal(
  target: Uint8Array,
  offset: number,
  size: number,
  bytes: Uint8Array,
): void {
  if (size === 0) return;
  packString(target, offset + 1, size - 1, bytes);
  target[offset] = Math.min(size - 1, bytes.length, 255);
}

export function unpackPascal(source: Uint8Array, offset: number, size: number): Uint8Array {
  if (size === 0) return new Uint8Array(0);
  const length = Math.min(source[offset]!, size - 1);
  return source.slice(offset + 1, offset + 1 + length);
}
