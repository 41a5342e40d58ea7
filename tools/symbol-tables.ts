import { analyzeModule } from '../src/compiler/analysis.ts';
import type { CompileWarning } from '../src/compiler/problem.ts';
import { blockTypeCodes, type Scope } from '../src/compiler/symbols/scope.ts';
import { buildSymbols, type SymbolTable } from '../src/compiler/symbols/symbols.ts';
import type * as ast from '../src/syntax/ast.gen.ts';
import { parse } from '../src/syntax/parse.ts';
import { SyntaxProblem } from '../src/syntax/problem.ts';

/** Compares what the passes after the parser find with what dump-symbols.py wrote about CPython's. */

type Table = [string, number, number, number, Record<string, number>, string[], Table[]];
type ErrorFacts = [string, number, number, number, number];
interface Problems {
  warnings: [string, number][];
  first?: ErrorFacts;
  error?: ErrorFacts;
}
/** What dump-symbols.py writes of one source. */
export interface Facts {
  problems: Problems;
  table?: Table;
  codes?: [string, string[], string[]][];
  error?: ErrorFacts;
  unparsable?: string;
}

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

export type Source = string | Uint8Array;

function parseModule(
  source: Source,
  lookupName?: (name: string) => number | undefined,
): ast.Module {
  return parse(
    source,
    lookupName === undefined ? { mode: 'exec' } : { mode: 'exec', lookupName },
  ) as ast.Module;
}

const errorText = (p: SyntaxProblem): string =>
  [p.message, p.lineno, p.offset, p.end_lineno, p.end_offset].join(' | ');

function checkSymbols(tree: ast.Module, facts: Facts): string[] {
  let table: SymbolTable;
  try {
    table = buildSymbols(tree);
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    const expected = facts.error?.join(' | ') ?? 'no error';
    return errorText(e) === expected ? [] : [`error ${errorText(e)}\n    but ${expected}`];
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

function checkProblems(tree: ast.Module, { problems }: Facts, optimize: number): string[] {
  const warnings: CompileWarning[] = [];
  let error = 'no error';
  try {
    analyzeModule(tree, { optimize, warn: w => warnings.push(w) });
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    error = errorText(e);
  }
  const wrong: string[] = [];
  const compare = (found: string, expected: string): void => {
    if (found !== expected) wrong.push(`${found}\n    but ${expected}`);
  };
  compare(error, problems.error?.join(' | ') ?? 'no error');
  compare(
    warnings.map(w => `${w.lineno}: ${w.message}`).join('; '),
    problems.warnings.map(([message, lineno]) => `${lineno}: ${message}`).join('; '),
  );
  const first = warnings[0];
  if (problems.first !== undefined && first !== undefined) {
    const { message, lineno, offset, end_lineno, end_offset } = first;
    compare(
      [message, lineno, offset, end_lineno, end_offset].join(' | '),
      problems.first.join(' | '),
    );
  }
  return wrong;
}

/** Every difference as a line of text. Throws the parser's SyntaxProblem. */
export function differences(
  source: Source,
  facts: Facts,
  optimize = 0,
  lookupName?: (name: string) => number | undefined,
): string[] {
  // Each pass gets a tree of its own, since the analysis rewrites it.
  return [
    ...checkSymbols(parseModule(source, lookupName), facts),
    ...checkProblems(parseModule(source, lookupName), facts, optimize),
  ];
}
