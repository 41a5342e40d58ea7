import { dictType, listType, protoOf, tupleType, typeOf } from '../objects/builtin-types.ts';
import type { PyStopIteration } from '../objects/exception.ts';
import { memoryErrorType, stopIterationType, typeErrorType } from '../objects/exception-types.ts';
import { PyIterator } from '../objects/iterator.ts';
import { PyList } from '../objects/list.ts';
import {
  NotImplemented,
  RAISED,
  type Entry,
  type PyObject,
  type Raised,
  type Value,
} from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { isException } from './attributes.ts';
import { asIndex } from './convert.ts';
import { intValue } from './numbers.ts';
import { newException, typeError, valueError } from './errors.ts';
import { SequenceIterator } from './sequence-iterator.ts';
import { takeRaised, thread, unwrap } from './state.ts';

/**
 * Iteration. Compiled loops and TypeScript use the JavaScript method `next` of an iterator, which gives undefined at the end; an iterator written in Python is
 * wrapped so that it has one. CPython: Objects/abstract.c
 */

/** Something with `next`: what a loop runs on. */
export interface Iteration {
  next(): Value | undefined | Raised;
}

/** `iter(v)` as a Python object. */
export function getIter(v: Value): Value {
  const iter = iterEntry(v);
  if (iter === undefined) {
    if (lookupGetItem(v)) return new SequenceIterator(v);
    throw typeError(`'${typeOf(v).name}' object is not iterable`);
  }
  const iterator = unwrap(iter(v));
  if (iterator instanceof PyIterator || typeOf(iterator).proto.__next__$0 !== undefined)
    return iterator;
  throw typeError(`iter() returned non-iterator of type '${typeOf(iterator).name}'`);
}
const iterEntry = (v: Value): Entry | undefined =>
  typeof v === 'object' && v !== null ? v.__iter__$0 : typeOf(v).proto.__iter__$0;
const lookupGetItem = (v: Value): boolean =>
  typeOf(v).proto.__getitem__$1 !== undefined && !typeOf(v).mro.includes(dictType);

/** The iteration of an iterable: `iter(v)`, to be driven by `next`. */
export function iteration(v: Value): Iteration {
  const iterator = getIter(v);
  return iterator instanceof PyIterator && !iterator.overridesNext
    ? iterator
    : new PythonIteration(iterator as PyObject);
}
/** The iteration of what is an iterator already. */
export const iterationOf = (iterator: Value): Iteration =>
  iterator instanceof PyIterator && !iterator.overridesNext
    ? iterator
    : new PythonIteration(iterator as PyObject);

/** Drives an iterator whose class defines `__next__` in Python. */
class PythonIteration implements Iteration {
  declare private readonly iterator: PyObject;
  constructor(iterator: PyObject) {
    this.iterator = iterator;
  }
  next(): Value | undefined | Raised {
    let result: Value | Raised;
    try {
      result = this.iterator.__next__$0!(this.iterator);
    } catch (error) {
      if (isException(error, stopIterationType)) return undefined;
      throw error;
    }
    if (result !== RAISED) return result;
    if (!isException(thread.raised, stopIterationType)) return RAISED;
    thread.raised = null;
    return undefined;
  }
}

/** Runs through the items of an iterable, from TypeScript. */
export function* iterate(v: Value): Generator<Value, void> {
  if (v instanceof PyTuple && v.type === tupleType) {
    yield* v.items;
    return;
  }
  const items = iteration(v);
  for (;;) {
    const item = items.next();
    if (item === undefined) return;
    yield item === RAISED ? raise() : (item as Value);
  }
}
function raise(): never {
  throw takeRaised();
}

/** Calls for each item, without a JavaScript generator between; stops when the action gives true. */
export function forEach(v: Value, action: (item: Value) => boolean | void): void {
  const items = iteration(v);
  for (;;) {
    const item = items.next();
    if (item === undefined) return;
    if (item === RAISED) throw takeRaised();
    if (action(item as Value) === true) return;
  }
}

