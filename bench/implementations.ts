import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { referenceEnvironment, referencePython } from '../tools/reference.ts';

/** The Pythons that are compared: `taipan`, `cpython`, `pypy`, or the folder of another checkout. */

export interface Implementation {
  readonly name: string;
  readonly command: readonly string[];
}

const root = dirname(import.meta.dirname);
const secondsAllowed = 300;

export function implementation(name: string): Implementation {
  if (name === 'cpython') return { name, command: [referencePython()] };
  if (name === 'pypy') return { name, command: [join(dirname(referencePython()), 'pypy3')] };
  const folder = name === 'taipan' ? root : resolve(name);
  const command = join(folder, 'taipan');
  if (!existsSync(command)) throw new Error(`${name}: no ${command}`);
  return { name: name === 'taipan' ? name : basename(folder), command: [command] };
}

/** Runs a program; what it printed, and why it failed if it did. */
export function run(
  { command }: Implementation,
  args: readonly string[],
): { output: string; problem: string | undefined } {
  const [executable, ...first] = command;
  const { status, stdout, stderr } = spawnSync(executable!, [...first, ...args], {
    encoding: 'utf8',
    env: { ...referenceEnvironment, HOME: process.env['HOME'] ?? '' },
    timeout: secondsAllowed * 1000,
    killSignal: 'SIGKILL',
  });
  const problem =
    status === 0 ? undefined : (stderr ?? '').trimEnd().split('\n').at(-1) || `exit ${status}`;
  return { output: stdout ?? '', problem };
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** A cell of a table of ratios. */
export const ratioCell = (value: number | undefined): string =>
  (value === undefined ? '–' : `${value.toFixed(2)}×`).padStart(12);
