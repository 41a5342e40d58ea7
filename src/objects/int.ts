import { PyObject, type Value } from './object.ts';

/** A Python int that is a safe integer: a JavaScript number. CPython: Objects/longobject.c */
export type Int = number & { readonly int: true };
/** A Python int beyond the safe integers: a bigint, never one that would fit a safe integer. */
export type LargeInt = bigint & { readonly int: true };
/** An exact Python int (bool excluded). */
export type PyInt = Int | LargeInt;

/** The int of any JavaScript integer: a number that is integral, or a bigint. */
export function int(n: number | bigint): PyInt {
  if (typeof n === 'number') {
    if (Number.isSafeInteger(n)) return (n + 0) as Int;
    return BigInt(n) as LargeInt;
  }
  return -9007199254740991n <= n && n <= 9007199254740991n ? (Number(n) as Int) : (n as LargeInt);
}
/** The int of a number known to be a safe integer and not -0: lengths, indices, counts. */
export const smallInt = (n: number): Int => n as Int;

export const isSmallInt = (v: unknown): v is Int => typeof v === 'number' && Number.isInteger(v);
/** Whether the value is an exact int, bool excluded. */
export const isInt = (v: Value): v is PyInt =>
  typeof v === 'number' ? Number.isInteger(v) : typeof v === 'bigint';

/** An instance of a subclass of int. */
export class IntObject extends PyObject {
  declare readonly value: PyInt;
  constructor(value: PyInt) {
    super();
    this.value = value;
  }
}
