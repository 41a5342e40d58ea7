import { type TestModule, shortName } from './reachable.ts';
import type { ModuleResult } from './run-module.ts';

/** Groups the reachable tests that do not pass by what stopped them, the widest cause first. */

export interface Cause {
  readonly text: string;
  tests: number;
  readonly modules: Set<string>;
  readonly example: string;
  /** Where the example was raised. */
  readonly place: string;
}

/** What messages of one cause have in common: addresses, numbers and long texts are left out. */
export function normalise(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/0x[0-9a-fA-F]{4,}/g, '0x…')
    .replace(/'[^']{40,}'/g, "'…'")
    .replace(/"[^"]{40,}"/g, '"…"')
    .replace(/(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/g, 'N')
    .trim()
    .slice(0, 150)
    .trimEnd();
}

/** The module that an import error misses. */
export const missingModule = (message: string): string | undefined =>
  /No module named '([^']+)'/.exec(message)?.[1];

interface Failure {
  readonly module: string;
  readonly test: string;
  readonly message: string;
  readonly place: string;
}

function* failures(module: TestModule, result: ModuleResult): Iterable<Failure> {
  const results = new Map(
    [...result.tests].map(([id, test]) => [shortName(module.name, id), test] as const),
  );
  for (const test of module.tests) {
    const found = results.get(test);
    if (found?.outcome === 'ok') continue;
    const common = { module: module.name, test };
    if (found !== undefined) {
      const prefix = found.outcome === 'skip' ? 'skipped: ' : '';
      const message = prefix + (found.message || found.outcome);
      yield { ...common, message, place: found.place };
      continue;
    }
    const id = `test.${module.name}.${test}`;
    const fixture = result.fixtures.find(({ prefix }) => id.startsWith(prefix));
    const message = fixture?.message ?? result.problem ?? 'the test is not there';
    yield { ...common, message, place: fixture?.place ?? result.place };
  }
}

function grouped(all: Iterable<Failure>, key: (message: string) => string | undefined): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { module, test, message, place } of all) {
    const text = key(message);
    if (text === undefined) continue;
    const example = `${module} ${test}`;
    const cause = causes.get(text) ?? { text, tests: 0, modules: new Set(), example, place };
    causes.set(text, cause);
    cause.tests++;
    cause.modules.add(module);
  }
  return [...causes.values()].sort(
    (a, b) => b.tests - a.tests || b.modules.size - a.modules.size || (a.text < b.text ? -1 : 1),
  );
}

export interface Causes {
  readonly missingModules: readonly Cause[];
  readonly messages: readonly Cause[];
}

export function findCauses(runs: readonly (readonly [TestModule, ModuleResult])[]): Causes {
  const all = runs.flatMap(([module, result]) => [...failures(module, result)]);
  return {
    missingModules: grouped(all, missingModule),
    messages: grouped(all, message =>
      missingModule(message) === undefined ? normalise(message) : undefined,
    ),
  };
}

function table(title: string, causes: readonly Cause[], limit: number): string {
  if (causes.length === 0) return '';
  const tests = causes.reduce((sum, cause) => sum + cause.tests, 0);
  const rows = causes.slice(0, limit).map(cause => {
    const place = cause.place === '' ? '' : ` at ${cause.place}`;
    return `${String(cause.tests).padStart(6)} tests ${String(cause.modules.size).padStart(4)} modules  ${cause.text}\n${' '.repeat(22)}${cause.example}${place}\n`;
  });
  return `${title}: ${tests} tests, ${causes.length} causes\n${rows.join('')}`;
}

export const formatCauses = (causes: Causes, limit: number): string =>
  table('missing modules', causes.missingModules, limit) +
  table('messages', causes.messages, limit);
