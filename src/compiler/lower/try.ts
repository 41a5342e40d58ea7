import type * as ast from '../../syntax/ast.gen.ts';
import { assign, breakTo, effect, helper, js, none, predicate, temp, undef } from '../ir/build.ts';
import { KEEP_PLACE, type Expr, type Stmt } from '../ir/ir.ts';
import { ExitTable, type Lowering } from './context.ts';
import { storeName } from './names.ts';

/** try, except, except* and finally. CPython: Python/codegen.c, codegen_try */

export function lowerTry(fn: Lowering, s: ast.Try | ast.TryStar): void {
  if (s.finalbody.length === 0) {
    lowerExcept(fn, s);
    return;
  }
  protect(
    fn,
    () => {
      if (s.handlers.length === 0) fn.stmts(s.body);
      else lowerExcept(fn, s);
    },
    () => fn.stmts(s.finalbody),
    () => {
      const state = catchException(fn);
      handling(fn, state, () => fn.stmts(s.finalbody));
      if (fn.assigned !== null) reraise(fn, state.exception);
    },
  );
}

/**
 * A protected region: `cleanup` runs, unprotected, on every way out but by an exception, for which `onRaise` is there. The statements after are reached only
 * from the normal end.
 */
export function protect(
  fn: Lowering,
  body: () => void,
  cleanup: () => void,
  onRaise: () => void,
): void {
  const exits = new ExitTable();
  const end = fn.label('after');
  const before = fn.assigned;
  let after: Set<string> | null = null;
  const guarded = fn.collect(() => {
    fn.cleanups.push({ t: 'exits', exits });
    body();
    fn.cleanups.pop();
    after = fn.assigned;
    if (after !== null) fn.emit(breakTo(end));
  });
  // Where the exception is not raised again, control goes on behind the clean-up, which has been done.
  const done = fn.label('done');
  let swallowed: Set<string> | null = null;
  const handler = fn.collect(() => {
    fn.assigned = before === null ? null : new Set(before);
    onRaise();
    swallowed = fn.assigned;
    if (swallowed !== null) fn.emit(breakTo(done));
  });
  // Inside out: the region, then each way out with its clean-up, then the normal end.
  let region: Stmt[] = [{ t: 'try', body: guarded, handler }];
  for (const { label, resume } of exits.exits) {
    const leaving = fn.collect(() => {
      fn.assigned = before === null ? null : new Set(before);
      cleanup();
      if (fn.assigned !== null) resume();
    });
    region = [{ t: 'block', label, body: region }, ...leaving];
  }
  const rest = fn.collect(() => {
    fn.assigned = after;
    if (after !== null) cleanup();
    after = fn.assigned;
  });
  fn.emit({ t: 'block', label: done, body: [{ t: 'block', label: end, body: region }, ...rest] });
  fn.assigned = fn.join(after, swallowed);
}

/** What a handler knows: the exception, and the one that was being handled before. */
export interface HandlerState {
  readonly exception: Expr;
  readonly previous: Expr;
}

/** The start of a handler: takes the pending exception, which is being handled from then on. */
export function catchException(fn: Lowering): HandlerState {
  const exception = fn.hold(helper('handle', [js(fn.record.variable), js('$G'), js('$p')], 0));
  const previous = fn.hold(helper('enterHandler', [exception], 0));
  return { exception, previous };
}

/** Runs statements while the exception is being handled; whichever way they end, it no longer is. */
export function handling(fn: Lowering, state: HandlerState, action: () => void): void {
  const exit = (): Stmt => effect(helper('exitHandler', [state.previous], 0));
  const body = fn.collect(() => {
    fn.cleanups.push({ t: 'action', action: () => fn.emit(exit()) });
    action();
    fn.cleanups.pop();
  });
  const handler: Stmt[] = [exit(), { t: 'raise', place: KEEP_PLACE }];
  fn.emit({ t: 'try', body, handler });
  if (fn.assigned !== null) fn.emit(exit());
}

/** Raises an exception again, without another entry for this frame. */
export function reraise(fn: Lowering, exception: Expr): void {
  fn.emit(effect(helper('pend', [exception], 0)));
  fn.emit({ t: 'raise', place: 0 });
  fn.assigned = null;
}

function lowerExcept(fn: Lowering, s: ast.Try | ast.TryStar): void {
  const end = fn.label('done');
  const before = fn.assigned;
  const states: (Set<string> | null)[] = [];
  const otherwise = fn.label('else');
  const body = fn.collect(() => {
    fn.stmts(s.body);
    // What the body assigned holds in the else clause only.
    states.push(fn.assigned);
    if (fn.assigned !== null) fn.emit(breakTo(otherwise));
  });
  const handler = fn.collect(() => {
    fn.assigned = before === null ? null : new Set(before);
    const state = catchException(fn);
    if (s.kind === 'TryStar') lowerStarHandlers(fn, s, state);
    else lowerHandlers(fn, s, state);
    states.push(fn.assigned);
    if (fn.assigned !== null) fn.emit(breakTo(end));
  });
  const rest = fn.collect(() => {
    fn.assigned = states[0] ?? null;
    if (fn.assigned !== null) fn.stmts(s.orelse);
    states[0] = fn.assigned;
  });
  fn.emit({
    t: 'block',
    label: end,
    body: [{ t: 'block', label: otherwise, body: [{ t: 'try', body, handler }] }, ...rest],
  });
  fn.assigned = fn.join(states[0] ?? null, states[1] ?? null);
}

