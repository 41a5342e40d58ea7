import { expect, test } from 'vitest';
import * as type from '../../../../src/algorithms/unicode/character-type.ts';
import { checksumOf, letters, recorded } from './checksum.ts';

const predicates = Object.entries(type).filter(
  ([name]) => name in recorded && name.startsWith('is'),
);

test('there are 14 recorded predicates', () => {
  expect(predicates.length).toBe(14);
});

test.each(predicates)('%s agrees with CPython on every code point', (name, predicate) => {
  expect(checksumOf(code => (predicate(code) ? 1 : 0))).toBe(recorded[name]);
});

test('category agrees with CPython on every code point', () => {
  expect(checksumOf(code => letters(type.category(code)))).toBe(recorded['category']);
});

test('isAlnum is a letter or a number of any kind', () => {
  for (const code of [0x41, 0x39, 0xbd, 0x660, 0xb2, 0x3a9, 0x4e00])
    expect(type.isAlnum(code)).toBe(true);
  for (const code of [0x20, 0x5f, 0xa0, 0x378, 0xd800]) expect(type.isAlnum(code)).toBe(false);
});
