import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ModuleResult, type Options, runModule } from './conformance-module.ts';
import { pool } from './python-tests.ts';
import { referenceEnvironment, referencePython } from './reference.ts';

/**
 * CPython's own test suite: `npm run conformance`, or `npm run conformance test_range test_list`.
 *
 * Compares the tests that pass with test/conformance/passes/; a pass that is lost or not recorded
 * fails. `--update` records them and writes SUMMARY.md. Details of each test are in .conformance/.
 * `--reference` runs CPython itself without what its tests mark as its own implementation details;
 * with `--update` that counts the tests that can be reached (test/conformance/modules.tsv).
 */

const folder = 'test/conformance';
const details = '.conformance';

interface Module {
  readonly name: string;
  readonly tier: string;
  reachable: number;
}

/** The passes that are known, none lost, all recorded: true. */
interface Comparison {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

function readModules(): Module[] {
  const [, ...rows] = readFileSync(join(folder, 'modules.tsv'), 'utf8').trimEnd().split('\n');
  return rows.map(row => {
    const [name, tier, reachable] = row.split('\t');
    return { name: name!, tier: tier!, reachable: Number(reachable) };
  });
}

function writeModules(modules: readonly Module[]): void {
  const rows = modules.map(({ name, tier, reachable }) => `${name}\t${tier}\t${reachable}\n`);
  writeFileSync(join(folder, 'modules.tsv'), `module\ttier\treachable\n${rows.join('')}`);
}

const passesPath = (module: string): string => join(folder, 'passes', `${module}.txt`);

function readPasses(module: string): string[] {
  const path = passesPath(module);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
}

function writePasses(module: string, passes: readonly string[]): void {
  const path = passesPath(module);
  if (passes.length === 0) rmSync(path, { force: true });
  else writeFileSync(path, `${passes.join('\n')}\n`);
}

function passesOf(result: ModuleResult): string[] {
  return [...result.tests].flatMap(([id, { outcome }]) => (outcome === 'ok' ? [id] : [])).sort();
}

function compare(module: string, passes: readonly string[]): Comparison {
  const known = new Set(readPasses(module));
  const now = new Set(passes);
  return {
    lost: [...known].filter(id => !now.has(id)),
    gained: passes.filter(id => !known.has(id)),
  };
}

/** Every test with its outcome and message, for who works on the failures. */
function writeDetails(result: ModuleResult): void {
  const rows = [...result.tests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, t]) => `${t.outcome}\t${id}\t${t.seconds}\t${t.message.replace(/\s+/g, ' ')}\n`);
  const problem = result.problem === undefined ? '' : `# ${result.problem}\n`;
  writeFileSync(join(details, `${result.module}.tsv`), problem + rows.join(''));
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

function writeSummary(modules: readonly Module[]): void {
  const counted = modules.map(m => ({ ...m, passes: readPasses(m.name).length }));
  const total = (rows: typeof counted, key: 'passes' | 'reachable'): number =>
    rows.reduce((sum, row) => sum + row[key], 0);
  const line = (name: string, rows: typeof counted): string => {
    const [passes, reachable] = [total(rows, 'passes'), total(rows, 'reachable')];
    return `| ${name} | ${rows.length} | ${reachable} | ${passes} | ${percent(passes, reachable)} |\n`;
  };
  const tiers: Readonly<Record<string, string>> = {
    T1: 'core language',
    T2: 'algorithmic library',
    T3: 'files, processes, network, threads',
    T4: 'tools',
  };
  writeFileSync(
    join(folder, 'SUMMARY.md'),
    [
      "# CPython's test suite\n\n",
      'Written by `npm run conformance -- --update`. Reachable are the tests that CPython 3.14 itself passes on Linux and does not mark as details of its implementation. A skip is never a pass.\n\n',
      '| tier | modules | reachable | passes | |\n|---|---|---|---|---|\n',
      ...Object.entries(tiers).map(([tier, what]) =>
        line(
          `${tier} ${what}`,
          counted.filter(m => m.tier === tier),
        ),
      ),
      line('all', counted),
      '\n| module | tier | reachable | passes | |\n|---|---|---|---|---|\n',
      ...counted
        .filter(m => m.reachable > 0 || m.passes > 0)
        .map(
          m =>
            `| ${m.name} | ${m.tier} | ${m.reachable} | ${m.passes} | ${percent(m.passes, m.reachable)} |\n`,
        ),
    ].join(''),
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    reference: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
  },
});

function optionsFor(module: string): Options {
  const python = referencePython();
  const home = join(dirname(dirname(python)), 'usr');
  return {
    command: values.reference ? [python] : [resolve('taipan')],
    environment: values.reference
      ? { ...referenceEnvironment, CONFORMANCE_PORTABLE: '1' }
      : { ...referenceEnvironment, PYTHONHOME: home },
    secondsPerTest: Number(values.seconds),
    log: join(details, `${module}.log`),
  };
}

function report(module: Module, result: ModuleResult, comparison: Comparison): void {
  const passes = passesOf(result).length;
  const changes = values.reference
    ? ''
    : `${comparison.lost.length > 0 ? `  lost ${comparison.lost.length}` : ''}${
        comparison.gained.length > 0 ? `  new ${comparison.gained.length}` : ''
      }`;
  console.log(
    `${module.name.padEnd(28)} ${String(passes).padStart(5)} / ${String(module.reachable).padEnd(5)} ${result.seconds.toFixed(0).padStart(4)} s${changes}${
      result.problem === undefined ? '' : `  ${result.problem}`
    }`,
  );
}

async function main(): Promise<void> {
  const all = readModules();
  const unknown = positionals.filter(name => !all.some(m => m.name === name));
  if (unknown.length > 0) throw new Error(`no module ${unknown.join(', ')} in modules.tsv`);
  const chosen = positionals.length > 0 ? all.filter(m => positionals.includes(m.name)) : all;
  mkdirSync(details, { recursive: true });
  mkdirSync(join(folder, 'passes'), { recursive: true });
  const lost: string[] = [];
  const gained: string[] = [];
  await pool(chosen, Number(values.jobs), async module => {
    const result = await runModule(module.name, optionsFor(module.name));
    const passes = passesOf(result);
    const comparison = compare(module.name, passes);
    writeDetails(result);
    if (values.reference) {
      if (values.update) module.reachable = passes.length;
    } else {
      lost.push(...comparison.lost);
      gained.push(...comparison.gained);
      if (values.update) writePasses(module.name, passes);
    }
    report(module, result, comparison);
  });
  if (values.update && values.reference) writeModules(all);
  if (values.update) writeSummary(all);
  for (const id of lost.sort()) console.log(`lost: ${id}`);
  if (!values.update) for (const id of gained.sort()) console.log(`not recorded: ${id}`);
  if (lost.length > 0 || (gained.length > 0 && !values.update)) process.exitCode = 1;
}

await main();
