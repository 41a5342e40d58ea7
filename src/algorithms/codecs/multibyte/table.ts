import { lazy, unpackNumbers, unzigzag } from '../../unicode/packed.ts';

/**
 * The tables of multibyte encodings, decoded from their packed form; stand where CPython has
 * Modules/cjkcodecs/mappings_*.h.
 *
 * A key is the bytes of a character as one number. A value is a code point, or two in one number,
 * first · 2²¹ + second.
 */
export const pairShift = 0x200000;

/** What `singles` has for the first byte of more, and for what begins nothing. */
export const LEAD = -1;
export const ILLEGAL = -2;

export interface Table {
  /** A code point for each byte that stands alone, or LEAD or ILLEGAL. */
  readonly singles: readonly number[];
  /** From the bytes of a character; shared with other tables, not to be changed. */
  readonly decode: ReadonlyMap<number, number>;
  /** To the bytes of a character, or of two in one number. */
  readonly encode: ReadonlyMap<number, number>;
  /** The characters that are the first of a pair with bytes of its own. */
  readonly firstOfPair: ReadonlySet<number>;
}

export interface PackedTable {
  readonly singles: string;
  readonly pairs: string;
  readonly overrides: string;
}

/** Shift_JIS has the rows of JIS X 0208 two by two, and those of plane 2 of JIS X 0213 at its end. */
function shiftKey(key: number): number | undefined {
  const row = ((key >> 8) & 0xff) - 0xa1;
  const cell = (key & 0xff) - 0xa1;
  if (row < 0 || row > 93 || cell < 0 || cell > 93) return undefined;
  let half = row;
  if (key > 0xffff) {
    const place = planeTwoRows.indexOf(row + 1);
    if (place < 0) return undefined;
    half = 94 + place;
  }
  const lead = half >> 1;
  const trail = (half & 1) * 94 + cell;
  return ((lead + (lead < 31 ? 0x81 : 0xc1)) << 8) | (trail + (trail < 63 ? 0x40 : 0x41));
}

/** The rows of plane 2 of JIS X 0213, in the order in which Shift_JIS has them. */
export const planeTwoRows = [
  1,
  8,
  3,
  4,
  5,
  12,
  13,
  14,
  15,
  ...Array.from({ length: 17 }, (_, i) => 78 + i),
];

/** The table of one encoding under the keys of another. */
export function keysThrough(
  keys: 'same' | 'shift',
  map: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  if (keys === 'same') return map;
  const shifted = new Map<number, number>();
  for (const [key, value] of map) {
    const to = shiftKey(key);
    if (to !== undefined) shifted.set(to, value);
  }
  return shifted;
}

/** The inverse of a table; of several keys the lowest. */
export function encodeMapOf(
  singles: readonly number[],
  decode: ReadonlyMap<number, number>,
): Map<number, number> {
  const encode = new Map<number, number>();
  singles.forEach((code, byte) => {
    if (code >= 0) encode.set(code, byte);
  });
  for (const key of [...decode.keys()].sort((a, b) => a - b)) {
    const value = decode.get(key)!;
    if (!encode.has(value)) encode.set(value, key);
  }
  return encode;
}

function unpackSingles(packed: string): number[] {
  const numbers = unpackNumbers(packed);
  const singles: number[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const grows = numbers[i]! & 1;
    for (let k = 0; k < numbers[i]! >> 1; k++) singles.push(numbers[i + 1]! - 2 + k * grows);
  }
  return singles;
}

function unpackMap(packed: string, base: ReadonlyMap<number, number>): Map<number, number> {
  const map = new Map(base);
  const numbers = unpackNumbers(packed);
  let key = 0;
  let before = 0;
  for (let i = 0; i < numbers.length;) {
    key += numbers[i]!;
    const end = key + numbers[i + 1]!;
    for (i += 2; key < end; key++, i++) {
      if (numbers[i] === 0) {
        map.delete(key);
      } else {
        before += unzigzag(numbers[i]! - 1) + 1;
        map.set(key, before);
      }
    }
  }
  return map;
}

/** The table, decoded when first asked for; what it does not say is as in the base. */
export function lazyTable(
  packed: PackedTable,
  base?: () => Table,
  keys: 'same' | 'shift' = 'same',
): () => Table {
  return lazy(() => {
    const singles = unpackSingles(packed.singles);
    const decode = unpackMap(packed.pairs, base ? keysThrough(keys, base().decode) : new Map());
    const encode = encodeMapOf(singles, decode);
    const numbers = unpackNumbers(packed.overrides);
    let code = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      code += numbers[i]!;
      if (numbers[i + 1] === 0) encode.delete(code);
      else encode.set(code, numbers[i + 1]! - 1);
    }
    const firstOfPair = new Set<number>();
    for (const value of encode.keys())
      if (value >= pairShift) firstOfPair.add(Math.floor(value / pairShift));
    return { singles, decode, encode, firstOfPair };
  });
}
