import {
  CATEGORY_DIGIT,
  CATEGORY_LINEBREAK,
  CATEGORY_LOC_WORD,
  CATEGORY_SPACE,
  CATEGORY_UNI_DIGIT,
  CATEGORY_UNI_LINEBREAK,
  CATEGORY_UNI_SPACE,
  CATEGORY_UNI_WORD,
  CATEGORY_WORD,
} from './opcodes.ts';
import { simpleLower, toUpper } from '../unicode/case-mapping.ts';
import { isAlnum, isDecimal, isLineBreak, isSpace } from '../unicode/character-type.ts';
import { complement, rangesWhere, type Ranges } from './ranges.ts';

export const lowerAscii = (ch: number): number => (ch >= 65 && ch <= 90 ? ch + 32 : ch);
export const upperAscii = (ch: number): number => (ch >= 97 && ch <= 122 ? ch - 32 : ch);

const isDigitAscii = (ch: number): boolean => ch >= 48 && ch <= 57;
const isSpaceAscii = (ch: number): boolean => ch === 32 || (ch >= 9 && ch <= 13);
const isLetterAscii = (ch: number): boolean => (ch | 32) >= 97 && (ch | 32) <= 122 && ch < 128;
const isWordAscii = (ch: number): boolean => isLetterAscii(ch) || isDigitAscii(ch) || ch === 95;

// Latin-1 is answered here, so that most programs never unpack the tables of Unicode.
const isLetterLatin = (ch: number): boolean =>
  ch >= 0xc0 ? ch !== 0xd7 && ch !== 0xf7 : isLetterAscii(ch) || '\xaa\xb5\xba'.includes(char(ch));
const isWordLatin = (ch: number): boolean =>
  isWordAscii(ch) || isLetterLatin(ch) || '\xb2\xb3\xb9\xbc\xbd\xbe'.includes(char(ch));
const isSpaceLatin = (ch: number): boolean =>
  isSpaceAscii(ch) || (ch >= 0x1c && ch <= 0x1f) || ch === 0x85 || ch === 0xa0;
const char = (ch: number): string => String.fromCharCode(ch);

const isDigitUnicode = (ch: number): boolean => (ch < 256 ? isDigitAscii(ch) : isDecimal(ch));
const isSpaceUnicode = (ch: number): boolean => (ch < 256 ? isSpaceLatin(ch) : isSpace(ch));
const isWordUnicode = (ch: number): boolean => (ch < 256 ? isWordLatin(ch) : isAlnum(ch));

/** `Py_UNICODE_TOLOWER`: the first character of the full mapping. */
export function lowerUnicode(ch: number): number {
  if (ch >= 256) return simpleLower(ch);
  return ch < 0xc0 ? lowerAscii(ch) : ch < 0xdf && ch !== 0xd7 ? ch + 32 : ch;
}

/** `Py_UNICODE_TOUPPER`: the first character of the full mapping. */
export function upperUnicode(ch: number): number {
  if (ch < 0xdf && ch !== 0xb5) return upperAscii(ch);
  if (ch > 0xdf && ch < 0xff) return ch === 0xf7 ? ch : ch - 32;
  const up = toUpper.to(ch);
  return up < 0 ? toUpper.list(ch).charCodeAt(0) : up;
}

/** A category such as `\w`, with the tables made from its predicate when first wanted. */
export class Category {
  declare readonly has: (ch: number) => boolean;
  declare private latinTable: Uint8Array | undefined;
  declare private unitRanges: Ranges | undefined;

  constructor(has: (ch: number) => boolean) {
    this.has = has;
    this.latinTable = undefined;
    this.unitRanges = undefined;
  }

  /** Membership of the first 256 characters. */
  get latin(): Uint8Array {
    if (this.latinTable === undefined) {
      const table = new Uint8Array(256);
      for (let ch = 0; ch < 256; ch++) table[ch] = this.has(ch) ? 1 : 0;
      this.latinTable = table;
    }
    return this.latinTable;
  }

  get ranges(): Ranges {
    return (this.unitRanges ??= rangesWhere(this.has));
  }
}

/**
 * The categories and case mappings that patterns refer to; `sre_category` and the case functions of
 * Modules/_sre/sre.c. The locale is always "C", whose letters are those of ASCII.
 */
export class Characters {
  declare readonly categories: readonly Category[];
  declare private changed: { lower: Map<number, number>; upper: Map<number, number> } | undefined;

  constructor() {
    this.changed = undefined;
    const categories: Category[] = [];
    const define = (number: number, has: (ch: number) => boolean): void => {
      categories[number] = new Category(has);
      const not = (ch: number): boolean => !has(ch);
      categories[number + 1] = new Category(not);
    };
    define(CATEGORY_DIGIT, isDigitAscii);
    define(CATEGORY_SPACE, isSpaceAscii);
    define(CATEGORY_WORD, isWordAscii);
    define(CATEGORY_LINEBREAK, ch => ch === 10);
    define(CATEGORY_LOC_WORD, isWordAscii);
    define(CATEGORY_UNI_DIGIT, isDigitUnicode);
    define(CATEGORY_UNI_SPACE, isSpaceUnicode);
    define(CATEGORY_UNI_WORD, isWordUnicode);
    define(CATEGORY_UNI_LINEBREAK, isLineBreak);
    this.categories = categories;
  }

  /** Whether the tables of Unicode decide what is in a category. */
  isUnicode(number: number): boolean {
    return number >= CATEGORY_UNI_DIGIT;
  }

  /** The ranges of a category; a complement shares the scan of its positive. */
  categoryRanges(number: number): Ranges {
    return number & 1
      ? complement(this.categories[number - 1]!.ranges)
      : this.categories[number]!.ranges;
  }

  /** The code units that the lower (upper) mapping changes, and to what. */
  private get changes(): { lower: Map<number, number>; upper: Map<number, number> } {
    if (this.changed === undefined) {
      const lower = new Map<number, number>();
      const upper = new Map<number, number>();
      for (let ch = 0; ch <= 0xffff; ch++) {
        const low = lowerUnicode(ch);
        if (low !== ch) lower.set(ch, low);
        const up = upperUnicode(ch);
        if (up !== ch) upper.set(ch, up);
      }
      this.changed = { lower, upper };
    }
    return this.changed;
  }

  get lowered(): ReadonlyMap<number, number> {
    return this.changes.lower;
  }

  get raised(): ReadonlyMap<number, number> {
    return this.changes.upper;
  }
}
