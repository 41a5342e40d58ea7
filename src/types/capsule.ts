import { PyObject } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { defineType } from '../runtime/declare.ts';
import { address } from '../runtime/text.ts';

/** A pointer of C in a Python object: nothing here makes one, but `types.CapsuleType` names the class. CPython: Objects/capsule.c */
export class PyCapsule extends PyObject {}

export const capsuleType = defineType(PyCapsule, {
  name: 'PyCapsule',
  doc: `Capsule objects let you wrap a C "void *" pointer in a Python
object.  They're a way of passing data through the Python interpreter
without creating your own custom type.

Capsules are used for communication between extension modules.
They provide a way for an extension module to export a C interface
to other extension modules, so that extension modules can use the
Python import mechanism to link to one another.
`,
  slots: { __repr__: self => str(`<capsule object NULL at ${address(self)}>`) },
});
