import * as ast from '../syntax/ast.gen.ts';
import type { FutureFeatures } from './future.ts';
import { isDocstring } from './future.ts';
import { foldPatternNumber } from './fold.ts';
import { formatToJoinedStr } from './printf-format.ts';
import { syntaxWarning, type CompileWarning } from './problem.ts';

/** The rewriting of the tree before its names are analysed: CPython's _PyAST_Preprocess (Python/ast_preprocess.c). */
export interface PreprocessOptions {
  readonly optimize: number;
  readonly future: FutureFeatures;
  /** Takes the warnings of PEP 765; none are made without it. */
  readonly warn?: (warning: CompileWarning) => void;
}

type Place = 'finally' | 'function' | 'loop' | null;

interface State extends PreprocessOptions {
  /** What the innermost finally block, function or loop around the statement is. */
  place: Place;
}

/** Rewrites the tree in place. */
export function preprocess(
  tree: ast.Module | ast.Interactive | ast.Expression,
  options: PreprocessOptions,
): void {
  const st: State = { ...options, place: null };
  if (tree.kind === 'Module') body(st, tree.body);
  else if (tree.kind === 'Interactive') stmts(st, tree.body);
  else tree.body = expr(st, tree.body);
}

function stmts(st: State, list: ast.stmt[]): void {
  for (const s of list) stmt(st, s);
}

function inside(st: State, place: Place, list: ast.stmt[], visit: typeof stmts): void {
  const outer = st.place;
  st.place = place;
  visit(st, list);
  st.place = outer;
}

/** The body of a module, class or function, which may start with a docstring. */
function body(st: State, list: ast.stmt[]): void {
  let docstring = isDocstring(list[0]);
  if (docstring && st.optimize >= 2) {
    const first = list[0]!;
    if (list.length > 1) list.shift();
    else {
      list[0] = new ast.Pass(
        first.lineno,
        first.col_offset,
        first.lineno,
        first.col_offset + 'pass'.length,
      );
    }
    docstring = false;
  }
  stmts(st, list);
  const first = list[0];
  if (!docstring && isDocstring(first) && first?.kind === 'Expr') {
    // Another string must not be taken for the docstring that is gone.
    const { lineno, col_offset, end_lineno, end_col_offset } = first;
    first.value = new ast.JoinedStr([first.value], lineno, col_offset, end_lineno, end_col_offset);
  }
}

function warnInFinally(st: State, s: ast.Return | ast.Break | ast.Continue): void {
  st.warn?.(syntaxWarning(`'${s.kind.toLowerCase()}' in a 'finally' block`, s));
}

function stmt(st: State, s: ast.stmt): void {
  switch (s.kind) {
    case 'Expr':
      s.value = expr(st, s.value);
      return;
    case 'Assign':
      exprs(st, s.targets);
      s.value = expr(st, s.value);
      return;
    case 'Return':
      if (st.place === 'finally') warnInFinally(st, s);
      s.value = optional(st, s.value);
      return;
    case 'Break':
    case 'Continue':
      if (st.place === 'finally') warnInFinally(st, s);
      return;
    case 'AugAssign':
      s.target = expr(st, s.target);
      s.value = expr(st, s.value);
      return;
    case 'AnnAssign':
      s.target = expr(st, s.target);
      if (!st.future.annotations) s.annotation = expr(st, s.annotation);
      s.value = optional(st, s.value);
      return;
    case 'Delete':
      exprs(st, s.targets);
      return;
    case 'Raise':
      s.exc = optional(st, s.exc);
      s.cause = optional(st, s.cause);
      return;
    case 'Assert':
      s.test = expr(st, s.test);
      s.msg = optional(st, s.msg);
      return;
    case 'TypeAlias':
      typeParams(st, s.type_params);
      s.value = expr(st, s.value);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionDef(st, s);
      return;
    case 'ClassDef':
      typeParams(st, s.type_params);
      exprs(st, s.bases);
      keywords(st, s.keywords);
      body(st, s.body);
      exprs(st, s.decorator_list);
      return;
    case 'Import':
    case 'ImportFrom':
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      return;
    default:
      compound(st, s);
  }
}

