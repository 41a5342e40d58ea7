import { expect, test } from 'vitest';
import * as errors from '../../../../src/algorithms/codecs/errors.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/algorithms/codecs/utf-8.ts';
import { bytes, outcome, points } from './outcome.ts';

const decode = (data: Uint8Array, onError = errors.strictDecode) =>
  outcome(() => decodeUtf8(data, onError).text);
const encode = (text: string | Uint32Array, onError = errors.strictEncode) =>
  outcome(() => encodeUtf8(text, onError));

test('long and short texts of every width survive', () => {
  for (const size of [0, 1, 15, 16, 17, 5000, 20000]) {
    for (const char of ['a', 'é', '€']) {
      const text = 'x' + char.repeat(size);
      expect(decode(encode(text) as Uint8Array)).toBe(text);
    }
    const astral = new Uint32Array(size + 1).fill(0x1f600);
    expect(decode(encode(astral) as Uint8Array)).toEqual(astral);
  }
});

test.each([
  [[0x80], [0, 1, 'invalid start byte']],
  [
    [0x41, 0xc1, 0x80],
    [1, 2, 'invalid start byte'],
  ],
  [
    [0xf5, 0x80, 0x80, 0x80],
    [0, 1, 'invalid start byte'],
  ],
  [[0xc3], [0, 1, 'unexpected end of data']],
  [
    [0xe2, 0x82],
    [0, 2, 'unexpected end of data'],
  ],
  [
    [0xf0, 0x9f, 0x98],
    [0, 3, 'unexpected end of data'],
  ],
  [
    [0xc3, 0x28],
    [0, 1, 'invalid continuation byte'],
  ],
  [
    [0xe2, 0x82, 0x28],
    [0, 2, 'invalid continuation byte'],
  ],
  [
    [0xf0, 0x9f, 0x98, 0x28],
    [0, 3, 'invalid continuation byte'],
  ],
  [
    [0xe0, 0x9f, 0xbf],
    [0, 1, 'invalid continuation byte'],
  ],
  [
    [0xed, 0xa0, 0x80],
    [0, 1, 'invalid continuation byte'],
  ],
  [
    [0xf4, 0x90, 0x80, 0x80],
    [0, 1, 'invalid continuation byte'],
  ],
])('%j fails as in CPython', (data, failure) => {
  expect(decode(bytes(...data))).toEqual(failure);
});

test('an unfinished sequence waits when the data is not final', () => {
  const wait = (...data: number[]) => decodeUtf8(bytes(...data), errors.strictDecode, false);
  expect(wait(0x41, 0xe2, 0x82)).toEqual({ text: 'A', consumed: 1 });
  expect(wait(0xf0, 0x9f, 0x98, 0x80, 0xf0)).toEqual({ text: points(0x1f600), consumed: 4 });
  expect(wait(0xed, 0xa0)).toEqual({ text: '', consumed: 0 });
  expect(outcome(() => wait(0xed, 0xa0, 0x41))).toEqual([0, 1, 'invalid continuation byte']);
});

test('handlers of decoding', () => {
  const data = bytes(0x61, 0xff, 0xe2, 0x82, 0x62, 0xed, 0xb2, 0x80);
  expect(decode(data, errors.ignoreDecode)).toBe('ab');
  expect(decode(data, errors.replaceDecode)).toBe('a\ufffd\ufffdb\ufffd\ufffd\ufffd');
  expect(decode(data, errors.backslashreplaceDecode)).toBe('a\\xff\\xe2\\x82b\\xed\\xb2\\x80');
  expect(decode(data, errors.surrogateescapeDecode)).toEqual(
    points(0x61, 0xdcff, 0xdce2, 0xdc82, 0x62, 0xdced, 0xdcb2, 0xdc80),
  );
  expect(decode(data.subarray(5), errors.surrogatepassDecode)).toEqual(points(0xdc80));
});

test('a handler may put other data in place', () => {
  const onError: errors.OnDecodeError = () => ({
    replacement: '!',
    position: 1,
    data: bytes(0, 0x78, 0x79),
  });
  expect(decode(bytes(0x61, 0xff, 0x62), onError)).toBe('a!xy');
});

test('a run of surrogates is one fault', () => {
  const text = points(0x61, 0xd800, 0xdc80, 0xdcff, 0x1f600);
  expect(encode(text)).toEqual([1, 4, 'surrogates not allowed']);
  expect(encode(text, errors.replaceEncode)).toEqual(
    bytes(0x61, 63, 63, 63, 0xf0, 0x9f, 0x98, 0x80),
  );
  expect(encode(text.subarray(2), errors.surrogateescapeEncode)).toEqual(
    bytes(0x80, 0xff, 0xf0, 0x9f, 0x98, 0x80),
  );
  expect(encode(text.subarray(1, 2), errors.surrogatepassEncode)).toEqual(bytes(0xed, 0xa0, 0x80));
  expect(encode(text.subarray(1, 3), errors.xmlcharrefreplaceEncode)).toEqual(
    encode('&#55296;&#56448;'),
  );
});

test('surrogateescape takes what it can before it fails', () => {
  const text = points(0xdc80, 0xd800, 0xdc81);
  expect(encode(text, errors.surrogateescapeEncode)).toEqual([1, 3, 'surrogates not allowed']);
});

test('a replacement must be ASCII or bytes', () => {
  const answer =
    (replacement: string | Uint8Array): errors.OnEncodeError =>
    (_encoding, _text, _start, end) => ({
      replacement,
      position: end,
    });
  expect(encode(points(0xd800), answer('é'))).toEqual([0, 1, 'surrogates not allowed']);
  expect(encode(points(0xd800), answer(bytes(0xff)))).toEqual(bytes(0xff));
});
