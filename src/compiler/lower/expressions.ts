import type * as ast from '../../syntax/ast.gen.ts';
import {
  assign,
  binary,
  bool,
  compare,
  helper,
  none,
  not,
  predicate,
  temp,
  truth,
} from '../ir/build.ts';
import type { CompareName, Expr, Stmt, Test } from '../ir/ir.ts';
import { lowerCall } from './calls.ts';
import { lowerComprehension } from './comprehensions.ts';
import type { Lowering } from './context.ts';
import { binaryNames } from './operators.ts';
import { lowerGeneratorExpression, lowerLambda } from './functions.ts';
import { lowerAwait, lowerYield, lowerYieldFrom } from './generators.ts';
import { loadName, storeName } from './names.ts';
import { lowerJoinedStr, lowerTemplateStr } from './strings.ts';
import { lowerConstant, lowerDict, lowerDisplay, lowerSlice } from './displays.ts';

/** Expressions. CPython: Python/codegen.c, codegen_visit_expr */

const compareNames: Readonly<Partial<Record<ast.cmpop, CompareName>>> = {
  Eq: 'eq',
  NotEq: 'ne',
  Lt: 'lt',
  LtE: 'le',
  Gt: 'gt',
  GtE: 'ge',
};

export function lowerExpr(fn: Lowering, e: ast.expr): Expr {
  switch (e.kind) {
    case 'Constant':
      return lowerConstant(fn, e.value);
    case 'Name':
      return loadName(fn, e.id, e);
    case 'Attribute': {
      const obj = fn.expr(e.value);
      return { t: 'attr', obj, name: fn.scope.mangle(e.attr), place: fn.place(attributePlace(e)) };
    }
    case 'BinOp': {
      const [a, b] = fn.operands([e.left, e.right]);
      return binary(binaryNames[e.op], a!, b!, fn.place(e));
    }
    case 'UnaryOp':
      return lowerUnary(fn, e);
    case 'BoolOp':
      return lowerBoolOp(fn, e);
    case 'Compare':
      return lowerCompare(fn, e);
    case 'Call':
      return lowerCall(fn, e);
    case 'IfExp':
      return lowerIfExp(fn, e);
    case 'NamedExpr': {
      const value = fn.hold(fn.expr(e.value));
      storeName(fn, (e.target as ast.Name).id, value, e.target);
      return value;
    }
    case 'Subscript': {
      const [obj, key] = fn.sequence([() => fn.expr(e.value), () => lowerSlice(fn, e.slice)]);
      return { t: 'item', obj: obj!, key: key!, place: fn.place(e) };
    }
    case 'Slice':
      return lowerSlice(fn, e);
    case 'Tuple':
    case 'List':
    case 'Set':
      return lowerDisplay(fn, e);
    case 'Dict':
      return lowerDict(fn, e);
    case 'Lambda':
      return lowerLambda(fn, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return lowerComprehension(fn, e);
    case 'GeneratorExp':
      return lowerGeneratorExpression(fn, e);
    case 'Yield':
      return lowerYield(fn, e);
    case 'YieldFrom':
      return lowerYieldFrom(fn, e);
    case 'Await':
      return lowerAwait(fn, e);
    case 'JoinedStr':
    case 'FormattedValue':
      return lowerJoinedStr(fn, e);
    case 'TemplateStr':
    case 'Interpolation':
      return lowerTemplateStr(fn, e);
    case 'Starred':
      throw new Error('taipan: a starred expression in the wrong place passed the checks');
  }
}

/** A traceback points at the whole expression, from the last line of a chain of attributes. */
const attributePlace = (e: ast.Attribute): ast.Position => e;

function lowerUnary(fn: Lowering, e: ast.UnaryOp): Expr {
  if (e.op === 'Not') return bool(not(fn.test(e.operand)));
  if (e.op === 'USub' && e.operand.kind === 'Constant') {
    const folded = negated(e.operand.value);
    if (folded !== undefined) return lowerConstant(fn, folded);
  }
  const operand = fn.expr(e.operand);
  const name = e.op === 'USub' ? 'neg' : e.op === 'UAdd' ? 'pos' : 'invert';
  return helper(name, [operand], fn.place(e));
}

function negated(value: ast.ConstantValue): ast.ConstantValue | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (value.type === 'float') return { type: 'float', value: -value.value };
  if (value.type === 'int' && value.value !== 0) return { type: 'int', value: -value.value };
  return undefined;
}

