import type * as ast from '../../syntax/ast.gen.ts';
import { array, helper, js, number, quoted } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Scope } from '../symbols/scope.ts';
import { unparse } from '../unparse.ts';
import { Lowering } from './context.ts';
import { lowerConstant } from './displays.ts';
import { Environment } from './environment.ts';

/** Annotations: functions `__annotate__` that evaluate them when asked (PEP 649), or their text. CPython: Python/codegen.c, codegen_annotations */

interface Annotation {
  readonly name: string;
  readonly expr: ast.expr;
}

/** What is attached to a function: its `__annotate__`, or the dict of texts. */
export interface Attached {
  readonly helper: 'setAnnotate' | 'setAnnotations';
  readonly value: Expr;
}

export function lowerAnnotate(
  fn: Lowering,
  s: ast.FunctionDef | ast.AsyncFunctionDef,
): Attached | null {
  const annotations = functionAnnotations(fn, s);
  if (annotations.length === 0) return null;
  if (fn.unit.options.stringAnnotations) {
    const items = annotations.flatMap(({ name, expr }) => [quoted(name), annotationText(fn, expr)]);
    return { helper: 'setAnnotations', value: helper('dict', [array(items)], 0) };
  }
  const scope = fn.unit.table.annotationScopes.get(s)!;
  return { helper: 'setAnnotate', value: annotateFunction(fn, scope, s, annotations) };
}

export function annotationText(fn: Lowering, expr: ast.expr): Expr {
  return lowerConstant(fn, { type: 'str', value: unparse(expr) });
}

function functionAnnotations(
  fn: Lowering,
  s: ast.FunctionDef | ast.AsyncFunctionDef,
): Annotation[] {
  const { args } = s;
  const parameters = [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg === null ? [] : [args.vararg]),
    ...args.kwonlyargs,
    ...(args.kwarg === null ? [] : [args.kwarg]),
  ];
  const annotations: Annotation[] = parameters.flatMap(each =>
    each.annotation === null ? [] : [{ name: fn.scope.mangle(each.arg), expr: each.annotation }],
  );
  if (s.returns !== null) annotations.push({ name: 'return', expr: s.returns });
  return annotations;
}

/**
 * `__annotate__(format)`: NotImplementedError for formats other than VALUE. `conditions` gives for each annotation the test whether its statement
 * ran, or null where it always does.
 */
export function annotateFunction(
  fn: Lowering,
  scope: Scope,
  at: ast.Position,
  annotations: readonly (Annotation & { readonly condition?: number })[],
): Expr {
  const record = {
    name: '__annotate__',
    qualname:
      fn.form === 'module' && fn.scope.type === 'module'
        ? '__annotate__'
        : `${fn.record.qualname}.__annotate__`,
    line: at.lineno,
    flags: 3 | (scope.nested ? 16 : 0),
    argcount: 1,
    posonly: 1,
    kwonly: 0,
    varnames: ['format'],
    cellvars: [],
    freevars: scope.freeNames(),
    names: [],
    doc: null,
  };
  const env = new Environment(scope, fn.env, true);
  const inner = new Lowering(fn.unit, fn, fn.visitors, 'function', record, env, true);
  inner.emit({
    t: 'effect',
    value: helper('checkAnnotationFormat', [js('$format')], inner.place(at)),
  });
  const result = inner.hold(helper('dict', [array([])], 0));
  for (const { name, expr, condition } of annotations) {
    const stmts = inner.collect(() => {
      const value = annotationValue(inner, expr);
      inner.emit({
        t: 'effect',
        value: helper('setDictItem', [result, quoted(name), value], inner.place(expr)),
      });
    });
    if (condition === undefined) for (const s of stmts) inner.emit(s);
    else {
      const ran = conditionTest(fn, inner, condition, at);
      inner.emit({ t: 'if', test: ran, then: stmts, otherwise: [] });
    }
  }
  inner.emit({ t: 'return', value: result });
  const body = inner.finish(['$format']);
  return helper('function', [js(body.record.variable), { t: 'function', body }, js('$G')], 0);
}

function conditionTest(fn: Lowering, inner: Lowering, condition: number, at: ast.Position) {
  const set: Expr =
    fn.scope.type === 'class'
      ? js(fn.env.variables.get('__conditional_annotations__') ?? 'null')
      : { t: 'global', name: '__conditional_annotations__', place: inner.place(at) };
  return {
    t: 'predicate',
    name: 'contains',
    args: [set, number(condition)],
    place: inner.place(at),
  } as const;
}

/** `*args: *Ts` unpacks one item. */
function annotationValue(fn: Lowering, expr: ast.expr): Expr {
  if (expr.kind !== 'Starred') return fn.expr(expr);
  const items = fn.hold(helper('unpack', [fn.expr(expr.value), number(1)], fn.place(expr)));
  return js(`${items.t === 'var' ? items.name : ''}[0]`);
}

/** The variable annotations of a class or module body that has none executed lazily before. */
export class VariableAnnotations {
  readonly list: (Annotation & { readonly condition?: number })[] = [];
  private count = 0;

  /** Notes an annotation; gives the number under which its execution is recorded where it is conditional. */
  add(name: string, expr: ast.expr, isConditional: boolean): number | undefined {
    const condition = isConditional ? this.count++ : undefined;
    this.list.push(condition === undefined ? { name, expr } : { name, expr, condition });
    return condition;
  }
}
