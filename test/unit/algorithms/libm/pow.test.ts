import { expect, test } from 'vitest';
import { pow } from '../../../../src/algorithms/libm/pow.ts';

test('exact results, and halves to even', () => {
  expect(pow(10, 22)).toBe(1e22);
  expect(pow(3, 33)).toBe(5559060566555523);
  expect(pow(2, -1074)).toBe(5e-324);
  expect(pow(2, 1023)).toBe(8.98846567431158e307);
  expect(pow(4, 0.5)).toBe(2);
  expect(pow(1e-323, 0.5)).toBe(3.1434555694052576e-162);
  expect(pow(2.25, -2.5)).toBe(0.13168724279835392);
  expect(pow(7, 1.5)).toBe(18.520259177452136);
  expect(pow(41, 10)).toBe(13422659310152400);
  expect(pow(207, 7)).toBe(16285174563412144);
  expect(pow(0.1, -3)).toBe(999.9999999999999);
});

test('digits that Math.pow gets wrong', () => {
  expect(pow(867442.6822927442, 31.04971775776825)).toBe(2.402704906922162e184);
  expect(pow(1.0000000001, 1e10)).toBe(2.7182820532347876);
  expect(pow(10, 308)).toBe(1e308);
  expect(pow(10, -5)).toBe(1e-5);
});

test('the rules of C for special values', () => {
  expect(pow(1, NaN)).toBe(1);
  expect(pow(NaN, 0)).toBe(1);
  expect(pow(-1, Infinity)).toBe(1);
  expect(pow(-0, -3)).toBe(-Infinity);
  expect(pow(-0, 3)).toBe(-0);
  expect(pow(-0, 2)).toBe(0);
  expect(pow(-Infinity, -3)).toBe(-0);
  expect(pow(-Infinity, 2)).toBe(Infinity);
  expect(pow(-8, 3)).toBe(-512);
  expect(pow(-8, 1 / 3)).toBeNaN();
  expect(pow(-2, 1e300)).toBe(Infinity);
  expect(pow(0.5, Infinity)).toBe(0);
  expect(pow(-0.5, -Infinity)).toBe(Infinity);
  expect(pow(1.5, 1e300)).toBe(Infinity);
});
