/**
 * The format of the % operator of str and bytes as data (CPython's `unicode_format_arg_parse`,
 * Objects/unicode_format.c, and `_PyBytes_FormatEx`), and the layout of its numbers.
 *
 * The runtime goes through the fields in order: mapping and key, `*` width, `*` precision, `failure`,
 * then the value; each step may raise before the next is looked at.
 */
import { formatFloat, FLOAT_ALTERNATE, type FloatCode } from './float-format.ts';
import type { IntValue } from './int-math.ts';
import { codePointAt, concat, join, repeat, slice, type Text } from './text/contents.ts';

/** A width or precision that comes from the arguments. */
export const FROM_ARGUMENTS = -2;

export interface PercentField {
  /** The text before the field. */
  readonly literal: Text;
  /** A parenthesis was opened: the arguments must be a mapping. */
  readonly mapping: boolean;
  readonly key: Text | undefined;
  readonly leftAdjust: boolean;
  readonly plus: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  /** -1 when absent, else a number or FROM_ARGUMENTS; so is precision. */
  readonly width: number;
  readonly precision: number;
  /** The code point of the conversion, 0 when the format ended before it. */
  readonly code: number;
  /** Where the conversion is in the format. */
  readonly index: number;
  /** The text of the ValueError that ends the format here, or ''. */
  readonly failure: string;
}

export interface PercentFormat {
  readonly fields: readonly PercentField[];
  /** The text after the last field. */
  readonly tail: Text;
}

const PERCENT = 37;
const OPEN = 40;
const CLOSE = 41;

/** Parses a format; that of bytes is given as the string of the same Latin-1 characters. */
export function parsePercentFormat(format: Text, isBytes: boolean): PercentFormat {
  const fields: PercentField[] = [];
  let parts: Text[] = [];
  let at = 0;
  for (let from = 0; ;) {
    const mark = indexOfPercent(format, at);
    if (mark < 0) {
      parts.push(slice(format, from, format.length));
      return { fields, tail: join('', parts) };
    }
    if (mark + 1 < format.length && codePointAt(format, mark + 1) === PERCENT) {
      parts.push(slice(format, from, mark + 1));
      from = at = mark + 2;
      continue;
    }
    parts.push(slice(format, from, mark));
    const field = parseField(format, mark + 1, join('', parts), isBytes);
    fields.push(field);
    if (field.failure !== '') return { fields, tail: '' };
    parts = [];
    from = at = field.index + 1;
  }
}

function indexOfPercent(format: Text, from: number): number {
  return typeof format === 'string' ? format.indexOf('%', from) : format.indexOf(PERCENT, from);
}

function parseField(format: Text, start: number, literal: Text, isBytes: boolean): PercentField {
  const length = format.length;
  const flags = { leftAdjust: false, plus: false, blank: false, alternate: false, zero: false };
  let at = start;
  let mapping = false;
  let key: Text | undefined;
  let width = -1;
  let precision = -1;
  let failure = '';
  const peek = () => (at < length ? codePointAt(format, at) : 0);
  const finish = (): PercentField => {
    if (failure === '' && at >= length) failure = 'incomplete format';
    const code = failure === '' ? peek() : 0;
    const counts = { width, precision, code, index: at, failure };
    return { literal, mapping, key, ...flags, ...counts };
  };

  if (peek() === OPEN) {
    mapping = true;
    const end = closingParenthesis(format, at + 1);
    if (end < 0) {
      failure = 'incomplete format key';
      return finish();
    }
    key = slice(format, at + 1, end);
    at = end + 1;
  }
  for (; ; at++) {
    const flag = peek();
    if (flag === 45) flags.leftAdjust = true;
    else if (flag === 43) flags.plus = true;
    else if (flag === 32) flags.blank = true;
    else if (flag === 35) flags.alternate = true;
    else if (flag === 48) flags.zero = true;
    else break;
  }
  const readCount = (limit: bigint): number => {
    if (peek() === 42) {
      at++;
      return FROM_ARGUMENTS;
    }
    const from = at;
    while (peek() >= 48 && peek() <= 57) at++;
    if (at === from) return -1;
    const digits = String(slice(format, from, at));
    return BigInt(digits) > limit ? Infinity : Number(digits);
  };
  width = readCount(9223372036854775807n);
  if (width === Infinity) failure = 'width too big';
  else if (peek() === 46) {
    at++;
    precision = readCount(2147483647n);
    if (precision === Infinity) failure = isBytes ? 'prec too big' : 'precision too big';
    else if (precision === -1) precision = 0;
  }
  const modifier = peek();
  if (modifier === 104 || modifier === 108 || modifier === 76) at++; // h l L mean nothing
  return finish();
}

