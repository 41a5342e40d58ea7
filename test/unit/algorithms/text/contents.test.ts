import { expect, test } from 'vitest';
import * as contents from '../../../../src/algorithms/text/contents.ts';

const points = (...codes: number[]): Uint32Array => Uint32Array.from(codes);

test('strings of every length are built from units', () => {
  for (const size of [0, 1, 15, 16, 17, 31, 32, 33, 4096, 16384, 16385, 40000]) {
    const units = Uint16Array.from({ length: size }, (_, i) => 0x4e00 + (i % 1000));
    const text = contents.stringFromUnits(units);
    expect(text.length).toBe(size);
    for (let i = 0; i < size; i++) if (text.charCodeAt(i) !== units[i]) expect(i).toBe(-1);
  }
  expect(contents.stringFromUnits(Uint8Array.of(65, 66, 67, 68), 1, 3)).toBe('BC');
});

test('a native string becomes canonical', () => {
  expect(contents.textFromNative('aé€')).toBe('aé€');
  expect(contents.textFromNative('a😀')).toEqual(points(0x61, 0x1f600));
  expect(contents.textFromNative('\udc00\ud83d\ude00\ud800')).toEqual(
    points(0xdc00, 0x1f600, 0xd800),
  );
  expect(contents.nativeFromText(points(0x61, 0x1f600, 0xd800))).toBe('a😀\ud800');
});

test('parts of an array are canonical', () => {
  const text = points(0x61, 0x1f600, 0x62, 0xd800, 0x63);
  expect(contents.slice(text, 0, 1)).toBe('a');
  expect(contents.slice(text, 0, 2)).toEqual(points(0x61, 0x1f600));
  expect(contents.slice(text, 0, 5)).toBe(text);
  expect(contents.sliceStep(text, 0, 2, 3)).toBe('abc');
  expect(contents.sliceStep(text, 3, -2, 2)).toEqual(points(0xd800, 0x1f600));
  expect(contents.sliceStep('abcdef', 5, -2, 3)).toBe('fdb');
  expect(contents.repeat(text, 0)).toBe('');
  expect(contents.textOf(0x61)).toBe('a');
  expect(contents.textOf(0xdfff)).toEqual(points(0xdfff));
});

test('order is by code point, not by code unit', () => {
  expect(contents.compareTexts('\uffff', points(0x10000))).toBeLessThan(0);
  expect(contents.compareTexts(points(0x10000), points(0xd800))).toBeGreaterThan(0);
  expect(contents.compareTexts(points(0x10000), points(0x10000))).toBe(0);
  expect(contents.textEquals(points(0x10000), points(0x10000))).toBe(true);
  expect(contents.textEquals(points(0x10000), points(0x10001))).toBe(false);
});

test('builders grow', () => {
  const text = new contents.TextBuilder(0);
  text.addText('ab');
  text.addCode(0x63);
  text.addBytes(Uint8Array.of(0x78, 0x79, 0x7a), 1, 3);
  expect(text.finish()).toBe('abcyz');
  text.addText(points(0xd800));
  expect(text.finish()).toEqual(points(0x61, 0x62, 0x63, 0x79, 0x7a, 0xd800));
  const bytes = new contents.BytesBuilder(1);
  for (let i = 0; i < 40; i++) bytes.add(i);
  bytes.addAll(Uint8Array.of(1, 2));
  bytes.addLatin1('é');
  expect(bytes.finish()).toEqual(Uint8Array.from([...Array(40).keys(), 1, 2, 0xe9]));
});
