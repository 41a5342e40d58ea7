import { ellipsisType } from '../objects/builtin-types.ts';
import { Ellipsis, type PyEllipsis } from '../objects/object.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';

/** CPython: Objects/sliceobject.c, PyEllipsis_Type */
defineType<PyEllipsis>(ellipsisType, {
  name: 'ellipsis',
  doc: 'The type of the Ellipsis singleton.',
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('EllipsisType takes no arguments');
    return Ellipsis;
  }),
  slots: { __repr__: () => 'Ellipsis' },
  methods: { __reduce__: method('()', null, () => 'Ellipsis') },
});
