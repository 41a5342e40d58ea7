import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyntaxProblem } from '../src/syntax/problem.ts';
import { tokenStream } from '../src/syntax/token-stream.ts';

/**
 * Compares our token stream with that of CPython's _tokenize for every UTF-8 file of the reference library, or for FILES:
 * `npx tsx tools/check-tokens.ts [--diff] [FILES]`.
 */

const reference = process.env['TAIPAN_REFERENCE'] ?? join(homedir(), '.cache/taipan-reference');
const python = join(reference, 'bin/python3.14');

function listFiles(folder: string, out: string[]): string[] {
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) listFiles(path, out);
    else if (path.endsWith('.py')) out.push(path);
  }
  return out;
}

function ours(text: string, extra: boolean): string[] {
  const out: string[] = [];
  // Python's json puts a space behind each comma.
  const show = (values: unknown[]): string =>
    `[${values.map(value => JSON.stringify(value)).join(', ')}]`;
  try {
    for (const { type, string, start, end, line } of tokenStream(text, extra)) {
      out.push(show([type, string, ...start, ...end, line]));
    }
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    out.push(show([e.kind, e.message, e.lineno, e.offset]));
  }
  return out;
}

const args = process.argv.slice(2);
const given = args.filter(arg => !arg.startsWith('--'));
const files = given.length > 0 ? given : listFiles(join(reference, 'usr/lib/python3.14'), []);
const key = createHash('md5').update(files.join('\n')).digest('hex');
const recorded = join(tmpdir(), `taipan-tokens-${key}.jsonl`);
if (!existsSync(recorded)) {
  execFileSync(python, ['tools/record-tokens.py', recorded + '.tmp', ...files]);
  renameSync(recorded + '.tmp', recorded);
}
let [same, count, shown] = [0, 0, 0];
for (const row of readFileSync(recorded, 'utf8').trim().split('\n')) {
  const { path, hashes } = JSON.parse(row) as { path: string; hashes: [string, string] };
  const text = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  if (text.includes('\ufffd')) continue;
  for (const extra of [false, true]) {
    count++;
    const mine = ours(text, extra);
    if (createHash('md5').update(mine.join('\n')).digest('hex') === hashes[extra ? 1 : 0]) {
      same++;
      continue;
    }
    console.log(`${path}: differs with extra tokens ${extra}`);
    if (!args.includes('--diff') || shown++ >= 5) continue;
    const theirs = execFileSync(
      python,
      ['tools/record-tokens.py', '--dump', path, extra ? '1' : '0'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    ).split('\n');
    const at = theirs.findIndex((token, i) => token !== mine[i]);
    console.log(`  ours:   ${mine[at]}\n  theirs: ${theirs[at]}`);
  }
}
console.log(`${same} of ${count} streams agree`);
