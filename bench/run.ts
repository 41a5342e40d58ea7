import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFeatures } from './features.ts';
import {
  geometricMean,
  type Implementation,
  implementation,
  ratioCell,
  run,
} from './implementations.ts';

/**
 * Runs bench/*.py under several implementations, interleaved, and prints how many times as fast as
 * its peers the first of them is: `npm run bench`, `npm run bench -- floats lists --peers
 * taipan,cpython,../before` where a folder is another checkout of this repository. With --features,
 * ratios of single features instead: `npm run bench -- --features call_ dict_`.
 */

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

/** One run of one program; a string says what went wrong. */
function runOnce(candidate: Implementation, program: string, repeats: string) {
  const { output, problem } = run(candidate, [program, repeats]);
  return problem ?? parseMeasurement(output) ?? 'no measurement';
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

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      peers: { type: 'string', default: 'taipan,cpython,pypy' },
      passes: { type: 'string', default: '3' },
      repeats: { type: 'string', default: '5' },
      features: { type: 'boolean', default: false },
    },
  });
  const all = values.peers.split(',').map(implementation);
  const [subject, ...peers] = all;
  if (values.features) {
    const problems = compareFeatures(all, positionals, Number(values.passes));
    for (const problem of problems) console.log(problem);
    if (problems.length > 0) process.exitCode = 1;
    return;
  }
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
    const times = measure(all, program, Number(values.passes), values.repeats);
    const row = peers.map((_, i) => ratio(times[0]!, times[i + 1]!));
    console.log(`${name.padEnd(14)}${row.map(ratioCell).join('')}`);
    for (const [i, value] of row.entries()) if (value !== undefined) columns[i]!.push(value);
    for (const [i, time] of times.entries()) {
      if (typeof time === 'string') problems.push(`${name}: ${all[i]!.name}: ${time}`);
    }
  }
  const means = columns.map(column => (column.length > 0 ? geometricMean(column) : undefined));
  console.log(`${'geomean'.padEnd(14)}${means.map(ratioCell).join('')}`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
