import { expect, test } from 'vitest';
import { translate, translateBytes } from '../../../../src/algorithms/text/replace.ts';

test('translate maps to codes, texts and nothing, and asks for an ASCII character once', () => {
  const asked: number[] = [];
  const table = new Map<number, number | string | null>([
    [0x61, 0x1f600],
    [0x62, null],
    [0x63, 'xyz'],
  ]);
  const text = translate('abcdbd', code => {
    asked.push(code);
    const to = table.get(code);
    return to === undefined ? code : to;
  });
  expect(text).toEqual(Uint32Array.from([0x1f600, 0x78, 0x79, 0x7a, 0x64, 0x64]));
  expect(asked).toEqual([0x61, 0x62, 0x63, 0x64]);
});

test('bytes are dropped before they are mapped', () => {
  const table = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
  expect(translateBytes(Uint8Array.of(1, 2, 3), table, Uint8Array.of(2))).toEqual(
    Uint8Array.of(254, 252),
  );
  expect(translateBytes(Uint8Array.of(1, 2, 3), undefined, Uint8Array.of(9))).toEqual(
    Uint8Array.of(1, 2, 3),
  );
});
