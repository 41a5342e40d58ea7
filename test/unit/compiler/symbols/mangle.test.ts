import { expect, test } from 'vitest';
import { mangle } from '../../../../src/compiler/symbols/mangle.ts';

test('private names get the class name without its leading underscores', () => {
  expect(mangle('C', '__x')).toBe('_C__x');
  expect(mangle('__C', '__x')).toBe('_C__x');
  expect(mangle('C_', '__x_')).toBe('_C___x_');
});

test('other names stay', () => {
  expect(mangle(null, '__x')).toBe('__x');
  expect(mangle('C', '_x')).toBe('_x');
  expect(mangle('C', '__x__')).toBe('__x__');
  expect(mangle('C', '__')).toBe('__');
  expect(mangle('C', '__a.b')).toBe('__a.b');
  expect(mangle('___', '__x')).toBe('__x');
});
