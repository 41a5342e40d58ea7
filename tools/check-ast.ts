import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '../src/syntax/parse.ts';
import { SyntaxProblem } from '../src/syntax/problem.ts';
import { dump } from './ast-dump.ts';

/**
 * Compares our syntax trees with CPython's for every file of the reference library, or for FILES:
 * `npx tsx tools/check-ast.ts [--diff] [FILES]`. CPython's hashes are recorded once, in the temporary folder.
 */

const reference = process.env['TAIPAN_REFERENCE'] ?? join(homedir(), '.cache/taipan-reference');
const python = join(reference, 'bin/python3.14');
const lookupName = await import('./unicode-names.ts').then(m => m.lookupName);

interface Recorded {
  path: string;
  hash?: string;
  error?: [string, string, number, number, number, number];
}

function listFiles(folder: string, out: string[]): string[] {
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) listFiles(path, out);
    else if (path.endsWith('.py')) out.push(path);
  }
  return out;
}

function recorded(files: string[]): Recorded[] {
  const folder = join(tmpdir(), 'taipan-ast');
  mkdirSync(folder, { recursive: true });
  const key = createHash('md5').update(files.join('\n')).digest('hex');
  const path = join(folder, `${key}.jsonl`);
  if (!existsSync(path)) {
    execFileSync(python, ['tools/record-ast.py', path + '.tmp', ...files], { stdio: 'inherit' });
    execFileSync('mv', [path + '.tmp', path]);
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Recorded);
}

function firstDifference(ours: string, theirs: string): string {
  let i = 0;
  while (i < ours.length && ours[i] === theirs[i]) i++;
  const from = Math.max(0, i - 200);
  return `  ours:   …${ours.slice(from, i + 120)}\n  theirs: …${theirs.slice(from, i + 120)}`;
}

const args = process.argv.slice(2);
const diff = args.includes('--diff');
const given = args.filter(arg => !arg.startsWith('--'));
const files = given.length > 0 ? given : listFiles(join(reference, 'usr/lib/python3.14'), []);
let same = 0;
let shown = 0;
for (const { path, hash, error } of recorded(files)) {
  let ours: string | SyntaxProblem;
  try {
    ours = dump(parse(readFileSync(path), { mode: 'exec', lookupName }));
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) {
      console.log(`${path}: crashed`);
      throw e;
    }
    ours = e;
  }
  if (ours instanceof SyntaxProblem) {
    const [kind, message, ...where] = error ?? [];
    const mine = [ours.lineno, ours.offset, ours.end_lineno, ours.end_offset];
    if (kind === ours.kind && message === ours.message && where.join() === mine.join()) same++;
    else console.log(`${path}: refused: ${ours.kind} ${ours.message} ${mine}; CPython: ${error}`);
  } else if (error !== undefined) console.log(`${path}: accepted, CPython says ${error}`);
  else if (createHash('md5').update(ours).digest('hex') === hash) same++;
  else {
    console.log(`${path}: differs`);
    if (diff && shown++ < 5) {
      const theirs = execFileSync(python, ['tools/record-ast.py', '--dump', path], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      console.log(firstDifference(ours, theirs));
    }
  }
}
console.log(`${same} of ${files.length} files agree`);
