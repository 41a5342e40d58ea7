import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codePoints } from '../../../../src/algorithms/text/contents.ts';
import {
  characterNamed,
  characterProperlyNamed,
  nameOf,
  textNamed,
} from '../../../../src/algorithms/unicode/names.ts';
import { checksumOf, letters, recorded } from './checksum.ts';

const facts = JSON.parse(
  readFileSync(new URL('../../../../facts/unicode-names.json', import.meta.url), 'utf8'),
) as { aliases: Record<string, number>; sequences: Record<string, number[]> };

test('the name of every code point agrees with CPython', () => {
  expect(checksumOf(code => letters(nameOf(code) ?? ''))).toBe(recorded['name']);
});

test('every name finds its character, whatever its case', () => {
  for (let code = 0; code < 0x110000; code += code < 0x3400 ? 1 : 17) {
    const name = nameOf(code);
    if (name === undefined) continue;
    if (characterNamed(name) !== code) expect([name, characterNamed(name)]).toEqual([name, code]);
    if (characterNamed(name.toLowerCase()) !== code) expect(name).toBe('found in lower case');
  }
});

test('aliases stand for characters, sequences for texts alone', () => {
  for (const [name, code] of Object.entries(facts.aliases)) expect(characterNamed(name)).toBe(code);
  for (const [name, codes] of Object.entries(facts.sequences)) {
    expect(Array.from(codePoints(textNamed(name)!))).toEqual(codes);
    expect(characterNamed(name)).toBeUndefined();
  }
  expect(textNamed('keycap digit one')).toBe('1\ufe0f\u20e3');
  expect([1, 16, 17, 256].map(number => characterNamed(`VS${number}`))).toEqual([
    0xfe00, 0xfe0f, 0xe0100, 0xe01ef,
  ]);
});

test('a proper name is no alias', () => {
  expect(characterProperlyNamed('grinning face')).toBe(0x1f600);
  expect(characterProperlyNamed('LF')).toBeUndefined();
  expect(characterProperlyNamed('VS1')).toBeUndefined();
});

test('CPython finds Tangut ideographs by name but does not name them', () => {
  expect(characterNamed('TANGUT IDEOGRAPH-17000')).toBe(0x17000);
  expect(nameOf(0x17000)).toBeUndefined();
});

test.each([
  '',
  'FOO',
  'SPACE ',
  'LATIN  SMALL LETTER A',
  'VS0',
  'VS257',
  'VS01',
  'CJK UNIFIED IDEOGRAPH-04E00',
  'CJK UNIFIED IDEOGRAPH-4E0',
  'CJK UNIFIED IDEOGRAPH-A000',
  'HANGUL SYLLABLE ',
  'HANGUL SYLLABLE G',
  'HANGUL SYLLABLE GAX',
  '\u017fPACE',
  'A'.repeat(300),
])('%j names nothing', name => {
  expect(textNamed(name)).toBeUndefined();
});
