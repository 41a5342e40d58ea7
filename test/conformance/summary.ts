import { type TestModule, type Tier, tiers } from './reachable.ts';
import type { Recorded, Records } from './records.ts';

/** The text of SUMMARY.md: counts by tier and by module. */

const about: Readonly<Record<Tier, string>> = {
  T1: 'core language',
  T2: 'algorithmic library',
  T3: 'files, processes, network, threads, asyncio',
  T4: 'tools',
};

export interface Counts {
  reachable: number;
  readonly outcomes: Record<Recorded, number>;
}

const noCounts = (): Counts => ({
  reachable: 0,
  outcomes: { pass: 0, fail: 0, skip: 0, hang: 0, crash: 0 },
});

function add(counts: Counts, more: Counts): void {
  counts.reachable += more.reachable;
  for (const outcome of Object.keys(counts.outcomes) as Recorded[]) {
    counts.outcomes[outcome] += more.outcomes[outcome];
  }
}

export function count(module: TestModule, records: ReadonlyMap<string, Recorded>): Counts {
  const counts = noCounts();
  counts.reachable = module.tests.length;
  for (const outcome of records.values()) counts.outcomes[outcome]++;
  return counts;
}

/** `93.4 %`; 100.0 only when nothing is missing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

function row(name: string, { reachable, outcomes }: Counts): string {
  const ran = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  const cells = [
    reachable,
    outcomes.pass,
    percent(outcomes.pass, reachable),
    outcomes.fail,
    outcomes.skip,
    outcomes.hang + outcomes.crash,
    reachable - ran,
  ];
  return `| ${name} | ${cells.join(' | ')} |\n`;
}

const heading = (first: string): string =>
  `| ${first} | reachable | pass | score | fail | skip | hang, crash | not run |\n|---|---|---|---|---|---|---|---|\n`;

export function summary(modules: Iterable<TestModule>, records: Records): string {
  const total = noCounts();
  const byTier = new Map(tiers.map(tier => [tier, { counts: noCounts(), rows: '', modules: 0 }]));
  for (const module of modules) {
    const tier = byTier.get(module.tier)!;
    const counts = count(module, records.get(module.name) ?? new Map());
    add(tier.counts, counts);
    add(total, counts);
    tier.rows += row(module.name, counts);
    tier.modules++;
  }
  let text = `# CPython's own test suite

Written by \`npm run conformance -- --update\`. Reachable are the tests that CPython 3.14 itself passes and
does not mark as tests of its implementation; the score is passes / reachable. A skip is never a pass.
The results of each test are in \`results/\`.

${heading('tier')}`;
  for (const [tier, { counts, modules }] of byTier) {
    text += row(`${tier} ${about[tier]} (${modules} modules)`, counts);
  }
  text += row('all', total);
  for (const [tier, { rows }] of byTier) text += `\n## ${tier}\n\n${heading('module')}${rows}`;
  return text;
}
