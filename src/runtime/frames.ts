import type { PyFrame } from '../objects/frame.ts';
import type { Attributes } from '../objects/object.ts';
import { StateKey, thread } from './state.ts';

/** Who is calling: found from the engine's own stack, and only when asked for. CPython: Python/sysmodule.c, sys__getframe_impl */

/** How the interpreter finds the Python code that called into TypeScript, innermost first. */
export interface FrameFinder {
  /** The frame `depth` levels up, its `f_back` known; null where the stack is not that deep. */
  frame(depth: number): PyFrame | null;
  globals(depth: number): Attributes | null;
}
export const frameFinder = new StateKey<FrameFinder>(() => ({
  frame: () => null,
  globals: () => null,
}));

/** The globals of the innermost running Python code, or null. */
export const callerGlobals = (depth = 0): Attributes | null =>
  thread.interpreter.state(frameFinder).globals(depth);
/** The frame of the innermost running Python code, or null. Its locals are not known. */
export const callerFrame = (depth = 0): PyFrame | null =>
  thread.interpreter.state(frameFinder).frame(depth);
