import type * as ast from '../../syntax/ast.gen.ts';
import { syntaxError, syntaxWarning } from '../problem.ts';
import {
  inUnit,
  noPosition,
  popBlock,
  pushBlock,
  warn,
  wouldOverflow,
  type Block,
  type Checker,
} from './checker.ts';
import {
  checkArguments,
  checkDefaults,
  checkExpr,
  checkExprs,
  checkKeywordNames,
  checkOptional,
} from './expressions.ts';
import { checkPattern, isWildcard } from './patterns.ts';

/** Walks a statement in the order in which CPython compiles it: codegen_visit_stmt (Python/codegen.c). */
function checkStmt(c: Checker, s: ast.stmt): void {
  switch (s.kind) {
    case 'Expr':
      checkExpr(c, s.value);
      return;
    case 'Assign':
      checkExpr(c, s.value);
      checkExprs(c, s.targets);
      return;
    case 'AugAssign':
      checkAugAssign(c, s);
      return;
    case 'AnnAssign':
      checkAnnAssign(c, s);
      return;
    case 'Return':
      checkReturn(c, s);
      return;
    case 'Break':
    case 'Continue':
      checkLoopExit(c, s);
      return;
    case 'Delete':
      checkExprs(c, s.targets);
      return;
    case 'Raise':
      if (s.exc !== null) {
        checkExpr(c, s.exc);
        checkOptional(c, s.cause);
      }
      return;
    case 'Assert':
      checkAssert(c, s);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkFunction(c, s);
      return;
    case 'ClassDef':
      checkClass(c, s);
      return;
    case 'TypeAlias':
      inTypeParams(c, s, () => inUnit(c, c.symbols.scopes.get(s)!, () => checkExpr(c, s.value)));
      return;
    case 'Import':
    case 'ImportFrom':
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      return;
    default:
      checkCompound(c, s);
  }
}

export function checkStmts(c: Checker, list: readonly ast.stmt[]): void {
  for (const s of list) checkStmt(c, s);
}

/** The body of a module or class, and then its annotations, which become a function (PEP 649). */
export function checkBody(c: Checker, list: readonly ast.stmt[]): void {
  checkStmts(c, list);
  const { scope, deferred } = c.unit;
  if (deferred.length === 0) return;
  inUnit(c, scope.annotationScope!, () => {
    for (const s of deferred) checkExpr(c, s.annotation);
  });
}

function checkAugAssign(c: Checker, s: ast.AugAssign): void {
  const { target } = s;
  // The target is compiled by hand, without the warnings of a plain subscript.
  if (target.kind === 'Attribute') checkExpr(c, target.value);
  else if (target.kind === 'Subscript') {
    checkExpr(c, target.value);
    checkExpr(c, target.slice);
  }
  checkExpr(c, s.value);
}

function checkAnnAssign(c: Checker, s: ast.AnnAssign): void {
  const { target, value } = s;
  if (value !== null) {
    checkExpr(c, value);
    checkExpr(c, target);
  }
  if (target.kind === 'Name') {
    if (s.simple && !c.unit.scope.isFunctionLike && !c.future.annotations) {
      c.unit.deferred.push(s);
    }
  } else if (value === null) {
    // The target is evaluated, though nothing is stored.
    if (target.kind === 'Attribute') checkExpr(c, target.value);
    else if (target.kind === 'Subscript') {
      checkExpr(c, target.value);
      checkAnnotatedIndex(c, target.slice);
    }
  }
}

function checkAnnotatedIndex(c: Checker, index: ast.expr): void {
  if (index.kind === 'Tuple') for (const elt of index.elts) checkAnnotatedIndex(c, elt);
  else checkExpr(c, index);
}

function checkReturn(c: Checker, s: ast.Return): void {
  const { scope } = c.unit;
  if (!scope.isFunctionLike) throw syntaxError("'return' outside function", s);
  if (s.value !== null && scope.coroutine && scope.generator) {
    throw syntaxError("'return' with value in async generator", s);
  }
  const { value } = s;
  if (value !== null && value.kind !== 'Constant') {
    checkExpr(c, value);
    unwind(c, s, true, false);
  } else {
    unwind(c, value !== null && value.lineno === s.lineno ? value : s, false, false);
  }
}

