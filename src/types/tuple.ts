import { tupleType, typeOf } from '../objects/builtin-types.ts';
import { smallInt, int } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { emptyTuple, PyTuple, tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { hashTuple } from '../algorithms/hash.ts';
import { classMethod, constructor, defineType, method } from '../runtime/declare.ts';
import { indexError, typeError, valueError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { listItems } from '../runtime/iterate.ts';
import { sliceBounds, slicedItems } from '../runtime/subscript.ts';
import { guardRepr, repr } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { comparisons } from './rich-compare.ts';
import {
  compareItems,
  containsItem,
  countItem,
  indexOfItem,
  isSlice,
  itemIndex,
  joinReprs,
  repeatCount,
  repeatItems,
} from './sequence.ts';
import { TupleIterator } from './tuple-iterator.ts';

/** CPython: Objects/tupleobject.c */

type Alloc = new (items: readonly Value[]) => PyTuple;

function newTuple(type: PyType, iterable: Value | undefined): PyTuple {
  if (type !== tupleType)
    return new (type.alloc as unknown as Alloc)(iterable === undefined ? [] : listItems(iterable));
  if (iterable === undefined) return emptyTuple;
  if (iterable instanceof PyTuple && iterable.type === tupleType) return iterable;
  const items = listItems(iterable);
  return items.length === 0 ? emptyTuple : new PyTuple(items);
}
tupleType.call0 = () => emptyTuple;
tupleType.call1 = iterable => newTuple(tupleType, iterable);

const isExact = (v: PyTuple): boolean => v.type === tupleType;

function repeat(self: PyTuple, other: Value): Value {
  const count = repeatCount(other);
  if (count === undefined)
    throw typeError(`can't multiply sequence by non-int of type '${typeOf(other).name}'`);
  if ((count === 1 || self.items.length === 0) && isExact(self)) return self;
  return tuple(repeatItems(self.items, count));
}

defineType<PyTuple>(tupleType, {
  name: 'tuple',
  doc: `Built-in immutable sequence.

If no argument is given, the constructor returns an empty tuple.
If iterable is specified the tuple is initialized from iterable's items.

If the argument is a tuple, the return value is the same object.`,
  flags: ['base', 'sequence'],
  equality: 'builtin',
  concatenates: true,
  new: constructor('(iterable=<unrepresentable>, /)', newTuple),
  slots: {
    ...comparisons((op, self, other) =>
      other instanceof PyTuple ? compareItems(op, self, other) : NotImplemented,
    ),
    __repr__: self =>
      self.items.length === 0
        ? '()'
        : guardRepr(self, '(...)', () =>
            str(
              self.items.length === 1
                ? `(${utf16(repr(self.items[0]!))},)`
                : `(${joinReprs(self.items)})`,
            ),
          ),
    __hash__: self => int(hashTuple(self.items.map(hash))),
    __len__: self => smallInt(self.items.length),
    __iter__: self => new TupleIterator(self),
    __contains__: containsItem,
    __add__(self, other) {
      if (!(other instanceof PyTuple))
        throw typeError(`can only concatenate tuple (not "${typeOf(other).name}") to tuple`);
      if (self.items.length === 0 && isExact(other)) return other;
      if (other.items.length === 0 && isExact(self)) return self;
      return tuple([...self.items, ...other.items]);
    },
    __mul__: repeat,
    __rmul__: repeat,
    __getitem__(self, key) {
      const { items } = self;
      if (isSlice(key)) {
        const bounds = sliceBounds(key, items.length);
        if (bounds.count === items.length && bounds.step === 1 && isExact(self)) return self;
        return bounds.count === 0 ? emptyTuple : tuple(slicedItems(items, bounds));
      }
      const item = items[itemIndex(key, items.length, 'tuple')];
      if (item === undefined) throw indexError('tuple index out of range');
      return item;
    },
  },
  methods: {
    __getnewargs__: method('()', null, self => tuple([tuple(self.items)])),
    count: method('(value, /)', 'Return number of occurrences of value.', (self, value) =>
      smallInt(countItem(self, value)),
    ),
    index: method(
      '(value, start: bound = 0, stop: bound = sys.maxsize, /)',
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
      (self, value, start, stop) => {
        const index = indexOfItem(self, value, start, stop);
        if (index < 0) throw valueError('tuple.index(x): x not in tuple');
        return smallInt(index);
      },
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      `Tuples are generic over the types of their contents.

For example, use \`\`tuple[int, str]\`\` for a pair whose first element
is an int and second element is a string.

Tuples also support the form \`\`tuple[T, ...]\`\` to indicate
an arbitrary length tuple of elements of type T.`,
      (type, item) => genericAlias(type, item),
    ),
  },
});
