import { propertyType, typeOf } from '../objects/builtin-types.ts';
import { PyProperty } from '../objects/function.ts';
import type { Value } from '../objects/object.ts';
import { findAttr, isException, setAttr } from '../runtime/attributes.ts';
import { attributeErrorType } from '../objects/exception-types.ts';
import { call } from '../runtime/call.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { SignatureCallable } from '../runtime/signature.ts';
import { attributeError, noAttribute } from '../runtime/errors.ts';
import { reprText } from '../runtime/text.ts';
import { isTrue } from '../runtime/truth.ts';

/** CPython: Objects/descrobject.c, propertyobject */

type Alloc = new (fget: Value, fset: Value, fdel: Value, doc: Value) => PyProperty;

const initializer = new SignatureCallable(
  '(fget=None, fset=None, fdel=None, doc=None)',
  (self: PyProperty, fget: Value, fset: Value, fdel: Value, doc: Value) => {
    self.fget = fget;
    self.fset = fset;
    self.fdel = fdel;
    self.getterDoc = false;
    setDoc(self, doc);
    return null;
  },
  '$self',
  'property',
);

/** The doc given, or that of the getter. A subclass's instance keeps it as an attribute, before the class's own doc. */
function setDoc(self: PyProperty, given: Value): void {
  let doc = given;
  if (doc === null && self.fget !== null) {
    const own = findAttr(self.fget, '__doc__');
    if (own !== undefined) {
      doc = own;
      self.getterDoc = own !== null;
    }
  }
  if (self.type === propertyType) {
    self.doc = doc;
    return;
  }
  try {
    setAttr(self, '__doc__', doc);
  } catch (error) {
    if (self.getterDoc || !isException(error, attributeErrorType)) throw error;
  }
}

/** The same property with other functions. */
function copy(self: PyProperty, fget: Value, fset: Value, fdel: Value): Value {
  const doc = self.getterDoc && fget !== null ? null : self.doc;
  const made = call(self.type, fget, fset, fdel, doc);
  if (made instanceof PyProperty) made.name = self.name;
  return made;
}

const nameOf = (self: PyProperty): Value | undefined =>
  self.name ?? (self.fget === null ? undefined : findAttr(self.fget, '__name__'));

function refusal(self: PyProperty, instance: Value, what: string) {
  const name = nameOf(self);
  const shown = name === undefined || name === null ? '' : ` ${reprText(name)}`;
  const owner = reprText(typeOf(instance).qualname);
  return attributeError(
    `property${shown} of ${owner} object has no ${what}`,
    instance,
    typeof name === 'string' ? name : '',
  );
}

const isAbstract = (f: Value): boolean => {
  const flag = f === null ? undefined : findAttr(f, '__isabstractmethod__');
  return flag !== undefined && isTrue(flag);
};

defineType<PyProperty>(propertyType, {
  name: 'property',
  doc: `Property attribute.

  fget
    function to be used for getting an attribute value
  fset
    function to be used for setting an attribute value
  fdel
    function to be used for del'ing an attribute
  doc
    docstring

Typical use is to define a managed attribute x:

class C(object):
    def getx(self): return self._x
    def setx(self, value): self._x = value
    def delx(self): del self._x
    x = property(getx, setx, delx, "I'm the 'x' property.")

Decorators make defining new properties or modifying existing ones easy:

class C(object):
    @property
    def x(self):
        "I am the 'x' property."
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
    @x.deleter
    def x(self):
        del self._x`,
  flags: ['base'],
  new: variadic(type => new (type.alloc as unknown as Alloc)(null, null, null, null)),
  slots: {
    __init__(self, args, names) {
      initializer.call(self, args, names);
    },
    __get__(self, instance) {
      if (instance === null) return self;
      if (self.fget === null) throw refusal(self, instance, 'getter');
      return call(self.fget, instance);
    },
    __set__(self, instance, value) {
      if (self.fset === null) throw refusal(self, instance, 'setter');
      call(self.fset, instance, value);
    },
    __delete__(self, instance) {
      if (self.fdel === null) throw refusal(self, instance, 'deleter');
      call(self.fdel, instance);
    },
  },
  members: {
    fget: self => self.fget,
    fset: self => self.fset,
    fdel: self => self.fdel,
    __doc__: {
      get: self => self.doc,
      set(self, value) {
        self.doc = value ?? null;
      },
    },
  },
  attributes: {
    __name__: {
      get(self) {
        const name = nameOf(self);
        if (name === undefined) throw noAttribute(self, '__name__');
        return name;
      },
      set(self, value) {
        self.name = value;
      },
    },
    __isabstractmethod__: {
      get: self => isAbstract(self.fget) || isAbstract(self.fset) || isAbstract(self.fdel),
    },
  },
  methods: {
    __set_name__: method(
      '(owner, name, /)',
      'Method to set name of a property.',
      (self, _owner, name) => {
        self.name = name;
        return null;
      },
    ),
    deleter: method(
      '(object, /)',
      'Descriptor to obtain a copy of the property with a different deleter.',
      (self, f) => copy(self, self.fget, self.fset, f),
    ),
    getter: method(
      '(object, /)',
      'Descriptor to obtain a copy of the property with a different getter.',
      (self, f) => copy(self, f, self.fset, self.fdel),
    ),
    setter: method(
      '(object, /)',
      'Descriptor to obtain a copy of the property with a different setter.',
      (self, f) => copy(self, self.fget, f, self.fdel),
    ),
  },
});
