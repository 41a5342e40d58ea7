import * as bareTypes from '../objects/builtin-types.ts';
import * as exceptionTypes from '../objects/exception-types.ts';
import {
  PyBuiltin,
  PyClassMethodDescriptor,
  PyGetSet,
  PyMember,
  PyMethodDescriptor,
  PySlotWrapper,
  PyStaticMethod,
  type Callable,
} from '../objects/function.ts';
import { PyIterator } from '../objects/iterator.ts';
import {
  attributeKey,
  MAX_DIRECT_ARGUMENTS,
  methodKey,
  PyObject,
  RAISED,
  type Attributes,
  type Value,
} from '../objects/object.ts';
import { specialMethods, type SpecialName } from '../objects/special-methods.ts';
import { str, type PyStr } from '../objects/str.ts';
import {
  PyType,
  TYPE_BASE,
  TYPE_HAS_DICT,
  TYPE_HAS_WEAKREF,
  TYPE_MAPPING,
  TYPE_NO_NEW,
  TYPE_SEQUENCE,
  type Constructor,
} from '../objects/type.ts';
import { findGeneric } from './attributes.ts';
import { findStr, setStr } from './dict.ts';
import { instanceDict } from './instance-dict.ts';
import { noAttribute, typeError } from './errors.ts';
import { stopIteration } from './iterate.ts';
import { SignatureCallable, type ArgsOf } from './signature.ts';
import { repeating, SlotCallable } from './slot-callable.ts';
import { slotDocs } from './slot-docs.gen.ts';
import { takeRaised } from './state.ts';
import { accessor } from './type-slots.ts';
import { VariadicCallable, type Variadic } from './variadic.ts';

const { bareType, moduleType, objectType } = bareTypes;

/**
 * How a builtin type is declared: a table whose entries carry their Python signature as a string that TypeScript parses. Only this file knows how
 * special methods are stored. CPython: Objects/typeobject.c, PyType_Ready
 */

/** A method: what `defineType` turns into a descriptor. */
export interface Method<Self> {
  readonly source: string | null;
  /** What a method without `source` shows as its signature. */
  readonly shown?: string | null;
  readonly doc: string | null;
  readonly impl: (self: Self, ...args: never[]) => Value;
}

/** A method with a Python signature (without self), its docstring and its implementation. */
export const method = <const S extends string, Self>(
  signature: S,
  doc: string | null,
  impl: (self: Self, ...args: ArgsOf<S>) => Value,
): Method<Self> => ({ source: signature, doc, impl: impl as unknown as Method<Self>['impl'] });

/** A class method or static method; the implementation's first argument is the class for a class method, and null for a static one. */
export const classMethod = <const S extends string>(
  signature: S,
  doc: string | null,
  impl: (type: PyType, ...args: ArgsOf<S>) => Value,
): Method<PyType> => ({ source: signature, doc, impl: impl as unknown as Method<PyType>['impl'] });
export const staticMethod = <const S extends string>(
  signature: S,
  doc: string | null,
  impl: (...args: ArgsOf<S>) => Value,
): Method<undefined> => ({
  source: signature,
  doc,
  impl: impl as unknown as Method<undefined>['impl'],
});

/** A method that reads its own arguments: for the few whose signature a string cannot bind. */
export const variadicMethod = <Self>(
  doc: string | null,
  impl: (self: Self, args: readonly Value[], names: readonly string[] | null) => Value,
  shown: string | null = null,
): Method<Self> => ({ source: null, shown, doc, impl: impl });

/** A computed attribute. `set` gets undefined for deletion. */
export interface Attribute<Self> {
  readonly doc?: string;
  readonly get: (self: Self) => Value;
  readonly set?: (self: Self, value: Value | undefined) => void;
}

