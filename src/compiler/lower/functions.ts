import * as ast from '../../syntax/ast.gen.ts';
import { array, effect, helper, js, none, quoted } from '../ir/build.ts';
import type { Expr, FunctionBody } from '../ir/ir.ts';
import type { Scope } from '../symbols/scope.ts';
import { lowerAnnotate } from './annotations.ts';
import { lowerGeneratorBody } from './comprehensions.ts';
import { Lowering, type BodyForm } from './context.ts';
import { lowerConstant } from './displays.ts';
import { Environment } from './environment.ts';
import { assignTarget } from './targets.ts';
import { withTypeParameters } from './type-parameters.ts';

/** Functions: def, lambda and generator expressions. CPython: Python/codegen.c, codegen_function */

const CO_OPTIMIZED = 1;
const CO_NEWLOCALS = 2;
const CO_VARARGS = 4;
const CO_VARKEYWORDS = 8;
const CO_NESTED = 16;
const CO_GENERATOR = 32;
const CO_COROUTINE = 128;
const CO_ASYNC_GENERATOR = 512;
const CO_HAS_DOCSTRING = 0x4000000;
const CO_METHOD = 0x8000000;

/** `module.<locals>.name` */
export function qualnameOf(from: Lowering, name: string): string {
  let fn = from;
  while (fn.ownScope.type === 'type parameters') fn = fn.parent!;
  const { ownScope } = fn;
  if (fn.form === 'module' && ownScope.type === 'module') return name;
  if (ownScope.lookup(ownScope.mangle(name)) === 'global_explicit') return name;
  const outer = fn.record.qualname;
  return ownScope.type === 'class' ? `${outer}.${name}` : `${outer}.<locals>.${name}`;
}

/** The record and the environment of a function nested in `fn`. */
export function enterFunction(
  fn: Lowering,
  scope: Scope,
  name: string,
  at: ast.Position,
  args: ast.arguments_ | null,
  form: BodyForm,
): Lowering {
  const parameters = args === null ? [] : parameterNames(args, scope);
  let flags = CO_OPTIMIZED | CO_NEWLOCALS;
  if (args !== null && args.vararg !== null) flags |= CO_VARARGS;
  if (args !== null && args.kwarg !== null) flags |= CO_VARKEYWORDS;
  if (scope.nested) flags |= CO_NESTED;
  if (form === 'generator') flags |= CO_GENERATOR;
  if (form === 'coroutine') flags |= CO_COROUTINE;
  if (form === 'asyncGenerator') flags |= CO_ASYNC_GENERATOR;
  if (scope.method) flags |= CO_METHOD;
  const record = {
    name,
    qualname: qualnameOf(fn, name),
    line: at.lineno,
    flags,
    argcount: args === null ? 0 : args.posonlyargs.length + args.args.length,
    posonly: args === null ? 0 : args.posonlyargs.length,
    kwonly: args === null ? 0 : args.kwonlyargs.length,
    varnames: [...parameters, ...localNames(scope, parameters)],
    cellvars: scope.cellNames(),
    freevars: scope.freeNames(),
    names: [],
    doc: null,
  };
  const env = new Environment(scope, fn.env, true);
  const inner = new Lowering(fn.unit, fn, fn.visitors, form, record, env, false);
  for (const parameter of parameters) {
    const variable = inner.declare(parameter);
    inner.assigned!.add(variable);
    inner.shown.push(variable);
  }
  for (const local of localNames(scope, parameters)) inner.shown.push(inner.declare(local));
  for (const [local, symbol] of scope.symbols) {
    const variable = env.variables.get(local);
    if (symbol.scope === 'cell' && variable !== undefined) inner.unstable.add(variable);
  }
  return inner;
}

const parameterNames = (args: ast.arguments_, scope: Scope): string[] =>
  [
    ...args.posonlyargs,
    ...args.args,
    ...args.kwonlyargs,
    ...(args.vararg === null ? [] : [args.vararg]),
    ...(args.kwarg === null ? [] : [args.kwarg]),
  ].map(each => scope.mangle(each.arg));