function checkLoopExit(c: Checker, s: ast.Break | ast.Continue): void {
  if (unwind(c, s, false, true)) return;
  throw syntaxError(
    s.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop",
    s,
  );
}

/**
 * Leaves all blocks, or those inside the nearest loop, as a jump does: CPython compiles each finally block anew on the
 * way. Returns whether it met a loop.
 */
function unwind(c: Checker, at: ast.Position, keepsValue: boolean, stopsAtLoop: boolean): boolean {
  const { blocks } = c.unit;
  const left: Block[] = [];
  let place = at;
  let metLoop = false;
  for (let block = blocks.at(-1); block !== undefined; block = blocks.at(-1)) {
    if (block.kind === 'group handler') {
      throw syntaxError(
        "'break', 'continue' and 'return' cannot appear in an except* block",
        place,
      );
    }
    if (stopsAtLoop && block.kind === 'loop') {
      metLoop = true;
      break;
    }
    blocks.pop();
    left.push(block);
    if (block.kind === 'finally try') {
      if (keepsValue) pushBlock(c, 'pop value', place);
      checkStmts(c, block.finalbody);
      if (keepsValue) popBlock(c);
    }
    // What follows a block's exit has no line of its own.
    if (block.kind === 'finally try' || block.kind === 'with') place = noPosition;
  }
  while (left.length > 0) blocks.push(left.pop()!);
  return metLoop;
}

function checkAssert(c: Checker, s: ast.Assert): void {
  const { test } = s;
  const isTuple =
    test.kind === 'Tuple'
      ? test.elts.length > 0
      : test.kind === 'Constant' &&
        typeof test.value === 'object' &&
        test.value?.type === 'tuple' &&
        test.value.value.length > 0;
  if (isTuple) {
    warn(c, syntaxWarning('assertion is always true, perhaps remove parentheses?', s));
  }
  if (c.optimize > 0) return;
  checkExpr(c, test);
  checkOptional(c, s.msg);
}

/** Runs `visit` inside the code object of the type parameters, if there are any. */
function inTypeParams(
  c: Checker,
  s: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias,
  visit: () => void,
): void {
  if (s.type_params.length === 0) {
    visit();
    return;
  }
  inUnit(c, c.symbols.typeParameterScopes.get(s)!, () => {
    checkTypeParams(c, s.type_params);
    visit();
  });
}

function checkTypeParams(c: Checker, params: readonly ast.type_param[]): void {
  const { scopes, defaultScopes } = c.symbols;
  let seenDefault = false;
  for (const param of params) {
    if (param.kind === 'TypeVar' && param.bound !== null) {
      const { bound } = param;
      inUnit(c, scopes.get(param)!, () => checkExpr(c, bound));
    }
    const value = param.default_value;
    if (value !== null) {
      seenDefault = true;
      const isUnpacked = param.kind === 'TypeVarTuple' && value.kind === 'Starred';
      inUnit(c, defaultScopes.get(param)!, () => checkExpr(c, isUnpacked ? value.value : value));
    } else if (seenDefault) {
      throw syntaxError(
        `non-default type parameter '${param.name}' follows default type parameter`,
        param,
      );
    }
  }
}

function checkFunction(c: Checker, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  checkExprs(c, s.decorator_list);
  checkDefaults(c, s.args);
  inTypeParams(c, s, () => {
    checkFunctionAnnotations(c, s);
    const scope = c.symbols.scopes.get(s)!;
    const isAsync = s.kind === 'AsyncFunctionDef';
    inUnit(
      c,
      scope,
      () => {
        if (scope.coroutine || scope.generator) pushBlock(c, 'stop iteration', noPosition);
        checkStmts(c, s.body);
      },
      isAsync,
    );
  });
}

function checkFunctionAnnotations(c: Checker, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  if (c.future.annotations) return;
  const { args } = s;
  inUnit(c, c.symbols.annotationScopes.get(s)!, () => {
    const check = (arg: ast.arg | null): void => {
      const annotation = arg?.annotation ?? null;
      if (annotation === null) return;
      // `*args: *Ts` unpacks.
      checkExpr(c, annotation.kind === 'Starred' ? annotation.value : annotation);
    };
    args.args.forEach(check);
    args.posonlyargs.forEach(check);
    check(args.vararg);
    args.kwonlyargs.forEach(check);
    check(args.kwarg);
    checkOptional(c, s.returns);
  });
}