/** How a type makes instances: from a signature, or reading the arguments itself. */
export interface New {
  readonly source: string | null;
  readonly construct: Constructor;
  readonly named: (typeName: string) => Constructor;
}
/** `__new__` with a Python signature, after the class; its messages name the class, or what they are told to. */
export const constructor = <const S extends string>(
  signature: S,
  impl: (type: PyType, ...args: ArgsOf<S>) => Value,
  calledAs?: string,
): New => {
  const named = (typeName: string): Constructor => {
    const callable = new SignatureCallable(signature, impl as never, '$type', calledAs ?? typeName);
    return (type, args, names) => callable.call(type, args, names);
  };
  return { source: signature, construct: named(''), named };
};
export const variadic = (construct: Constructor): New => ({
  source: null,
  construct,
  named: () => construct,
});

type SlotResult<N> = N extends '__bool__' | '__contains__'
  ? boolean
  : N extends '__repr__' | '__str__' | '__format__'
    ? PyStr
    : N extends
          | '__setitem__'
          | '__delitem__'
          | '__setattr__'
          | '__delattr__'
          | '__set__'
          | '__delete__'
      ? void
      : Value;
type SlotArguments<N extends SpecialName> = (typeof specialMethods)[N] extends 0
  ? []
  : (typeof specialMethods)[N] extends 1
    ? [Value]
    : (typeof specialMethods)[N] extends 2
      ? [Value, Value]
      : [Value, Value, Value];
type ReturnsNothing =
  | '__setitem__'
  | '__delitem__'
  | '__setattr__'
  | '__delattr__'
  | '__set__'
  | '__delete__';

/**
 * Special methods by their Python name; signatures and docs of those that CPython has as slots are common knowledge (slot-docs.gen.ts).
 * `__pow__` gets a third argument when called with a modulus. `__call__` and `__init__` read their own arguments.
 */
export type Slots<Self> = {
  readonly [N in Exclude<SpecialName, '__pow__' | '__rpow__'>]?: (
    self: Self,
    ...args: SlotArguments<N>
  ) => SlotResult<N>;
} & {
  readonly __pow__?: (self: Self, value: Value, mod?: Value) => Value;
  readonly __rpow__?: (self: Self, value: Value, mod?: Value) => Value;
  readonly __call__?: (
    self: Self,
    args: readonly Value[],
    names: readonly string[] | null,
  ) => Value;
  readonly __init__?: (self: Self, args: readonly Value[], names: readonly string[] | null) => void;
  readonly __del__?: (self: Self) => void;
};

export interface TypeSpec<Self extends PyObject> {
  readonly name: string;
  /** The module that `__module__` names; builtins by default. */
  readonly module?: string;
  readonly doc: string | null;
  readonly base?: PyType;
  /** What may be done with the class; none by default. */
  readonly flags?: readonly ('base' | 'dict' | 'weakref' | 'sequence' | 'mapping')[];
  /** Absent: instances cannot be made by calling the class, unless a base's `__new__` does. */
  readonly new?: New | 'inherit';
  /** Equal values are equal keys whatever their class, and tables find them without calling `__eq__`; identity by default when no `__eq__` is given. */
  readonly equality?: PyObject['equality'];
  /** `+` and `*` are a sequence's. */
  readonly concatenates?: boolean;
  readonly slots?: Slots<Self>;
  /** False where Python cannot iterate, although TypeScript drives the object by `next`. */
  readonly iterates?: false;
  /** Read-only attributes that CPython stores in the object: member descriptors. */
  readonly members?: Readonly<Record<string, ((self: Self) => Value) | Attribute<Self>>>;
  readonly attributes?: Readonly<Record<string, Attribute<Self>>>;
  readonly methods?: Readonly<Record<string, Method<Self>>>;
  readonly classMethods?: Readonly<Record<string, Method<PyType>>>;
  readonly staticMethods?: Readonly<Record<string, Method<undefined>>>;
  readonly constants?: Readonly<Record<string, Value>>;
  readonly find?: (obj: Value, name: string) => Value | undefined;
  readonly missing?: PyType['missing'];
}

