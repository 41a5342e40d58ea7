import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pool } from '../../tools/python-tests.ts';
import { referenceEnvironment, referencePython } from '../../tools/reference.ts';
import { findCauses, formatCauses } from './causes.ts';
import { isTier, readReachable, type TestModule, tiers } from './reachable.ts';
import {
  compare,
  type Comparison,
  readRecords,
  type Recorded,
  type Records,
  recordsOf,
  writeRecords,
} from './records.ts';
import { type ModuleResult, type Options, runModule } from './run-module.ts';
import { count, percent, summary } from './summary.ts';

/**
 * CPython's own test suite, one process for each of its modules:
 *
 *     npm run conformance                        all that is reachable
 *     npm run conformance test_range T4          some modules, some tiers
 *     npm run conformance -- --subset ci         the modules named in ci.txt
 *         --update           record the results in results/ and SUMMARY.md
 *         --check            fail on a recorded pass that is lost and on a pass that is not recorded
 *         --top-causes       group what does not pass by cause, the widest first
 *         --last             do not run: use what the last runs left in .conformance/
 *         --implementation "COMMAND"    test another Python
 */

const root = dirname(dirname(import.meta.dirname));
const details = join(root, '.conformance');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    'top-causes': { type: 'boolean', default: false },
    limit: { type: 'string', default: '40' },
    last: { type: 'boolean', default: false },
    subset: { type: 'string' },
    implementation: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '60' },
  },
});

