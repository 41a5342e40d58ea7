import { objectType } from '../../objects/builtin-types.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { findGeneric, lookup, setGeneric } from '../../runtime/attributes.ts';
import { defineType, variadic } from '../../runtime/declare.ts';
import { attributeError, noAttribute, typeError } from '../../runtime/errors.ts';
import { instanceDict } from '../../runtime/instance-dict.ts';
import { attributeName } from '../../types/object.ts';
import { docs } from './docs.gen.ts';

/** Attributes for each thread, which for one thread are those of the object. CPython: Modules/_threadmodule.c, localobject */
export class PyThreadLocal extends PyObject {}

function checkName(self: PyThreadLocal, name: string): void {
  if (name === '__dict__')
    throw attributeError(
      `'${self.type.name}' object attribute '__dict__' is read-only`,
      self,
      name,
    );
}

const find = (obj: Value, name: string): Value | undefined =>
  name === '__dict__' ? instanceDict(obj as PyObject) : findGeneric(obj, name);

export const localType = defineType(PyThreadLocal, {
  name: '_local',
  module: '_thread',
  doc: docs._local,
  flags: ['base', 'dict', 'weakref'],
  find,
  new: variadic((type, args) => {
    if (args.length > 0 && lookup(type, '__init__') === lookup(objectType, '__init__'))
      throw typeError('Initialization arguments are not supported');
    return new type.alloc();
  }),
  slots: {
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = find(self, text);
      if (found === undefined) throw noAttribute(self, text);
      return found;
    },
    __setattr__(self, name, value) {
      const text = attributeName(name);
      checkName(self, text);
      setGeneric(self, text, value);
    },
    __delattr__(self, name) {
      const text = attributeName(name);
      checkName(self, text);
      setGeneric(self, text, undefined);
    },
  },
});
