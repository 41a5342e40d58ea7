import type { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { emptyTuple, tuple } from '../../objects/tuple.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineType, method, type TypeSpec } from '../../runtime/declare.ts';
import { builtin } from '../builtin.ts';

/** The iterators of bytes and bytearray. CPython: Objects/bytesobject.c, Objects/bytearrayobject.c */
export class BytesIterator extends PyIterator {
  declare sequence: PyBytes | PyByteArray | null;
  declare index: number;
  constructor(sequence: PyBytes | PyByteArray) {
    super();
    this.sequence = sequence;
    this.index = 0;
  }
  override next(): Value | undefined {
    const { sequence } = this;
    if (sequence === null) return undefined;
    const { data } = sequence;
    if (this.index < data.length) return smallInt(data[this.index++]!);
    this.sequence = null;
    return undefined;
  }
}
export class ByteArrayIterator extends BytesIterator {}

const left = (self: BytesIterator): number =>
  self.sequence === null ? 0 : Math.max(0, self.sequence.data.length - self.index);

const specOf = (empty: Value): Omit<TypeSpec<BytesIterator>, 'name'> => ({
  doc: null,
  methods: {
    __length_hint__: method('()', 'Private method returning an estimate of len(list(it)).', self =>
      smallInt(left(self)),
    ),
    __reduce__: method('()', 'Return state information for pickling.', self =>
      self.sequence === null
        ? tuple([builtin('iter'), tuple([empty])])
        : tuple([builtin('iter'), tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== null)
        self.index = Math.min(Math.max(index, 0), self.sequence.data.length);
      return null;
    }),
  },
});

defineType(BytesIterator, {
  ...specOf(emptyTuple),
  name: 'bytes_iterator',
});
defineType(ByteArrayIterator, { ...specOf(emptyTuple), name: 'bytearray_iterator' });
