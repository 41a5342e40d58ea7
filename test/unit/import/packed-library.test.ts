import { expect, test } from 'vitest';
import { PackedLibrary } from '../../../src/import/packed-library.ts';
import { pack } from '../../../tools/pack-stdlib.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { index, data } = pack(
  new Map([
    ['json/encoder.py', bytes('encoder')],
    ['abc.py', bytes('a = 1\n')],
    ['json/__init__.py', bytes('')],
    ['json/constructor.py', bytes('é')],
  ]),
);
const library = new PackedLibrary(index, (offset, length) =>
  Uint8Array.from(data.subarray(offset, offset + length)),
);

test('files are read back', () => {
  expect(library.read('abc.py')).toEqual(bytes('a = 1\n'));
  expect(library.read('json/encoder.py')).toEqual(bytes('encoder'));
  expect(library.read('json/constructor.py')).toEqual(bytes('é'));
  expect(library.read('json/__init__.py')).toHaveLength(0);
  expect(library.size('json/constructor.py')).toBe(2);
});

test('what is absent is undefined, also under names of Object.prototype', () => {
  for (const path of [
    'abc',
    'abc.py/x',
    'json/nothing.py',
    'constructor',
    'json/toString',
    'abc.py/0',
  ]) {
    expect(library.read(path)).toBeUndefined();
    expect(library.isFile(path)).toBe(false);
    expect(library.list(path)).toBeUndefined();
  }
  expect(library.read('json')).toBeUndefined();
  expect(library.size('json')).toBeUndefined();
});

test('folders are listed', () => {
  expect(library.list('')).toEqual(['abc.py', 'json']);
  expect(library.list('json')).toEqual(['__init__.py', 'constructor.py', 'encoder.py']);
  expect(library.isFolder('json')).toBe(true);
  expect(library.isFolder('abc.py')).toBe(false);
  expect(library.isFile('abc.py')).toBe(true);
});

test('the hash is that of the content', () => {
  const other = pack(new Map([['abc.py', bytes('a = 2\n')]]));
  expect(new PackedLibrary(other.index, () => data).hash).not.toBe(library.hash);
});

test('an index of another format is refused', () => {
  expect(() => new PackedLibrary('{"format":2,"hash":"","files":{}}', () => data)).toThrow(
    'format 2',
  );
});
