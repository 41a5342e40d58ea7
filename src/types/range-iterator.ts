import { int, isSmallInt, smallInt, type PyInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { tuple } from '../objects/tuple.ts';
import { call } from '../runtime/call.ts';
import { asInt } from '../runtime/convert.ts';
import { defineType, method } from '../runtime/declare.ts';
import { builtin } from './builtin.ts';

/** The iterators of ranges: over safe integers, and over all others. CPython: Objects/rangeobject.c */
export class RangeIterator extends PyIterator {
  declare at: number;
  declare readonly step: number;
  declare remaining: number;
  constructor(start: number, step: number, length: number) {
    super();
    this.at = start;
    this.step = step;
    this.remaining = length;
  }
  override next(): Value | undefined {
    if (this.remaining <= 0) return undefined;
    this.remaining--;
    const { at } = this;
    this.at = at + this.step;
    return at as Value;
  }
}

export class LongRangeIterator extends PyIterator {
  declare readonly start: PyInt;
  declare readonly step: PyInt;
  declare readonly length: PyInt;
  declare index: bigint;
  constructor(start: PyInt, step: PyInt, length: PyInt) {
    super();
    this.start = start;
    this.step = step;
    this.length = length;
    this.index = 0n;
  }
  override next(): Value | undefined {
    if (this.index >= this.length) return undefined;
    return int(BigInt(this.start) + this.index++ * BigInt(this.step));
  }
}

export function rangeIterator(start: PyInt, step: PyInt, length: PyInt): PyIterator {
  // The place behind the last number may be no safe integer, but it is never given.
  if (
    isSmallInt(start) &&
    isSmallInt(step) &&
    isSmallInt(length) &&
    Number.isSafeInteger(start + step * (length - 1))
  )
    return new RangeIterator(start, step, length);
  return new LongRangeIterator(start, step, length);
}

const hintDoc = 'Private method returning an estimate of len(list(it)).';
const reduceDoc = 'Return state information for pickling.';
const setStateDoc = 'Set state information for unpickling.';

/** `iter(range(start, stop, step))` */
function reduced(start: PyInt, step: PyInt, length: PyInt, state: PyInt | null): Value {
  const stop = int(BigInt(start) + BigInt(step) * BigInt(length));
  const range = call(builtin('range'), start, stop, step);
  return tuple([builtin('iter'), tuple([range]), state]);
}

defineType(RangeIterator, {
  name: 'range_iterator',
  doc: null,
  methods: {
    __length_hint__: method('()', hintDoc, self => smallInt(self.remaining)),
    __reduce__: method('()', reduceDoc, self =>
      reduced(int(self.at), smallInt(self.step), smallInt(self.remaining), null),
    ),
    __setstate__: method('(object, /)', setStateDoc, (self, state) => {
      const index = asInt(state);
      const skipped = Math.max(0, Math.min(Number(index), self.remaining));
      self.at += skipped * self.step;
      self.remaining -= skipped;
      return null;
    }),
  },
});
defineType(LongRangeIterator, {
  name: 'longrange_iterator',
  doc: null,
  methods: {
    __length_hint__: method('()', hintDoc, self => int(BigInt(self.length) - self.index)),
    __reduce__: method('()', reduceDoc, self =>
      reduced(self.start, self.step, self.length, int(self.index)),
    ),
    __setstate__: method('(object, /)', setStateDoc, (self, state) => {
      const index = BigInt(asInt(state));
      const length = BigInt(self.length);
      self.index = index < 0n ? 0n : index > length ? length : index;
      return null;
    }),
  },
});
