import { expect, test } from 'vitest';
import { asciiNumeral } from '../../../../src/algorithms/text/predicates.ts';

test('a numeral of any script is read as ASCII up to what is none', () => {
  expect(asciiNumeral(' 12 ')).toBe(' 12 ');
  expect(asciiNumeral('\u2003\u0661\uff12.5e-\u09e9\xa0')).toBe(' 12.5e-3 ');
  expect(asciiNumeral(Uint32Array.of(0x1d7d9, 0x31, 0x1f600, 0x32))).toBe('11?');
  expect(asciiNumeral('\xb21')).toBe('?');
});
