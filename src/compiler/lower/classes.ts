import * as ast from '../../syntax/ast.gen.ts';
import { array, effect, helper, js, none, number, quoted, temp } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import { annotateFunction, annotationText, VariableAnnotations } from './annotations.ts';
import { Lowering } from './context.ts';
import { lowerConstant, lowerStarredItems, namesArray } from './displays.ts';
import { Environment } from './environment.ts';
import { cleanDoc, qualnameOf } from './functions.ts';
import { assignTarget } from './targets.ts';
import { withTypeParameters } from './type-parameters.ts';

/** Class statements. CPython: Python/codegen.c, codegen_class */

export function lowerClassDef(fn: Lowering, s: ast.ClassDef): void {
  const decorators = s.decorator_list.map(decorator => fn.hold(fn.expr(decorator)));
  let value = withTypeParameters(fn, s, s.name, s.type_params, null, (inner, params) =>
    makeClass(inner, s, params),
  );
  for (let i = decorators.length - 1; i >= 0; i--)
    value = fn.suspend({
      t: 'call',
      f: decorators[i]!,
      args: [value],
      place: fn.place(s.decorator_list[i]!),
    });
  assignTarget(
    fn,
    new ast.Name(s.name, 'Store', s.lineno, s.col_offset, s.end_lineno, s.end_col_offset),
    value,
  );
}

function makeClass(fn: Lowering, s: ast.ClassDef, params: Expr | null): Expr {
  const body = fn.hold(classBody(fn, s, params));
  const place = fn.place(s);
  const hasStar = s.bases.some(base => base.kind === 'Starred');
  const extra = params === null ? [] : [helper('genericBase', [params], place)];
  let bases: Expr;
  if (hasStar) {
    bases = lowerStarredItems(fn, s.bases);
    for (const base of extra) fn.emit(effect(helper('push', [bases, base], 0)));
  } else bases = array([...fn.operands(s.bases), ...extra]);
  if (s.keywords.length === 0)
    return fn.invoke('buildClass', [body, quoted(s.name), bases, array([]), none], place);
  const kept = fn.hold(bases);
  if (s.keywords.every(keyword => keyword.arg !== null)) {
    const values = fn.operands(s.keywords.map(keyword => keyword.value));
    const names = namesArray(
      fn,
      s.keywords.map(keyword => keyword.arg!),
    );
    return fn.invoke('buildClass', [body, quoted(s.name), kept, array(values), names], place);
  }
  const values = fn.hold(array([]));
  const names = fn.hold(array([]));
  for (const keyword of s.keywords) {
    const value = fn.expr(keyword.value);
    const f = js('null');
    fn.emit(
      effect(
        keyword.arg === null
          ? helper('spreadKeywords', [f, values, names, value], place)
          : helper('addKeyword', [f, values, names, quoted(keyword.arg), value], place),
      ),
    );
  }
  return fn.invoke('buildClass', [body, quoted(s.name), kept, values, names], place);
}

/** The function that runs the class's body in its namespace `$L`, and gives the `__class__` cell or None. */
function classBody(fn: Lowering, s: ast.ClassDef, params: Expr | null): Expr {
  const scope = fn.unit.table.scopes.get(s)!;
  const record = {
    name: s.name,
    qualname: qualnameOf(fn, s.name),
    line: (s.decorator_list[0] ?? s).lineno,
    flags: 0,
    argcount: 0,
    posonly: 0,
    kwonly: 0,
    varnames: [],
    cellvars: scope.cellNames(),
    freevars: scope.freeNames(),
    names: [],
    doc: null,
  };
  const env = new Environment(scope, fn.env, false);
  const inner = new Lowering(fn.unit, fn, fn.visitors, 'function', record, env, true);
  if (scope.needsClassClosure) inner.declare('__class__');
  if (scope.needsClassDict)
    inner.emit({ t: 'let', target: inner.declare('__classdict__'), value: js('$L') });
  const store = (name: string, value: Expr) =>
    inner.emit(effect(helper('storeName', [js('$L'), quoted(name), value], inner.place(s))));
  inner.emit(effect(helper('storeModuleName', [js('$L'), js('$G')], inner.place(s))));
  store('__qualname__', quoted(record.qualname));
  if (params !== null) {
    const variable = fn.env.variables.get('.type_params');
    store('__type_params__', variable === undefined ? params : js(variable));
  }
  store('__firstlineno__', number(record.line));
  inner.annotations = new VariableAnnotations();
  if (scope.hasConditionalAnnotations)
    inner.emit({
      t: 'let',
      target: inner.declare('__conditional_annotations__'),
      value: helper('set', [array([])], 0),
    });
  let { body } = s;
  const doc = docstring(body);
  if (doc !== null) {
    body = body.slice(1);
    if (inner.unit.options.optimize < 2) store('__doc__', lowerConstant(inner, cleaned(doc)));
  }
  inner.stmts(body);
  storeAnnotations(inner, s, '__annotate_func__');
  if (inner.assigned !== null) finishClass(inner, store, staticAttributes(s));
  const lowered = inner.finish(['$L']);
  return helper(
    'function',
    [js(lowered.record.variable), { t: 'function', body: lowered }, js('$G')],
    0,
  );
}

