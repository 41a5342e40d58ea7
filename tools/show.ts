import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Text } from '../src/algorithms/text/contents.ts';
import { constantRepr } from '../src/compiler/constant-repr.ts';
import type { Scope } from '../src/compiler/symbols/scope.ts';
import { compileSource } from '../src/compiler/compile.ts';
import { buildSymbols } from '../src/compiler/symbols/symbols.ts';
import { type ConstantValue, type Module, type Node, nodeFields } from '../src/syntax/ast.gen.ts';
import { parse } from '../src/syntax/parse.ts';
import { SyntaxProblem } from '../src/syntax/problem.ts';
import { sourceFromText } from '../src/syntax/source.ts';
import { Tokenizer } from '../src/syntax/tokenizer.ts';
import * as tokenKinds from '../src/syntax/tokens.ts';

/**
 * Prints what the compiler makes of a program at each stage: `npm run show -- ast program.py`. The
 * file `-` is the standard input.
 */

const stages: Readonly<Record<string, (text: Text) => string>> = {
  tokens: showTokens,
  ast: text => showNode(parseModule(text), ''),
  symbols: text => showScope(buildSymbols(parseModule(text)).top, ''),
  js: text => compileSource(text, { filename: '<string>', mode: 'exec', optimize: 0 }),
};

function parseModule(text: Text): Module {
  return parse(text, { mode: 'exec' }) as Module;
}

function showTokens(text: Text): string {
  const tokenizer = new Tokenizer(sourceFromText(text, true), {
    single: false,
    dontImplyDedent: false,
  });
  tokenizer.run();
  const names = new Map<number, string>();
  for (const [name, kind] of Object.entries(tokenKinds)) {
    if (typeof kind === 'number' && name === name.toUpperCase()) names.set(kind, name);
  }
  const rows: string[] = [];
  for (let i = 0; i < tokenizer.count; i++) {
    const from = `${tokenizer.lines[i]}:${tokenizer.cols[i]}`;
    const to = `${tokenizer.endLines[i]}:${tokenizer.endCols[i]}`;
    const kind = names.get(tokenizer.kinds[i]!) ?? String(tokenizer.kinds[i]);
    const slice = tokenizer.source.slice(tokenizer.starts[i]!, tokenizer.ends[i]!);
    rows.push(`${`${from}-${to}`.padEnd(14)} ${kind.padEnd(14)} ${JSON.stringify(slice)}`);
  }
  const { failure } = tokenizer;
  if (failure !== null) rows.push(`ends: ${failure.problem?.message ?? failure.reason}`);
  return rows.join('\n');
}

/** One line for a node that has no nodes inside, else one line for each field. */
function showNode(node: Node, indent: string): string {
  const inner = `${indent}  `;
  const fields = nodeFields[node.kind].flatMap(name => {
    const value = (node as unknown as Record<string, unknown>)[name];
    if (value === undefined || (value === null && node.kind !== 'Constant')) return [];
    if (Array.isArray(value) && value.length === 0) return [];
    if (name === 'prefix') return [];
    return [`${name}=${showField(value, inner)}`];
  });
  if (!fields.some(field => field.includes('\n')) && fields.join(', ').length < 80) {
    return `${node.kind}(${fields.join(', ')})`;
  }
  return `${node.kind}(\n${fields.map(field => inner + field).join(',\n')})`;
}

function showField(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    const inner = `${indent}  `;
    return `[\n${value.map(item => inner + showField(item, inner)).join(',\n')}]`;
  }
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'kind' in value) {
    return showNode(value as Node, indent);
  }
  return typeof value === 'number' ? String(value) : constantRepr(value as ConstantValue);
}

function showScope(scope: Scope, indent: string): string {
  const about = [
    scope.nested ? 'nested' : '',
    scope.generator ? 'generator' : '',
    scope.coroutine ? 'coroutine' : '',
    scope.compInlined ? 'inlined' : '',
  ].filter(word => word !== '');
  const head = [scope.type, scope.name, ...about, `line ${scope.at.lineno}`].join(' ');
  const symbols = [...scope.symbols.values()].map(s => `${indent}  ${s.name}: ${s.scope}`);
  const children = scope.children.map(child => showScope(child, `${indent}  `));
  return [`${indent}${head}`, ...symbols, ...children].join('\n');
}

function describe(problem: SyntaxProblem): string {
  const { kind, message, lineno, offset } = problem;
  return `${lineno ?? '?'}:${offset ?? '?'}: ${kind}: ${message}`;
}

function main(stage: string | undefined, file: string | undefined): void {
  const show = stage === undefined ? undefined : stages[stage];
  if (show === undefined || file === undefined) {
    console.error(`usage: npm run show -- ${Object.keys(stages).join('|')} FILE`);
    process.exitCode = 2;
    return;
  }
  // npm runs scripts in the package's folder; the file is meant from where the user is.
  const path = file === '-' ? 0 : resolve(process.env['INIT_CWD'] ?? '.', file);
  try {
    console.log(show(readFileSync(path, 'utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    console.error(describe(error));
    process.exitCode = 1;
  }
}

main(process.argv[2], process.argv[3]);
