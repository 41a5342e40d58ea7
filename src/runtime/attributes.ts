import { objectType, typeOf } from '../objects/builtin-types.ts';
import { PyBaseException } from '../objects/exception.ts';
import { attributeErrorType } from '../objects/exception-types.ts';
import { PyFunction, PyMethod } from '../objects/function.ts';
import {
  attributeKey,
  MAX_DIRECT_ARGUMENTS,
  methodKey,
  PyObject,
  type Attributes,
  type Value,
} from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { TYPE_HAS_DICT, type PyType } from '../objects/type.ts';
import { attributeError, noAttribute } from './errors.ts';
import { unwrap } from './state.ts';

/**
 * Attribute access as `object.__getattribute__` and the hooks define it. Compiled code comes here only when `o.$x` is undefined.
 * CPython: Objects/object.c, Objects/typeobject.c
 */

/** The attribute that a class's MRO gives for a name, unbound. */
export function lookup(type: PyType, name: string): Value | undefined {
  const cached = type.cache.get(name);
  if (cached !== undefined || type.cache.has(name)) return cached;
  let found: Value | undefined;
  for (const { dict } of type.mro) {
    const entry = dict.table.map.get(name);
    if (entry !== undefined) {
      found = entry.value;
      break;
    }
  }
  type.cache.set(name, found);
  return found;
}

/** Whether the attribute of a class is a descriptor: reading it through an instance runs its `__get__`. */
export const isDescriptor = (attr: Value): attr is PyObject =>
  attr instanceof PyObject && attr.__get__$2 !== undefined;
/** Whether the attribute of a class takes precedence over the instance's own. */
export const isDataDescriptor = (attr: Value): attr is PyObject =>
  attr instanceof PyObject && (attr.__set__$2 !== undefined || attr.__delete__$1 !== undefined);

/** Binds the attribute of a class to an instance, or to none for `null`. */
export function bind(attr: Value, obj: Value, type: PyType): Value {
  if (attr instanceof PyFunction)
    return obj === null && typeOf(null) !== type ? attr : new PyMethod(attr, obj);
  if (!(attr instanceof PyObject)) return attr;
  const get = attr.__get__$2;
  return get === undefined ? attr : unwrap(get(attr, obj, type));
}

/** The instance's own attribute. */
export function ownAttribute(obj: PyObject, name: string): Value | undefined {
  const key = attributeKey(name);
  return Object.hasOwn(obj, key) ? (obj as unknown as Attributes)[key] : undefined;
}

/** `object.__getattribute__` without the exception: undefined where there is no such attribute. */
export function findGeneric(obj: Value, name: string): Value | undefined {
  const type = typeOf(obj);
  const attr = lookup(type, name);
  if (attr !== undefined && isDataDescriptor(attr) && isDescriptor(attr))
    return bind(attr, obj, type);
  if (type.flags & TYPE_HAS_DICT && obj instanceof PyObject) {
    const own = obj.hiddenDict === undefined ? ownAttribute(obj, name) : obj.hiddenDict.find(name);
    if (own !== undefined) return own;
  }
  return attr === undefined ? undefined : bind(attr, obj, type);
}

/** How a kind of object finds an attribute: undefined where there is none. */
export type Finder = (obj: Value, name: string) => Value | undefined;

/** `getattr(obj, name)` */
export function getAttr(obj: Value, name: string): Value {
  const type = typeOf(obj);
  if (type.hooks !== null) return type.hooks.get(obj, name);
  const found = type.find(obj, name);
  if (found === undefined) throw type.missing(obj, name);
  return found;
}

/** `getattr(obj, name, undefined)`: an AttributeError becomes undefined, and none is raised where no hook is. */
export function findAttr(obj: Value, name: string): Value | undefined {
  const type = typeOf(obj);
  try {
    // What a descriptor raises counts as well.
    return type.hooks === null ? type.find(obj, name) : type.hooks.get(obj, name);
  } catch (error) {
    if (isException(error, attributeErrorType)) return undefined;
    throw error;
  }
}

/** Whether what was caught is a Python exception of the class. */
export const isException = (error: unknown, type: PyType): error is PyBaseException =>
  error instanceof PyBaseException && error.type.mro.includes(type);

/** The `__getattribute__` and `__getattr__` that a class defines. */
export interface AttributeHooks {
  get(obj: Value, name: string): Value;
}

