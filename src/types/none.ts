import { noneType } from '../objects/builtin-types.ts';
import { int } from '../objects/int.ts';
import type { PyObject } from '../objects/object.ts';
import { defineType, variadic } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';
import { equalityOnly } from './rich-compare.ts';

/** CPython: Objects/object.c, _PyNone_Type */
defineType<PyObject>(noneType, {
  name: 'NoneType',
  doc: 'The type of the None singleton.',
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('NoneType takes no arguments');
    return null;
  }),
  equality: 'builtin',
  slots: {
    ...equalityOnly((self, other) => (self === other ? true : undefined)),
    __repr__: () => 'None',
    __bool__: () => false,
    __hash__: () => int(0xfca86420),
  },
});
