import { PyObject, type Value } from './object.ts';

/** A Python float whose value is not an integer (nan and the infinities included): a JavaScript number. */
export type RawFloat = number & { readonly float: true };

/** A Python float with an integral value (`2.0`, `-0.0`, `1e300`). CPython: Objects/floatobject.c */
export class FloatBox extends PyObject {
  declare readonly value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
}
/** An exact Python float. */
export type PyFloat = RawFloat | FloatBox;

/** The float of a JavaScript number. */
export const float = (x: number): PyFloat =>
  Number.isInteger(x) ? new FloatBox(x) : (x as RawFloat);

export const isFloat = (v: Value): v is PyFloat =>
  typeof v === 'number' ? !Number.isInteger(v) : v instanceof FloatBox;

/** The number inside a float. */
export const floatValue = (v: PyFloat): number => (typeof v === 'number' ? v : v.value);
