import { superType, typeOf } from '../objects/builtin-types.ts';
import { PySuper } from '../objects/function.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { PyType } from '../objects/type.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import { call, type Names } from '../runtime/call.ts';
import { defineType, variadic } from '../runtime/declare.ts';
import { noAttribute, runtimeError, typeError } from '../runtime/errors.ts';
import { findInSuper, superCheck } from '../runtime/super.ts';
import { attributeName } from './object.ts';

/** CPython: Objects/typeobject.c, superobject. Calls without arguments are compiled to runtime/compiled/calls.ts. */

type Alloc = new (cls: PyType | null, self: Value, selfType: PyType | null) => PySuper;

function init(self: PySuper, args: readonly Value[], names: Names): void {
  refuseNames('super', names);
  if (args.length === 0) throw runtimeError('super(): no arguments');
  checkPositional('super()', args.length, 0, 2);
  const [cls, obj = null] = args;
  if (!(cls instanceof PyType))
    throw typeError(`super() argument 1 must be a type, not ${typeOf(cls!).name}`);
  self.cls = cls;
  self.self = obj;
  self.selfType = obj === null ? null : superCheck(cls, obj);
}

defineType<PySuper>(superType, {
  name: 'super',
  doc: `super() -> same as super(__class__, <first argument>)
super(type) -> unbound super object
super(type, obj) -> bound super object; requires isinstance(obj, type)
super(type, type2) -> bound super object; requires
    issubclass(type2, type)
Typical use to call a cooperative superclass method:
class C(B):
    def meth(self, arg):
        super().meth(arg)
This works for class methods too:
class C(B):
    @classmethod
    def cmeth(cls, arg):
        super().cmeth(arg)
`,
  flags: ['base'],
  new: variadic(type => new (type.alloc as unknown as Alloc)(null, null, null)),
  find: findInSuper,
  slots: {
    __init__: init,
    __repr__({ cls, selfType }) {
      const shown = `<class '${cls === null ? 'NULL' : cls.name}'>`;
      return str(
        selfType === null
          ? `<super: ${shown}, NULL>`
          : `<super: ${shown}, <${selfType.name} object>>`,
      );
    },
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findInSuper(self, text);
      if (found === undefined) throw noAttribute(self, text);
      return found;
    },
    __get__(self, instance) {
      if (instance === null || self.selfType !== null || self.cls === null) return self;
      if (self.type !== superType) return call(self.type, self.cls, instance);
      return new PySuper(self.cls, instance, superCheck(self.cls, instance));
    },
  },
  members: {
    __self__: { get: ({ self }) => self, doc: 'the instance invoking super(); may be None' },
    __self_class__: {
      get: ({ selfType }) => selfType,
      doc: 'the type of the instance invoking super(); may be None',
    },
    __thisclass__: { get: ({ cls }) => cls, doc: 'the class invoking super()' },
  },
});
