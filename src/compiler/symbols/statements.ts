import type * as ast from '../../syntax/ast.gen.ts';
import { isDocstring, isFutureImport } from '../future.ts';
import { syntaxError } from '../problem.ts';
import {
  openTypeParameters,
  visitAnnotation,
  visitFunctionAnnotations,
  visitTypeParameter,
} from './annotations.ts';
import {
  define,
  enterScope,
  exitScope,
  flagsIn,
  newScope,
  openScope,
  recordDirective,
  type Builder,
} from './builder.ts';
import {
  allowsTopLevelAwait,
  defineParameters,
  visitDefaults,
  visitExpr,
  visitExprs,
  visitKeywords,
  visitOptional,
} from './expressions.ts';
import { visitPattern } from './patterns.ts';
import {
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  USE,
} from './scope.ts';

/** Records the names that a statement binds and mentions: symtable_visit_stmt (Python/symtable.c). */
export function visitStmt(st: Builder, s: ast.stmt): void {
  switch (s.kind) {
    case 'Expr':
      visitExpr(st, s.value);
      return;
    case 'Assign':
      visitExprs(st, s.targets);
      visitExpr(st, s.value);
      return;
    case 'AugAssign':
      visitExpr(st, s.target);
      visitExpr(st, s.value);
      return;
    case 'Return':
      if (s.value !== null) {
        visitExpr(st, s.value);
        st.current.returnsValue = true;
      }
      return;
    case 'Raise':
      if (s.exc !== null) {
        visitExpr(st, s.exc);
        visitOptional(st, s.cause);
      }
      return;
    case 'Assert':
      visitExpr(st, s.test);
      visitOptional(st, s.msg);
      return;
    case 'Delete':
      visitExprs(st, s.targets);
      return;
    case 'Import':
    case 'ImportFrom':
      for (const alias of s.names) visitAlias(st, alias);
      if (s.kind === 'ImportFrom') checkFutureImport(st, s);
      return;
    case 'Global':
    case 'Nonlocal':
      visitDeclaration(st, s);
      return;
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
    case 'AnnAssign':
      visitAnnAssign(st, s);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitFunctionDef(st, s);
      return;
    case 'ClassDef':
      visitClassDef(st, s);
      return;
    case 'TypeAlias':
      visitTypeAlias(st, s);
      return;
    default:
      visitCompound(st, s);
  }
}

export function visitStmts(st: Builder, body: readonly ast.stmt[]): void {
  for (const s of body) visitStmt(st, s);
}

type Compound =
  | ast.For
  | ast.AsyncFor
  | ast.While
  | ast.If
  | ast.With
  | ast.AsyncWith
  | ast.Match
  | ast.Try
  | ast.TryStar;

/** What a compound statement evaluates once and unconditionally comes before its conditional part. */
function visitCompound(st: Builder, s: Compound): void {
  if (s.kind === 'AsyncFor') checkAsync(st, s, 'async for');
  else if (s.kind === 'AsyncWith') checkAsync(st, s, 'async with');
  if (s.kind === 'For' || s.kind === 'AsyncFor') {
    visitExpr(st, s.target);
    visitExpr(st, s.iter);
  } else if (s.kind === 'While' || s.kind === 'If') visitExpr(st, s.test);
  else if (s.kind === 'Match') visitExpr(st, s.subject);
  const scope = st.current;
  const wasConditional = scope.inConditionalBlock;
  scope.inConditionalBlock = true;
  visitBlocks(st, s);
  scope.inConditionalBlock = wasConditional;
}

function visitBlocks(st: Builder, s: Compound): void {
  switch (s.kind) {
    case 'With':
    case 'AsyncWith':
      for (const item of s.items) {
        visitExpr(st, item.context_expr);
        visitOptional(st, item.optional_vars);
      }
      visitStmts(st, s.body);
      return;
    case 'Match':
      for (const match of s.cases) {
        visitPattern(st, match.pattern);
        visitOptional(st, match.guard);
        visitStmts(st, match.body);
      }
      return;
    case 'Try':
    case 'TryStar':
      visitStmts(st, s.body);
      for (const handler of s.handlers) visitHandler(st, handler);
      visitStmts(st, s.orelse);
      visitStmts(st, s.finalbody);
      return;
    default:
      visitStmts(st, s.body);
      visitStmts(st, s.orelse);
  }
}

function visitHandler(st: Builder, handler: ast.ExceptHandler): void {
  visitOptional(st, handler.type);
  if (handler.name !== null) define(st, handler.name, DEF_LOCAL, handler);
  visitStmts(st, handler.body);
}

function checkAsync(st: Builder, s: ast.AsyncFor | ast.AsyncWith, what: string): void {
  if (allowsTopLevelAwait(st)) st.current.coroutine = true;
  if (!st.current.coroutine) throw syntaxError(`'${what}' outside async function`, s);
}