function finishClass(
  inner: Lowering,
  store: (name: string, value: Expr) => void,
  attributes: readonly string[],
): void {
  const { scope } = inner;
  store('__static_attributes__', helper('tuple', [array(attributes.map(quoted))], 0));
  if (scope.needsClassDict) store('__classdictcell__', cell(inner, '__classdict__'));
  if (scope.needsClassClosure) {
    const made = inner.hold(cell(inner, '__class__'));
    store('__classcell__', made);
    inner.emit({ t: 'return', value: made });
  } else inner.emit({ t: 'return', value: none });
}
const cell = (inner: Lowering, name: string): Expr => {
  const variable = inner.env.variables.get(name)!;
  return helper('cell', [js(`() => ${variable}`), js(`$v => { ${variable} = $v; }`)], 0);
};

/** The `__annotate__` of a class or module body. */
export function storeAnnotations(inner: Lowering, at: ast.Position, name: string): void {
  const annotations = inner.annotations?.list ?? [];
  if (annotations.length === 0 || inner.unit.options.stringAnnotations) return;
  const scope = inner.scope.annotationScope;
  if (scope === null) return;
  const made = annotateFunction(inner, scope, at, annotations);
  if (inner.scope.type === 'class')
    inner.emit(effect(helper('storeName', [js('$L'), quoted(name), made], inner.place(at))));
  else inner.emit({ t: 'storeGlobal', name, value: made });
}

/** `x: T = v` */
export function lowerAnnAssign(fn: Lowering, s: ast.AnnAssign): void {
  if (s.value !== null) assignTarget(fn, s.target, fn.expr(s.value));
  const isBody = fn.scope.type === 'class' || fn.scope.type === 'module';
  if (s.target.kind !== 'Name' || s.simple === 0) {
    if (s.value === null) evaluateTarget(fn, s.target);
    return;
  }
  if (!isBody) return;
  const name = fn.scope.mangle(s.target.id);
  if (fn.unit.options.stringAnnotations) {
    const annotations = helper(
      'annotationsDict',
      [js(fn.scope.type === 'class' || fn.unit.options.separateLocals ? '$L' : 'null'), js('$G')],
      fn.place(s),
    );
    fn.emit(
      effect(
        helper(
          'setDictItem',
          [annotations, quoted(name), annotationText(fn, s.annotation)],
          fn.place(s),
        ),
      ),
    );
    return;
  }
  fn.annotations ??= new VariableAnnotations();
  const isConditional =
    fn.scope.hasConditionalAnnotations && (fn.depth > 0 || fn.scope.type === 'module');
  const condition = fn.annotations.add(name, s.annotation, isConditional);
  if (condition === undefined) return;
  const set: Expr =
    fn.scope.type === 'class'
      ? temp(fn.env.variables.get('__conditional_annotations__')!)
      : helper('conditionalAnnotations', [js('$G')], fn.place(s));
  fn.emit(effect(helper('addToSet', [set, number(condition)], fn.place(s))));
}

/** `(x): T` and `o.a: T` without a value evaluate what stands before the annotation. */
function evaluateTarget(fn: Lowering, target: ast.expr): void {
  if (target.kind === 'Attribute') fn.emit(effect(fn.expr(target.value)));
  else if (target.kind === 'Subscript') {
    const [obj, key] = fn.operands([target.value, target.slice]);
    fn.emit(effect(obj!));
    fn.emit(effect(key!));
  }
}

/** The docstring of a body, or null. */
export function docstring(body: readonly ast.stmt[]): ast.ConstantValue | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  const { value } = first.value;
  return value !== null && typeof value === 'object' && value.type === 'str' ? value : null;
}
export function cleaned(value: ast.ConstantValue): ast.ConstantValue {
  if (value === null || typeof value !== 'object' || value.type !== 'str') return value;
  return typeof value.value === 'string' ? { type: 'str', value: cleanDoc(value.value) } : value;
}

/** `__static_attributes__`: the names assigned through `self.` in the methods. */
function staticAttributes(s: ast.ClassDef): string[] {
  const names = new Set<string>();
  const visit = (node: ast.Node): void => {
    if (node.kind === 'ClassDef') return;
    if (
      node.kind === 'Attribute' &&
      node.ctx === 'Store' &&
      node.value.kind === 'Name' &&
      node.value.id === 'self'
    )
      names.add(node.attr);
    for (const field of ast.nodeFields[node.kind]) {
      const value = (node as unknown as Record<string, unknown>)[field];
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
        if (typeof each === 'object' && each !== null && 'kind' in each) visit(each as ast.Node);
    }
  };
  for (const each of s.body)
    if (each.kind === 'FunctionDef' || each.kind === 'AsyncFunctionDef')
      for (const inner of each.body) visit(inner);
  return [...names].toSorted();
}
