import type { Value } from '../objects/object.ts';
import type { PyModule } from '../objects/module.ts';
import { str } from '../objects/str.ts';
import { getAttr, setAttr } from '../runtime/attributes.ts';
import { call } from '../runtime/call.ts';
import { newModule } from '../runtime/declare-module.ts';
import { setStr } from '../runtime/dict.ts';
import type { Interpreter } from '../runtime/state.ts';
import { runCode } from './code.ts';
import { compileText } from './execution.ts';
import { importBuiltin } from './import.ts';

/**
 * Installs CPython's own import system: the two files of importlib that CPython freezes are run from source, or from the cache that the host keeps of them.
 * CPython: Python/pylifecycle.c, init_importlib
 */

/** Reads a file of the standard library, by its path below the library's folder. */
export type ReadLibrary = (path: string) => Uint8Array;

export function installImportlib(interpreter: Interpreter, read: ReadLibrary): void {
  const sys = interpreter.sys;
  const bootstrap = runLibraryModule(
    interpreter,
    read,
    '_frozen_importlib',
    'importlib/_bootstrap.py',
  );
  const imp = importBuiltin(interpreter, '_imp')!;
  call(getAttr(bootstrap, '_install'), sys, imp);
  const external = runLibraryModule(
    interpreter,
    read,
    '_frozen_importlib_external',
    'importlib/_bootstrap_external.py',
  );
  setAttr(bootstrap, '_bootstrap_external', external);
  call(getAttr(external, '_set_bootstrap_module'), bootstrap);
  call(getAttr(external, '_install'), bootstrap);
}

/** Runs a file of the library as a module of the given name. */
function runLibraryModule(
  interpreter: Interpreter,
  read: ReadLibrary,
  name: string,
  path: string,
): PyModule {
  const module = newModule(interpreter.builtinsNamespace);
  Object.defineProperty(module.namespace, 'dict', { value: module.dict, writable: true });
  const put = (key: string, value: Value) => setStr(module.dict, key, value);
  put('__name__', str(name));
  put('__package__', '');
  put('__builtins__', interpreter.builtins);
  setStr(interpreter.modules, name, module);
  const filename = `<frozen ${path.replace('.py', '').replace('/', '.')}>`;
  runCode(compileText(read(path), filename, 'exec', 0, -1), module.namespace, null);
  return module;
}
