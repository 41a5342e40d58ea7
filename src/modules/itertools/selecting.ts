import { PyIterator } from '../../objects/iterator.ts';
import { PyObject, RAISED, type Raised, type Value } from '../../objects/object.ts';
import { PyTuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { add } from '../../runtime/arithmetic.ts';
import { invoke } from '../../runtime/call.ts';
import { asInt } from '../../runtime/convert.ts';
import { constructor, defineType, variadic } from '../../runtime/declare.ts';
import { valueError } from '../../runtime/errors.ts';
import { iteration, listItems, type Iteration } from '../../runtime/iterate.ts';
import { intValue } from '../../runtime/numbers.ts';
import { isTrue } from '../../runtime/truth.ts';
import { callOne, callTwo } from './call-item.ts';
import { docs } from './docs.gen.ts';

/** An iterator that passes the items of one source on. */
abstract class Filtering extends PyIterator {
  declare readonly f: Value;
  declare readonly source: Iteration;
  declare ended: boolean;
  constructor(f: Value, source: Iteration) {
    super();
    this.f = f;
    this.source = source;
    this.ended = false;
  }
}
type FilteringAlloc = new (f: Value, source: Iteration) => Filtering;
const newFiltering = (type: PyType, f: Value, iterable: Value): Value =>
  new (type.alloc as unknown as FilteringAlloc)(f, iteration(iterable));

/** CPython: Modules/itertoolsmodule.c, takewhileobject */
export class PyTakeWhile extends Filtering {
  override next(): Value | undefined | Raised {
    if (this.ended) return undefined;
    const item = this.source.next();
    if (item === RAISED || item === undefined) return item;
    const good = callOne(this.f, item as Value);
    if (good === RAISED) return RAISED;
    if (isTrue(good as Value)) return item;
    this.ended = true;
    return undefined;
  }
}
export const takeWhileType: PyType = defineType(PyTakeWhile, {
  name: 'takewhile',
  module: 'itertools',
  doc: docs.takewhile,
  flags: ['base'],
  new: constructor('(predicate, iterable, /)', newFiltering),
});

/** CPython: Modules/itertoolsmodule.c, dropwhileobject */
export class PyDropWhile extends Filtering {
  override next(): Value | undefined | Raised {
    for (;;) {
      const item = this.source.next();
      if (item === RAISED || item === undefined || this.ended) return item;
      const good = callOne(this.f, item as Value);
      if (good === RAISED) return RAISED;
      if (isTrue(good as Value)) continue;
      this.ended = true;
      return item;
    }
  }
}
export const dropWhileType: PyType = defineType(PyDropWhile, {
  name: 'dropwhile',
  module: 'itertools',
  doc: docs.dropwhile,
  flags: ['base'],
  new: constructor('(predicate, iterable, /)', newFiltering),
});

/** CPython: Modules/itertoolsmodule.c, filterfalseobject */
export class PyFilterFalse extends Filtering {
  override next(): Value | undefined | Raised {
    const { f } = this;
    for (;;) {
      const item = this.source.next();
      if (item === RAISED || item === undefined) return item;
      const good = f === null ? item : callOne(f, item as Value);
      if (good === RAISED) return RAISED;
      if (!isTrue(good as Value)) return item;
    }
  }
}
export const filterFalseType: PyType = defineType(PyFilterFalse, {
  name: 'filterfalse',
  module: 'itertools',
  doc: docs.filterfalse,
  flags: ['base'],
  new: constructor('(function, iterable, /)', newFiltering),
});

/** CPython: Modules/itertoolsmodule.c, starmapobject */
export class PyStarMap extends Filtering {
  override next(): Value | undefined | Raised {
    const item = this.source.next();
    if (item === RAISED || item === undefined) return item;
    const args = item instanceof PyTuple ? item.items : listItems(item as Value);
    return invoke(this.f, args, null);
  }
}
export const starMapType: PyType = defineType(PyStarMap, {
  name: 'starmap',
  module: 'itertools',
  doc: docs.starmap,
  flags: ['base'],
  new: constructor('(function, iterable, /)', newFiltering),
});

/** CPython: Modules/itertoolsmodule.c, compressobject */
export class PyCompress extends PyIterator {
  declare readonly data: Iteration;
  declare readonly selectors: Iteration;
  constructor(data: Iteration, selectors: Iteration) {
    super();
    this.data = data;
    this.selectors = selectors;
  }
  override next(): Value | undefined | Raised {
    for (;;) {
      const item = this.data.next();
      if (item === RAISED || item === undefined) return item;
      const selector = this.selectors.next();
      if (selector === RAISED || selector === undefined) return selector;
      if (isTrue(selector as Value)) return item;
    }
  }
}
type CompressAlloc = new (data: Iteration, selectors: Iteration) => PyCompress;
export const compressType: PyType = defineType(PyCompress, {
  name: 'compress',
  module: 'itertools',
  doc: docs.compress,
  flags: ['base'],
  new: constructor(
    '(data, selectors)',
    (type, data, selectors) =>
      new (type.alloc as unknown as CompressAlloc)(iteration(data), iteration(selectors)),
  ),
});

/** CPython: Modules/itertoolsmodule.c, accumulateobject */
export class PyAccumulate extends PyIterator {
  declare readonly source: Iteration;
  declare readonly f: Value;
  declare initial: Value;
  declare total: Value | undefined;
  constructor(source: Iteration, f: Value, initial: Value) {
    super();
    this.source = source;
    this.f = f;
    this.initial = initial;
    this.total = undefined;
  }
  override next(): Value | undefined | Raised {
    if (this.initial !== null) {
      this.total = this.initial;
      this.initial = null;
      return this.total;
    }
    const item = this.source.next();
    if (item === RAISED || item === undefined) return item;
    const { total, f } = this;
    const next =
      total === undefined
        ? item
        : f === null
          ? add(total, item as Value)
          : callTwo(f, total, item as Value);
    if (next !== RAISED) this.total = next as Value;
    return next;
  }
}
type AccumulateAlloc = new (source: Iteration, f: Value, initial: Value) => PyAccumulate;
export const accumulateType: PyType = defineType(PyAccumulate, {
  name: 'accumulate',
  module: 'itertools',
  doc: docs.accumulate,
  flags: ['base'],
  new: constructor(
    '(iterable, func=None, *, initial=None)',
    (type, iterable, f, initial) =>
      new (type.alloc as unknown as AccumulateAlloc)(iteration(iterable), f, initial),
  ),
});

/** CPython: Modules/itertoolsmodule.c, isliceobject */
export class PyISlice extends PyIterator {
  declare source: Iteration | null;
  /** How many items were taken, and the index of the next one to give. */
  declare taken: number;
  declare at: number;
  declare readonly stop: number;
  declare readonly step: number;
  constructor(source: Iteration, start: number, stop: number, step: number) {
    super();
    this.source = source;
    this.taken = 0;
    this.at = start;
    this.stop = stop;
    this.step = step;
  }
  override next(): Value | undefined | Raised {
    const { source, at, stop } = this;
    if (source === null) return undefined;
    while (this.taken < at) {
      const skipped = source.next();
      if (skipped === undefined || skipped === RAISED) return this.end(skipped);
      this.taken++;
    }
    if (this.taken >= stop) return this.end(undefined);
    const item = source.next();
    if (item === undefined || item === RAISED) return this.end(item);
    this.taken++;
    this.at = Math.min(at + this.step, stop);
    return item;
  }
  private end(result: undefined | Raised): undefined | Raised {
    this.source = null;
    return result;
  }
}

/** A bound of a slice; undefined where it is no index in range. */
function boundOf(v: Value, absent: number): number | undefined {
  if (v === null) return absent;
  const isIndex =
    intValue(v) !== undefined || (v instanceof PyObject && v.__index__$0 !== undefined);
  if (!isIndex) return undefined;
  const n = asInt(v);
  return typeof n === 'number' && n >= 0 ? n : undefined;
}

type ISliceAlloc = new (source: Iteration, start: number, stop: number, step: number) => PyISlice;
function newISlice(type: PyType, args: readonly Value[]): Value {
  checkPositional('islice', args.length, 2, 4);
  const [iterable, first] = args as [Value, Value];
  const hasStart = args.length > 2;
  const stop = boundOf(hasStart ? args[2]! : first, Infinity);
  if (stop === undefined)
    throw valueError(
      'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
    );
  const start = hasStart ? boundOf(first, 0) : 0;
  if (start === undefined)
    throw valueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
  const step = boundOf(args[3] ?? null, 1);
  if (step === undefined || step < 1)
    throw valueError('Step for islice() must be a positive integer or None.');
  const Alloc = type.alloc as unknown as ISliceAlloc;
  return new Alloc(iteration(iterable), start, stop, step);
}
export const isliceType: PyType = defineType(PyISlice, {
  name: 'islice',
  module: 'itertools',
  doc: docs.islice,
  flags: ['base'],
  new: variadic((type, args, names) => {
    if (type === isliceType) refuseNames('islice', names);
    return newISlice(type, args.slice(0, args.length - (names?.length ?? 0)));
  }),
});
