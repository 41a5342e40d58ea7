import { CO_VARARGS, CO_VARKEYWORDS, type CodeInfo } from '../objects/code.ts';
import type { PyFunction } from '../objects/function.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import { PyDict } from '../objects/dict.ts';
import { findStr, setStr } from './dict.ts';
import { typeError } from './errors.ts';
import { suggest } from './suggestions.ts';

/**
 * Binds the arguments of a call with names that this code was called with before, from the same place: where each parameter comes from is then known.
 * Undefined where it is not.
 */
export function bindAgain(
  f: PyFunction,
  args: readonly Value[],
  names: readonly string[],
): Value[] | undefined {
  const { info, bindings } = f.code;
  let plan = bindings.get(names);
  if (plan === undefined) {
    const made = planOf(info, args.length, names);
    if (made === null) return undefined;
    bindings.set(names, made);
    plan = made;
  }
  if (plan.length !== info.argcount + info.kwonly + 1 || plan[plan.length - 1] !== args.length)
    return undefined;
  const bound: Value[] = [];
  const firstDefault = info.argcount - f.defaults.length;
  for (let i = 0; i < plan.length - 1; i++) {
    const source = plan[i]!;
    const value =
      source >= 0
        ? args[source]
        : i >= info.argcount
          ? f.kwdefaults === null
            ? undefined
            : findStr(f.kwdefaults, info.varnames[i]!)
          : f.defaults[i - firstDefault];
    if (value === undefined) return undefined;
    bound.push(value);
  }
  return bound;
}

/** Where each parameter comes from: an argument's index, or -1 for its default; last, the number of arguments. Null where only the full binding will do. */
function planOf(info: CodeInfo, count: number, names: readonly string[]): number[] | null {
  if (info.flags & (CO_VARARGS | CO_VARKEYWORDS)) return null;
  const positional = count - names.length;
  if (positional > info.argcount) return null;
  const total = info.argcount + info.kwonly;
  const plan = Array.from({ length: total }, (_, i) => (i < positional ? i : -1));
  for (let i = 0; i < names.length; i++) {
    const index = info.varnames.indexOf(names[i]!, info.posonly);
    if (index === -1 || index >= total || plan[index] !== -1) return null;
    plan[index] = positional + i;
  }
  plan.push(count);
  return plan;
}

/** Binds the arguments of a call to the parameters of a Python function. CPython: Python/ceval.c, initialize_locals */
export function bindArguments(
  f: PyFunction,
  args: readonly Value[],
  names: readonly string[] | null,
): Value[] {
  const { info } = f.code;
  const { argcount, kwonly } = info;
  const total = argcount + kwonly;
  const bound: (Value | undefined)[] = new Array<Value | undefined>(total).fill(undefined);
  const positional = args.length - (names?.length ?? 0);
  const taken = Math.min(positional, argcount);
  for (let i = 0; i < taken; i++) bound[i] = args[i]!;
  const rest = info.flags & CO_VARARGS ? restOf(args, taken, positional) : null;
  const keywords = info.flags & CO_VARKEYWORDS ? new PyDict() : null;
  if (names !== null) bindNames(f, args, positional, names, bound, keywords);
  if (positional > argcount && rest === null) throw tooMany(f, positional, bound);
  fillDefaults(f, bound, positional);
  if (rest !== null) bound.push(rest);
  if (keywords !== null) bound.push(keywords);
  return bound as Value[];
}

const restOf = (args: readonly Value[], from: number, to: number) =>
  from === to ? emptyTuple : tuple(args.slice(from, to));

function bindNames(
  f: PyFunction,
  args: readonly Value[],
  positional: number,
  names: readonly string[],
  bound: (Value | undefined)[],
  keywords: PyDict | null,
): void {
  const { info } = f.code;
  const total = info.argcount + info.kwonly;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const value = args[positional + i]!;
    let index = info.varnames.indexOf(name, info.posonly);
    if (index >= total) index = -1;
    if (index === -1) {
      if (keywords === null) throw unexpectedName(f, names, name);
      setStr(keywords, name, value);
    } else {
      if (bound[index] !== undefined)
        throw typeError(`${nameOf(f)}() got multiple values for argument '${name}'`);
      bound[index] = value;
    }
  }
}

function unexpectedName(f: PyFunction, names: readonly string[], name: string) {
  const { info } = f.code;
  const misplaced = info.varnames.slice(0, info.posonly).filter(each => names.includes(each));
  if (misplaced.length > 0)
    return typeError(
      `${nameOf(f)}() got some positional-only arguments passed as keyword arguments: '${misplaced.join(', ')}'`,
    );
  const near = suggest(name, info.varnames.slice(info.posonly, info.argcount + info.kwonly));
  const hint = near === null ? '' : `. Did you mean '${near}'?`;
  return typeError(`${nameOf(f)}() got an unexpected keyword argument '${name}'${hint}`);
}

function fillDefaults(f: PyFunction, bound: (Value | undefined)[], positional: number): void {
  const { argcount, kwonly, varnames } = f.code.info;
  const { defaults, kwdefaults } = f;
  const firstDefault = argcount - defaults.length;
  if (positional < argcount) {
    let missing = false;
    for (let i = positional; i < argcount; i++)
      if (bound[i] === undefined) {
        if (i >= firstDefault) bound[i] = defaults[i - firstDefault]!;
        else missing = true;
      }
    if (missing) {
      const lacking = varnames.slice(0, firstDefault).filter((_, i) => bound[i] === undefined);
      throw missingArguments(f, 'positional', lacking);
    }
  }
  if (kwonly === 0) return;
  const lacking: string[] = [];
  for (let i = argcount; i < argcount + kwonly; i++)
    if (bound[i] === undefined) {
      const value = kwdefaults === null ? undefined : findStr(kwdefaults, varnames[i]!);
      if (value === undefined) lacking.push(varnames[i]!);
      else bound[i] = value;
    }
  if (lacking.length > 0) throw missingArguments(f, 'keyword-only', lacking);
}

function missingArguments(f: PyFunction, kind: string, names: readonly string[]) {
  const quoted = names.map(name => `'${name}'`);
  const last = quoted.pop()!;
  const shown =
    quoted.length === 0
      ? last
      : quoted.length === 1
        ? `${quoted[0]} and ${last}`
        : `${quoted.join(', ')}, and ${last}`;
  return typeError(
    `${nameOf(f)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${shown}`,
  );
}

function tooMany(f: PyFunction, given: number, bound: readonly (Value | undefined)[]) {
  const info: CodeInfo = f.code.info;
  const namedOnly = bound.slice(info.argcount).filter(value => value !== undefined).length;
  const least = info.argcount - f.defaults.length;
  const takes = f.defaults.length > 0 ? `from ${least} to ${info.argcount}` : `${info.argcount}`;
  const isPlural = f.defaults.length > 0 || info.argcount !== 1;
  const extra =
    namedOnly > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${namedOnly} keyword-only argument${namedOnly === 1 ? '' : 's'})`
      : '';
  return typeError(
    `${nameOf(f)}() takes ${takes} positional argument${isPlural ? 's' : ''} but ${given}${extra} ${given === 1 && namedOnly === 0 ? 'was' : 'were'} given`,
  );
}

function nameOf(f: PyFunction): string {
  const qualname = f.extra?.qualname;
  return qualname === undefined ? f.code.info.qualname : utf16(qualname as PyStr);
}

/** The str of a keyword's name. */
export const nameValue = (name: string): PyStr => str(name);
