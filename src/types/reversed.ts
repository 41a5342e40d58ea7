import type { PyType } from '../objects/type.ts';
import { typeOf, dictType } from '../objects/builtin-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import { isException, lookup } from '../runtime/attributes.ts';
import { callSpecial } from '../runtime/call.ts';
import { asIndex } from '../runtime/convert.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { indexErrorType, stopIterationType } from '../objects/exception-types.ts';
import { typeError } from '../runtime/errors.ts';
import { unwrap } from '../runtime/state.ts';
import { length } from '../runtime/truth.ts';

/** Goes through a sequence backwards, by `[]`. CPython: Objects/enumobject.c, reversedobject */
export class PyReversed extends PyIterator {
  declare sequence: Value | undefined;
  declare index: number;
  constructor(sequence: Value, count: number) {
    super();
    this.sequence = sequence;
    this.index = count - 1;
  }
  override next(): Value | undefined {
    const { sequence, index } = this;
    if (index >= 0 && sequence !== undefined) {
      try {
        const item = unwrap(typeOf(sequence).proto.__getitem__$1!(sequence, smallInt(index)));
        this.index--;
        return item;
      } catch (error) {
        if (!isException(error, indexErrorType) && !isException(error, stopIterationType))
          throw error;
      }
    }
    this.index = -1;
    this.sequence = undefined;
    return undefined;
  }
}

type Alloc = new (sequence: Value, count: number) => PyReversed;

export const reversedType: PyType = defineType(PyReversed, {
  name: 'reversed',
  doc: `Return a reverse iterator over the values of the given sequence.`,
  flags: ['base'],
  new: constructor('(sequence, /)', (type, sequence) => {
    const own = typeOf(sequence);
    const special = lookup(own, '__reversed__');
    if (special === null) throw typeError(`'${own.name}' object is not reversible`);
    if (special !== undefined) return callSpecial(sequence, '__reversed__')!;
    if (own.proto.__getitem__$1 === undefined || own.mro.includes(dictType))
      throw typeError(`'${own.name}' object is not reversible`);
    return new (type.alloc as unknown as Alloc)(sequence, length(sequence));
  }),
  methods: {
    __length_hint__: method(
      '()',
      'Private method returning an estimate of len(list(it)).',
      self => {
        if (self.sequence === undefined) return smallInt(0);
        const position = self.index + 1;
        return smallInt(length(self.sequence) < position ? 0 : position);
      },
    ),
    __reduce__: method('()', 'Return state information for pickling.', self =>
      self.sequence === undefined
        ? tuple([self.type, tuple([emptyTuple])])
        : tuple([self.type, tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== undefined)
        self.index = Math.min(Math.max(index, -1), length(self.sequence) - 1);
      return null;
    }),
  },
});
