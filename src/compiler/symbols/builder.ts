import type * as ast from '../../syntax/ast.gen.ts';
import type { FutureFeatures } from '../future.ts';
import { syntaxError } from '../problem.ts';
import {
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
  ScopeSymbol,
  USE,
  type BlockType,
} from './scope.ts';

/** The walk's state and the recording of names in blocks, which every visitor uses: the `symtable_add_def` half of Python/symtable.c. */
export interface Builder {
  current: Scope;
  readonly top: Scope;
  readonly stack: Scope[];
  readonly future: FutureFeatures;
  /** `await` and friends are allowed in the module itself (PyCF_ALLOW_TOP_LEVEL_AWAIT). */
  readonly topLevelAwait: boolean;
  readonly scopes: Map<ast.Node, Scope>;
  readonly typeParameterScopes: Map<ast.Node, Scope>;
  readonly annotationScopes: Map<ast.Node, Scope>;
  readonly defaultScopes: Map<ast.Node, Scope>;
}

export function newScope(st: Builder, type: BlockType, name: string, at: ast.Position): Scope {
  return new Scope(type, name, at, st.current, st.current.privateName);
}

/** Makes a block current, whether new or entered again. */
export function enterScope(st: Builder, scope: Scope, isChild: boolean): void {
  const previous = st.current;
  // Assignment expressions stay forbidden in a comprehension's iterable at any depth.
  scope.compIterExpr = previous.compIterExpr;
  if (previous.mangledNames !== null && scope.type !== 'class') {
    scope.mangledNames = previous.mangledNames;
  }
  st.stack.push(scope);
  st.current = scope;
  if (isChild) previous.children.push(scope);
}

export function exitScope(st: Builder): void {
  st.stack.pop();
  st.current = st.stack[st.stack.length - 1]!;
}

/** Enters a new block. The blocks that annotationlib calls get the parameter `.format`. */
export function openScope(st: Builder, type: BlockType, name: string, at: ast.Position): Scope {
  const scope = newScope(st, type, name, at);
  // Under PEP 563 annotations end as strings, so what they mention must leave no trace.
  enterScope(st, scope, !(type === 'annotation' && st.future.annotations));
  if (type === 'annotation' || type === 'type variable' || type === 'type alias') {
    define(st, '.format', DEF_PARAM, at);
    define(st, '.format', USE, at);
  }
  return scope;
}

/** The DEF bits that a block has recorded for a name of the source so far. */
export function flagsIn(scope: Scope, name: string): number {
  return scope.symbols.get(scope.mangle(name))?.flags ?? 0;
}

export function checkName(name: string, at: ast.Position, context: ast.expr_context): void {
  if (name !== '__debug__' || context === 'Load') return;
  throw syntaxError(
    context === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__',
    at,
  );
}

export function define(
  st: Builder,
  name: string,
  flag: number,
  at: ast.Position,
  context: ast.expr_context = flag === USE ? 'Load' : 'Store',
): void {
  if ((flag & (DEF_PARAM | DEF_LOCAL | DEF_IMPORT)) !== 0) checkName(name, at, context);
  if ((flag & DEF_TYPE_PARAM) !== 0) st.current.mangledNames?.add(name);
  defineIn(st, st.current, name, flag, at);
}

export function defineIn(
  st: Builder,
  scope: Scope,
  name: string,
  flag: number,
  at: ast.Position,
): void {
  const mangled = st.current.mangle(name);
  let symbol = scope.symbols.get(mangled);
  if (symbol === undefined) {
    symbol = new ScopeSymbol(mangled, flag, false);
    scope.symbols.set(mangled, symbol);
  } else {
    if ((flag & symbol.flags & DEF_PARAM) !== 0) {
      throw syntaxError(`duplicate argument '${name}' in function definition`, at);
    }
    if ((flag & symbol.flags & DEF_TYPE_PARAM) !== 0) {
      throw syntaxError(`duplicate type parameter '${name}'`, at);
    }
    symbol.flags |= flag;
  }
  if (scope.compIterTarget) {
    if ((symbol.flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
      throw syntaxError(
        `comprehension inner loop cannot rebind assignment expression target '${name}'`,
        at,
      );
    }
    symbol.flags |= DEF_COMP_ITER;
  }
  if ((flag & DEF_PARAM) !== 0) scope.varnames.push(mangled);
  else if ((flag & DEF_GLOBAL) !== 0) {
    const global = st.top.symbols.get(mangled);
    if (global !== undefined) global.flags |= flag;
    else st.top.symbols.set(mangled, new ScopeSymbol(mangled, flag, false));
  }
}

export function recordDirective(st: Builder, name: string, at: ast.Position): void {
  st.current.directives.push({ name: st.current.mangle(name), at });
}