const localNames = (scope: Scope, parameters: readonly string[]): string[] =>
  [...scope.symbols.values()]
    .filter(
      symbol =>
        (symbol.scope === 'local' || symbol.scope === 'cell') &&
        !symbol.fromComprehension &&
        !parameters.includes(symbol.name),
    )
    .map(symbol => symbol.name);

/** Notes what makes a variable's value uncertain: deletion, and assignment inside an expression. */
export function scanBody(fn: Lowering, nodes: readonly ast.Node[]): void {
  for (const node of nodes) scan(fn, node);
}
function scan(fn: Lowering, node: ast.Node): void {
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
    case 'Lambda':
      return;
    case 'NamedExpr': {
      const variable = fn.env.variables.get(fn.scope.mangle((node.target as ast.Name).id));
      if (variable !== undefined) fn.unstable.add(variable);
      break;
    }
    case 'Name':
      if (node.ctx === 'Del') uncertain(fn, node.id);
      return;
    case 'ExceptHandler':
      if (node.name !== null) uncertain(fn, node.name);
      break;
    default:
  }
  for (const field of ast.nodeFields[node.kind]) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) scan(fn, each);
    } else if (isNode(value)) scan(fn, value);
  }
}
const isNode = (value: unknown): value is ast.Node =>
  typeof value === 'object' && value !== null && 'kind' in value;
const uncertain = (fn: Lowering, name: string): void => {
  const variable = fn.env.variables.get(fn.scope.mangle(name));
  if (variable !== undefined) fn.uncertain.add(variable);
};

/** `def` and `async def`. */
export function lowerFunctionDef(fn: Lowering, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const decorators = s.decorator_list.map(decorator => fn.hold(fn.expr(decorator)));
  const defaults = lowerDefaults(fn, s.args);
  const made = withTypeParameters(fn, s, s.name, s.type_params, defaults, inner =>
    makeFunction(inner, s, defaults),
  );
  let value = made;
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

/** The defaults of parameters, evaluated where the function is defined. */
export interface Defaults {
  readonly positional: Expr | null;
  readonly named: Expr | null;
}
export function lowerDefaults(fn: Lowering, args: ast.arguments_): Defaults {
  const positional = args.defaults.length === 0 ? null : fn.hold(array(fn.operands(args.defaults)));
  const given = args.kwonlyargs.flatMap((arg, i) => {
    const value = args.kw_defaults[i] ?? null;
    return value === null ? [] : [{ name: fn.scope.mangle(arg.arg), value }];
  });
  if (given.length === 0) return { positional, named: null };
  const values = fn.operands(given.map(each => each.value));
  const items = given.flatMap((each, i) => [quoted(each.name), values[i]!]);
  return { positional, named: fn.hold(helper('dict', [array(items)], 0)) };
}

function makeFunction(
  fn: Lowering,
  s: ast.FunctionDef | ast.AsyncFunctionDef,
  defaults: Defaults,
): Expr {
  const scope = fn.unit.table.scopes.get(s)!;
  const form: BodyForm =
    s.kind === 'FunctionDef'
      ? scope.generator
        ? 'generator'
        : 'function'
      : scope.generator
        ? 'asyncGenerator'
        : 'coroutine';
  const first = s.decorator_list[0] ?? s;
  const inner = enterFunction(fn, scope, s.name, first, s.args, form);
  scanBody(inner, s.body);
  let { body } = s;
  if (scope.hasDocstring) {
    inner.record.flags |= CO_HAS_DOCSTRING;
    const doc = (body[0] as ast.Expr).value as ast.Constant;
    if (fn.unit.options.optimize < 2) inner.record.doc = docText(fn, doc.value);
    body = body.slice(1);
  }
  inner.stmts(body);
  if (inner.assigned !== null) inner.emit({ t: 'return', value: none });
  const made = newFunction(inner, defaults);
  const annotate = lowerAnnotate(fn, s);
  if (annotate === null) return made;
  const kept = fn.hold(made);
  fn.emit(effect(helper(annotate.helper, [kept, annotate.value], 0)));
  return kept;
}

/** The docstring as CPython cleans it: common indentation removed. */
function docText(fn: Lowering, value: ast.ConstantValue): string {
  if (value === null || typeof value !== 'object' || value.type !== 'str') return 'null';
  const text = typeof value.value === 'string' ? cleanDoc(value.value) : value.value;
  const constant = lowerConstant(fn, { type: 'str', value: text });
  return constant.t === 'js' ? constant.text : 'null';
}
export function cleanDoc(text: string): string {
  const lines = expandTabs(text).split('\n');
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    if (/[^ ]/.test(line)) margin = Math.min(margin, line.length - line.replace(/^ +/, '').length);
  }
  const [head, ...rest] = lines;
  const cleaned = [head!.replace(/^ +/, '')];
  for (const line of rest)
    cleaned.push(
      Number.isFinite(margin)
        ? line.slice(Math.min(margin, leading(line)))
        : line.slice(leading(line)),
    );
  return cleaned.join('\n');
}
const leading = (line: string): number => line.length - line.replace(/^ +/, '').length;
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  return text
    .split('\n')
    .map(line => {
      let out = '';
      let isLeading = true;
      for (const c of line) {
        if (c === '\t' && isLeading) out += ' '.repeat(8 - (out.length % 8));
        else {
          if (c !== ' ') isLeading = false;
          out += c;
        }
      }
      return out;
    })
    .join('\n');
}

