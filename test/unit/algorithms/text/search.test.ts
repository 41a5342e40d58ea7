import { expect, test } from 'vitest';
import { findBytes } from '../../../../src/algorithms/text/search.ts';

/** Finds by trying every place. */
function findSlowly(data: Uint8Array, sub: Uint8Array): number {
  for (let at = 0; at + sub.length <= data.length; at++) {
    let i = 0;
    while (i < sub.length && data[at + i] === sub[i]) i++;
    if (i === sub.length) return at;
  }
  return -1;
}

const periodic = (size: number, pattern: string): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => pattern.charCodeAt(i % pattern.length));

test('needles that defeat the plain search are found by the two-way search', () => {
  for (const pattern of ['a', 'ab', 'aab', 'abaab', 'aabaabaaab']) {
    for (const [size, changed, place] of [
      [300, 299, 4700],
      [300, 0, 4500],
      [301, 150, 1000],
      [500, -1, 2],
    ] as const) {
      const data = periodic(5000, pattern);
      const sub = periodic(size, pattern);
      if (changed >= 0) sub[changed] = data[place] = 0x7a;
      expect(findBytes(data, sub)).toBe(findSlowly(data, sub));
    }
  }
});

test('search takes linear time', () => {
  const data = new Uint8Array(2_000_000).fill(97);
  const sub = new Uint8Array(100_000).fill(97);
  sub[50_000] = 98;
  const start = performance.now();
  expect(findBytes(data, sub)).toBe(-1);
  expect(performance.now() - start).toBeLessThan(5000);
});
