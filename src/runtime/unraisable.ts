import { PyBaseException } from '../objects/exception.ts';
import type { Value } from '../objects/object.ts';
import { StateKey, thread } from './state.ts';

/** Tells of an exception that nobody can catch. */
export type ReportUnraisable = (exception: PyBaseException, message: string, about: Value) => void;

/** `sys` provides what calls `sys.unraisablehook`; without it such exceptions are dropped, as CPython drops them before sys is there. */
export const unraisableKey = new StateKey<ReportUnraisable>(() => () => {});

/** Runs an action whose exceptions nobody can catch. CPython: PyErr_FormatUnraisable */
export function guardUnraisable(message: string, about: Value, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    thread.interpreter.state(unraisableKey)(error, message, about);
  }
}