function checkClass(c: Checker, s: ast.ClassDef): void {
  checkExprs(c, s.decorator_list);
  inTypeParams(c, s, () => {
    inUnit(c, c.symbols.scopes.get(s)!, () => checkBody(c, s.body));
    checkKeywordNames(s.keywords);
    checkArguments(c, s.bases, s.keywords);
  });
}

function checkCompound(
  c: Checker,
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
    case 'If':
      checkExpr(c, s.test);
      checkStmts(c, s.body);
      checkStmts(c, s.orelse);
      return;
    case 'For':
      pushBlock(c, 'loop', s);
      checkExpr(c, s.iter);
      checkExpr(c, s.target);
      checkStmts(c, s.body);
      popBlock(c);
      checkStmts(c, s.orelse);
      return;
    case 'AsyncFor':
      checkExpr(c, s.iter);
      pushBlock(c, 'loop', s);
      checkExpr(c, s.target);
      checkStmts(c, s.body);
      popBlock(c);
      checkStmts(c, s.orelse);
      return;
    case 'While':
      pushBlock(c, 'loop', s);
      checkExpr(c, s.test);
      checkStmts(c, s.body);
      popBlock(c);
      checkStmts(c, s.orelse);
      return;
    case 'With':
    case 'AsyncWith':
      checkWith(c, s);
      return;
    case 'Match':
      checkMatch(c, s);
      return;
    case 'Try':
    case 'TryStar':
      if (s.finalbody.length > 0) checkTryFinally(c, s);
      else checkTryExcept(c, s);
  }
}

function checkWith(c: Checker, s: ast.With | ast.AsyncWith): void {
  for (const item of s.items) {
    checkExpr(c, item.context_expr);
    pushBlock(c, 'with', item.context_expr);
    checkOptional(c, item.optional_vars);
  }
  checkStmts(c, s.body);
  for (let i = 0; i < s.items.length; i++) popBlock(c);
}

function checkMatch(c: Checker, s: ast.Match): void {
  checkExpr(c, s.subject);
  s.cases.forEach((match, i) => {
    const isLast = i === s.cases.length - 1;
    if (!(isLast && i > 0 && isWildcard(match.pattern))) {
      checkPattern(c, match.pattern, isLast || match.guard !== null);
    }
    checkOptional(c, match.guard);
    checkStmts(c, match.body);
  });
}

function checkTryFinally(c: Checker, s: ast.Try | ast.TryStar): void {
  const { unit } = c;
  pushBlock(c, 'finally try', s, s.finalbody);
  if (s.handlers.length > 0) checkTryExcept(c, s);
  else checkStmts(c, s.body);
  popBlock(c);
  const outerDepth = unit.depth;
  const deferred = unit.deferred.length;
  unit.depth = unit.blocks.length;
  checkStmts(c, s.finalbody);
  // CPython compiles the block once more for the exceptional way out: its annotations are deferred twice, its warnings
  // are muted, and only the depth can make a difference.
  unit.deferred.push(...unit.deferred.slice(deferred));
  if (wouldOverflow(unit)) {
    c.muted++;
    pushBlock(c, 'finally end', noPosition);
    checkStmts(c, s.finalbody);
    popBlock(c);
    c.muted--;
  }
  unit.depth = Math.max(unit.depth + 1, outerDepth);
}

function checkTryExcept(c: Checker, s: ast.Try | ast.TryStar): void {
  pushBlock(c, 'try', s);
  checkStmts(c, s.body);
  popBlock(c);
  if (s.kind === 'Try') checkStmts(c, s.orelse);
  pushBlock(c, s.kind === 'Try' ? 'handler' : 'group handler', s);
  s.handlers.forEach((handler, i) => {
    if (s.kind === 'Try' && handler.type === null && i < s.handlers.length - 1) {
      throw syntaxError("default 'except:' must be last", handler);
    }
    checkOptional(c, handler.type);
    pushBlock(c, 'handler body', handler);
    checkStmts(c, handler.body);
    popBlock(c);
  });
  popBlock(c);
  if (s.kind === 'TryStar') checkStmts(c, s.orelse);
}
