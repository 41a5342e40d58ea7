import { typeOf, noneType } from '../objects/builtin-types.ts';
import {
  PyBuiltin,
  PyClassMethodDescriptor,
  type PyDescriptor,
  PyGetSet,
  PyMember,
  PyMethodDescriptor,
  PyMethodWrapper,
  PySlotWrapper,
} from '../objects/function.ts';
import { NotImplemented, type PyObject, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { getAttr } from '../runtime/attributes.ts';
import { invoke } from '../runtime/call.ts';
import { defineType, method, type TypeSpec } from '../runtime/declare.ts';
import { attributeError, typeError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { int } from '../objects/int.ts';
import { unwrap, thread } from '../runtime/state.ts';
import { address } from '../runtime/text.ts';

/** The descriptors of builtin types. CPython: Objects/descrobject.c */

/** Whether a descriptor is read through its class, not an instance. */
const isThroughClass = (instance: Value, owner: Value): boolean =>
  instance === null && owner !== noneType;

function checkSelf(self: PyDescriptor, instance: Value): void {
  const type = typeOf(instance);
  if (type === self.owner || type.mro.includes(self.owner)) return;
  throw typeError(
    `descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${type.name}' object`,
  );
}

const common = {
  members: {
    __name__: (self: PyDescriptor) => str(self.name),
    __objclass__: (self: PyDescriptor) => self.owner,
  },
  qualname: { get: (self: PyDescriptor) => str(`${utf16(self.owner.qualname)}.${self.name}`) },
  doc: { get: (self: PyDescriptor) => (self.doc === null ? null : str(self.doc)) },
};
const reduceGetattr = method('()', '', (self: PyDescriptor) =>
  tuple([getAttr(thread.interpreter.builtins, 'getattr'), tuple([self.owner, str(self.name)])]),
);

function methodLike<T extends PyMethodDescriptor>(
  name: string,
  kind: string,
  get: (self: T, instance: Value, owner: Value) => Value,
): TypeSpec<T> {
  return {
    name,
    doc: null,
    members: common.members,
    attributes: {
      __qualname__: common.qualname,
      __doc__: common.doc,
      __text_signature__: {
        get: self => {
          const text = self.callable.textSignature;
          return text === null ? null : str(text);
        },
      },
    },
    methods: { __reduce__: reduceGetattr },
    slots: {
      __repr__: self => str(`<${kind} '${self.name}' of '${self.owner.name}' objects>`),
      __get__: get,
      __call__: (self, args, names) => unwrap(invoke(self, args, names)),
    },
  };
}

defineType(
  PyMethodDescriptor,
  methodLike('method_descriptor', 'method', (self, instance, owner) => {
    if (isThroughClass(instance, owner)) return self;
    checkSelf(self, instance);
    return new PyBuiltin(
      self.name,
      `${utf16(typeOf(instance).qualname)}.${self.name}`,
      self.callable,
      self.doc,
      true,
      instance,
    );
  }),
);
defineType(
  PyClassMethodDescriptor,
  methodLike('classmethod_descriptor', 'method', (self, instance, owner) => {
    const cls = owner instanceof PyType ? owner : typeOf(instance);
    if (!cls.mro.includes(self.owner))
      throw typeError(
        `descriptor '${self.name}' requires a subtype of '${self.owner.name}' but received '${cls.name}'`,
      );
    return new PyBuiltin(
      self.name,
      `${utf16(cls.qualname)}.${self.name}`,
      self.callable,
      self.doc,
      true,
      cls,
    );
  }),
);
defineType(
  PySlotWrapper,
  methodLike('wrapper_descriptor', 'slot wrapper', (self, instance, owner) => {
    if (isThroughClass(instance, owner)) return self;
    checkSelf(self, instance);
    return new PyMethodWrapper(self, instance);
  }),
);

defineType(PyMethodWrapper, {
  name: 'method-wrapper',
  doc: null,
  equality: 'custom',
  members: { __self__: self => self.self },
  attributes: {
    __name__: { get: self => str(self.descriptor.name) },
    __qualname__: {
      get: self => str(`${utf16(self.descriptor.owner.qualname)}.${self.descriptor.name}`),
    },
    __objclass__: { get: self => self.descriptor.owner },
    __doc__: { get: self => (self.descriptor.doc === null ? null : str(self.descriptor.doc)) },
    __text_signature__: {
      get: self => {
        const text = self.descriptor.callable.textSignature;
        return text === null ? null : str(text);
      },
    },
  },
  slots: {
    __repr__: self =>
      str(
        `<method-wrapper '${self.descriptor.name}' of ${typeOf(self.self).name} object at ${addressOf(self.self)}>`,
      ),
    __eq__: (self, other) =>
      other instanceof PyMethodWrapper
        ? self.descriptor === other.descriptor && self.self === other.self
        : NotImplemented,
    __hash__: self => int(BigInt(hash(self.descriptor)) ^ BigInt(hash(self.self))),
    __call__: (self, args, names) => self.descriptor.callable.call(self.self, args, names),
  },
  methods: {
    __reduce__: method('()', '', self =>
      tuple([
        getAttr(thread.interpreter.builtins, 'getattr'),
        tuple([self.self, str(self.descriptor.name)]),
      ]),
    ),
  },
});
const addressOf = (v: Value): string =>
  typeof v === 'object' && v !== null ? address(v) : '0x000000000000';

function computed<T extends PyGetSet>(name: string, kind: string): TypeSpec<T> {
  return {
    name,
    doc: null,
    members: common.members,
    attributes: { __qualname__: common.qualname, __doc__: common.doc },
    methods: { __reduce__: reduceGetattr },
    slots: {
      __repr__: self => str(`<${kind} '${self.name}' of '${self.owner.name}' objects>`),
      __get__(self, instance, owner) {
        if (isThroughClass(instance, owner)) return self;
        checkSelf(self, instance);
        if (self.get === null) throw notReadable(self, instance);
        return self.get(instance);
      },
      __set__(self, instance, value) {
        store(self, instance, value);
      },
      __delete__(self, instance) {
        store(self, instance, undefined);
      },
    },
  };
}
const notReadable = (self: PyGetSet, instance: Value): PyObject =>
  attributeError(
    `attribute '${self.name}' of '${typeOf(instance).name}' objects is not readable`,
    instance,
    self.name,
  );

function store(self: PyGetSet, instance: Value, value: Value | undefined): void {
  checkSelf(self, instance);
  if (self.set === null)
    throw attributeError(
      self instanceof PyMember
        ? 'readonly attribute'
        : `attribute '${self.name}' of '${self.owner.name}' objects is not writable`,
      instance,
      self.name,
    );
  self.set(instance, value);
}
defineType(PyGetSet, computed('getset_descriptor', 'attribute'));
defineType(PyMember, computed('member_descriptor', 'member'));
