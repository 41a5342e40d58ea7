import { expect, test } from 'vitest';
import { countDigits, intToText, parseIntText } from '../../../src/algorithms/int-text.ts';

test('to text', () => {
  expect(intToText(-255, 16)).toBe('-ff');
  expect(intToText(10n ** 20n)).toBe('100000000000000000000');
  expect(intToText(0, 2)).toBe('0');
});

test('decimal texts', () => {
  expect(parseIntText('-0')).toBe(0);
  expect(parseIntText('+1_000')).toBe(1000);
  expect(parseIntText('007')).toBe(7);
  expect(parseIntText('9007199254740991')).toBe(9007199254740991);
  expect(parseIntText('-9007199254740993')).toBe(-9007199254740993n);
  for (const text of ['', '-', '_1', '1_', '1__0', '0x1', '1.0', '--1', '1e3', '١']) {
    expect([text, parseIntText(text)]).toEqual([text, undefined]);
  }
});

test('prefixes and base 0', () => {
  expect(parseIntText('0x_fF', 16)).toBe(255);
  expect(parseIntText('fF', 16)).toBe(255);
  expect(parseIntText('0b1', 16)).toBe(0xb1);
  expect(parseIntText('-0O17', 0)).toBe(-15);
  expect(parseIntText('0_0', 0)).toBe(0);
  expect(parseIntText('010', 0)).toBeUndefined();
  expect(parseIntText('0x', 0)).toBeUndefined();
  expect(parseIntText('0x__1', 0)).toBeUndefined();
  expect(parseIntText('0b2', 0)).toBeUndefined();
  expect(parseIntText('0o7', 2)).toBeUndefined();
});

test('big texts in any base', () => {
  for (const base of [2, 3, 7, 8, 10, 16, 31, 36]) {
    const value = 7n ** 333n;
    expect(parseIntText(value.toString(base), base)).toBe(value);
    expect(parseIntText(`-${value.toString(base).toUpperCase()}`, base)).toBe(-value);
  }
  expect(parseIntText('12345678901234567890_1', 10)).toBe(123456789012345678901n);
});

test('digits that count for the limit', () => {
  expect(countDigits('-1_000')).toBe(4);
});
