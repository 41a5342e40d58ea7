import { PyIterator } from '../objects/iterator.ts';
import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { emptyTuple, tuple, type PyTuple } from '../objects/tuple.ts';
import { defineType, method } from '../runtime/declare.ts';
import { asIndex } from '../runtime/convert.ts';
import { builtin } from './builtin.ts';

/** The iterator of tuples. CPython: Objects/tupleobject.c */
export class TupleIterator extends PyIterator {
  declare sequence: PyTuple | null;
  declare index: number;
  constructor(sequence: PyTuple) {
    super();
    this.sequence = sequence;
    this.index = 0;
  }
  override next(): Value | undefined {
    const { sequence } = this;
    if (sequence === null) return undefined;
    const { items } = sequence;
    if (this.index < items.length) return items[this.index++];
    this.sequence = null;
    return undefined;
  }
}

defineType(TupleIterator, {
  name: 'tuple_iterator',
  doc: null,
  methods: {
    __length_hint__: method('()', 'Private method returning an estimate of len(list(it)).', self =>
      smallInt(self.sequence === null ? 0 : self.sequence.items.length - self.index),
    ),
    __reduce__: method('()', 'Return state information for pickling.', self =>
      self.sequence === null
        ? tuple([builtin('iter'), tuple([emptyTuple])])
        : tuple([builtin('iter'), tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== null)
        self.index = Math.min(Math.max(index, 0), self.sequence.items.length);
      return null;
    }),
  },
});
