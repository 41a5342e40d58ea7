import type * as ast from '../../syntax/ast.gen.ts';
import { effect, helper, js, none } from '../ir/build.ts';
import type { FunctionBody } from '../ir/ir.ts';
import type { SymbolTable } from '../symbols/symbols.ts';
import { cleaned, docstring, storeAnnotations } from './classes.ts';
import { Lowering, type Visitors } from './context.ts';
import { lowerConstant } from './displays.ts';
import { Environment } from './environment.ts';
import { lowerExpr, lowerTest } from './expressions.ts';
import { storeName } from './names.ts';
import { lowerStmt } from './statements.ts';
import { Unit, type UnitOptions } from './unit.ts';

/** A module lowered, with the constants that its text declares. */
export interface LoweredUnit {
  readonly unit: Unit;
  readonly body: FunctionBody;
}

const visitors: Visitors = { expr: lowerExpr, test: lowerTest, stmt: lowerStmt };

/** Lowers a module, an interactive statement or an expression to be evaluated. */
export function lower(
  tree: ast.Module | ast.Interactive | ast.Expression,
  table: SymbolTable,
  options: UnitOptions,
): LoweredUnit {
  const unit = new Unit(table, options);
  const record = {
    name: '<module>',
    qualname: '<module>',
    line: 1,
    flags: 0,
    argcount: 0,
    posonly: 0,
    kwonly: 0,
    varnames: [],
    cellvars: [],
    freevars: [],
    names: [],
    doc: null,
  };
  const env = new Environment(table.top, null, false);
  const fn = new Lowering(unit, null, visitors, 'module', record, env, true);
  if (tree.kind === 'Expression') fn.emit({ t: 'return', value: fn.expr(tree.body) });
  else {
    lowerBody(fn, tree);
    if (fn.assigned !== null) fn.emit({ t: 'return', value: none });
  }
  return { unit, body: fn.finish([]) };
}

function lowerBody(fn: Lowering, tree: ast.Module | ast.Interactive): void {
  let { body } = tree;
  const doc = tree.kind === 'Module' ? docstring(body) : null;
  const at = body[0];
  if (at === undefined) return;
  if (doc !== null) {
    body = body.slice(1);
    const value = fn.unit.options.optimize < 2 ? lowerConstant(fn, cleaned(doc)) : none;
    storeName(fn, '__doc__', value, at);
  }
  if (fn.scope.hasConditionalAnnotations)
    fn.emit(effect(helper('conditionalAnnotations', [js('$G')], fn.place(at))));
  fn.stmts(body);
  storeAnnotations(fn, at, '__annotate__');
}
