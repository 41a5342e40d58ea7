import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The tests that count: of the tiers T1 to T4, not marked as testing CPython's implementation, and
 * passed by CPython 3.14 itself. reachable.txt.gz lists them: a line `# T1 test_bool` begins a
 * module, a line for each of its tests follows. tools: test/conformance/record-reachable.ts.
 */

export const tiers = ['T1', 'T2', 'T3', 'T4'] as const;
export type Tier = (typeof tiers)[number];

export interface TestModule {
  readonly name: string;
  readonly tier: Tier;
  /** Ids without the leading `test.<module>.`. */
  readonly tests: readonly string[];
}

export const isTier = (text: string): text is Tier => (tiers as readonly string[]).includes(text);

/** An id as it is written in lists. */
export function shortName(module: string, id: string): string {
  const prefix = `test.${module}.`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

export function parseReachable(text: string): Map<string, TestModule> {
  const modules = new Map<string, TestModule>();
  let tests: string[] = [];
  for (const line of text.split('\n')) {
    const heading = /^# (\S+) (\S+)$/.exec(line);
    if (heading !== null) {
      const [, tier, name] = heading;
      if (!isTier(tier!)) throw new Error(`no tier ${tier}`);
      tests = [];
      modules.set(name!, { name: name!, tier, tests });
    } else if (line !== '') {
      tests.push(line);
    }
  }
  return modules;
}

export function formatReachable(modules: Iterable<TestModule>): string {
  return [...modules]
    .map(({ tier, name, tests }) => `# ${tier} ${name}\n${tests.map(test => `${test}\n`).join('')}`)
    .join('');
}

export const reachablePath = join(import.meta.dirname, 'reachable.txt.gz');

export const readReachable = (): Map<string, TestModule> =>
  parseReachable(gunzipSync(readFileSync(reachablePath)).toString());
