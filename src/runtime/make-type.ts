import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyCell } from '../objects/code.ts';
import type { PyDict } from '../objects/dict.ts';
import {
  PyClassMethod,
  PyFunction,
  PyGetSet,
  PyMember,
  PyStaticMethod,
} from '../objects/function.ts';
import { attributeKey, PyObject, type Attributes, type Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import {
  PyType,
  TYPE_BASE,
  TYPE_HAS_DICT,
  TYPE_HAS_WEAKREF,
  TYPE_HEAP,
  TYPE_MAPPING,
  TYPE_SEQUENCE,
} from '../objects/type.ts';
import { bind, getAttr, lookup } from './attributes.ts';
import { call, callArgs, type Names } from './call.ts';
import { strValue } from './convert.ts';
import { copyDict, dictItems, findStr, getItem, removeItem, setStr } from './dict.ts';
import { attributeError, typeError, valueError } from './errors.ts';
import { callerGlobals } from './frames.ts';
import { instanceDict, replaceInstanceDict } from './instance-dict.ts';
import { iterate, listItems } from './iterate.ts';
import { linearize } from './mro.ts';
import { thread } from './state.ts';
import { fillProto } from './type-slots.ts';
import { findReferences } from './weak-references.ts';
import { PyDict as Dict } from '../objects/dict.ts';

/** Making classes: `type.__new__`. CPython: Objects/typeobject.c, type_new */

/** The most derived metaclass of the bases and the one asked for. */
export function metaclassOf(meta: PyType, bases: readonly PyType[]): PyType {
  let winner = meta;
  for (const base of bases) {
    const other = typeOf(base);
    if (winner.mro.includes(other)) continue;
    if (!other.mro.includes(winner))
      throw typeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    winner = other;
  }
  return winner;
}

/** The base whose layout the instances take. TypeError where the bases' layouts exclude each other. */
function bestBase(bases: readonly PyType[]): PyType {
  let winner: PyType | undefined;
  for (const base of bases) {
    if (!(base.flags & TYPE_BASE))
      throw typeError(`type '${typeName(base)}' is not an acceptable base type`);
    if (
      winner === undefined ||
      (winner !== base &&
        layoutOf(base).mro.includes(layoutOf(winner)) &&
        layoutOf(base) !== layoutOf(winner))
    )
      winner = base;
    else if (!layoutOf(winner).mro.includes(layoutOf(base)))
      throw typeError('multiple bases have instance lay-out conflict');
  }
  return winner!;
}
const typeName = (type: PyType): string => {
  const module = findStr(type.dict, '__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${type.name}` : type.name;
};
/** The class along the base chain that last added to the layout: a builtin type, or a class with slots. */
function layoutOf(type: PyType): PyType {
  for (let each: PyType | null = type; each !== null; each = each.base)
    if ((!(each.flags & TYPE_HEAP) && each.layout === each) || each.slots.length > 0) return each;
  return objectType;
}

/** `type.__new__(meta, name, bases, namespace, **kwargs)` */
export function makeType(
  meta: PyType,
  name: PyStr,
  givenBases: readonly Value[],
  namespace: PyDict,
  kwargs: readonly Value[],
  names: Names,
): PyType {
  for (const base of givenBases) if (!(base instanceof PyType)) throw notAType(base);
  const bases = givenBases.length === 0 ? [objectType] : (givenBases as readonly PyType[]);
  const base = bestBase(bases);
  const dict = copyDict(namespace);
  const type = newType(meta, utf16(name), bases, base, dict);
  addSlots(type, base, dict);
  addAttributes(type, dict);
  type.mro = mroOf(type, bases);
  register(type, bases);
  fillProto(type);
  removeCells(type, dict);
  callSetName(type, dict);
  callInitSubclass(type, kwargs, names);
  return type;
}

function notAType(base: Value) {
  if (lookup(typeOf(base), '__mro_entries__') !== undefined)
    return typeError("type() doesn't support MRO entry resolution; use types.new_class()");
  return typeError('bases must be types');
}

function newType(
  meta: PyType,
  name: string,
  bases: readonly PyType[],
  base: PyType,
  dict: PyDict,
): PyType {
  if (name.includes('\0')) throw valueError('type name must not contain null characters');
  const type = new (meta.alloc as unknown as new (name: string) => PyType)(name);
  type.bases = bases;
  type.base = base;
  type.dict = dict;
  type.layout = base.layout;
  type.flags = TYPE_HEAP | TYPE_BASE | (base.flags & (TYPE_HAS_DICT | TYPE_HAS_WEAKREF));
  for (const each of bases)
    type.flags |= each.flags & (TYPE_SEQUENCE | TYPE_MAPPING | TYPE_HAS_DICT | TYPE_HAS_WEAKREF);
  type.find = base.find;
  type.missing = base.missing;
  const alloc = class extends base.alloc {};
  Object.defineProperty(alloc, 'name', { value: name });
  type.alloc = alloc;
  type.proto = alloc.prototype as PyObject & Attributes;
  Object.defineProperty(type.proto, 'type', { value: type, writable: true, configurable: true });
  return type;
}

function addSlots(type: PyType, base: PyType, dict: PyDict): void {
  const given = findStr(dict, '__slots__');
  let addsDict = !(type.flags & TYPE_HAS_DICT);
  let addsWeakref = !(type.flags & TYPE_HAS_WEAKREF);
  if (given !== undefined) {
    const names = slotNames(given, type);
    const wantsDict = names.includes('__dict__');
    const wantsWeakref = names.includes('__weakref__');
    if (wantsDict && !addsDict) throw typeError('__dict__ slot disallowed: we already got one');
    if (wantsWeakref && !addsWeakref)
      throw typeError('__weakref__ slot disallowed: we already got one');
    addsDict = wantsDict;
    addsWeakref = wantsWeakref;
    const own = names.filter(each => each !== '__dict__' && each !== '__weakref__');
    if (own.length > 0 && !allowsSlots(base))
      throw typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
    for (const name of own) {
      if (findStr(dict, name) !== undefined && name !== '__qualname__' && name !== '__classcell__')
        throw valueError(`'${name}' in __slots__ conflicts with class variable`);
      setStr(dict, name, slotDescriptor(name, type));
    }
    type.slots = own.toSorted();
  }
  if (addsDict) {
    type.flags |= TYPE_HAS_DICT;
    if (findStr(dict, '__dict__') === undefined) setStr(dict, '__dict__', dictDescriptor(type));
  }
  if (addsWeakref) {
    type.flags |= TYPE_HAS_WEAKREF;
    if (findStr(dict, '__weakref__') === undefined)
      setStr(dict, '__weakref__', weakrefDescriptor(type));
  }
}

const allowsSlots = (base: PyType): boolean =>
  !['int', 'tuple', 'bytes'].includes(base.layout.name) || base.layout === typeType;

function slotNames(given: Value, type: PyType): string[] {
  const items = strValue(given) === undefined ? listItems(given) : [given];
  return items.map(item => {
    const text = strValue(item);
    if (text === undefined)
      throw typeError(`__slots__ items must be strings, not '${typeOf(item).name}'`);
    const name = utf16(text);
    if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name))
      throw typeError('__slots__ must be identifiers');
    return mangle(type.name, name);
  });
}

