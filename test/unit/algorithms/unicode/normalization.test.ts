import { expect, test } from 'vitest';
import { normalize, type NormalForm } from '../../../../src/algorithms/unicode/normalization.ts';
import { codePoints, textFromCodePoints } from '../../../../src/algorithms/text/contents.ts';
import {
  currentDatabase as current,
  database320,
} from '../../../../src/algorithms/unicode/properties.ts';
import { checksumOf, recorded } from './checksum.ts';

const forms: NormalForm[] = ['NFC', 'NFD', 'NFKC', 'NFKD'];

test.each(
  forms.flatMap(
    form =>
      [
        [form, form, current],
        [`${form} 3.2.0`, form, database320],
      ] as const,
  ),
)('%s of each code point that it may change agrees with CPython', (name, form, database) => {
  const of = (code: number): number[] => [
    ...codePoints(database.normalize(form, textFromCodePoints(Uint32Array.of(code)))),
  ];
  expect(
    checksumOf(of, [
      [0, 0x20000],
      [0x2f800, 0x2fa20],
    ]),
  ).toBe(recorded[name]);
});

const all = (text: string): unknown[] => forms.map(form => normalize(form, text));

test('marks are sorted by class, equals keep their order', () => {
  expect(normalize('NFD', 'a\u0301\u0323\u0300')).toBe('a\u0323\u0301\u0300');
  expect(normalize('NFC', 'a\u0301\u0323\u0300')).toBe('\u1ea1\u0301\u0300');
  expect(normalize('NFD', '\u0301\u0323')).toBe('\u0323\u0301');
});

test('a blocked mark stays', () => {
  expect(normalize('NFC', 'a\u0315\u0300')).toBe('\xe0\u0315');
  expect(normalize('NFC', 'a\u0308\u0301')).toBe('\xe4\u0301');
  expect(normalize('NFC', 'aB\u0301')).toBe('aB\u0301');
  expect(normalize('NFC', '\u0b47\u0300\u0b3e')).toBe('\u0b47\u0300\u0b3e');
});

test('starters compose with starters only when adjacent', () => {
  expect(normalize('NFC', '\u09c7\u09be')).toBe('\u09cb');
  expect(all('\u1100\u1161\u11a8')).toEqual([
    '\uac01',
    '\u1100\u1161\u11a8',
    '\uac01',
    '\u1100\u1161\u11a8',
  ]);
  expect(normalize('NFC', '\uac00\u11a7')).toBe('\uac00\u11a7');
  expect(normalize('NFC', '\uac01\u11a8')).toBe('\uac01\u11a8');
});

test('compatibility forms and exclusions', () => {
  expect(all('\ufb01')).toEqual(['\ufb01', '\ufb01', 'fi', 'fi']);
  expect(all('\u1e9b\u0323')).toEqual([
    '\u1e9b\u0323',
    '\u017f\u0323\u0307',
    '\u1e69',
    's\u0323\u0307',
  ]);
  expect(all('\u0958')).toEqual(['\u0915\u093c', '\u0915\u093c', '\u0915\u093c', '\u0915\u093c']);
  expect(all('\u212b')).toEqual(['\xc5', 'A\u030a', '\xc5', 'A\u030a']);
});

test('surrogates and astral characters pass', () => {
  const text = Uint32Array.of(0xd800, 0x1d15e, 0x41);
  expect(normalize('NFC', text)).toEqual(Uint32Array.of(0xd800, 0x1d157, 0x1d165, 0x41));
});
