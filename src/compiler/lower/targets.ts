import type * as ast from '../../syntax/ast.gen.ts';
import { effect, helper, js, number, quoted } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerSlice } from './displays.ts';
import { deleteName, storeName } from './names.ts';

/** Assignment to, and deletion of, targets. */

export function assignTarget(fn: Lowering, target: ast.expr, value: Expr): void {
  switch (target.kind) {
    case 'Name':
      storeName(fn, target.id, value, target);
      return;
    case 'Attribute': {
      const kept = fn.keep(value);
      const obj = fn.expr(target.value);
      fn.emit({
        t: 'setAttr',
        obj,
        name: fn.scope.mangle(target.attr),
        value: kept,
        place: fn.place(target),
      });
      return;
    }
    case 'Subscript': {
      const kept = fn.keep(value);
      const [obj, key] = fn.sequence([
        () => fn.expr(target.value),
        () => lowerSlice(fn, target.slice),
      ]);
      fn.emit(effect(helper('setItem', [obj!, key!, kept], fn.place(target))));
      return;
    }
    case 'Tuple':
    case 'List':
      unpackTarget(fn, target, value);
      return;
    case 'Starred':
      assignTarget(fn, target.value, value);
      return;
    default:
      throw new Error(`taipan: ${target.kind} is no target`);
  }
}

function unpackTarget(fn: Lowering, target: ast.Tuple | ast.List, value: Expr): void {
  const { elts } = target;
  const star = elts.findIndex(elt => elt.kind === 'Starred');
  const place = fn.place(target);
  const items = fn.hold(
    star === -1
      ? helper('unpack', [value, number(elts.length)], place)
      : helper('unpackStarred', [value, number(star), number(elts.length - star - 1)], place),
  );
  elts.forEach((elt, i) => assignTarget(fn, elt, itemOf(items, i)));
}
const itemOf = (items: Expr, index: number): Expr =>
  js(`${items.t === 'var' ? items.name : ''}[${index}]`);

export function deleteTarget(fn: Lowering, target: ast.expr): void {
  const place = fn.place(target);
  switch (target.kind) {
    case 'Name':
      deleteName(fn, target.id, target);
      return;
    case 'Attribute':
      fn.emit(
        effect(
          helper('delAttr', [fn.expr(target.value), quoted(fn.scope.mangle(target.attr))], place),
        ),
      );
      return;
    case 'Subscript': {
      const [obj, key] = fn.sequence([
        () => fn.expr(target.value),
        () => lowerSlice(fn, target.slice),
      ]);
      fn.emit(effect(helper('delItem', [obj!, key!], place)));
      return;
    }
    case 'Tuple':
    case 'List':
      for (const elt of target.elts) deleteTarget(fn, elt);
      return;
    default:
      throw new Error(`taipan: ${target.kind} cannot be deleted`);
  }
}
