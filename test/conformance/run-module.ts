import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs one module of CPython's test suite with run_module.py. A test that hangs or takes the process
 * down is recorded as such, and the module goes on after it in a new process.
 */

export type Outcome = 'ok' | 'fail' | 'error' | 'skip' | 'xfail' | 'xpass' | 'hang' | 'crash';

export interface TestResult {
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly message: string;
  /** The file and line that raised. */
  readonly place: string;
}

/** A class or module that was left out as a whole, or a module that could not be loaded. */
export interface FixtureResult {
  /** What the ids of its tests begin with. */
  readonly prefix: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly place: string;
}

export interface ModuleResult {
  readonly module: string;
  readonly tests: ReadonlyMap<string, TestResult>;
  readonly fixtures: readonly FixtureResult[];
  /** Why the module as a whole ran no tests, or ended early. */
  readonly problem: string | undefined;
  /** Where that was raised. */
  readonly place: string;
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
  readonly fixtures: Map<string, FixtureResult>;
  /** The test that has started and not ended. */
  running: string | undefined;
  /** Set at the end of the module. */
  end: { outcome: string; message: string; place: string } | undefined;
}

/** The stand-in for a module of a package of tests that could not be loaded. */
const loadFailure = 'unittest.loader._FailedTest.';

const unescape = (field: string): string =>
  field.replace(/\\([\\tnr])/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r' })[c] ?? c);

function parse(line: string, progress: Progress): void {
  const [event, name = '', ...rest] = line.split('\t').map(unescape);
  if (event === 'start') {
    progress.running = name;
  } else if (event === 'end') {
    const [outcome, seconds, message = '', place = ''] = rest;
    const result = { outcome: outcome as Outcome, seconds: Number(seconds), message, place };
    progress.tests.set(name, result);
    if (name.startsWith(loadFailure)) {
      const prefix = `${name.slice(loadFailure.length)}.`;
      progress.fixtures.set(prefix, { prefix, outcome: 'error', message, place });
    }
    progress.running = undefined;
  } else if (event === 'fixture') {
    // `setUpClass (test.test_x.Class)`
    const prefix = `${/\((.*)\)/.exec(name)?.[1] ?? name}.`;
    const [outcome, message = '', place = ''] = rest;
    progress.fixtures.set(prefix, { prefix, outcome: outcome as Outcome, message, place });
  } else if (event === 'module') {
    const [message = '', place = ''] = rest;
    progress.end = { outcome: name, message, place };
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

/** The line of what was printed that best says why a process died. */
function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-60);
  const error = /^\s*(?:Uncaught )?(?:[\w.]+\.)*\w*(?:Error|Exception|Interrupt|FATAL ERROR)\b/;
  return (lines.findLast(line => error.test(line)) ?? lines.at(-1)!).trim().slice(0, 300);
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
  const place = mkdtempSync(join(folder, 'run-'));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map(name => join(place, name));
  for (const directory of [work, home, temporary]) mkdirSync(directory!);
  const script = join(import.meta.dirname, 'run_module.py');
  rmSync(events, { force: true });
  writeFileSync(skip, [...progress.tests.keys()].join('\n'));
  const log = openSync(options.log, 'a');
  const [program, ...args] = options.command;
  return new Promise(done => {
    const child = spawn(program!, [...args, script, events, module, skip], {
      cwd: work,
      env: { ...options.environment, HOME: home, TMPDIR: temporary },
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
  const progress: Progress = {
    tests: new Map(),
    fixtures: new Map(),
    running: undefined,
    end: undefined,
  };
  let problem: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const how = await runOnce(module, folder, progress, options);
    if (progress.end !== undefined) break;
    if (progress.running === undefined) {
      problem =
        how === 'hang'
          ? 'hangs outside a test'
          : `ends outside a test: ${how}: ${lastWords(options.log)}`;
      break;
    }
    const outcome = how === 'hang' ? 'hang' : 'crash';
    const seconds = how === 'hang' ? options.secondsPerTest : 0;
    const message = how === 'hang' ? how : `${how}: ${lastWords(options.log)}`;
    progress.tests.set(progress.running, { outcome, seconds, message, place: '' });
    progress.running = undefined;
    if (attempt === attempts - 1) problem = `given up after ${attempts} hangs and crashes`;
  }
  if (progress.end !== undefined && progress.end.outcome !== 'ok') {
    problem = `${progress.end.outcome}: ${progress.end.message}`;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return {
    module,
    tests: progress.tests,
    fixtures: [...progress.fixtures.values()],
    problem,
    place: progress.end?.place ?? '',
    seconds: (performance.now() - started) / 1000,
  };
}
