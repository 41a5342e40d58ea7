import { expect, test } from 'vitest';
import {
  asIntegerRatio,
  floatHex,
  parseFloatText,
  parseHexFloat,
} from '../../../src/algorithms/float-parse.ts';

test('accepted texts', () => {
  const cases: [string, number][] = [
    ['1_0e1_0', 1e11],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', -0],
    ['1e400', Infinity],
    ['-iNfInItY', -Infinity],
    ['+nan', NaN],
    ['2.2250738585072011e-308', 2.225073858507201e-308],
    ['9007199254740993', 9007199254740992],
    [`9007199254740993.${'0'.repeat(900)}1`, 9007199254740994],
  ];
  for (const [text, value] of cases) expect([text, parseFloatText(text)]).toEqual([text, value]);
});

test('refused texts', () => {
  const refused = '|.|e5|1e|1__0|_1|1_|1_.5|1._5|1e_5|na_n|0x10|0b1|1 2|Infinit|1\n| 1|1,5|--1';
  for (const text of refused.split('|')) {
    expect([text, parseFloatText(text)]).toEqual([text, undefined]);
  }
});

test('hexadecimal texts', () => {
  expect(parseHexFloat(' 0x1.8p+1\n')).toBe(3);
  expect(parseHexFloat('-.8')).toBe(-0.5);
  expect(parseHexFloat('inf')).toBe(Infinity);
  expect(parseHexFloat('0x1p-1074')).toBe(5e-324);
  expect(parseHexFloat('0x1p-1075')).toBe(0);
  expect(parseHexFloat('0x1.00000000000000000000000000000000000001p-1075')).toBe(5e-324);
  expect(parseHexFloat('0x1.00000000000008p0')).toBe(1);
  expect(parseHexFloat('0x1.00000000000018p0')).toBe(1.0000000000000004);
  expect(parseHexFloat('0x1.fffffffffffff7p1023')).toBe(Number.MAX_VALUE);
  expect(parseHexFloat('0x1.fffffffffffff8p1023')).toBe('overflow');
  expect(parseHexFloat('0x0p99999999999999999999')).toBe(0);
  for (const text of ['', '0x', 'p1', '0x1p', '1.2.3', '\u00851']) {
    expect([text, parseHexFloat(text)]).toEqual([text, 'invalid']);
  }
});

test('hex', () => {
  expect(floatHex(-0.1)).toBe('-0x1.999999999999ap-4');
  expect(floatHex(5e-324)).toBe('0x0.0000000000001p-1022');
  expect(floatHex(-0)).toBe('-0x0.0p+0');
  expect(floatHex(-Infinity)).toBe('-inf');
});

test('integer ratio is canonical', () => {
  expect(asIntegerRatio(-0.75)).toEqual([-3, 4]);
  expect(asIntegerRatio(-0)).toEqual([0, 1]);
  expect(asIntegerRatio(9007199254740992)).toEqual([9007199254740992n, 1]);
  expect(asIntegerRatio(5e-324)).toEqual([1, 1n << 1074n]);
});
