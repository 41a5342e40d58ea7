import { smallInt } from '../objects/int.ts';
import { NotImplemented } from '../objects/object.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import { asIndex } from '../runtime/convert.ts';
import { defineType, method } from '../runtime/declare.ts';
import { SequenceIterator } from '../runtime/sequence-iterator.ts';
import { length, lengthEntry } from '../runtime/truth.ts';
import { builtin } from './builtin.ts';

/** The iterator of what has `__getitem__` only. CPython: Objects/iterobject.c, PySeqIter_Type */
defineType(SequenceIterator, {
  name: 'iterator',
  doc: null,
  methods: {
    __length_hint__: method(
      '()',
      'Private method returning an estimate of len(list(it)).',
      ({ sequence, index }) => {
        if (sequence === undefined) return smallInt(0);
        if (lengthEntry(sequence) === undefined) return NotImplemented;
        return smallInt(Math.max(0, length(sequence) - index));
      },
    ),
    __reduce__: method('()', 'Return state information for pickling.', ({ sequence, index }) =>
      sequence === undefined
        ? tuple([builtin('iter'), tuple([emptyTuple])])
        : tuple([builtin('iter'), tuple([sequence]), smallInt(index)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== undefined) self.index = Math.max(0, index);
      return null;
    }),
  },
});
