/**
 * The fields of `str.format` as data (CPython's Objects/stringlib/unicode_format.h): what
 * `_string.formatter_parser` and `_string.formatter_field_name_split` yield.
 */
import { readDecimal, TOO_MANY_DIGITS } from './format-spec.ts';
import type { IntValue } from './int-math.ts';
import { codePointAt, slice, type Text } from './text/contents.ts';

/** A stretch of literal text and the field after it, if there is one. */
export interface FormatPart {
  readonly literal: Text;
  /** undefined when no field follows, as are the other two. */
  readonly fieldName: Text | undefined;
  readonly spec: Text | undefined;
  /** The specification holds fields of its own. */
  readonly nested: boolean;
  /** The code point after `!`, 0 when there is none. */
  readonly conversion: number;
}

export interface FormatString {
  readonly parts: readonly FormatPart[];
  /** The text of the ValueError that follows after the parts, or ''. */
  readonly failure: string;
}

const OPEN = 123;
const CLOSE = 125;

/** Parses a format; what is wrong shows only after the parts before it were used. */
export function parseFormatString(format: Text): FormatString {
  const parts: FormatPart[] = [];
  const length = format.length;
  let at = 0;
  while (at < length) {
    const start = at;
    while (at < length && codePointAt(format, at) !== OPEN && codePointAt(format, at) !== CLOSE)
      at++;
    if (at === length) {
      parts.push(literalOnly(slice(format, start, at)));
      break;
    }
    const brace = codePointAt(format, at);
    if (at + 1 < length && codePointAt(format, at + 1) === brace) {
      parts.push(literalOnly(slice(format, start, at + 1)));
      at += 2;
      continue;
    }
    if (brace === CLOSE) return { parts, failure: "Single '}' encountered in format string" };
    if (at + 1 === length) return { parts, failure: "Single '{' encountered in format string" };
    const field = parseField(format, at + 1);
    if (typeof field === 'string') return { parts, failure: field };
    const { fieldName, spec, nested, conversion } = field;
    parts.push({ literal: slice(format, start, at), fieldName, spec, nested, conversion });
    at = field.end;
  }
  return { parts, failure: '' };
}

function literalOnly(literal: Text): FormatPart {
  return { literal, fieldName: undefined, spec: undefined, nested: false, conversion: 0 };
}

interface ParsedField {
  readonly fieldName: Text;
  readonly spec: Text;
  readonly nested: boolean;
  readonly conversion: number;
  readonly end: number;
}

function parseField(format: Text, start: number): ParsedField | string {
  const length = format.length;
  let at = start;
  let mark = 0;
  for (; at < length; at++) {
    mark = codePointAt(format, at);
    if (mark === OPEN) return "unexpected '{' in field name";
    if (mark === CLOSE || mark === 58 || mark === 33) break;
    if (mark === 91) {
      // Everything up to the bracket's end belongs to the name.
      at++;
      while (at < length && codePointAt(format, at) !== 93) at++;
      at--;
    }
  }
  if (at >= length) return "expected '}' before end of string";
  const fieldName = slice(format, start, at);
  at++;
  if (mark === CLOSE) return { fieldName, spec: '', nested: false, conversion: 0, end: at };
  let conversion = 0;
  if (mark === 33) {
    if (at >= length) return 'end of string while looking for conversion specifier';
    conversion = codePointAt(format, at++);
    if (at >= length) return "unmatched '{' in format spec";
    mark = codePointAt(format, at++);
    if (mark === CLOSE) return { fieldName, spec: '', nested: false, conversion, end: at };
    if (mark !== 58) return "expected ':' after conversion specifier";
  }
  const specStart = at;
  let nested = false;
  for (let depth = 1; at < length; at++) {
    const code = codePointAt(format, at);
    if (code === OPEN) {
      nested = true;
      depth++;
    } else if (code === CLOSE && --depth === 0) {
      return { fieldName, spec: slice(format, specStart, at), nested, conversion, end: at + 1 };
    }
  }
  return "unmatched '{' in format spec";
}

/** One step of a field name after its first part: `.name`, or `[name]` where an integer is one. */
export interface FieldStep {
  readonly isAttribute: boolean;
  readonly name: Text | IntValue;
}

export interface FieldName {
  /** A number when it is one; the empty text asks for automatic numbering. */
  readonly first: Text | IntValue;
  readonly rest: readonly FieldStep[];
  /** The text of the ValueError that follows after the steps, or ''. */
  readonly failure: string;
  /** The failure is in the first part: it shows before anything is looked up. */
  readonly failsFirst: boolean;
}

export function splitFieldName(name: Text): FieldName {
  const length = name.length;
  const firstEnd = nameEnd(name, 0);
  const rest: FieldStep[] = [];
  const first = integerOrText(name, 0, firstEnd);
  if (first === -1) return { first: '', rest, failure: TOO_MANY_DIGITS, failsFirst: true };
  const fail = (failure: string): FieldName => ({ first, rest, failure, failsFirst: false });
  for (let at = firstEnd; at < length;) {
    const mark = codePointAt(name, at++);
    const start = at;
    if (mark === 46) {
      at = nameEnd(name, at);
      if (at === start) return fail('Empty attribute in format string');
      rest.push({ isAttribute: true, name: slice(name, start, at) });
    } else if (mark === 91) {
      while (at < length && codePointAt(name, at) !== 93) at++;
      if (at === length) return fail("Missing ']' in format string");
      const key = integerOrText(name, start, at);
      if (key === -1) return fail(TOO_MANY_DIGITS);
      if (at === start) return fail('Empty attribute in format string');
      rest.push({ isAttribute: false, name: key });
      at++;
    } else {
      return fail("Only '.' or '[' may follow ']' in format field specifier");
    }
  }
  return { first, rest, failure: '', failsFirst: false };
}

function nameEnd(name: Text, at: number): number {
  while (at < name.length && codePointAt(name, at) !== 46 && codePointAt(name, at) !== 91) at++;
  return at;
}

/** The number when the part is all digits, -1 when that is too big, else the text. */
function integerOrText(name: Text, start: number, end: number): Text | IntValue {
  const part = slice(name, start, end);
  if (end === start) return part;
  const run = readDecimal(part, 0);
  if (run.value < 0) return -1;
  return run.end === part.length ? run.value : part;
}
