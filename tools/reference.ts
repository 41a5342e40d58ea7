import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/**
 * CPython 3.14, the reference: `$PYTHON`, or what tools/get-reference fetches. As a program, runs it
 * on its arguments as everything is recorded, in UTC, in the C.UTF-8 locale and with hashing that
 * does not vary: `tools/run reference script.py`.
 */

/** Where recordings are made: nothing of the user's environment but the path. */
export const referenceEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C.UTF-8',
  PYTHONHASHSEED: '0',
  PYTHONDONTWRITEBYTECODE: '1',
  TZ: 'UTC',
};

/** The program that runs the reference; fetched where it is missing. */
export function referencePython(): string {
  const given = process.env['PYTHON'];
  if (given !== undefined) return given;
  const { status, stdout } = spawnSync('tools/get-reference', {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('the reference CPython 3.14 cannot be had');
  return `${stdout.trim()}/bin/python3.14`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { status } = spawnSync(referencePython(), process.argv.slice(2), {
    stdio: 'inherit',
    env: referenceEnvironment,
  });
  process.exitCode = status ?? 1;
}
