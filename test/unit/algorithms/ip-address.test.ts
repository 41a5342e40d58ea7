import { expect, test } from 'vitest';
import {
  formatIPv6,
  parseIPv4,
  parseIPv6,
  parseLooseIPv4,
} from '../../../src/algorithms/ip-address.ts';

test('IPv4', () => {
  expect(parseIPv4('127.0.0.1')).toEqual(Uint8Array.of(127, 0, 0, 1));
  for (const wrong of ['1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5', 'a.b.c.d', '']) {
    expect(parseIPv4(wrong)).toBeUndefined();
  }
  expect(parseLooseIPv4('0x7f.1')).toEqual(Uint8Array.of(127, 0, 0, 1));
  expect(parseLooseIPv4('010.1.65535')).toEqual(Uint8Array.of(8, 1, 255, 255));
  expect(parseLooseIPv4('4294967295')).toEqual(Uint8Array.of(255, 255, 255, 255));
  expect(parseLooseIPv4('4294967296')).toBeUndefined();
  expect(parseLooseIPv4('')).toBeUndefined();
});

test('IPv6, in the shortest form and back', () => {
  for (const text of [
    '::',
    '::1',
    '1::',
    'fe80::1:2',
    '1:2:3:4:5:6:7:8',
    '::ffff:1.2.3.4',
    '1:0:0:2::3',
    '::1.2.3.4',
  ]) {
    expect(formatIPv6(parseIPv6(text)!)).toBe(text);
  }
  expect(formatIPv6(parseIPv6('1:2:3:4:5:6:7::')!)).toBe('1:2:3:4:5:6:7:0');
  for (const wrong of [
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '12345::',
    '::1.2.3',
    '1:2:3:4:5:6:7:8::',
  ]) {
    expect(parseIPv6(wrong)).toBeUndefined();
  }
});
