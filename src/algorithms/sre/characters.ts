import {
  CATEGORIES,
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

/** `Py_UNICODE_TOLOWER`: the first character of the full mapping. */
export const lowerUnicode = simpleLower;

/** `Py_UNICODE_TOUPPER`: the first character of the full mapping. */
export function upperUnicode(ch: number): number {
  const up = toUpper.to(ch);
  return up < 0 ? toUpper.list(ch).charCodeAt(0) : up;
}

export const lowerAscii = (ch: number): number => (ch >= 65 && ch <= 90 ? ch + 32 : ch);
export const upperAscii = (ch: number): number => (ch >= 97 && ch <= 122 ? ch - 32 : ch);

const isDigitAscii = (ch: number): boolean => ch >= 48 && ch <= 57;
const isSpaceAscii = (ch: number): boolean => ch === 32 || (ch >= 9 && ch <= 13);
const isLetterAscii = (ch: number): boolean => (ch | 32) >= 97 && (ch | 32) <= 122 && ch < 128;
const isWordAscii = (ch: number): boolean => isLetterAscii(ch) || isDigitAscii(ch) || ch === 95;

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
    define(CATEGORY_UNI_DIGIT, isDecimal);
    define(CATEGORY_UNI_SPACE, isSpace);
    define(CATEGORY_UNI_WORD, ch => ch === 95 || isAlnum(ch));
    define(CATEGORY_UNI_LINEBREAK, isLineBreak);
    this.categories = categories;
  }

  isCategory(number: number): boolean {
    return number < CATEGORIES;
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
