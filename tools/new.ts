import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Fact, moduleFacts, typeFacts } from './compare-facts.ts';

/**
 * Starts the file of a builtin from its facts, with all names, signatures and docs:
 * `npm run new type range`, `npm run new module _bisect`. The implementations are yours; until they are
 * there the file does not type-check, and `npm run missing range` says what lacks.
 */

const quote = (text: string): string =>
  `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
const template = (text: string): string =>
  text.includes('\n') ? `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\`` : quote(text);
const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : quote(name));
const docOf = (fact: { doc?: string | null }): string => template(fact.doc ?? '');

/** `($self, value, /)` is `(value, /)` in a declaration. */
const declaredSignature = (signature: string): string =>
  signature.replace(/^\(\$(self|type|module)(, \/)?(, |(?=\)))/, '(');

function entry(plain: string, variadic: string, name: string, fact: Fact): string {
  return typeof fact.signature === 'string'
    ? `${key(name)}: ${plain}(${quote(declaredSignature(fact.signature))}, ${docOf(fact)}, ),`
    : `${key(name)}: ${variadic}(${docOf(fact)}, ),`;
}

function group(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `  ${title}: {\n${lines.map(l => `    ${l}\n`).join('')}  },\n`;
}

function newType(name: string): string {
  const facts = typeFacts(name);
  if (facts === undefined) throw new Error(`no facts/types/${name}.json`);
  const members = Object.entries(facts.members);
  const of = (kind: string) => members.filter(([, fact]) => fact.kind === kind);
  const slots = of('slot wrapper').map(([slot]) => slot);
  const flags = facts.flags.filter(flag => ['base', 'sequence', 'mapping'].includes(flag));
  if (facts.dict) flags.push('dict');
  if (facts.weakrefs) flags.push('weakref');
  const className = `Py${facts.name.replace(/(^|[_-])(\w)/g, (_, __, c: string) => c.toUpperCase())}`;
  const imports = ['defineType', ...(of('method').length > 0 ? ['method'] : [])];
  return [
    `import { ${imports.join(', ')} } from '../runtime/declare.ts';\n\n`,
    `defineType(${className}, {\n  name: ${quote(facts.name)},\n`,
    facts.module === 'builtins' ? '' : `  module: ${quote(facts.module ?? '')},\n`,
    `  doc: ${facts.doc === null ? 'null' : template(facts.doc)},\n`,
    flags.length > 0 ? `  flags: [${flags.map(quote).join(', ')}],\n` : '',
    facts.bases.join() === 'object' ? '' : `  // Bases: ${facts.bases.join(', ')}.\n`,
    of('new').length > 0 ? `  // Called as ${facts.signature ?? 'its doc says'}.\n  new: ,\n` : '',
    slots.length > 0 ? `  // ${slots.join(' ')}\n  slots: {},\n` : '',
    group(
      'members',
      of('member').map(([m]) => `${key(m)}: ,`),
    ),
    group(
      'attributes',
      of('getset').map(([m, f]) => `${key(m)}: { doc: ${docOf(f)}, get: },`),
    ),
    group(
      'methods',
      of('method').map(([m, f]) => entry('method', 'variadicMethod', m, f)),
    ),
    group(
      'classMethods',
      of('classmethod').map(([m, f]) => entry('classMethod', 'variadicMethod', m, f)),
    ),
    group(
      'staticMethods',
      of('staticmethod').map(([m, f]) => entry('staticMethod', 'variadicMethod', m, f)),
    ),
    '});\n',
  ].join('');
}

function newModule(name: string): string {
  const facts = moduleFacts(name);
  if (facts === undefined) throw new Error(`no facts/modules/${name}.json`);
  const names = Object.entries(facts.names);
  const of = (...kinds: string[]) => names.filter(([, fact]) => kinds.includes(fact.kind));
  const functions = of('function');
  return [
    `import { defineModule${functions.length > 0 ? ', fn' : ''} } from '../runtime/declare-module.ts';\n\n`,
    `export const ${name.replace(/^_+/, '')}Module = defineModule(${quote(name)}, {\n`,
    `  doc: ${facts.doc === null ? 'null' : template(facts.doc)},\n`,
    group(
      'functions',
      functions.map(([f, fact]) => entry('fn', 'variadicFn', f, fact)),
    ),
    group(
      'types',
      of('type').map(([t]) => `${key(t)}: ,`),
    ),
    group(
      'constants',
      of('constant').map(([c, f]) => `${key(c)}: , // ${JSON.stringify(f.value ?? f.type)}`),
    ),
    '});\n',
  ].join('');
}

const [kind, name] = process.argv.slice(2);
if (name === undefined || (kind !== 'type' && kind !== 'module')) {
  console.error('usage: npm run new type|module NAME');
  process.exitCode = 2;
} else {
  const last = name.split('.').at(-1)!;
  const path = `src/${kind}s/${last}.ts`;
  if (existsSync(path)) throw new Error(`${path} is there already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, kind === 'type' ? newType(name) : newModule(name));
  console.log(`${path}: fill in, then npm run missing ${last}`);
}
