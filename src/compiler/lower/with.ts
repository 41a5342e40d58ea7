import type * as ast from '../../syntax/ast.gen.ts';
import { assign, helper, none, temp, truth } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerAwaitable } from './generators.ts';
import { assignTarget } from './targets.ts';
import { catchException, handling, protect, reraise } from './try.ts';

/** with statements, from the outermost item in. */
export function lowerWith(fn: Lowering, s: ast.With | ast.AsyncWith): void {
  lowerWithItem(fn, s, 0);
}

function lowerWithItem(fn: Lowering, s: ast.With | ast.AsyncWith, index: number): void {
  const item = s.items[index];
  if (item === undefined) {
    fn.stmts(s.body);
    return;
  }
  const isAsync = s.kind === 'AsyncWith';
  const at = item.context_expr;
  const place = fn.place(at);
  const manager = fn.hold(fn.expr(item.context_expr));
  const exit = fn.hold(helper(isAsync ? 'findAsyncExit' : 'findExit', [manager], place));
  const entered = fn.invoke(isAsync ? 'enterAsync' : 'enter', [manager], place);
  const value = isAsync ? lowerAwaitable(fn, entered, at) : entered;
  const leave = (args: readonly Expr[]): Expr => {
    const result = fn.invoke('callExit', [exit, manager, ...args], place);
    return isAsync ? lowerAwaitable(fn, result, at) : result;
  };
  protect(
    fn,
    () => {
      if (item.optional_vars !== null) assignTarget(fn, item.optional_vars, value);
      lowerWithItem(fn, s, index + 1);
    },
    () => {
      leave([none]);
    },
    () => {
      const state = catchException(fn);
      const swallowed = fn.newTemp();
      handling(fn, state, () => {
        fn.emit(assign(swallowed, leave([state.exception])));
      });
      const before = fn.assigned;
      const again = fn.collect(() => reraise(fn, state.exception));
      fn.assigned = before;
      fn.emit({ t: 'if', test: truth(temp(swallowed), place), then: [], otherwise: again });
    },
  );
}