const flagBits = {
  base: TYPE_BASE,
  dict: TYPE_HAS_DICT,
  weakref: TYPE_HAS_WEAKREF,
  sequence: TYPE_SEQUENCE,
  mapping: TYPE_MAPPING,
} as const;

// Types are used before their files have filled them: until then they are found in as plain objects are.
for (const type of [...Object.values(bareTypes), ...Object.values(exceptionTypes)])
  if (type instanceof PyType) {
    type.find = findGeneric;
    type.missing = noAttribute;
  }

/** Makes or fills the type object of a JavaScript class (or of a bare type). */
export function defineType<Self extends PyObject>(
  shape: (abstract new (...fields: never[]) => Self) | PyType,
  spec: TypeSpec<Self>,
): PyType {
  const base = spec.base ?? objectType;
  const type =
    shape instanceof PyType
      ? shape
      : Object.hasOwn(shape.prototype as object, 'type')
        ? (shape.prototype as PyObject).type
        : bareType(spec.name, shape, base);
  type.flags |= (spec.flags ?? []).reduce((bits, flag) => bits | flagBits[flag], 0);
  type.find = spec.find ?? type.base?.find ?? findGeneric;
  type.missing = spec.missing ?? type.base?.missing ?? noAttribute;
  const { proto } = type;
  const put = (name: string, value: Value) => setStr(type.dict, name, value);
  if (spec.module !== undefined) put('__module__', spec.module);
  if (spec.concatenates) hide(proto, 'concatenates', true);
  addSlots(type, spec.slots ?? {}, spec.iterates !== false);
  for (const [name, m] of Object.entries(spec.methods ?? {})) {
    const callable = callableOf(m, '$self', `${spec.name}.${name}`);
    put(name, new PyMethodDescriptor(name, type, docOf(m.doc), callable));
    if (!Object.hasOwn(specialMethods, name)) {
      if (type.base !== objectType) hideEntries(proto, name, callable);
      continue;
    }
    const count = specialMethods[name as SpecialName];
    const entry = callable.entry(count, true);
    if (entry !== undefined) hide(proto, methodKey(name, count), entry);
  }
  for (const [name, m] of Object.entries(spec.classMethods ?? {}))
    put(
      name,
      new PyClassMethodDescriptor(
        name,
        type,
        docOf(m.doc),
        callableOf(m, '$type', `${spec.name}.${name}`),
      ),
    );
  for (const [name, m] of Object.entries(spec.staticMethods ?? {})) {
    const callable = callableOf(m, '', `${spec.name}.${name}`);
    put(
      name,
      new PyStaticMethod(
        new PyBuiltin(name, `${spec.name}.${name}`, callable, docOf(m.doc), false, null),
      ),
    );
  }
  addComputed(type, spec);
  if (
    spec.flags?.includes('dict') &&
    findStr(type.dict, '__dict__') === undefined &&
    !(type.proto instanceof PyType)
  )
    put('__dict__', dictAttribute(type));
  for (const [name, value] of Object.entries(spec.constants ?? {})) put(name, value);
  if (spec.constants?.__hash__ === null) hide(proto, '__hash__$0', undefined);
  addNew(type, spec);
  const doc = spec.doc === null ? null : str(spec.doc);
  // Where instances have a `__doc__` of their own, the class's is kept apart.
  if (type.dict.table.map.get('__doc__')?.value instanceof PyGetSet) type.ownDoc = doc;
  else put('__doc__', doc);
  if (spec.slots?.__eq__ !== undefined && spec.slots.__hash__ === undefined) {
    put('__hash__', null);
    hide(proto, '__hash__$0', undefined);
  }
  if (spec.slots?.__eq__ !== undefined || spec.equality !== undefined || type === objectType)
    hide(
      proto,
      'equality',
      spec.equality ?? (spec.slots?.__eq__ === undefined ? 'identity' : 'custom'),
    );
  const isPlain = type.flags & TYPE_HAS_DICT && !setsAttributes(proto) && type !== moduleType;
  hide(proto, 'writable', isPlain ? true : undefined);
  for (const [name, { value }] of [...type.dict.table.map.entries()] as [
    string,
    { value: Value },
  ][])
    installAttribute(proto, name, value);
  type.methods.forEach(found => found.clear());
  type.cache.clear();
  return type;
}

