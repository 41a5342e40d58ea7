import type * as ast from '../../syntax/ast.gen.ts';
import { array, binary, effect, helper, js, none, not, number, quoted } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import { lowerAnnAssign, lowerClassDef } from './classes.ts';
import type { Lowering } from './context.ts';
import { lowerSlice, namesArray } from './displays.ts';
import { lowerFunctionDef } from './functions.ts';
import { lowerFor, lowerIf, lowerWhile } from './loops.ts';
import { lowerMatch } from './match.ts';
import { loadName, storeName } from './names.ts';
import { binaryNames } from './operators.ts';
import { assignTarget, deleteTarget } from './targets.ts';
import { lowerTry } from './try.ts';
import { lazy, withTypeParameters } from './type-parameters.ts';
import { lowerWith } from './with.ts';

/** Statements. CPython: Python/codegen.c, codegen_visit_stmt */
export function lowerStmt(fn: Lowering, s: ast.stmt): void {
  const isCompound = 'body' in s;
  if (isCompound) fn.depth++;
  lowerStatement(fn, s);
  if (isCompound) fn.depth--;
}

function lowerStatement(fn: Lowering, s: ast.stmt): void {
  switch (s.kind) {
    case 'Expr':
      lowerExpressionStatement(fn, s);
      return;
    case 'Assign': {
      const value = fn.expr(s.value);
      const kept = s.targets.length > 1 ? fn.hold(value) : value;
      for (const target of s.targets) assignTarget(fn, target, kept);
      return;
    }
    case 'AugAssign':
      lowerAugAssign(fn, s);
      return;
    case 'AnnAssign':
      lowerAnnAssign(fn, s);
      return;
    case 'Return':
      fn.leaveByReturn(s.value === null ? none : fn.expr(s.value));
      return;
    case 'If':
      lowerIf(fn, s);
      return;
    case 'For':
    case 'AsyncFor':
      lowerFor(fn, s);
      return;
    case 'While':
      lowerWhile(fn, s);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      lowerFunctionDef(fn, s);
      return;
    case 'ClassDef':
      lowerClassDef(fn, s);
      return;
    case 'Try':
    case 'TryStar':
      lowerTry(fn, s);
      return;
    case 'With':
    case 'AsyncWith':
      lowerWith(fn, s);
      return;
    case 'Match':
      lowerMatch(fn, s);
      return;
    case 'Break':
      fn.leaveLoop('break');
      return;
    case 'Continue':
      fn.leaveLoop('continue');
      return;
    default:
      lowerSimple(fn, s);
  }
}

function lowerSimple(fn: Lowering, s: ast.stmt): void {
  switch (s.kind) {
    case 'Raise':
      lowerRaise(fn, s);
      return;
    case 'Assert':
      lowerAssert(fn, s);
      return;
    case 'Delete':
      for (const target of s.targets) deleteTarget(fn, target);
      return;
    case 'Import':
      lowerImport(fn, s);
      return;
    case 'ImportFrom':
      lowerImportFrom(fn, s);
      return;
    case 'TypeAlias':
      lowerTypeAlias(fn, s);
      return;
    default:
  }
}

function lowerExpressionStatement(fn: Lowering, s: ast.Expr): void {
  if (fn.unit.options.interactive && fn.form === 'module') {
    fn.emit(effect(helper('display', [fn.expr(s.value)], fn.place(s))));
    return;
  }
  if (s.value.kind === 'Constant') return;
  const value = fn.expr(s.value);
  const last = fn.out.at(-1);
  // A call whose value nobody wants needs no variable.
  if (value.t === 'var' && last?.t === 'suspend' && last.target === value.name) {
    fn.out[fn.out.length - 1] = { ...last, target: null };
    return;
  }
  if (value.t !== 'js' && value.t !== 'var') fn.emit(effect(value));
}

