import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compareModule, compareType, declared, moduleFacts, typeFacts } from './compare-facts.ts';

/**
 * Prints what the builtins lack and where they differ from CPython: `npm run missing`, or only what
 * has one of the given texts in its name: `npm run missing range`. `--all` also lists the types and
 * modules that are not there at all.
 *
 * Differences that are known stand in test/facts/differences.txt, which `npm test` holds the builtins
 * to: a new one fails, and so does one that is gone. `--update` writes the file.
 */

const known = 'test/facts/differences.txt';

interface Found {
  readonly missing: string[];
  readonly different: string[];
  readonly absentTypes: string[];
  readonly absentModules: string[];
}

async function compareAll(chosen: (name: string) => boolean): Promise<Found> {
  const { types, modules } = await declared();
  const missing: string[] = [];
  const different: string[] = [];
  const add = (comparison: ReturnType<typeof compareType>): void => {
    missing.push(...comparison.missing);
    different.push(...comparison.different);
  };
  for (const [name, type] of types) {
    const facts = typeFacts(name);
    if (facts !== undefined && chosen(name)) add(compareType(type, facts));
  }
  for (const [name, module] of modules) {
    const facts = moduleFacts(name);
    if (facts !== undefined && chosen(name)) add(compareModule(module, facts));
  }
  const recorded = (folder: string): string[] =>
    readdirSync(`facts/${folder}`).map(file => file.replace(/\.json$/, ''));
  return {
    missing: missing.sort(),
    different: different.sort(),
    absentTypes: recorded('types').filter(name => !types.has(name) && chosen(name)),
    absentModules: recorded('modules').filter(name => !modules.has(name) && chosen(name)),
  };
}

const readKnown = (): string[] =>
  existsSync(known) ? readFileSync(known, 'utf8').split('\n').filter(Boolean) : [];

const writeKnown = (different: readonly string[]): void =>
  writeFileSync(known, different.map(text => `${text}\n`).join(''));

/** What is not as the file of known differences says, undefined when all is; with `update` the file is written. */
export async function checkFacts(update: boolean): Promise<string | undefined> {
  const { different } = await compareAll(() => true);
  if (update) {
    writeKnown(different);
    return undefined;
  }
  const expected = new Set(readKnown());
  const found = new Set(different);
  const rows = [
    ...different.filter(text => !expected.has(text)).map(text => `  differs: ${text}`),
    ...[...expected].filter(text => !found.has(text)).map(text => `  no longer differs: ${text}`),
  ];
  if (rows.length === 0) return undefined;
  return `${rows.join('\n')}\n  mend it; or, where it must be, npm run missing -- --update`;
}

async function main(args: readonly string[]): Promise<void> {
  const filters = args.filter(arg => !arg.startsWith('--'));
  const found = await compareAll(
    name => filters.length === 0 || filters.some(filter => name.includes(filter)),
  );
  for (const name of found.missing) console.log(`missing: ${name}`);
  for (const text of found.different) console.log(`differs: ${text}`);
  if (args.includes('--all')) {
    for (const name of found.absentTypes) console.log(`no type: ${name}`);
    for (const name of found.absentModules) console.log(`no module: ${name}`);
  }
  console.log(
    `missing: ${found.missing.length} names, ${found.different.length} differ; ` +
      `${found.absentTypes.length} types and ${found.absentModules.length} modules are not there (--all)`,
  );
  if (args.includes('--update') && filters.length === 0) writeKnown(found.different);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv.slice(2));
}
