import type * as ast from '../../syntax/ast.gen.ts';
import { assign, breakTo, helper, isUndefined, js, none, temp } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';

/** Where a frame stops: yield, `yield from` and await. CPython: Python/codegen.c, codegen_add_yield_from */

export function lowerYield(fn: Lowering, e: ast.Yield): Expr {
  const value = e.value === null ? none : fn.expr(e.value);
  return lowerYielded(fn, value, e);
}

export function lowerYielded(fn: Lowering, value: Expr, at: ast.Position): Expr {
  const place = fn.place(at);
  const given = fn.form === 'asyncGenerator' ? helper('asyncYield', [value], 0) : value;
  return fn.suspend({ t: 'yield', value: given, raw: false, place });
}

export function lowerYieldFrom(fn: Lowering, e: ast.YieldFrom): Expr {
  return delegate(fn, helper('delegateTo', [fn.expr(e.value)], fn.place(e)), e);
}

export function lowerAwait(fn: Lowering, e: ast.Await): Expr {
  return lowerAwaitable(fn, fn.expr(e.value), e);
}

/** `await value` */
export function lowerAwaitable(fn: Lowering, value: Expr, at: ast.Position): Expr {
  return delegate(fn, helper('awaitable', [value], fn.place(at)), at);
}

/**
 * Hands on what the frame is resumed with to an iterator until that is exhausted, and what the iterator yields to who resumes. Each
 * value sent is handed on once.
 */
function delegate(fn: Lowering, iterator: Expr, at: ast.Position): Expr {
  const place = fn.place(at);
  const target = fn.hold(iterator);
  const mode = fn.newTemp();
  const value = fn.newTemp();
  fn.emit(assign(mode, js('0')));
  fn.emit(assign(value, none));
  const done = fn.label('done');
  const loop = fn.label('delegate');
  const body = fn.collect(() => {
    const args = [js('$g'), target, temp(mode), temp(value)];
    const item = fn.invoke('delegateStep', args, place);
    fn.emit({ t: 'if', test: isUndefined(item), then: [breakTo(done)], otherwise: [] });
    fn.emit({
      t: 'suspend',
      target: null,
      value: { t: 'yield', value: item, raw: true, place },
    });
    fn.emit(assign(mode, js('$mode')));
    fn.emit(assign(value, js('$value')));
  });
  fn.emit({ t: 'block', label: done, body: [{ t: 'loop', label: loop, body }] });
  return fn.hold(helper('takeResult', [js('$g')], 0));
}