const setsAttributes = (proto: PyObject): boolean =>
  proto.__setattr__$2 !== undefined && proto.__setattr__$2 !== objectType.proto.__setattr__$2;

/** Entries under all counts, so that none made for the base's method of that name is found. */
function hideEntries(proto: object, name: string, callable: Callable): void {
  for (let count = 0; count <= MAX_DIRECT_ARGUMENTS; count++)
    hide(
      proto,
      methodKey(name, count),
      callable.entry(count, true) ??
        ((self: Value, ...args: Value[]) => callable.call(self, args, null)),
    );
}

const hide = (proto: object, key: string, value: unknown): void => {
  Object.defineProperty(proto, key, { value, writable: true, configurable: true });
};

/** What `o.$x` finds: a constant, or an accessor that binds. Types of types have none: a class's own attributes come first. */
function installAttribute(proto: PyObject & Attributes, name: string, value: Value): void {
  if (proto instanceof PyType || proto === (PyType.prototype as PyObject)) return;
  const isPlain = !(value instanceof PyObject) || value.__get__$2 === undefined;
  const isDescriptorClass =
    value instanceof PyMethodDescriptor ||
    value instanceof PyGetSet ||
    value instanceof PyStaticMethod;
  if (isPlain && !isDescriptorClass) hide(proto, attributeKey(name), value);
  else Object.defineProperty(proto, attributeKey(name), accessor(name));
}

/** An empty docstring is none. */
const docOf = (doc: string | null): string | null => (doc === '' ? null : doc);

function callableOf(m: Method<never>, receiver: '$self' | '$type' | '', name: string): Callable {
  return m.source === null
    ? new VariadicCallable(m.impl as unknown as Variadic, name, m.shown)
    : new SignatureCallable(m.source, m.impl, receiver, name);
}

const returnsNothing: ReadonlySet<string> = new Set<ReturnsNothing | '__del__'>([
  '__setitem__',
  '__delitem__',
  '__setattr__',
  '__delattr__',
  '__set__',
  '__delete__',
  '__del__',
]);

function addSlots<Self extends PyObject>(
  type: PyType,
  slots: Slots<Self>,
  iterates: boolean,
): void {
  const table: Record<string, unknown> = { ...slots };
  if (iterates && type.proto instanceof PyIterator) {
    table.__iter__ ??= (self: Self) => self;
    table.__next__ ??= nextOf;
  }
  if (table.__eq__ !== undefined && table.__ne__ === undefined && type !== objectType)
    table.__ne__ = objectType.proto.__ne__$1;
  for (const [name, given] of Object.entries(table)) {
    const [signature, doc] = slotDocs[name] ?? [null, null];
    const isVariadic = name === '__call__' || name === '__init__';
    let impl = given as (...args: Value[]) => Value;
    if (returnsNothing.has(name)) impl = (...args) => (impl_(given, args), null);
    const callable = isVariadic
      ? new VariadicCallable(asVariadic(given as Variadic), name, '($self, /, *args, **kwargs)')
      : new SlotCallable(name, signature ?? signatureOf(name), byName(type, name, impl));
    setStr(type.dict, name, new PySlotWrapper(name, type, doc, callable));
    if (Object.hasOwn(specialMethods, name))
      hide(type.proto, methodKey(name, specialMethods[name as SpecialName]), impl);
  }
}
/** How a slot is called by name, where that differs from the operator. */
const byName = (type: PyType, name: string, impl: (...args: Value[]) => Value) =>
  type.proto.concatenates && repeats.has(name) ? repeating(impl) : impl;
