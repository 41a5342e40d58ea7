/**
 * Values under a parsed format specification (CPython's Python/formatter_unicode.c): int, float,
 * complex and str. The locale of code n is the C locale, without grouping.
 */
import { hasSignBit } from './float-bits.ts';
import {
  FLOAT_ADD_DOT_0,
  FLOAT_ALTERNATE,
  FLOAT_NO_NEGATIVE_ZERO,
  type FloatCode,
  formatFloat,
} from './float-format.ts';
import { FormatFailure, type FormatSpec, type Grouping, unknownFormatCode } from './format-spec.ts';
import type { IntValue } from './int-math.ts';
import { concat, join, repeat, slice, type Text, textOf } from './text/contents.ts';

/** The parts of a number in the order in which they are written; padding goes before, after sign and prefix, or last. */
interface NumberParts {
  readonly negative: boolean;
  /** 0x and the like. */
  readonly prefix: string;
  /** The digits before the point. */
  readonly whole: string;
  /** The point and the digits after it, not yet grouped. */
  readonly fraction: string;
  /** Exponent, percent sign, inf or nan. */
  readonly rest: string;
}

/** Whether an int is to be formatted as a float: the caller converts it, which may overflow. */
export function isFloatCode(type: number): boolean {
  return type !== 0 && type !== 110 && (type === 37 || isDoubleCode(type));
}

