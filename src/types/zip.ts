import type { PyType } from '../objects/type.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type Raised, type Value } from '../objects/object.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { valueError } from '../runtime/errors.ts';
import { getIter, iterationOf, type Iteration } from '../runtime/iterate.ts';
import { isTrue } from '../runtime/truth.ts';
import { takeRaised } from '../runtime/state.ts';

/** CPython: Python/bltinmodule.c, zipobject */
export class PyZip extends PyIterator {
  declare readonly iterators: readonly Value[];
  declare readonly sources: readonly Iteration[];
  declare strict: boolean;
  constructor(iterators: readonly Value[], strict: boolean) {
    super();
    this.iterators = iterators;
    this.sources = iterators.map(iterationOf);
    this.strict = strict;
  }
  override next(): Value | undefined | Raised {
    const { sources } = this;
    const count = sources.length;
    if (count === 0) return undefined;
    const items: Value[] = [];
    for (let i = 0; i < count; i++) {
      const item = sources[i]!.next();
      if (item === RAISED) return RAISED;
      if (item === undefined) {
        if (this.strict) checkLengths('zip', sources, i);
        return undefined;
      }
      items.push(item as Value);
    }
    return new PyTuple(items);
  }
}

/** ValueError where iterable number `ended` is shorter than the others, or the first is. */
export function checkLengths(name: string, sources: readonly Iteration[], ended: number): void {
  const before = (i: number) => (i === 1 ? ' ' : 's 1-');
  if (ended > 0)
    throw valueError(
      `${name}() argument ${ended + 1} is shorter than argument${before(ended)}${ended}`,
    );
  for (let i = 1; i < sources.length; i++) {
    const item = sources[i]!.next();
    if (item === RAISED) throw takeRaised();
    if (item !== undefined)
      throw valueError(`${name}() argument ${i + 1} is longer than argument${before(i)}${i}`);
  }
}

type Alloc = new (iterators: readonly Value[], strict: boolean) => PyZip;

export const zipType: PyType = defineType(PyZip, {
  name: 'zip',
  doc: `The zip object yields n-length tuples, where n is the number of
iterables passed as positional arguments to zip().  The i-th element
in every tuple comes from the i-th iterable argument to zip().  This
continues until the shortest argument is exhausted.

If strict is true and one of the arguments is exhausted before the
others, raise a ValueError.

   >>> list(zip('abcdefg', range(3), range(4)))
   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]`,
  flags: ['base'],
  new: constructor(
    '(*iterables, strict: bool = False)',
    (type, iterables, strict) =>
      new (type.alloc as unknown as Alloc)(iterables.map(getIter), strict),
  ),
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      self.strict
        ? tuple([self.type, tuple(self.iterators), true])
        : tuple([self.type, tuple(self.iterators)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      self.strict = isTrue(state);
      return null;
    }),
  },
});
