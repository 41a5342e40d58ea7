import type * as ast from '../../syntax/ast.gen.ts';
import { array, helper, js, none, quoted } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Scope } from '../symbols/scope.ts';
import { Lowering } from './context.ts';
import { Environment } from './environment.ts';

/** Type parameters (PEP 695, 696): a block around the generic function, class or alias that holds them. CPython: Python/codegen.c, codegen_type_params */

/** Runs `make` inside the block of the type parameters, where there are any, and gives the value made. */
export function withTypeParameters(
  fn: Lowering,
  owner: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias,
  name: string,
  params: readonly ast.type_param[],
  _defaults: unknown,
  make: (inner: Lowering, params: Expr | null) => Expr,
): Expr {
  if (params.length === 0) return make(fn, null);
  const scope = fn.unit.table.typeParameterScopes.get(owner)!;
  const inner = block(fn, scope, `<generic parameters of ${name}>`, owner);
  const items = params.map(param => lowerTypeParameter(inner, param));
  const tuple = inner.hold(helper('tuple', [array(items)], 0));
  const parameters = scope.symbols.has('.type_params') ? inner.declare('.type_params') : null;
  if (parameters !== null) inner.emit({ t: 'let', target: parameters, value: tuple });
  const made = inner.hold(make(inner, tuple));
  if (owner.kind !== 'TypeAlias' && owner.kind !== 'ClassDef')
    inner.emit({ t: 'effect', value: helper('setTypeParams', [made, tuple], 0) });
  inner.emit({ t: 'return', value: made });
  const body = inner.finish([]);
  return fn.invoke('run', [{ t: 'function', body }], fn.place(owner));
}

function block(fn: Lowering, scope: Scope, name: string, at: ast.Position): Lowering {
  const outer = fn.form === 'module' && fn.scope.type === 'module' ? '' : `${fn.record.qualname}.`;
  const record = {
    name,
    // Functions inside are named as if the block were not there.
    qualname: `${outer}${name}`,
    line: at.lineno,
    flags: 3 | (scope.nested ? 16 : 0),
    argcount: 0,
    posonly: 0,
    kwonly: 0,
    varnames: [],
    cellvars: scope.cellNames(),
    freevars: scope.freeNames(),
    names: [],
    doc: null,
  };
  const env = new Environment(scope, fn.env, true);
  const inner = new Lowering(fn.unit, fn, fn.visitors, 'function', record, env, true);
  return inner;
}

function lowerTypeParameter(fn: Lowering, param: ast.type_param): Expr {
  const { scopes, defaultScopes } = fn.unit.table;
  const bound =
    param.kind === 'TypeVar' && param.bound !== null
      ? lazy(fn, scopes.get(param)!, param.name, param.bound)
      : none;
  const isConstraints = param.kind === 'TypeVar' && param.bound?.kind === 'Tuple';
  const fallback =
    param.default_value === null
      ? none
      : lazy(fn, defaultScopes.get(param)!, param.name, param.default_value);
  const made = fn.hold(
    helper(
      'typeParameter',
      [quoted(param.kind), quoted(param.name), bound, js(String(isConstraints)), fallback],
      fn.place(param),
    ),
  );
  const variable = fn.declare(fn.scope.mangle(param.name));
  fn.emit({ t: 'let', target: variable, value: made });
  fn.assigned?.add(variable);
  return made;
}

/** A function that evaluates an expression when asked: a bound, a default, the value of an alias. */
export function lazy(fn: Lowering, scope: Scope, name: string, e: ast.expr): Expr {
  const inner = block(fn, scope, name, e);
  inner.emit({
    t: 'effect',
    value: helper('checkAnnotationFormat', [js('$format')], inner.place(e)),
  });
  const value =
    e.kind === 'Starred'
      ? helper('unpackOne', [inner.expr(e.value)], inner.place(e))
      : inner.expr(e);
  inner.emit({ t: 'return', value });
  const body = inner.finish(['$format']);
  const record = { ...body.record };
  return helper(
    'function',
    [
      js(record.variable),
      {
        t: 'function',
        body: { ...body, record: { ...record, argcount: 1, posonly: 1, varnames: ['format'] } },
      },
      js('$G'),
    ],
    0,
  );
}
