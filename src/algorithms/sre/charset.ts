import {
  lowerAscii,
  lowerUnicode,
  upperAscii,
  upperUnicode,
  type Characters,
} from './characters.ts';
import {
  BIGCHARSET,
  CATEGORY,
  CHARSET,
  FAILURE,
  LITERAL,
  NEGATE,
  RANGE,
  RANGE_UNI_IGNORE,
} from './opcodes.ts';
import { complement, normalize, rangesWhere, type Ranges } from './ranges.ts';

/** How a character is folded before it is looked up in a set, or compared. */
export type Fold = 'none' | 'ascii' | 'unicode' | 'locale';

/**
 * A set of characters: a run of code between `IN` and `FAILURE`; CPython's `SRE(charset)`.
 *
 * `at` is the index of its first opcode. The code is known to be valid.
 */
export class CharSet {
  declare readonly code: Uint32Array;
  declare readonly at: number;
  declare readonly fold: Fold;
  declare readonly characters: Characters;
  /** The test of the category that the set consists of, if it does. */
  declare private readonly sole: ((ch: number) => boolean) | undefined;
  declare private latinTable: Uint8Array | undefined;

  constructor(code: Uint32Array, at: number, fold: Fold, characters: Characters) {
    this.code = code;
    this.at = at;
    this.fold = fold;
    this.characters = characters;
    const isSole = fold === 'none' && code[at] === CATEGORY && code[at + 2] === FAILURE;
    this.sole = isSole ? characters.categories[code[at + 1]!]!.has : undefined;
    this.latinTable = undefined;
  }

  has(ch: number): boolean {
    if (this.sole !== undefined) return this.sole(ch);
    switch (this.fold) {
      case 'none':
        return this.holds(ch);
      case 'ascii':
        return this.holds(lowerAscii(ch));
      case 'unicode':
        return this.holds(lowerUnicode(ch));
      case 'locale': {
        const low = lowerAscii(ch);
        const up = upperAscii(ch);
        return up === low ? this.holds(ch) : this.holdsEither(low, up);
      }
    }
  }

  /** Membership of a character of which both cases are looked for at each item. */
  private holdsEither(low: number, up: number): boolean {
    const { code } = this;
    let ok = true;
    for (let i = this.at; code[i] !== FAILURE; i += itemSize(code, i)) {
      if (code[i] === NEGATE) ok = !ok;
      else if (this.itemHolds(i, low) || this.itemHolds(i, up)) return ok;
    }
    return !ok;
  }

  private itemHolds(at: number, ch: number): boolean {
    const words = [...this.code.subarray(at, at + itemSize(this.code, at)), FAILURE];
    return new CharSet(Uint32Array.from(words), 0, 'none', this.characters).has(ch);
  }

