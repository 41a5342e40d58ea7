import type * as ast from '../../syntax/ast.gen.ts';
import { array, helper, js, none } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { constantText, quote } from './unit.ts';

/** Constants, slices and the displays of tuples, lists, sets and dicts. */

export function lowerConstant(fn: Lowering, value: ast.ConstantValue): Expr {
  const { text, inline, kind } = constantText(value);
  if (inline) return js(text, kind);
  const constant = fn.unit.constant(text);
  return constant.t === 'js' ? js(constant.text, kind) : constant;
}

export function lowerSlice(fn: Lowering, e: ast.expr): Expr {
  if (e.kind !== 'Slice') return fn.expr(e);
  const parts = fn.sequence(
    [e.lower, e.upper, e.step].map(part => () => (part === null ? none : fn.expr(part))),
  );
  return helper('slice', parts, 0);
}
/** Whether all items are constants, so that one tuple serves for all. */
function constantItems(fn: Lowering, elts: readonly ast.expr[]): string[] | null {
  const texts: string[] = [];
  for (const elt of elts) {
    if (elt.kind === 'Constant') {
      const value = lowerConstant(fn, elt.value);
      if (value.t !== 'js') return null;
      texts.push(value.text);
    } else if (elt.kind === 'Tuple') {
      const inner = constantItems(fn, elt.elts);
      if (inner === null) return null;
      const value = fn.unit.constant(`$tuple([${inner.join(', ')}])`);
      texts.push(value.t === 'js' ? value.text : '');
    } else return null;
  }
  return texts;
}

export function lowerDisplay(fn: Lowering, e: ast.Tuple | ast.List | ast.Set): Expr {
  const name = e.kind === 'Tuple' ? 'tuple' : e.kind === 'List' ? 'list' : 'set';
  const place = e.kind === 'Set' ? fn.place(e) : 0;
  if (!e.elts.some(elt => elt.kind === 'Starred')) {
    const texts = e.kind === 'Tuple' ? constantItems(fn, e.elts) : null;
    if (texts !== null) return fn.unit.constant(`$tuple([${texts.join(', ')}])`);
    return helper(name, [array(fn.operands(e.elts))], place);
  }
  return helper(name, [lowerStarredItems(fn, e.elts)], place);
}

/** A JavaScript array of items, those of starred expressions spread. */
export function lowerStarredItems(fn: Lowering, elts: readonly ast.expr[]): Expr {
  const items = fn.hold(array([]));
  for (const elt of elts) {
    if (elt.kind === 'Starred') {
      const value = fn.expr(elt.value);
      fn.emit({ t: 'effect', value: helper('extend', [items, value], fn.place(elt.value)) });
    } else fn.emit({ t: 'effect', value: helper('push', [items, fn.expr(elt)], 0) });
  }
  return items;
}

export function lowerDict(fn: Lowering, e: ast.Dict): Expr {
  const place = fn.place(e);
  if (!e.keys.includes(null)) {
    const parts = e.keys.flatMap((key, i) => [key!, e.values[i]!]);
    return helper('dict', [array(fn.operands(parts))], place);
  }
  const dict = fn.hold(helper('dict', [array([])], 0));
  e.keys.forEach((key, i) => {
    const value = e.values[i]!;
    if (key === null) {
      fn.emit({
        t: 'effect',
        value: helper('updateDict', [dict, fn.expr(value)], fn.place(value)),
      });
    } else {
      const [k, v] = fn.operands([key, value]);
      fn.emit({ t: 'effect', value: helper('setDictItem', [dict, k!, v!], fn.place(e)) });
    }
  });
  return dict;
}

/** JavaScript text for a list of names. */
export const namesArray = (fn: Lowering, names: readonly string[]): Expr =>
  fn.unit.constant(`[${names.map(quote).join(', ')}]`);
