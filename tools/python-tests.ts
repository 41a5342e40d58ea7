import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { referenceEnvironment } from './reference.ts';

/**
 * The Python behaviour tests: test/python/<topic>/<name>.py runs as a program, and what it prints is
 * compared with <name>.out, recorded from CPython by tools/oracle.ts.
 *
 * Tests that are known to fail are listed in test/python/failing.txt, with the work still to be done; one that
 * passes must leave the list.
 *
 * A recording is the standard output; where there was something on standard error or the exit status
 * was not 0, lines `--- stderr` with the text and `--- exit N` follow.
 */

export const root = 'test/python';
const secondsAllowed = 60;

/** Test files whose path contains one of `filters`; all when there are none. */
export function findTests(filters: readonly string[]): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.py') && path.includes('/'))
    .map(path => join(root, path))
    .filter(path => filters.length === 0 || filters.some(filter => path.includes(filter)))
    .sort();
}

export const recordingOf = (test: string): string => test.replace(/\.py$/, '.out');

function recordingText(stdout: string, stderr: string, status: string): string {
  const endLine = (text: string): string =>
    text === '' || text.endsWith('\n') ? text : `${text}\n`;
  let text = stdout;
  if (stderr !== '') text = `${endLine(text)}--- stderr\n${endLine(stderr)}`;
  if (status !== '0') text = `${endLine(text)}--- exit ${status}\n`;
  return text;
}

/** Runs one test as `command test.py arguments` in its folder and returns its recording. */
export function record(
  command: readonly string[],
  test: string,
  testArguments: readonly string[] = [],
): Promise<string> {
  const folder = resolve(dirname(test));
  const [program, ...args] = command;
  return new Promise(done => {
    const child = spawn(program!, [...args, basename(test), ...testArguments], {
      cwd: folder,
      env: referenceEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: secondsAllowed * 1000,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', error => done(recordingText('', error.message, 'not started')));
    child.on('close', (status, signal) => {
      // Where the test lies is no part of what it prints.
      const text = (chunks: Buffer[]): string =>
        Buffer.concat(chunks).toString().replaceAll(`${folder}/`, '');
      done(recordingText(text(out), text(err), String(status ?? signal)));
    });
  });
}

/** Calls `work` on each item, at most `width` at a time. */
export async function pool<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** The first lines in which two texts differ, as a reader needs them. */
export function difference(expected: string, actual: string): string {
  const left = expected.split('\n');
  const right = actual.split('\n');
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  const rows = (lines: readonly string[], mark: string): string[] =>
    lines.slice(at, at + 6).map(line => `    ${mark} ${line}`);
  return [`    line ${at + 1}:`, ...rows(left, '-'), ...rows(right, '+')].join('\n');
}

/** What is wrong with a test, undefined when it passes. */
async function runTest(command: readonly string[], test: string): Promise<string | undefined> {
  const recording = recordingOf(test);
  if (!existsSync(recording)) return `no ${basename(recording)}: npm run oracle ${test}`;
  const expected = readFileSync(recording, 'utf8');
  const actual = await record(command, test);
  return actual === expected ? undefined : `\n${difference(expected, actual)}`;
}

const failingPath = join(root, 'failing.txt');

export const readFailing = (): string[] =>
  existsSync(failingPath) ? readFileSync(failingPath, 'utf8').split('\n').filter(Boolean) : [];

/**
 * Runs the tests with `command`; undefined when all pass that are not in `known`, else what differs.
 */
export async function runTests(
  command: readonly string[],
  tests: readonly string[],
  known: readonly string[] = [],
  say: (progress: string) => void = () => undefined,
): Promise<{ problem: string | undefined; failing: string[] }> {
  const problems: string[] = [];
  const failing: string[] = [];
  let done = 0;
  await pool(tests, 2, async test => {
    say(`${done++}/${tests.length}`);
    const problem = await runTest(command, test);
    const isKnown = known.includes(test);
    if (problem !== undefined) failing.push(test);
    if (problem !== undefined && !isKnown) problems.push(`  ${test}: ${problem}`);
    if (problem === undefined && isKnown)
      problems.push(`  ${test}: passes, so it leaves failing.txt`);
  });
  failing.sort();
  if (problems.length === 0) return { problem: undefined, failing };
  const problem = `${problems.sort().join('\n')}\n  ${problems.length} of ${tests.length} not as expected`;
  return { problem, failing };
}

/** Lists the tests that fail. */
export function writeFailing(failing: readonly string[]): void {
  writeFileSync(failingPath, failing.map(test => `${test}\n`).join(''));
}
