import type * as ast from '../../syntax/ast.gen.ts';
import { syntaxError } from '../problem.ts';
import { DEF_LOCAL, DEF_NONLOCAL, type Scope } from '../symbols/scope.ts';
import { inUnit, popBlock, pushBlock, warn, type Checker } from './checker.ts';
import { checkCaller, checkCompare, checkIndex, checkSubscripter } from './literals.ts';

/** Walks an expression in the order in which CPython compiles it: codegen_visit_expr (Python/codegen.c). */
export function checkExpr(c: Checker, e: ast.expr): void {
  switch (e.kind) {
    case 'Constant':
    case 'Name':
      return;
    case 'Attribute':
      checkExpr(c, e.value);
      return;
    case 'Call':
      checkCall(c, e);
      return;
    case 'Subscript':
      if (e.ctx === 'Load') {
        warn(c, checkSubscripter(e.value));
        warn(c, checkIndex(e.value, e.slice));
      }
      checkExpr(c, e.value);
      checkExpr(c, e.slice);
      return;
    case 'Slice':
      checkOptional(c, e.lower);
      checkOptional(c, e.upper);
      checkOptional(c, e.step);
      return;
    case 'BinOp':
      checkExpr(c, e.left);
      checkExpr(c, e.right);
      return;
    case 'UnaryOp':
      checkExpr(c, e.operand);
      return;
    case 'BoolOp':
    case 'JoinedStr':
      checkExprs(c, e.values);
      return;
    case 'Compare':
      warn(c, checkCompare(e));
      checkExpr(c, e.left);
      checkExprs(c, e.comparators);
      return;
    case 'Tuple':
    case 'List':
      if (e.ctx === 'Store') checkUnpacking(c, e);
      else if (e.ctx === 'Load') checkElements(c, e.elts);
      else checkExprs(c, e.elts);
      return;
    case 'Set':
      checkElements(c, e.elts);
      return;
    case 'Dict':
      for (let i = 0; i < e.values.length; i++) {
        checkOptional(c, e.keys[i]!);
        checkExpr(c, e.values[i]!);
      }
      return;
    case 'IfExp':
      checkExpr(c, e.test);
      checkExpr(c, e.body);
      checkExpr(c, e.orelse);
      return;
    case 'Starred':
      throw syntaxError(
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
        e,
      );
    default:
      checkRareExpr(c, e);
  }
}

function checkRareExpr(
  c: Checker,
  e:
    | ast.NamedExpr
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
    | ast.Await
    | ast.Yield
    | ast.YieldFrom
    | ast.FormattedValue
    | ast.Interpolation
    | ast.TemplateStr,
): void {
  switch (e.kind) {
    case 'NamedExpr':
      checkExpr(c, e.value);
      checkExpr(c, e.target);
      return;
    case 'Lambda':
      checkDefaults(c, e.args);
      inUnit(c, c.symbols.scopes.get(e)!, () => checkExpr(c, e.body));
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(c, e);
      return;
    case 'Await':
      checkExpr(c, e.value);
      return;
    case 'Yield':
      if (!c.unit.scope.isFunctionLike) throw syntaxError("'yield' outside function", e);
      checkOptional(c, e.value);
      return;
    case 'YieldFrom':
      if (!c.unit.scope.isFunctionLike) throw syntaxError("'yield from' outside function", e);
      if (c.unit.isAsyncFunction) throw syntaxError("'yield from' inside async function", e);
      checkExpr(c, e.value);
      return;
    case 'FormattedValue':
    case 'Interpolation':
      checkExpr(c, e.value);
      checkOptional(c, e.format_spec);
      return;
    case 'TemplateStr':
      // The strings of a template come before its interpolations.
      for (const value of e.values) if (value.kind !== 'Interpolation') checkExpr(c, value);
      for (const value of e.values) if (value.kind === 'Interpolation') checkExpr(c, value);
  }
}

export function checkExprs(c: Checker, list: readonly ast.expr[]): void {
  for (const e of list) checkExpr(c, e);
}

export function checkOptional(c: Checker, e: ast.expr | null): void {
  if (e !== null) checkExpr(c, e);
}

/** Where `*` may stand: arguments and the elements of displays. */
export function checkElements(c: Checker, list: readonly ast.expr[]): void {
  for (const e of list) checkExpr(c, e.kind === 'Starred' ? e.value : e);
}

function checkUnpacking(c: Checker, e: ast.Tuple | ast.List): void {
  let starred = false;
  e.elts.forEach((elt, i) => {
    if (elt.kind !== 'Starred') return;
    if (starred) throw syntaxError('multiple starred expressions in assignment', e);
    // The counts before and after the star share one operand.
    if (i >= 1 << 8 || e.elts.length - i - 1 >= 0x7fffff) {
      throw syntaxError('too many expressions in star-unpacking assignment', e);
    }
    starred = true;
  });
  checkElements(c, e.elts);
}

export function checkArguments(
  c: Checker,
  args: readonly ast.expr[],
  keywords: readonly ast.keyword[],
): void {
  checkElements(c, args);
  for (const keyword of keywords) checkExpr(c, keyword.value);
}

export function checkKeywordNames(keywords: readonly ast.keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const name = keywords[i]!.arg;
    if (name === null) continue;
    for (let j = i + 1; j < keywords.length; j++) {
      const other = keywords[j]!;
      if (other.arg === name) throw syntaxError(`keyword argument repeated: ${name}`, other);
    }
  }
}

function checkCall(c: Checker, e: ast.Call): void {
  checkKeywordNames(e.keywords);
  warn(c, checkCaller(e.func));
  checkExpr(c, e.func);
  checkArguments(c, e.args, e.keywords);
}

export function checkDefaults(c: Checker, args: ast.arguments_): void {
  checkExprs(c, args.defaults);
  for (const e of args.kw_defaults) checkOptional(c, e);
}

function checkComprehension(
  c: Checker,
  e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
): void {
  const scope = c.symbols.scopes.get(e)!;
  const { iter } = e.generators[0]!;
  if (scope.compInlined) {
    checkExpr(c, iter);
    const { unit } = c;
    const savesLocals = (unit.scope.type === 'class' && unit.inlined === 0) || bindsNames(scope);
    // The locals of the block that it hides come back in a finally of its own.
    if (savesLocals) pushBlock(c, 'inlined', e);
    unit.inlined++;
    checkGenerators(c, e, 0);
    unit.inlined--;
    if (savesLocals) popBlock(c);
  } else {
    inUnit(c, scope, () => checkGenerators(c, e, 0));
    checkExpr(c, iter);
  }
}

function bindsNames(scope: Scope): boolean {
  for (const { flags } of scope.symbols.values()) {
    if ((flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0) return true;
  }
  return false;
}

function checkGenerators(
  c: Checker,
  e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
  index: number,
): void {
  const generator = e.generators[index];
  if (generator === undefined) {
    if (e.kind === 'DictComp') {
      checkExpr(c, e.key);
      checkExpr(c, e.value);
    } else checkExpr(c, e.elt);
    return;
  }
  if (index > 0) checkExpr(c, generator.iter);
  if (generator.is_async) pushBlock(c, 'async generator', e);
  checkExpr(c, generator.target);
  checkExprs(c, generator.ifs);
  checkGenerators(c, e, index + 1);
  if (generator.is_async) popBlock(c);
}
