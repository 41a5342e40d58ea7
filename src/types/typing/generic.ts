import { PyObject } from '../../objects/object.ts';
import { defineType, type Method } from '../../runtime/declare.ts';
import type { PyType } from '../../objects/type.ts';
import type { Value } from '../../objects/object.ts';
import { docs } from './docs.gen.ts';
import { callTyping } from './evaluation.ts';
import type { Names } from '../../runtime/call.ts';

/** The base of generic classes: what it does is written in typing.py. CPython: Objects/typevarobject.c */
export class PyGeneric extends PyObject {}

const inTyping = (name: string, doc: string): Method<PyType> => ({
  source: null,
  doc,
  impl: (type: PyType, args: readonly Value[], names: Names) =>
    callTyping(name, [type, ...args], names),
});

export const genericType = defineType(PyGeneric, {
  name: 'Generic',
  module: 'typing',
  doc: docs.Generic,
  flags: ['base'],
  new: 'inherit',
  classMethods: {
    __class_getitem__: inTyping('_generic_class_getitem', docs['Generic.__class_getitem__']),
    __init_subclass__: inTyping('_generic_init_subclass', docs['Generic.__init_subclass__']),
  },
});
