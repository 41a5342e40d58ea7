import type { Text } from '../algorithms/text/contents.ts';
import type { ParseOptions } from '../syntax/parse-options.ts';
import { parse } from '../syntax/parse.ts';
import type * as ast from '../syntax/ast.gen.ts';
import type { SyntaxWarningRecord } from '../syntax/problem.ts';
import { analyzeModule } from './analysis.ts';
import { printModule } from './emit/function.ts';
import { lower } from './lower/lower.ts';

/** Python source to JavaScript text. CPython: Python/compile.c */

export interface CompileOptions {
  readonly filename: string;
  readonly mode: 'exec' | 'eval' | 'single';
  readonly optimize: 0 | 1 | 2;
  /** The compiling code has imported annotations from `__future__`. */
  readonly futureAnnotations?: boolean;
  readonly topLevelAwait?: boolean;
  /** The module's names live in a mapping of their own. */
  readonly separateLocals?: boolean;
  readonly lookupName?: ParseOptions['lookupName'];
  readonly decode?: ParseOptions['decode'];
  readonly dontImplyDedent?: boolean;
  readonly warn?: (warning: SyntaxWarningRecord) => void;
}

/** Compiles source text or bytes. Throws a SyntaxProblem. */
export function compileSource(source: Text | Uint8Array, options: CompileOptions): string {
  const warnings: SyntaxWarningRecord[] = [];
  const tree = parse(source, {
    mode: options.mode,
    warnings,
    ...(options.lookupName === undefined ? {} : { lookupName: options.lookupName }),
    ...(options.decode === undefined ? {} : { decode: options.decode }),
    ...(options.dontImplyDedent === undefined ? {} : { dontImplyDedent: options.dontImplyDedent }),
  });
  for (const warning of warnings) options.warn?.(warning);
  return compileTree(tree as ast.Module | ast.Interactive | ast.Expression, options);
}

/** Compiles a tree. Throws a SyntaxProblem. */
export function compileTree(
  tree: ast.Module | ast.Interactive | ast.Expression,
  options: CompileOptions,
): string {
  const { future, symbols } = analyzeModule(tree, {
    optimize: options.optimize,
    futureAnnotations: options.futureAnnotations ?? false,
    topLevelAwait: options.topLevelAwait ?? false,
    warn: warning => options.warn?.(warning),
  });
  const { unit, body } = lower(tree, symbols, {
    stringAnnotations: future.annotations,
    optimize: options.optimize,
    separateLocals: options.separateLocals ?? false,
    interactive: options.mode === 'single',
  });
  return printModule(body, unit.declarations(), options.filename);
}
