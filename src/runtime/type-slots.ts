import { moduleType, objectType, propertyType, typeType } from '../objects/builtin-types.ts';
import { PyFunction, PyMember, PyMethodDescriptor, PyProperty } from '../objects/function.ts';
import {
  attributeKey,
  MAX_DIRECT_ARGUMENTS,
  methodKey,
  type PyObject,
  type Attributes,
  type Entry,
  type Value,
} from '../objects/object.ts';
import { specialMethods, type SpecialName } from '../objects/special-methods.ts';
import { TYPE_HAS_DICT, TYPE_HEAP, type PyType } from '../objects/type.ts';
import { attributeHooks, bind, getAttr, isDescriptor, lookup, setGeneric } from './attributes.ts';
import { callArgs, invoke } from './call.ts';
import { typeError } from './errors.ts';
import { forgetConstructors } from './constructors.ts';
import { functionEntry } from './function-entry.ts';
import { thread, unwrap } from './state.ts';

/**
 * Keeps the proto of a class in step with its MRO: what `o.$x`, `o.f$1` and `o.__add__$1` find. Every decision is made here, when a class
 * is made or changed, and none per access.
 */

type Properties = Record<string, unknown>;

/** Fills the proto of a new class. */
export function fillProto(type: PyType): void {
  const names = new Set<string>();
  // What the proto chain would find is right for single inheritance; under multiple inheritance every name of the other bases is looked at.
  const chain = new Set<PyType>();
  for (let base = type.base; base !== null; base = base.base) chain.add(base);
  for (const each of type.mro)
    if (!chain.has(each))
      for (const key of each.dict.table.map.keys()) if (typeof key === 'string') names.add(key);
  for (const name of names) refreshName(type, name, true);
  refreshHooks(type);
}

/** Brings the protos of a class and its subclasses in step after attribute `name` of the class was set or deleted. */
export function refreshAttribute(type: PyType, name: string): void {
  forEachSubclass(type, each => each.cache.clear());
  forEachSubclass(type, each => {
    refreshName(each, name, false);
    if (hookNames.has(name)) refreshHooks(each);
  });
}

function forEachSubclass(type: PyType, action: (type: PyType) => void): void {
  action(type);
  for (const reference of thread.interpreter.subclasses.get(type) ?? []) {
    const subclass = reference.deref();
    if (subclass !== undefined) forEachSubclass(subclass, action);
  }
}

const hookNames = new Set([
  '__getattribute__',
  '__getattr__',
  '__setattr__',
  '__eq__',
  '__hash__',
  '__new__',
  '__init__',
]);

function refreshHooks(type: PyType): void {
  forgetConstructors(type);
  type.hooks = attributeHooks(type);
  define(type.proto, 'equality', equalityOf(type));
  const setattr = lookup(type, '__setattr__');
  const isPlain =
    setattr === lookup(objectType, '__setattr__') &&
    (type.flags & TYPE_HAS_DICT) !== 0 &&
    type.layout !== moduleType &&
    !isMetaclass(type);
  define(type.proto, 'writable', isPlain ? true : undefined);
  const maker = lookup(type, '__new__');
  const owner = type.mro.find(each => each.dict.table.map.has('__new__'))!;
  type.construct =
    owner.flags & TYPE_HEAP
      ? (cls, args, names) => callArgs(bind(maker!, null, cls), [cls, ...args], names)
      : owner.construct;
}

function equalityOf(type: PyType): PyObject['equality'] {
  for (const each of type.mro) {
    const { map } = each.dict.table;
    if (!map.has('__eq__') && !map.has('__hash__')) continue;
    if (each === objectType) return 'identity';
    return each.flags & TYPE_HEAP ? 'custom' : each.proto.equality;
  }
  return 'identity';
}

const isMetaclass = (type: PyType): boolean => type.mro.includes(typeType);

function define(proto: object, key: string, value: unknown): void {
  Object.defineProperty(proto, key, { value, writable: true, configurable: true });
}