function lowerAugAssign(fn: Lowering, s: ast.AugAssign): void {
  const op = binaryNames[s.op];
  const place = fn.place(s);
  const { target } = s;
  switch (target.kind) {
    case 'Name': {
      const [a, b] = fn.sequence([() => loadName(fn, target.id, target), () => fn.expr(s.value)]);
      storeName(fn, target.id, binary(op, a!, b!, place, true), target);
      return;
    }
    case 'Attribute': {
      const obj = fn.hold(fn.expr(target.value));
      const name = fn.scope.mangle(target.attr);
      const at = fn.place(target);
      const [a, b] = fn.sequence([
        () => ({ t: 'attr', obj, name, place: at }),
        () => fn.expr(s.value),
      ]);
      const value = fn.keep(binary(op, a!, b!, place, true));
      fn.emit({ t: 'setAttr', obj, name, value, place: at });
      return;
    }
    case 'Subscript': {
      const parts = fn.sequence([
        () => fn.hold(fn.expr(target.value)),
        () => fn.hold(lowerSlice(fn, target.slice)),
      ]);
      const [obj, key] = parts as [Expr, Expr];
      const at = fn.place(target);
      const [a, b] = fn.sequence([
        () => ({ t: 'item', obj, key, place: at }),
        () => fn.expr(s.value),
      ]);
      const value = binary(op, a!, b!, place, true);
      fn.emit(effect(helper('setItem', [obj, key, value], at)));
      return;
    }
    default:
      throw new Error(`taipan: ${target.kind} is no target of an augmented assignment`);
  }
}

function lowerRaise(fn: Lowering, s: ast.Raise): void {
  const place = fn.place(s);
  if (s.exc === null) {
    fn.emit(effect(helper('reraiseHandled', [], place)));
    fn.emit({ t: 'raise', place: 0 });
  } else {
    const parts = fn.operands(s.cause === null ? [s.exc] : [s.exc, s.cause]);
    fn.emit(effect(helper('pendNew', parts, place)));
    fn.emit({ t: 'raise', place });
  }
  fn.assigned = null;
}

function lowerAssert(fn: Lowering, s: ast.Assert): void {
  if (fn.unit.options.optimize > 0) return;
  const test = fn.test(s.test);
  const before = fn.assigned;
  const failed = fn.collect(() => {
    const args = s.msg === null ? [] : [fn.expr(s.msg)];
    fn.emit(effect(helper('pendAssertion', args, fn.place(s.test))));
    fn.emit({ t: 'raise', place: fn.place(s.test) });
  });
  fn.assigned = before;
  fn.emit({ t: 'if', test: not(test), then: failed, otherwise: [] });
}

function lowerImport(fn: Lowering, s: ast.Import): void {
  const place = fn.place(s);
  for (const { name, asname } of s.names) {
    const top = fn.invoke('importName', [js('$G'), quoted(name), none, number(0)], place);
    if (asname === null) {
      const [first] = name.split('.');
      storeName(fn, first!, top, s);
      continue;
    }
    // `import a.b.c as x` goes down from the top package.
    let value = top;
    for (const part of name.split('.').slice(1))
      value = fn.hold(helper('importFrom', [value, quoted(part)], place));
    storeName(fn, asname, value, s);
  }
}

function lowerImportFrom(fn: Lowering, s: ast.ImportFrom): void {
  if (s.module === '__future__' && s.level === 0 && fn.form !== 'module') return;
  const place = fn.place(s);
  const names = namesArray(
    fn,
    s.names.map(each => each.name),
  );
  const module = fn.hold(
    fn.invoke('importName', [js('$G'), quoted(s.module ?? ''), names, number(s.level ?? 0)], place),
  );
  if (s.names[0]!.name === '*') {
    const target = fn.scope.type === 'class' || fn.unit.options.separateLocals ? js('$L') : none;
    fn.emit(effect(helper('importStar', [module, js('$G'), target], place)));
    return;
  }
  for (const { name, asname } of s.names)
    storeName(fn, asname ?? name, helper('importFrom', [module, quoted(name)], place), s);
}

/** `type X[T] = …` */
function lowerTypeAlias(fn: Lowering, s: ast.TypeAlias): void {
  const name = (s.name as ast.Name).id;
  const value = withTypeParameters(fn, s, name, s.type_params, null, (inner, params) => {
    const scope = inner.unit.table.scopes.get(s)!;
    const evaluate = lazy(inner, scope, name, s.value);
    const args = [quoted(name), params ?? helper('tuple', [array([])], 0), evaluate, js('$G')];
    return helper('typeAlias', args, 0);
  });
  assignTarget(fn, s.name, value);
}