/** `format(int, spec)` for the types that are not float codes. */
export function formatInt(
  value: IntValue,
  spec: FormatSpec,
  typeName: string,
): Text | FormatFailure {
  const base = integerBase(spec.type);
  if (base === 0) return unknownFormatCode(spec.type, typeName);
  if (spec.precision !== -1) {
    return new FormatFailure('Precision not allowed in integer format specifier');
  }
  if (spec.coerceNegativeZero) {
    return new FormatFailure('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (base === 1) return formatCharacter(value, spec);
  let text = base === 10 ? `${value}` : value.toString(base);
  if (spec.type === UPPER_X) text = text.toUpperCase();
  if (spec.bare) return text;
  const negative = value < 0;
  const whole = negative ? text.slice(1) : text;
  const prefix = spec.alternate && base !== 10 ? `0${String.fromCharCode(spec.type)}` : '';
  return layOut({ negative, prefix, whole, fraction: '', rest: '' }, spec, base === 10 ? 3 : 4);
}

const UPPER_X = 88;

/** The base of an integer's type code, 1 for c, 0 for a code that is none. */
function integerBase(type: number): number {
  switch (type) {
    case 0:
    case 100: // d
    case 110: // n
      return 10;
    case 98: // b
      return 2;
    case 111: // o
      return 8;
    case 120: // x
    case UPPER_X:
      return 16;
    case 99: // c
      return 1;
    default:
      return 0;
  }
}

function formatCharacter(value: IntValue, spec: FormatSpec): Text | FormatFailure {
  if (spec.sign !== '') {
    return new FormatFailure("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return new FormatFailure("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value < -9223372036854775808n || value > 9223372036854775807n) {
    return new FormatFailure('Python int too large to convert to C long', 'OverflowError');
  }
  if (value < 0 || value > 0x10ffff) {
    return new FormatFailure('%c arg not in range(0x110000)', 'OverflowError');
  }
  return padded(textOf(Number(value)), spec);
}

/** `format(float, spec)`. */
export function formatDouble(x: number, spec: FormatSpec, typeName: string): Text | FormatFailure {
  const { type } = spec;
  const { precision } = spec;
  if (type === 102 && spec.bare && precision <= 100) {
    return formatFloat(x, 'f', precision < 0 ? 6 : precision);
  }
  const percent = type === 37;
  if (!percent && !isDoubleCode(type)) return unknownFormatCode(type, typeName);
  if (precision > 2147483647) return new FormatFailure('precision too big');
  let text = doubleText(percent ? x * 100 : x, spec, FLOAT_ADD_DOT_0);
  if (percent) text += '%';
  return spec.bare ? text : layOut(splitNumber(text), spec, 3);
}

/** Codes of both float and complex: none, e E f F g G n. */
function isDoubleCode(type: number): boolean {
  return type === 0 || (type >= 101 && type <= 103) || (type >= 69 && type <= 71) || type === 110;
}

/** The number itself; `noTypeFlags` hold for a specification without a type. */
function doubleText(x: number, spec: FormatSpec, noTypeFlags: number): string {
  const flags =
    (spec.alternate ? FLOAT_ALTERNATE : 0) |
    (spec.coerceNegativeZero ? FLOAT_NO_NEGATIVE_ZERO : 0) |
    (spec.type === 0 ? noTypeFlags : 0);
  const { precision } = spec;
  switch (spec.type) {
    case 0:
      return precision < 0 ? formatFloat(x, 'r', 0, flags) : formatFloat(x, 'g', precision, flags);
    case 37:
      return formatFloat(x, 'f', precision < 0 ? 6 : precision, flags);
    case 110:
      return formatFloat(x, 'g', precision < 0 ? 6 : precision, flags);
    default: {
      const code = String.fromCharCode(spec.type) as FloatCode;
      return formatFloat(x, code, precision < 0 ? 6 : precision, flags);
    }
  }
}

const NUMBER = /^(-?)([0-9]*)(\.?)([0-9]*)(.*)$/s;

function splitNumber(text: string): NumberParts {
  const match = NUMBER.exec(text)!;
  return {
    negative: match[1] === '-',
    prefix: '',
    whole: match[2]!,
    fraction: match[3]! + match[4]!,
    rest: match[5]!,
  };
}

function layOut(parts: NumberParts, spec: FormatSpec, groupSize: number): Text {
  const { fill, align, width } = spec;
  const sign = parts.negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  const head = sign + parts.prefix;
  const tail = groupFraction(parts.fraction, spec.fractionGrouping) + parts.rest;
  // Zeros that fill up to the width are digits, and grouped with them.
  const fixed = head.length + tail.length;
  const minimum = fill === '0' && align === '=' ? width - fixed : 0;
  const digits =
    parts.whole === '' ? '' : groupDigits(parts.whole, spec.grouping, groupSize, minimum);
  const padding = width - fixed - digits.length;
  if (padding <= 0) return head + digits + tail;
  if (align !== '=') return padded(head + digits + tail, spec);
  return join('', [head, repeat(fill, padding), digits, tail]);
}

/** Groups from the right, with zeros in front up to `minimum` characters or one more (a separator is never first). */
function groupDigits(digits: string, separator: Grouping, size: number, minimum: number): string {
  if (separator === '') return digits.padStart(minimum, '0');
  // A text of n digits has floor((n - 1) / size) separators.
  const groups = Math.floor(minimum / (size + 1));
  const needed = minimum - groups + (minimum % (size + 1) === 0 ? 1 : 0);
  const padded = digits.padStart(needed, '0');
  let first = padded.length % size;
  if (first === 0) first = size;
  let text = padded.slice(0, first);
  for (let at = first; at < padded.length; at += size) {
    text += separator + padded.slice(at, at + size);
  }
  return text;
}

/** Groups the digits after the point by three from the left. */
function groupFraction(fraction: string, separator: Grouping): string {
  if (separator === '' || fraction.length <= 4) return fraction;
  let text = fraction.slice(0, 4);
  for (let at = 4; at < fraction.length; at += 3) text += separator + fraction.slice(at, at + 3);
  return text;
}

/** `format(complex, spec)`. */
export function formatComplex(
  real: number,
  imag: number,
  spec: FormatSpec,
  typeName: string,
): Text | FormatFailure {
  const { type } = spec;
  if (!isDoubleCode(type)) return unknownFormatCode(type, typeName);
  if (spec.precision > 2147483647) return new FormatFailure('precision too big');
  if (spec.fill === '0') {
    return new FormatFailure('Zero padding is not allowed in complex format specifier');
  }
  if (spec.align === '=') {
    return new FormatFailure("'=' alignment flag is not allowed in complex format specifier");
  }
  // Without a type it is like str(): a real part of positive zero is left out, else there are parentheses.
  const realShown = type !== 0 || real !== 0 || hasSignBit(real);
  const bare: FormatSpec = { ...spec, width: -1 };
  const signed: FormatSpec = { ...bare, sign: '+' };
  const first = realShown ? layOut(splitNumber(doubleText(real, spec, 0)), bare, 3) : '';
  const second = layOut(splitNumber(doubleText(imag, spec, 0)), realShown ? signed : bare, 3);
  const parts = type === 0 && realShown ? ['(', first, second, 'j)'] : [first, second, 'j'];
  return padded(join('', parts), spec);
}

/** `format(str, spec)`. */
export function formatText(text: Text, spec: FormatSpec, typeName: string): Text | FormatFailure {
  if (spec.type !== 0 && spec.type !== 115) return unknownFormatCode(spec.type, typeName);
  if (spec.sign === ' ') {
    return new FormatFailure('Space not allowed in string format specifier');
  }
  if (spec.sign !== '') return new FormatFailure('Sign not allowed in string format specifier');
  if (spec.coerceNegativeZero) {
    return new FormatFailure('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) {
    return new FormatFailure('Alternate form (#) not allowed in string format specifier');
  }
  if (spec.align === '=') {
    return new FormatFailure("'=' alignment not allowed in string format specifier");
  }
  const { precision } = spec;
  return padded(precision >= 0 && precision < text.length ? slice(text, 0, precision) : text, spec);
}

function padded(text: Text, spec: FormatSpec): Text {
  const { fill, align } = spec;
  const padding = spec.width - text.length;
  if (padding <= 0) return text;
  if (align === '<') return concat(text, repeat(fill, padding));
  if (align !== '^') return concat(repeat(fill, padding), text);
  const left = Math.floor(padding / 2);
  return join('', [repeat(fill, left), text, repeat(fill, padding - left)]);
}
