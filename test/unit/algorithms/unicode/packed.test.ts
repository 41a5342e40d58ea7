import { expect, test } from 'vitest';
import * as packed from '../../../../src/algorithms/unicode/packed.ts';

test('numbers survive packing', () => {
  const numbers = [0, 1, 45, 46, 47, 2115, 2116, 0x10ffff, 2 ** 31, 2 ** 33, 2e16];
  expect(packed.unpackNumbers(packed.packNumbers(numbers))).toEqual(numbers);
});

test('zigzag keeps the sign', () => {
  for (const value of [0, 1, -1, 42315, -42315, 1e16]) {
    expect(packed.unzigzag(packed.zigzag(value))).toBe(value);
  }
});

test('a table of runs has each value over its run', () => {
  const table = packed.tableFromRuns([100, 1, 300, 2, 500, 0, 1, 3]);
  expect([0, 99, 100, 399, 400, 899, 900, 901, 0x10ffff].map(code => table.get(code))).toEqual([
    1, 1, 2, 2, 0, 0, 3, 0, 0,
  ]);
});

test('a sparse table is zero elsewhere', () => {
  const table = packed.tableFromEntries([
    [0x10ffff, -7],
    [5, 9],
  ]);
  expect([0, 4, 5, 6, 0x10fffe, 0x10ffff].map(code => table.get(code))).toEqual([
    0, 0, 9, 0, 0, -7,
  ]);
});
