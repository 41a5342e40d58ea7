import { smallInt } from '../objects/int.ts';
import { str } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { callMethod } from '../runtime/call.ts';
import { importModule } from '../runtime/import-hook.ts';

/** Issues a warning against the running Python code. CPython: PyErr_WarnEx */
export function warn(category: PyType, message: string, stackLevel = 1): void {
  callMethod(importModule('warnings'), 'warn', str(message), category, smallInt(stackLevel));
}
