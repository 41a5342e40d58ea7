import { PyDict } from '../objects/dict.ts';
import { PyBaseException } from '../objects/exception.ts';
import { importErrorType } from '../objects/exception-types.ts';
import type { PyTraceback } from '../objects/frame.ts';
import { smallInt } from '../objects/int.ts';
import { PyModule } from '../objects/module.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import type { Value } from '../objects/object.ts';
import { utf16 } from '../objects/str.ts';
import { findAttr, getAttr } from '../runtime/attributes.ts';
import { callArgs } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import {
  fn,
  instantiate,
  newModule,
  type BuiltinModule,
  type FunctionSpec,
} from '../runtime/declare-module.ts';
import { findStr, setStr } from '../runtime/dict.ts';
import { importError } from '../runtime/errors.ts';
import type { Interpreter } from '../runtime/state.ts';
import { StateKey, thread } from '../runtime/state.ts';

/** The builtin modules of an interpreter, and `__import__`. CPython: Python/import.c */

export type BuiltinModules = Readonly<Record<string, () => BuiltinModule>>;

/** The builtin modules that an interpreter may import. */
export const builtinModulesKey = new StateKey<BuiltinModules>(() => ({}));

/** Makes a builtin module and puts it into sys.modules; the one that is there, where it was imported before. */
export function importBuiltin(interpreter: Interpreter, name: string): PyModule | undefined {
  const loaded = findStr(interpreter.modules, name);
  if (loaded !== undefined) return loaded as PyModule;
  const declare = interpreter.state(builtinModulesKey)[name];
  if (declare === undefined) return undefined;
  const module = newModule(interpreter.builtinsNamespace);
  Object.defineProperty(module.namespace, 'dict', { value: module.dict, writable: true });
  setStr(interpreter.modules, name, module);
  return instantiate(declare(), interpreter, module);
}

/**
 * `__import__`: what is loaded at once, a builtin module directly, all else by `importlib._bootstrap`. CPython: PyImport_ImportModuleLevelObject
 */
function importModule(
  name: Value,
  globals: Value,
  _locals: Value,
  fromlist: Value,
  level: number,
): Value {
  const { interpreter } = thread;
  const text = utf16(strValue(name)!);
  const loaded =
    level === 0 && !text.includes('.') ? findStr(interpreter.modules, text) : undefined;
  const isPlain = fromlist === null || (fromlist instanceof PyTuple && fromlist.items.length === 0);
  if (loaded instanceof PyModule && isPlain && !isInitializing(loaded)) return loaded;
  const bootstrap = findStr(interpreter.modules, '_frozen_importlib');
  if (bootstrap !== undefined && bootstrap !== null)
    return withoutImportFrames(() =>
      callArgs(
        getAttr(bootstrap, '__import__'),
        [name, globals ?? new PyDict(), new PyDict(), fromlist ?? tuple([]), smallInt(level)],
        null,
      ),
    );
  const module = importBuiltin(interpreter, text);
  if (module === undefined) throw importError(`No module named '${text}'`, text);
  return module;
}

/** Cuts the frames of importlib out of a traceback, all of them for ImportError. CPython: remove_importlib_frames */
function withoutImportFrames(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof PyBaseException) {
      const isImportError = error.type.mro.includes(importErrorType);
      error.traceback = cutFrames(error.traceback, isImportError);
    }
    throw error;
  }
}

const isImportlib = (tb: PyTraceback): boolean =>
  tb.frame.code.filename.startsWith('<frozen importlib._bootstrap');

/** A run of importlib's frames goes when it ends in `_call_with_frames_removed`, or always. */
function cutFrames(first: PyTraceback | null, always: boolean): PyTraceback | null {
  const kept: PyTraceback[] = [];
  let run: PyTraceback[] = [];
  for (let tb = first; tb !== null; tb = tb.next) {
    if (!isImportlib(tb)) {
      kept.push(...run, tb);
      run = [];
      continue;
    }
    run.push(tb);
    if (always || tb.frame.code.info.name === '_call_with_frames_removed') run = [];
  }
  kept.push(...run);
  kept.forEach((tb, i) => {
    tb.next = kept[i + 1] ?? null;
  });
  return kept[0] ?? null;
}

/** Whether a module is being run by its loader, in which case the import must wait for it. */
function isInitializing(module: PyModule): boolean {
  const spec = findStr(module.dict, '__spec__');
  return spec !== undefined && spec !== null && findAttr(spec, '_initializing') === true;
}

export function installImport(
  interpreter: Interpreter,
  modules: BuiltinModules,
): { functions: Readonly<Record<string, FunctionSpec>>; start: () => void } {
  interpreter.provide(builtinModulesKey, modules);
  return {
    functions: {
      __import__: fn(
        '(name: object, globals=None, locals=None, fromlist=None, level: cint = 0)',
        `Import a module.

Because this function is meant for use by the Python
interpreter and not for general use, it is better to use
importlib.import_module() to programmatically import a module.

The globals argument is only used to determine the context;
they are not modified.  The locals argument is unused.  The fromlist
should be a list of names to emulate \`\`from name import ...\`\`, or an
empty list to emulate \`\`import name\`\`.
When importing a module from a package, note that __import__('A.B', ...)
returns package A when fromlist is empty, but its submodule B when
fromlist is not empty.  The level argument is used to determine whether
to perform absolute or relative imports: 0 is absolute, while a positive
number is the number of parent directories to search relative to the
current module.`,
        (name, globals, locals, fromlist, level) =>
          importModule(name, globals, locals, fromlist, level),
      ),
    },
    start: () => {
      const sys = importBuiltin(interpreter, 'sys');
      if (sys !== undefined)
        Object.defineProperty(interpreter, 'sys', { value: sys, writable: true });
    },
  };
}
