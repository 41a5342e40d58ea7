import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textFromNative } from '../../../src/algorithms/text/contents.ts';
import { unparse } from '../../../src/compiler/unparse.ts';
import type { Module } from '../../../src/syntax/ast.gen.ts';
import { parse } from '../../../src/syntax/parse.ts';

// Recorded from `__annotations__` under the future import by tools/record-compiler-facts.py.
const cases = JSON.parse(readFileSync(new URL('unparse.cases.json', import.meta.url), 'utf8')) as [
  string,
  string,
][];

test.each(cases)('%s', (source, expected) => {
  const { body } = parse(textFromNative(`x: ${source}`), { mode: 'exec' }) as Module;
  const statement = body[0]!;
  if (statement.kind !== 'AnnAssign') throw new Error('no annotation');
  expect(unparse(statement.annotation)).toEqual(textFromNative(expected));
});
