import { expect, test } from 'vitest';
import {
  currentDatabase as current,
  database320 as old,
} from '../../../../src/algorithms/unicode/properties.ts';
import { checksumOf, letters, recorded } from './checksum.ts';

test.each([
  ['bidirectional', (code: number) => letters(current.bidirectional(code))],
  ['eastAsianWidth', (code: number) => letters(current.eastAsianWidth(code))],
  ['mirrored', current.mirrored],
  ['combining', current.combining],
  ['decomposition', (code: number) => letters(current.decomposition(code))],
])('%s agrees with CPython on every code point', (name, of) => {
  expect(checksumOf(of)).toBe(recorded[name]);
});

test.each([
  ['category', (code: number) => letters(old.category(code))],
  ['bidirectional', (code: number) => letters(old.bidirectional(code))],
  ['eastAsianWidth', (code: number) => letters(old.eastAsianWidth(code))],
  ['mirrored', old.mirrored],
  ['combining', old.combining],
  ['decomposition', (code: number) => letters(old.decomposition(code))],
  ['decimal', old.decimal],
  ['digit', old.digit],
  ['numeric', (code: number) => Math.abs(Math.trunc((old.numeric(code) ?? -1) * 1000)) % 65536],
] as const)('%s of 3.2.0 agrees with CPython on every code point', (name, of) => {
  expect(checksumOf(of)).toBe(recorded[`${name} 3.2.0`]);
});

test('3.2.0 has its own decompositions and no later characters', () => {
  expect(old.normalize('NFC', Uint32Array.of(0x2f868))).toEqual(Uint32Array.of(0x2136a));
  expect(current.normalize('NFC', Uint32Array.of(0x2f868))).toBe('\u36fc');
  expect(old.normalize('NFKC', '\u1d2c')).toBe('\u1d2c');
  expect(current.normalize('NFKC', '\u1d2c')).toBe('A');
  expect(old.isAssigned(0x221)).toBe(false);
  expect(old.isAssigned(0x41)).toBe(true);
  expect(current.isAssigned(0x221)).toBe(true);
  expect(current.isAssigned(0x378)).toBe(false);
});
