import { CO_VARARGS, CO_VARKEYWORDS } from '../objects/code.ts';
import type { PyFunction } from '../objects/function.ts';
import type { Entry, Value } from '../objects/object.ts';
import { bindArguments } from './bind.ts';

/** The JavaScript function to call a Python function with exactly `count` positional arguments, where that needs no binding. */
export function functionEntry(f: PyFunction, count: number): Entry | undefined {
  const { info } = f.code;
  if (info.kwonly > 0 || info.flags & (CO_VARARGS | CO_VARKEYWORDS)) return undefined;
  const missing = info.argcount - count;
  if (missing === 0) return f.body;
  const available = f.defaults.length;
  if (missing < 0 || missing > available || missing > 3) return undefined;
  const first = available - missing;
  const { body } = f;
  // Changed defaults are seen, as long as there are as many.
  const fill = (...args: Value[]) =>
    f.defaults.length === available && f.body === body
      ? body(...args, ...f.defaults.slice(first))
      : f.body(...bindArguments(f, args, null));
  if (missing > 1) return fill;
  switch (count) {
    case 1:
      return a =>
        f.defaults.length === available && f.body === body ? body(a, f.defaults[first]!) : fill(a);
    case 2:
      return (a, b) =>
        f.defaults.length === available && f.body === body
          ? body(a, b, f.defaults[first]!)
          : fill(a, b);
    case 3:
      return (a, b, c) =>
        f.defaults.length === available && f.body === body
          ? body(a, b, c, f.defaults[first]!)
          : fill(a, b, c);
    default:
      return fill;
  }
}
