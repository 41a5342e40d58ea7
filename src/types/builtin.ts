import type { Value } from '../objects/object.ts';
import { getAttr } from '../runtime/attributes.ts';
import { thread } from '../runtime/state.ts';

/** The builtin function or class that `builtins` has under a name: what `__reduce__` methods refer to. CPython: _PyEval_GetBuiltin */
export const builtin = (name: string): Value => getAttr(thread.interpreter.builtins, name);
