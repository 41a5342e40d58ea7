import type * as ast from '../../syntax/ast.gen.ts';
import type { FutureFeatures } from '../future.ts';
import type { CompileWarning } from '../problem.ts';
import type { SymbolTable } from '../symbols/symbols.ts';
import { newUnit, type Checker } from './checker.ts';
import { checkExpr } from './expressions.ts';
import { checkBody } from './statements.ts';

export interface CheckOptions {
  readonly future: FutureFeatures;
  readonly optimize: number;
  readonly warn: (warning: CompileWarning) => void;
}

/**
 * The errors and warnings of CPython's code generator (Python/codegen.c), in its order and as often as it makes them,
 * for a tree that has been preprocessed. Throws a SyntaxProblem.
 */
export function checkModule(
  tree: ast.Module | ast.Interactive | ast.Expression,
  symbols: SymbolTable,
  options: CheckOptions,
): void {
  const c: Checker = {
    symbols,
    ...options,
    unit: newUnit(symbols.top, false),
    muted: 0,
  };
  if (tree.kind === 'Expression') checkExpr(c, tree.body);
  else checkBody(c, tree.body);
}
