import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as errors from '../../../../../src/algorithms/codecs/errors.ts';
import * as stateful from '../../../../../src/algorithms/codecs/multibyte/iso2022.ts';
import { textFromNative } from '../../../../../src/algorithms/text/contents.ts';
import { bytes, latin1, outcome } from '../outcome.ts';

type Failure = ['!', number, number, string];
type Row = [
  encoding: string,
  direction: 'decode' | 'encode',
  source: string,
  errors: string,
  result: string | Failure,
];

/** CPython's answers, written by tools/record-iso2022-cases.py. */
const rows = JSON.parse(
  readFileSync(new URL('stateful-cases.json', import.meta.url), 'utf8'),
) as Row[];

const codecs: stateful.StatefulCodec[] = Object.values(stateful).filter(
  value => typeof value === 'object',
);

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

const onDecode: Record<string, errors.OnDecodeError> = {
  strict: errors.strictDecode,
  replace: errors.replaceDecode,
  ignore: errors.ignoreDecode,
};
const onEncode: Record<string, errors.OnEncodeError> = {
  strict: errors.strictEncode,
  replace: errors.replaceEncode,
  ignore: errors.ignoreEncode,
};

test.each(codecs)('$encoding answers as CPython does', codec => {
  const own = rows.filter(row => row[0] === codec.encoding);
  expect(own.length).toBeGreaterThan(90);
  for (const row of own) {
    const [, direction, source, handler, result] = row;
    const answer = outcome<unknown>(() =>
      direction === 'decode'
        ? codec.decode(fromHex(source), onDecode[handler]!).text
        : codec.encode(textFromNative(source), onEncode[handler]!).bytes,
    );
    const expected =
      typeof result !== 'string'
        ? result.slice(1)
        : direction === 'decode'
          ? textFromNative(result)
          : fromHex(result);
    expect([row, answer]).toEqual([row, expected]);
  }
});

test('a stream keeps what it has switched to', () => {
  const state = stateful.freshState();
  const codec = stateful.iso2022Jp;
  const encode = (text: string, final: boolean) =>
    codec.encode(text, errors.strictEncode, final, state).bytes;
  expect(encode('\u4e00', false)).toEqual(latin1('\x1b$B0l'));
  expect(encode('\u4e00', false)).toEqual(latin1('0l'));
  expect(encode('', true)).toEqual(latin1('\x1b(B'));
  expect(codec.reset(state)).toEqual(bytes());
  expect(codec.decode(latin1('\x1b$B0'), errors.strictDecode, false, state)).toEqual({
    text: '',
    consumed: 3,
  });
  expect(codec.decode(latin1('0l'), errors.strictDecode, false, state).text).toBe('\u4e00');
});
