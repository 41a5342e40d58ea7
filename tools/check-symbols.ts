import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CompileStop } from '../src/compiler/problem.ts';
import { blockTypeCodes, type Scope } from '../src/compiler/symbols/scope.ts';
import { buildSymbols, type SymbolTable } from '../src/compiler/symbols/symbols.ts';
import type * as ast from '../src/syntax/ast.gen.ts';
import { loadAst } from './load-ast.ts';

/**
 * Compares symbol tables with CPython's: `npx tsx tools/check-symbols.ts [DIR-OR-FILE …]`, by default the reference
 * Lib with its test suite; `--cases FILE` takes sources from a JSON list instead.
 */
const reference = `${homedir()}/.cache/taipan-reference`;

type Table = [string, number, number, number, Record<string, number>, string[], Table[]];
type ErrorFacts = [string, number, number, number, number];
interface Facts {
  ast: unknown;
  table?: Table;
  codes?: [string, string[], string[]][];
  error?: ErrorFacts;
  unparsable?: string;
}

type Item = { path: string } | { source: string };

function describe(scope: Scope, path: string, out: Map<string, string>): void {
  const type = blockTypeCodes[scope.type];
  const symbols = [...scope.symbols.values()];
  // CPython appends names that only pass through a block in the order of a hash set.
  const own = symbols.filter(s => s.flags !== 0).map(s => `${s.name}=${s.code()}`);
  const passing = symbols.filter(s => s.flags === 0).map(s => `${s.name}=${s.code()}`);
  out.set(
    path,
    `${scope.name} type ${type} line ${scope.lineno} nested ${scope.nested ? 1 : 0} ` +
      `[${own.join(' ')}] [${passing.sort().join(' ')}] (${scope.varnames.join(' ')})`,
  );
  scope.children.forEach((child, i) => describe(child, `${path}/${i}:${child.name}`, out));
}

function describeFacts(table: Table, path: string, out: Map<string, string>): void {
  const [name, type, lineno, nested, symbols, varnames, children] = table;
  const entries = Object.entries(symbols);
  const own = entries.filter(([, code]) => (code & 0xfff) !== 0).map(([n, c]) => `${n}=${c}`);
  const passing = entries.filter(([, code]) => (code & 0xfff) === 0).map(([n, c]) => `${n}=${c}`);
  out.set(
    path,
    `${name} type ${type} line ${lineno} nested ${nested} ` +
      `[${own.join(' ')}] [${passing.sort().join(' ')}] (${varnames.join(' ')})`,
  );
  children.forEach((child, i) => describeFacts(child, `${path}/${i}:${child[0]}`, out));
}

/** Every code object must be that of a block with the same closure; blocks without code (dead, unevaluated) are no fault. */
function checkClosures(table: SymbolTable, codes: [string, string[], string[]][]): string[] {
  const known = new Set<string>();
  const add = (scope: Scope): void => {
    known.add(
      `${codeName(scope)} free ${scope.freeNames().join(' ')} cells ${scope.cellNames().join(' ')}`,
    );
  };
  for (const map of [table.scopes, table.typeParameterScopes, table.annotationScopes]) {
    for (const scope of map.values()) {
      add(scope);
      if (scope.annotationScope !== null) add(scope.annotationScope);
    }
  }
  for (const scope of table.defaultScopes.values()) add(scope);
  const wrong: string[] = [];
  for (const [name, free, cells] of codes) {
    const key = `${name} free ${free.join(' ')} cells ${cells.join(' ')}`;
    if (!known.has(key)) wrong.push(key);
  }
  return wrong;
}

function codeName(scope: Scope): string {
  if (scope.type === 'module') return '<module>';
  if (scope.type === 'type parameters') return `<generic parameters of ${scope.name}>`;
  if (scope.comprehension !== null || scope.name === 'lambda') return `<${scope.name}>`;
  return scope.name;
}

function check(facts: Facts): string[] {
  const tree = loadAst(facts.ast) as ast.Module;
  let table: SymbolTable;
  try {
    table = buildSymbols(tree);
  } catch (e) {
    if (!(e instanceof CompileStop)) throw e;
    const p = e.problem;
    const found = [p.message, p.lineno, p.offset, p.end_lineno, p.end_offset].join(' | ');
    const expected = facts.error?.join(' | ') ?? 'no error';
    return found === expected ? [] : [`error ${found}\n    but ${expected}`];
  }
  if (facts.error !== undefined) return [`no error but ${facts.error.join(' | ')}`];
  const found = new Map<string, string>();
  const expected = new Map<string, string>();
  describe(table.top, 'top', found);
  describeFacts(facts.table!, 'top', expected);
  const wrong: string[] = [];
  for (const [path, text] of expected) {
    if (found.get(path) !== text) wrong.push(`${path}\n    ${found.get(path)}\n    but ${text}`);
  }
  for (const path of found.keys()) if (!expected.has(path)) wrong.push(`${path} is not there`);
  if (facts.codes !== undefined) {
    wrong.push(...checkClosures(table, facts.codes).map(key => `no block for ${key}`));
  }
  return wrong;
}

function itemsOf(args: string[]): Item[] {
  if (args[0] === '--cases') {
    return (JSON.parse(readFileSync(args[1]!, 'utf8')) as string[]).map(source => ({ source }));
  }
  const roots = args.length > 0 ? args : [`${reference}/usr/lib/python3.14`];
  const listed = execFileSync('find', [...roots, '-name', '*.py', '-size', '-2000k'], {
    encoding: 'utf8',
  });
  return listed
    .trim()
    .split('\n')
    .sort()
    .map(path => ({ path }));
}

const items = itemsOf(process.argv.slice(2));
const script = fileURLToPath(new URL('dump-symbols.py', import.meta.url));
const oracle = spawn(`${reference}/bin/python3.14`, [script], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
oracle.stdin.end(items.map(item => JSON.stringify({ ...item, ast: 1 }) + '\n').join(''));
let index = 0;
let same = 0;
let different = 0;
let skipped = 0;
for await (const line of createInterface({ input: oracle.stdout })) {
  const item = items[index++]!;
  const facts = JSON.parse(line) as Facts;
  if (facts.unparsable !== undefined) {
    skipped++;
    continue;
  }
  const wrong = check(facts);
  if (wrong.length === 0) same++;
  else {
    different++;
    console.log('path' in item ? item.path : JSON.stringify(item.source));
    for (const text of wrong.slice(0, 5)) console.log(`  ${text}`);
  }
}
console.log(`${same} same, ${different} different, ${skipped} that CPython does not parse`);
process.exitCode = different > 0 ? 1 : 0;
