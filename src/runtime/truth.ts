import { listType, tupleType, typeOf } from '../objects/builtin-types.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { overflowError, typeError, valueError } from './errors.ts';
import { intValue } from './numbers.ts';
import { unwrap } from './state.ts';

/** `bool(v)`. CPython: Objects/object.c, PyObject_IsTrue */
export function isTrue(v: Value): boolean {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'string':
      return v !== '';
    case 'bigint':
      return true;
    default:
  }
  if (v === null) return false;
  const bool = v.__bool__$0;
  if (bool !== undefined) {
    const result = unwrap(bool(v));
    if (typeof result !== 'boolean')
      throw typeError(`__bool__ should return bool, returned ${typeOf(result).name}`);
    return result;
  }
  const len = v.__len__$0;
  return len === undefined || checkLength(unwrap(len(v))) !== 0;
}

/** `len(v)` */
export function length(v: Value): number {
  if (v instanceof PyList && v.type === listType) return v.items.length;
  if (typeof v === 'string') return v.length;
  if (v instanceof PyTuple && v.type === tupleType) return v.items.length;
  const len = lengthEntry(v);
  if (len === undefined) throw typeError(`object of type '${typeOf(v).name}' has no len()`);
  return checkLength(unwrap(len(v)));
}
export const lengthEntry = (v: Value) =>
  typeof v === 'object' && v !== null ? v.__len__$0 : typeOf(v).proto.__len__$0;

function checkLength(v: Value): number {
  let n = intValue(v);
  if (n === undefined) {
    const index = typeof v === 'object' && v !== null ? v.__index__$0 : undefined;
    if (index === undefined)
      throw typeError(`'${typeOf(v).name}' object cannot be interpreted as an integer`);
    n = intValue(unwrap(index(v)))!;
  }
  if (typeof n === 'bigint') throw overflowError("cannot fit 'int' into an index-sized integer");
  if (n < 0) throw valueError('__len__() should return >= 0');
  return n;
}
