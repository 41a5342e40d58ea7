import { syntaxError } from '../problem.ts';
import {
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type Scope,
  ScopeSymbol,
  USE,
} from './scope.ts';

/**
 * Decides where each name lives, once all blocks are filled: symtable_analyze (Python/symtable.c). CPython copies the
 * sets of visible bindings for every block; here a name asks the chain of blocks around it.
 */
export function analyze(top: Scope): void {
  analyzeScope(top, null);
}

/** The names that a class body provides to the functions in it, and nothing else. */
function isClassCell(name: string): boolean {
  return name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__';
}

/** Whether a block around `scope` binds `name` in a way that `scope` can capture. */
function isBoundOutside(scope: Scope, name: string): boolean {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.type === 'class') {
      if (isClassCell(name)) return true;
      continue;
    }
    const symbol = outer.symbols.get(name);
    if (symbol === undefined || symbol.fromComprehension) continue;
    if ((symbol.flags & DEF_GLOBAL) !== 0) return false;
    if ((symbol.flags & DEF_NONLOCAL) !== 0 || !outer.isFunctionLike) continue;
    if ((symbol.flags & DEF_BOUND) !== 0) return true;
  }
  return false;
}

/** Whether the binding of `name` nearest to `scope` is a type parameter. */
function isTypeParameterOutside(scope: Scope, name: string): boolean {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    const flags = outer.symbols.get(name)?.flags ?? 0;
    if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) === 0 && (flags & DEF_BOUND) !== 0) {
      return (flags & DEF_TYPE_PARAM) !== 0;
    }
  }
  return false;
}

function errorAtDirective(scope: Scope, name: string, message: string): never {
  const directive = scope.directives.find(d => d.name === name);
  throw syntaxError(message, directive?.at ?? scope.at);
}

/** `classScope` is the class whose namespace the block sees, if any. */
function analyzeName(scope: Scope, symbol: ScopeSymbol, classScope: Scope | null): void {
  const { flags, name } = symbol;
  if ((flags & DEF_GLOBAL) !== 0) {
    if ((flags & DEF_NONLOCAL) !== 0) {
      errorAtDirective(scope, name, `name '${name}' is nonlocal and global`);
    }
    symbol.scope = 'global_explicit';
  } else if ((flags & DEF_NONLOCAL) !== 0) {
    if (scope.parent === null) {
      errorAtDirective(scope, name, 'nonlocal declaration not allowed at module level');
    }
    if (!isBoundOutside(scope, name)) {
      errorAtDirective(scope, name, `no binding for nonlocal '${name}' found`);
    }
    if (isTypeParameterOutside(scope, name)) {
      errorAtDirective(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    symbol.scope = 'free';
  } else if ((flags & DEF_BOUND) !== 0) {
    symbol.scope = 'local';
  } else {
    // What the class namespace may hold is looked up there and then as a global, never in functions further out.
    const classFlags = classScope?.symbols.get(name)?.flags ?? 0;
    if ((classFlags & DEF_GLOBAL) !== 0) symbol.scope = 'global_explicit';
    else if ((classFlags & DEF_BOUND) !== 0 && (classFlags & DEF_NONLOCAL) === 0) {
      symbol.scope = 'global_implicit';
    } else symbol.scope = isBoundOutside(scope, name) ? 'free' : 'global_implicit';
  }
}

/** Returns the names that the block leaves to the blocks around it. */
function analyzeScope(scope: Scope, classScope: Scope | null): Set<string> {
  const free = new Set<string>();
  for (const symbol of scope.symbols.values()) {
    analyzeName(scope, symbol, classScope);
    if (symbol.scope === 'free') free.add(symbol.name);
  }
  if (scope.children.length === 0) return free;

  const childFree = new Set<string>();
  const inlinedCells = new Set<string>();
  let hasInlined = false;
  for (const child of scope.children) {
    const seen = child.canSeeClassScope ? (scope.type === 'class' ? scope : classScope) : null;
    const names = analyzeScope(child, seen);
    // A comprehension in an annotation of a class needs a frame of its own to reach the class namespace.
    if (child.comprehension !== null && !child.generator && !scope.canSeeClassScope) {
      inlineComprehension(scope, child, names, inlinedCells);
      child.compInlined = true;
      hasInlined = true;
    }
    for (const name of names) childFree.add(name);
  }
  if (hasInlined) {
    scope.children = scope.children.flatMap(child => (child.compInlined ? child.children : child));
  }
  if (scope.isFunctionLike) bindCells(scope, childFree, inlinedCells);
  else if (scope.type === 'class') bindClassCells(scope, childFree);
  recordFree(scope, childFree, inlinedCells);
  for (const name of childFree) free.add(name);
  return free;
}

/** PEP 709: merges the names of a comprehension into the block that will run it. */
function inlineComprehension(
  scope: Scope,
  comprehension: Scope,
  free: Set<string>,
  inlinedCells: Set<string>,
): void {
  for (const symbol of comprehension.symbols.values()) {
    const { name, flags } = symbol;
    if ((flags & DEF_PARAM) !== 0) continue;
    if (symbol.scope === 'cell' || (flags & DEF_COMP_CELL) !== 0) inlinedCells.add(name);
    let nameScope = symbol.scope;
    const isCaptured = comprehension.children.some(child => child.lookup(name) === 'free');
    if (nameScope === 'free' && scope.type === 'class' && isClassCell(name)) {
      // A class body itself has no `__class__`.
      nameScope = 'global_implicit';
      if (!isCaptured) free.delete(name);
      comprehension.symbols.delete(name);
    }
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      const copy = new ScopeSymbol(name, flags, true);
      copy.scope = nameScope;
      scope.symbols.set(name, copy);
      continue;
    }
    if (scope.type === 'class') continue;
    if (nameScope === 'free') existing.flags |= flags & USE;
    // Free in the comprehension, local here: now the same variable, unless something inside captures it.
    if ((existing.flags & DEF_BOUND) !== 0 && !isCaptured) free.delete(name);
  }
}

/** A local that a block inside captures is a cell. */
function bindCells(scope: Scope, childFree: Set<string>, inlinedCells: Set<string>): void {
  for (const symbol of scope.symbols.values()) {
    if (symbol.scope !== 'local') continue;
    if (!childFree.has(symbol.name) && !inlinedCells.has(symbol.name)) continue;
    symbol.scope = 'cell';
    childFree.delete(symbol.name);
  }
}

function bindClassCells(scope: Scope, childFree: Set<string>): void {
  if (childFree.delete('__class__')) scope.needsClassClosure = true;
  if (childFree.delete('__classdict__') || scope.children.some(child => child.canSeeClassScope)) {
    scope.needsClassDict = true;
  }
  if (childFree.delete('__conditional_annotations__')) scope.hasConditionalAnnotations = true;
}

/** Names that only pass through a block are free in it too. */
function recordFree(scope: Scope, childFree: Set<string>, inlinedCells: Set<string>): void {
  for (const name of inlinedCells) {
    const symbol = scope.symbols.get(name);
    if (symbol !== undefined) symbol.flags |= DEF_COMP_CELL;
  }
  const isClassLike = scope.type === 'class' || scope.canSeeClassScope;
  for (const name of childFree) {
    const symbol = scope.symbols.get(name);
    if (symbol !== undefined) {
      if (isClassLike) symbol.flags |= DEF_FREE_CLASS;
    } else if (scope.parent === null || isBoundOutside(scope, name)) {
      const passing = new ScopeSymbol(name, 0, false);
      passing.scope = 'free';
      scope.symbols.set(name, passing);
    }
  }
}
