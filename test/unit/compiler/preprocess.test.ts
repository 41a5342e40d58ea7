import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { futureFeatures } from '../../../src/compiler/future.ts';
import { preprocess } from '../../../src/compiler/preprocess.ts';
import type { Module } from '../../../src/syntax/ast.gen.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { dump } from '../../../tools/ast-dump.ts';

// Recorded from `ast.parse(source, optimize=level)` by tools/record-compiler-facts.py.
const cases = JSON.parse(
  readFileSync(new URL('preprocess.cases.json', import.meta.url), 'utf8'),
) as [string, number, string][];

test.each(cases)('%j at -O%i', (source, optimize, expected) => {
  const tree = parse(source, { mode: 'exec' }) as Module;
  preprocess(tree, { optimize, future: futureFeatures(tree) });
  expect(dump(tree)).toBe(expected);
});