function lowerHandlers(fn: Lowering, s: ast.Try, state: HandlerState): void {
  const states: (Set<string> | null)[] = [];
  handling(fn, state, () => {
    const before = fn.assigned;
    const chain = (index: number): void => {
      const clause = s.handlers[index];
      if (clause === undefined) {
        reraise(fn, state.exception);
        return;
      }
      if (clause.type === null) {
        lowerClause(fn, clause, state.exception);
        states.push(fn.assigned);
        return;
      }
      const type = fn.expr(clause.type);
      const test = predicate('matchesException', [state.exception, type], fn.place(clause.type));
      const then = fn.collect(() => {
        fn.assigned = before === null ? null : new Set(before);
        lowerClause(fn, clause, state.exception);
        states.push(fn.assigned);
      });
      const otherwise = fn.collect(() => {
        fn.assigned = before === null ? null : new Set(before);
        chain(index + 1);
      });
      fn.emit({ t: 'if', test, then, otherwise });
    };
    chain(0);
    fn.assigned = states.reduce((a, b) => fn.join(a, b), null);
  });
}

/** `except T as name:` — the name is unbound behind the clause. */
function lowerClause(fn: Lowering, clause: ast.ExceptHandler, exception: Expr): void {
  const { name } = clause;
  if (name === null) {
    fn.stmts(clause.body);
    return;
  }
  storeName(fn, name, exception, clause);
  const unbind = (): void => unbindName(fn, name, clause);
  const body = fn.collect(() => {
    fn.cleanups.push({ t: 'action', action: unbind });
    fn.stmts(clause.body);
    fn.cleanups.pop();
  });
  const after = fn.assigned;
  const handler = fn.collect(() => {
    unbind();
    fn.emit({ t: 'raise', place: KEEP_PLACE });
  });
  fn.emit({ t: 'try', body, handler });
  fn.assigned = after;
  if (after !== null) unbind();
}

function unbindName(fn: Lowering, name: string, at: ast.Position): void {
  const binding = fn.resolve(name);
  if (binding.t === 'variable') fn.emit(assign(binding.name, undef));
  else if (binding.t === 'global')
    fn.emit(effect(helper('unbindGlobal', [js('$G'), js(JSON.stringify(binding.name))], 0)));
  else
    fn.emit(
      effect(helper('unbindName', [js('$L'), js(JSON.stringify(binding.name))], fn.place(at))),
    );
}

/** `except*`: each clause takes its part of the group; what is left, and what the clauses raised, is raised again. */
function lowerStarHandlers(fn: Lowering, s: ast.TryStar, state: HandlerState): void {
  const raised = fn.hold(js('[]'));
  const list = fn.newTemp();
  fn.emit(assign(list, raised));
  const rest = fn.newTemp();
  fn.emit(assign(rest, state.exception));
  const before = fn.assigned;
  for (const clause of s.handlers) {
    const match = fn.newTemp();
    const attempt = fn.collect(() => {
      const type = fn.expr(clause.type!);
      const pair = fn.hold(helper('matchGroup', [temp(rest), type], fn.place(clause.type!)));
      const pairName = pair.t === 'var' ? pair.name : '';
      fn.emit(assign(match, js(`${pairName}[0]`)));
      fn.emit(assign(rest, js(`${pairName}[1]`)));
      const body = fn.collect(() => {
        fn.emit(effect(helper('enterHandler', [temp(match)], 0)));
        lowerClause(fn, clause, temp(match));
      });
      fn.emit({
        t: 'if',
        test: { t: 'jstest', text: `${match} !== null` },
        then: body,
        otherwise: [],
      });
    });
    const failed = fn.collect(() => {
      const error = fn.hold(helper('handle', [js(fn.record.variable), js('$G'), js('$p')], 0));
      fn.emit(effect(helper('push', [temp(list), error], 0)));
    });
    fn.assigned = before;
    fn.emit({ t: 'try', body: attempt, handler: failed });
  }
  fn.emit(effect(helper('exitHandler', [state.previous], 0)));
  const final = fn.hold(helper('combineGroups', [state.exception, temp(rest), temp(list)], 0));
  fn.emit({
    t: 'if',
    test: { t: 'not', test: { t: 'same', a: final, b: none } },
    then: [effect(helper('pend', [final], 0)), { t: 'raise', place: 0 }],
    otherwise: [],
  });
}
