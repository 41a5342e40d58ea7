import type { Position } from '../../syntax/ast.gen.ts';
import { mangle } from './mangle.ts';

/** A block of code that has names of its own: CPython's PySTEntryObject (Python/symtable.c). */

// The bits that say how a block treats a name, as in CPython: the `_symtable` module shows them.
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
/** A class-like block's own name that is also free in one of its functions. */
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
/** The target of a comprehension's `for`. */
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** A cell only because an inlined comprehension's name is captured. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

const SCOPE_OFFSET = 12;

export type NameScope = 'local' | 'global_explicit' | 'global_implicit' | 'free' | 'cell';

const scopeCodes: Readonly<Record<NameScope, number>> = {
  local: 1,
  global_explicit: 2,
  global_implicit: 3,
  free: 4,
  cell: 5,
};

export type BlockType =
  | 'function'
  | 'class'
  | 'module'
  | 'annotation'
  | 'type alias'
  | 'type parameters'
  | 'type variable';

/** CPython's numbers of the block types, for `_symtable`. */
export const blockTypeCodes: Readonly<Record<BlockType, number>> = {
  function: 0,
  class: 1,
  module: 2,
  annotation: 3,
  'type alias': 4,
  'type parameters': 5,
  'type variable': 6,
};

export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

/** One name in one block. */
export class ScopeSymbol {
  /** Mangled. */
  readonly name: string;
  flags: number;
  /** Decided by the analysis. */
  scope: NameScope = 'global_implicit';
  /** Copied from an inlined comprehension, so no binding that nested functions could see. */
  readonly fromComprehension: boolean;
  constructor(name: string, flags: number, fromComprehension: boolean) {
    this.name = name;
    this.flags = flags;
    this.fromComprehension = fromComprehension;
  }

  /** The integer that `_symtable` shows for this name. */
  code(): number {
    return this.flags | (scopeCodes[this.scope] << SCOPE_OFFSET);
  }
}

/** A `global` or `nonlocal` declaration, kept to point at it when the analysis finds it wrong. */
export interface Directive {
  readonly name: string;
  readonly at: Position;
}

export class Scope {
  readonly type: BlockType;
  readonly name: string;
  readonly at: Position;
  /** The block in which this one stands; unlike `children` it also holds for inlined comprehensions. */
  readonly parent: Scope | null;
  /** The class whose name mangles private names in here. */
  privateName: string | null;
  readonly symbols = new Map<string, ScopeSymbol>();
  /** Parameters in the order of co_varnames. */
  readonly varnames: string[] = [];
  /** In source order; an inlined comprehension is replaced by its own children. */
  children: Scope[] = [];
  comprehension: ComprehensionKind | null = null;
  /** Stands inside a function, at any depth. */
  readonly nested: boolean;
  /** A function directly in a class. */
  readonly method: boolean;
  generator = false;
  coroutine = false;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  hasDocstring = false;
  annotationsUsed = false;
  /** A class with a `__class__` cell, that is, one whose functions say `__class__` or `super`. */
  needsClassClosure = false;
  /** A class with a `__classdict__` cell. */
  needsClassDict = false;
  /** A class or module with `__conditional_annotations__` (PEP 649). */
  hasConditionalAnnotations = false;
  /** A comprehension that runs inside its parent's frame (PEP 709). */
  compInlined = false;
  /** A function-like block in a class that looks names up in the class namespace first. */
  canSeeClassScope = false;
  /** The `__annotate__` of a class with annotations in conditional statements, which asks which of these were reached. */
  readsConditionalAnnotations = false;
  /** The `__annotate__` block of this block's own variable annotations. */
  annotationScope: Scope | null = null;

  // State of the walk that fills this block.
  /** In the target of a comprehension's `for`. */
  compIterTarget = false;
  /** Depth of comprehension iterables around the current expression. */
  compIterExpr = 0;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;
  /** What a type variable block is, for messages: 'a TypeVar bound'. */
  scopeInfo = '';
  readonly directives: Directive[] = [];
  /** In the type parameters of a class only these names are mangled. */
  mangledNames: Set<string> | null = null;

  constructor(
    type: BlockType,
    name: string,
    at: Position,
    parent: Scope | null,
    privateName: string | null,
  ) {
    this.type = type;
    this.name = name;
    this.at = at;
    this.parent = parent;
    this.privateName = privateName;
    this.nested = parent !== null && (parent.nested || parent.isFunctionLike);
    this.method = parent !== null && parent.type === 'class' && type === 'function';
  }

  get lineno(): number {
    return this.at.lineno;
  }

  /** Whether the block's code runs with fast locals: everything but modules and classes. */
  get isFunctionLike(): boolean {
    return this.type !== 'module' && this.type !== 'class';
  }

  /** The name under which `name` of the source is known in here. */
  mangle(name: string): string {
    if (this.mangledNames !== null && !this.mangledNames.has(name)) return name;
    return mangle(this.privateName, name);
  }

  /** Where a (mangled) name of this block lives; undefined if the block never mentions it. */
  lookup(name: string): NameScope | undefined {
    return this.symbols.get(name)?.scope;
  }

  /**
   * What co_cellvars holds, sorted. A name that an inlined comprehension binds and captures is here even when it is free
   * or global outside of it.
   */
  cellNames(): string[] {
    const names = new Set<string>();
    for (const { name, scope, flags } of this.symbols.values()) {
      if (scope === 'cell' || (flags & DEF_COMP_CELL) !== 0) names.add(name);
    }
    if (this.needsClassClosure) names.add('__class__');
    if (this.needsClassDict) names.add('__classdict__');
    if (this.hasConditionalAnnotations) names.add('__conditional_annotations__');
    return [...names].sort(byCodePoints);
  }

  /**
   * co_freevars. A class body passes on what its functions capture under a name that it binds itself. Last come the
   * cells of the class that the code reads without naming them.
   */
  freeNames(): string[] {
    const names: string[] = [];
    for (const { name, scope, flags } of this.symbols.values()) {
      if (scope === 'free' || (flags & DEF_FREE_CLASS) !== 0) names.push(name);
    }
    names.sort(byCodePoints);
    if (this.readsConditionalAnnotations) names.push('__conditional_annotations__');
    if (this.canSeeClassScope && !names.includes('__classdict__')) names.push('__classdict__');
    return names;
  }
}

/** Python's order of str; JavaScript's own compares UTF-16 units. */
function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const isAstral = (x & 0xf800) === 0xd800;
    if (isAstral === ((y & 0xf800) === 0xd800)) return x - y;
    return isAstral ? 1 : -1;
  }
  return a.length - b.length;
}
