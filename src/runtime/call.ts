import { CO_VARARGS, CO_VARKEYWORDS } from '../objects/code.ts';
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import {
  PyBuiltin,
  PyFunction,
  PyMethod,
  PyMethodDescriptor,
  PyStaticMethod,
} from '../objects/function.ts';
import {
  MAX_DIRECT_ARGUMENTS,
  methodKey,
  PyObject,
  RAISED,
  type Entry,
  type Raised,
  type Value,
} from '../objects/object.ts';
import { PyType } from '../objects/type.ts';
import { bind, lookup, findAttr, getAttr } from './attributes.ts';
import { bindAgain, bindArguments } from './bind.ts';
import { constructorEntry } from './constructors.ts';
import { functionEntry } from './function-entry.ts';
import { typeError } from './errors.ts';
import { unwrap } from './state.ts';

/** Calls. CPython: Objects/call.c */

/** The names of the last arguments of a call, or null for none. */
export type Names = readonly string[] | null;

/** Calls with any arguments; compiled code tests the result for RAISED. */
export function invoke(f: Value, args: readonly Value[], given: Names): Value | Raised {
  // `f(**{})` names nothing.
  const names = given === null || given.length === 0 ? null : given;
  if (f instanceof PyFunction) return invokeFunction(f, args, names);
  if (f instanceof PyMethod) return invoke(f.func, [f.self, ...args], names);
  if (f instanceof PyBuiltin) return f.callable.call(f.bound ? f.self : undefined, args, names);
  if (f instanceof PyType) return callType(f, args, names);
  if (f instanceof PyMethodDescriptor) return callDescriptor(f, args, names);
  return invokeObject(f, args, names);
}