const repeats: ReadonlySet<string> = new Set(['__mul__', '__rmul__', '__imul__']);

const impl_ = (f: unknown, args: Value[]): void => {
  (f as (...args: Value[]) => void)(...args);
};
const asVariadic =
  (f: Variadic): Variadic =>
  (self, args, names) =>
    f(self, args, names) ?? null;
const signatureOf = (name: string): string => {
  const count = specialMethods[name as SpecialName];
  return count === 0 ? '()' : `(${['a', 'b', 'c'].slice(0, count).join(', ')}, /)`;
};

/** `__next__` of an iterator that has `next`. */
function nextOf(self: PyIterator): Value {
  const item = self.next();
  if (item === undefined) throw stopIteration(self.result);
  if (item === RAISED) throw takeRaised();
  return item as Value;
}

function addComputed<Self extends PyObject>(type: PyType, spec: TypeSpec<Self>): void {
  for (const [name, member] of Object.entries(spec.members ?? {})) {
    const { get, set, doc } = typeof member === 'function' ? { get: member } : member;
    setStr(
      type.dict,
      name,
      new PyMember(name, type, doc ?? null, get as Getter, (set as Setter | undefined) ?? null),
    );
  }
  for (const [name, { get, set, doc }] of Object.entries(spec.attributes ?? {}))
    setStr(
      type.dict,
      name,
      new PyGetSet(name, type, doc ?? null, get as Getter, (set as Setter | undefined) ?? null),
    );
}
type Getter = (self: Value) => Value;
type Setter = (self: Value, value: Value | undefined) => void;

/** `__dict__` of the instances. */
const dictAttribute = (type: PyType): PyGetSet =>
  new PyGetSet('__dict__', type, null, self => instanceDict(self as PyObject), null);

function addNew(type: PyType, spec: TypeSpec<never>): void {
  if (spec.new === 'inherit') {
    type.construct = type.base!.construct;
    return;
  }
  if (spec.new === undefined) {
    type.flags |= TYPE_NO_NEW;
    type.construct = cls => {
      const module = spec.module ?? 'builtins';
      throw typeError(
        `cannot create '${module === 'builtins' ? '' : `${module}.`}${cls.name}' instances`,
      );
    };
    return;
  }
  const construct = spec.new.named(spec.name);
  type.construct = construct;
  const callable = new VariadicCallable(
    (_self, args, names) => newFromPython(type, construct, args, names),
    `${spec.name}.__new__`,
    '($type, *args, **kwargs)',
  );
  const builtin = new PyBuiltin(
    '__new__',
    `${spec.name}.__new__`,
    callable,
    'Create and return a new object.  See help(type) for accurate signature.',
    false,
    type,
  );
  setStr(type.dict, '__new__', builtin);
}

/** `T.__new__(cls, …)`: the class must be T or a subclass whose instances have T's layout. */
function newFromPython(
  type: PyType,
  construct: Constructor,
  args: readonly Value[],
  names: readonly string[] | null,
): Value {
  const [cls, ...rest] = args;
  if (cls === undefined) throw typeError(`${type.name}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType))
    throw typeError(
      `${type.name}.__new__(X): X is not a type object (${cls === null ? 'NoneType' : typeName(cls)})`,
    );
  if (cls !== type && !cls.mro.includes(type))
    throw typeError(
      `${type.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${type.name}`,
    );
  if (cls.layout !== type.layout && type.layout !== cls && staticBase(cls) !== type)
    throw typeError(
      `${type.name}.__new__(${cls.name}) is not safe, use ${staticBase(cls).name}.__new__()`,
    );
  return construct(cls, rest, names);
}
const typeName = (v: Value): string => (v instanceof PyObject ? v.type.name : typeof v);
const staticBase = (cls: PyType): PyType => cls.layout;
