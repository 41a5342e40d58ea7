import { expect, test } from 'vitest';
import { fromBytes, toBytes } from '../../../src/algorithms/int-bytes.ts';

const hex = (bytes: Uint8Array | string) =>
  typeof bytes === 'string'
    ? bytes
    : Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

test('to bytes', () => {
  expect(hex(toBytes(1024, 2, false, false))).toBe('0400');
  expect(hex(toBytes(-1024, 10, false, true))).toBe('fffffffffffffffffc00');
  expect(hex(toBytes(1000, 3, true, false))).toBe('e80300');
  expect(hex(toBytes(2n ** 64n + 1n, 9, true, true))).toBe('010000000000000001');
  expect(hex(toBytes(-(2n ** 63n), 8, false, true))).toBe('8000000000000000');
  expect(hex(toBytes(0, 0, false, true))).toBe('');
});

test('to bytes refuses', () => {
  expect(toBytes(256, 1, false, false)).toBe('too big');
  expect(toBytes(128, 1, false, true)).toBe('too big');
  expect(toBytes(-129, 1, false, true)).toBe('too big');
  expect(toBytes(-1, 0, false, true)).toBe('too big');
  expect(toBytes(2n ** 63n, 8, false, true)).toBe('too big');
  expect(toBytes(-(2n ** 63n) - 1n, 8, false, true)).toBe('too big');
  expect(toBytes(-1, 4, false, false)).toBe('negative');
});

test('from bytes', () => {
  expect(fromBytes(Uint8Array.of(0xfc, 0), false, true)).toBe(-1024);
  expect(fromBytes(Uint8Array.of(0xfc, 0), true, true)).toBe(252);
  expect(fromBytes(new Uint8Array(6).fill(255), false, false)).toBe(2 ** 48 - 1);
  expect(fromBytes(new Uint8Array(8).fill(255), false, true)).toBe(-1);
  expect(fromBytes(new Uint8Array(8).fill(255), false, false)).toBe(2n ** 64n - 1n);
  expect(fromBytes(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), true, true)).toBe(0x0807060504030201n);
  expect(fromBytes(new Uint8Array(0), true, true)).toBe(0);
});
