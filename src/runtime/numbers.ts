import { toFloat } from '../algorithms/int-float.ts';
import { FloatBox } from '../objects/float.ts';
import { IntObject, type PyInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { overflowError } from './errors.ts';

/** Numbers as the operators take them, whatever their encoding. CPython: Objects/longobject.c, Objects/floatobject.c */

/** The int inside an int, a bool or an instance of a subclass; undefined for all else. */
export function intValue(v: Value): PyInt | undefined {
  switch (typeof v) {
    case 'number':
      return Number.isInteger(v) ? (v as PyInt) : undefined;
    case 'bigint':
      return v;
    case 'boolean':
      return (v ? 1 : 0) as PyInt;
    default:
      return v instanceof IntObject ? v.value : undefined;
  }
}

/** The number inside a float or an instance of a subclass; undefined for all else. */
export function floatOf(v: Value): number | undefined {
  if (typeof v === 'number') return Number.isInteger(v) ? undefined : v;
  return v instanceof FloatBox ? v.value : undefined;
}

/** An operand of float arithmetic as a number: a float, or an int converted; undefined for all else. OverflowError for ints too large. */
export function realValue(v: Value): number | undefined {
  if (typeof v === 'number') return v;
  if (v instanceof FloatBox) return v.value;
  const int = intValue(v);
  return int === undefined ? undefined : intToFloat(int);
}

/** The nearest double. OverflowError where there is none. */
export function intToFloat(v: PyInt): number {
  if (typeof v === 'number') return v;
  const x = toFloat(v);
  if (!Number.isFinite(x)) throw overflowError('int too large to convert to float');
  return x;
}
