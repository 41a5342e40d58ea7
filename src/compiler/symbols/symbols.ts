import type * as ast from '../../syntax/ast.gen.ts';
import { futureFeatures, isDocstring, type FutureFeatures } from '../future.ts';
import { analyze } from './analyze.ts';
import type { Builder } from './builder.ts';
import { visitExpr } from './expressions.ts';
import { Scope } from './scope.ts';
import { visitStmts } from './statements.ts';

/** The blocks of a module by the node that opens them: CPython's struct symtable (Python/symtable.c). */
export interface SymbolTable {
  readonly top: Scope;
  /** Of modules, functions, classes, lambdas, comprehensions and type aliases; of a TypeVar, its bound. */
  readonly scopes: ReadonlyMap<ast.Node, Scope>;
  /** The block around a generic function, class or alias that holds its type parameters. */
  readonly typeParameterScopes: ReadonlyMap<ast.Node, Scope>;
  /** `__annotate__` of a function; that of a class or module is the field `annotationScope` of its block. */
  readonly annotationScopes: ReadonlyMap<ast.Node, Scope>;
  /** Of a type parameter's default. */
  readonly defaultScopes: ReadonlyMap<ast.Node, Scope>;
}

export interface SymbolOptions {
  /** Default: what the tree itself asks for. */
  readonly future?: FutureFeatures;
  readonly topLevelAwait?: boolean;
}

/** Throws a SyntaxProblem at the first SyntaxError. */
export function buildSymbols(
  tree: ast.Module | ast.Interactive | ast.Expression,
  options: SymbolOptions = {},
): SymbolTable {
  const top = new Scope('module', 'top', noPosition, null, null);
  const scopes = new Map<ast.Node, Scope>([[tree, top]]);
  const st: Builder = {
    current: top,
    top,
    stack: [top],
    future: options.future ?? futureFeatures(tree),
    topLevelAwait: options.topLevelAwait ?? false,
    scopes,
    typeParameterScopes: new Map(),
    annotationScopes: new Map(),
    defaultScopes: new Map(),
  };
  if (tree.kind === 'Expression') visitExpr(st, tree.body);
  else {
    top.hasDocstring = tree.kind === 'Module' && isDocstring(tree.body[0]);
    visitStmts(st, tree.body);
  }
  analyze(top);
  return st;
}

const noPosition: ast.Position = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
