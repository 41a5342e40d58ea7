import { readFileSync } from 'node:fs';

/** Checksums of CPython's answers for all code points, written by tools/generate-unicode.ts. */
export const recorded = JSON.parse(
  readFileSync(new URL('checksums.json', import.meta.url), 'utf8'),
) as Record<string, number>;

export function checksum(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum = (Math.imul(sum, 31) + value) | 0;
  return sum;
}

export function letters(value: string): number {
  return checksum(Array.from(value, letter => letter.charCodeAt(0)));
}

/** The checksum of `of` over every code point of the ranges; an array counts as its elements. */
export function checksumOf(
  of: (code: number) => number | readonly number[],
  ranges: readonly (readonly [start: number, end: number])[] = [[0, 0x110000]],
): number {
  let sum = 0;
  for (const [start, end] of ranges) {
    for (let code = start; code < end; code++) {
      const value = of(code);
      if (typeof value === 'number') sum = (Math.imul(sum, 31) + value) | 0;
      else for (const part of value) sum = (Math.imul(sum, 31) + part) | 0;
    }
  }
  return sum;
}
