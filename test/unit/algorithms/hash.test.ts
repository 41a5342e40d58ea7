import { expect, test } from 'vitest';
import {
  FrozensetHasher,
  hashComplex,
  hashFloat,
  hashInt,
  hashTuple,
  highHalf,
  lowHalf,
} from '../../../src/algorithms/hash.ts';

test('ints modulo 2**61 - 1', () => {
  expect(hashInt(-1)).toBe(-2);
  expect(hashInt(9007199254740991)).toBe(9007199254740991);
  expect(hashInt(2n ** 61n - 1n)).toBe(0);
  expect(hashInt(-(2n ** 61n))).toBe(-2);
  expect(hashInt(10n ** 30n)).toBe(465258685558744706n);
});

test('floats', () => {
  expect(hashFloat(-1)).toBe(-2);
  expect(hashFloat(-0)).toBe(0);
  expect(hashFloat(0.5)).toBe(1152921504606846976n);
  expect(hashFloat(-(2 ** -61))).toBe(-2);
  expect(hashFloat(5e-324)).toBe(16777216);
  expect(hashFloat(1e300)).toBe(1224995262755759164n);
  expect(hashFloat(0.1)).toBe(230584300921369408n);
  expect(hashFloat(-Infinity)).toBe(-314159);
});

test('complex', () => {
  expect(hashComplex(1, 2)).toBe(2000007);
  expect(hashComplex(1000002, -1)).toBe(-2);
  expect(hashComplex(3, 1152921504606846976n)).toBe(3458764513820540931n);
});

test('tuples', () => {
  expect(hashTuple([])).toBe(5740354900026072187n);
  expect(hashTuple([1, 2, 3])).toBe(529344067295497451n);
  expect(hashTuple([-2, 1152921504606846976n])).toBe(-7525882140222211504n);
});

test('frozensets ignore order', () => {
  const hash = (...items: (number | bigint)[]) => {
    const hasher = new FrozensetHasher();
    for (const item of items) hasher.add(item);
    return hasher.finish().toInt();
  };
  expect(hash()).toBe(133146708735736);
  expect(hash(1, 2, 3)).toBe(-272375401224217160n);
  expect(hash(1152921504606846976n, -2)).toBe(-201126909462601672n);
  expect(hash(-2, 1152921504606846976n)).toBe(-201126909462601672n);
});

test('halves', () => {
  expect([lowHalf(-1), highHalf(-1)]).toEqual([-1, -1]);
  expect([lowHalf(2 ** 40 + 5), highHalf(2 ** 40 + 5)]).toEqual([5, 256]);
  expect([lowHalf(-(2n ** 62n) + 1n), highHalf(-(2n ** 62n) + 1n)]).toEqual([1, -(2 ** 30)]);
});
