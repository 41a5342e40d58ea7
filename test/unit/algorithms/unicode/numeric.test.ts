import { expect, test } from 'vitest';
import * as numeric from '../../../../src/algorithms/unicode/numeric.ts';
import { checksumOf, recorded } from './checksum.ts';

test.each([
  ['decimal', numeric.decimalValue],
  ['digit', numeric.digitValue],
  ['numeric', (code: number) => numeric.numericValue(code) ?? -1],
] as const)('%s agrees with CPython on every code point', (name, value) => {
  expect(checksumOf(code => Math.trunc(value(code) * 1000))).toBe(recorded[name]);
});

test('fractions, negatives and numbers past 2**32 are exact', () => {
  expect(numeric.numericValue(0xbd)).toBe(0.5);
  expect(numeric.numericValue(0x2159)).toBe(1 / 6);
  expect(numeric.numericValue(0xf33)).toBe(-0.5);
  expect(numeric.numericValue(0x4eac)).toBe(1e16);
  expect(numeric.numericValue(0x41)).toBeUndefined();
});
