import type * as ast from '../../syntax/ast.gen.ts';
import { syntaxError } from '../problem.ts';
import { define, enterScope, exitScope, openScope, type Builder } from './builder.ts';
import { visitExpr } from './expressions.ts';
import { DEF_LOCAL, DEF_PARAM, DEF_TYPE_PARAM, USE } from './scope.ts';

/** The blocks of annotations and type parameters (PEP 649, 695, 696), after Python/symtable.c. */

/** All variable annotations of a block share one `__annotate__`; it keeps those of plain names. */
export function visitAnnotation(st: Builder, annotation: ast.expr, isKept: boolean): void {
  const parent = st.current;
  const isClass = parent.type === 'class';
  // A module may stop at any line, so all its annotations count as conditional.
  const isConditional = isClass ? parent.inConditionalBlock : parent.type === 'module';
  if (isConditional && !parent.hasConditionalAnnotations) {
    parent.hasConditionalAnnotations = true;
    define(st, '__conditional_annotations__', USE, annotation);
  }
  if (parent.annotationScope === null) {
    parent.annotationScope = openScope(st, 'annotation', '__annotate__', annotation);
    if (isClass && !st.future.annotations) {
      st.current.canSeeClassScope = true;
      define(st, '__classdict__', USE, annotation);
    }
  } else {
    enterScope(st, parent.annotationScope, false);
  }
  const scope = st.current;
  if (isKept && isClass && isConditional) scope.readsConditionalAnnotations = true;
  // Annotations of a function's locals are never evaluated.
  if (parent.type === 'function') scope.inUnevaluatedAnnotation = true;
  visitExpr(st, annotation);
  scope.inUnevaluatedAnnotation = false;
  exitScope(st);
}

/** The `__annotate__` of a function; it exists even when nothing is annotated. */
export function visitFunctionAnnotations(
  st: Builder,
  fn: ast.FunctionDef | ast.AsyncFunctionDef,
): void {
  const seesClass = st.current.canSeeClassScope || st.current.type === 'class';
  const scope = openScope(st, 'annotation', '__annotate__', fn);
  st.annotationScopes.set(fn, scope);
  if (seesClass && !st.future.annotations) {
    scope.canSeeClassScope = true;
    define(st, '__classdict__', USE, fn);
  }
  const { args } = fn;
  const visit = (annotation: ast.expr | null | undefined): void => {
    if (annotation === null || annotation === undefined) return;
    scope.annotationsUsed = true;
    visitExpr(st, annotation);
  };
  for (const arg of args.posonlyargs) visit(arg.annotation);
  for (const arg of args.args) visit(arg.annotation);
  visit(args.vararg?.annotation);
  visit(args.kwarg?.annotation);
  for (const arg of args.kwonlyargs) visit(arg.annotation);
  visit(fn.returns);
  exitScope(st);
}

/** Opens the block that holds the type parameters of a function, class or alias. */
export function openTypeParameters(
  st: Builder,
  name: string,
  node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias,
): void {
  const inClass = st.current.type === 'class';
  const scope = openScope(st, 'type parameters', name, node);
  st.typeParameterScopes.set(node, scope);
  if (inClass) {
    scope.canSeeClassScope = true;
    define(st, '__classdict__', USE, node);
  }
  if (node.kind === 'ClassDef') {
    define(st, '.type_params', DEF_LOCAL, node);
    define(st, '.type_params', USE, node);
    define(st, '.generic_base', DEF_LOCAL, node);
    define(st, '.generic_base', USE, node);
  } else if (node.kind !== 'TypeAlias') {
    // Defaults are evaluated outside and handed in; CPython declares `.defaults` even when there are none.
    define(st, '.defaults', DEF_PARAM, node);
    if (node.args.kw_defaults.some(e => e !== null)) define(st, '.kwdefaults', DEF_PARAM, node);
  }
}

export function visitTypeParameter(st: Builder, param: ast.type_param): void {
  define(st, param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
  if (param.name === '__classdict__') {
    throw syntaxError("reserved name '__classdict__' cannot be used for type parameter", param);
  }
  if (param.kind === 'TypeVar' && param.bound !== null) {
    const what = param.bound.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
    visitTypeVariable(st, st.scopes, param, param.bound, what);
  }
  if (param.default_value !== null) {
    visitTypeVariable(st, st.defaultScopes, param, param.default_value, `a ${param.kind} default`);
  }
}

function visitTypeVariable(
  st: Builder,
  scopes: Builder['scopes'],
  param: ast.type_param,
  e: ast.expr,
  scopeInfo: string,
): void {
  const seesClass = st.current.canSeeClassScope;
  const scope = openScope(st, 'type variable', param.name, e);
  scopes.set(param, scope);
  if (seesClass) {
    scope.canSeeClassScope = true;
    define(st, '__classdict__', USE, e);
  }
  scope.scopeInfo = scopeInfo;
  visitExpr(st, e);
  exitScope(st);
}
