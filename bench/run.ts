import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { referenceEnvironment, referencePython } from '../tools/reference.ts';

/**
 * Runs bench/*.py under several implementations, interleaved, and prints how many times as fast as
 * its peers the first of them is: `npm run bench`, `npm run bench -- floats lists --peers
 * taipan,cpython,../before` where a folder is another checkout of this repository.
 */

interface Implementation {
  readonly name: string;
  readonly command: readonly string[];
}

/** What one program printed about itself. */
export interface Measurement {
  readonly seconds: number;
  readonly check: string;
}

/** Reads the line `bench NAME seconds=S check=C`. */
export function parseMeasurement(output: string): Measurement | undefined {
  const match = /^bench \S+ seconds=([\d.]+) check=(.*)$/m.exec(output);
  if (match === null) return undefined;
  return { seconds: Number(match[1]), check: match[2]! };
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

const root = dirname(import.meta.dirname);
const secondsAllowed = 300;

function implementation(name: string): Implementation {
  if (name === 'cpython') return { name, command: [referencePython()] };
  if (name === 'pypy') return { name, command: [join(dirname(referencePython()), 'pypy3')] };
  const folder = name === 'taipan' ? root : resolve(name);
  const command = join(folder, 'taipan');
  if (!existsSync(command)) throw new Error(`${name}: no ${command}`);
  return { name: name === 'taipan' ? name : basename(folder), command: [command] };
}

/** One run of one program; a string says what went wrong. */
function runOnce({ command }: Implementation, program: string, repeats: string) {
  const [executable, ...args] = command;
  const { status, stdout, stderr } = spawnSync(executable!, [...args, program, repeats], {
    encoding: 'utf8',
    env: { ...referenceEnvironment, HOME: process.env['HOME'] ?? '' },
    timeout: secondsAllowed * 1000,
    killSignal: 'SIGKILL',
  });
  const measurement = parseMeasurement(stdout ?? '');
  if (status === 0 && measurement !== undefined) return measurement;
  return (stderr ?? '').trimEnd().split('\n').at(-1) || `exit ${status}`;
}

/** The best time of each implementation in `passes` interleaved passes. */
function measure(
  implementations: readonly Implementation[],
  program: string,
  passes: number,
  repeats: string,
): (number | string)[] {
  const best: (number | string)[] = implementations.map(() => Infinity);
  let check: string | undefined;
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, candidate] of implementations.entries()) {
      const soFar = best[i]!;
      if (typeof soFar === 'string') continue;
      const result = runOnce(candidate, program, repeats);
      if (typeof result === 'string') {
        best[i] = result;
        continue;
      }
      check ??= result.check;
      if (result.check !== check) best[i] = `check value ${result.check}, not ${check}`;
      else best[i] = Math.min(soFar, result.seconds);
    }
  }
  return best;
}

/** Of two times, how many times as fast the first is; undefined where one is missing. */
const ratio = (subject: number | string, peer: number | string): number | undefined =>
  typeof subject === 'number' && typeof peer === 'number' ? peer / subject : undefined;

const cell = (value: number | undefined): string =>
  (value === undefined ? '–' : `${value.toFixed(2)}×`).padStart(12);

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      peers: { type: 'string', default: 'taipan,cpython,pypy' },
      passes: { type: 'string', default: '3' },
      repeats: { type: 'string', default: '5' },
    },
  });
  const [subject, ...peers] = values.peers.split(',').map(implementation);
  const programs = readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.py'))
    .map(file => basename(file, '.py'))
    .filter(name => positionals.length === 0 || positionals.includes(name))
    .sort();
  if (programs.length === 0) throw new Error(`no benchmark ${positionals.join(', ')}`);

  const problems: string[] = [];
  const columns: number[][] = peers.map(() => []);
  const heading = peers.map(peer => `vs ${peer.name}`.padStart(12));
  console.log(`${subject!.name.padEnd(14)}${heading.join('')}`);
  for (const name of programs) {
    const program = join(import.meta.dirname, `${name}.py`);
    const all = [subject!, ...peers];
    const times = measure(all, program, Number(values.passes), values.repeats);
    const row = peers.map((_, i) => ratio(times[0]!, times[i + 1]!));
    console.log(`${name.padEnd(14)}${row.map(cell).join('')}`);
    for (const [i, value] of row.entries()) if (value !== undefined) columns[i]!.push(value);
    for (const [i, time] of times.entries()) {
      if (typeof time === 'string') problems.push(`${name}: ${all[i]!.name}: ${time}`);
    }
  }
  const means = columns.map(column => (column.length > 0 ? geometricMean(column) : undefined));
  console.log(`${'geomean'.padEnd(14)}${means.map(cell).join('')}`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
