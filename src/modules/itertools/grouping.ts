import { typeOf } from '../../objects/builtin-types.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { PyObject, RAISED, type Raised, type Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { equals } from '../../runtime/compare.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { fn } from '../../runtime/declare-module.ts';
import { runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { getIter, iteration, iterationOf, type Iteration } from '../../runtime/iterate.ts';
import { callOne } from './call-item.ts';
import { docs } from './docs.gen.ts';

/** CPython: Modules/itertoolsmodule.c, groupbyobject */
export class PyGroupBy extends PyIterator {
  declare readonly source: Iteration;
  declare readonly key: Value;
  declare target: Value | undefined;
  declare currentKey: Value | undefined;
  declare currentValue: Value | undefined;
  /** The group that may take items: only the latest. */
  declare group: PyGrouper | null;
  constructor(source: Iteration, key: Value) {
    super();
    this.source = source;
    this.key = key;
    this.target = undefined;
    this.currentKey = undefined;
    this.currentValue = undefined;
    this.group = null;
  }
  /** Takes one item: undefined where there is none, RAISED for an exception. */
  advance(): Value | undefined | Raised {
    const item = this.source.next();
    if (item === undefined || item === RAISED) return item;
    const key = this.key === null ? item : callOne(this.key, item as Value);
    if (key === RAISED) return RAISED;
    this.currentValue = item as Value;
    this.currentKey = key as Value;
    return true;
  }
  override next(): Value | undefined | Raised {
    this.group = null;
    for (;;) {
      const { currentKey, target } = this;
      if (currentKey !== undefined && (target === undefined || !equals(target, currentKey))) break;
      const advanced = this.advance();
      if (advanced === undefined || advanced === RAISED) return advanced;
    }
    const key = this.currentKey!;
    this.target = key;
    this.group = new PyGrouper(this, key);
    return new PyTuple([key, this.group]);
  }
}

/** CPython: Modules/itertoolsmodule.c, _grouperobject */
export class PyGrouper extends PyIterator {
  declare readonly parent: PyGroupBy;
  declare readonly target: Value;
  constructor(parent: PyGroupBy, target: Value) {
    super();
    this.parent = parent;
    this.target = target;
  }
  override next(): Value | undefined | Raised {
    const { parent } = this;
    if (parent.group !== this) return undefined;
    if (parent.currentValue === undefined) {
      const advanced = parent.advance();
      if (advanced === undefined || advanced === RAISED) return advanced;
    }
    if (!equals(this.target, parent.currentKey!)) return undefined;
    const value = parent.currentValue;
    parent.currentValue = undefined;
    return value;
  }
}

type GroupByAlloc = new (source: Iteration, key: Value) => PyGroupBy;
export const groupByType: PyType = defineType(PyGroupBy, {
  name: 'groupby',
  module: 'itertools',
  doc: docs.groupby,
  flags: ['base'],
  new: constructor(
    '(iterable, key=None)',
    (type, iterable, key) => new (type.alloc as unknown as GroupByAlloc)(iteration(iterable), key),
  ),
});
export const grouperType: PyType = defineType(PyGrouper, {
  name: '_grouper',
  module: 'itertools',
  doc: docs._grouper ?? null,
  new: constructor('(parent, tgtkey, /)', (_type, parent, target) => {
    if (!(parent instanceof PyGroupBy))
      throw typeError(
        `_grouper() argument 1 must be itertools.groupby, not ${typeOf(parent).name}`,
      );
    return new PyGrouper(parent, target);
  }),
});

/** A link of the items that the copies of an iterator share. CPython: Modules/itertoolsmodule.c, teedataobject */
export class TeeData extends PyObject {
  declare value: Value | undefined;
  declare following: TeeData | null;
  constructor() {
    super();
    this.value = undefined;
    this.following = null;
  }
}
/** What the copies take from; running while it does. */
interface Shared {
  readonly source: Iteration;
  running: boolean;
}

/** CPython: Modules/itertoolsmodule.c, teeobject */
export class PyTee extends PyIterator {
  declare readonly shared: Shared;
  declare link: TeeData;
  constructor(shared: Shared, link: TeeData) {
    super();
    this.shared = shared;
    this.link = link;
  }
  override next(): Value | undefined | Raised {
    const { link, shared } = this;
    if (link.following === null) {
      if (shared.running) throw runtimeError('cannot re-enter the tee iterator');
      shared.running = true;
      try {
        const item = shared.source.next();
        if (item === undefined || item === RAISED) return item;
        link.value = item as Value;
        link.following = new TeeData();
      } finally {
        shared.running = false;
      }
    }
    this.link = link.following;
    return link.value;
  }
}
const teeOf = (iterable: Value): PyTee => {
  const iterator = getIter(iterable);
  if (iterator instanceof PyTee) return new PyTee(iterator.shared, iterator.link);
  return new PyTee({ source: iterationOf(iterator), running: false }, new TeeData());
};

export const teeDataType: PyType = defineType(TeeData, {
  name: '_tee_dataobject',
  module: 'itertools',
  doc: docs._tee_dataobject,
});
export const teeType: PyType = defineType(PyTee, {
  name: '_tee',
  module: 'itertools',
  doc: docs._tee,
  flags: ['weakref'],
  new: constructor('(iterable, /)', (_type, iterable) => teeOf(iterable)),
  methods: {
    __copy__: method('()', docs['_tee.__copy__'], self => new PyTee(self.shared, self.link)),
  },
});

export const tee = fn('(iterable, n: index = 2, /)', docs.tee, (iterable, n) => {
  if (n < 0) throw valueError('n must be >= 0');
  if (n === 0) return tuple([]);
  const first = teeOf(iterable);
  const copies: Value[] = [first];
  while (copies.length < n) copies.push(new PyTee(first.shared, first.link));
  return tuple(copies);
});
