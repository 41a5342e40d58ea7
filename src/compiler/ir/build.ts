import type { BinaryName, CompareName, Expr, Kind, Place, Stmt, Suspension, Test } from './ir.ts';

/** Builders of IR. */

export const js = (text: string, kind: Kind = 'any'): Expr => ({ t: 'js', text, kind });
export const none = js('null');
export const undef = js('undefined');
export const quoted = (text: string): Expr => js(JSON.stringify(text), 'str');
export const number = (n: number): Expr => js(String(n), 'int');
/** A variable whose value later operands cannot change. */
export const temp = (name: string, kind: Kind = 'any'): Expr => ({
  t: 'var',
  name,
  stable: true,
  kind,
});
export const helper = (name: string, args: readonly Expr[], place: Place): Expr => ({
  t: 'helper',
  name,
  args,
  place,
});
export const array = (items: readonly Expr[]): Expr => ({ t: 'array', items });
export const binary = (op: BinaryName, a: Expr, b: Expr, place: Place, inPlace = false): Expr => ({
  t: 'binary',
  op,
  a,
  b,
  place,
  inPlace,
});
export const compare = (op: CompareName, a: Expr, b: Expr, place: Place): Expr => ({
  t: 'compare',
  op,
  a,
  b,
  place,
});
export const truth = (value: Expr, place: Place): Test =>
  value.t === 'bool'
    ? value.test
    : value.t === 'compare'
      ? { t: 'less', op: value.op, a: value.a, b: value.b, place: value.place }
      : { t: 'truth', value, place };
export const not = (test: Test): Test => (test.t === 'not' ? test.test : { t: 'not', test });
export const bool = (test: Test): Expr => ({ t: 'bool', test });
export const isUndefined = (value: Expr): Test => ({ t: 'same', a: value, b: undef });
export const predicate = (name: string, args: readonly Expr[], place: Place): Test => ({
  t: 'predicate',
  name,
  args,
  place,
});

export const assign = (target: string, value: Expr): Stmt => ({ t: 'let', target, value });
export const effect = (value: Expr): Stmt => ({ t: 'effect', value });
export const suspend = (target: string | null, value: Suspension): Stmt => ({
  t: 'suspend',
  target,
  value,
});
export const breakTo = (label: string): Stmt => ({ t: 'break', label });
export const when = (test: Test, then: readonly Stmt[], otherwise: readonly Stmt[] = []): Stmt => ({
  t: 'if',
  test,
  then,
  otherwise,
});

/** Whether an expression keeps its value, and can be repeated, while statements run between. */
export const isStable = (e: Expr): boolean =>
  e.t === 'js' || (e.t === 'var' && e.stable) || (e.t === 'bool' && e.test.t === 'jstest');