/** All items as a new array. */
export function listItems(v: Value): Value[] {
  if (v instanceof PyList && v.type === listType) return v.items.slice();
  if (v instanceof PyTuple && v.type === tupleType) return v.items.slice();
  const items: Value[] = [];
  const iterator = getIter(v);
  checkLength(lengthHint(v, 0));
  forEach(iterator, item => {
    items.push(item);
  });
  return items;
}

/** `next(iterator)`: the item, or undefined at the end. TypeError for what is not an iterator. */
export function nextItem(iterator: Value): Value | undefined {
  if (typeOf(iterator).proto.__next__$0 === undefined)
    throw typeError(`'${typeOf(iterator).name}' object is not an iterator`);
  const item = iterationOf(iterator).next();
  if (item === RAISED) throw takeRaised();
  return item as Value | undefined;
}

/** The StopIteration for an iterator that is exhausted. */
export function stopIteration(value: Value): PyStopIteration {
  return (
    value === null ? newException(stopIterationType) : newException(stopIterationType, value)
  ) as PyStopIteration;
}

/** `operator.length_hint(v, otherwise)`. CPython: PyObject_LengthHint */
export function lengthHint(v: Value, otherwise: number): number {
  const proto = protoOf(v);
  const len = proto.__len__$0;
  if (len !== undefined)
    try {
      return asIndex(unwrap(len(v)));
    } catch (error) {
      if (!isException(error, typeErrorType)) throw error;
    }
  const entry = proto.__length_hint__$0;
  if (entry === undefined) return otherwise;
  let hint: Value;
  try {
    hint = unwrap(entry(v));
  } catch (error) {
    if (isException(error, typeErrorType)) return otherwise;
    throw error;
  }
  if (hint === NotImplemented) return otherwise;
  if (intValue(hint) === undefined)
    throw typeError(`__length_hint__ must be an integer, not ${typeOf(hint).name}`);
  const n = asIndex(hint);
  if (n < 0) throw valueError('__length_hint__() should return >= 0');
  return n;
}

/** The most items that are put into one array: beyond, the engine gives up. */
const MAX_LENGTH = 100_000_000;
/** MemoryError for as many items as no array holds. */
export function checkLength(length: number): void {
  if (length > MAX_LENGTH) throw newException(memoryErrorType);
}

/** Exactly `count` items of an iterable: `a, b = v`. */
export function unpack(v: Value, count: number): readonly Value[] {
  if (
    (v instanceof PyTuple && v.type === tupleType) ||
    (v instanceof PyList && v.type === listType)
  ) {
    if (v.items.length === count) return v.items;
    throw v.items.length > count ? tooMany(count, v.items.length) : tooFew(count, v.items.length);
  }
  const items = unpackable(v);
  const taken: Value[] = [];
  while (taken.length < count) {
    const item = items.next();
    if (item === undefined) throw tooFew(count, taken.length);
    if (item === RAISED) throw takeRaised();
    taken.push(item as Value);
  }
  const extra = items.next();
  if (extra === RAISED) throw takeRaised();
  if (extra !== undefined) throw tooMany(count, null);
  return taken;
}

/** `a, *b, c = v`: the items before, the list of those between, the items after. */
export function unpackStarred(v: Value, before: number, after: number): readonly Value[] {
  const items: Value[] = [];
  const source = unpackable(v);
  for (;;) {
    const item = source.next();
    if (item === undefined) break;
    if (item === RAISED) throw takeRaised();
    items.push(item as Value);
  }
  if (items.length < before + after)
    throw valueError(
      `not enough values to unpack (expected at least ${before + after}, got ${items.length})`,
    );
  const middle = new PyList(items.slice(before, items.length - after));
  return [...items.slice(0, before), middle, ...items.slice(items.length - after)];
}

function unpackable(v: Value): Iteration {
  if (iterEntry(v) === undefined && !lookupGetItem(v))
    throw typeError(`cannot unpack non-iterable ${typeOf(v).name} object`);
  return iteration(v);
}
const tooFew = (expected: number, got: number) =>
  valueError(`not enough values to unpack (expected ${expected}, got ${got})`);
const tooMany = (expected: number, got: number | null) =>
  valueError(
    `too many values to unpack (expected ${expected}${got === null ? '' : `, got ${got}`})`,
  );
