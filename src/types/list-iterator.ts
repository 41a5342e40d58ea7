import { PyIterator } from '../objects/iterator.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { tuple } from '../objects/tuple.ts';
import { defineType, method } from '../runtime/declare.ts';
import { asIndex } from '../runtime/convert.ts';
import { builtin } from './builtin.ts';

/** The iterators of lists, forwards and backwards. CPython: Objects/listobject.c */
export class ListIterator extends PyIterator {
  declare sequence: PyList | null;
  declare index: number;
  constructor(sequence: PyList) {
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

const hintDoc = 'Private method returning an estimate of len(list(it)).';
const reduceDoc = 'Return state information for pickling.';
const setStateDoc = 'Set state information for unpickling.';

defineType(ListIterator, {
  name: 'list_iterator',
  doc: null,
  methods: {
    __length_hint__: method('()', hintDoc, self =>
      smallInt(self.sequence === null ? 0 : Math.max(0, self.sequence.items.length - self.index)),
    ),
    __reduce__: method('()', reduceDoc, self =>
      self.sequence === null
        ? tuple([builtin('iter'), tuple([new PyList([])])])
        : tuple([builtin('iter'), tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', setStateDoc, (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== null)
        self.index = Math.min(Math.max(index, 0), self.sequence.items.length);
      return null;
    }),
  },
});

export class ListReverseIterator extends PyIterator {
  declare sequence: PyList | null;
  declare index: number;
  constructor(sequence: PyList) {
    super();
    this.sequence = sequence;
    this.index = sequence.items.length - 1;
  }
  override next(): Value | undefined {
    const { sequence } = this;
    if (sequence === null) return undefined;
    const { items } = sequence;
    if (this.index >= 0 && this.index < items.length) return items[this.index--];
    this.index = -1;
    this.sequence = null;
    return undefined;
  }
}

defineType(ListReverseIterator, {
  name: 'list_reverseiterator',
  doc: null,
  methods: {
    __length_hint__: method('()', hintDoc, self =>
      smallInt(
        self.sequence === null || self.sequence.items.length < self.index + 1 ? 0 : self.index + 1,
      ),
    ),
    __reduce__: method('()', reduceDoc, self =>
      self.sequence === null || self.index < 0
        ? tuple([builtin('iter'), tuple([new PyList([])])])
        : tuple([builtin('reversed'), tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', setStateDoc, (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== null)
        self.index = Math.min(Math.max(index, -1), self.sequence.items.length - 1);
      return null;
    }),
  },
});
