import type { PyDict } from '../objects/dict.ts';
import type { Attributes } from '../objects/object.ts';
import { findStr, namespaceOf, setStr } from './dict.ts';
import { PyModule } from '../objects/module.ts';
import { PyDict as Dict } from '../objects/dict.ts';
import { thread } from './state.ts';

/** Makes a dict the globals of code, with builtins behind it: its own `__builtins__` where it has one, which is added where it has none. */
export function globalsDict(dict: PyDict): Attributes {
  const { interpreter } = thread;
  const given = findStr(dict, '__builtins__');
  if (given === undefined) setStr(dict, '__builtins__', interpreter.builtins);
  const behind =
    given instanceof PyModule
      ? given.namespace
      : given instanceof Dict
        ? namespaceOf(given, Object.prototype as unknown as Attributes)
        : interpreter.builtinsNamespace;
  const namespace = namespaceOf(dict, behind);
  Object.defineProperty(namespace, 'dict', { value: dict, writable: true, configurable: true });
  if (Object.getPrototypeOf(namespace) !== behind) Object.setPrototypeOf(namespace, behind);
  return namespace;
}
