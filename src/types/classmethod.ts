import { classMethodType, typeOf } from '../objects/builtin-types.ts';
import { PyMethod, type PyClassMethod } from '../objects/function.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { classMethod, defineType, variadic } from '../runtime/declare.ts';
import { reprText } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { initWrapper, wrapperAttributes } from './wrapped-function.ts';

/** CPython: Objects/funcobject.c */

type Alloc = new (callable: Value) => PyClassMethod;

defineType<PyClassMethod>(classMethodType, {
  name: 'classmethod',
  doc: `Convert a function to be a class method.

A class method receives the class as implicit first argument,
just like an instance method receives the instance.
To declare a class method, use this idiom:

  class C:
      @classmethod
      def f(cls, arg1, arg2, argN):
          ...

It can be called either on the class (e.g. C.f()) or on an instance
(e.g. C().f()).  The instance is ignored except for its class.
If a class method is called for a derived class, the derived class
object is passed as the implied first argument.

Class methods are different than C++ or Java static methods.
If you want those, see the staticmethod builtin.`,
  flags: ['base', 'dict'],
  new: variadic(type => new (type.alloc as unknown as Alloc)(null)),
  slots: {
    __init__(self, args, names) {
      initWrapper(self, 'classmethod', args, names);
    },
    __repr__: self => str(`<classmethod(${reprText(self.callable)})>`),
    __get__: (self, instance, owner) =>
      new PyMethod(self.callable, owner === null ? typeOf(instance) : owner),
  },
  members: { __func__: self => self.callable, __wrapped__: self => self.callable },
  attributes: wrapperAttributes<PyClassMethod>(),
  classMethods: { __class_getitem__: classMethod('(object, /)', null, genericAlias) },
});
