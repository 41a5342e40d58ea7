import { expect, test } from 'vitest';
import * as int from '../../../src/algorithms/int-math.ts';

const MAX = int.MAX_SAFE;
const MIN = int.MIN_SAFE;
const P53 = 9007199254740992n;

test('sums and products leave and re-enter the safe range exactly', () => {
  expect(int.add(MAX, 1)).toBe(P53);
  expect(int.add(MAX, 2)).toBe(P53 + 1n);
  expect(int.add(P53, -1)).toBe(MAX);
  expect(int.subtract(MIN, 1)).toBe(-P53);
  expect(int.subtract(-P53, -1)).toBe(MIN);
  expect(int.multiply(2 ** 31, 2 ** 31)).toBe(4611686018427387904n);
  expect(int.multiply(94906267, 94906267)).toBe(9007199515875289n);
  expect(int.multiply(P53, 0)).toBe(0);
});

test('no negative zero', () => {
  expect(int.multiply(-5, 0)).toBe(0);
  expect(int.floorDivide(0, -5)).toBe(0);
  expect(int.modulo(-4, 2)).toBe(0);
  expect(int.negate(0)).toBe(0);
  expect(int.shiftRight(0, 3)).toBe(0);
  expect(int.shiftLeft(0, 60)).toBe(0);
});

test('floor division and modulo follow the sign of the divisor', () => {
  expect([int.floorDivide(-7, 2), int.modulo(-7, 2)]).toEqual([-4, 1]);
  expect([int.floorDivide(7, -2), int.modulo(7, -2)]).toEqual([-4, -1]);
  expect(int.floorDivide(MAX, 2)).toBe(4503599627370495);
  expect(int.floorDivide(MIN, MAX - 1)).toBe(-2);
  expect(int.divmod(-P53, 10)).toEqual([-900719925474100, 8]);
  expect(int.divmod(P53 * P53, -P53)).toEqual([-P53, 0]);
  expect(int.modulo(-1, P53)).toBe(MAX);
});

test('divmodNear rounds halves to even', () => {
  expect(int.divmodNear(25, 10)).toEqual([2, 5]);
  expect(int.divmodNear(35, 10)).toEqual([4, -5]);
  expect(int.divmodNear(-25, 10)).toEqual([-2, -5]);
  expect(int.divmodNear(26, -10)).toEqual([-3, -4]);
});

test('power', () => {
  expect(int.power(0, 0)).toBe(1);
  expect(int.power(-1, 2n ** 70n)).toBe(1);
  expect(int.power(-1, 2n ** 70n + 1n)).toBe(-1);
  expect(int.power(5, 22)).toBe(2384185791015625);
  expect(int.power(-3, 33)).toBe(-5559060566555523);
  expect(int.power(-3, 35)).toBe(-50031545098999707n);
  expect(int.power(2, 53)).toBe(P53);
  expect(int.power(12, 20)).toBe(3833759992447475122176n);
  expect(int.power(P53, 0)).toBe(1);
  expect(int.power(3, 2 ** 31)).toBeUndefined();
  expect(int.power(2, 2n ** 64n)).toBeUndefined();
});

test('shifts', () => {
  expect(int.shiftLeft(1, 52)).toBe(4503599627370496);
  expect(int.shiftLeft(1, 53)).toBe(P53);
  expect(int.shiftLeft(-3, 70)).toBe(-3541774862152233910272n);
  expect(int.shiftLeft(1, 2n ** 64n)).toBeUndefined();
  expect(int.shiftLeft(1, 2 ** 40)).toBeUndefined();
  expect(int.shiftLeft(0, 2n ** 64n)).toBe(0);
  expect(int.shiftRight(-1, 1000)).toBe(-1);
  expect(int.shiftRight(-5, 1)).toBe(-3);
  expect(int.shiftRight(-(2 ** 40) - 1, 40)).toBe(-2);
  expect(int.shiftRight(2n ** 100n, 90)).toBe(1024);
  expect(int.shiftRight(-(2n ** 100n), 2n ** 70n)).toBe(-1);
});

test('bitwise operations between 32 and 53 bits are in two’s complement', () => {
  expect(int.bitAnd(-1, MAX)).toBe(MAX);
  expect(int.bitAnd(MIN, MIN - -1)).toBe(-P53);
  expect(int.bitOr(2 ** 40, 2 ** 31)).toBe(1101659111424);
  expect(int.bitXor(MAX, -1)).toBe(-P53);
  expect(int.bitAnd(-(2n ** 70n), 2n ** 71n - 1n)).toBe(2n ** 70n);
  expect(int.bitAnd(2n ** 70n + 5n, 7)).toBe(5);
  expect(int.invert(MAX)).toBe(-P53);
  expect(int.invert(-P53)).toBe(MAX);
});

test('bit questions', () => {
  expect([0, -1, 255, 256, 2 ** 32, MAX, P53].map(int.bitLength)).toEqual([0, 1, 8, 9, 33, 53, 54]);
  expect(int.bitLength(-(2n ** 1000n))).toBe(1001);
  expect([0, -7, MAX, 2n ** 100n - 1n].map(int.bitCount)).toEqual([0, 3, 53, 100]);
  expect([1, -8, 2 ** 45, 3n << 200n].map(int.trailingZeros)).toEqual([0, 3, 45, 200]);
});