export function newFunction(inner: Lowering, defaults: Defaults): Expr {
  const body: FunctionBody = inner.finish(parameterVariables(inner));
  const cells = freeCells(inner);
  const optional: Expr[] = [
    defaults.positional ?? array([]),
    defaults.named ?? js('null'),
    ...(cells === null ? [] : [cells]),
  ];
  const count =
    cells !== null ? 3 : defaults.named !== null ? 2 : defaults.positional !== null ? 1 : 0;
  return helper(
    'function',
    [js(body.record.variable), { t: 'function', body }, js('$G'), ...optional.slice(0, count)],
    0,
  );
}

/** JavaScript text that makes the cells of the free variables, when `__closure__` is asked for; null where there are none. */
function freeCells(inner: Lowering): Expr | null {
  const cells = inner.record.freevars.flatMap(name => {
    const variable = inner.env.findFree(name);
    return variable === undefined
      ? []
      : [helper('cell', [js(`() => ${variable}`), js(`$v => { ${variable} = $v; }`)], 0)];
  });
  return cells.length === 0 ? null : { t: 'thunk', value: array(cells) };
}

/** The JavaScript parameters: every one of the Python function, in the order of varnames. */
export function parameterVariables(inner: Lowering): string[] {
  const { record, env } = inner;
  const count =
    record.argcount +
    record.kwonly +
    (record.flags & CO_VARARGS ? 1 : 0) +
    (record.flags & CO_VARKEYWORDS ? 1 : 0);
  return record.varnames.slice(0, count).map(name => env.variables.get(name)!);
}

export function lowerLambda(fn: Lowering, e: ast.Lambda): Expr {
  const scope = fn.unit.table.scopes.get(e)!;
  const defaults = lowerDefaults(fn, e.args);
  const inner = enterFunction(
    fn,
    scope,
    '<lambda>',
    e,
    e.args,
    scope.generator ? 'generator' : 'function',
  );
  scanBody(inner, [e.body]);
  const value = inner.expr(e.body);
  inner.emit({ t: 'return', value });
  return newFunction(inner, defaults);
}

export function lowerGeneratorExpression(fn: Lowering, e: ast.GeneratorExp): Expr {
  const scope = fn.unit.table.scopes.get(e)!;
  const generator = e.generators[0]!;
  const isAsync = scope.coroutine || e.generators.some(each => each.is_async !== 0);
  const iterator = fn.hold(
    helper(
      generator.is_async ? 'asyncIterator' : 'iteration',
      [fn.expr(generator.iter)],
      fn.place(generator.iter),
    ),
  );
  const inner = enterFunction(
    fn,
    scope,
    '<genexpr>',
    e,
    null,
    isAsync ? 'asyncGenerator' : 'generator',
  );
  scanBody(inner, [e.elt, ...e.generators]);
  lowerGeneratorBody(inner, e, js('$items'));
  if (inner.assigned !== null) inner.emit({ t: 'return', value: none });
  const body = inner.finish(['$items']);
  return helper('generatorExpression', [{ t: 'function', body }, iterator], 0);
}