/** The parenthesis that closes the one before `at`, nested ones counted; -1 when there is none. */
function closingParenthesis(format: Text, at: number): number {
  let depth = 1;
  for (; at < format.length; at++) {
    const code = codePointAt(format, at);
    if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at;
  }
  return -1;
}

/** The text of the ValueError for a conversion that does not exist. */
export function unsupportedConversion(field: PercentField, isBytes: boolean): string {
  const { code, index } = field;
  const shown = isBytes || (code > 31 && code < 127) ? String.fromCharCode(code) : '?';
  return `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`;
}

/** The flags and counts that a conversion needs, with `*` replaced by what the arguments had. */
export interface PercentLayout {
  readonly leftAdjust: boolean;
  readonly plus: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
  readonly code: number;
}

/**
 * The field with what the arguments gave for its `*` counts (other counts stay): a negative width
 * adjusts to the left, a negative precision is 0.
 */
export function withCounts(field: PercentField, width: number, precision: number): PercentLayout {
  const given = field.width === FROM_ARGUMENTS;
  return {
    ...field,
    leftAdjust: field.leftAdjust || (given && width < 0),
    width: given ? Math.abs(width) : field.width,
    precision: field.precision === FROM_ARGUMENTS ? Math.max(0, precision) : field.precision,
  };
}

/** An int under d i u o x X. */
export function percentInt(value: IntValue, layout: PercentLayout): string {
  const { code, precision } = layout;
  const base = code === 111 ? 8 : code === 120 || code === 88 ? 16 : 10;
  let digits = value.toString(base);
  const negative = value < 0;
  if (negative) digits = digits.slice(1);
  if (precision > digits.length) digits = digits.padStart(precision, '0');
  if (code === 88) digits = digits.toUpperCase();
  const prefix = layout.alternate && base !== 10 ? `0${String.fromCharCode(code)}` : '';
  return layOutNumber(negative, prefix, digits, layout);
}

/** A float under e E f F g G. */
export function percentFloat(x: number, layout: PercentLayout): string {
  const { code, precision } = layout;
  const flags = layout.alternate ? FLOAT_ALTERNATE : 0;
  const letter = String.fromCharCode(code) as FloatCode;
  const text = formatFloat(x, letter, precision < 0 ? 6 : precision, flags);
  const negative = text.charCodeAt(0) === 45;
  return layOutNumber(negative, '', negative ? text.slice(1) : text, layout);
}

function layOutNumber(
  negative: boolean,
  prefix: string,
  digits: string,
  layout: PercentLayout,
): string {
  const head = (negative ? '-' : layout.plus ? '+' : layout.blank ? ' ' : '') + prefix;
  const padding = layout.width - head.length - digits.length;
  if (padding <= 0) return head + digits;
  if (layout.leftAdjust) return head + digits + ' '.repeat(padding);
  if (layout.zero) return head + '0'.repeat(padding) + digits;
  return ' '.repeat(padding) + head + digits;
}

/** The text of s r a, cut to the precision and filled with spaces. */
export function percentText(text: Text, layout: PercentLayout): Text {
  const { precision } = layout;
  if (precision >= 0 && precision < text.length) text = slice(text, 0, precision);
  return percentPadded(text, layout);
}

/** The character of c, filled with spaces. */
export function percentPadded(text: Text, layout: PercentLayout): Text {
  const padding = layout.width - text.length;
  if (padding <= 0) return text;
  const spaces = repeat(' ', padding);
  return layout.leftAdjust ? concat(text, spaces) : concat(spaces, text);
}
