import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference, pool, record } from '../tools/python-tests.ts';
import { referencePython } from '../tools/reference.ts';

/**
 * Runs the examples as their users would and compares what they print and their exit status, byte
 * for byte, with what CPython printed: `npm run examples`, or with parts of names, `npm run examples
 * weblog/grep`. `--record` records CPython's, `--implementation COMMAND` tests another Python.
 *
 * examples/<name>/cases.json names the program and gives the arguments of each case; the recordings
 * are in expected/. The case `make_data` checks that make_data.py writes the files of data/ again.
 */

interface Case {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly recording: string;
}

const here = import.meta.dirname;

function findCases(filters: readonly string[]): Case[] {
  const folders = readdirSync(here).filter(name => existsSync(join(here, name, 'cases.json')));
  return folders.flatMap(folder => {
    const { program, cases } = JSON.parse(
      readFileSync(join(here, folder, 'cases.json'), 'utf8'),
    ) as { program: string; cases: Record<string, string[]> };
    return Object.entries(cases)
      .map(([name, args]) => ({
        name: `${folder}/${name}`,
        program: join(here, folder, program),
        args,
        recording: join(here, folder, 'expected', `${name}.out`),
      }))
      .filter(({ name }) => filters.length === 0 || filters.some(part => name.includes(part)));
  });
}

/** What is wrong with the data that make_data.py writes, if anything. */
async function checkData(command: readonly string[], example: string): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'example-data-'));
  const output = await record(command, join(here, example, 'make_data.py'), [folder]);
  const data = join(here, example, 'data');
  const different = readdirSync(data).filter(file => {
    const made = join(folder, file);
    return !existsSync(made) || !readFileSync(made).equals(readFileSync(join(data, file)));
  });
  rmSync(folder, { recursive: true });
  if (output !== '') return output;
  return different.length > 0 ? `    differs: ${different.join(', ')}` : undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      record: { type: 'boolean', default: false },
      implementation: { type: 'string' },
    },
  });
  const command = values.record
    ? [referencePython()]
    : (values.implementation?.split(' ') ?? [join(here, '..', 'taipan')]);
  const problems: string[] = [];
  const cases = findCases(positionals);
  await pool(cases, 2, async ({ name, program, args, recording }) => {
    const actual = await record(command, program, args);
    if (values.record) {
      mkdirSync(join(recording, '..'), { recursive: true });
      writeFileSync(recording, actual);
      return;
    }
    const expected = readFileSync(recording, 'utf8');
    if (actual !== expected) problems.push(`${name}:\n${difference(expected, actual)}`);
  });
  const examples = new Set(cases.map(({ program }) => basename(join(program, '..'))));
  for (const example of values.record || positionals.length > 0 ? [] : examples) {
    const problem = await checkData(command, example);
    if (problem !== undefined) problems.push(`${example}/make_data:\n${problem}`);
  }
  for (const problem of problems.sort()) console.log(problem);
  console.log(
    values.record
      ? `examples: recorded ${cases.length} cases`
      : `examples: ${problems.length} of ${cases.length} cases failed`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

await main();