function compound(
  st: State,
  s:
    | ast.For
    | ast.AsyncFor
    | ast.While
    | ast.If
    | ast.With
    | ast.AsyncWith
    | ast.Match
    | ast.Try
    | ast.TryStar,
): void {
  switch (s.kind) {
    case 'For':
    case 'AsyncFor':
      s.target = expr(st, s.target);
      s.iter = expr(st, s.iter);
      inside(st, 'loop', s.body, stmts);
      stmts(st, s.orelse);
      return;
    case 'While':
      s.test = expr(st, s.test);
      inside(st, 'loop', s.body, stmts);
      stmts(st, s.orelse);
      return;
    case 'If':
      s.test = expr(st, s.test);
      stmts(st, s.body);
      stmts(st, s.orelse);
      return;
    case 'With':
    case 'AsyncWith':
      for (const item of s.items) {
        item.context_expr = expr(st, item.context_expr);
        item.optional_vars = optional(st, item.optional_vars);
      }
      stmts(st, s.body);
      return;
    case 'Match':
      s.subject = expr(st, s.subject);
      for (const match of s.cases) {
        pattern(st, match.pattern);
        match.guard = optional(st, match.guard);
        stmts(st, match.body);
      }
      return;
    case 'Try':
    case 'TryStar':
      stmts(st, s.body);
      for (const handler of s.handlers) {
        handler.type = optional(st, handler.type);
        stmts(st, handler.body);
      }
      stmts(st, s.orelse);
      inside(st, 'finally', s.finalbody, stmts);
  }
}

function functionDef(st: State, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  typeParams(st, s.type_params);
  args(st, s.args);
  inside(st, 'function', s.body, body);
  exprs(st, s.decorator_list);
  if (!st.future.annotations) s.returns = optional(st, s.returns);
}

function typeParams(st: State, params: ast.type_param[]): void {
  for (const param of params) {
    if (param.kind === 'TypeVar') param.bound = optional(st, param.bound);
    param.default_value = optional(st, param.default_value);
  }
}

function args(st: State, a: ast.arguments_): void {
  if (!st.future.annotations) {
    for (const list of [a.posonlyargs, a.args, a.kwonlyargs])
      for (const arg of list) annotated(st, arg);
    annotated(st, a.vararg);
    annotated(st, a.kwarg);
  }
  for (let i = 0; i < a.kw_defaults.length; i++) a.kw_defaults[i] = optional(st, a.kw_defaults[i]!);
  exprs(st, a.defaults);
}

function annotated(st: State, arg: ast.arg | null): void {
  if (arg !== null) arg.annotation = optional(st, arg.annotation);
}

function keywords(st: State, list: ast.keyword[]): void {
  for (const keyword of list) keyword.value = expr(st, keyword.value);
}

function optional(st: State, e: ast.expr | null): ast.expr | null {
  return e === null ? null : expr(st, e);
}

function exprs(st: State, list: ast.expr[]): void {
  for (let i = 0; i < list.length; i++) list[i] = expr(st, list[i]!);
}