/** The hooks of a class, or null where the builtin behaviour of its layout is all. */
export function attributeHooks(type: PyType): AttributeHooks | null {
  const getattribute = lookup(type, '__getattribute__');
  const hasOwnGet =
    getattribute !== undefined && getattribute instanceof PyObject && !isBuiltinSlot(getattribute);
  const hasGetattr = lookup(type, '__getattr__') !== undefined;
  if (!hasOwnGet && !hasGetattr) return null;
  return {
    get(obj, name) {
      const { proto } = type;
      if (!hasGetattr) return unwrap(proto.__getattribute__$1!(obj, str(name)));
      try {
        const found = hasOwnGet
          ? unwrap(proto.__getattribute__$1!(obj, str(name)))
          : type.find(obj, name);
        if (found !== undefined) return found;
      } catch (error) {
        if (!isException(error, attributeErrorType)) throw error;
      }
      return unwrap(proto.__getattr__$1!(obj, str(name)));
    },
  };
}
const isBuiltinSlot = (attr: PyObject): boolean => attr.type.name === 'wrapper_descriptor';

/** `setattr(obj, name, value)` */
export function setAttr(obj: Value, name: string, value: Value): void {
  const proto = obj instanceof PyObject ? obj : typeOf(obj).proto;
  const set = proto.__setattr__$2;
  if (set === undefined) setGeneric(obj, name, value);
  else unwrap(set(obj, str(name), value));
}

/** `delattr(obj, name)` */
export function delAttr(obj: Value, name: string): void {
  const proto = obj instanceof PyObject ? obj : typeOf(obj).proto;
  const remove = proto.__delattr__$1;
  if (remove === undefined) setGeneric(obj, name, undefined);
  else unwrap(remove(obj, str(name)));
}

/** `object.__setattr__`, and `object.__delattr__` for undefined. */
export function setGeneric(obj: Value, name: string, value: Value | undefined): void {
  const type = typeOf(obj);
  const attr = lookup(type, name);
  if (attr instanceof PyObject) {
    if (value === undefined ? attr.__delete__$1 : attr.__set__$2) {
      if (value === undefined) unwrap(attr.__delete__$1!(attr, obj));
      else unwrap(attr.__set__$2!(attr, obj, value));
      return;
    }
    if (isDataDescriptor(attr))
      throw attributeError(value === undefined ? '__delete__' : '__set__', obj, name);
  }
  if (!(type.flags & TYPE_HAS_DICT) || !(obj instanceof PyObject))
    throw noPlaceFor(obj, type, name, attr, value);
  if (value !== undefined) setOwnAttribute(obj, name, value);
  else if (!deleteOwnAttribute(obj, name)) throw type.missing(obj, name);
}

function noPlaceFor(
  obj: Value,
  type: PyType,
  name: string,
  attr: Value | undefined,
  value: Value | undefined,
) {
  if (attr !== undefined)
    return attributeError(`'${type.name}' object attribute '${name}' is read-only`, obj, name);
  if (value === undefined) return noAttribute(obj, name);
  return attributeError(
    `'${type.name}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
    obj,
    name,
  );
}

/** Stores in the instance's dict, whatever the class has under the name. */
export function setOwnAttribute(obj: PyObject, name: string, value: Value): void {
  if (obj.hiddenDict !== undefined) return obj.hiddenDict.store(name, value);
  const key = attributeKey(name);
  const attributes = obj as unknown as Attributes;
  if (Object.hasOwn(obj, key) || !(key in obj.type.proto)) {
    attributes[key] = value;
    return;
  }
  // The proto may hold an accessor, which a plain store would run, and method entries, which the instance's attribute shadows.
  Object.defineProperty(obj, key, { value, writable: true, enumerable: true, configurable: true });
  for (let count = 0; count <= MAX_DIRECT_ARGUMENTS; count++) {
    const entry = methodKey(name, count);
    Object.defineProperty(obj, entry, { value: undefined, writable: true, configurable: true });
  }
}

/** Removes from the instance's dict; false where it is not there. */
export function deleteOwnAttribute(obj: PyObject, name: string): boolean {
  if (obj.hiddenDict !== undefined) return obj.hiddenDict.remove(name);
  const key = attributeKey(name);
  if (!Object.hasOwn(obj, key)) return false;
  delete (obj as unknown as Attributes)[key];
  for (let count = 0; count <= MAX_DIRECT_ARGUMENTS; count++) {
    const entry = methodKey(name, count);
    if (Object.hasOwn(obj, entry)) delete (obj as unknown as Attributes)[entry];
  }
  return true;
}

/** The bound special method of a value, looked up on its class only; undefined where there is none. */
export function findSpecial(obj: Value, name: string): Value | undefined {
  const type = typeOf(obj);
  const attr = lookup(type, name);
  return attr === undefined ? undefined : bind(attr, obj, type);
}

/** Whether a class is, or inherits from, another, by its MRO alone. */
export const isSubtype = (type: PyType, base: PyType): boolean =>
  type === base || base === objectType || type.mro.includes(base);
