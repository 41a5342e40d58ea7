import type { Callable } from '../objects/function.ts';
import type { Attributes, Entry, PyObject, Raised, Value } from '../objects/object.ts';
import { runtimeError } from './errors.ts';
import { callerGlobals } from './frames.ts';

/** What compiled code knows of its own frame where it calls `locals`, `globals`, `eval` and their kin. */
export interface CallingFrame {
  readonly globals: Attributes;
  /** `[name, value, …]` of a function; the mapping of a class body; null where the locals are the globals. */
  readonly locals: readonly (Value | undefined | string)[] | PyObject | null;
}

/** A builtin that reads the frame it is called from. */
export class FrameReader implements Callable {
  declare readonly callFrom: (frame: CallingFrame, args: readonly Value[]) => Value | Raised;
  declare private readonly inner: Callable;
  constructor(
    inner: Callable,
    callFrom: (frame: CallingFrame, args: readonly Value[]) => Value | Raised,
  ) {
    this.inner = inner;
    this.callFrom = callFrom;
  }
  get textSignature(): string | null {
    return this.inner.textSignature;
  }
  call(self: Value | undefined, args: readonly Value[], names: readonly string[] | null): Value {
    return this.inner.call(self, args, names);
  }
  entry(count: number, withSelf: boolean): Entry | undefined {
    return this.inner.entry(count, withSelf);
  }
}

/** The frame of the innermost Python code, of which only the globals are known. */
export function unknownFrame(): CallingFrame {
  const globals = callerGlobals();
  if (globals === null) throw runtimeError('no Python code is running');
  return { globals, locals: null };
}
