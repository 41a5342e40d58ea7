import type { PyType } from '../objects/type.ts';
import { int, isSmallInt, type PyInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type Raised, type Value } from '../objects/object.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { asInt } from '../runtime/convert.ts';
import { classMethod, constructor, defineType, method } from '../runtime/declare.ts';
import { getIter, iterationOf, type Iteration } from '../runtime/iterate.ts';
import { genericAlias } from '../runtime/union.ts';

/** CPython: Objects/enumobject.c */
export class PyEnumerate extends PyIterator {
  declare index: PyInt;
  declare readonly iterator: Value;
  declare readonly items: Iteration;
  constructor(iterator: Value, start: PyInt) {
    super();
    this.index = start;
    this.iterator = iterator;
    this.items = iterationOf(iterator);
  }
  override next(): Value | undefined | Raised {
    const item = this.items.next();
    if (item === undefined || item === RAISED) return item;
    const { index } = this;
    this.index =
      isSmallInt(index) && index < Number.MAX_SAFE_INTEGER
        ? ((index + 1) as PyInt)
        : int(BigInt(index) + 1n);
    return new PyTuple([index, item as Value]);
  }
}

type Alloc = new (iterator: Value, start: PyInt) => PyEnumerate;

export const enumerateType: PyType = defineType(PyEnumerate, {
  name: 'enumerate',
  doc: `Return an enumerate object.

  iterable
    an object supporting iteration

The enumerate object yields pairs containing a count (from start, which
defaults to zero) and a value yielded by the iterable argument.

enumerate is useful for obtaining an indexed list:
    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...`,
  flags: ['base'],
  new: constructor(
    '(iterable, start=0)',
    (type, iterable, start) =>
      new (type.alloc as unknown as Alloc)(getIter(iterable), asInt(start)),
  ),
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      tuple([self.type, tuple([self.iterator, self.index])]),
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      "'enumerate' objects are generic over the type of their values",
      genericAlias,
    ),
  },
});
