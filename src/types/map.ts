import type { PyType } from '../objects/type.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type Raised, type Value, type PyObject } from '../objects/object.ts';
import { tuple } from '../objects/tuple.ts';
import { calleeEntry, invoke } from '../runtime/call.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { getIter, iterationOf, type Iteration } from '../runtime/iterate.ts';
import { isTrue } from '../runtime/truth.ts';
import { checkLengths } from './zip.ts';

/** CPython: Python/bltinmodule.c, mapobject */
export class PyMap extends PyIterator {
  declare readonly f: Value;
  declare readonly iterators: readonly Value[];
  declare readonly sources: readonly Iteration[];
  declare strict: boolean;
  constructor(f: Value, iterators: readonly Value[], strict: boolean) {
    super();
    this.f = f;
    this.iterators = iterators;
    this.sources = iterators.map(iterationOf);
    this.strict = strict;
  }
  override next(): Value | undefined | Raised {
    const { f, sources } = this;
    if (sources.length === 1) {
      const item = sources[0]!.next();
      if (item === undefined || item === RAISED) return item;
      return ((f as PyObject).call1 ?? calleeEntry(f, 1))(item as Value);
    }
    const args: Value[] = [];
    for (let i = 0; i < sources.length; i++) {
      const item = sources[i]!.next();
      if (item === RAISED) return RAISED;
      if (item === undefined) {
        if (this.strict) checkLengths('map', sources, i);
        return undefined;
      }
      args.push(item as Value);
    }
    return invoke(f, args, null);
  }
}

type Alloc = new (f: Value, iterators: readonly Value[], strict: boolean) => PyMap;

export const mapType: PyType = defineType(PyMap, {
  name: 'map',
  doc: `Make an iterator that computes the function using arguments from
each of the iterables.  Stops when the shortest iterable is exhausted.

If strict is true and one of the arguments is exhausted before the
others, raise a ValueError.`,
  flags: ['base'],
  new: constructor(
    '(function, iterable, /, *iterables, strict: bool = False)',
    (type, f, iterable, iterables, strict) =>
      new (type.alloc as unknown as Alloc)(f, [iterable, ...iterables].map(getIter), strict),
  ),
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      tuple([self.type, tuple([self.f, ...self.iterators]), ...(self.strict ? [true] : [])]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      self.strict = isTrue(state);
      return null;
    }),
  },
});
