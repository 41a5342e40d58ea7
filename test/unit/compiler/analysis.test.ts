import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differences, type Facts } from '../../../tools/symbol-tables.ts';

// Recorded from CPython by tools/record-compiler-cases.ts: symbol tables, closures, errors and warnings.
const cases = JSON.parse(readFileSync(new URL('analysis.cases.json', import.meta.url), 'utf8')) as [
  string,
  Facts,
][];

test.each(cases)('%j', (source, facts) => {
  expect(differences(source, facts)).toEqual([]);
});