function lowerBoolOp(fn: Lowering, e: ast.BoolOp): Expr {
  const result = fn.newTemp();
  lowerChain(fn, e, 0, result);
  return temp(result);
}
/** `a and b`: b is evaluated only where a is true. */
function lowerChain(fn: Lowering, e: ast.BoolOp, index: number, result: string): void {
  const value = e.values[index]!;
  fn.emit(assign(result, fn.expr(value)));
  if (index === e.values.length - 1) return;
  const test = truth(temp(result), fn.place(value));
  const before = fn.assigned;
  let after: Set<string> | null = before;
  const rest = fn.collect(() => {
    after = fn.branch(before, () => lowerChain(fn, e, index + 1, result));
  });
  fn.assigned = fn.join(before, after);
  fn.emit({ t: 'if', test: e.op === 'And' ? test : not(test), then: rest, otherwise: [] });
}

function lowerIfExp(fn: Lowering, e: ast.IfExp): Expr {
  const test = fn.test(e.test);
  const result = fn.newTemp();
  const before = fn.assigned;
  let after: Set<string> | null = null;
  let other: Set<string> | null = null;
  let a: Expr = none;
  let b: Expr = none;
  const then = fn.collect(() => {
    after = fn.branch(before, () => {
      a = fn.expr(e.body);
    });
  });
  const otherwise = fn.collect(() => {
    other = fn.branch(before, () => {
      b = fn.expr(e.orelse);
    });
  });
  fn.assigned = fn.join(after, other);
  if (then.length === 0 && otherwise.length === 0) {
    fn.temps.pop();
    return { t: 'cond', test, a, b };
  }
  fn.emit({
    t: 'if',
    test,
    then: [...then, assign(result, a)],
    otherwise: [...otherwise, assign(result, b)],
  });
  return temp(result);
}

/** The truth value of an expression, for if and while. */
export function lowerTest(fn: Lowering, e: ast.expr): Test {
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op === 'Not') return not(fn.test(e.operand));
      break;
    case 'BoolOp':
      return lowerTestChain(fn, e);
    case 'Compare':
      return truth(lowerCompare(fn, e), fn.place(e));
    case 'Constant': {
      const { value } = e;
      if (value === null || typeof value === 'boolean')
        return { t: 'jstest', text: String(value === true) };
      break;
    }
    default:
  }
  return truth(fn.expr(e), fn.place(e));
}

function lowerTestChain(fn: Lowering, e: ast.BoolOp): Test {
  const before = fn.assigned;
  const parts: { stmts: Test | null; extra: Stmt[] }[] = [];
  let simple = true;
  for (const value of e.values) {
    let test: Test | null = null;
    const extra = fn.collect(() => {
      test = fn.test(value);
    });
    if (parts.length > 0 && extra.length > 0) simple = false;
    parts.push({ stmts: test, extra });
    if (!simple) break;
  }
  if (simple) {
    const first = parts[0]!;
    for (const s of first.extra) fn.emit(s);
    return parts
      .map(part => part.stmts!)
      .reduce((a, b) => ({ t: e.op === 'And' ? 'and' : 'or', a, b }));
  }
  fn.assigned = before;
  return truth(lowerBoolOp(fn, e), fn.place(e));
}

function lowerCompare(fn: Lowering, e: ast.Compare): Expr {
  if (e.ops.length === 1) {
    const [a, b] = fn.operands([e.left, e.comparators[0]!]);
    return comparison(fn, e.ops[0]!, a!, b!, e);
  }
  return lowerCompareChain(fn, e);
}

function comparison(fn: Lowering, op: ast.cmpop, a: Expr, b: Expr, at: ast.Position): Expr {
  const place = fn.place(at);
  switch (op) {
    case 'Is':
      return bool(identical(a, b));
    case 'IsNot':
      return bool(not(identical(a, b)));
    case 'In':
      return bool(predicate('contains', [b, a], place));
    case 'NotIn':
      return bool(not(predicate('contains', [b, a], place)));
    default:
      return compare(compareNames[op]!, a, b, place);
  }
}
const identical = (a: Expr, b: Expr): Test =>
  a.t === 'js' || b.t === 'js' ? { t: 'same', a, b } : predicate('isSame', [a, b], 0);

/** `a < b < c`: b is evaluated once, c only where the first comparison holds. */
function lowerCompareChain(fn: Lowering, e: ast.Compare): Expr {
  const result = fn.newTemp();
  const before = fn.assigned;
  const step = (index: number, left: Expr): void => {
    const isLast = index === e.ops.length - 1;
    const [a, right] = fn.sequence([() => left, () => fn.expr(e.comparators[index]!)]);
    const kept = isLast ? right! : fn.hold(right!);
    fn.emit(assign(result, comparison(fn, e.ops[index]!, a!, kept, e)));
    if (isLast) return;
    const rest = fn.collect(() => step(index + 1, kept));
    fn.emit({ t: 'if', test: truth(temp(result), fn.place(e)), then: rest, otherwise: [] });
  };
  step(0, fn.hold(fn.expr(e.left)));
  fn.assigned =
    before === null ? null : new Set([...before].filter(name => fn.assigned?.has(name)));
  return temp(result);
}
