import type * as ast from '../syntax/ast.gen.ts';
import { syntaxError } from './problem.ts';

/** The features that a module asks for with `from __future__ import`: CPython's _PyFuture_FromAST (Python/future.c). */
export interface FutureFeatures {
  /** PEP 563: annotations are kept as strings. */
  readonly annotations: boolean;
  /** PEP 401: `<>` in place of `!=`. */
  readonly barryAsFLUFL: boolean;
  /** The last future import of those that open the module; null when there is none. */
  readonly last: ast.Position | null;
}

const settled: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
]);

export function isDocstring(statement: ast.stmt | undefined): boolean {
  if (statement?.kind !== 'Expr' || statement.value.kind !== 'Constant') return false;
  const { value } = statement.value;
  return typeof value === 'object' && value !== null && value.type === 'str';
}

export function isFutureImport(statement: ast.stmt): statement is ast.ImportFrom {
  return statement.kind === 'ImportFrom' && statement.module === '__future__' && !statement.level;
}

/** Throws a SyntaxProblem at a feature that does not exist. */
export function futureFeatures(tree: ast.mod): FutureFeatures {
  let annotations = false;
  let barryAsFLUFL = false;
  let last: ast.Position | null = null;
  if (tree.kind === 'Module' || tree.kind === 'Interactive') {
    const { body } = tree;
    for (let i = isDocstring(body[0]) ? 1 : 0; i < body.length; i++) {
      const statement = body[i]!;
      if (!isFutureImport(statement)) break;
      for (const alias of statement.names) {
        if (alias.name === 'annotations') annotations = true;
        else if (alias.name === 'barry_as_FLUFL') barryAsFLUFL = true;
        else if (alias.name === 'braces') throw syntaxError('not a chance', alias);
        else if (!settled.has(alias.name)) {
          throw syntaxError(`future feature ${alias.name} is not defined`, alias);
        }
      }
      last = statement;
    }
  }
  return { annotations, barryAsFLUFL, last };
}
