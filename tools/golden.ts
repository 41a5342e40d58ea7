import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileSource } from '../src/compiler/compile.ts';
import { difference } from './python-tests.ts';

/**
 * Golden tests of the compiler: test/compile/<construct>.py must become exactly <construct>.js. So that
 * a change of the compiler shows what it changes: `npm run golden`, `npm run golden -- --update`.
 */

const folder = 'test/compile';

function compiled(path: string): string {
  const options = { filename: '<string>', mode: 'exec', optimize: 0 } as const;
  return `${compileSource(readFileSync(path, 'utf8'), options).trimEnd()}\n`;
}

/** The tests whose path contains one of `filters`; all when there are none. */
export function findGolden(filters: readonly string[]): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.py'))
    .map(name => join(folder, name))
    .filter(path => filters.length === 0 || filters.some(filter => path.includes(filter)));
}

/** What differs, undefined for nothing; with `update` it is written instead. */
export function checkGolden(paths: readonly string[], update: boolean): string | undefined {
  const problems: string[] = [];
  for (const path of paths) {
    const expectedPath = path.replace(/\.py$/, '.js');
    const expected = existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : '';
    const actual = compiled(path);
    if (actual === expected) continue;
    if (update) writeFileSync(expectedPath, actual);
    problems.push(`  ${expectedPath}:\n${difference(expected, actual)}`);
  }
  if (problems.length === 0) return undefined;
  const hint = update ? 'written' : 'npm run golden -- --update';
  return `${problems.join('\n')}\n  ${problems.length} of ${paths.length} differ: ${hint}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  const update = args.includes('--update');
  const paths = findGolden(args.filter(arg => arg !== '--update'));
  const problem = checkGolden(paths, update);
  console.log(problem ?? `golden: ${paths.length} the same`);
  if (problem !== undefined && !update) process.exitCode = 1;
}
