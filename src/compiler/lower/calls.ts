import type * as ast from '../../syntax/ast.gen.ts';
import { array, helper, js, none, quoted } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerStarredItems, namesArray } from './displays.ts';

/** Calls. CPython: Python/codegen.c, codegen_call */

/** How many positional arguments the direct entries take. */
const MAX_DIRECT = 4;

export function lowerCall(fn: Lowering, e: ast.Call): Expr {
  const { func } = e;
  const isPlain =
    e.keywords.every(keyword => keyword.arg !== null) &&
    !e.args.some(arg => arg.kind === 'Starred');
  if (isZeroSuper(fn, e)) return lowerSuper(fn, e);
  if (isPlain && func.kind === 'Attribute') return lowerMethodCall(fn, e, func);
  if (isPlain && isFrameReader(e)) return lowerFrameReader(fn, e);
  if (isPlain) return lowerPlainCall(fn, e);
  return lowerSpreadCall(fn, e);
}

function lowerPlainCall(fn: Lowering, e: ast.Call): Expr {
  const values = [...e.args, ...e.keywords.map(keyword => keyword.value)];
  const [f, ...args] = fn.operands([e.func, ...values]);
  const place = fn.place(e);
  if (e.keywords.length === 0 && args.length <= MAX_DIRECT)
    return fn.suspend({ t: 'call', f: f!, args, place });
  return fn.invoke('invoke', [f!, array(args), keywordNames(fn, e)], place);
}

const keywordNames = (fn: Lowering, e: ast.Call): Expr =>
  e.keywords.length === 0
    ? none
    : namesArray(
        fn,
        e.keywords.map(keyword => keyword.arg!),
      );

function lowerMethodCall(fn: Lowering, e: ast.Call, func: ast.Attribute): Expr {
  const values = [...e.args, ...e.keywords.map(keyword => keyword.value)];
  const [obj, ...args] = fn.sequence([
    // The receiver is used twice.
    () => fn.keep(fn.expr(func.value)),
    ...values.map(value => () => fn.expr(value)),
  ]);
  const place = fn.place(e);
  const name = fn.scope.mangle(func.attr);
  const isSpecial = name.startsWith('__') && name.endsWith('__');
  if (e.keywords.length === 0 && args.length <= MAX_DIRECT && !isSpecial)
    return fn.suspend({ t: 'method', obj: obj!, name, args, place });
  return fn.invoke('invokeMethod', [obj!, quoted(name), array(args), keywordNames(fn, e)], place);
}

/** `f(*args, **kwargs)`: the arguments are gathered first. */
function lowerSpreadCall(fn: Lowering, e: ast.Call): Expr {
  const f = fn.hold(fn.expr(e.func));
  const args = lowerStarredItems(fn, e.args);
  const place = fn.place(e);
  if (e.keywords.length === 0) return fn.invoke('invoke', [f, args, none], place);
  const names = fn.hold(array([]));
  for (const keyword of e.keywords) {
    const value = fn.expr(keyword.value);
    const action =
      keyword.arg === null
        ? helper('spreadKeywords', [f, args, names, value], place)
        : helper('addKeyword', [f, args, names, quoted(keyword.arg), value], place);
    fn.emit({ t: 'effect', value: action });
  }
  return fn.invoke('invoke', [f, args, names], place);
}

/** `super()` inside a method: the class is that of the `__class__` cell, the instance the first parameter. */
const isZeroSuper = (fn: Lowering, e: ast.Call): boolean =>
  e.func.kind === 'Name' &&
  e.func.id === 'super' &&
  e.args.length === 0 &&
  e.keywords.length === 0 &&
  fn.scope.lookup('__class__') === 'free' &&
  fn.resolve('super').t === 'global';

function lowerSuper(fn: Lowering, e: ast.Call): Expr {
  const f = fn.expr(e.func);
  const cls = fn.resolve('__class__');
  const first = firstParameter(fn);
  const place = fn.place(e);
  return fn.invoke(
    'callSuper',
    [f, cls.t === 'variable' ? js(cls.name) : js('undefined'), first],
    place,
  );
}

/** The first argument of the function, even inside a comprehension that runs in its frame. */
function firstParameter(fn: Lowering): Expr {
  const { record } = fn;
  const name = record.argcount > 0 ? record.varnames[0] : undefined;
  for (
    let env = fn.env as typeof fn.env | null;
    env !== null && name !== undefined;
    env = env.parent
  ) {
    const variable = env.variables.get(name);
    if (variable !== undefined) return js(variable);
  }
  return js('undefined');
}

/** `locals()`, `vars()`, `dir()`, `eval(x)`, `exec(x)`: what the builtins read of the calling frame. */
const isFrameReader = (e: ast.Call): boolean =>
  e.func.kind === 'Name' &&
  e.keywords.length === 0 &&
  (((e.func.id === 'locals' || e.func.id === 'vars' || e.func.id === 'dir') &&
    e.args.length === 0) ||
    ((e.func.id === 'eval' || e.func.id === 'exec') && e.args.length >= 1) ||
    (e.func.id === 'globals' && e.args.length === 0));

function lowerFrameReader(fn: Lowering, e: ast.Call): Expr {
  const [f, ...args] = fn.operands([e.func, ...e.args]);
  return fn.invoke('callWithFrame', [f!, array(args), js('$G'), visibleLocals(fn)], fn.place(e));
}

/** The locals as `[name, value, …]`, or the mapping they live in; null where they are the globals. */
function visibleLocals(fn: Lowering): Expr {
  const { scope } = fn;
  if (scope.type === 'class' || (scope.type === 'module' && fn.unit.options.separateLocals))
    return js('$L');
  if (scope.type === 'module') return none;
  const parts: string[] = [];
  for (const [name, { scope: where }] of scope.symbols) {
    if (where !== 'local' && where !== 'cell' && where !== 'free') continue;
    const binding = fn.resolve(name);
    if (binding.t === 'variable' && !name.startsWith('.'))
      parts.push(JSON.stringify(name), binding.name);
  }
  return js(`[${parts.join(', ')}]`);
}
