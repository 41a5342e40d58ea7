import type * as ast from '../../syntax/ast.gen.ts';
import { array, effect, helper } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerYielded } from './generators.ts';
import { nextItem } from './loops.ts';
import { assignTarget } from './targets.ts';

/** List, set and dict comprehensions run inside the frame around them (PEP 709); their variables are their own. */

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp;

export function lowerComprehension(fn: Lowering, e: Comprehension): Expr {
  const scope = fn.unit.table.scopes.get(e)!;
  const place = fn.place(e);
  // The outermost iterable is evaluated outside the comprehension's scope.
  const first = iterable(fn, e.generators[0]!);
  const result = fn.hold(
    e.kind === 'ListComp'
      ? array([])
      : helper(e.kind === 'SetComp' ? 'set' : 'dict', [array([])], place),
  );
  const before = fn.assigned;
  fn.within(scope, () => {
    declareVariables(fn);
    runLoops(fn, e.generators, 0, first, () => {
      if (e.kind === 'DictComp') {
        const [key, value] = fn.operands([e.key, e.value]);
        fn.emit(effect(helper('setDictItem', [result, key!, value!], fn.place(e))));
      } else {
        const item = fn.expr(e.elt);
        const name = e.kind === 'ListComp' ? 'push' : 'addToSet';
        fn.emit(effect(helper(name, [result, item], e.kind === 'ListComp' ? 0 : place)));
      }
    });
  });
  fn.assigned = before;
  return e.kind === 'ListComp' ? fn.hold(helper('list', [result], 0)) : result;
}

/** The variables of a comprehension, under names that no other variable of the function has. */
function declareVariables(fn: Lowering): void {
  const { scope } = fn;
  for (const [name, symbol] of scope.symbols) {
    const isOwn = symbol.scope === 'local' || symbol.scope === 'cell';
    if (!isOwn || name.startsWith('.')) continue;
    const variable = fn.declare(name, true);
    if (symbol.scope === 'cell') fn.unstable.add(variable);
  }
}

function iterable(fn: Lowering, generator: ast.comprehension): Expr {
  const helperName = generator.is_async ? 'asyncIterator' : 'iteration';
  return fn.hold(helper(helperName, [fn.expr(generator.iter)], fn.place(generator.iter)));
}

export function runLoops(
  fn: Lowering,
  generators: readonly ast.comprehension[],
  index: number,
  items: Expr,
  action: () => void,
): void {
  const generator = generators[index]!;
  const end = fn.label('end');
  const loop = fn.label('for');
  const before = fn.assigned;
  const body = fn.collect(() => {
    const item = nextItem(fn, items, end, generator.iter, generator.is_async !== 0);
    assignTarget(fn, generator.target, item);
    for (const condition of generator.ifs) {
      const test = fn.test(condition);
      fn.emit({ t: 'if', test, then: [], otherwise: [{ t: 'continue', label: loop }] });
    }
    if (index + 1 === generators.length) action();
    else {
      const inner = iterable(fn, generators[index + 1]!);
      runLoops(fn, generators, index + 1, inner, action);
    }
  });
  fn.assigned = before;
  fn.emit({ t: 'block', label: end, body: [{ t: 'loop', label: loop, body }] });
}

/** The body of a generator expression's own function. */
export function lowerGeneratorBody(fn: Lowering, e: ast.GeneratorExp, first: Expr): void {
  const items = first;
  runLoops(fn, e.generators, 0, items, () => {
    lowerYielded(fn, fn.expr(e.elt), e);
  });
}
