import type * as ast from '../../syntax/ast.gen.ts';
import { assign, breakTo, effect, helper, isUndefined, not, temp, truth } from '../ir/build.ts';
import type { Expr, Stmt } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { assignTarget } from './targets.ts';
import { lowerAwaitable } from './generators.ts';

/** `for`, `while`, and the loops of comprehensions. */

export function lowerWhile(fn: Lowering, s: ast.While): void {
  const breakLabel = fn.label('end');
  const loopLabel = fn.label('while');
  const before = fn.assigned;
  const always = s.test.kind === 'Constant' && isTrueConstant(s.test.value);
  let broken: Set<string> | null = null;
  let after: Set<string> | null = null;
  const body = fn.collect(() => {
    fn.assigned = before === null ? null : new Set(before);
    let exit: Stmt | null = null;
    if (!always) {
      const test = fn.test(s.test);
      exit = { t: 'if', test: not(test), then: [], otherwise: [] };
      after = fn.assigned === null ? null : new Set(fn.assigned);
    }
    const mark = fn.out.length;
    const breaks = trackBreaks(fn, breakLabel, loopLabel, () => fn.stmts(s.body));
    broken = breaks;
    if (exit !== null) {
      const orelse = s.orelse.length === 0 ? [breakTo(breakLabel)] : [breakTo(`${breakLabel}e`)];
      fn.out.splice(mark, 0, { ...exit, then: orelse } as Stmt);
    }
  });
  const loop: Stmt = { t: 'loop', label: loopLabel, body };
  emitLoop(fn, loop, breakLabel, s.orelse, always ? null : after, broken);
}

const isTrueConstant = (value: ast.ConstantValue): boolean =>
  value === true ||
  (typeof value === 'object' && value !== null && value.type === 'int' && value.value !== 0);

/** Runs the body of a loop; gives what is assigned wherever it breaks: what was before the loop, at the least. */
function trackBreaks(
  fn: Lowering,
  breakLabel: string,
  continueLabel: string,
  action: () => void,
): Set<string> | null {
  const before = fn.assigned;
  fn.cleanups.push({ t: 'loop', breakLabel, continueLabel });
  action();
  fn.cleanups.pop();
  return before;
}

/** A loop, behind it what `else` says, behind that the target of its breaks. */
function emitLoop(
  fn: Lowering,
  loop: Stmt,
  breakLabel: string,
  orelse: readonly ast.stmt[],
  after: Set<string> | null,
  broken: Set<string> | null,
): void {
  fn.assigned = after;
  if (orelse.length === 0) {
    fn.emit({ t: 'block', label: breakLabel, body: [loop] });
    fn.assigned = containsBreak(loop, breakLabel) ? fn.join(after, broken) : after;
    return;
  }
  const rest = fn.collect(() => fn.stmts(orelse));
  const isBroken = containsBreak(loop, breakLabel);
  fn.assigned = isBroken ? fn.join(fn.assigned, broken) : fn.assigned;
  fn.emit({
    t: 'block',
    label: breakLabel,
    body: [{ t: 'block', label: `${breakLabel}e`, body: [loop] }, ...rest],
  });
}

function containsBreak(s: Stmt, label: string): boolean {
  switch (s.t) {
    case 'break':
      return s.label === label;
    case 'if':
      return [...s.then, ...s.otherwise].some(each => containsBreak(each, label));
    case 'loop':
    case 'block':
      return s.body.some(each => containsBreak(each, label));
    case 'try':
      return [...s.body, ...s.handler].some(each => containsBreak(each, label));
    default:
      return false;
  }
}

export function lowerFor(fn: Lowering, s: ast.For | ast.AsyncFor): void {
  const breakLabel = fn.label('end');
  const loopLabel = fn.label('for');
  const items =
    s.kind === 'For'
      ? fn.hold(helper('iteration', [fn.expr(s.iter)], fn.place(s.iter)))
      : fn.hold(helper('asyncIterator', [fn.expr(s.iter)], fn.place(s.iter)));
  const before = fn.assigned;
  let broken: Set<string> | null = before;
  const body = fn.collect(() => {
    fn.assigned = before === null ? null : new Set(before);
    const exit = s.orelse.length === 0 ? breakLabel : `${breakLabel}e`;
    const item = nextItem(fn, items, exit, s.iter, s.kind === 'AsyncFor');
    broken = fn.assigned;
    assignTarget(fn, s.target, item);
    trackBreaks(fn, breakLabel, loopLabel, () => fn.stmts(s.body));
  });
  emitLoop(fn, { t: 'loop', label: loopLabel, body }, breakLabel, s.orelse, before, broken);
}

/** The next item of a loop; jumps where there is none. */
export function nextItem(
  fn: Lowering,
  items: Expr,
  exit: string,
  at: ast.Position,
  isAsync: boolean,
): Expr {
  if (!isAsync) {
    const item = fn.suspend({ t: 'next', iteration: items, place: fn.place(at) });
    fn.emit({ t: 'if', test: isUndefined(item), then: [breakTo(exit)], otherwise: [] });
    return item;
  }
  // `await iterator.__anext__()`, where StopAsyncIteration ends the loop.
  const result = fn.newTemp();
  const body = fn.collect(() => {
    const awaitable = fn.hold(helper('asyncNext', [items], fn.place(at)));
    fn.emit(assign(result, lowerAwaitable(fn, awaitable, at)));
  });
  const handler = fn.collect(() => {
    fn.emit(effect(helper('endAsyncFor', [], fn.place(at))));
    fn.emit(breakTo(exit));
  });
  fn.emit({ t: 'try', body, handler });
  return temp(result);
}

export function lowerIf(fn: Lowering, s: ast.If): void {
  const test = fn.test(s.test);
  const before = fn.assigned;
  let after: Set<string> | null = null;
  let other: Set<string> | null = before;
  const then = fn.collect(() => {
    after = fn.branch(before, () => fn.stmts(s.body));
  });
  const otherwise = fn.collect(() => {
    other = fn.branch(before, () => fn.stmts(s.orelse));
  });
  fn.assigned = fn.join(after, other);
  fn.emit({ t: 'if', test, then, otherwise });
}

/** The truth of a kept value. */
export const truthOf = (fn: Lowering, value: Expr, at: ast.Position) => truth(value, fn.place(at));
