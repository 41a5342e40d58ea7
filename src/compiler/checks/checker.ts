import type * as ast from '../../syntax/ast.gen.ts';
import type { FutureFeatures } from '../future.ts';
import { syntaxError, type CompileWarning } from '../problem.ts';
import type { Scope } from '../symbols/scope.ts';
import type { SymbolTable } from '../symbols/symbols.ts';

/** The state of the checks: the code object being compiled and the blocks around the current statement (Python/compile.c). */
export interface Checker {
  readonly symbols: SymbolTable;
  readonly future: FutureFeatures;
  readonly optimize: number;
  readonly warn: (warning: CompileWarning) => void;
  unit: Unit;
  /** Above zero where CPython compiles a finally block for the second time. */
  muted: number;
}

/** A code object. */
export interface Unit {
  readonly scope: Scope;
  readonly isAsyncFunction: boolean;
  readonly blocks: Block[];
  /** The depth of inlined comprehensions around the current expression. */
  inlined: number;
  /** The greatest number of blocks at once since it was last reset. */
  depth: number;
  /** Annotations of the block's variables, which go into a function after the block itself. */
  readonly deferred: ast.AnnAssign[];
}

export type BlockKind =
  | 'loop'
  | 'try'
  | 'with'
  | 'finally try'
  | 'finally end'
  | 'handler'
  | 'group handler'
  | 'handler body'
  | 'inlined'
  | 'async generator'
  | 'stop iteration'
  | 'pop value';

export interface Block {
  readonly kind: BlockKind;
  /** What leaving a 'finally try' runs. */
  readonly finalbody: readonly ast.stmt[];
}

/** CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 21;

export const noPosition: ast.Position = {
  lineno: -1,
  col_offset: -1,
  end_lineno: -1,
  end_col_offset: -1,
};

const nothing: readonly ast.stmt[] = [];

export function pushBlock(
  c: Checker,
  kind: BlockKind,
  at: ast.Position,
  finalbody: readonly ast.stmt[] = nothing,
): void {
  const { unit } = c;
  if (unit.blocks.length >= MAX_BLOCKS) {
    throw syntaxError('too many statically nested blocks', at);
  }
  unit.blocks.push({ kind, finalbody });
  if (unit.blocks.length > unit.depth) unit.depth = unit.blocks.length;
}

export function popBlock(c: Checker): void {
  c.unit.blocks.pop();
}

/** Whether `visit` would fail with one more block around it than it had when it was last run. */
export function wouldOverflow(unit: Unit): boolean {
  return unit.depth >= MAX_BLOCKS;
}

export function newUnit(scope: Scope, isAsyncFunction: boolean): Unit {
  return { scope, isAsyncFunction, blocks: [], inlined: 0, depth: 0, deferred: [] };
}

/** Runs `visit` in a code object of its own. */
export function inUnit(c: Checker, scope: Scope, visit: () => void, isAsyncFunction = false): void {
  const outer = c.unit;
  c.unit = newUnit(scope, isAsyncFunction);
  visit();
  c.unit = outer;
}

export function warn(c: Checker, warning: CompileWarning | undefined): void {
  if (warning !== undefined && c.muted === 0) c.warn(warning);
}