  /** Membership of a character that is folded already. */
  private holds(ch: number): boolean {
    const { code } = this;
    let ok = true;
    for (let i = this.at; ;) {
      switch (code[i++]) {
        case FAILURE:
          return !ok;
        case NEGATE:
          ok = !ok;
          break;
        case LITERAL:
          if (ch === code[i]) return ok;
          i++;
          break;
        case RANGE:
          if (ch >= code[i]! && ch <= code[i + 1]!) return ok;
          i += 2;
          break;
        case RANGE_UNI_IGNORE: {
          const up = upperUnicode(ch);
          if (ch >= code[i]! && ch <= code[i + 1]!) return ok;
          if (up >= code[i]! && up <= code[i + 1]!) return ok;
          i += 2;
          break;
        }
        case CATEGORY:
          if (this.characters.categories[code[i]!]!.has(ch)) return ok;
          i++;
          break;
        case CHARSET:
          if (ch < 256 && (code[i + (ch >> 5)]! >>> (ch & 31)) & 1) return ok;
          i += 8;
          break;
        case BIGCHARSET: {
          if (ch < 0x10000) {
            const block = blockOf(code, i + 1, ch >> 8);
            if ((code[i + 65 + block * 8 + ((ch & 255) >> 5)]! >>> (ch & 31)) & 1) return ok;
          }
          i += 65 + code[i]! * 8;
          break;
        }
        default:
          return false;
      }
    }
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

  /** Whether the tables of Unicode decide what is in the set. */
  get isUnicode(): boolean {
    if (this.fold === 'unicode') return true;
    const { code, characters } = this;
    for (let i = this.at; code[i] !== FAILURE; i += itemSize(code, i))
      if (code[i] === CATEGORY && characters.isUnicode(code[i + 1]!)) return true;
    return false;
  }

  /** The code units in the set. */
  get ranges(): Ranges {
    const folded = this.heldRanges();
    if (folded === undefined) return rangesWhere(ch => this.has(ch));
    if (this.fold === 'none') return folded;
    return this.unfold(folded);
  }

  /** The units whose folded form is in `folded`: what folding leaves alone stays, the rest is tried. */
  private unfold(folded: Ranges): Ranges {
    const changing =
      this.fold === 'unicode'
        ? [...this.characters.lowered.keys()]
        : this.fold === 'ascii'
          ? upperLetters
          : [...upperLetters, ...lowerLetters];
    const pairs: number[] = [];
    let next = 0;
    for (let i = 0; i < folded.length; i += 2) {
      let lo = folded[i]!;
      const hi = folded[i + 1]!;
      while (next < changing.length && changing[next]! < lo) next++;
      for (; next < changing.length && changing[next]! <= hi; next++) {
        const ch = changing[next]!;
        if (ch > lo) pairs.push(lo, ch - 1);
        lo = ch + 1;
      }
      if (lo <= hi) pairs.push(lo, hi);
    }
    for (const ch of changing) if (this.has(ch)) pairs.push(ch, ch);
    return normalize(pairs);
  }

  /** The folded units for which `holds`, or undefined when a negation stands in the middle. */
  private heldRanges(): Ranges | undefined {
    const { code } = this;
    let i = this.at;
    let negated = false;
    while (code[i] === NEGATE) {
      negated = !negated;
      i++;
    }
    const pairs: number[] = [];
    const isSole = code[i] === CATEGORY && code[i + 2] === FAILURE;
    if (isSole) {
      const ranges = this.characters.categoryRanges(code[i + 1]!);
      return negated ? complement(ranges) : ranges;
    }
    while (code[i] !== FAILURE) {
      switch (code[i++]) {
        case LITERAL:
          pairs.push(code[i]!, code[i]!);
          i++;
          break;
        case RANGE:
          pairs.push(code[i]!, code[i + 1]!);
          i += 2;
          break;
        case RANGE_UNI_IGNORE: {
          const range = [code[i]!, code[i + 1]!];
          pairs.push(range[0]!, range[1]!);
          for (const [ch, up] of this.characters.raised) {
            if (up >= range[0]! && up <= range[1]!) pairs.push(ch, ch);
          }
          i += 2;
          break;
        }
        case CATEGORY:
          for (const bound of this.characters.categoryRanges(code[i]!)) pairs.push(bound);
          i++;
          break;
        case CHARSET:
          pushBitmap(pairs, code, i, 0);
          i += 8;
          break;
        case BIGCHARSET:
          for (let block = 0; block < 256; block++) {
            const bits = i + 65 + blockOf(code, i + 1, block) * 8;
            pushBitmap(pairs, code, bits, block << 8);
          }
          i += 65 + code[i]! * 8;
          break;
        default:
          return undefined;
      }
    }
    const ranges = normalize(pairs);
    return negated ? complement(ranges) : ranges;
  }
}

const letters = (first: number): readonly number[] =>
  Array.from({ length: 26 }, (_, i) => first + i);
const upperLetters = letters(65);
const lowerLetters = letters(97);

/** The words that an item of a set takes. */
function itemSize(code: Uint32Array, at: number): number {
  switch (code[at]) {
    case LITERAL:
    case CATEGORY:
      return 2;
    case RANGE:
    case RANGE_UNI_IGNORE:
      return 3;
    case CHARSET:
      return 9;
    case BIGCHARSET:
      return 66 + code[at + 1]! * 8;
    default:
      return 1;
  }
}

/** Byte `index` of the table at `table`: bytes are packed into words, the lowest first. */
export function blockOf(code: Uint32Array, table: number, index: number): number {
  return (code[table + (index >> 2)]! >>> ((index & 3) * 8)) & 255;
}

function pushBitmap(pairs: number[], code: Uint32Array, at: number, base: number): void {
  for (let word = 0; word < 8; word++) {
    const bits = code[at + word]!;
    if (bits === 0) continue;
    if (bits === 0xffffffff) {
      pairs.push(base + word * 32, base + word * 32 + 31);
      continue;
    }
    for (let bit = 0; bit < 32; bit++) {
      const ch = base + word * 32 + bit;
      if ((bits >>> bit) & 1) pairs.push(ch, ch);
    }
  }
}

/** Whether two characters are equal under a fold, as a back-reference compares them. */
export function foldOf(fold: Fold): ((ch: number) => number) | undefined {
  switch (fold) {
    case 'none':
      return undefined;
    case 'unicode':
      return lowerUnicode;
    default:
      return lowerAscii;
  }
}
