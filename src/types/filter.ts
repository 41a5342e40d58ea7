import type { PyType } from '../objects/type.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type PyObject, type Raised, type Value } from '../objects/object.ts';
import { tuple } from '../objects/tuple.ts';
import { calleeEntry } from '../runtime/call.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { getIter, iterationOf, type Iteration } from '../runtime/iterate.ts';
import { isTrue } from '../runtime/truth.ts';
import { boolType } from '../objects/builtin-types.ts';

/** CPython: Python/bltinmodule.c, filterobject */
export class PyFilter extends PyIterator {
  declare readonly f: Value;
  declare readonly iterator: Value;
  declare readonly items: Iteration;
  constructor(f: Value, iterator: Value) {
    super();
    this.f = f;
    this.iterator = iterator;
    this.items = iterationOf(iterator);
  }
  override next(): Value | undefined | Raised {
    const { f, items } = this;
    const isPlain = f === null || f === boolType;
    for (;;) {
      const item = items.next();
      if (item === undefined || item === RAISED) return item;
      let good: Value | Raised = item;
      if (!isPlain) {
        good = ((f as PyObject).call1 ?? calleeEntry(f, 1))(item as Value);
        if (good === RAISED) return RAISED;
      }
      if (isTrue(good as Value)) return item;
    }
  }
}

type Alloc = new (f: Value, iterator: Value) => PyFilter;

export const filterType: PyType = defineType(PyFilter, {
  name: 'filter',
  doc: `Return an iterator yielding those items of iterable for which
function(item) is true.  If function is None, return the items that
are true.`,
  flags: ['base'],
  new: constructor(
    '(function, iterable, /)',
    (type, f, iterable) => new (type.alloc as unknown as Alloc)(f, getIter(iterable)),
  ),
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      tuple([self.type, tuple([self.f, self.iterator])]),
    ),
  },
});
