import type { Host } from './host/host.ts';
import { PythonBorder } from './interop/convert.ts';
import { PythonInterpreter, type InterpreterOptions } from './interpreter.ts';
import { findStr, removeItem, setStr, dictItems } from './runtime/dict.ts';
import type { PyModule } from './objects/module.ts';
import { str, utf16 } from './objects/str.ts';
import { strValue } from './runtime/convert.ts';
import { importModule } from './runtime/import-hook.ts';

export { PythonError, type PythonFunction, type PythonObject } from './interop/python-object.ts';
export type { Host } from './host/host.ts';

/** What an embedded Python is made with. */
export interface PythonOptions {
  readonly host: Host;
  /** `-O`: 1 leaves out asserts, 2 docstrings too. */
  readonly optimize?: 0 | 1 | 2;
  readonly settings?: InterpreterOptions['settings'];
  readonly readLibrary?: InterpreterOptions['readLibrary'];
}

/** One Python interpreter. Two of them in one process share nothing that changes. */
export interface Python {
  /** Runs statements in `__main__`. Throws PythonError. */
  run(source: string, filename?: string): void;
  /** The value of an expression in `__main__`, converted. */
  evaluate(source: string): unknown;
  /** A global of `__main__`, converted; undefined where there is none. */
  get(name: string): unknown;
  /** Sets a global of `__main__`. */
  set(name: string, value: unknown): void;
  delete(name: string): boolean;
  /** The names of `__main__`. */
  names(): string[];
  /** Imports a module; its attributes are reached through `get`. */
  import(name: string): unknown;
}

/** Makes a Python on a host. */
export function createPythonOn(options: PythonOptions): Python {
  const python = new PythonInterpreter(options);
  const border = new PythonBorder(action => python.enter(action));
  const main: PyModule = python.enter(() => python.newModule('__main__'));
  return {
    run: (source, filename = '<string>') =>
      border.guard(() => {
        python.run(source, filename, main);
      }),
    evaluate: source =>
      border.guard(() => border.toJavaScript(python.run(source.trim(), '<string>', main, 'eval'))),
    get: name =>
      border.guard(() => {
        const value = findStr(main.dict, name);
        return value === undefined ? undefined : border.toJavaScript(value);
      }),
    set: (name, value) => border.guard(() => setStr(main.dict, name, border.toPython(value))),
    delete: name => border.guard(() => removeItem(main.dict, str(name)) !== undefined),
    names: () =>
      border.guard(() =>
        dictItems(main.dict).flatMap(([key]) => {
          const text = strValue(key);
          return text === undefined ? [] : [utf16(text)];
        }),
      ),
    import: name => border.guard(() => border.toJavaScript(importModule(name))),
  };
}
