import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatReachable, isTier, reachablePath, shortName, type TestModule } from './reachable.ts';

/**
 * Writes reachable.txt.gz from a table of test ids with their tier, whether they are marked
 * cpython_only, and what CPython makes of them (columns module, id, tier, declared_skip,
 * cpython_only, cpython314): `npx tsx test/conformance/record-reachable.ts per-test.tsv.gz`.
 */

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error('usage: record-reachable.ts per-test.tsv.gz');
const [heading, ...rows] = gunzipSync(readFileSync(table)).toString().trimEnd().split('\n');
const columns = heading!.split('\t');
const modules = new Map<string, { name: string; tier: TestModule['tier']; tests: string[] }>();
for (const row of rows) {
  const cells = row.split('\t');
  const get = (column: string): string => cells[columns.indexOf(column)]!;
  const tier = get('tier');
  if (!isTier(tier) || get('cpython_only') !== '0' || get('cpython314') !== 'ok') continue;
  const name = get('module');
  const module = modules.get(name) ?? { name, tier, tests: [] };
  modules.set(name, module);
  module.tests.push(shortName(name, get('id')));
}
const ordered = [...modules.values()].sort((a, b) => (a.tier + a.name < b.tier + b.name ? -1 : 1));
for (const { tests } of ordered) tests.sort();
writeFileSync(reachablePath, gzipSync(formatReachable(ordered), { level: 9 }));
const count = ordered.reduce((sum, { tests }) => sum + tests.length, 0);
console.log(`${count} tests in ${ordered.length} modules`);
