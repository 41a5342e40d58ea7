import { expect, test } from 'vitest';
import {
  compareWithFloat,
  frexpInt,
  fromFloat,
  toFloat,
  trueDivide,
} from '../../../src/algorithms/int-float.ts';

test('true division rounds once', () => {
  expect(trueDivide(0, -5)).toBe(-0);
  expect(trueDivide(10n ** 30n, 10n ** 29n)).toBe(10);
  expect(trueDivide(2n ** 53n + 1n, 1)).toBe(2 ** 53);
  expect(trueDivide(2n ** 54n + 3n, 2)).toBe(2 ** 53 + 2);
  expect(trueDivide(-(10n ** 400n), 3n * 10n ** 399n)).toBe(-10 / 3);
  expect(trueDivide(2n ** 1024n - 2n ** 970n, 1)).toBe(Infinity);
  expect(trueDivide(2n ** 1024n - 2n ** 970n - 1n, 1)).toBe(Number.MAX_VALUE);
  expect(trueDivide(-1, 2n ** 1074n)).toBe(-5e-324);
  expect(trueDivide(1, 2n ** 1075n)).toBe(0);
  expect(trueDivide(3, 2n ** 1075n)).toBe(1e-323);
  // A subnormal result that rounding twice would get wrong.
  const odd = 2n ** 51n + 1n;
  expect(trueDivide((2n * odd + 1n) * 2n ** 60n - 1n, 2n ** 1135n)).toBe(Number(odd) * 2 ** -1074);
});

test('floats to ints', () => {
  expect(fromFloat(-0.5)).toBe(0);
  expect(fromFloat(-1e20)).toBe(-100000000000000000000n);
  expect(fromFloat(1.9)).toBe(1);
});

test('comparison is exact', () => {
  expect(compareWithFloat(2n ** 53n + 1n, 2 ** 53)).toBe(1);
  expect(compareWithFloat(10n ** 400n, Infinity)).toBe(-1);
  expect(compareWithFloat(1, NaN)).toBeNaN();
  expect(compareWithFloat(10n ** 22n, 1e22)).toBe(0);
});

test('conversion and frexp round halves to even', () => {
  expect(toFloat(2n ** 53n + 1n)).toBe(2 ** 53);
  expect(toFloat(2n ** 53n + 3n)).toBe(2 ** 53 + 4);
  expect(frexpInt(0)).toEqual([0, 0]);
  expect(frexpInt(1)).toEqual([0.5, 1]);
  expect(frexpInt(-(2n ** 5000n))).toEqual([-0.5, 5001]);
  expect(frexpInt(2n ** 5000n - 1n)).toEqual([0.5, 5001]);
  expect(frexpInt((2n ** 53n + 1n) << 2000n)).toEqual([0.5, 2054]);
  expect(frexpInt(((2n ** 53n + 1n) << 2000n) + 1n)).toEqual([0.5 + 2 ** -53, 2054]);
});
