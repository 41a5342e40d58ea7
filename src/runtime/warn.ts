import { smallInt } from '../objects/int.ts';
import { str } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { getAttr } from './attributes.ts';
import { call } from './call.ts';
import { findStr } from './dict.ts';
import { thread } from './state.ts';

/** Warnings from TypeScript, by the `warnings` module or its core `_warnings`, whichever is loaded. CPython: Python/_warnings.c */
export function warn(
  category: PyType,
  message: string,
  where: { readonly filename: string; readonly lineno: number },
): void {
  const { modules } = thread.interpreter;
  const module = findStr(modules, 'warnings') ?? findStr(modules, '_warnings');
  if (module === undefined || module === null) return;
  call(
    getAttr(module, 'warn_explicit'),
    str(message),
    category,
    str(where.filename),
    smallInt(where.lineno),
  );
}

/** A warning about what the running Python code does: its place is the caller's, `stacklevel` frames up. */
export function warnCaller(category: PyType, message: string, stacklevel = 1): void {
  const { modules } = thread.interpreter;
  const module = findStr(modules, 'warnings') ?? findStr(modules, '_warnings');
  if (module === undefined || module === null) return;
  call(getAttr(module, 'warn'), str(message), category, smallInt(stacklevel));
}
