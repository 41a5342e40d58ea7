import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../../src/algorithms/binascii/base64.ts';
import { crc32, crcHqx } from '../../../../src/algorithms/binascii/crc.ts';
import { BinasciiFailure } from '../../../../src/algorithms/binascii/failure.ts';
import { decodeHex, encodeHex } from '../../../../src/algorithms/binascii/hex.ts';
import { decodeQp, encodeQp } from '../../../../src/algorithms/binascii/qp.ts';
import { decodeUu, encodeUu } from '../../../../src/algorithms/binascii/uu.ts';

/** CPython's answers, written by tools/record-binascii-cases.py: arguments, then the answer. */
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown[][]
>;

const ours = {
  encodeBase64,
  decodeBase64,
  encodeHex,
  decodeHex,
  encodeUu,
  decodeUu,
  encodeQp: (data: Uint8Array, quoteTabs: boolean, isText: boolean, header: boolean) =>
    encodeQp(data, { quoteTabs, isText, header }),
  decodeQp,
  crc32,
  crcHqx,
} as unknown as Record<string, (...args: unknown[]) => unknown>;

const unpacked = (value: unknown): unknown =>
  typeof value === 'string'
    ? Uint8Array.from(value.match(/../g) ?? [], pair => parseInt(pair, 16))
    : value;

test('every function is recorded', () => {
  expect(Object.keys(cases)).toEqual(Object.keys(ours));
});

test.each(Object.keys(cases))('%s answers as CPython does', name => {
  for (const row of cases[name]!) {
    const args = row.slice(0, -1).map(unpacked);
    let answer: unknown;
    try {
      answer = ours[name]!(...args);
    } catch (failure) {
      if (!(failure instanceof BinasciiFailure)) throw failure;
      answer = [failure.message];
    }
    expect([row, answer]).toEqual([row, unpacked(row.at(-1))]);
  }
});

test('data longer than one step of the tables', () => {
  const data = Uint8Array.from({ length: 1000 }, (_, i) => i * 7);
  expect(crc32(data, 0)).toBe(crc32(data.subarray(333), crc32(data.subarray(0, 333), 0)));
  expect(
    crc32(
      Uint8Array.from('123456789', char => char.charCodeAt(0)),
      0,
    ),
  ).toBe(0xcbf43926);
  expect(decodeBase64(encodeBase64(data, true), false)).toEqual(data);
  expect(encodeHex(Uint8Array.of(0xab, 0x01))).toEqual(Uint8Array.of(97, 98, 48, 49));
});
