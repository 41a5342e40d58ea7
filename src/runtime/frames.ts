import type { Attributes } from '../objects/object.ts';
import { StateKey, thread } from './state.ts';

/** Who is calling: found from the engine's own stack, and only when asked for. CPython: Python/sysmodule.c, sys__getframe_impl */

/** How the interpreter finds the globals of the Python code that called into TypeScript, `depth` frames up. */
export const frameFinder = new StateKey<{ globals: (depth: number) => Attributes | null }>(() => ({
  globals: () => null,
}));

/** The globals of the innermost running Python code, or null. */
export const callerGlobals = (depth = 0): Attributes | null =>
  thread.interpreter.state(frameFinder).globals(depth);
