import type { BuiltinModule } from '../runtime/declare-module.ts';
import sys from './sys/index.ts';

/** The builtin modules, each made when it is first imported. */
export const builtinModules: Readonly<Record<string, () => BuiltinModule>> = {
  sys: () => sys,
};
