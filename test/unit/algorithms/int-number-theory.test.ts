import { expect, test } from 'vitest';
import {
  comb,
  factorial,
  gcd,
  isqrt,
  lcm,
  perm,
  powerModulo,
} from '../../../src/algorithms/int-number-theory.ts';

test('modular power', () => {
  expect(powerModulo(3, 200, 13)).toBe(9);
  expect(powerModulo(3, 200, -13)).toBe(-4);
  expect(powerModulo(5, 0, 1)).toBe(0);
  expect(powerModulo(38, -1, 97)).toBe(23);
  expect(powerModulo(2, -1, 4)).toBeUndefined();
  // Fermat: below and above the modulus that fits the product of doubles, and beyond 2**53.
  expect(powerModulo(123456789, 2 ** 50 - 28, 2 ** 50 - 27)).toBe(1);
  expect(powerModulo(7, 2 ** 53 - 112, 2 ** 53 - 111)).toBe(1);
  expect(powerModulo(10n ** 40n, 2n ** 127n - 2n, 2n ** 127n - 1n)).toBe(1);
  expect(powerModulo(3, 2n ** 80n, 1000003)).toBe(powerModulo(3, 2n ** 80n % 1000002n, 1000003n));
});

test('gcd and lcm', () => {
  expect(gcd(-12, 18)).toBe(6);
  expect(gcd(0, -5)).toBe(5);
  expect(gcd(2n ** 200n, 6n ** 50n)).toBe(2 ** 50);
  const [a, b] = [3n ** 300n * 7n ** 100n, 3n ** 250n * 11n ** 90n];
  expect(gcd(a, b)).toBe(3n ** 250n);
  expect(gcd(2n ** 521n - 1n, 2n ** 607n - 1n)).toBe(1);
  expect(lcm(4, -6)).toBe(12);
  expect(lcm(0, 7)).toBe(0);
  expect(lcm(2n ** 60n, 3)).toBe(3n * 2n ** 60n);
});

test('isqrt next to squares', () => {
  for (const root of [3n, 94906265n, 94906266n, 10n ** 20n + 39n, 2n ** 1000n - 1n]) {
    for (const [offset, expected] of [
      [-1n, root - 1n],
      [0n, root],
      [2n * root, root],
    ] as const) {
      const square = root * root + offset;
      const argument = square < 2n ** 53n ? Number(square) : square;
      expect(BigInt(isqrt(argument))).toBe(expected);
    }
  }
  expect(isqrt(5429315498164320)).toBe(73683888);
  expect(isqrt(0)).toBe(0);
});

test('combinatorics', () => {
  expect(comb(5, 7)).toBe(0);
  expect(comb(52, 5)).toBe(2598960);
  expect(comb(67, 33)).toBe(14226520737620288370n);
  expect(comb(2n ** 60n, 2)).toBe((2n ** 60n * (2n ** 60n - 1n)) / 2n);
  expect(perm(10, 0)).toBe(1);
  expect(perm(10, 10)).toBe(3628800);
  expect(perm(30, 17)).toBe(42597073035662745600000n);
  expect(factorial(18)).toBe(6402373705728000);
  expect(factorial(19)).toBe(121645100408832000n);
  const product = Array.from({ length: 300 }, (_, i) => BigInt(i + 1)).reduce((a, b) => a * b);
  expect(factorial(300)).toBe(product);
});
