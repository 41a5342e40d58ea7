import { expect, test } from 'vitest';
import { violations } from '../../../tools/check-layers.ts';

const check = (files: Record<string, string>): string[] =>
  violations(new Map(Object.entries(files))).map(v => `${v.file}:${v.line}: ${v.message}`);

test('a layer imports itself and what the table allows', () => {
  expect(
    check({
      'algorithms/a.ts': 'export const a = 1;',
      'objects/int.ts': "import { a } from '../algorithms/a.ts';\nexport const b = a;",
      'objects/str.ts': "import { b } from './int.ts';\nexport const c = b;",
      'runtime/call.ts': "import {\n  b,\n} from '../objects/int.ts';\nexport const d = b;",
    }),
  ).toEqual([]);
});

test('an import outside the table names file, line, import and rule', () => {
  expect(
    check({
      'objects/int.ts': "const x = 1;\nimport { c } from '../runtime/call.ts';",
      'runtime/call.ts': 'export const c = 1;',
    }),
  ).toEqual(['objects/int.ts:2: imports runtime/call.ts: objects/ may import algorithms/']);
});

test('type imports, re-exports and dynamic imports count for layers', () => {
  const files = { 'runtime/call.ts': 'export const c = 1;' };
  for (const text of [
    "import type { c } from '../runtime/call.ts';",
    "export { c } from '../runtime/call.ts';\nexport const d = 1;",
    "export const load = () => import('../runtime/call.ts');",
  ]) {
    expect(check({ ...files, 'algorithms/a.ts': text })).toHaveLength(1);
  }
});

test('the listed modules may import the compiler, others not', () => {
  const text = "import { c } from '../compiler/c.ts';";
  const files = { 'compiler/c.ts': 'export const c = 1;' };
  expect(check({ ...files, 'modules/_ast.ts': text })).toEqual([]);
  expect(check({ ...files, 'modules/math.ts': text })).toHaveLength(1);
});

test('cycles of value imports fail, cycles through types or dynamic imports do not', () => {
  const a = "import { b } from './b.ts';\nexport const a = b;";
  expect(
    check({
      'runtime/a.ts': a,
      'runtime/b.ts': "import { c } from './c.ts';\nexport const b = c;",
      'runtime/c.ts': "import { a } from './a.ts';\nexport const c = a;",
    }),
  ).toEqual([
    'runtime/a.ts:1: is in a cycle of imports: runtime/a.ts -> runtime/b.ts -> runtime/c.ts -> runtime/a.ts',
  ]);
  for (const text of [
    "import type { a } from './a.ts';\nexport const b: a = 1;",
    "export const b = () => import('./a.ts');",
  ]) {
    expect(check({ 'runtime/a.ts': a, 'runtime/b.ts': text })).toEqual([]);
  }
});

test('packages: none, and node: only next to the host', () => {
  const text = "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;";
  expect(check({ 'cli/main.ts': text })).toEqual([]);
  expect(check({ 'runtime/call.ts': text })).toHaveLength(1);
  expect(check({ 'cli/main.ts': "import x from 'left-pad';\nexport const y = x;" })).toHaveLength(
    1,
  );
});

test('module-level let, vague names, barrels, unknown folders, unnamed generators', () => {
  expect(check({ 'runtime/call.ts': 'let n = 0;\nexport const f = () => n++;' })).toHaveLength(1);
  expect(check({ 'runtime/state.ts': 'let n = 0;\nexport const f = () => n++;' })).toEqual([]);
  expect(check({ 'runtime/utils.ts': 'export const f = 1;' })).toHaveLength(1);
  expect(check({ 'stuff/f.ts': 'export const f = 1;' })).toHaveLength(1);
  expect(check({ 'runtime/names.gen.ts': 'export const f = 1;' })).toHaveLength(1);
  expect(
    check({
      'runtime/call.ts': 'export const f = 1;',
      'runtime/all.ts': "/** All. */\nexport { f } from './call.ts';\n",
    }),
  ).toHaveLength(1);
});
