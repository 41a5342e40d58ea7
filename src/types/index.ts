import type { PyType } from '../objects/type.ts';
import './object.ts';
import './type.ts';
import './descriptor.ts';
import './function.ts';
import './exceptions.ts';
import './os-error.ts';
import './std-printer.ts';

/** Fills all builtin types; gives those that `builtins` names but no protocol needs to know. */
export const builtinTypes = (): readonly PyType[] => [];