/** @param isNew whether no instance can exist yet that shadows a method by an attribute of its own */
function refreshName(type: PyType, name: string, isNew: boolean): void {
  const attr = lookup(type, name);
  if (Object.hasOwn(specialMethods, name)) refreshSpecial(type, name as SpecialName, attr);
  // A class's own attributes come before its metaclass's, so nothing of a metaclass may be found by property.
  if (isMetaclass(type)) return;
  const { proto } = type;
  const key = attributeKey(name);
  const isSlot = attr instanceof PyMember && attr.owner.slots.includes(name);
  // A slot's value stands where an attribute would, and may be stored there at once.
  if (isSlot || `w$${name}` in proto) define(proto, `w$${name}`, isSlot ? true : undefined);
  if (attr === undefined || isSlot) delete (proto as Attributes)[key];
  else if (isDescriptor(attr)) Object.defineProperty(proto, key, propertyAccessor(name, attr));
  else define(proto, key, attr);
  const entriesBefore = hasEntries(proto, name);
  // Entries of builtin methods appear on their protos when they are first called.
  const overrides = type.mro.some(
    each => !(each.flags & TYPE_HEAP) && each.dict.table.map.has(name),
  );
  for (let count = 0; count <= MAX_DIRECT_ARGUMENTS; count++) {
    const entryKey = methodKey(name, count);
    if (Object.hasOwn(specialMethods, name) && specialMethods[name as SpecialName] === count)
      continue;
    const entry =
      attr instanceof PyFunction && (isNew || entriesBefore)
        ? functionEntry(attr, count + 1)
        : undefined;
    if (entry !== undefined || overrides || entryKey in proto) define(proto, entryKey, entry);
  }
}

function hasEntries(proto: PyObject, name: string): boolean {
  for (let count = 0; count <= MAX_DIRECT_ARGUMENTS; count++)
    if ((proto as unknown as Properties)[methodKey(name, count)] !== undefined) return true;
  return false;
}

/** Reading binds the descriptor; storing runs its `__set__`, or makes an attribute of the instance. */
export function accessor(name: string): PropertyDescriptor {
  let made = accessors.get(name);
  if (made === undefined) {
    made = {
      get(this: PyObject) {
        return getAttr(this, name);
      },
      set(this: PyObject, value: Value) {
        setGeneric(this, name, value);
      },
      configurable: true,
    };
    accessors.set(name, made);
  }
  return made;
}
/** A property whose getter is a plain function calls it at once. */
function propertyAccessor(name: string, attr: PyObject): PropertyDescriptor {
  if (
    !(attr instanceof PyProperty) ||
    attr.type !== propertyType ||
    !(attr.fget instanceof PyFunction)
  )
    return accessor(name);
  const entry = functionEntry(attr.fget, 1);
  if (entry === undefined) return accessor(name);
  return {
    get(this: PyObject) {
      return unwrap(entry(this));
    },
    set: accessor(name).set,
    configurable: true,
  };
}

const accessors = new Map<string, PropertyDescriptor>();

function refreshSpecial(type: PyType, name: SpecialName, attr: Value | undefined): void {
  const count = specialMethods[name];
  const key = methodKey(name, count);
  const { proto } = type;
  if (attr === undefined) {
    delete (proto as unknown as Properties)[key];
    if (key in proto) define(proto, key, undefined);
    return;
  }
  define(proto, key, specialEntry(name, attr, count));
}

function specialEntry(name: SpecialName, attr: Value, count: number): Entry {
  if (attr instanceof PyFunction) {
    const entry = functionEntry(attr, count + 1);
    if (entry !== undefined) return entry;
  }
  if (attr instanceof PyMethodDescriptor) {
    const entry = attr.callable.entry(count, true);
    if (entry !== undefined) return entry;
  }
  if (attr === null) return self => refuse(name, self);
  return (self, ...args) => invoke(bind(attr, self, (self as PyObject).type), args, null);
}

/** `__hash__ = None` and the like say that the class has no such operation. */
function refuse(name: SpecialName, self: Value): never {
  const type = (self as PyObject).type.name;
  switch (name) {
    case '__hash__':
      throw typeError(`unhashable type: '${type}'`);
    case '__iter__':
      throw typeError(`'${type}' object is not iterable`);
    case '__reversed__':
      throw typeError(`'${type}' object is not reversible`);
    case '__contains__':
      throw typeError(`'${type}' object is not a container`);
    case '__aiter__':
      throw typeError(`'async for' requires an object with __aiter__ method, got ${type}`);
    default:
      throw typeError("'NoneType' object is not callable");
  }
}
