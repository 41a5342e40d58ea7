import { expect, test } from 'vitest';
import * as mapping from '../../../../src/algorithms/unicode/case-mapping.ts';
import { checksumOf, recorded } from './checksum.ts';

const mappings = [
  ['lower', mapping.toLower],
  ['upper', mapping.toUpper],
  ['title', mapping.toTitle],
  ['fold', mapping.toFolded],
] as const;

test.each(mappings)('%s agrees with CPython on every code point', (name, map) => {
  const full = (code: number): number | number[] => {
    const to = map.to(code);
    return to >= 0 ? to : Array.from(map.list(code), char => char.charCodeAt(0));
  };
  expect(checksumOf(full)).toBe(recorded[name]);
});

test('the simple lower case of İ is one character', () => {
  expect(mapping.toLower.list(0x130)).toBe('i\u0307');
  expect(mapping.simpleLower(0x130)).toBe(0x69);
  expect(mapping.simpleLower(0x10400)).toBe(0x10428);
});
