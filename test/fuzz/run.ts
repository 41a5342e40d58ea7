import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { referenceEnvironment, referencePython } from '../../tools/reference.ts';

/**
 * Random cases under CPython and under Taipan: `npm run fuzz`, or some kinds of them, `npm run fuzz
 * int flow -- --count 5000 --seed 7`. generate.py says what the kinds are. Prints the cases that
 * differ, the shortest first. The cases of a seed are always the same.
 */

const secondsAllowed = 120;
const here = import.meta.dirname;

interface Difference {
  readonly source: string;
  readonly expected: string;
  readonly actual: string;
}

function run(command: readonly string[], args: readonly string[]) {
  const [program, ...rest] = command;
  return spawnSync(program!, [...rest, ...args], {
    encoding: 'utf8',
    env: { ...referenceEnvironment, HOME: process.env['HOME'] ?? '' },
    maxBuffer: 1 << 30,
    timeout: secondsAllowed * 1000,
    killSignal: 'SIGKILL',
  });
}

/** What the program prints for each case; a case that ends the process is left and reported. */
function results(command: readonly string[], program: string, count: number): string[] {
  const lines: string[] = [];
  while (lines.length < count) {
    const before = lines.length;
    const { stdout, stderr, status, signal } = run(command, [program, String(before)]);
    for (const line of stdout.split('\n')) {
      const space = line.indexOf(' ');
      if (space > 0 && line.slice(0, space) === String(lines.length)) {
        lines.push(line.slice(space + 1));
      }
    }
    if (lines.length === count) break;
    const last = stderr.trimEnd().split('\n').at(-1) ?? '';
    lines.push(`the process ends: ${signal ?? status} ${last}`);
    if (before === 0 && lines.length === 1) {
      // Nothing at all works: further processes would only say so again.
      while (lines.length < count) lines.push(lines[0]!);
    }
  }
  return lines;
}

/** The list of cases in the text of a program. */
function casesOf(program: string): string[] {
  const read = 'import sys; exec(sys.stdin.readline()); [print(ascii(c)) for c in CASES]';
  const text = /^CASES = .*$/m.exec(program)![0];
  const { stdout } = spawnSync(referencePython(), ['-c', read], {
    input: text,
    encoding: 'utf8',
    env: referenceEnvironment,
    maxBuffer: 1 << 30,
  });
  return stdout.trimEnd().split('\n');
}

function compare(command: readonly string[], kind: string, seed: string, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const path = join(folder, 'program.py');
  const generated = run(
    [referencePython()],
    [join(here, 'generate.py'), kind, seed, String(count)],
  );
  if (generated.status !== 0) throw new Error(generated.stderr);
  writeFileSync(path, generated.stdout);
  const expected = results([referencePython()], path, count);
  const actual = results(command, path, count);
  const sources = casesOf(generated.stdout);
  rmSync(folder, { recursive: true });
  return expected.flatMap((line, i): Difference[] =>
    line === actual[i] ? [] : [{ source: sources[i]!, expected: line, actual: actual[i]! }],
  );
}

/** A case as it would be typed. */
function indented(source: string): string {
  if (!/^.def /.test(source)) return `  ${source}`;
  const lines = source.slice(1, -1).split('\\n');
  return lines.map(line => `  | ${line.replaceAll("\\'", "'")}`).join('\n');
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '5' },
      implementation: { type: 'string' },
    },
  });
  const known = run([referencePython()], [join(here, 'generate.py')])
    .stdout.trim()
    .split(' ');
  const kinds = positionals.length > 0 ? positionals : known;
  const unknown = kinds.filter(kind => !known.includes(kind));
  if (unknown.length > 0)
    throw new Error(`no kind ${unknown.join(', ')}; there are ${known.join(' ')}`);
  const command = values.implementation?.split(' ') ?? [join(here, '..', '..', 'taipan')];
  for (const kind of kinds) {
    const count = Number(values.count);
    const differences = compare(command, kind, values.seed, count);
    console.log(`${kind}: ${differences.length} of ${count} differ`);
    differences.sort((a, b) => a.source.length - b.source.length);
    for (const { source, expected, actual } of differences.slice(0, Number(values.show))) {
      console.log(`${indented(source)}\n    - ${expected}\n    + ${actual}`);
    }
    if (differences.length > 0) process.exitCode = 1;
  }
}

main();
