import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { smallInt } from '../objects/int.ts';
import { getAttr } from './attributes.ts';
import { call } from './call.ts';
import { findStr } from './dict.ts';
import { thread } from './state.ts';

/** Imports a module by its full name, as `import a.b` does, and gives that very module. */
export function importModule(name: string): Value {
  const { interpreter } = thread;
  const loaded = findStr(interpreter.modules, name);
  if (loaded !== undefined && loaded !== null) return loaded;
  call(getAttr(interpreter.builtins, '__import__'), str(name), null, null, tuple([]), smallInt(0));
  return findStr(interpreter.modules, name)!;
}
