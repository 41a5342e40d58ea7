import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { PyDict } from '../objects/dict.ts';
import { PyBaseException } from '../objects/exception.ts';
import { float } from '../objects/float.ts';
import { PyBuiltin } from '../objects/function.ts';
import { int } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import type { PyObject, Value } from '../objects/object.ts';
import { PyAnySet, PySet } from '../objects/set.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyTuple } from '../objects/tuple.ts';
import { getAttr, setAttr } from '../runtime/attributes.ts';
import { callArgs, isCallable } from '../runtime/call.ts';
import { exceptionOf } from '../runtime/compiled/exceptions.ts';
import { strValue } from '../runtime/convert.ts';
import { dictItems, setItem } from '../runtime/dict.ts';
import { runtimeError, typeError } from '../runtime/errors.ts';
import { formatTraceback } from '../runtime/traceback.ts';
import { putEntry } from '../runtime/hashing.ts';
import { getIter, listItems, nextItem } from '../runtime/iterate.ts';
import { floatOf, intValue } from '../runtime/numbers.ts';
import { strText } from '../runtime/text.ts';
import { VariadicCallable } from '../runtime/variadic.ts';
import {
  PythonError,
  type Border,
  type PythonFunction,
  type PythonObject,
} from './python-object.ts';

/**
 * How values cross the border. Numbers, strings, bytes, lists, tuples, dicts and sets are copied into their counterparts; functions of either side are called across it;
 * every other Python object is a `PythonObject`, and comes back as itself.
 */
export class PythonBorder implements Border {
  private readonly proxies = new WeakMap<PyObject, PythonObject | PythonFunction>();
  private readonly originals = new WeakMap<object, PyObject>();
  /** Runs an action with the interpreter's thread as the running one. */
  declare private readonly enter: <T>(action: () => T) => T;
  constructor(enter: <T>(action: () => T) => T) {
    this.enter = enter;
  }

  /** Runs an action in Python; a Python exception becomes a PythonError. */
  guard<T>(action: () => T): T {
    return this.enter(() => {
      try {
        return action();
      } catch (error) {
        throw error instanceof PythonError ? error : this.errorOf(exceptionOf(error));
      }
    });
  }

  private errorOf(exception: PyBaseException): PythonError {
    const message = messageOf(exception);
    const text = formatTraceback(exception);
    return new PythonError(
      exception.type.name,
      message,
      text,
      this.toJavaScript(exception) as PythonObject,
      exception,
    );
  }

  toJavaScript(v: Value): unknown {
    if (v === null || typeof v === 'boolean') return v;
    const text = strValue(v);
    if (text !== undefined) return utf16(text);
    const n = intValue(v);
    if (n !== undefined) return n;
    const x = floatOf(v);
    if (x !== undefined) return x;
    if (v instanceof PyBytes || v instanceof PyByteArray) return v.data.slice();
    if (v instanceof PyList || v instanceof PyTuple)
      return v.items.map(item => this.toJavaScript(item));
    if (v instanceof PyDict)
      return new Map(
        dictItems(v).map(([key, value]) => [this.toJavaScript(key), this.toJavaScript(value)]),
      );
    if (v instanceof PyAnySet) return new Set(listItems(v).map(item => this.toJavaScript(item)));
    return this.proxyOf(v as PyObject);
  }

  toPython(v: unknown): Value {
    switch (typeof v) {
      case 'undefined':
        return null;
      case 'boolean':
        return v;
      case 'number':
        return Number.isInteger(v) && !Object.is(v, -0) ? int(v) : float(v);
      case 'bigint':
        return int(v);
      case 'string':
        return str(v);
      case 'function':
        return this.originals.get(v) ?? this.functionOf(v as (...args: unknown[]) => unknown);
      case 'object':
        return v === null ? null : this.objectToPython(v);
      default:
        throw typeError(`a JavaScript ${typeof v} has no Python counterpart`);
    }
  }

  private objectToPython(v: object): Value {
    const original = this.originals.get(v);
    if (original !== undefined) return original;
    if (v instanceof Uint8Array) return new PyBytes(v.slice());
    if (Array.isArray(v)) return new PyList(v.map(item => this.toPython(item)));
    if (v instanceof Set) {
      const set = new PySet();
      for (const item of v) putEntry(set.table, this.toPython(item), null);
      return set;
    }
    const dict = new PyDict();
    const entries = v instanceof Map ? v.entries() : Object.entries(v);
    for (const [key, value] of entries) setItem(dict, this.toPython(key), this.toPython(value));
    return dict;
  }

  /** A JavaScript function as Python calls it; named arguments arrive as an object behind the positional ones. */
  private functionOf(f: (...args: unknown[]) => unknown): Value {
    const name = f.name === '' ? '<JavaScript function>' : f.name;
    const callable = new VariadicCallable((_self, args, names) => {
      const count = args.length - (names?.length ?? 0);
      const given = args.slice(0, count).map(arg => this.toJavaScript(arg));
      if (names !== null && names.length > 0)
        given.push(
          Object.fromEntries(names.map((each, i) => [each, this.toJavaScript(args[count + i]!)])),
        );
      try {
        return this.toPython(f(...given));
      } catch (error) {
        if (error instanceof PythonError) throw error.value;
        if (error instanceof PyBaseException) throw error;
        throw runtimeError(
          error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        );
      }
    }, name);
    return new PyBuiltin(name, name, callable, null, false, null);
  }

  private proxyOf(v: PyObject): PythonObject | PythonFunction {
    let proxy = this.proxies.get(v);
    if (proxy === undefined) {
      const object = this.objectProxy(v);
      proxy = isCallable(v)
        ? Object.assign((...args: unknown[]) => object.call(...args), { python: object })
        : object;
      this.proxies.set(v, proxy);
      this.originals.set(proxy, v);
      this.originals.set(object, v);
    }
    return proxy;
  }

  private objectProxy(v: PyObject): PythonObject {
    const callWith = (
      args: readonly unknown[],
      keywords: Readonly<Record<string, unknown>>,
    ): unknown =>
      this.guard(() => {
        const names = Object.keys(keywords);
        const values = [...args, ...Object.values(keywords)].map(arg => this.toPython(arg));
        return this.toJavaScript(callArgs(v, values, names.length === 0 ? null : names));
      });
    return {
      typeName: typeOf(v).name,
      get: name => this.guard(() => this.toJavaScript(getAttr(v, name))),
      set: (name, value) => this.guard(() => setAttr(v, name, this.toPython(value))),
      call: (...args) => callWith(args, {}),
      callWith,
      callMethod: (name, ...args) =>
        this.guard(() =>
          this.toJavaScript(
            callArgs(
              getAttr(v, name),
              args.map(arg => this.toPython(arg)),
              null,
            ),
          ),
        ),
      toString: () => this.guard(() => strText(v)),
      [Symbol.iterator]: () => this.iterator(v),
    };
  }

  private iterator(v: PyObject): Iterator<unknown> {
    const items = this.guard(() => getIter(v));
    return {
      next: () =>
        this.guard(() => {
          const item = nextItem(items);
          return item === undefined
            ? { done: true, value: undefined }
            : { done: false, value: this.toJavaScript(item) };
        }),
    };
  }
}

function messageOf(exception: PyBaseException): string {
  try {
    return strText(exception);
  } catch (error) {
    if (error instanceof PyBaseException) return '<exception str() failed>';
    throw error;
  }
}
