import { typeOf } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { checkPositional } from '../../runtime/arguments.ts';
import { call, callArgs, isCallable, type Names } from '../../runtime/call.ts';
import { gt, lt } from '../../runtime/compare.ts';
import { fn, variadicFn } from '../../runtime/declare-module.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { forEach, getIter, listItems, nextItem, stopIteration } from '../../runtime/iterate.ts';
import { unwrap } from '../../runtime/state.ts';
import { isTrue } from '../../runtime/truth.ts';
import { AnextAwaitable } from '../../types/anext-awaitable.ts';
import { CallableIterator } from '../../types/callable-iterator.ts';

/** Builtin functions on iterables. CPython: Python/bltinmodule.c */

function extreme(name: 'min' | 'max', args: readonly Value[], names: Names): Value {
  if (names === null && args.length === 2) {
    const [a, b] = args as [Value, Value];
    return isTrue(name === 'min' ? lt(b, a) : gt(b, a)) ? b : a;
  }
  const positional = args.length - (names?.length ?? 0);
  let key: Value = null;
  let otherwise: Value | undefined;
  names?.forEach((each, i) => {
    const value = args[positional + i]!;
    if (each === 'key') key = value;
    else if (each === 'default') otherwise = value;
    else throw typeError(`${name}() got an unexpected keyword argument '${each}'`);
  });
  if (positional === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (positional > 1 && otherwise !== undefined)
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  const better = name === 'min' ? lt : gt;
  let best: Value | undefined;
  let bestKey: Value = null;
  const consider = (item: Value): void => {
    const itemKey = key === null ? item : call(key, item);
    if (best === undefined || isTrue(better(itemKey, bestKey))) {
      best = item;
      bestKey = itemKey;
    }
  };
  if (positional > 1) for (const item of args.slice(0, positional)) consider(item);
  else forEach(args[0]!, consider);
  if (best !== undefined) return best;
  if (otherwise !== undefined) return otherwise;
  throw valueError(`${name}() iterable argument is empty`);
}

/** The arguments after the iterable are those of `list.sort`. */
function sorted(args: readonly Value[], names: Names): Value {
  checkPositional('sorted', args.length - (names?.length ?? 0), 1, 1);
  const list = new PyList(listItems(args[0]!));
  callArgs(getAttr(list, 'sort'), args.slice(1), names);
  return list;
}

export const iterationFunctions = {
  all: fn(
    '(iterable, /)',
    `Return True if bool(x) is True for all values x in the iterable.

If the iterable is empty, return True.`,
    iterable => {
      let all = true;
      forEach(iterable, item => {
        all = isTrue(item);
        return !all;
      });
      return all;
    },
  ),
  any: fn(
    '(iterable, /)',
    `Return True if bool(x) is True for any x in the iterable.

If the iterable is empty, return False.`,
    iterable => {
      let any = false;
      forEach(iterable, item => {
        any = isTrue(item);
        return any;
      });
      return any;
    },
  ),
  iter: variadicFn(
    `iter(iterable) -> iterator
iter(callable, sentinel) -> iterator

Get an iterator from an object.  In the first form, the argument must
supply its own iterator, or be a sequence.
In the second form, the callable is called until it returns the
sentinel.`,
    args => {
      if (args.length === 0) throw typeError('iter expected at least 1 argument, got 0');
      if (args.length > 2) throw typeError(`iter expected at most 2 arguments, got ${args.length}`);
      const [v, sentinel] = args as [Value, Value | undefined];
      if (sentinel === undefined) return getIter(v);
      if (!isCallable(v)) throw typeError('iter(v, w): v must be callable');
      return new CallableIterator(v, sentinel);
    },
  ),
  next: variadicFn(
    `next(iterator[, default])

Return the next item from the iterator.  If default is given and the
iterator is exhausted, it is returned instead of raising StopIteration.`,
    args => {
      if (args.length === 0) throw typeError('next expected at least 1 argument, got 0');
      if (args.length > 2) throw typeError(`next expected at most 2 arguments, got ${args.length}`);
      const [iterator, otherwise] = args as [Value, Value | undefined];
      const item = nextItem(iterator);
      if (item !== undefined) return item;
      if (otherwise !== undefined) return otherwise;
      throw stopIteration(resultOf(iterator));
    },
  ),
  max: variadicFn(
    `max(iterable, *[, default=obj, key=func]) -> value
max(arg1, arg2, *args, *[, key=func]) -> value

With a single iterable argument, return its biggest item. The
default keyword-only argument specifies an object to return if
the provided iterable is empty.
With two or more positional arguments, return the largest argument.`,
    (args, names) => extreme('max', args, names),
  ),
  min: variadicFn(
    `min(iterable, *[, default=obj, key=func]) -> value
min(arg1, arg2, *args, *[, key=func]) -> value

With a single iterable argument, return its smallest item. The
default keyword-only argument specifies an object to return if
the provided iterable is empty.
With two or more positional arguments, return the smallest argument.`,
    (args, names) => extreme('min', args, names),
  ),
  sorted: variadicFn(
    `Return a new list containing all items from the iterable in ascending order.

A custom key function can be supplied to customize the sort order, and the
reverse flag can be set to request the result in descending order.`,
    sorted,
    '($module, iterable, /, *, key=None, reverse=False)',
  ),
  anext: fn(
    '(aiterator, default=<unrepresentable>, /)',
    `Return the next item from the async iterator.

If default is given and the async iterator is exhausted,
it is returned instead of raising StopAsyncIteration.`,
    (iterator, otherwise) => {
      const entry = typeOf(iterator).proto.__anext__$0;
      if (entry === undefined)
        throw typeError(`'${typeOf(iterator).name}' object is not an async iterator`);
      const item = unwrap(entry(iterator));
      return otherwise === undefined ? item : new AnextAwaitable(item, otherwise);
    },
  ),
  aiter: fn('(async_iterable, /)', `Return an AsyncIterator for an AsyncIterable object.`, v => {
    const entry = typeOf(v).proto.__aiter__$0;
    if (entry === undefined) throw typeError(`'${typeOf(v).name}' object is not an async iterable`);
    const iterator = unwrap(entry(v));
    if (typeOf(iterator).proto.__anext__$0 === undefined)
      throw typeError(`aiter() returned not an async iterator of type '${typeOf(iterator).name}'`);
    return iterator;
  }),
};
const resultOf = (iterator: Value): Value => {
  const { result } = iterator as { result?: Value };
  return result ?? null;
};