function invokeFunction(f: PyFunction, args: readonly Value[], names: Names): Value | Raised {
  const { info } = f.code;
  const isPlain =
    names === null &&
    args.length === info.argcount &&
    info.kwonly === 0 &&
    (info.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0;
  if (isPlain) return f.body(...args);
  const bound =
    (names === null ? undefined : bindAgain(f, args, names)) ?? bindArguments(f, args, names);
  switch (bound.length) {
    case 1:
      return f.body(bound[0]!);
    case 2:
      return f.body(bound[0]!, bound[1]!);
    case 3:
      return f.body(bound[0]!, bound[1]!, bound[2]!);
    case 4:
      return f.body(bound[0]!, bound[1]!, bound[2]!, bound[3]!);
    default:
      return f.body(...bound);
  }
}

/** `list.append(x, 1)`: the first argument is self and must be of the descriptor's class. */
function callDescriptor(f: PyMethodDescriptor, args: readonly Value[], names: Names): Value {
  const [self, ...rest] = args;
  const { owner } = f;
  if (args.length - (names?.length ?? 0) < 1)
    throw typeError(
      f.type.name === 'method_descriptor'
        ? `unbound method ${owner.name}.${f.name}() needs an argument`
        : `descriptor '${f.name}' of '${owner.name}' object needs an argument`,
    );
  const type = typeOf(self!);
  if (type !== owner && !type.mro.includes(owner))
    throw typeError(
      f.type.name === 'method_descriptor'
        ? `descriptor '${f.name}' for '${owner.name}' objects doesn't apply to a '${type.name}' object`
        : `descriptor '${f.name}' requires a '${owner.name}' object but received a '${type.name}'`,
    );
  return f.callable.call(self, rest, names);
}

function invokeObject(f: Value, args: readonly Value[], names: Names): Value | Raised {
  if (f instanceof PyStaticMethod) return invoke(f.callable, args, names);
  const type = typeOf(f);
  const call = lookup(type, '__call__');
  if (call === undefined) throw typeError(`'${type.name}' object is not callable`);
  if (call instanceof PyFunction) return invokeFunction(call, [f, ...args], names);
  if (call instanceof PyMethodDescriptor) return call.callable.call(f, args, names);
  return invoke(bind(call, f, type), args, names);
}

/** `type.__call__`, or the metaclass's own `__call__`. */
function callType(cls: PyType, args: readonly Value[], names: Names): Value | Raised {
  const meta = cls.type;
  if (meta !== typeType) {
    const call = lookup(meta, '__call__');
    if (call !== undefined && call !== lookup(typeType, '__call__'))
      return invoke(bind(call, cls, meta), args, names);
  }
  return construct(cls, args, names);
}

/** `type.__call__(cls, *args)`: `__new__`, then `__init__` when an instance of the class came of it. */
export function construct(cls: PyType, args: readonly Value[], names: Names): Value | Raised {
  if (cls === typeType && args.length === 1 && names === null) return typeOf(args[0]!);
  if (cls.construct === null) throw typeError(`cannot create '${cls.name}' instances`);
  const made = cls.construct(cls, args, names);
  const type = typeOf(made);
  if (type !== cls && !type.mro.includes(cls)) return made;
  const init = lookup(type, '__init__')!;
  // A builtin class that makes its instances whole has object's `__init__`, which would only check again.
  if (init === lookup(objectType, '__init__') && cls.layout !== objectType) return made;
  if (init instanceof PyFunction) {
    const result = invokeFunction(init, [made, ...args], names);
    if (result === RAISED) return RAISED;
    checkInitResult(result as Value);
  } else if (init instanceof PyMethodDescriptor) init.callable.call(made, args, names);
  else checkInitResult(unwrap(invoke(bind(init, made, type), args, names)));
  return made;
}

export function checkInitResult(result: Value): void {
  if (result !== null)
    throw typeError(`__init__() should return None, not '${typeOf(result).name}'`);
}

/** Calls with positional arguments, from TypeScript. */
export const call = (f: Value, ...args: Value[]): Value => unwrap(invoke(f, args, null));
/** Calls with an array of arguments, the last of which may be named, from TypeScript. */
export const callArgs = (f: Value, args: readonly Value[], names: Names): Value =>
  unwrap(invoke(f, args, names));
/** Calls the method `name` of a value, from TypeScript. */
export const callMethod = (obj: Value, name: string, ...args: Value[]): Value =>
  unwrap(methodEntry(obj, name, args.length)(obj, ...args));
/** Calls a special method that is looked up on the class only; undefined where the class has none. */
export function callSpecial(obj: Value, name: string, ...args: Value[]): Value | undefined {
  const type = typeOf(obj);
  const attr = lookup(type, name);
  return attr === undefined ? undefined : unwrap(invoke(bind(attr, obj, type), args, null));
}

/** Whether a value can be called. */
export const isCallable = (v: Value): boolean =>
  v instanceof PyObject && lookup(v.type, '__call__') !== undefined;

/** The entry that calls `f` with `count` positional arguments: where `f.callN` is absent. */
export function calleeEntry(f: Value, count: number): Entry {
  if (f instanceof PyBuiltin) {
    const entry = f.callable.entry(count, f.bound);
    if (entry !== undefined) {
      if (f.bound) {
        const { self } = f;
        return (...args) => entry(self, ...args);
      }
      keepEntry(f, count, entry);
      return entry;
    }
  }
  if (f instanceof PyType) {
    const entry = constructorEntry(f, count);
    if (entry !== undefined) {
      keepEntry(f, count, entry);
      return entry;
    }
  }
  if (f instanceof PyMethod && f.func instanceof PyFunction) {
    const { func, self } = f;
    const entry = functionEntry(func, count + 1);
    if (entry !== undefined) return (...args) => entry(self, ...args);
  }
  if (f instanceof PyFunction) {
    const entry = functionEntry(f, count);
    if (entry !== undefined) {
      keepEntry(f, count, entry);
      return entry;
    }
  }
  return (...args) => invoke(f, args, null);
}

function keepEntry(f: PyObject, count: number, entry: Entry): void {
  switch (count) {
    case 0:
      f.call0 = entry;
      break;
    case 1:
      f.call1 = entry;
      break;
    case 2:
      f.call2 = entry;
      break;
    case 3:
      f.call3 = entry;
      break;
    case 4:
      f.call4 = entry;
      break;
    default:
  }
}

/** The entry that calls `obj.name` with `obj` and then `count` arguments: where `obj.name$N` is absent. */
export function methodEntry(obj: Value, name: string, count: number): Entry {
  const type = typeOf(obj);
  const known = type.methods[count]?.get(name);
  if (known !== undefined) return known;
  if (type.hooks === null) {
    const attr = lookup(type, name);
    if (attr instanceof PyMethodDescriptor && isFoundOnClass(obj, type, name)) {
      const entry = attr.callable.entry(count, true);
      if (entry !== undefined) {
        // An instance without a dict of its own cannot shadow the method.
        if (!(type.flags & 3)) type.methods[count]?.set(name, entry);
        // What overrides the method further down the chain of protos stands there under all counts.
        if (obj instanceof PyObject && !(attr.owner.flags & 1) && count <= MAX_DIRECT_ARGUMENTS)
          Object.defineProperty(attr.owner.proto, methodKey(name, count), {
            value: entry,
            writable: true,
            configurable: true,
          });
        return entry;
      }
    }
    if (attr instanceof PyFunction && isFoundOnClass(obj, type, name))
      return (...args) => invokeFunction(attr, args, null);
  }
  const f = getAttr(obj, name);
  return (_self, ...args) => invoke(f, args, null);
}

/** Whether the object's own attributes and its kind of look-up leave the class's method in place. */
function isFoundOnClass(obj: Value, type: PyType, name: string): boolean {
  if (obj instanceof PyType || type.find !== typeOf(null).find) return false;
  return (
    !(obj instanceof PyObject) || (!Object.hasOwn(obj, `$${name}`) && obj.hiddenDict === undefined)
  );
}

/** Calls with named arguments. Compiled code's `f(a, k=b)`. */
export function invokeMethod(
  obj: Value,
  name: string,
  args: readonly Value[],
  names: Names,
): Value | Raised {
  const type = typeOf(obj);
  const attr = type.hooks === null ? lookup(type, name) : undefined;
  if (attr instanceof PyFunction && isFoundOnClass(obj, type, name))
    return invokeFunction(attr, [obj, ...args], names);
  return invoke(getAttr(obj, name), args, names);
}

/** The attribute if it is there and callable: for optional protocols such as `write`. */
export const findMethod = (obj: Value, name: string): Value | undefined => findAttr(obj, name);
