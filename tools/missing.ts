import { readdirSync } from 'node:fs';
import { compareModule, compareType, declared, moduleFacts, typeFacts } from './compare-facts.ts';

/**
 * Prints what the builtins lack and where they differ from CPython: `npm run missing`, or only what
 * has one of the given texts in its name: `npm run missing range`. `--all` also lists the types and
 * modules that are not there at all.
 */

const args = process.argv.slice(2);
const all = args.includes('--all');
const filters = args.filter(arg => arg !== '--all');
const chosen = (name: string): boolean =>
  filters.length === 0 || filters.some(filter => name.includes(filter));

const { types, modules } = await declared();
const tally = { missing: 0, different: 0 };
for (const [name, type] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const facts = typeFacts(name);
  if (facts !== undefined && chosen(name)) print(compareType(type, facts));
}
for (const [name, module] of modules) {
  const facts = moduleFacts(name);
  if (facts !== undefined && chosen(name)) print(compareModule(module, facts));
}

function print({ missing, different }: ReturnType<typeof compareType>): void {
  tally.missing += missing.length;
  tally.different += different.length;
  for (const name of missing) console.log(`missing: ${name}`);
  for (const text of different) console.log(`differs: ${text}`);
}

const recorded = (folder: string): string[] =>
  readdirSync(`facts/${folder}`).map(file => file.replace(/\.json$/, ''));
const absentTypes = recorded('types').filter(name => !types.has(name) && chosen(name));
const absentModules = recorded('modules').filter(name => !modules.has(name) && chosen(name));
if (all) {
  for (const name of absentTypes) console.log(`no type: ${name}`);
  for (const name of absentModules) console.log(`no module: ${name}`);
}
console.log(
  `missing: ${tally.missing} names, ${tally.different} differ; ` +
    `${absentTypes.length} types and ${absentModules.length} modules are not there (--all)`,
);
