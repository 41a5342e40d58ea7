import { notImplementedType } from '../objects/builtin-types.ts';
import { NotImplemented, type PyNotImplemented } from '../objects/object.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';

/** CPython: Objects/object.c, _PyNotImplemented_Type */
defineType<PyNotImplemented>(notImplementedType, {
  name: 'NotImplementedType',
  doc: 'The type of the NotImplemented singleton.',
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('NotImplementedType takes no arguments');
    return NotImplemented;
  }),
  slots: {
    __repr__: () => 'NotImplemented',
    __bool__() {
      throw typeError('NotImplemented should not be used in a boolean context');
    },
  },
  methods: { __reduce__: method('()', null, () => 'NotImplemented') },
});
