import type { PyBaseException } from '../objects/exception.ts';
import { thread } from './state.ts';

/** The exception being handled becomes the context; a cycle that this would close is cut. CPython: Python/errors.c, _PyErr_SetObject */
export function setContext(exception: PyBaseException): void {
  const { handled } = thread;
  if (handled === null || handled === exception) return;
  for (let each: PyBaseException = handled; each.context !== null; each = each.context)
    if (each.context === exception) {
      each.context = null;
      break;
    }
  exception.context = handled;
}