function expr(st: State, e: ast.expr): ast.expr {
  switch (e.kind) {
    case 'Constant':
      return e;
    case 'Name':
      return name(st, e);
    case 'Attribute':
    case 'Starred':
      e.value = expr(st, e.value);
      return e;
    case 'Call':
      e.func = expr(st, e.func);
      exprs(st, e.args);
      keywords(st, e.keywords);
      return e;
    case 'BinOp':
      e.left = expr(st, e.left);
      e.right = expr(st, e.right);
      return format(e) ?? e;
    case 'UnaryOp':
      e.operand = expr(st, e.operand);
      return e;
    case 'Compare':
      e.left = expr(st, e.left);
      exprs(st, e.comparators);
      return e;
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      exprs(st, e.values);
      return e;
    case 'Tuple':
    case 'List':
    case 'Set':
      exprs(st, e.elts);
      return e;
    case 'Subscript':
      e.value = expr(st, e.value);
      e.slice = expr(st, e.slice);
      return e;
    case 'IfExp':
      e.test = expr(st, e.test);
      e.body = expr(st, e.body);
      e.orelse = expr(st, e.orelse);
      return e;
    default:
      return rareExpr(st, e);
  }
}

function rareExpr(
  st: State,
  e:
    | ast.NamedExpr
    | ast.Lambda
    | ast.Dict
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
    | ast.Await
    | ast.Yield
    | ast.YieldFrom
    | ast.FormattedValue
    | ast.Interpolation
    | ast.Slice,
): ast.expr {
  switch (e.kind) {
    case 'NamedExpr':
    case 'Await':
    case 'YieldFrom':
      e.value = expr(st, e.value);
      return e;
    case 'Yield':
      e.value = optional(st, e.value);
      return e;
    case 'Lambda':
      args(st, e.args);
      e.body = expr(st, e.body);
      return e;
    case 'Dict':
      for (let i = 0; i < e.keys.length; i++) e.keys[i] = optional(st, e.keys[i]!);
      exprs(st, e.values);
      return e;
    case 'DictComp':
      e.key = expr(st, e.key);
      e.value = expr(st, e.value);
      generators(st, e.generators);
      return e;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      e.elt = expr(st, e.elt);
      generators(st, e.generators);
      return e;
    case 'FormattedValue':
    case 'Interpolation':
      e.value = expr(st, e.value);
      e.format_spec = optional(st, e.format_spec);
      return e;
    case 'Slice':
      e.lower = optional(st, e.lower);
      e.upper = optional(st, e.upper);
      e.step = optional(st, e.step);
      return e;
  }
}

function generators(st: State, list: ast.comprehension[]): void {
  for (const generator of list) {
    generator.target = expr(st, generator.target);
    generator.iter = expr(st, generator.iter);
    exprs(st, generator.ifs);
  }
}

function name(st: State, e: ast.Name): ast.expr {
  if (e.ctx !== 'Load' || e.id !== '__debug__') return e;
  const { lineno, col_offset, end_lineno, end_col_offset } = e;
  return new ast.Constant(st.optimize === 0, null, lineno, col_offset, end_lineno, end_col_offset);
}

function format(e: ast.BinOp): ast.expr | null {
  const { left, right } = e;
  if (e.op !== 'Mod' || left.kind !== 'Constant' || right.kind !== 'Tuple') return null;
  const { value } = left;
  if (typeof value !== 'object' || value === null || value.type !== 'str') return null;
  if (right.elts.some(item => item.kind === 'Starred')) return null;
  return formatToJoinedStr(e, value.value, right.elts);
}

/** In patterns, and only there, negative and complex numbers become constants. */
function pattern(st: State, p: ast.pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      p.value = foldPatternNumber(p.value);
      return;
    case 'MatchMapping':
      for (let i = 0; i < p.keys.length; i++) p.keys[i] = foldPatternNumber(p.keys[i]!);
      patterns(st, p.patterns);
      return;
    case 'MatchSequence':
    case 'MatchOr':
      patterns(st, p.patterns);
      return;
    case 'MatchClass':
      p.cls = expr(st, p.cls);
      patterns(st, p.patterns);
      patterns(st, p.kwd_patterns);
      return;
    case 'MatchAs':
      if (p.pattern !== null) pattern(st, p.pattern);
      return;
    case 'MatchSingleton':
    case 'MatchStar':
  }
}

function patterns(st: State, list: ast.pattern[]): void {
  for (const p of list) pattern(st, p);
}
