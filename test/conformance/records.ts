import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestModule, Tier } from './reachable.ts';
import { shortName } from './reachable.ts';
import type { ModuleResult, Outcome } from './run-module.ts';

/**
 * What is recorded of a run: results/T1.txt and so on, one line `module test result` for each
 * reachable test that ran, sorted. Tests of a module that does not load have no line.
 */

export type Recorded = 'pass' | 'fail' | 'skip' | 'hang' | 'crash';

/** Results by module and by short name of the test. */
export type Records = Map<string, ReadonlyMap<string, Recorded>>;

export function recordedOutcome(outcome: Outcome): Recorded {
  switch (outcome) {
    case 'ok':
      return 'pass';
    case 'error':
    case 'xfail':
    case 'xpass':
      return 'fail';
    case 'fail':
    case 'skip':
    case 'hang':
    case 'crash':
      return outcome;
  }
}

/** The reachable tests of a module that ran. */
export function recordsOf(module: TestModule, result: ModuleResult): Map<string, Recorded> {
  const byName = new Map<string, Recorded>();
  for (const [id, { outcome }] of result.tests) {
    byName.set(shortName(module.name, id), recordedOutcome(outcome));
  }
  const records = new Map<string, Recorded>();
  for (const test of module.tests) {
    const outcome = byName.get(test);
    if (outcome !== undefined) records.set(test, outcome);
  }
  return records;
}

export function parseRecords(text: string): Records {
  const records = new Map<string, Map<string, Recorded>>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    // The names of some doctests have spaces.
    const [first, last] = [line.indexOf(' '), line.lastIndexOf(' ')];
    const module = line.slice(0, first);
    const tests = records.get(module) ?? new Map<string, Recorded>();
    records.set(module, tests);
    tests.set(line.slice(first + 1, last), line.slice(last + 1) as Recorded);
  }
  return records;
}

export function formatRecords(records: Records): string {
  const lines: string[] = [];
  for (const [module, tests] of records) {
    for (const [test, outcome] of tests) lines.push(`${module} ${test} ${outcome}\n`);
  }
  return lines.sort().join('');
}

export interface Comparison {
  /** Recorded as passes, and not passed now. */
  readonly lost: readonly string[];
  /** Passed now, and not recorded. */
  readonly gained: readonly string[];
}

export function compare(
  recorded: ReadonlyMap<string, Recorded>,
  now: ReadonlyMap<string, Recorded>,
): Comparison {
  const passes = (records: ReadonlyMap<string, Recorded>): string[] =>
    [...records].flatMap(([test, outcome]) => (outcome === 'pass' ? [test] : []));
  return {
    lost: passes(recorded).filter(test => now.get(test) !== 'pass'),
    gained: passes(now).filter(test => recorded.get(test) !== 'pass'),
  };
}

const resultsPath = (tier: Tier): string => join(import.meta.dirname, 'results', `${tier}.txt`);

export function readRecords(tier: Tier): Records {
  const path = resultsPath(tier);
  return existsSync(path) ? parseRecords(readFileSync(path, 'utf8')) : new Map();
}

export function writeRecords(tier: Tier, records: Records): void {
  const path = resultsPath(tier);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatRecords(records));
}
