import { PySingleton } from '../../objects/object.ts';
import { defineType, method, variadic } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { docs } from './docs.gen.ts';

class PyPlaceholder extends PySingleton {}

/** `functools.Placeholder`: an argument of a partial that the call gives. CPython: Modules/_functoolsmodule.c, placeholder_type */
export const placeholderType = defineType(PyPlaceholder, {
  name: '_PlaceholderType',
  module: 'functools',
  doc: docs._PlaceholderType,
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('PlaceholderType takes no arguments');
    return Placeholder;
  }),
  slots: { __repr__: () => 'Placeholder' },
  methods: { __reduce__: method('()', null, () => 'Placeholder') },
});
export const Placeholder = new PyPlaceholder('Placeholder');
