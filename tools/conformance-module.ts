import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Runs one module of CPython's test suite with test/conformance/run_module.py. A test that hangs or
 * takes the process down is recorded as such, and the module goes on after it in a new process.
 */

export type Outcome = 'ok' | 'fail' | 'error' | 'skip' | 'xfail' | 'xpass' | 'hang' | 'crash';

export interface TestResult {
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly message: string;
}

export interface ModuleResult {
  readonly module: string;
  readonly tests: ReadonlyMap<string, TestResult>;
  /** Why the module as a whole ran no tests, or ended early. */
  readonly problem: string | undefined;
  readonly seconds: number;
}

export interface Options {
  /** The Python to test, as a command. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** How long one test, or loading the module, may take. */
  readonly secondsPerTest: number;
  /** Where what the tests print goes. */
  readonly log: string;
}

/** How often a module is taken up again after a test that ended its process. */
const attempts = 25;

interface Progress {
  readonly tests: Map<string, TestResult>;
  /** The test that has started and not ended. */
  running: string | undefined;
  /** Set at the end of the module. */
  end: { outcome: string; message: string } | undefined;
}

const unescape = (field: string): string =>
  field.replace(/\\([\\tnr])/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r' })[c] ?? c);

function parse(line: string, progress: Progress): void {
  const [event, name = '', ...rest] = line.split('\t').map(unescape);
  if (event === 'start') {
    progress.running = name;
  } else if (event === 'end') {
    const [outcome, seconds, message] = rest;
    progress.tests.set(name, {
      outcome: outcome as Outcome,
      seconds: Number(seconds),
      message: message ?? '',
    });
    progress.running = undefined;
  } else if (event === 'module') {
    progress.end = { outcome: name, message: rest[0] ?? '' };
  }
}

/** Reads the events from `offset` on and returns the new offset: an incomplete line is left. */
function readEvents(path: string, offset: number, progress: Progress): number {
  if (!existsSync(path)) return offset;
  const bytes = readFileSync(path).subarray(offset);
  const end = bytes.lastIndexOf(10);
  if (end === -1) return offset;
  for (const line of bytes.subarray(0, end).toString().split('\n')) parse(line, progress);
  return offset + end + 1;
}

/** One process over the module; says how it ended. */
function runOnce(
  module: string,
  folder: string,
  progress: Progress,
  options: Options,
): Promise<'ended' | 'hang' | string> {
  const events = join(folder, 'events');
  const skip = join(folder, 'skip');
  const work = mkdtempSync(join(folder, 'work-'));
  const script = resolve('test/conformance/run_module.py');
  rmSync(events, { force: true });
  writeFileSync(skip, [...progress.tests.keys()].join('\n'));
  const log = openSync(options.log, 'a');
  const [program, ...args] = options.command;
  return new Promise(done => {
    const child = spawn(program!, [...args, script, events, module, skip], {
      cwd: work,
      env: { ...options.environment, HOME: work, TMPDIR: work },
      stdio: ['ignore', log, log],
      detached: true,
    });
    let offset = 0;
    let lastEvent = Date.now();
    let hung = false;
    /** Also what the tests have started and left. */
    const killGroup = (): void => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // Nothing of it is left.
      }
    };
    const timer = setInterval(() => {
      const next = readEvents(events, offset, progress);
      if (next !== offset) lastEvent = Date.now();
      offset = next;
      if (Date.now() - lastEvent < options.secondsPerTest * 1000) return;
      hung = true;
      killGroup();
    }, 250);
    const finish = (how: string): void => {
      clearInterval(timer);
      if (child.pid !== undefined) killGroup();
      closeSync(log);
      readEvents(events, offset, progress);
      done(hung ? 'hang' : how);
    };
    child.on('error', error => finish(error.message));
    child.on('exit', (status, signal) =>
      finish(status === 0 ? 'ended' : `exit ${status ?? signal ?? ''}`),
    );
  });
}

export async function runModule(module: string, options: Options): Promise<ModuleResult> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  writeFileSync(options.log, '');
  const progress: Progress = { tests: new Map(), running: undefined, end: undefined };
  let problem: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const how = await runOnce(module, folder, progress, options);
    if (progress.end !== undefined) break;
    if (progress.running === undefined) {
      problem = how === 'hang' ? 'hangs outside a test' : `ends outside a test: ${how}`;
      break;
    }
    const outcome = how === 'hang' ? 'hang' : 'crash';
    const seconds = how === 'hang' ? options.secondsPerTest : 0;
    progress.tests.set(progress.running, { outcome, seconds, message: how });
    progress.running = undefined;
    if (attempt === attempts - 1) problem = `given up after ${attempts} hangs and crashes`;
  }
  if (progress.end !== undefined && progress.end.outcome !== 'ok') {
    problem = `${progress.end.outcome}: ${progress.end.message}`;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { module, tests: progress.tests, problem, seconds: (performance.now() - started) / 1000 };
}
