import { expect, test } from 'vitest';
import {
  halfBits,
  halfValue,
  packFloat,
  packInt,
  packPascal,
  packString,
  parseStructFormat,
  type StructFormat,
  unpackInt,
  unpackPascal,
} from '../../../src/algorithms/struct-format.ts';

function parsed(format: string): StructFormat {
  const result = parseStructFormat(format);
  if (typeof result === 'string') throw new TypeError(result);
  return result;
}

test('sizes and alignment', () => {
  const sizes: [string, number][] = [
    ['', 0],
    ['bqb', 17],
    ['<bqb', 10],
    ['bq0q', 16],
    ['b0q', 8],
    ['bF', 12],
    ['bD', 24],
    ['l', 8],
    ['=l', 4],
    ['3s2x0p', 5],
    ['=i h', 6],
    ['n', 8],
  ];
  for (const [format, size] of sizes) expect([format, parsed(format).size]).toEqual([format, size]);
});

test('items and the number of values', () => {
  const format = parsed('>3sx2h0p?');
  expect(format.count).toBe(5);
  expect(format.littleEndian).toBe(false);
  expect(
    format.items.map(item => [item.code, item.kind, item.offset, item.size, item.repeat]),
  ).toEqual([
    ['s', 'string', 0, 3, 1],
    ['x', 'pad', 3, 1, 1],
    ['h', 'int', 4, 2, 2],
    ['p', 'pascal', 8, 0, 1],
    ['?', 'bool', 8, 1, 1],
  ]);
});

test('formats that are none', () => {
  expect(parseStructFormat('5')).toBe('repeat count given without format specifier');
  expect(parseStructFormat('<n')).toBe('bad char in struct format');
  expect(parseStructFormat('@@i')).toBe('bad char in struct format');
  expect(parseStructFormat('5 i')).toBe('bad char in struct format');
  expect(parseStructFormat('i9223372036854775807q')).toBe('total struct size too long');
});

function packed(format: string, value: number | bigint): string {
  const { items, littleEndian, size } = parsed(format);
  const bytes = new Uint8Array(size);
  const error = packInt(new DataView(bytes.buffer), 0, items[0]!, value, littleEndian);
  return error === '' ? Array.from(bytes).join(' ') : error;
}

test('ints', () => {
  expect(packed('<h', -2)).toBe('254 255');
  expect(packed('>I', 4294967295)).toBe('255 255 255 255');
  expect(packed('>q', -3)).toBe('255 255 255 255 255 255 255 253');
  expect(packed('<Q', 2n ** 64n - 2n)).toBe('254 255 255 255 255 255 255 255');
  expect(packed('>Q', 2 ** 40 + 7)).toBe('0 0 1 0 0 0 0 7');
  expect(packed('B', -1)).toBe("'B' format requires 0 <= number <= 255");
  expect(packed('h', 32768)).toBe("'h' format requires -32768 <= number <= 32767");
  expect(packed('<Q', -1)).toBe("'Q' format requires 0 <= number <= 18446744073709551615");
  expect(packed('q', 2n ** 63n)).toBe(
    "'q' format requires -9223372036854775808 <= number <= 9223372036854775807",
  );
  expect(packed('P', -1)).toBe('255 255 255 255 255 255 255 255');
  expect(packed('P', 2n ** 64n)).toBe('int too large to convert');
});

test('ints come back canonical', () => {
  const view = new DataView(new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255]).buffer);
  const read = (format: string) => unpackInt(view, 0, parsed(format).items[0]!, true);
  expect(['b', 'B', 'h', 'H', 'i', 'I', 'q'].map(read)).toEqual([
    -1, 255, -1, 65535, -1, 4294967295, -1,
  ]);
  expect(read('Q')).toBe(2n ** 64n - 1n);
});

test('half floats', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = halfValue(bits);
    if (value === value && halfBits(value) !== bits) expect(halfBits(value)).toBe(bits);
  }
  expect(halfBits(65519.99)).toBe(0x7bff);
  expect(halfBits(65520)).toBe(-1);
  expect(halfBits(2 ** -25)).toBe(0);
  expect(halfBits(3 * 2 ** -25)).toBe(2);
  expect(halfBits(-(2 ** -25) * 1.001)).toBe(0x8001);
  expect(halfBits(1 + 2 ** -11)).toBe(0x3c00);
  expect(halfValue(0x7c01)).toBeNaN();
});

test('floats that do not fit', () => {
  const view = new DataView(new ArrayBuffer(8));
  expect(packFloat(view, 0, 4, 3.4028235677973366e38, true)).toBe(false);
  expect(packFloat(view, 0, 4, 3.4028235677973362e38, true)).toBe(true);
  expect(packFloat(view, 0, 4, Infinity, true)).toBe(true);
  expect(packFloat(view, 0, 2, -65520, true)).toBe(false);
});

test('strings', () => {
  const target = new Uint8Array(6).fill(9);
  packString(target, 1, 3, Uint8Array.of(1, 2));
  expect(Array.from(target)).toEqual([9, 1, 2, 0, 9, 9]);
  packPascal(target, 0, 3, Uint8Array.of(5, 6, 7));
  expect(Array.from(target)).toEqual([2, 5, 6, 0, 9, 9]);
  expect(Array.from(unpackPascal(Uint8Array.of(200, 1, 2, 3), 0, 3))).toEqual([1, 2]);
  expect(Array.from(unpackPascal(target, 0, 0))).toEqual([]);
});
