import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standardLibrary } from '../../../tools/pack-stdlib.ts';

const files = standardLibrary(readFileSync('node_modules/pyodide/python_stdlib.zip'));
const sha256 = (path: string): string =>
  createHash('sha256').update(files.get(path)!).digest('hex');

test("files are CPython's own after Pyodide's changes are undone", () => {
  // As in CPython 3.14.10: the first was changed by Pyodide, the second was not.
  expect(sha256('json/encoder.py')).toBe(
    'd68a4d04d2cfd95897498307f29349058b42c3f48ea6aa6739714a09200a7d01',
  );
  expect(sha256('json/scanner.py')).toBe(
    '572958017eae8842eeddd0e3d18d3c56cc0a197348224915e1d87ce937841764',
  );
});

test("Pyodide's own files are left out", () => {
  const names = [...files.keys()];
  expect(names.filter(name => /pyodide|sysconfigdata|_?ssl\.py|webbrowser/.test(name))).toEqual([]);
  expect(names.filter(name => !name.endsWith('.py'))).toEqual([]);
  expect(names).toContain('asyncio/__init__.py');
  expect(names.length).toBeGreaterThan(500);
});

test('the patched function of zoneinfo keeps its comment and its raise', () => {
  const text = Buffer.from(files.get('zoneinfo/_common.py')!).toString();
  expect(text).toMatch(/except \(.*\):\n +# There are four types of exception/);
  expect(text).not.toMatch(/tzdata" not in/);
});
