import vm from 'node:vm';
import type { CompiledScript, Garbage, ScriptCompiler, Timers } from '../host.ts';

/** Compiles JavaScript with V8's code cache. */
export class NodeScripts implements ScriptCompiler {
  compile(text: string, filename: string, cached?: Uint8Array): CompiledScript {
    const script = new vm.Script(text, cached ? { filename, cachedData: cached } : { filename });
    return {
      cacheRejected: script.cachedDataRejected ?? false,
      run: () => script.runInThisContext(),
      cacheData: () => script.createCachedData(),
    };
  }
}

export class NodeTimers implements Timers {
  after(milliseconds: number, callback: () => void): { cancel(): void } {
    const timer = setTimeout(callback, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  }

  soon(callback: () => void): void {
    setImmediate(callback);
  }
}

/** Collection on demand. */
export class NodeGarbage implements Garbage {
  #collect: (() => void) | undefined;
  #release: (() => void) | undefined;

  collect(): void {
    this.release();
    this.#collect ??= makeCollect();
    this.#collect();
  }

  release(): void {
    this.#release ??= makeRelease();
    this.#release();
  }

  used(): number {
    return process.memoryUsage().heapUsed;
  }
}

function makeCollect(): () => void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  return vm.runInNewContext('gc') as () => void;
}

/**
 * V8 keeps what a WeakRef gave out alive until the end of the current job. A context whose microtasks run after each evaluation
 * ends a job of its own, and with it every such hold.
 */
function makeRelease(): () => void {
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  const script = new vm.Script('0');
  return () => {
    script.runInContext(context);
  };
}
