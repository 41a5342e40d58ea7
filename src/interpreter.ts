import type { Host } from './host/host.ts';
import {
  compileText,
  executionFunctions,
  optimizeLevel,
  treeConverters,
} from './import/execution.ts';
import { scripts, runCode } from './import/code.ts';
import { installImport } from './import/import.ts';
import { fromTree, toTree } from './modules/_ast/convert.ts';
import { builtinModules } from './modules/index.ts';
import { builtinsModule } from './modules/builtins/index.ts';
import { PyDict } from './objects/dict.ts';
import type { PyModule } from './objects/module.ts';
import type { Value } from './objects/object.ts';
import { instantiate, newModule } from './runtime/declare-module.ts';
import { getAttr } from './runtime/attributes.ts';
import { setStr } from './runtime/dict.ts';
import { importModule } from './runtime/import-hook.ts';
import { frameFinder } from './runtime/frames.ts';
import { memoryKey } from './runtime/garbage.ts';
import { hostKey } from './modules/host-access.ts';
import { Interpreter, switchThread, ThreadState } from './runtime/state.ts';
import { SipHasher, sipKeyFromSeed, type SipKey } from './algorithms/siphash.ts';
import { installImportlib, type ReadLibrary } from './import/bootstrap.ts';
import { impModule } from './import/imp.ts';
import { marshalModule } from './import/marshal.ts';
import { builtinNamesKey } from './modules/sys/builtin-names.ts';
import { settingsKey, type Settings } from './modules/sys/settings.ts';
import { hasher } from './runtime/hash.ts';
import { builtinTypes } from './types/index.ts';

/** What an interpreter is made with. */
export interface InterpreterOptions {
  readonly host: Host;
  readonly optimize?: 0 | 1 | 2;
  readonly settings?: Settings;
  /** The seed of str hashes; random for null. */
  readonly hashSeed?: number | null;
  /** Reads a file of the standard library; without it, only builtin modules can be imported. */
  readonly readLibrary?: ReadLibrary;
  readonly unbuffered?: boolean;
}

/** One Python: its modules, its builtins, its main thread. It shares nothing that changes with another. CPython: Python/pylifecycle.c */
export class PythonInterpreter extends Interpreter {
  declare readonly host: Host;

  constructor(options: InterpreterOptions) {
    super();
    this.host = options.host;
    define(this, 'mainThread', new ThreadState(this));
    const before = switchThread(this.mainThread);
    try {
      this.provide(hostKey, options.host);
      if (options.settings !== undefined) this.provide(settingsKey, options.settings);
      this.provide(hasher, { sip: new SipHasher(sipKey(options)) });
      this.state(scripts).compiler = options.host.script;
      if (options.host.garbage !== undefined) this.provide(memoryKey, options.host.garbage);
      this.provide(frameFinder, this.state(scripts).frames);
      this.state(optimizeLevel).level = options.optimize ?? 0;
      const allModules = {
        ...builtinModules,
        _imp: () => impModule,
        marshal: () => marshalModule,
      };
      this.provide(builtinNamesKey, ['builtins', ...Object.keys(allModules)]);
      define(this, 'modules', new PyDict());
      this.provide(treeConverters, { toTree, fromTree });
      const builtins = newModule(null);
      define(this, 'builtins', builtins);
      define(this, 'builtinsNamespace', builtins.namespace);
      const { functions, start } = installImport(this, allModules);
      instantiate(
        builtinsModule({ ...executionFunctions, ...functions }, builtinTypes()),
        this,
        builtins,
      );
      setStr(this.modules, 'builtins', builtins);
      start();
      if (options.readLibrary !== undefined) installImportlib(this, options.readLibrary);
      setStr(builtins.dict, 'open', getAttr(importModule('_io'), 'open'));
    } finally {
      switchThread(before);
    }
  }

  /** Makes a module with the builtins behind its globals, and puts it into sys.modules. */
  newModule(name: string): PyModule {
    const module = newModule(this.builtinsNamespace);
    Object.defineProperty(module.namespace, 'dict', { value: module.dict, writable: true });
    setStr(module.dict, '__name__', name);
    setStr(module.dict, '__doc__', null);
    setStr(module.dict, '__package__', null);
    setStr(module.dict, '__loader__', null);
    setStr(module.dict, '__spec__', null);
    setStr(module.dict, '__builtins__', this.builtins);
    setStr(this.modules, name, module);
    return module;
  }

  /** Runs source in a module's globals. Python exceptions are thrown as themselves. */
  run(
    source: string | Uint8Array,
    filename: string,
    module: PyModule,
    mode: 'exec' | 'eval' | 'single' = 'exec',
  ): Value {
    return this.enter(() =>
      runCode(compileText(source, filename, mode, 0, -1), module.namespace, null),
    );
  }

  /** Runs an action with this interpreter's main thread as the running one. */
  enter<T>(action: () => T): T {
    const before = switchThread(this.mainThread);
    try {
      return action();
    } finally {
      switchThread(before);
    }
  }
}

/** The key of str hashes. */
function sipKey({ hashSeed, host }: InterpreterOptions): SipKey {
  if (hashSeed !== undefined && hashSeed !== null) return sipKeyFromSeed(hashSeed);
  const words = new Int32Array(4);
  host.random.fill(new Uint8Array(words.buffer));
  return [words[0]!, words[1]!, words[2]!, words[3]!];
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
