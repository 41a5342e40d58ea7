import type * as ast from '../../syntax/ast.gen.ts';
import { syntaxError } from '../problem.ts';
import {
  checkName,
  define,
  defineIn,
  exitScope,
  flagsIn,
  openScope,
  recordDirective,
  type Builder,
} from './builder.ts';
import {
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  USE,
  type BlockType,
  type ComprehensionKind,
} from './scope.ts';

/** Records the names that an expression mentions: symtable_visit_expr (Python/symtable.c). */
export function visitExpr(st: Builder, e: ast.expr): void {
  switch (e.kind) {
    case 'Constant':
      return;
    case 'Name':
      visitName(st, e);
      return;
    case 'Attribute':
      checkName(e.attr, e, e.ctx);
      visitExpr(st, e.value);
      return;
    case 'Call':
      visitExpr(st, e.func);
      visitExprs(st, e.args);
      visitKeywords(st, e.keywords);
      return;
    case 'BinOp':
      visitExpr(st, e.left);
      visitExpr(st, e.right);
      return;
    case 'UnaryOp':
      visitExpr(st, e.operand);
      return;
    case 'Compare':
      visitExpr(st, e.left);
      visitExprs(st, e.comparators);
      return;
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      visitExprs(st, e.values);
      return;
    case 'Tuple':
    case 'List':
    case 'Set':
      visitExprs(st, e.elts);
      return;
    case 'Dict':
      for (const key of e.keys) if (key !== null) visitExpr(st, key);
      visitExprs(st, e.values);
      return;
    case 'Subscript':
      visitExpr(st, e.value);
      visitExpr(st, e.slice);
      return;
    case 'Slice':
      visitOptional(st, e.lower);
      visitOptional(st, e.upper);
      visitOptional(st, e.step);
      return;
    case 'Starred':
      visitExpr(st, e.value);
      return;
    case 'IfExp':
      visitExpr(st, e.test);
      visitExpr(st, e.body);
      visitExpr(st, e.orelse);
      return;
    case 'FormattedValue':
    case 'Interpolation':
      visitExpr(st, e.value);
      visitOptional(st, e.format_spec);
      return;
    default:
      visitScoped(st, e);
  }
}

/** The expressions that open a block, bind a name or suspend. */
function visitScoped(
  st: Builder,
  e:
    | ast.NamedExpr
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
    | ast.Await
    | ast.Yield
    | ast.YieldFrom,
): void {
  switch (e.kind) {
    case 'NamedExpr':
      visitNamedExpr(st, e);
      return;
    case 'Lambda':
      visitDefaults(st, e.args);
      st.scopes.set(e, openScope(st, 'function', 'lambda', e));
      defineParameters(st, e.args);
      visitExpr(st, e.body);
      exitScope(st);
      return;
    case 'ListComp':
      visitComprehension(st, e, 'listcomp', 'list');
      return;
    case 'SetComp':
      visitComprehension(st, e, 'setcomp', 'set');
      return;
    case 'DictComp':
      visitComprehension(st, e, 'dictcomp', 'dict');
      return;
    case 'GeneratorExp':
      visitComprehension(st, e, 'genexpr', 'generator');
      return;
    case 'Await':
      visitAwait(st, e);
      return;
    case 'Yield':
    case 'YieldFrom':
      rejectInAnnotation(st, 'yield expression', e);
      visitOptional(st, e.value);
      st.current.generator = true;
      rejectInComprehension(st, e);
  }
}

export function visitExprs(st: Builder, expressions: readonly ast.expr[]): void {
  for (const e of expressions) visitExpr(st, e);
}

export function visitOptional(st: Builder, e: ast.expr | null): void {
  if (e !== null) visitExpr(st, e);
}

function visitName(st: Builder, e: ast.Name): void {
  const { current } = st;
  if (current.inUnevaluatedAnnotation) return;
  if (e.ctx !== 'Load') {
    define(st, e.id, DEF_LOCAL, e, e.ctx);
    return;
  }
  define(st, e.id, USE, e, 'Load');
  // `super` without arguments reads the cell `__class__`.
  if (e.id === 'super' && current.isFunctionLike) define(st, '__class__', USE, e);
}

export function visitKeywords(st: Builder, keywords: readonly ast.keyword[]): void {
  for (const keyword of keywords) {
    if (keyword.arg !== null) checkName(keyword.arg, keyword, 'Store');
  }
  for (const keyword of keywords) visitExpr(st, keyword.value);
}

/** Defaults belong to the block around the function. */
export function visitDefaults(st: Builder, args: ast.arguments_): void {
  visitExprs(st, args.defaults);
  for (const e of args.kw_defaults) if (e !== null) visitExpr(st, e);
}

export function defineParameters(st: Builder, args: ast.arguments_): void {
  for (const arg of args.posonlyargs) define(st, arg.arg, DEF_PARAM, arg);
  for (const arg of args.args) define(st, arg.arg, DEF_PARAM, arg);
  for (const arg of args.kwonlyargs) define(st, arg.arg, DEF_PARAM, arg);
  if (args.vararg !== null) {
    define(st, args.vararg.arg, DEF_PARAM, args.vararg);
    st.current.varargs = true;
  }
  if (args.kwarg !== null) {
    define(st, args.kwarg.arg, DEF_PARAM, args.kwarg);
    st.current.varkeywords = true;
  }
}

