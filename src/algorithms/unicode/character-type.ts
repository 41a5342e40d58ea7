import { lazy, tableFromRuns, unpackNumbers, type CodePointTable } from './packed.ts';
import { records, runs } from './character-type.gen.ts';

/**
 * What each character is: category and the predicates behind the `is…` methods of str; CPython's
 * Objects/unicodectype.c and `unicodedata.category`.
 *
 * Every predicate takes one code point and answers ASCII without touching the tables.
 */

const ALPHA = 1 << 0;
const DECIMAL = 1 << 1;
const DIGIT = 1 << 2;
const NUMERIC = 1 << 3;
const LOWER = 1 << 4;
const UPPER = 1 << 5;
const TITLE = 1 << 6;
const SPACE = 1 << 7;
const PRINTABLE = 1 << 8;
const ID_START = 1 << 9;
const ID_CONTINUE = 1 << 10;
const CASED = 1 << 11;
const CASE_IGNORABLE = 1 << 12;
const LINE_BREAK = 1 << 13;

interface Types {
  readonly table: CodePointTable;
  readonly flags: Int32Array;
  readonly categories: readonly string[];
}

const types = lazy((): Types => {
  const pairs = records.split(',').map(record => record.split(' '));
  return {
    table: tableFromRuns(unpackNumbers(runs)),
    flags: Int32Array.from(pairs, pair => Number(pair[1])),
    categories: pairs.map(pair => pair[0]!),
  };
});

function flagsOf(code: number): number {
  const { table, flags } = types();
  return flags[table.get(code)]!;
}

/** The general category, as two letters. */
export function category(code: number): string {
  const { table, categories } = types();
  return categories[table.get(code)]!;
}

const isAsciiUpper = (code: number): boolean => code >= 65 && code <= 90;
const isAsciiLower = (code: number): boolean => code >= 97 && code <= 122;
const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;

export function isAlpha(code: number): boolean {
  if (code < 128) return isAsciiLower(code | 32);
  return (flagsOf(code) & ALPHA) !== 0;
}

export function isDecimal(code: number): boolean {
  if (code < 128) return isAsciiDigit(code);
  return (flagsOf(code) & DECIMAL) !== 0;
}

export function isDigit(code: number): boolean {
  if (code < 128) return isAsciiDigit(code);
  return (flagsOf(code) & DIGIT) !== 0;
}

export function isNumeric(code: number): boolean {
  if (code < 128) return isAsciiDigit(code);
  return (flagsOf(code) & NUMERIC) !== 0;
}

export function isAlnum(code: number): boolean {
  if (code < 128) return isAsciiLower(code | 32) || isAsciiDigit(code);
  return (flagsOf(code) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
}

export function isLower(code: number): boolean {
  if (code < 128) return isAsciiLower(code);
  return (flagsOf(code) & LOWER) !== 0;
}

export function isUpper(code: number): boolean {
  if (code < 128) return isAsciiUpper(code);
  return (flagsOf(code) & UPPER) !== 0;
}

/** A titlecase letter such as ǅ, which is neither upper nor lower. */
export function isTitle(code: number): boolean {
  return code >= 128 && (flagsOf(code) & TITLE) !== 0;
}

export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return (flagsOf(code) & SPACE) !== 0;
}

/** Whether `str.splitlines` breaks here. */
export function isLineBreak(code: number): boolean {
  if (code < 128) return (code >= 10 && code <= 13) || (code >= 28 && code <= 30);
  return (flagsOf(code) & LINE_BREAK) !== 0;
}

export function isPrintable(code: number): boolean {
  if (code < 128) return code >= 32 && code !== 127;
  return (flagsOf(code) & PRINTABLE) !== 0;
}

/** XID_Start or an underscore. */
export function isIdentifierStart(code: number): boolean {
  if (code < 128) return isAsciiLower(code | 32) || code === 95;
  return (flagsOf(code) & ID_START) !== 0;
}

/** XID_Continue. */
export function isIdentifierContinue(code: number): boolean {
  if (code < 128) return isAsciiLower(code | 32) || isAsciiDigit(code) || code === 95;
  return (flagsOf(code) & ID_CONTINUE) !== 0;
}

/** Unicode's Cased. */
export function isCased(code: number): boolean {
  if (code < 128) return isAsciiLower(code | 32);
  return (flagsOf(code) & CASED) !== 0;
}

/** Unicode's Case_Ignorable: what the search for the letters around a final sigma skips. */
export function isCaseIgnorable(code: number): boolean {
  return (flagsOf(code) & CASE_IGNORABLE) !== 0;
}
