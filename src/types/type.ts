import { typeOf, typeType } from '../objects/builtin-types.ts';
import { PyMappingProxy, PyDict } from '../objects/dict.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { PyType, TYPE_ABSTRACT, TYPE_HEAP, TYPE_IMMUTABLE } from '../objects/type.ts';
import { bind, isDataDescriptor, isDescriptor, lookup } from '../runtime/attributes.ts';
import { call, construct, isCallable, type Names } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { findStr, removeItem, setStr } from '../runtime/dict.ts';
import { attributeError, typeError, valueError } from '../runtime/errors.ts';
import { isTrue } from '../runtime/truth.ts';
import { makeType, metaclassOf, mroOf, reregister } from '../runtime/make-type.ts';
import { thread, unwrap } from '../runtime/state.ts';
import { fullName } from '../runtime/text.ts';
import { fillProto, refreshAttribute } from '../runtime/type-slots.ts';
import { unionOf } from '../runtime/union.ts';
import { typeDirectory } from './directory.ts';
import { attributeName } from './object.ts';
import { linearize } from '../runtime/mro.ts';

/** `type.__getattribute__`: the metaclass's data descriptors, the class's MRO, then the rest of the metaclass. CPython: _Py_type_getattro */
export function findInType(obj: Value, name: string): Value | undefined {
  const cls = obj as PyType;
  const meta = cls.type;
  const metaAttr = lookup(meta, name);
  if (metaAttr !== undefined && isDataDescriptor(metaAttr) && isDescriptor(metaAttr))
    return bind(metaAttr, cls, meta);
  const attr = lookup(cls, name);
  if (attr !== undefined) {
    if (!(attr instanceof PyObject)) return attr;
    const get = attr.__get__$2;
    return get === undefined ? attr : unwrap(get(attr, null, cls));
  }
  return metaAttr === undefined ? undefined : bind(metaAttr, cls, meta);
}

/** `type(x)`, or a new class. CPython: type_new */
function newClass(meta: PyType, args: readonly Value[], names: Names): Value {
  const positional = args.length - (names?.length ?? 0);
  if (meta === typeType && positional === 1 && names === null) return typeOf(args[0]!);
  if (positional !== 3)
    throw typeError(
      meta === typeType
        ? 'type() takes 1 or 3 arguments'
        : `type.__new__() takes exactly 3 arguments (${positional} given)`,
    );
  const [name, bases, namespace] = args;
  const text = strValue(name!);
  if (text === undefined)
    throw typeError(`type.__new__() argument 1 must be str, not ${typeOf(name!).name}`);
  if (!(bases instanceof PyTuple))
    throw typeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases!).name}`);
  if (!(namespace instanceof PyDict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeOf(namespace!).name}`);
  const kwargs = args.slice(3);
  const winner = metaclassOf(
    meta,
    bases.items.filter(base => base instanceof PyType),
  );
  if (winner !== meta && lookup(winner, '__new__') !== lookup(typeType, '__new__'))
    return winner.construct!(winner, args, names);
  return makeType(winner, text, bases.items, namespace, kwargs, names);
}

function setTypeAttribute(cls: PyType, name: string, value: Value | undefined): void {
  const meta = cls.type;
  const metaAttr = lookup(meta, name);
  if (metaAttr !== undefined && isDataDescriptor(metaAttr)) {
    if (value === undefined) unwrap(metaAttr.__delete__$1!(metaAttr, cls));
    else unwrap(metaAttr.__set__$2!(metaAttr, cls, value));
    return;
  }
  checkMutable(cls, name, value === undefined ? 'delete' : 'set');
  if (value !== undefined) setStr(cls.dict, name, value);
  else if (removeItem(cls.dict, str(name)) === undefined)
    throw attributeError(`type object '${cls.name}' has no attribute '${name}'`, cls, name);
  refreshAttribute(cls, name);
}