export function allowsTopLevelAwait(st: Builder): boolean {
  return st.topLevelAwait && st.current.type === 'module';
}

function isAsyncFunction(st: Builder): boolean {
  return st.current.coroutine && st.current.isFunctionLike;
}

function visitAwait(st: Builder, e: ast.Await): void {
  rejectInAnnotation(st, 'await expression', e);
  if (!allowsTopLevelAwait(st)) {
    if (!st.current.isFunctionLike) throw syntaxError("'await' outside function", e);
    if (!isAsyncFunction(st) && st.current.comprehension === null) {
      throw syntaxError("'await' outside async function", e);
    }
  }
  visitExpr(st, e.value);
  st.current.coroutine = true;
}

const annotationPlaces: Readonly<Partial<Record<BlockType, string>>> = {
  annotation: 'an annotation',
  'type alias': 'a type alias',
  'type parameters': 'the definition of a generic',
};

function rejectInAnnotation(st: Builder, what: string, e: ast.expr): void {
  const { type, scopeInfo } = st.current;
  const place = type === 'type variable' ? scopeInfo : annotationPlaces[type];
  if (place !== undefined) throw syntaxError(`${what} cannot be used within ${place}`, e);
}

function rejectInComprehension(st: Builder, e: ast.expr): void {
  const kind = st.current.comprehension;
  if (kind === null) return;
  const name = kind === 'generator' ? 'generator expression' : `${kind} comprehension`;
  throw syntaxError(`'yield' inside ${name}`, e);
}

function visitNamedExpr(st: Builder, e: ast.NamedExpr): void {
  rejectInAnnotation(st, 'named expression', e);
  if (st.current.compIterExpr > 0) {
    throw syntaxError(
      'assignment expression cannot be used in a comprehension iterable expression',
      e,
    );
  }
  if (st.current.comprehension !== null && e.target.kind === 'Name') bindOutside(st, e.target);
  visitExpr(st, e.value);
  visitExpr(st, e.target);
}

const namedExprPlaces: Readonly<Partial<Record<BlockType, string>>> = {
  class: 'in a class body',
  'type parameters': 'within the definition of a generic',
  'type alias': 'in a type alias',
  'type variable': 'in a TypeVar bound',
};

/** `:=` in a comprehension binds in the nearest function or module around it (PEP 572). */
function bindOutside(st: Builder, target: ast.Name): void {
  const name = target.id;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const scope = st.stack[i]!;
    if (scope.comprehension !== null) {
      const flags = flagsIn(scope, name);
      if ((flags & DEF_COMP_ITER) !== 0 && (flags & DEF_LOCAL) !== 0) {
        throw syntaxError(
          `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          target,
        );
      }
    } else if (scope.type === 'function') {
      const isGlobal = (flagsIn(scope, name) & DEF_GLOBAL) !== 0;
      define(st, name, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, target);
      recordDirective(st, name, target);
      defineIn(st, scope, name, DEF_LOCAL, target);
      return;
    } else if (scope.type === 'module') {
      define(st, name, DEF_GLOBAL, target);
      recordDirective(st, name, target);
      defineIn(st, scope, name, DEF_GLOBAL, target);
      return;
    } else {
      const place = namedExprPlaces[scope.type];
      if (place === undefined) continue;
      throw syntaxError(
        `assignment expression within a comprehension cannot be used ${place}`,
        target,
      );
    }
  }
}

function visitComprehension(
  st: Builder,
  e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
  name: string,
  kind: ComprehensionKind,
): void {
  const outermost = e.generators[0]!;
  // Its iterable is evaluated outside and handed in as the parameter `.0`.
  st.current.compIterExpr++;
  visitExpr(st, outermost.iter);
  st.current.compIterExpr--;
  const scope = openScope(st, 'function', name, e);
  st.scopes.set(e, scope);
  scope.comprehension = kind;
  if (outermost.is_async) scope.coroutine = true;
  define(st, '.0', DEF_PARAM, e);
  visitTarget(st, outermost.target);
  visitExprs(st, outermost.ifs);
  for (let i = 1; i < e.generators.length; i++) visitGenerator(st, e.generators[i]!);
  if (e.kind === 'DictComp') {
    visitExpr(st, e.value);
    visitExpr(st, e.key);
  } else {
    visitExpr(st, e.elt);
  }
  scope.generator = kind === 'generator';
  const isAsync = scope.coroutine && !scope.generator;
  exitScope(st);
  if (!isAsync) return;
  if (!isAsyncFunction(st) && st.current.comprehension === null && !allowsTopLevelAwait(st)) {
    throw syntaxError('asynchronous comprehension outside of an asynchronous function', e);
  }
  st.current.coroutine = true;
}

function visitGenerator(st: Builder, generator: ast.comprehension): void {
  visitTarget(st, generator.target);
  st.current.compIterExpr++;
  visitExpr(st, generator.iter);
  st.current.compIterExpr--;
  visitExprs(st, generator.ifs);
  if (generator.is_async) st.current.coroutine = true;
}

function visitTarget(st: Builder, target: ast.expr): void {
  st.current.compIterTarget = true;
  visitExpr(st, target);
  st.current.compIterTarget = false;
}
