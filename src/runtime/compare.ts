import { compareWithFloat } from '../algorithms/int-float.ts';
import { floatType, protoOf, typeOf } from '../objects/builtin-types.ts';
import { FloatBox } from '../objects/float.ts';
import { NotImplemented, PyObject, type Entry, type Value } from '../objects/object.ts';
import { isSubtype, lookup } from './attributes.ts';
import { typeError } from './errors.ts';
import { unwrap } from './state.ts';
import { isTrue } from './truth.ts';

/** Comparisons. CPython: Objects/object.c, do_richcompare */

export type Comparison = '__lt__' | '__le__' | '__eq__' | '__ne__' | '__gt__' | '__ge__';

const swapped: Readonly<Record<Comparison, Comparison>> = {
  __lt__: '__gt__',
  __le__: '__ge__',
  __eq__: '__eq__',
  __ne__: '__ne__',
  __gt__: '__lt__',
  __ge__: '__le__',
};
const symbols: Readonly<Record<Comparison, string>> = {
  __lt__: '<',
  __le__: '<=',
  __eq__: '==',
  __ne__: '!=',
  __gt__: '>',
  __ge__: '>=',
};

/** Spelled out, so that each is a property access of its own. */
function slot(v: Value, name: Comparison): Entry | undefined {
  const proto = protoOf(v);
  switch (name) {
    case '__lt__':
      return proto.__lt__$1;
    case '__le__':
      return proto.__le__$1;
    case '__eq__':
      return proto.__eq__$1;
    case '__ne__':
      return proto.__ne__$1;
    case '__gt__':
      return proto.__gt__$1;
    case '__ge__':
      return proto.__ge__$1;
  }
}

/** The result of a comparison, any value. */
export function richCompare(name: Comparison, a: Value, b: Value): Value {
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  if (typeA === typeB) return compareAlike(name, a, b, typeA.name);
  const right = slot(b, swapped[name]);
  const rightFirst =
    typeA !== typeB && right !== undefined && isSubtype(typeB, typeA) && typeB !== typeA;
  if (rightFirst) {
    const result = unwrap(right(b, a));
    if (result !== NotImplemented) return result;
  }
  const left = slot(a, name);
  if (left !== undefined) {
    const result = unwrap(left(a, b));
    if (result !== NotImplemented) return result;
  }
  if (right !== undefined && !rightFirst) {
    const result = unwrap(right(b, a));
    if (result !== NotImplemented) return result;
  }
  if (name === '__eq__') return a === b;
  if (name === '__ne__') return a !== b;
  throw typeError(
    `'${symbols[name]}' not supported between instances of '${typeA.name}' and '${typeB.name}'`,
  );
}

/** Two values of one class: its method, and swapped where that has no answer. */
function compareAlike(name: Comparison, a: Value, b: Value, typeName: string): Value {
  const left = slot(a, name);
  if (left !== undefined) {
    const result = unwrap(left(a, b));
    if (result !== NotImplemented) return result;
    const other = swapped[name];
    const mirrored = unwrap(slot(b, other)!(b, a));
    if (mirrored !== NotImplemented) return mirrored;
  }
  if (name === '__eq__') return a === b;
  if (name === '__ne__') return a !== b;
  throw typeError(
    `'${symbols[name]}' not supported between instances of '${typeName}' and '${typeName}'`,
  );
}

/** The value of a number of exactly int or float as JavaScript compares it; undefined for all else. */
const numeric = (v: Value): number | bigint | undefined =>
  typeof v === 'number' || typeof v === 'bigint'
    ? v
    : v instanceof FloatBox && v.type === floatType
      ? v.value
      : undefined;

/** Less than: negative; greater: positive; nan where unordered; undefined where not two exact numbers or strings. */
function order(a: Value, b: Value): number | undefined {
  if (typeof a === 'string')
    return typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : undefined;
  const x = numeric(a);
  if (x === undefined) return undefined;
  const y = numeric(b);
  if (y === undefined) return undefined;
  if (typeof x === 'bigint')
    return typeof y === 'bigint' ? (x < y ? -1 : x > y ? 1 : 0) : compareWithFloat(x, y);
  if (typeof y === 'bigint') return -compareWithFloat(y, x);
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : NaN;
}

export function lt(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__lt__', a, b) : ordered < 0;
}
export function le(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__le__', a, b) : ordered <= 0;
}
export function gt(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__gt__', a, b) : ordered > 0;
}
export function ge(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__ge__', a, b) : ordered >= 0;
}
export function eq(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__eq__', a, b) : ordered === 0;
}
export function ne(a: Value, b: Value): Value {
  const ordered = order(a, b);
  return ordered === undefined ? richCompare('__ne__', a, b) : ordered !== 0;
}

/** `a is b or a == b`: how containers compare items. */
export function equals(a: Value, b: Value): boolean {
  if (a === b) return true;
  // A nan is itself: raw floats have no other identity.
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b);
  if (typeof a === 'string' && typeof b === 'string') return false;
  if (
    a instanceof PyObject &&
    a.equality === 'identity' &&
    b instanceof PyObject &&
    b.equality === 'identity'
  )
    return false;
  return isTrue(eq(a, b));
}
/** `a < b` as a truth value: for sorting and heaps. */
export function isLess(a: Value, b: Value): boolean {
  const ordered = order(a, b);
  return ordered === undefined ? isTrue(richCompare('__lt__', a, b)) : ordered < 0;
}
/** `a is b`: floats of equal value and strings of equal contents are not told apart. */
export const isSame = (a: Value, b: Value): boolean => a === b || Object.is(a, b);

/** Whether a class defines a method itself or by inheritance from anything but object. */
export const definesMethod = (v: Value, name: string, from: PyObject['type']): boolean =>
  lookup(typeOf(v), name) !== lookup(from, name);
