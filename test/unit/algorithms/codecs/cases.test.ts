import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as charmap from '../../../../src/algorithms/codecs/charmap.ts';
import * as errors from '../../../../src/algorithms/codecs/errors.ts';
import * as byte from '../../../../src/algorithms/codecs/single-byte.ts';
import * as escape from '../../../../src/algorithms/codecs/unicode-escape.ts';
import * as utf16 from '../../../../src/algorithms/codecs/utf-16.ts';
import { decodeUtf7, encodeUtf7 } from '../../../../src/algorithms/codecs/utf-7.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/algorithms/codecs/utf-8.ts';
import { textFromNative, type Text } from '../../../../src/algorithms/text/contents.ts';

type Row = [
  codec: string,
  direction: 'decode' | 'encode',
  source: string,
  errors: string,
  final: boolean,
  result: string | [string, number] | ['!', number, number, string],
];

/** CPython's answers, written by tools/record-codec-cases.py. */
const rows = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Row[];

const onDecode: Record<string, errors.OnDecodeError> = {
  strict: errors.strictDecode,
  ignore: errors.ignoreDecode,
  replace: errors.replaceDecode,
  backslashreplace: errors.backslashreplaceDecode,
  surrogateescape: errors.surrogateescapeDecode,
  surrogatepass: errors.surrogatepassDecode,
};

/** The names of the characters in the cases that have one. */
const names = new Map([
  [0xe9, 'LATIN SMALL LETTER E WITH ACUTE'],
  [0xff, 'LATIN SMALL LETTER Y WITH DIAERESIS'],
  [0x100, 'LATIN CAPITAL LETTER A WITH MACRON'],
  [0x800, 'SAMARITAN LETTER ALAF'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xfffd, 'REPLACEMENT CHARACTER'],
  [0x10000, 'LINEAR B SYLLABLE B008 A'],
]);

const onEncode: Record<string, errors.OnEncodeError> = {
  strict: errors.strictEncode,
  ignore: errors.ignoreEncode,
  replace: errors.replaceEncode,
  backslashreplace: errors.backslashreplaceEncode,
  xmlcharrefreplace: errors.xmlcharrefreplaceEncode,
  namereplace: errors.namereplaceWith(code => names.get(code)),
  surrogateescape: errors.surrogateescapeEncode,
  surrogatepass: errors.surrogatepassEncode,
};

const table = Array.from({ length: 256 }, (_, i) =>
  String.fromCharCode(i > 127 && i % 3 > 0 ? 0xfffe : i < 128 ? i : 0x400 + i),
).join('');

const lookUp = (name: string): number | undefined => (name === 'DIGIT ONE' ? 0x31 : undefined);

type Decode = (
  data: Uint8Array,
  onError: errors.OnDecodeError,
  final: boolean,
) => errors.Decoded | Text;

const decoders: Record<string, Decode> = {
  'utf-8': decodeUtf8,
  'utf-7': decodeUtf7,
  'utf-16': (data, onError, final) => utf16.decodeUtf16(data, 0, onError, final),
  'utf-16-le': (data, onError, final) => utf16.decodeUtf16(data, -1, onError, final),
  'utf-16-be': (data, onError, final) => utf16.decodeUtf16(data, 1, onError, final),
  'utf-32': (data, onError, final) => utf16.decodeUtf32(data, 0, onError, final),
  'utf-32-le': (data, onError, final) => utf16.decodeUtf32(data, -1, onError, final),
  'utf-32-be': (data, onError, final) => utf16.decodeUtf32(data, 1, onError, final),
  ascii: byte.decodeAscii,
  'latin-1': byte.decodeLatin1,
  charmap: (data, onError) => charmap.decodeCharmap(data, charmap.decodeMapOf(table), onError),
  'unicode-escape': (data, onError, final) =>
    escape.decodeUnicodeEscape(data, onError, lookUp, final),
  'raw-unicode-escape': escape.decodeRawUnicodeEscape,
};

const encoders: Record<string, (text: Text, onError: errors.OnEncodeError) => Uint8Array> = {
  'utf-8': encodeUtf8,
  'utf-7': encodeUtf7,
  'utf-16': (text, onError) => utf16.encodeUtf16(text, 0, onError),
  'utf-16-le': (text, onError) => utf16.encodeUtf16(text, -1, onError),
  'utf-16-be': (text, onError) => utf16.encodeUtf16(text, 1, onError),
  'utf-32': (text, onError) => utf16.encodeUtf32(text, 0, onError),
  'utf-32-le': (text, onError) => utf16.encodeUtf32(text, -1, onError),
  'utf-32-be': (text, onError) => utf16.encodeUtf32(text, 1, onError),
  ascii: byte.encodeAscii,
  'latin-1': byte.encodeLatin1,
  charmap: (text, onError) => charmap.encodeCharmap(text, charmap.encodeMapOf(table), onError),
  'unicode-escape': escape.encodeUnicodeEscape,
  'raw-unicode-escape': escape.encodeRawUnicodeEscape,
};

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

function answer([codec, direction, source, handler, final]: Row): unknown {
  try {
    if (direction === 'encode') return encoders[codec]!(textFromNative(source), onEncode[handler]!);
    const decoded = decoders[codec]!(fromHex(source), onDecode[handler]!, final);
    return typeof decoded === 'string' || decoded instanceof Uint32Array
      ? decoded
      : [decoded.text, decoded.consumed];
  } catch (failure) {
    if (failure instanceof errors.DecodeFailure || failure instanceof errors.EncodeFailure)
      return ['!', failure.start, failure.end, failure.reason];
    throw failure;
  }
}

function expected([, direction, , , , result]: Row): unknown {
  if (typeof result !== 'string')
    return result[0] === '!' ? result : [textFromNative(result[0]), result[1]];
  return direction === 'encode' ? fromHex(result) : textFromNative(result);
}

const codecs = [...new Set(rows.map(row => `${row[1]} ${row[0]}`))];

test('both directions of every codec are recorded', () => {
  expect(codecs.length).toBe(26);
});

test.each(codecs)('%s answers as CPython does', name => {
  for (const row of rows) {
    if (`${row[1]} ${row[0]}` === name) expect([row, answer(row)]).toEqual([row, expected(row)]);
  }
});
