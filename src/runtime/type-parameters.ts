import { typeOf } from '../objects/builtin-types.ts';
import { PyList } from '../objects/list.ts';
import { Ellipsis, type Value } from '../objects/object.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { findAttr } from './attributes.ts';
import { call } from './call.ts';
import { typeError } from './errors.ts';
import { getItem } from './subscript.ts';
import { reprText } from './text.ts';
import { isTrue } from './truth.ts';

/** The type variables of parameterised types and their substitution. CPython: Objects/genericaliasobject.c */

const itemsOf = (v: Value): readonly Value[] | undefined =>
  v instanceof PyTuple || v instanceof PyList ? v.items : undefined;

/** The type variables in the arguments of a type, each once: `__parameters__`. */
export function typeParameters(args: readonly Value[]): PyTuple {
  const found: Value[] = [];
  collect(args, found);
  return tuple(found);
}
function collect(args: readonly Value[], found: Value[]): void {
  for (const arg of args) {
    if (arg instanceof PyType) continue;
    const nested = itemsOf(arg);
    if (nested !== undefined) collect(nested, found);
    else if (findAttr(arg, '__typing_subst__') !== undefined) addOnce(found, arg);
    else for (const each of parametersOf(arg)) addOnce(found, each);
  }
}
function addOnce(found: Value[], v: Value): void {
  if (!found.includes(v)) found.push(v);
}
function parametersOf(v: Value): readonly Value[] {
  const own = findAttr(v, '__parameters__');
  return own instanceof PyTuple ? own.items : [];
}

/** The arguments of a type with its variables replaced: `self[item]`. TypeError where they do not fit. */
export function substitute(
  self: Value,
  args: readonly Value[],
  parameters: PyTuple,
  item: Value,
): Value[] {
  const { items: variables } = parameters;
  if (variables.length === 0) throw typeError(`${reprText(self)} is not a generic class`);
  let given: Value = unpacked(item);
  for (const variable of variables) {
    const prepare = findAttr(variable, '__typing_prepare_subst__') ?? null;
    if (prepare !== null)
      given = call(prepare, self, given instanceof PyTuple ? given : tuple([given]));
  }
  const items = given instanceof PyTuple ? given.items : [given];
  if (items.length !== variables.length)
    throw typeError(
      `Too ${items.length > variables.length ? 'many' : 'few'} arguments for ${reprText(self)}; actual ${items.length}, expected ${variables.length}`,
    );
  return substituted(args, variables, items);
}

function substituted(
  args: readonly Value[],
  variables: readonly Value[],
  items: readonly Value[],
): Value[] {
  const result: Value[] = [];
  for (const arg of args) {
    if (arg instanceof PyType) {
      result.push(arg);
      continue;
    }
    const nested = itemsOf(arg);
    if (nested !== undefined) {
      const inner = substituted(nested, variables, items);
      result.push(arg instanceof PyList ? new PyList(inner) : tuple(inner));
      continue;
    }
    const subst = findAttr(arg, '__typing_subst__');
    const value =
      subst !== undefined
        ? call(subst, items[variables.indexOf(arg)]!)
        : replaceIn(arg, variables, items);
    if (!isUnpackedVariable(arg)) result.push(value);
    else if (value instanceof PyTuple) result.push(...value.items);
    else
      throw typeError(
        `expected __typing_subst__ of ${typeOf(arg).name} objects to return a tuple, not ${typeOf(value).name}`,
      );
  }
  return result;
}

const isUnpackedVariable = (v: Value): boolean => {
  const flag = findAttr(v, '__typing_is_unpacked_typevartuple__');
  return flag !== undefined && isTrue(flag);
};

/** Replaces the variables inside a parameterised type. */
function replaceIn(v: Value, variables: readonly Value[], items: readonly Value[]): Value {
  const own = parametersOf(v);
  if (own.length === 0) return v;
  const args: Value[] = [];
  for (const variable of own) {
    const index = variables.indexOf(variable);
    if (index === -1) {
      args.push(variable);
      continue;
    }
    const item = items[index]!;
    const isMany = typeOf(variable).proto.__iter__$0 !== undefined && item instanceof PyTuple;
    if (isMany) args.push(...item.items);
    else args.push(item);
  }
  return getItem(v, tuple(args));
}

/** Items with those of unpacked tuples in their place. */
function unpacked(item: Value): Value {
  const items = item instanceof PyTuple ? item.items : [item];
  const result: Value[] = [];
  for (const each of items) {
    const inner =
      each instanceof PyType ? null : (findAttr(each, '__typing_unpacked_tuple_args__') ?? null);
    if (inner instanceof PyTuple && inner.items.at(-1) !== Ellipsis) result.push(...inner.items);
    else result.push(each);
  }
  return tuple(result);
}
