import { spawnSync } from 'node:child_process';

/**
 * The static checks and the unit tests, one line each: `npm run check`. With names, only those
 * steps: `npm run check layers lint`.
 */

const steps: Readonly<Record<string, readonly (readonly string[])[]>> = {
  format: [['oxfmt', '--check']],
  lint: [['oxlint', '--type-aware', '--report-unused-disable-directives', '--deny-warnings']],
  types: [
    ['tsc', '-p', 'tsconfig.core.json'],
    ['tsc', '-p', 'tsconfig.json'],
  ],
  layers: [['tsx', 'tools/check-layers.ts']],
  unit: [['vitest', 'run', '--reporter=dot']],
};

/** Runs a program of node_modules/.bin; its output only when it fails. */
function passes(program: string, args: readonly string[]): boolean {
  const { status, stdout, stderr, error } = spawnSync(`node_modules/.bin/${program}`, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (status === 0) return true;
  process.stderr.write(`${stdout}${stderr}${error?.message ?? ''}\n`);
  return false;
}

function runStep(name: string): boolean {
  const commands = steps[name];
  if (commands === undefined) {
    console.error(`check: no step ${name}; there are: ${Object.keys(steps).join(', ')}`);
    return false;
  }
  const started = performance.now();
  const passed = commands.every(([program, ...args]) => passes(program!, args));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`${passed ? '  ok  ' : 'FAILED'}  ${name.padEnd(8)} ${seconds} s`);
  return passed;
}

const names = process.argv.slice(2);
const failed = (names.length > 0 ? names : Object.keys(steps)).filter(name => !runStep(name));
if (failed.length > 0) {
  console.error(`check: failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
