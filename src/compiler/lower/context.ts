import type * as ast from '../../syntax/ast.gen.ts';
import { PositionTable, type CodeRecord } from '../ir/code-record.ts';
import { assign, isStable, js, temp } from '../ir/build.ts';
import type { Expr, FunctionBody, Kind, Place, Stmt, Suspension, Test } from '../ir/ir.ts';
import type { Scope } from '../symbols/scope.ts';
import type { VariableAnnotations } from './annotations.ts';
import { Environment, variableName, type Binding } from './environment.ts';
import type { Unit } from './unit.ts';

/** The lowering of each kind of node; constructs call each other only through it, so that their files import none of each other. */
export interface Visitors {
  expr(fn: Lowering, e: ast.expr): Expr;
  test(fn: Lowering, e: ast.expr): Test;
  stmt(fn: Lowering, s: ast.stmt): void;
}

/** What must be undone or run when control leaves a construct by return, break or continue. */
export type Cleanup =
  | { readonly t: 'loop'; readonly breakLabel: string; readonly continueLabel: string }
  /** Leaving needs `action`, which cannot raise. */
  | { readonly t: 'action'; readonly action: () => void }
  /** Leaving jumps to a label, behind which the clean-up runs unprotected: one label for each way out. */
  | { readonly t: 'exits'; readonly exits: ExitTable };

/** The ways out of a protected region: what is left to do after its clean-up. */
export class ExitTable {
  readonly exits: { readonly label: string; readonly resume: () => void }[] = [];
  private readonly byKey = new Map<string, string>();
  /** The label for a way out. */
  label(key: string, fresh: () => string, resume: () => void): string {
    let label = this.byKey.get(key);
    if (label === undefined) {
      label = fresh();
      this.byKey.set(key, label);
      this.exits.push({ label, resume });
    }
    return label;
  }
}

export type BodyForm = FunctionBody['form'];

/** The lowering of one function, class body or module: collects statements, variables and places. */
export class Lowering {
  readonly unit: Unit;
  readonly parent: Lowering | null;
  readonly visitors: Visitors;
  readonly form: BodyForm;
  readonly record: CodeRecord;
  env: Environment;
  /** The block of the code itself, whatever comprehension is being lowered inside. */
  readonly ownScope: Scope;
  out: Stmt[] = [];
  cleanups: Cleanup[] = [];
  /** JavaScript variables that hold a value on every path to here; null where no path leads. */
  assigned: Set<string> | null = new Set();
  readonly locals: string[] = [];
  readonly shown: string[] = [];
  private readonly taken = new Set<string>();
  readonly temps: string[] = [];
  private labels = 0;
  /** Variables that a walrus or a nested function may change between operands. */
  readonly unstable: Set<string>;
  /** Variables that are deleted somewhere, so that no path is sure of them. */
  readonly uncertain = new Set<string>();
  /** Of a class or module body: its variable annotations. */
  annotations: VariableAnnotations | null = null;
  /** How many constructs around the current statement may leave it out. */
  depth = 0;
  readonly compact: boolean;

  constructor(
    unit: Unit,
    parent: Lowering | null,
    visitors: Visitors,
    form: BodyForm,
    record: Omit<CodeRecord, 'positions' | 'variable'>,
    env: Environment,
    compact: boolean,
  ) {
    this.unit = unit;
    this.parent = parent;
    this.visitors = visitors;
    this.form = form;
    this.record = { ...record, positions: new PositionTable(), variable: unit.codeVariable() };
    this.env = env;
    this.ownScope = env.scope;
    this.unstable = new Set();
    this.compact = compact;
  }

  get scope(): Scope {
    return this.env.scope;
  }

  expr(e: ast.expr): Expr {
    return this.visitors.expr(this, e);
  }
  test(e: ast.expr): Test {
    return this.visitors.test(this, e);
  }
  stmt(s: ast.stmt): void {
    this.visitors.stmt(this, s);
  }
  /** Statements after a jump are left out. */
  stmts(body: readonly ast.stmt[]): void {
    for (const s of body) {
      if (this.assigned === null) return;
      this.stmt(s);
    }
  }

  place(at: ast.Position): Place {
    return this.record.positions.place(at);
  }
  emit(s: Stmt): void {
    this.out.push(s);
  }
  /** The statements that an action emits. */
  collect(action: () => void): Stmt[] {
    const before = this.out;
    const collected: Stmt[] = [];
    this.out = collected;
    action();
    this.out = before;
    return collected;
  }

  label(name: string): string {
    return `$${name}${++this.labels}`;
  }
  newTemp(): string {
    const name = `$t${this.temps.length + 1}`;
    this.temps.push(name);
    return name;
  }
  /** Keeps a value in a temporary. */
  keep(value: Expr, kind: Kind = 'any'): Expr {
    if (isStable(value)) return value;
    const name = this.newTemp();
    this.emit(assign(name, value));
    return temp(name, kind);
  }
  /** Keeps a value in a temporary for longer than one expression: a variable of the program may change. */
  hold(value: Expr): Expr {
    if (value.t === 'js' || (value.t === 'var' && value.name.startsWith('$t'))) return value;
    const name = this.newTemp();
    this.emit(assign(name, value));
    return temp(name);
  }
  /** The value of a suspension point. */
  suspend(value: Suspension): Expr {
    const name = this.newTemp();
    this.emit({ t: 'suspend', target: name, value });
    return temp(name);
  }
  invoke(name: string, args: readonly Expr[], place: Place): Expr {
    return this.suspend({ t: 'invoke', name, args, place });
  }

