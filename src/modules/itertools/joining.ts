import { PyIterator } from '../../objects/iterator.ts';
import { RAISED, type Raised, type Value } from '../../objects/object.ts';
import { PyTuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { classMethod, constructor, defineType } from '../../runtime/declare.ts';
import { valueError } from '../../runtime/errors.ts';
import { iteration, type Iteration } from '../../runtime/iterate.ts';
import { genericAlias } from '../../runtime/union.ts';
import { docs } from './docs.gen.ts';

/** The source of what has nothing more. */
const empty: Iteration = { next: () => undefined };

/** CPython: Modules/itertoolsmodule.c, chainobject */
export class PyChain extends PyIterator {
  declare sources: Iteration;
  declare active: Iteration | null;
  constructor(sources: Iteration) {
    super();
    this.sources = sources;
    this.active = null;
  }
  override next(): Value | undefined | Raised {
    for (;;) {
      if (this.active === null) {
        const source = this.sources.next();
        if (source === RAISED) return RAISED;
        if (source === undefined) {
          this.sources = empty;
          return undefined;
        }
        this.active = this.begin(source as Value);
      }
      const item = this.active.next();
      if (item !== undefined) return item;
      this.active = null;
    }
  }
  private begin(source: Value): Iteration {
    try {
      return iteration(source);
    } catch (error) {
      this.sources = empty;
      throw error;
    }
  }
}
type ChainAlloc = new (sources: Iteration) => PyChain;
const newChain = (type: PyType, sources: Value): PyChain =>
  new (type.alloc as unknown as ChainAlloc)(iteration(sources));

export const chainType: PyType = defineType(PyChain, {
  name: 'chain',
  module: 'itertools',
  doc: docs.chain,
  flags: ['base'],
  new: constructor('(*iterables)', (type, iterables) => newChain(type, new PyTuple(iterables))),
  classMethods: {
    from_iterable: classMethod('(iterable, /)', docs['chain.from_iterable'], newChain),
    __class_getitem__: classMethod('(object, /)', docs['chain.__class_getitem__'], genericAlias),
  },
});

/** CPython: Modules/itertoolsmodule.c, cycleobject */
export class PyCycle extends PyIterator {
  declare source: Iteration | null;
  declare readonly saved: Value[];
  declare index: number;
  constructor(source: Iteration) {
    super();
    this.source = source;
    this.saved = [];
    this.index = 0;
  }
  override next(): Value | undefined | Raised {
    if (this.source !== null) {
      const item = this.source.next();
      if (item === RAISED) return RAISED;
      if (item !== undefined) {
        this.saved.push(item as Value);
        return item;
      }
      this.source = null;
    }
    const { saved, index } = this;
    if (saved.length === 0) return undefined;
    this.index = index + 1 === saved.length ? 0 : index + 1;
    return saved[index]!;
  }
}
type Alloc = new (source: Iteration) => PyIterator;

export const cycleType: PyType = defineType(PyCycle, {
  name: 'cycle',
  module: 'itertools',
  doc: docs.cycle,
  flags: ['base'],
  new: constructor(
    '(iterable, /)',
    (type, iterable) => new (type.alloc as unknown as Alloc)(iteration(iterable)),
  ),
});

/** CPython: Modules/itertoolsmodule.c, pairwiseobject */
export class PyPairwise extends PyIterator {
  declare source: Iteration | null;
  declare old: Value | undefined;
  constructor(source: Iteration) {
    super();
    this.source = source;
    this.old = undefined;
  }
  override next(): Value | undefined | Raised {
    let { old } = this;
    if (this.source === null) return undefined;
    if (old === undefined) {
      const first = this.source.next();
      if (first === RAISED) return RAISED;
      if (first === undefined) return this.end();
      this.old = old = first as Value;
      // What gave the first item may have used this iterator itself, and ended it.
      if ((this.source as Iteration | null) === null) return this.end();
    }
    const item = this.source.next();
    if (item === RAISED) return RAISED;
    if (item === undefined) return this.end();
    this.old = item as Value;
    return new PyTuple([old, item as Value]);
  }
  private end(): undefined {
    this.source = null;
    this.old = undefined;
  }
}
export const pairwiseType: PyType = defineType(PyPairwise, {
  name: 'pairwise',
  module: 'itertools',
  doc: docs.pairwise,
  flags: ['base'],
  new: constructor(
    '(iterable, /)',
    (type, iterable) => new (type.alloc as unknown as Alloc)(iteration(iterable)),
  ),
});

/** CPython: Modules/itertoolsmodule.c, batchedobject */
export class PyBatched extends PyIterator {
  declare source: Iteration | null;
  declare readonly count: number;
  declare readonly strict: boolean;
  constructor(source: Iteration, count: number, strict: boolean) {
    super();
    this.source = source;
    this.count = count;
    this.strict = strict;
  }
  override next(): Value | undefined | Raised {
    const { source, count } = this;
    if (source === null) return undefined;
    const items: Value[] = [];
    while (items.length < count) {
      const item = source.next();
      if (item === RAISED) {
        this.source = null;
        return RAISED;
      }
      if (item === undefined) {
        this.source = null;
        if (items.length === 0) return undefined;
        if (this.strict) throw valueError('batched(): incomplete batch');
        break;
      }
      items.push(item as Value);
    }
    return new PyTuple(items);
  }
}
type BatchedAlloc = new (source: Iteration, count: number, strict: boolean) => PyBatched;

export const batchedType: PyType = defineType(PyBatched, {
  name: 'batched',
  module: 'itertools',
  doc: docs.batched,
  flags: ['base'],
  new: constructor('(iterable, n: index, *, strict: bool = False)', (type, iterable, n, strict) => {
    if (n < 1) throw valueError('n must be at least one');
    return new (type.alloc as unknown as BatchedAlloc)(iteration(iterable), n, strict);
  }),
});

/** CPython: Modules/itertoolsmodule.c, ziplongestobject */
export class PyZipLongest extends PyIterator {
  declare readonly sources: (Iteration | null)[];
  declare active: number;
  declare readonly fill: Value;
  constructor(sources: (Iteration | null)[], fill: Value) {
    super();
    this.sources = sources;
    this.active = sources.length;
    this.fill = fill;
  }
  override next(): Value | undefined | Raised {
    const { sources, fill } = this;
    if (this.active === 0) return undefined;
    const items: Value[] = [];
    for (let i = 0; i < sources.length; i++) {
      const item = sources[i]?.next();
      if (item === RAISED) {
        this.active = 0;
        return RAISED;
      }
      if (item !== undefined) items.push(item as Value);
      else {
        if (sources[i] !== null) {
          sources[i] = null;
          if (--this.active === 0) return undefined;
        }
        items.push(fill);
      }
    }
    return new PyTuple(items);
  }
}
type ZipLongestAlloc = new (sources: Iteration[], fill: Value) => PyZipLongest;

export const zipLongestType: PyType = defineType(PyZipLongest, {
  name: 'zip_longest',
  module: 'itertools',
  doc: docs.zip_longest,
  flags: ['base'],
  new: constructor(
    '(*iterables, fillvalue=None)',
    (type, iterables, fill) =>
      new (type.alloc as unknown as ZipLongestAlloc)(iterables.map(iteration), fill),
  ),
});
