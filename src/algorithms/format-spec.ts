/**
 * The format specification mini-language (CPython's `parse_internal_render_format_spec`,
 * Python/formatter_unicode.c):
 * [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
 */
import { canonical, type IntValue } from './int-math.ts';
import { codePointAt, join, type Text, textOf } from './text/contents.ts';
import { decimalValue } from './unicode/numeric.ts';

export type Alignment = '<' | '>' | '=' | '^';
export type Grouping = '' | ',' | '_';

export interface FormatSpec {
  /** The one character to fill with. */
  readonly fill: Text;
  readonly align: Alignment;
  readonly sign: '' | '+' | '-' | ' ';
  /** z: a negative zero loses its sign. */
  readonly coerceNegativeZero: boolean;
  /** # */
  readonly alternate: boolean;
  /** -1 when absent, as is precision. */
  readonly width: number;
  readonly grouping: Grouping;
  readonly precision: number;
  readonly fractionGrouping: Grouping;
  /** The code point of the type, 0 when absent. */
  readonly type: number;
  /** Whether nothing but type and precision is given, or a minus as sign. */
  readonly bare: boolean;
}

/** An error that formatting raises: the name of the exception, and its message. */
export class FormatFailure {
  declare readonly exception: 'ValueError' | 'OverflowError';
  declare readonly message: Text;

  constructor(message: Text, exception: 'ValueError' | 'OverflowError' = 'ValueError') {
    this.exception = exception;
    this.message = message;
  }
}

const PTRDIFF_MAX = 9223372036854775807n;

/** The end of a run of decimal digits, and the number they make; -1 when that is too big for a C ssize_t. */
export interface DecimalRun {
  readonly end: number;
  readonly value: IntValue;
}

export function readDecimal(text: Text, start: number): DecimalRun {
  let value = 0;
  let end = start;
  for (; end < text.length; end++) {
    const digit = decimalValue(codePointAt(text, end));
    if (digit < 0) break;
    if (value > 9e14) return readLongDecimal(text, end, BigInt(value));
    value = value * 10 + digit;
  }
  return { end, value };
}

function readLongDecimal(text: Text, end: number, value: bigint): DecimalRun {
  for (; end < text.length; end++) {
    const digit = decimalValue(codePointAt(text, end));
    if (digit < 0) break;
    value = value * 10n + BigInt(digit);
    if (value > PTRDIFF_MAX) return { end, value: -1 };
  }
  return { end, value: canonical(value) };
}

export const TOO_MANY_DIGITS = 'Too many decimal digits in format string';
const BOTH_SEPARATORS = "Cannot specify both ',' and '_'.";

/** The two characters that separate digits; anything else is no grouping. */
function groupingAt(spec: Text, at: number): Grouping {
  if (at >= spec.length) return '';
  const code = codePointAt(spec, at);
  return code === 44 ? ',' : code === 95 ? '_' : '';
}

function isAlignment(code: number): boolean {
  return code === 60 || code === 61 || code === 62 || code === 94;
}

/**
 * Parses `spec` for a value of the type named `typeName`; `alignment` is the type's default, `<` for
 * strings and `>` for numbers. What type codes the value knows is not looked at.
 */
export function parseFormatSpec(
  spec: Text,
  typeName: string,
  alignment: '<' | '>',
): FormatSpec | FormatFailure {
  const length = spec.length;
  let at = 0;
  let fill: Text = ' ';
  let align: Alignment = alignment;
  let fillGiven = false;
  let alignGiven = true;
  if (length >= 2 && isAlignment(codePointAt(spec, 1))) {
    fill = textOf(codePointAt(spec, 0));
    align = String.fromCharCode(codePointAt(spec, 1)) as Alignment;
    fillGiven = true;
    at = 2;
  } else if (length >= 1 && isAlignment(codePointAt(spec, 0))) {
    align = String.fromCharCode(codePointAt(spec, 0)) as Alignment;
    at = 1;
  } else {
    alignGiven = false;
  }
  const next = () => (at < length ? codePointAt(spec, at) : 0);

  let sign: FormatSpec['sign'] = '';
  if (next() === 43 || next() === 45 || next() === 32) {
    sign = String.fromCharCode(next()) as FormatSpec['sign'];
    at++;
  }
  const coerceNegativeZero = next() === 122;
  if (coerceNegativeZero) at++;
  const alternate = next() === 35;
  if (alternate) at++;
  if (!fillGiven && next() === 48) {
    fill = '0';
    if (!alignGiven && alignment === '>') align = '=';
    at++;
  }

  const widthRun = readDecimal(spec, at);
  if (widthRun.value < 0) return new FormatFailure(TOO_MANY_DIGITS);
  const width = widthRun.end === at ? -1 : Number(widthRun.value);
  at = widthRun.end;
  const grouping = groupingAt(spec, at);
  if (grouping !== '') {
    at++;
    if (isOtherGrouping(grouping, groupingAt(spec, at))) return new FormatFailure(BOTH_SEPARATORS);
  }

  let precision = -1;
  let fractionGrouping: Grouping = '';
  if (next() === 46) {
    at++;
    const precisionRun = readDecimal(spec, at);
    if (precisionRun.value < 0) return new FormatFailure(TOO_MANY_DIGITS);
    if (precisionRun.end > at) precision = Number(precisionRun.value);
    fractionGrouping = groupingAt(spec, precisionRun.end);
    if (precisionRun.end === at && fractionGrouping === '') {
      return new FormatFailure('Format specifier missing precision');
    }
    at = precisionRun.end;
    if (fractionGrouping !== '') {
      at++;
      if (isOtherGrouping(fractionGrouping, groupingAt(spec, at))) {
        return new FormatFailure(BOTH_SEPARATORS);
      }
    }
  }

  if (length - at > 1) {
    const message = ["Invalid format specifier '", spec, `' for object of type '${typeName}'`];
    return new FormatFailure(join('', message));
  }
  const type = next();
  // Strings stand out by their alignment; without a type they are under s, numbers under one that groups.
  const effective = type === 0 && alignment === '<' ? 115 : type;
  const separator = misplacedSeparator(grouping, fractionGrouping, effective);
  if (separator !== '') {
    return new FormatFailure(`Cannot specify '${separator}' with '${nameOfCode(effective)}'.`);
  }
  return {
    fill,
    align,
    sign,
    coerceNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    fractionGrouping,
    type,
    bare:
      width === -1 &&
      (sign === '' || sign === '-') &&
      grouping === '' &&
      fractionGrouping === '' &&
      !alternate &&
      !coerceNegativeZero,
  };
}

function isOtherGrouping(grouping: Grouping, next: Grouping): boolean {
  return next !== '' && next !== grouping;
}

/** The first separator that the type does not take. */
function misplacedSeparator(grouping: Grouping, fraction: Grouping, type: number): Grouping {
  if (type === 0) return '';
  const letter = String.fromCodePoint(type);
  if (grouping !== '' && !'defgEG%F'.includes(letter)) {
    if (grouping !== '_' || !'boxX'.includes(letter)) return grouping;
  }
  return letter === 'n' ? fraction : '';
}

/** A type code in a message. */
export function nameOfCode(code: number): string {
  return code > 32 && code < 128 ? String.fromCharCode(code) : `\\x${code.toString(16)}`;
}

export function unknownFormatCode(code: number, typeName: string): FormatFailure {
  return new FormatFailure(
    `Unknown format code '${nameOfCode(code)}' for object of type '${typeName}'`,
  );
}