/** `__x` inside class `C` is `_C__x`. */
function mangle(className: string, name: string): string {
  const stripped = className.replace(/^_+/, '');
  if (!name.startsWith('__') || name.endsWith('__') || stripped === '') return name;
  return `_${stripped}${name}`;
}

/** A slot is kept where an attribute would be, so `o.$x` finds it. */
function slotDescriptor(name: string, type: PyType): PyMember {
  const key = attributeKey(name);
  const holder = (self: Value) => self as unknown as Attributes;
  return new PyMember(
    name,
    type,
    null,
    self => {
      const value = Object.hasOwn(holder(self), key) ? holder(self)[key] : undefined;
      if (value === undefined)
        throw attributeError(
          `'${typeOf(self).name}' object has no attribute '${name}'`,
          self,
          name,
        );
      return value;
    },
    (self, value) => {
      if (value !== undefined) holder(self)[key] = value;
      else if (!Object.hasOwn(holder(self), key))
        throw attributeError(
          `'${typeOf(self).name}' object has no attribute '${name}'`,
          self,
          name,
        );
      else delete holder(self)[key];
    },
  );
}

const dictDescriptor = (type: PyType): PyGetSet =>
  new PyGetSet(
    '__dict__',
    type,
    'dictionary for instance variables',
    self => instanceDict(self as PyObject),
    (self, value) => {
      if (value === undefined) value = new Dict();
      if (!(value instanceof Dict))
        throw typeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
      replaceInstanceDict(self as PyObject, value);
    },
  );
const weakrefDescriptor = (type: PyType): PyGetSet =>
  new PyGetSet(
    '__weakref__',
    type,
    'list of weak references to the object',
    self => findReferences(self)?.living()[0] ?? null,
    null,
  );

