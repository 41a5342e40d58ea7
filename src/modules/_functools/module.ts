import { RAISED, type PyObject, type Value } from '../../objects/object.ts';
import { typeErrorType } from '../../objects/exception-types.ts';
import { isException } from '../../runtime/attributes.ts';
import { calleeEntry } from '../../runtime/call.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { typeError } from '../../runtime/errors.ts';
import { iteration, type Iteration } from '../../runtime/iterate.ts';
import { takeRaised } from '../../runtime/state.ts';
import { docs } from './docs.gen.ts';
import { KeyWrapper } from './key-wrapper.ts';
import { lruCacheType } from './lru-cache.ts';
import { partialType } from './partial.ts';
import { Placeholder, placeholderType } from './placeholder.ts';

function source(iterable: Value): Iteration {
  try {
    return iteration(iterable);
  } catch (error) {
    if (isException(error, typeErrorType)) throw typeError('reduce() arg 2 must support iteration');
    throw error;
  }
}

function reduce(f: Value, iterable: Value, initial: Value | undefined): Value {
  const items = source(iterable);
  let result = initial;
  for (;;) {
    const item = items.next();
    if (item === undefined) break;
    if (item === RAISED) throw takeRaised();
    if (result === undefined) result = item as Value;
    else {
      const next = ((f as PyObject).call2 ?? calleeEntry(f, 2))(result, item as Value);
      if (next === RAISED) throw takeRaised();
      result = next as Value;
    }
  }
  if (result === undefined) throw typeError('reduce() of empty iterable with no initial value');
  return result;
}

/** Tools that work on functions. CPython: Modules/_functoolsmodule.c */
export const functoolsModule = defineModule('_functools', {
  doc: docs[''],
  functions: {
    cmp_to_key: fn('(mycmp)', docs.cmp_to_key, mycmp => new KeyWrapper(mycmp, undefined)),
    reduce: fn('(function, iterable, /, initial=<unrepresentable>)', docs.reduce, reduce),
  },
  types: {
    partial: partialType,
    _PlaceholderType: placeholderType,
    _lru_cache_wrapper: lruCacheType,
  },
  constants: { Placeholder },
});
