import '../../../src/types/object.ts';
import '../../../src/types/type.ts';
import '../../../src/types/descriptor.ts';
import '../../../src/types/function.ts';
import { createMemoryHost, type MemoryHost } from '../../../src/host/memory/memory-host.ts';
import type { Host } from '../../../src/host/host.ts';
import { hostKey } from '../../../src/modules/host-access.ts';
import { PyBytes } from '../../../src/objects/bytes.ts';
import { PyBaseException } from '../../../src/objects/exception.ts';
import { FloatBox } from '../../../src/objects/float.ts';
import { int } from '../../../src/objects/int.ts';
import { PyList } from '../../../src/objects/list.ts';
import type { Value } from '../../../src/objects/object.ts';
import { AstralString, str, utf16 } from '../../../src/objects/str.ts';
import { PyTuple } from '../../../src/objects/tuple.ts';
import type { PyModule } from '../../../src/objects/module.ts';
import { callArgs, callMethod } from '../../../src/runtime/call.ts';
import { instantiate, newModule, type BuiltinModule } from '../../../src/runtime/declare-module.ts';
import { findStr } from '../../../src/runtime/dict.ts';
import { Interpreter, switchThread, ThreadState } from '../../../src/runtime/state.ts';

/** What tests pass and compare: JavaScript's nearest values, and Python objects as they are. */
export type Plain = Value | Uint8Array | readonly Plain[] | number | bigint | undefined;

export function value(v: Plain): Value {
  if (v instanceof Uint8Array) return new PyBytes(v);
  if (Array.isArray(v)) return new PyList(v.map(each => value(each as Plain)));
  if (typeof v === 'string') return str(v);
  if (typeof v === 'bigint') return int(v);
  return (v ?? null) as Value;
}
export function plain(v: Value): Plain {
  if (v instanceof PyBytes) return v.data;
  if (v instanceof PyList || v instanceof PyTuple) return v.items.map(plain);
  if (v instanceof AstralString) return utf16(v);
  if (v instanceof FloatBox) return v.value;
  return v;
}

/** A Python with one module of ours and a host, for tests that need no Python code. */
export class TestPython {
  readonly module: PyModule;

  constructor(module: BuiltinModule, host: Host) {
    const interpreter = new Interpreter();
    interpreter.provide(hostKey, host);
    switchThread(new ThreadState(interpreter));
    this.module = instantiate(module, interpreter, newModule(null));
  }

  get(name: string): Value {
    return findStr(this.module.dict, name)!;
  }

  /** Calls with positional and named arguments. */
  call(f: string | Value, args: readonly Plain[] = [], named: Record<string, Plain> = {}): Value {
    const callee = typeof f === 'string' ? this.get(f) : f;
    const names = Object.keys(named);
    const all = [...args, ...Object.values(named)].map(value);
    return callArgs(callee, all, names.length > 0 ? names : null);
  }

  method(obj: Value, name: string, ...args: Plain[]): Plain {
    return plain(callMethod(obj, name, ...args.map(value)));
  }
}

/** `TypeError: message` of the Python exception that `action` raises. */
export function raised(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    const [first, second] = error.args.items;
    const message =
      second === undefined ? first : `[Errno ${String(first)}] ${String(plain(second))}`;
    return `${error.type.name}: ${message === undefined ? '' : String(plain(message))}`;
  }
  return '';
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const memoryPython = (module: BuiltinModule): { python: TestPython; host: MemoryHost } => {
  const host = createMemoryHost();
  return { python: new TestPython(module, host), host };
};
