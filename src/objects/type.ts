import type { PyDict } from './dict.ts';
import type { PyBaseException } from './exception.ts';
import {
  MAX_DIRECT_ARGUMENTS,
  PyObject,
  type Attributes,
  type Entry,
  type Value,
} from './object.ts';
import type { PyStr } from './str.ts';

/** The JavaScript class of the instances: `new alloc(…)` takes what the layout's constructor takes and has `type.proto` as its prototype. */
export type Allocator = new (...fields: never[]) => PyObject;

/**
 * A class. CPython: Objects/typeobject.c
 *
 * `proto` is the JavaScript prototype of the class's instances. It holds, for every name of the class's dict,
 * - `$name`: a plain class attribute as a value; a descriptor as an accessor that binds it,
 * - `name$N`: the entry for calling method `name` with N arguments after self,
 * and its own prototype is the `proto` of the best base, so that a look-up along the MRO is a property access.
 * What that chain would find wrongly under multiple inheritance is copied onto `proto`. All of this is
 * decided when the class is made or changed (runtime/type-slots.ts).
 */
export class PyType extends PyObject {
  declare name: string;
  declare qualname: PyStr;
  declare bases: readonly PyType[];
  /** The base whose instances' layout this class's instances have. */
  declare base: PyType | null;
  declare mro: readonly PyType[];
  declare dict: PyDict;
  declare proto: PyObject & Attributes;
  declare alloc: Allocator;
  /** The builtin type that decides the JavaScript class of the instances; `object` itself for plain classes. */
  declare layout: PyType;
  declare flags: number;
  /** The attributes found along the MRO, and `undefined` for names known to be absent. */
  declare readonly cache: Map<string, Value | undefined>;
  /** Where the receiver is not a JavaScript object: entries of methods found before, by the number of arguments. */
  declare readonly methods: readonly Map<string, Entry>[];
  /** How a builtin type makes an instance from Python arguments: its `tp_new`. Inherited. */
  declare construct: Constructor | null;
  /** Finds an attribute of an instance as the layout's `__getattribute__` does; undefined where there is none. Inherited. */
  declare find: (obj: Value, name: string) => Value | undefined;
  /** The AttributeError for an attribute that `find` did not find. Inherited. */
  declare missing: (obj: Value, name: string) => PyBaseException;
  /** `__getattribute__` and `__getattr__` of Python code, or null. */
  declare hooks: { get(obj: Value, name: string): Value } | null;
  /** The doc of a builtin class whose instances have a `__doc__` of their own. */
  declare ownDoc: PyStr | null | undefined;
  /** Names of the slots that the class statement's `__slots__` declared. */
  declare slots: readonly string[];

  constructor(name: string) {
    super();
    this.name = name;
    this.qualname = name;
    this.bases = [];
    this.base = null;
    this.mro = [this];
    this.cache = new Map();
    this.methods = Array.from({ length: MAX_DIRECT_ARGUMENTS + 1 }, () => new Map<string, Entry>());
    this.flags = 0;
    this.construct = null;
    this.hooks = null;
    this.ownDoc = undefined;
    this.slots = [];
  }
}

/** Makes an instance of `type`; `names` are the names of the last `names.length` arguments. */
export type Constructor = (
  type: PyType,
  args: readonly Value[],
  names: readonly string[] | null,
) => Value;

/** Made by a class statement or by calling type: its attributes may be set. */
export const TYPE_HEAP = 1;
/** Instances have a `__dict__`. */
export const TYPE_HAS_DICT = 2;
/** May be a base class. */
export const TYPE_BASE = 4;
/** Has abstract methods: instantiation is a TypeError. */
export const TYPE_ABSTRACT = 8;
/** Instances can be weakly referenced. */
export const TYPE_HAS_WEAKREF = 16;
/** type(x)() is refused. */
export const TYPE_NO_NEW = 32;
/** Attributes may not be set although it is a heap type. */
export const TYPE_IMMUTABLE = 64;
/** Instances match a sequence pattern; a mapping pattern. */
export const TYPE_SEQUENCE = 128;
export const TYPE_MAPPING = 256;
