import type { PyObject, Raised, Value } from '../../objects/object.ts';
import { calleeEntry } from '../../runtime/call.ts';

/** Calls with one argument, or two; the result may be RAISED. */
export const callOne = (f: Value, a: Value): Value | Raised =>
  ((f as PyObject | null)?.call1 ?? calleeEntry(f, 1))(a);
export const callTwo = (f: Value, a: Value, b: Value): Value | Raised =>
  ((f as PyObject | null)?.call2 ?? calleeEntry(f, 2))(a, b);
