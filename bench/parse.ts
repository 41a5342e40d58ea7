import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { parse } from '../src/syntax/parse.ts';
import { lookupName } from '../tools/unicode-names.ts';

/**
 * Times parsing the reference library against CPython's ast.parse, warm, interleaved, the minimum of N rounds:
 * `npx tsx bench/parse.ts [ROUNDS]`.
 */

const reference = process.env['TAIPAN_REFERENCE'] ?? join(homedir(), '.cache/taipan-reference');

function listFiles(folder: string, out: string[]): string[] {
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) listFiles(path, out);
    else if (path.endsWith('.py') && !path.includes('tokenizedata')) out.push(path);
  }
  return out;
}

const files = listFiles(join(reference, 'usr/lib/python3.14'), []);
const sources = files.map(path => readFileSync(path));

function ours(): number {
  const start = process.hrtime.bigint();
  for (const source of sources) parse(source, { mode: 'exec', lookupName });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const script = `
import ast, sys, time, warnings
warnings.simplefilter('ignore')
sources = [open(f, 'rb').read() for f in sys.stdin.read().split('\\n')]
start = time.perf_counter()
for source in sources: ast.parse(source)
print((time.perf_counter() - start) * 1000)
`;
function theirs(): number {
  return Number(
    execFileSync(join(reference, 'bin/python3.14'), ['-c', script], {
      input: files.join('\n'),
      encoding: 'utf8',
    }),
  );
}

const rounds = Number(process.argv[2] ?? 3);
let [best, bestTheirs] = [Infinity, Infinity];
for (let i = 0; i < rounds; i++) {
  const mine = ours();
  const his = theirs();
  console.log(`round ${i}: ours ${mine.toFixed(0)} ms, CPython ${his.toFixed(0)} ms`);
  best = Math.min(best, mine);
  bestTheirs = Math.min(bestTheirs, his);
}
console.log(
  `min: ours ${best.toFixed(0)} ms, CPython ${bestTheirs.toFixed(0)} ms, ratio ${(best / bestTheirs).toFixed(2)}`,
);
