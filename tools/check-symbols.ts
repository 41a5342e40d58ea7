import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SyntaxProblem } from '../src/syntax/problem.ts';
import { differences, type Facts } from './symbol-tables.ts';
import { lookupName } from './unicode-names.ts';

/**
 * Compares symbol tables, and the errors and warnings of all passes after the parser, with CPython's:
 * `npx tsx tools/check-symbols.ts [-O|-OO] [DIR-OR-FILE …]`, by default the reference Lib with its test suite;
 * `--cases FILE` takes sources from a JSON list instead.
 */
const reference = `${homedir()}/.cache/taipan-reference`;

type Item = { path: string } | { source: string };

function itemsOf(args: string[]): Item[] {
  if (args[0] === '--cases') {
    return (JSON.parse(readFileSync(args[1]!, 'utf8')) as string[]).map(source => ({ source }));
  }
  const roots = args.length > 0 ? args : [`${reference}/usr/lib/python3.14`];
  const listed = execFileSync('find', [...roots, '-name', '*.py', '-size', '-2000k'], {
    encoding: 'utf8',
  });
  return listed
    .trim()
    .split('\n')
    .sort()
    .map(path => ({ path }));
}

const args = process.argv.slice(2);
const optimize = args[0]?.startsWith('-O') ? args.shift()!.length - 1 : 0;
const items = itemsOf(args);
const script = fileURLToPath(new URL('dump-symbols.py', import.meta.url));
const oracle = spawn(`${reference}/bin/python3.14`, [script], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
oracle.stdin.end(items.map(item => JSON.stringify({ ...item, optimize }) + '\n').join(''));
let index = 0;
let same = 0;
let different = 0;
let skipped = 0;
let refused = 0;
for await (const line of createInterface({ input: oracle.stdout })) {
  const item = items[index++]!;
  const facts = JSON.parse(line) as Facts;
  if (facts.unparsable !== undefined) {
    skipped++;
    continue;
  }
  const source = 'path' in item ? readFileSync(item.path) : item.source;
  let wrong: string[];
  try {
    wrong = differences(source, facts, optimize, lookupName);
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    refused++;
    console.log(`${'path' in item ? item.path : JSON.stringify(source)}: parser: ${e.message}`);
    continue;
  }
  if (wrong.length === 0) same++;
  else {
    different++;
    console.log('path' in item ? item.path : JSON.stringify(item.source));
    for (const text of wrong.slice(0, 5)) console.log(`  ${text}`);
  }
}
console.log(
  `${same} same, ${different} different, ${skipped} that CPython does not parse, ${refused} that we do not`,
);
process.exitCode = different > 0 ? 1 : 0;
