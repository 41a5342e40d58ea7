import { spawn } from 'node:child_process';

/** Steps of a check, one line of progress each; what a step prints is shown only when it fails. */

export interface Step {
  readonly name: string;
  /** Undefined when all is well, else what to show. `say` shows how far it is. */
  run(say: (progress: string) => void): Promise<string | undefined>;
}

/** A step that runs programs of node_modules/.bin, one after the other. */
export function programs(name: string, commands: readonly (readonly string[])[]): Step {
  return {
    name,
    run: async () => {
      for (const [program, ...args] of commands) {
        const { status, output } = await capture(`node_modules/.bin/${program}`, args);
        if (status !== 0) return output;
      }
      return undefined;
    },
  };
}

function capture(
  program: string,
  args: readonly string[],
): Promise<{ status: number | null; output: string }> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', error => resolve({ status: null, output: error.message }));
    child.on('close', status => resolve({ status, output: Buffer.concat(chunks).toString() }));
  });
}

/** Replaces the last line on a terminal; elsewhere only final lines are printed. */
function progress(line: string, final: boolean): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${final ? '\n' : ''}`);
  else if (final) process.stderr.write(`${line}\n`);
}

/** Runs all steps, also after a failure, and returns the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  const width = Math.max(...steps.map(step => step.name.length));
  for (const { name, run } of steps) {
    const started = performance.now();
    const label = name.padEnd(width);
    progress(`   …   ${label}`, false);
    const say = (text: string): void => progress(`   …   ${label} ${text}`, false);
    const problem = await run(say).catch((error: unknown) => String(error));
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    progress(`${problem === undefined ? '  ok  ' : 'FAILED'} ${label} ${seconds} s`, true);
    if (problem === undefined) continue;
    failed.push(name);
    process.stderr.write(`${problem.trimEnd()}\n`);
  }
  return failed;
}

/** The closing line, and the exit status. */
export function conclude(what: string, failed: readonly string[]): void {
  console.error(failed.length === 0 ? `${what}: passed` : `${what}: FAILED: ${failed.join(', ')}`);
  if (failed.length > 0) process.exitCode = 1;
}
