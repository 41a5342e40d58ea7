import { objectType, typeOf } from '../objects/builtin-types.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { utf16 } from '../objects/str.ts';
import { TYPE_ABSTRACT, type PyType } from '../objects/type.ts';
import { findGeneric, lookup, setGeneric } from '../runtime/attributes.ts';
import { callMethod, type Names } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { classMethod, defineType, method, variadic } from '../runtime/declare.ts';
import { noAttribute, typeError } from '../runtime/errors.ts';
import { identityHash } from '../runtime/hash.ts';
import { isTrue } from '../runtime/truth.ts';
import { defaultRepr, repr, toStr } from '../runtime/text.ts';
import { unwrap } from '../runtime/state.ts';
import { objectState, reduceEx } from './object-pickle.ts';
import { directory } from './directory.ts';
import { setClass } from './set-class.ts';
import { abstractMethodNames } from './abstract.ts';

/** An attribute's name as text. TypeError for what is not a str. */
export function attributeName(name: Value): string {
  const text = strValue(name);
  if (text === undefined)
    throw typeError(`attribute name must be string, not '${typeOf(name).name}'`);
  return utf16(text);
}

/** `object.__new__`: refuses arguments that neither `__new__` nor `__init__` takes. CPython: object_new */
function newObject(type: PyType, args: readonly Value[], names: Names): Value {
  if (args.length > 0 || names !== null) {
    if (lookup(type, '__new__') !== lookup(objectType, '__new__'))
      throw typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (lookup(type, '__init__') === lookup(objectType, '__init__'))
      throw typeError(`${type.name}() takes no arguments`);
  }
  if (type.flags & TYPE_ABSTRACT) throw cannotInstantiate(type);
  return new type.alloc();
}

function cannotInstantiate(type: PyType) {
  const names = abstractMethodNames(type);
  const quoted = names.map(name => `'${name}'`).join(', ');
  return typeError(
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length === 1 ? '' : 's'} ${quoted}`,
  );
}

/** `object.__init__`. CPython: object_init */
function initObject(self: PyObject, args: readonly Value[], names: Names): void {
  if (args.length === 0 && names === null) return;
  const type = typeOf(self);
  if (lookup(type, '__init__') !== lookup(objectType, '__init__'))
    throw typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  if (lookup(type, '__new__') === lookup(objectType, '__new__'))
    throw typeError(`${type.name}() takes no arguments`);
}

/** The base of all classes. CPython: Objects/typeobject.c */
defineType(PyObject, {
  name: 'object',
  doc: `The base class of the class hierarchy.

When called, it accepts no arguments and returns a new featureless
instance that has no instance attributes and cannot be given any.
`,
  flags: ['base'],
  new: variadic(newObject),
  find: findGeneric,
  missing: noAttribute,
  slots: {
    __init__: initObject,
    __repr__: self => defaultRepr(self),
    __str__: self => repr(self),
    __hash__: self => identityHash(self),
    __eq__: (self, other) => (self === other ? true : NotImplemented),
    __ne__(self, other) {
      const equal = unwrap(typeOf(self).proto.__eq__$1!(self, other));
      return equal === NotImplemented ? NotImplemented : !isTrue(equal);
    },
    __lt__: () => NotImplemented,
    __le__: () => NotImplemented,
    __gt__: () => NotImplemented,
    __ge__: () => NotImplemented,
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findGeneric(self, text);
      if (found === undefined) throw noAttribute(self, text);
      return found;
    },
    __setattr__(self, name, value) {
      setGeneric(self, attributeName(name), value);
    },
    __delattr__(self, name) {
      setGeneric(self, attributeName(name), undefined);
    },
  },
  attributes: {
    __class__: {
      doc: "the object's class",
      get: self => typeOf(self),
      set: (self, value) => setClass(self, value),
    },
  },
  methods: {
    __format__: method(
      '(format_spec: str, /)',
      'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
      (self, spec) => {
        if (spec !== '')
          throw typeError(`unsupported format string passed to ${typeOf(self).name}.__format__`);
        return toStr(self);
      },
    ),
    __sizeof__: method('()', 'Size of object in memory, in bytes.', () => {
      throw typeError('the size of objects is not known on this platform');
    }),
    __dir__: method('()', 'Default dir() implementation.', self => directory(self)),
    __reduce__: method('()', 'Helper for pickle.', self => reduceEx(self, 0)),
    __reduce_ex__: method('(protocol: cint, /)', 'Helper for pickle.', (self, protocol) => {
      const reduce = lookup(typeOf(self), '__reduce__');
      if (reduce !== undefined && reduce !== lookup(objectType, '__reduce__'))
        return callMethod(self, '__reduce__');
      return reduceEx(self, protocol);
    }),
    __getstate__: method('()', 'Helper for pickle.', self => objectState(self)),
  },
  classMethods: {
    __subclasshook__: classMethod(
      '(object, /)',
      `Abstract classes can override this to customize issubclass().

This is invoked early on by abc.ABCMeta.__subclasscheck__().
It should return True, False or NotImplemented.  If it returns
NotImplemented, the normal algorithm is used.  Otherwise, it
overrides the normal algorithm (and the outcome is cached).`,
      () => NotImplemented,
    ),
    __init_subclass__: classMethod(
      '()',
      `This method is called when a class is subclassed.

The default implementation does nothing. It may be
overridden to extend subclasses.`,
      () => null,
    ),
  },
});
