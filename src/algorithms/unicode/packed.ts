/**
 * Reads the tables that tools/generate-unicode.ts packs into strings; stands where CPython has
 * the two-stage arrays of Objects/unicodetype_db.h.
 *
 * A table travels as text because a page has to download it, and becomes typed arrays on first
 * use because most programs never leave ASCII.
 */

/** First and last code are printable; quote and backslash are left out so that no escape is needed. */
const digits =
  '!"#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const radix = 46;

/** Defers `make` to the first call and keeps what it made. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The natural numbers of a packed string: digits from `radix` up continue, the last one ends. */
export function unpackNumbers(packed: string): number[] {
  const worth = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) worth[digits.charCodeAt(i)] = i;
  const numbers: number[] = [];
  let number = 0;
  for (let i = 0; i < packed.length; i++) {
    const digit = worth[packed.charCodeAt(i)]!;
    if (digit < radix) {
      numbers.push(number * radix + digit);
      number = 0;
    } else {
      number = number * radix + digit - radix;
    }
  }
  return numbers;
}

/** The inverse of `unpackNumbers`, for the generator. */
export function packNumbers(numbers: Iterable<number>): string {
  let packed = '';
  for (const number of numbers) {
    let text = digits[number % radix]!;
    for (let rest = Math.floor(number / radix); rest > 0; rest = Math.floor(rest / radix))
      text = digits[radix + (rest % radix)]! + text;
    packed += text;
  }
  return packed;
}

/** Signed numbers as naturals: 0, -1, 1, -2 … become 0, 1, 2, 3 …; no bit operations, some pass 2**32. */
export function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

const blockBits = 7;
const blockSize = 1 << blockBits;
const limit = 0x110000;

/** A small number for every code point, in two stages: blocks of 128 that are equal are shared. */
export class CodePointTable {
  declare readonly stage1: Uint16Array;
  declare readonly stage2: Int32Array;

  constructor(stage1: Uint16Array, stage2: Int32Array) {
    this.stage1 = stage1;
    this.stage2 = stage2;
  }

  get(code: number): number {
    return this.stage2[(this.stage1[code >> blockBits]! << blockBits) | (code & (blockSize - 1))]!;
  }
}

/** Builds a table from `length, value` pairs that cover all code points from 0; the rest is 0. */
export function tableFromRuns(runs: readonly number[]): CodePointTable {
  const stage1 = new Uint16Array(limit >> blockBits);
  const blocks: Int32Array[] = [new Int32Array(blockSize)];
  const uniform = new Map<number, number>([[0, 0]]);
  let code = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const end = code + runs[i]!;
    const value = runs[i + 1]!;
    while (code < end) {
      const block = code >> blockBits;
      const offset = code & (blockSize - 1);
      const size = Math.min(blockSize - offset, end - code);
      if (size === blockSize) {
        let index = uniform.get(value);
        if (index === undefined) {
          index = blocks.push(new Int32Array(blockSize).fill(value)) - 1;
          uniform.set(value, index);
        }
        stage1[block] = index;
      } else {
        if (offset === 0) stage1[block] = blocks.push(new Int32Array(blockSize)) - 1;
        blocks[stage1[block]!]!.fill(value, offset, offset + size);
      }
      code += size;
    }
  }
  return joinBlocks(stage1, blocks);
}

/** Builds a table from sparse entries in any order; the rest is 0. */
export function tableFromEntries(entries: Iterable<readonly [number, number]>): CodePointTable {
  const stage1 = new Uint16Array(limit >> blockBits);
  const blocks: Int32Array[] = [new Int32Array(blockSize)];
  for (const [code, value] of entries) {
    const block = code >> blockBits;
    if (stage1[block] === 0) stage1[block] = blocks.push(new Int32Array(blockSize)) - 1;
    blocks[stage1[block]!]![code & (blockSize - 1)] = value;
  }
  return joinBlocks(stage1, blocks);
}

function joinBlocks(stage1: Uint16Array, blocks: readonly Int32Array[]): CodePointTable {
  const stage2 = new Int32Array(blocks.length * blockSize);
  blocks.forEach((block, index) => stage2.set(block, index * blockSize));
  return new CodePointTable(stage1, stage2);
}
