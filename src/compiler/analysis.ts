import type * as ast from '../syntax/ast.gen.ts';
import { checkModule } from './checks/checks.ts';
import { futureFeatures, type FutureFeatures } from './future.ts';
import { preprocess } from './preprocess.ts';
import type { CompileWarning } from './problem.ts';
import { buildSymbols, type SymbolTable } from './symbols/symbols.ts';

/** All that is done to a tree between the parser and the code generator (CPython's _PyAST_Compile, Python/compile.c). */
export interface AnalysisOptions {
  /** 0, 1 (-O: no asserts) or 2 (-OO: no docstrings). */
  readonly optimize?: number;
  /** PEP 563 inherited from the code that compiles this. */
  readonly futureAnnotations?: boolean;
  readonly topLevelAwait?: boolean;
  readonly warn?: (warning: CompileWarning) => void;
}

export interface Analysis {
  readonly future: FutureFeatures;
  readonly symbols: SymbolTable;
}

/** Rewrites the tree in place and throws a SyntaxProblem at the first error. */
export function analyzeModule(
  tree: ast.Module | ast.Interactive | ast.Expression,
  options: AnalysisOptions = {},
): Analysis {
  const { optimize = 0, topLevelAwait = false, warn = () => {} } = options;
  let future = futureFeatures(tree);
  if (options.futureAnnotations === true) future = { ...future, annotations: true };
  preprocess(tree, { optimize, future, warn });
  const symbols = buildSymbols(tree, { future, topLevelAwait });
  checkModule(tree, symbols, { future, optimize, warn });
  return { future, symbols };
}
