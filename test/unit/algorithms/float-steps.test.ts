import { expect, test } from 'vitest';
import {
  fma,
  fractionalPart,
  frexpExponent,
  frexpMantissa,
  nextAfter,
  remainder,
  ulp,
} from '../../../src/algorithms/float-steps.ts';

test('frexp', () => {
  const frexp = (x: number) => [frexpMantissa(x), frexpExponent(x)];
  expect(frexp(8)).toEqual([0.5, 4]);
  expect(frexp(-0.75)).toEqual([-0.75, 0]);
  expect(frexp(5e-324)).toEqual([0.5, -1073]);
  expect(frexp(-0)).toEqual([-0, 0]);
  expect(frexp(Infinity)).toEqual([Infinity, 0]);
});

test('modf', () => {
  expect([1.5, -1.5, -2, -0, Infinity, -Infinity].map(fractionalPart)).toEqual([
    0.5, -0.5, -0, -0, 0, -0,
  ]);
});

test('nextafter', () => {
  expect(nextAfter(1, 2, 1)).toBe(1 + 2 ** -52);
  expect(nextAfter(0, -1, 1)).toBe(-5e-324);
  expect(nextAfter(-5e-324, 1, 1)).toBe(-0);
  expect(nextAfter(5e-324, -1, 2)).toBe(-5e-324);
  expect(nextAfter(Number.MAX_VALUE, Infinity, 1)).toBe(Infinity);
  expect(nextAfter(1, 3, 10n ** 30n)).toBe(3);
  expect(nextAfter(-0, 0, 1)).toBe(0);
  expect(nextAfter(1, NaN, 0)).toBe(1);
  expect(nextAfter(1, NaN, 1)).toBeNaN();
});

test('ulp', () => {
  expect([1, -1, 0, 5e-324, Number.MAX_VALUE, -Infinity].map(ulp)).toEqual([
    2 ** -52,
    2 ** -52,
    5e-324,
    5e-324,
    2 ** 971,
    Infinity,
  ]);
});

test('remainder rounds the quotient half to even', () => {
  expect(remainder(5, 2)).toBe(1);
  expect(remainder(3, 2)).toBe(-1);
  expect(remainder(-3.5, 1)).toBe(0.5);
  expect(remainder(-4, 2)).toBe(-0);
  expect(remainder(1e300, 7)).toBe(1);
  expect(remainder(1, Infinity)).toBe(1);
});

test('fma rounds once', () => {
  expect(fma(0.1, 10, -1)).toBe(2 ** -54);
  expect(fma(1 + 2 ** -52, 1 + 2 ** -52, -1 - 2 ** -51)).toBe(2 ** -104);
  expect(fma(1e308, 10, -1e308)).toBe(Infinity);
  expect(fma(1.5e308, 2, -1.5e308)).toBe(1.5e308);
  expect(fma(2 ** -600, 2 ** -600, 1)).toBe(1);
  // A tiny third operand still breaks the tie between 1 and its neighbour.
  expect(fma(2 ** 27 + 1, 2 ** 26 + 1, 5e-324)).toBe(9007199456067586);
  expect(fma(2 ** 27 + 1, 2 ** 26 + 1, -5e-324)).toBe(9007199456067584);

  expect(fma(0, -1, 0)).toBe(0);
  expect(fma(0, -1, -0)).toBe(-0);
  expect(fma(3, 5, -15)).toBe(0);
  expect(fma(Infinity, 0, 1)).toBeNaN();
  expect(fma(1e308, 1e308, -Infinity)).toBe(-Infinity);
});
