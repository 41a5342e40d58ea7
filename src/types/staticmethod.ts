import { staticMethodType } from '../objects/builtin-types.ts';
import type { PyStaticMethod } from '../objects/function.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { callArgs } from '../runtime/call.ts';
import { classMethod, defineType, variadic } from '../runtime/declare.ts';
import { reprText } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { initWrapper, wrapperAttributes } from './wrapped-function.ts';

/** CPython: Objects/funcobject.c */

type Alloc = new (callable: Value) => PyStaticMethod;

defineType<PyStaticMethod>(staticMethodType, {
  name: 'staticmethod',
  doc: `Convert a function to be a static method.

A static method does not receive an implicit first argument.
To declare a static method, use this idiom:

     class C:
         @staticmethod
         def f(arg1, arg2, argN):
             ...

It can be called either on the class (e.g. C.f()) or on an instance
(e.g. C().f()). Both the class and the instance are ignored, and
neither is passed implicitly as the first argument to the method.

Static methods in Python are similar to those found in Java or C++.
For a more advanced concept, see the classmethod builtin.`,
  flags: ['base', 'dict'],
  new: variadic(type => new (type.alloc as unknown as Alloc)(null)),
  slots: {
    __init__(self, args, names) {
      initWrapper(self, 'staticmethod', args, names);
    },
    __repr__: self => str(`<staticmethod(${reprText(self.callable)})>`),
    __get__: self => self.callable,
    __call__: (self, args, names) => callArgs(self.callable, args, names),
  },
  members: { __func__: self => self.callable, __wrapped__: self => self.callable },
  attributes: wrapperAttributes<PyStaticMethod>(),
  classMethods: { __class_getitem__: classMethod('(object, /)', null, genericAlias) },
});