/** A list in this folder: one name a line, comments after `#`. */
function readList(name: string): string[] {
  const path = join(import.meta.dirname, `${name}.txt`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}

function chooseModules(all: ReadonlyMap<string, TestModule>): TestModule[] {
  const wanted = [...positionals, ...(values.subset === undefined ? [] : readList(values.subset))];
  const unknown = wanted.filter(name => !isTier(name) && !all.has(name));
  if (unknown.length > 0) throw new Error(`no reachable tests in ${unknown.join(', ')}`);
  if (values.subset !== undefined && wanted.length === 0) throw new Error('the subset is empty');
  if (wanted.length === 0) return [...all.values()];
  const names = new Set(wanted);
  return [...all.values()].filter(({ name, tier }) => names.has(name) || names.has(tier));
}

function optionsFor(module: string): Options {
  const home = join(dirname(dirname(referencePython())), 'usr');
  const command = values.implementation?.trim().split(/\s+/) ?? [join(root, 'taipan')];
  return {
    command: command.map(part => (existsSync(part) ? resolve(part) : part)),
    environment: {
      PATH: referenceEnvironment['PATH']!,
      LC_ALL: 'C.UTF-8',
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      TZ: 'UTC',
      PYTHONHASHSEED: '0',
      PYTHONHOME: home,
    },
    secondsPerTest: Number(values.timeout),
    log: join(details, `${module}.log`),
  };
}

const detailsPath = (module: string): string => join(details, `${module}.json`);

/** One line a test, so that the file can be searched. */
function writeDetails({ tests, ...rest }: ModuleResult): void {
  const lines = [...tests].map(([id, test]) => JSON.stringify({ id, ...test }));
  writeFileSync(detailsPath(rest.module), `${[JSON.stringify(rest), ...lines].join('\n')}\n`);
}

function readDetails(module: string): ModuleResult | undefined {
  if (!existsSync(detailsPath(module))) return undefined;
  const [head, ...lines] = readFileSync(detailsPath(module), 'utf8').trimEnd().split('\n');
  const tests = lines.map(line => {
    const { id, ...test } = JSON.parse(line);
    return [id, test] as const;
  });
  return { ...JSON.parse(head!), tests: new Map(tests) };
}

interface Run {
  readonly module: TestModule;
  readonly result: ModuleResult;
  readonly records: ReadonlyMap<string, Recorded>;
  readonly comparison: Comparison;
}

async function runOne(module: TestModule, recorded: Records): Promise<Run | undefined> {
  const before = recorded.get(module.name) ?? new Map<string, Recorded>();
  if (values.last) {
    const result = readDetails(module.name);
    if (result === undefined) return undefined;
    const records = recordsOf(module, result);
    return { module, result, records, comparison: compare(before, records) };
  }
  const result = await runModule(module.name, optionsFor(module.name));
  writeDetails(result);
  const records = recordsOf(module, result);
  let comparison = compare(before, records);
  if (values.check && comparison.lost.length > 0) {
    // A test that passes the second time is not lost.
    const again = recordsOf(module, await runModule(module.name, optionsFor(module.name)));
    const lost = comparison.lost.filter(test => again.get(test) !== 'pass');
    comparison = { ...comparison, lost };
  }
  return { module, result, records, comparison };
}

function report({ module, result, records, comparison }: Run): void {
  const { lost, gained } = comparison;
  const passes = count(module, records).outcomes.pass;
  const parts = [
    module.name.padEnd(30),
    `${String(passes).padStart(5)} / ${String(module.tests.length).padEnd(5)}`,
    `${result.seconds.toFixed(1).padStart(6)} s`,
  ];
  if (lost.length > 0) parts.push(`lost ${lost.length}`);
  if (gained.length > 0) parts.push(`new ${gained.length}`);
  if (result.problem !== undefined) parts.push(result.problem.split('\n')[0]!.slice(0, 120));
  console.log(parts.join('  '));
}

function reportTotals(runs: readonly Run[]): void {
  for (const tier of tiers) {
    const counts = runs
      .filter(({ module }) => module.tier === tier)
      .map(({ module, records }) => count(module, records));
    if (counts.length === 0) continue;
    const passes = counts.reduce((sum, { outcomes }) => sum + outcomes.pass, 0);
    const reachable = counts.reduce((sum, count) => sum + count.reachable, 0);
    console.log(`${tier}: ${passes} of ${reachable} pass, ${percent(passes, reachable)}`);
  }
}

function update(
  all: ReadonlyMap<string, TestModule>,
  recorded: Records,
  runs: readonly Run[],
): void {
  for (const { module, records } of runs) recorded.set(module.name, records);
  for (const tier of tiers) {
    const ofTier = [...recorded].filter(([name]) => all.get(name)?.tier === tier);
    if (ofTier.length > 0) writeRecords(tier, new Map(ofTier));
  }
  writeFileSync(join(import.meta.dirname, 'SUMMARY.md'), summary(all.values(), recorded));
}

/** Fails where the passes are not those that are recorded. */
function check(runs: readonly Run[]): void {
  const flaky = new Set(readList('flaky'));
  for (const { module, comparison } of runs) {
    const steady = (tests: readonly string[]): string[] =>
      tests.map(test => `${module.name} ${test}`).filter(name => !flaky.has(name));
    const [lost, gained] = [steady(comparison.lost), steady(comparison.gained)];
    for (const name of lost) console.log(`lost: ${name}`);
    for (const name of gained) console.log(`not recorded: ${name}`);
    if (lost.length + gained.length > 0) process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  if (values.update && values.implementation !== undefined) {
    throw new Error('--update records the results of Taipan, not of another implementation');
  }
  const all = readReachable();
  const chosen = chooseModules(all).sort((a, b) => b.tests.length - a.tests.length);
  const recorded: Records = new Map(tiers.flatMap(tier => [...readRecords(tier)]));
  mkdirSync(details, { recursive: true });
  const runs: Run[] = [];
  await pool(chosen, Number(values.jobs), async module => {
    const run = await runOne(module, recorded);
    if (run === undefined) return;
    runs.push(run);
    if (!values.last) report(run);
  });
  runs.sort((a, b) => (a.module.name < b.module.name ? -1 : 1));
  reportTotals(runs);
  if (values['top-causes']) {
    const results = runs.map(({ module, result }) => [module, result] as const);
    process.stdout.write(formatCauses(findCauses(results), Number(values.limit)));
  }
  if (values.update) update(all, recorded, runs);
  if (values.check) check(runs);
}

await main();