function visitAlias(st: Builder, alias: ast.alias): void {
  const name = alias.asname ?? alias.name;
  if (name === '*') {
    if (st.current.type !== 'module') {
      throw syntaxError('import * only allowed at module level', alias);
    }
    return;
  }
  // `import a.b` binds a.
  const dot = name.indexOf('.');
  define(st, dot < 0 ? name : name.slice(0, dot), DEF_IMPORT, alias);
}

function checkFutureImport(st: Builder, s: ast.ImportFrom): void {
  if (!isFutureImport(s)) return;
  const { last } = st.future;
  if (
    last === null ||
    s.lineno > last.lineno ||
    (s.lineno === last.end_lineno && s.col_offset > last.end_col_offset)
  ) {
    throw syntaxError('from __future__ imports must occur at the beginning of the file', s);
  }
}

function visitDeclaration(st: Builder, s: ast.Global | ast.Nonlocal): void {
  const word = s.kind === 'Global' ? 'global' : 'nonlocal';
  for (const name of s.names) {
    const flags = flagsIn(st.current, name);
    if ((flags & DEF_PARAM) !== 0) throw syntaxError(`name '${name}' is parameter and ${word}`, s);
    if ((flags & USE) !== 0) {
      throw syntaxError(`name '${name}' is used prior to ${word} declaration`, s);
    }
    if ((flags & DEF_ANNOT) !== 0)
      throw syntaxError(`annotated name '${name}' can't be ${word}`, s);
    if ((flags & DEF_LOCAL) !== 0) {
      throw syntaxError(`name '${name}' is assigned to before ${word} declaration`, s);
    }
    define(st, name, s.kind === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, s);
    recordDirective(st, name, s);
  }
}

function visitAnnAssign(st: Builder, s: ast.AnnAssign): void {
  const { target } = s;
  st.current.annotationsUsed = true;
  if (target.kind === 'Name') {
    const flags = flagsIn(st.current, target.id);
    if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && st.current !== st.top && s.simple) {
      const word = (flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
      throw syntaxError(`annotated name '${target.id}' can't be ${word}`, s);
    }
    if (s.simple) define(st, target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (s.value !== null) define(st, target.id, DEF_LOCAL, target);
  } else {
    visitExpr(st, target);
  }
  visitAnnotation(st, s.annotation, target.kind === 'Name' && s.simple === 1);
  visitOptional(st, s.value);
}

function visitFunctionDef(st: Builder, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  define(st, s.name, DEF_LOCAL, s);
  visitDefaults(st, s.args);
  visitExprs(st, s.decorator_list);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    openTypeParameters(st, s.name, s);
    for (const param of s.type_params) visitTypeParameter(st, param);
  }
  const scope = newScope(st, 'function', s.name, s);
  st.scopes.set(s, scope);
  scope.hasDocstring = isDocstring(s.body[0]);
  visitFunctionAnnotations(st, s);
  enterScope(st, scope, true);
  scope.coroutine = s.kind === 'AsyncFunctionDef';
  defineParameters(st, s.args);
  visitStmts(st, s.body);
  exitScope(st);
  if (isGeneric) exitScope(st);
}

function visitClassDef(st: Builder, s: ast.ClassDef): void {
  define(st, s.name, DEF_LOCAL, s);
  visitExprs(st, s.decorator_list);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    openTypeParameters(st, s.name, s);
    // A private type parameter must be usable in the class body, so it is mangled as if it stood there.
    st.current.privateName = s.name;
    st.current.mangledNames = new Set();
    for (const param of s.type_params) visitTypeParameter(st, param);
  }
  visitExprs(st, s.bases);
  visitKeywords(st, s.keywords);
  const scope = openScope(st, 'class', s.name, s);
  st.scopes.set(s, scope);
  scope.privateName = s.name;
  if (isGeneric) {
    define(st, '__type_params__', DEF_LOCAL, s);
    define(st, '.type_params', USE, s);
  }
  scope.hasDocstring = isDocstring(s.body[0]);
  visitStmts(st, s.body);
  exitScope(st);
  if (isGeneric) exitScope(st);
}

function visitTypeAlias(st: Builder, s: ast.TypeAlias): void {
  visitExpr(st, s.name);
  const name = s.name.kind === 'Name' ? s.name.id : '';
  const inClass = st.current.type === 'class';
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    openTypeParameters(st, name, s);
    for (const param of s.type_params) visitTypeParameter(st, param);
  }
  const scope = openScope(st, 'type alias', name, s);
  st.scopes.set(s, scope);
  if (inClass) {
    scope.canSeeClassScope = true;
    define(st, '__classdict__', USE, s.value);
  }
  visitExpr(st, s.value);
  exitScope(st);
  if (isGeneric) exitScope(st);
}
