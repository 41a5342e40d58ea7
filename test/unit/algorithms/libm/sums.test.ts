import { expect, test } from 'vitest';
import { ExactSum, ProductSum } from '../../../../src/algorithms/libm/sums.ts';

function exactSum(...terms: number[]): number | string {
  const sum = new ExactSum();
  return terms.every(term => sum.add(term)) ? sum.result() : 'overflow';
}

test('fsum loses nothing', () => {
  expect(exactSum()).toBe(0);
  expect(exactSum(...Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(exactSum(1e100, 1, -1e100, 1e-100, 1e50, -1, -1e50)).toBe(1e-100);
  expect(exactSum(2 ** 53, -0.5, -(2 ** -54))).toBe(2 ** 53 - 1);
  expect(exactSum(2 ** 53, 1, 2 ** -100)).toBe(2 ** 53 + 2);
  expect(exactSum(2 ** 53 + 10, 1, 2 ** -100)).toBe(2 ** 53 + 12);
  expect(exactSum(2 ** 53 - 4, 0.5, 2 ** -54)).toBe(2 ** 53 - 3);
  expect(exactSum(5e-324, -5e-324)).toBe(0);
});

test('fsum of infinities and nan', () => {
  expect(exactSum(1, Infinity, Infinity)).toBe(Infinity);
  expect(exactSum(NaN, -Infinity)).toBeNaN();
  expect(exactSum(Infinity, 1, -Infinity)).toBe('infinities');
  expect(exactSum(1.7e308, 1.7e308, -1.7e308)).toBe('overflow');
});

function productSum(...pairs: [number, number][]): number {
  const sum = new ProductSum();
  for (const [x, y] of pairs) expect(sum.add(x, y)).toBe(true);
  return sum.result();
}

test('sumprod loses nothing that shows', () => {
  expect(productSum([10, 0.1], [-1, 1])).toBe(2 ** -54);
  expect(productSum([1e100, 1], [1, 1], [-1e100, 1])).toBe(1);
  expect(productSum([6.7e299, 1e-3], [-6.7e299, 1e-3], [3, 0.1])).toBe(0.30000000000000004);
});

test('a half is not rounded twice', () => {
  const rows: [number, number][] = [
    [-2.1447044778485428e299, 6.791832690126711e-9],
    [8.149147947624278e149, -12858918.582119672],
    [-1.3387994847884444e299, 0.5783283522782736],
    [6.724347516827257e299, 0.8481768451920657],
    [-2.1447044778485428e299, -6.791832690126717e-9],
    [8.149147947624278e149, 12858918.582119683],
    [-1.3387994847884444e299, -0.5783283522782742],
    [6.724347516827257e299, -0.8481768451920665],
  ];
  expect(productSum(...rows)).toBe(-4.4826847880312125e284);
});

test('what is not finite is left to the caller', () => {
  const sum = new ProductSum();
  sum.add(2, 3);
  expect(sum.add(1e200, 1e200)).toBe(false);
  expect(sum.add(Infinity, 0)).toBe(false);
  expect(sum.result()).toBe(6);
});