  /** Evaluates operands in order; those before one that needs statements are kept first. */
  operands(list: readonly ast.expr[]): Expr[] {
    return this.sequence(list.map(e => () => this.expr(e)));
  }
  sequence(actions: readonly (() => Expr)[]): Expr[] {
    const results: Expr[] = [];
    for (const action of actions) {
      const mark = this.out.length;
      const result = action();
      if (this.out.length > mark) this.spill(results, mark);
      results.push(result);
    }
    return results;
  }
  private spill(results: Expr[], mark: number): void {
    const kept: Stmt[] = [];
    results.forEach((result, i) => {
      if (isStable(result)) return;
      const name = this.newTemp();
      kept.push(assign(name, result));
      results[i] = temp(name);
    });
    this.out.splice(mark, 0, ...kept);
  }

  /** Declares the JavaScript variable of a Python local. */
  declare(name: string, unique = false): string {
    const base = variableName(name);
    let variable = base;
    for (let i = 1; this.taken.has(variable) || (unique && i === 1); i++) variable = `${base}$${i}`;
    this.taken.add(variable);
    this.env.variables.set(name, variable);
    this.locals.push(variable);
    return variable;
  }

  /** Where a name of the source lives. */
  resolve(name: string): Binding {
    const mangled = this.scope.mangle(name);
    return this.binding(mangled, this.env);
  }
  private binding(name: string, env: Environment): Binding {
    const { scope } = env;
    const where = scope.lookup(name);
    const own = env.variables.get(name);
    if (own !== undefined && (where === 'local' || where === 'cell' || where === undefined))
      return { t: 'variable', name: own, free: false };
    if (where === 'free' || where === undefined || (where === 'cell' && own === undefined)) {
      const variable = env.findFree(name);
      if (variable !== undefined) {
        const free: Binding = {
          t: 'variable',
          name: variable,
          free: !this.locals.includes(variable),
        };
        return scope.type === 'class' ? { t: 'namespace', name, outer: free } : free;
      }
    }
    const global: Binding = { t: 'global', name };
    if (scope.type === 'class')
      return where === 'global_explicit' ? global : { t: 'namespace', name, outer: global };
    if (scope.type === 'module' && this.unit.options.separateLocals && where !== 'global_explicit')
      return { t: 'namespace', name, outer: global };
    return global;
  }

  /** Runs an action in a block of its own inside this function: an inlined comprehension. */
  within<T>(scope: Scope, action: () => T): T {
    const before = this.env;
    this.env = new Environment(scope, before, true);
    const result = action();
    this.env = before;
    return result;
  }

  /** Joins the states of two paths. */
  join(a: Set<string> | null, b: Set<string> | null): Set<string> | null {
    if (a === null) return b;
    if (b === null) return a;
    return new Set([...a].filter(name => b.has(name)));
  }
  /** Runs an action with the given state, and gives the state after it. */
  branch(state: Set<string> | null, action: () => void): Set<string> | null {
    this.assigned = state === null ? null : new Set(state);
    action();
    return this.assigned;
  }

  /** Leaves all constructs and returns a value. */
  leaveByReturn(value: Expr): void {
    const kept = this.cleanups.length === 0 ? value : this.hold(value);
    this.leave(this.cleanups.length, 'return', kept);
    this.assigned = null;
  }
  /** Leaves the constructs down to the innermost loop, for break and continue. */
  leaveLoop(kind: 'break' | 'continue'): void {
    this.leave(this.cleanups.length, kind, js('null'));
    this.assigned = null;
  }

  private leave(depth: number, kind: 'return' | 'break' | 'continue', value: Expr): void {
    for (let i = depth - 1; i >= 0; i--) {
      const cleanup = this.cleanups[i]!;
      if (cleanup.t === 'loop') {
        if (kind === 'return') continue;
        this.emit(
          kind === 'break'
            ? { t: 'break', label: cleanup.breakLabel }
            : { t: 'continue', label: cleanup.continueLabel },
        );
        return;
      }
      if (cleanup.t === 'action') {
        this.outside(i, cleanup.action);
        continue;
      }
      const key = kind === 'return' ? `return ${valueKey(value)}` : kind;
      const label = cleanup.exits.label(
        key,
        () => this.label(kind),
        () => this.leave(i, kind, value),
      );
      this.emit({ t: 'break', label });
      return;
    }
    this.emit({ t: 'return', value });
  }
  /** Runs an action as if outside of the constructs from `depth` on. */
  private outside(depth: number, action: () => void): void {
    const before = this.cleanups;
    this.cleanups = before.slice(0, depth);
    action();
    this.cleanups = before;
  }

  finish(params: readonly string[]): FunctionBody {
    return {
      record: this.record,
      params,
      locals: this.locals.filter(name => !params.includes(name)),
      temps: this.temps,
      body: this.out,
      form: this.form,
      shown: this.shown,
      compact: this.compact,
    };
  }
}

const valueKey = (value: Expr): string =>
  value.t === 'js' ? value.text : value.t === 'var' ? value.name : '?';
