import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as cn from '../../../../../src/algorithms/codecs/multibyte/cn.ts';
import {
  TableCodec,
  type MultibyteCodec,
} from '../../../../../src/algorithms/codecs/multibyte/codec.ts';
import * as jis2004 from '../../../../../src/algorithms/codecs/multibyte/jis2004.ts';
import * as jp from '../../../../../src/algorithms/codecs/multibyte/jp.ts';
import * as kr from '../../../../../src/algorithms/codecs/multibyte/kr.ts';
import * as tw from '../../../../../src/algorithms/codecs/multibyte/tw.ts';
import * as errors from '../../../../../src/algorithms/codecs/errors.ts';
import { codePoints, textFromCodePoints } from '../../../../../src/algorithms/text/contents.ts';
import { bytes, outcome, points } from '../outcome.ts';

/** Checksums of CPython's answers, written by tools/generate-multibyte.ts. */
const recorded = JSON.parse(
  readFileSync(new URL('checksums.json', import.meta.url), 'utf8'),
) as Record<string, [decode: number, encode: number]>;

const codecs: MultibyteCodec[] = [
  Object.values(cn),
  Object.values(tw),
  Object.values(kr),
  Object.values(jp),
  Object.values(jis2004),
]
  .flat()
  .filter(value => value instanceof TableCodec);

test('every recorded encoding has a codec', () => {
  expect(codecs.map(codec => codec.encoding).sort()).toEqual(Object.keys(recorded).sort());
});

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

const add = (sum: number, values: Iterable<number>): number => {
  let total = sum;
  for (const value of values) total = (Math.imul(total, 31) + value) | 0;
  return total;
};

test.each(codecs)('$encoding decodes every pair as CPython does', codec => {
  let sum = 0;
  const firsts = [
    ...range(128, 256).map(lead => [lead]),
    ...range(161, 255).map(lead => [0x8f, lead]),
  ];
  for (const first of firsts) {
    const data = Uint8Array.from(range(0, 256).flatMap(trail => [...first, trail, 10]));
    sum = add(sum, codePoints(codec.decode(data, errors.replaceDecode).text));
  }
  expect(sum).toBe(recorded[codec.encoding]![0]);
});

test.each(codecs)('$encoding encodes every character as CPython does', codec => {
  let sum = 0;
  for (let start = 0; start < 0x30000; start += 256) {
    const text = textFromCodePoints(Uint32Array.from(range(start, start + 256)));
    sum = add(sum, codec.encode(text, errors.ignoreEncode).bytes);
  }
  expect(sum).toBe(recorded[codec.encoding]![1]);
});

const decode = (codec: MultibyteCodec, ...data: number[]) =>
  outcome(() => codec.decode(bytes(...data), errors.strictDecode).text);

test('faults have the range and reason of CPython', () => {
  expect(decode(cn.gbk, 0x41, 0x81)).toEqual([1, 2, 'incomplete multibyte sequence']);
  expect(decode(cn.gbk, 0x81, 0x20)).toEqual([0, 1, 'illegal multibyte sequence']);
  expect(decode(cn.gb18030, 0x81, 0x30, 0x81)).toEqual([0, 3, 'incomplete multibyte sequence']);
  expect(decode(cn.gb18030, 0xe3, 0x32, 0x9a, 0x36)).toEqual([0, 1, 'illegal multibyte sequence']);
  expect(decode(jis2004.eucJisx0213, 0xae, 0xa1)).toEqual([0, 2, 'illegal multibyte sequence']);
  expect(outcome(() => cn.gbk.encode('a\xe5', errors.strictEncode))).toEqual([
    1,
    2,
    'illegal multibyte sequence',
  ]);
});

test('characters of four and eight bytes', () => {
  expect(decode(cn.gb18030, 0x94, 0x39, 0xfc, 0x36)).toEqual(points(0x1f600));
  expect(decode(cn.gb18030, 0x81, 0x30, 0x84, 0x36)).toBe('\xa5');
  const spelt = [0xa4, 0xd4, 0xa4, 0xa1, 0xa4, 0xbf, 0xa4, 0xa2];
  expect(decode(kr.eucKr, ...spelt)).toBe('\uac02');
  expect(kr.eucKr.encode('\uac02', errors.strictEncode).bytes).toEqual(bytes(...spelt));
  expect(decode(kr.eucKr, ...spelt.slice(0, 7))).toEqual([0, 7, 'incomplete multibyte sequence']);
});

test('two characters that join wait for each other', () => {
  const encode = tw.big5hkscs.encode.bind(tw.big5hkscs);
  expect(encode('\xca\u0304', errors.strictEncode).bytes).toEqual(bytes(0x88, 0x62));
  expect(encode('\xca', errors.strictEncode)).toEqual({ bytes: bytes(0x88, 0x66), consumed: 1 });
  expect(encode('a\xca', errors.strictEncode, false)).toEqual({ bytes: bytes(0x61), consumed: 1 });
});

test('a replacement is encoded as well', () => {
  const wide: errors.OnEncodeError = (_encoding, _text, _start, end) => ({
    replacement: '\u4e00',
    position: end,
  });
  expect(cn.gbk.encode('\xe5', wide).bytes).toEqual(bytes(0xd2, 0xbb));
  const raw: errors.OnEncodeError = (_encoding, _text, _start, end) => ({
    replacement: bytes(0xff),
    position: end,
  });
  expect(cn.gbk.encode('\xe5', raw).bytes).toEqual(bytes(0xff));
});