function addAttributes(type: PyType, dict: PyDict): void {
  if (findStr(dict, '__module__') === undefined) {
    const globals = callerGlobals();
    const module = globals?.[attributeKey('__name__')];
    if (module !== undefined) setStr(dict, '__module__', module);
  }
  const qualname = removeItem(dict, '__qualname__');
  if (qualname !== undefined) {
    const text = strValue(qualname);
    if (text === undefined)
      throw typeError(`type __qualname__ must be a str, not ${typeOf(qualname).name}`);
    type.qualname = text;
  } else type.qualname = str(type.name);
  if (findStr(dict, '__doc__') === undefined) setStr(dict, '__doc__', null);
  const maker = findStr(dict, '__new__');
  if (maker instanceof PyFunction) setStr(dict, '__new__', new PyStaticMethod(maker));
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const f = findStr(dict, name);
    if (f instanceof PyFunction) setStr(dict, name, new PyClassMethod(f));
  }
  if (findStr(dict, '__eq__') !== undefined && findStr(dict, '__hash__') === undefined)
    setStr(dict, '__hash__', null);
}

/** The MRO, by the metaclass's own `mro` where it has one. */
export function mroOf(type: PyType, bases: readonly PyType[]): readonly PyType[] {
  const meta = type.type;
  if (lookup(meta, 'mro') === lookup(typeType, 'mro')) return linearize(type, bases);
  const items = listItems(call(getAttr(type, 'mro')));
  for (const item of items)
    if (!(item instanceof PyType))
      throw typeError(`mro() returned a non-class ('${typeOf(item).name}')`);
  return items as PyType[];
}

function register(type: PyType, bases: readonly PyType[]): void {
  const { subclasses } = thread.interpreter;
  for (const base of bases) {
    let list = subclasses.get(base);
    if (list === undefined) subclasses.set(base, (list = []));
    list.push(new WeakRef(type));
  }
}
/** Records changed bases. */
export function reregister(
  type: PyType,
  before: readonly PyType[],
  after: readonly PyType[],
): void {
  const { subclasses } = thread.interpreter;
  for (const base of before) {
    const list = subclasses.get(base) ?? [];
    subclasses.set(
      base,
      list.filter(reference => reference.deref() !== type),
    );
  }
  register(type, after);
}

/** Tells the `__class__` of the methods, and of the class scope, what they belong to. */
function removeCells(type: PyType, dict: PyDict): void {
  const cell = removeItem(dict, '__classcell__');
  if (cell !== undefined) {
    if (!(cell instanceof PyCell))
      throw typeError(`__classcell__ must be a nonlocal cell, not <class '${typeOf(cell).name}'>`);
    cell.set(type);
  }
  const dictCell = removeItem(dict, '__classdictcell__');
  if (dictCell instanceof PyCell) dictCell.set(dict);
}

function callSetName(type: PyType, dict: PyDict): void {
  for (const [key, value] of dictItems(dict)) {
    if (!(value instanceof PyObject)) continue;
    const setName = lookup(value.type, '__set_name__');
    if (setName === undefined) continue;
    try {
      call(bind(setName, value, value.type), type, key);
    } catch (error) {
      addNote(
        error,
        `Error calling __set_name__ on '${value.type.name}' instance ${utf16(strValue(key) ?? '?')} in '${type.name}'`,
      );
      throw error;
    }
  }
}

function addNote(error: unknown, note: string): void {
  if (error instanceof PyObject && lookup(error.type, 'add_note') !== undefined)
    call(getAttr(error, 'add_note'), str(note));
}

function callInitSubclass(type: PyType, kwargs: readonly Value[], names: Names): void {
  // super(type, type).__init_subclass__(**kwargs)
  for (const each of type.mro.slice(1)) {
    const hook = findStr(each.dict, '__init_subclass__');
    if (hook === undefined) continue;
    callArgs(bind(hook, null, type), kwargs, names);
    return;
  }
}

/** The bases of a class statement with each `__mro_entries__` resolved. CPython: Python/bltinmodule.c, update_bases */
export function resolveBases(given: readonly Value[]): readonly Value[] {
  const bases: Value[] = [];
  for (const base of given) {
    const entries = base instanceof PyType ? undefined : lookup(typeOf(base), '__mro_entries__');
    if (entries === undefined) {
      bases.push(base);
      continue;
    }
    const found = call(bind(entries, base, typeOf(base)), tuple(given));
    if (!(found instanceof PyTuple)) throw typeError('__mro_entries__ must return a tuple');
    bases.push(...iterate(found));
  }
  return bases;
}

/** The item of a class's own dict. */
export const ownItem = (type: PyType, name: string): Value | undefined =>
  getItem(type.dict, str(name));
