/**
 * Ints as text in any base and back (CPython's `long_to_decimal_string`, `long_format_binary`,
 * `PyLong_FromString`, Objects/longobject.c).
 */
import { canonical, type IntValue, MAX_SAFE } from './int-math.ts';

/** The digits of an int in base 2 to 36, in lower case, with a minus sign when negative. */
export function intToText(value: IntValue, base = 10): string {
  return base === 10 ? `${value}` : value.toString(base);
}

/**
 * `int(text, base)` for base 0 or 2 to 36, of text whose surrounding white space is stripped and
 * whose Unicode digits are turned into ASCII ones; undefined when the text is no such literal.
 */
export function parseIntText(text: string, base = 10): IntValue | undefined {
  let start = 0;
  const first = text.charCodeAt(0);
  const negative = first === 45;
  if (negative || first === 43) start = 1;
  if (base === 10) {
    const small = parseSmallDecimal(text, start);
    if (small >= 0) return negative ? 0 - small : small;
  } else {
    const prefix = prefixBase(text, start);
    if (base === 0) {
      base = prefix === 0 ? 10 : prefix;
      // Like a literal of the language, a decimal number may not start with a zero unless it is zero.
      if (prefix === 0 && text.charCodeAt(start) === 48 && !ONLY_ZEROS.test(text.slice(start))) {
        return undefined;
      }
    }
    if (prefix === base) {
      start += 2;
      if (text.charCodeAt(start) === 95) start++; // 0x_1f
    }
  }
  const value = parseDigits(text.slice(start), base);
  if (value === undefined) return undefined;
  return negative ? canonical(-BigInt(value)) : value;
}

const ONLY_ZEROS = /^0(?:_?0)*$/;

/** The value of up to 15 plain digits, else -1. */
function parseSmallDecimal(text: string, start: number): number {
  const length = text.length;
  if (length === start || length - start > 15) return -1;
  let value = 0;
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** 2, 8 or 16 for a literal that starts 0b, 0o or 0x, else 0. */
function prefixBase(text: string, start: number): number {
  if (text.charCodeAt(start) !== 48) return 0;
  switch (text.charCodeAt(start + 1) | 32) {
    case 98:
      return 2;
    case 111:
      return 8;
    case 120:
      return 16;
    default:
      return 0;
  }
}

function digitValue(unit: number): number {
  if (unit < 58) return unit >= 48 ? unit - 48 : 37;
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 && unit < 128 ? lower - 87 : 37;
}

/** Digits with single underscores between them; undefined for anything else. */
function parseDigits(text: string, base: number): IntValue | undefined {
  let underscores = false;
  let previous = 95;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 95) {
      if (previous === 95) return undefined;
      underscores = true;
    } else {
      const digit = digitValue(unit);
      if (digit >= base) return undefined;
      value = value * base + digit;
    }
    previous = unit;
  }
  if (previous === 95) return undefined;
  if (value <= MAX_SAFE) return value;
  return canonical(parseBigDigits(underscores ? text.replaceAll('_', '') : text, base));
}

function parseBigDigits(digits: string, base: number): bigint {
  switch (base) {
    case 10:
      return BigInt(digits);
    case 16:
      return BigInt(`0x${digits}`);
    case 8:
      return BigInt(`0o${digits}`);
    case 2:
      return BigInt(`0b${digits}`);
    default:
      return joinDigits(digits, base);
  }
}

/** Halves of the digits are joined by powers of the base, so that the engine's fast multiplication does the work. */
function joinDigits(digits: string, base: number): bigint {
  const chunk = Math.floor(53 / Math.log2(base));
  let parts: bigint[] = [];
  for (let end = digits.length; end > 0; end -= chunk) {
    parts.push(BigInt(Number.parseInt(digits.slice(Math.max(0, end - chunk), end), base)));
  }
  let power = BigInt(base) ** BigInt(chunk);
  while (parts.length > 1) {
    const joined: bigint[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      joined.push(i + 1 < parts.length ? parts[i + 1]! * power + parts[i]! : parts[i]!);
    }
    parts = joined;
    if (parts.length > 1) power *= power;
  }
  return parts[0]!;
}

/** How many digits `text` has for the limit of `sys.set_int_max_str_digits`: underscores and sign do not count. */
export function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (digitValue(text.charCodeAt(i)) < 37) count++;
  return count;
}
