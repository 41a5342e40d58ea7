import {
  dictType,
  listType,
  protoOf,
  setType,
  tupleType,
  typeOf,
} from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import { RAISED, type Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { PyTuple } from '../objects/tuple.ts';
import { equals } from './compare.ts';
import { getItem } from './dict.ts';
import { typeError } from './errors.ts';
import { findItem } from './hashing.ts';
import { iteration } from './iterate.ts';
import { takeRaised, unwrap } from './state.ts';
import { isTrue } from './truth.ts';

/** `item in container`. CPython: Objects/abstract.c, PySequence_Contains */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof PyDict && container.type === dictType)
    return getItem(container, item) !== undefined;
  if (container instanceof PySet && container.type === setType)
    return findItem(container.table, item) !== undefined;
  if (container instanceof PyList && container.type === listType)
    return includes(container.items, item);
  if (container instanceof PyTuple && container.type === tupleType)
    return includes(container.items, item);
  const entry = protoOf(container).__contains__$1;
  if (entry !== undefined) return isTrue(unwrap(entry(container, item)));
  const type = typeOf(container);
  if (protoOf(container).__iter__$0 === undefined && protoOf(container).__getitem__$1 === undefined)
    throw typeError(`argument of type '${type.name}' is not a container or iterable`);
  const items = iteration(container);
  for (;;) {
    const each = items.next();
    if (each === undefined) return false;
    if (each === RAISED) throw takeRaised();
    if (equals(each as Value, item)) return true;
  }
}

/** Whether an item of the array is, or equals, the value; the array may change meanwhile. */
export function includes(items: readonly Value[], value: Value): boolean {
  for (let i = 0; i < items.length; i++) if (equals(items[i]!, value)) return true;
  return false;
}
