import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { referencePython } from './reference.ts';

/**
 * Records anew what CPython says of the sources in test/unit/compiler/analysis.cases.json:
 * `npx tsx tools/record-compiler-cases.ts [MORE.json]`, where MORE.json is a list of sources to add.
 */
const path = 'test/unit/compiler/analysis.cases.json';
const known = JSON.parse(readFileSync(path, 'utf8')) as [string, unknown][];
const more = process.argv[2];
const added = more === undefined ? [] : (JSON.parse(readFileSync(more, 'utf8')) as string[]);
const sources = [...new Set([...known.map(([source]) => source), ...added])];
const lines = execFileSync(referencePython(), ['tools/dump-symbols.py'], {
  encoding: 'utf8',
  input: sources.map(source => JSON.stringify({ source }) + '\n').join(''),
  maxBuffer: 1 << 28,
})
  .trim()
  .split('\n');
const cases = sources.map((source, i) => [source, JSON.parse(lines[i]!) as object] as const);
const parsed = cases.filter(([, facts]) => !('unparsable' in facts));
writeFileSync(path, `[\n${parsed.map(item => JSON.stringify(item)).join(',\n')}\n]\n`);
