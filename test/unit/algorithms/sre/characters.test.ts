import { expect, test } from 'vitest';
import {
  Characters,
  lowerUnicode,
  upperUnicode,
} from '../../../../src/algorithms/sre/characters.ts';
import { simpleLower, toUpper } from '../../../../src/algorithms/unicode/case-mapping.ts';
import {
  isAlnum,
  isDecimal,
  isLineBreak,
  isSpace,
} from '../../../../src/algorithms/unicode/character-type.ts';

const { categories } = new Characters();

test.each([
  ['\\d', 10, isDecimal],
  ['\\s', 12, isSpace],
  ['\\w', 14, (ch: number) => ch === 95 || isAlnum(ch)],
  ['line breaks', 16, isLineBreak],
])('%s agree with the tables of Unicode, Latin-1 too', (_name, number, has) => {
  for (let ch = 0; ch < 0x3000; ch++) {
    expect(categories[number]!.has(ch), `U+${ch.toString(16)}`).toBe(has(ch));
    expect(categories[number + 1]!.has(ch), `not U+${ch.toString(16)}`).toBe(!has(ch));
  }
});

test('case mappings agree with the tables of Unicode, Latin-1 too', () => {
  for (let ch = 0; ch < 0x3000; ch++) {
    const up = toUpper.to(ch);
    expect(lowerUnicode(ch), `lower U+${ch.toString(16)}`).toBe(simpleLower(ch));
    expect(upperUnicode(ch), `upper U+${ch.toString(16)}`).toBe(
      up < 0 ? toUpper.list(ch).codePointAt(0) : up,
    );
  }
});

test('the ASCII categories hold no more than ASCII', () => {
  const members = (number: number): string =>
    Array.from({ length: 0x300 }, (_, ch) => ch)
      .filter(ch => categories[number]!.has(ch))
      .map(ch => String.fromCharCode(ch))
      .join('');
  expect(members(0)).toBe('0123456789');
  expect(members(2)).toBe('\t\n\v\f\r ');
  expect(members(4)).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
  expect(categories[4]!.ranges).toEqual([48, 57, 65, 90, 95, 95, 97, 122]);
});
