import { expect, test } from 'vitest';
import { floatRepr } from '../../../src/algorithms/float-repr.ts';

test('plain and exponential forms switch where CPython switches', () => {
  expect(floatRepr(1e15)).toBe('1000000000000000.0');
  expect(floatRepr(9999999999999998)).toBe('9999999999999998.0');
  expect(floatRepr(1e16)).toBe('1e+16');
  expect(floatRepr(123456789012345680)).toBe('1.2345678901234568e+17');
  expect(floatRepr(1e22)).toBe('1e+22');
  expect(floatRepr(0.0001)).toBe('0.0001');
  expect(floatRepr(0.00001)).toBe('1e-05');
  expect(floatRepr(-1.5e-7)).toBe('-1.5e-07');
});

test('integral values keep a fraction', () => {
  expect(floatRepr(2)).toBe('2.0');
  expect(floatRepr(0)).toBe('0.0');
  expect(floatRepr(-0)).toBe('-0.0');
});

test('extremes and specials', () => {
  expect(floatRepr(5e-324)).toBe('5e-324');
  expect(floatRepr(Number.MAX_VALUE)).toBe('1.7976931348623157e+308');
  expect(floatRepr(2 ** -44)).toBe('5.684341886080802e-14');
  expect(floatRepr(Infinity)).toBe('inf');
  expect(floatRepr(-Infinity)).toBe('-inf');
  expect(floatRepr(NaN)).toBe('nan');
});
