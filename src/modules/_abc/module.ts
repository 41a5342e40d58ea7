import { typeOf } from '../../objects/builtin-types.ts';
import { assertionErrorType } from '../../objects/exception-types.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { NotImplemented, PyObject, type Value } from '../../objects/object.ts';
import { PyFrozenSet, PySet } from '../../objects/set.ts';
import { utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { PyType, TYPE_HEAP, TYPE_MAPPING, TYPE_SEQUENCE } from '../../objects/type.ts';
import { findAttr, getAttr, setAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { dictEntries, findStr, removeItem } from '../../runtime/dict.ts';
import { newException, runtimeError, typeError } from '../../runtime/errors.ts';
import { putEntry } from '../../runtime/hashing.ts';
import { isSubclass } from '../../runtime/instance.ts';
import { iterate } from '../../runtime/iterate.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { isTrue } from '../../runtime/truth.ts';
import { referenceType } from '../../types/reference.ts';
import { PyAbcData, type WeakClasses } from './abc-data.ts';
import { docs } from './docs.gen.ts';

/** Abstract base classes: what `abc.ABCMeta` calls. CPython: Modules/_abc.c */

/** Counts registrations: each makes the negative caches out of date. */
const counterKey = new StateKey(() => ({ value: 0 }));
const counter = () => thread.interpreter.state(counterKey);

function dataOf(cls: Value): PyAbcData {
  const data = getAttr(cls, '_abc_impl');
  if (data instanceof PyAbcData) return data;
  throw typeError('_abc_impl is set to a wrong type');
}

function isAbstract(value: Value | undefined): boolean {
  if (!(value instanceof PyObject)) return false;
  const flag = findAttr(value, '__isabstractmethod__');
  return flag !== undefined && isTrue(flag);
}

/** The names of abstract methods: the class's own, and those of its bases that it does not define. */
function abstractNames(cls: Value): PyFrozenSet {
  const names = new PyFrozenSet();
  if (cls instanceof PyType) {
    for (const [name, value] of dictEntries(cls.dict))
      if (isAbstract(value)) putEntry(names.table, name, null);
  } else
    for (const item of iterate(callMethod(getAttr(cls, '__dict__'), 'items'))) {
      if (!(item instanceof PyTuple) || item.items.length !== 2)
        throw typeError('Iteration over __dict__.items() must return 2-tuples');
      if (isAbstract(item.items[1])) putEntry(names.table, item.items[0]!, null);
    }
  const bases = getAttr(cls, '__bases__');
  if (!(bases instanceof PyTuple)) throw typeError('__bases__ is not tuple');
  for (const base of bases.items) {
    const inherited = findAttr(base, '__abstractmethods__');
    if (inherited === undefined) continue;
    for (const name of iterate(inherited)) {
      const text = strValue(name);
      if (text === undefined)
        throw typeError(`attribute name must be string, not '${typeOf(name).name}'`);
      if (isAbstract(findAttr(cls, utf16(text)))) putEntry(names.table, name, null);
    }
  }
  return names;
}

const COLLECTION_FLAGS = TYPE_SEQUENCE | TYPE_MAPPING;
/** What CPython's `__abc_tpflags__` says of the same. */
const TPFLAGS_SEQUENCE = 1 << 5;
const TPFLAGS_MAPPING = 1 << 6;

function init(cls: Value): Value {
  setAttr(cls, '__abstractmethods__', abstractNames(cls));
  setAttr(cls, '_abc_impl', new PyAbcData(counter().value));
  if (!(cls instanceof PyType)) return null;
  const flags = findStr(cls.dict, '__abc_tpflags__');
  if (flags === undefined || !isInt(flags) || typeof flags !== 'number') return null;
  const both = TPFLAGS_SEQUENCE | TPFLAGS_MAPPING;
  if ((flags & both) === both)
    throw typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
  if ((flags & both) === 0) return null;
  setCollectionFlags(cls, flags & TPFLAGS_SEQUENCE ? TYPE_SEQUENCE : TYPE_MAPPING);
  removeItem(cls.dict, '__abc_tpflags__');
  return null;
}

function setCollectionFlags(type: PyType, flags: number): void {
  if (!(type.flags & TYPE_HEAP) || (type.flags & COLLECTION_FLAGS) === flags) return;
  type.flags = (type.flags & ~COLLECTION_FLAGS) | flags;
  for (const reference of thread.interpreter.subclasses.get(type) ?? []) {
    const subclass = reference.deref();
    if (subclass !== undefined) setCollectionFlags(subclass, flags);
  }
}

function register(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) throw typeError('Can only register classes');
  if (isSubclass(subclass, cls)) return subclass;
  if (isSubclass(cls, subclass)) throw runtimeError('Refusing to create an inheritance cycle');
  dataOf(cls).registry.add(subclass);
  counter().value++;
  const flags = cls instanceof PyType ? cls.flags & COLLECTION_FLAGS : 0;
  if (flags !== 0) setCollectionFlags(subclass, flags);
  return subclass;
}

const asksSubclass = (cls: Value, subclass: Value): Value =>
  callMethod(cls, '__subclasscheck__', subclass);

function instanceCheck(cls: Value, instance: Value): Value {
  const data = dataOf(cls);
  const subclass = getAttr(instance, '__class__');
  if (subclass instanceof PyType && data.cache.has(subclass)) return true;
  const type = typeOf(instance);
  if (type === subclass) {
    if (data.negativeVersion === counter().value && data.negativeCache.has(type)) return false;
    return asksSubclass(cls, subclass);
  }
  const result = asksSubclass(cls, subclass);
  return isTrue(result) ? result : asksSubclass(cls, type);
}

/** `__subclasscheck__`, its answer kept. */
function subclassCheck(cls: Value, subclass: Value): boolean {
  if (!(subclass instanceof PyType)) throw typeError('issubclass() arg 1 must be a class');
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  const { value: version } = counter();
  if (data.negativeVersion < version) {
    data.negativeCache.clear();
    data.negativeVersion = version;
  } else if (data.negativeCache.has(subclass)) return false;
  const isOne = decide(cls, subclass, data);
  (isOne ? data.cache : data.negativeCache).add(subclass);
  return isOne;
}

function decide(cls: Value, subclass: PyType, data: PyAbcData): boolean {
  const answer = callMethod(cls, '__subclasshook__', subclass);
  if (answer === true || answer === false) return answer;
  if (answer !== NotImplemented)
    throw newException(
      assertionErrorType,
      '__subclasshook__ must return either False, True, or NotImplemented',
    );
  if (subclass.mro.includes(cls as PyType)) return true;
  for (const registered of data.registry.living())
    if (isSubclass(subclass, registered)) return true;
  const subclasses = callMethod(cls, '__subclasses__');
  if (!(subclasses instanceof PyList)) throw typeError('__subclasses__() must return a list');
  return subclasses.items.slice().some(each => isSubclass(subclass, each));
}

/** The set of references that CPython keeps. */
function references(classes: WeakClasses): PySet {
  const set = new PySet();
  for (const each of classes.living()) putEntry(set.table, call(referenceType, each), null);
  return set;
}

export const abcModule = defineModule('_abc', {
  doc: docs[''],
  functions: {
    _abc_init: fn('(self, /)', docs._abc_init, init),
    _abc_instancecheck: fn('(self, instance, /)', docs._abc_instancecheck, instanceCheck),
    _abc_register: fn('(self, subclass, /)', docs._abc_register, register),
    _abc_subclasscheck: fn('(self, subclass, /)', docs._abc_subclasscheck, subclassCheck),
    _get_dump: fn('(self, /)', docs._get_dump, self => {
      const data = dataOf(self);
      return tuple([
        references(data.registry),
        references(data.cache),
        references(data.negativeCache),
        smallInt(data.negativeVersion),
      ]);
    }),
    _reset_caches: fn('(self, /)', docs._reset_caches, self => {
      const data = dataOf(self);
      data.cache.clear();
      data.negativeCache.clear();
      return null;
    }),
    _reset_registry: fn('(self, /)', docs._reset_registry, self => {
      dataOf(self).registry.clear();
      return null;
    }),
    get_cache_token: fn('()', docs.get_cache_token, () => smallInt(counter().value)),
  },
});