function checkMutable(cls: PyType, name: string, action: string): void {
  if (!(cls.flags & TYPE_HEAP) || cls.flags & TYPE_IMMUTABLE)
    throw typeError(
      `cannot ${action} '${name}' attribute of immutable type '${fullTypeName(cls)}'`,
    );
}
const fullTypeName = (cls: PyType): string => {
  const module = findStr(cls.dict, '__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${cls.name}` : cls.name;
};

function setBases(cls: PyType, value: Value | undefined): void {
  checkMutable(cls, '__bases__', value === undefined ? 'delete' : 'set');
  if (!(value instanceof PyTuple))
    throw typeError(
      `can only assign tuple to ${cls.name}.__bases__, not ${typeOf(value ?? null).name}`,
    );
  if (value.items.length === 0)
    throw typeError(`can only assign non-empty tuple to ${cls.name}.__bases__, not ()`);
  const bases = value.items.map(base => {
    if (!(base instanceof PyType))
      throw typeError(`${cls.name}.__bases__ must be tuple of classes, not '${typeOf(base).name}'`);
    if (base.mro.includes(cls)) throw typeError('a __bases__ item causes an inheritance cycle');
    return base;
  });
  const base = bases.find(each => each.layout === cls.layout) ?? bases[0]!;
  if (base.layout !== cls.layout)
    throw typeError(
      `__bases__ assignment: '${base.name}' object layout differs from '${cls.base!.name}'`,
    );
  const before = cls.bases;
  const mro = linearize(cls, bases);
  cls.bases = bases;
  cls.base = base;
  cls.mro = mro;
  reregister(cls, before, bases);
  Object.setPrototypeOf(cls.proto, base.proto);
  refreshBelow(cls);
}

function refreshBelow(cls: PyType): void {
  cls.cache.clear();
  fillProto(cls);
  for (const reference of thread.interpreter.subclasses.get(cls) ?? []) {
    const subclass = reference.deref();
    if (subclass === undefined) continue;
    subclass.mro = mroOf(subclass, subclass.bases);
    refreshBelow(subclass);
  }
}

function setAbstractMethods(cls: PyType, value: Value | undefined): void {
  if (value === undefined) {
    if (removeItem(cls.dict, '__abstractmethods__') === undefined)
      throw attributeError('__abstractmethods__', cls, '__abstractmethods__');
    cls.flags &= ~TYPE_ABSTRACT;
    return;
  }
  setStr(cls.dict, '__abstractmethods__', value);
  if (isTrue(value)) cls.flags |= TYPE_ABSTRACT;
  else cls.flags &= ~TYPE_ABSTRACT;
}

/** The text signature that stands before the doc of a builtin callable is kept apart from it. */
function typeDoc(cls: PyType): Value {
  if (cls.ownDoc !== undefined) return cls.ownDoc;
  const doc = findStr(cls.dict, '__doc__');
  if (doc === undefined) return null;
  return bind(doc, null, cls);
}

function checkAnnotations(cls: PyType, name: string): void {
  if (!(cls.flags & TYPE_HEAP))
    throw attributeError(`type object '${cls.name}' has no attribute '${name}'`, cls, name);
}

/** `__annotate__` of a class: the function that its body left, or one that was set. */
function annotateOf(cls: PyType): Value {
  const found = findStr(cls.dict, '__annotate_func__') ?? findStr(cls.dict, '__annotate__');
  return found === undefined || found === null ? null : bind(found, null, cls);
}

/** Evaluated when first asked for. CPython: type_get_annotations */
function annotationsOf(cls: PyType): Value {
  checkAnnotations(cls, '__annotations__');
  const own = findStr(cls.dict, '__annotations__') ?? findStr(cls.dict, '__annotations_cache__');
  if (own !== undefined && own !== null) return bind(own, null, cls);
  const annotate = annotateOf(cls);
  const made = annotate === null ? new PyDict() : call(annotate, smallInt(1));
  if (!(made instanceof PyDict))
    throw typeError(`__annotate__() must return a dict, not ${typeOf(made).name}`);
  setStr(cls.dict, '__annotations_cache__', made);
  return made;
}

function setAnnotations(cls: PyType, value: Value | undefined): void {
  checkMutable(cls, '__annotations__', value === undefined ? 'delete' : 'set');
  if (value === undefined) {
    const removed =
      removeItem(cls.dict, '__annotations__') ?? removeItem(cls.dict, '__annotations_cache__');
    if (removed === undefined) throw attributeError('__annotations__', cls, '__annotations__');
  } else if (findStr(cls.dict, '__annotations__') !== undefined)
    setStr(cls.dict, '__annotations__', value);
  else setStr(cls.dict, '__annotations_cache__', value);
  removeItem(cls.dict, '__annotate_func__');
  removeItem(cls.dict, '__annotate__');
}

/** The class of classes. CPython: Objects/typeobject.c */
defineType(PyType, {
  name: 'type',
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  flags: ['base', 'weakref', 'dict'],
  new: variadic(newClass),
  find: findInType,
  missing: (obj, name) =>
    attributeError(`type object '${(obj as PyType).name}' has no attribute '${name}'`, obj, name),
  slots: {
    __repr__: self => str(`<class '${fullName(self)}'>`),
    __call__: (self, args, names) => unwrap(construct(self, args, names)),
    __init__(_self, args, names) {
      const positional = args.length - (names?.length ?? 0);
      if (names !== null && positional === 1)
        throw typeError('type.__init__() takes no keyword arguments');
      if (positional !== 1 && positional !== 3)
        throw typeError('type.__init__() takes 1 or 3 arguments');
    },
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findInType(self, text);
      if (found === undefined) throw self.type.missing(self, text);
      return found;
    },
    __setattr__(self, name, value) {
      setTypeAttribute(self, attributeName(name), value);
    },
    __delattr__(self, name) {
      setTypeAttribute(self, attributeName(name), undefined);
    },
    __or__: (self, other) => unionOf(self, other),
    __ror__: (self, other) => unionOf(other, self),
  },
  members: {
    __base__: self => self.base,
    __basicsize__: () => smallInt(16),
    __dictoffset__: self => smallInt(self.flags & 2 ? -1 : 0),
    __flags__: self => smallInt(self.flags & TYPE_HEAP ? 512 : 256),
    __itemsize__: () => smallInt(0),
    __mro__: self => tuple(self.mro),
    __weakrefoffset__: self => smallInt(self.flags & 16 ? 8 : 0),
  },
  attributes: {
    __name__: {
      get: self => str(self.name),
      set(self, value) {
        checkMutable(self, '__name__', value === undefined ? 'delete' : 'set');
        const text = value === undefined ? undefined : strValue(value);
        if (text === undefined)
          throw typeError(
            `can only assign string to ${self.name}.__name__, not '${typeOf(value ?? null).name}'`,
          );
        if (utf16(text).includes('\0'))
          throw valueError('type name must not contain null characters');
        self.name = utf16(text);
      },
    },
    __qualname__: {
      get: self => self.qualname,
      set(self, value) {
        checkMutable(self, '__qualname__', value === undefined ? 'delete' : 'set');
        const text = value === undefined ? undefined : strValue(value);
        if (text === undefined)
          throw typeError(
            `can only assign string to ${self.name}.__qualname__, not '${typeOf(value ?? null).name}'`,
          );
        self.qualname = text;
      },
    },
    __module__: {
      get: self => findStr(self.dict, '__module__') ?? 'builtins',
      set(self, value) {
        checkMutable(self, '__module__', value === undefined ? 'delete' : 'set');
        setStr(self.dict, '__module__', value!);
        removeItem(self.dict, '__firstlineno__');
        refreshAttribute(self, '__module__');
      },
    },
    __bases__: { get: self => tuple(self.bases), set: setBases },
    __dict__: { get: self => new PyMappingProxy(self.dict) },
    __doc__: {
      get: typeDoc,
      set(self, value) {
        checkMutable(self, '__doc__', value === undefined ? 'delete' : 'set');
        setStr(self.dict, '__doc__', value!);
        refreshAttribute(self, '__doc__');
      },
    },
    __abstractmethods__: {
      get(self) {
        const names = self === typeType ? undefined : findStr(self.dict, '__abstractmethods__');
        if (names === undefined)
          throw attributeError(
            `type object '${self.name}' has no attribute '__abstractmethods__'`,
            self,
            '__abstractmethods__',
          );
        return names;
      },
      set: setAbstractMethods,
    },
    __annotations__: { get: annotationsOf, set: setAnnotations },
    __annotate__: {
      get(self) {
        checkAnnotations(self, '__annotate__');
        return annotateOf(self);
      },
      set(self, value) {
        if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
        checkMutable(self, '__annotate__', 'set');
        if (value !== null && !isCallable(value))
          throw typeError('__annotate__ must be callable or None');
        setStr(self.dict, '__annotate_func__', value);
        if (value !== null) removeItem(self.dict, '__annotations_cache__');
        refreshAttribute(self, '__annotate_func__');
      },
    },
    __text_signature__: { get: () => null },
    __type_params__: {
      get: self => findStr(self.dict, '__type_params__') ?? tuple([]),
      set(self, value) {
        checkMutable(self, '__type_params__', value === undefined ? 'delete' : 'set');
        setStr(self.dict, '__type_params__', value!);
      },
    },
  },
  methods: {
    mro: method(
      '()',
      "Return a type's method resolution order.",
      self => new PyList([...linearize(self, self.bases)]),
    ),
    __subclasses__: method('()', 'Return a list of immediate subclasses.', self => {
      const references = thread.interpreter.subclasses.get(self) ?? [];
      return new PyList(references.map(each => each.deref()).filter(each => each !== undefined));
    }),
    __instancecheck__: method(
      '(instance, /)',
      'Check if an object is an instance.',
      (self, instance) => typeOf(instance).mro.includes(self) || isClassOf(instance, self),
    ),
    __subclasscheck__: method(
      '(subclass, /)',
      'Check if a class is a subclass.',
      (self, subclass) => {
        if (!(subclass instanceof PyType)) throw typeError('issubclass() arg 1 must be a class');
        return subclass.mro.includes(self);
      },
    ),
    __dir__: method('()', 'Specialized __dir__ implementation for types.', self =>
      typeDirectory(self),
    ),
    __sizeof__: method('()', 'Return memory consumption of the type object.', () => smallInt(408)),
  },
  classMethods: {
    __prepare__: {
      source: null,
      shown: '($cls, name, bases, /, **kwds)',
      doc: 'Create the namespace for the class statement',
      impl: () => new PyDict(),
    },
  },
});

/** What `__class__` says, when it is not the type: proxies and mocks. */
function isClassOf(instance: Value, cls: PyType): boolean {
  const type = typeOf(instance);
  const found = type.find(instance, '__class__');
  return found instanceof PyType && found !== type && found.mro.includes(cls);
}
