import { hashTuple } from '../algorithms/hash.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { int, isInt, isSmallInt, smallInt, type PyInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { PyRange } from '../objects/range.ts';
import { PySlice } from '../objects/slice.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import { equals } from '../runtime/compare.ts';
import { asInt } from '../runtime/convert.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { indexError, overflowError, typeError, valueError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { forEach } from '../runtime/iterate.ts';
import { intValue } from '../runtime/numbers.ts';
import { repr } from '../runtime/text.ts';
import { rangeIterator } from './range-iterator.ts';
import { equalityOnly } from './rich-compare.ts';
import { hasIndex } from './sequence.ts';
import { exactSliceBounds } from './slice.ts';

/** CPython: Objects/rangeobject.c */

/** How many numbers there are from `start` to `stop`. */
function lengthOf(start: PyInt, stop: PyInt, step: PyInt): PyInt {
  if (isSmallInt(start) && isSmallInt(stop) && isSmallInt(step)) {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= 0) return smallInt(0);
    if (Number.isSafeInteger(span)) {
      const stride = Math.abs(step);
      return stride === 1
        ? smallInt(span)
        : smallInt((span - 1 - ((span - 1) % stride)) / stride + 1);
    }
  }
  const span = step > 0 ? BigInt(stop) - BigInt(start) : BigInt(start) - BigInt(stop);
  if (span <= 0n) return smallInt(0);
  const stride = step > 0 ? BigInt(step) : -BigInt(step);
  return int((span - 1n) / stride + 1n);
}

export function makeRange(start: PyInt, stop: PyInt, step: PyInt): PyRange {
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new PyRange(start, stop, step, lengthOf(start, stop, step));
}

/** `a + b * c` */
const addProduct = (a: PyInt, b: PyInt, c: PyInt): PyInt => {
  if (isSmallInt(a) && isSmallInt(b) && isSmallInt(c)) {
    const product = b * c;
    const sum = a + product;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) return int(sum);
  }
  return int(BigInt(a) + BigInt(b) * BigInt(c));
};
/** The number at an index known to be in range. */
const at = (self: PyRange, index: PyInt): PyInt => addProduct(self.start, index, self.step);

function itemAt(self: PyRange, key: Value): Value {
  let index = asInt(key);
  if (index < 0) index = int(BigInt(index) + BigInt(self.length));
  if (index < 0 || index >= self.length) throw indexError('range object index out of range');
  return at(self, index);
}

function slice(self: PyRange, key: PySlice): PyRange {
  const { start, stop, step } = exactSliceBounds(key, self.length);
  const newStep = addProduct(smallInt(0), self.step, step);
  const from = addProduct(self.start, start, self.step);
  const to = addProduct(self.start, stop, self.step);
  return makeRange(from, to, newStep);
}

/** Where an int stands in the range, or undefined. */
function position(self: PyRange, n: PyInt): PyInt | undefined {
  const { start, stop, step } = self;
  if (step > 0 ? n < start || n >= stop : n > start || n <= stop) return undefined;
  if (isSmallInt(n) && isSmallInt(start) && isSmallInt(step)) {
    const offset = n - start;
    if (Number.isSafeInteger(offset))
      return offset % step === 0 ? smallInt(offset / step + 0) : undefined;
  }
  const offset = BigInt(n) - BigInt(start);
  return offset % BigInt(step) === 0n ? int(offset / BigInt(step)) : undefined;
}
const exactInt = (v: Value): PyInt | undefined =>
  isInt(v) || typeof v === 'boolean' ? intValue(v) : undefined;

function search(self: PyRange, value: Value): PyInt | undefined {
  let index = 0;
  let found: PyInt | undefined;
  forEach(self, item => {
    if (equals(item, value)) {
      found = smallInt(index);
      return true;
    }
    index++;
    return false;
  });
  return found;
}

const lastOf = (self: PyRange): PyInt =>
  at(self, isSmallInt(self.length) ? smallInt(self.length - 1) : int(self.length - 1n));

export const rangeType: PyType = defineType(PyRange, {
  name: 'range',
  doc: `range(stop) -> range object
range(start, stop[, step]) -> range object

Return an object that produces a sequence of integers from start (inclusive)
to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.
start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.
These are exactly the valid indices for a list of 4 elements.
When step is given, it specifies the increment (or decrement).`,
  flags: ['sequence'],
  new: variadic((_type, args, names) => {
    refuseNames('range', names);
    checkPositional('range', args.length, 1, 3);
    if (args.length === 1) return makeRange(smallInt(0), asInt(args[0]!), smallInt(1));
    const start = asInt(args[0]!);
    const stop = asInt(args[1]!);
    return makeRange(start, stop, args.length === 3 ? asInt(args[2]!) : smallInt(1));
  }),
  equality: 'builtin',
  members: { start: self => self.start, stop: self => self.stop, step: self => self.step },
  slots: {
    ...equalityOnly((self, other) => {
      if (!(other instanceof PyRange)) return undefined;
      if (self === other) return true;
      if (self.length !== other.length) return false;
      if (self.length === 0) return true;
      return self.start === other.start && (self.length === 1 || self.step === other.step);
    }),
    __bool__: self => self.length !== 0,
    __repr__: self => {
      const { start, stop, step } = self;
      const bounds = `${utf16(repr(start))}, ${utf16(repr(stop))}`;
      return str(step === 1 ? `range(${bounds})` : `range(${bounds}, ${utf16(repr(step))})`);
    },
    __hash__: ({ start, step, length }) =>
      int(
        hashTuple(
          [length, length === 0 ? null : start, length === 0 || length === 1 ? null : step].map(
            hash,
          ),
        ),
      ),
    __len__(self) {
      if (self.length >= 1n << 63n)
        throw overflowError('Python int too large to convert to C ssize_t');
      return self.length;
    },
    __iter__: ({ start, step, length }) => rangeIterator(start, step, length),
    __contains__(self, item) {
      const n = exactInt(item);
      return (n === undefined ? search(self, item) : position(self, n)) !== undefined;
    },
    __getitem__(self, key) {
      if (key instanceof PySlice) return slice(self, key);
      if (intValue(key) === undefined && !hasIndex(key))
        throw typeError(`range indices must be integers or slices, not ${typeOf(key).name}`);
      return itemAt(self, key);
    },
  },
  methods: {
    __reduce__: method('()', null, self =>
      tuple([rangeType, tuple([self.start, self.stop, self.step])]),
    ),
    __reversed__: method('()', 'Return a reverse iterator.', self => {
      const { step, length } = self;
      if (length === 0) return rangeIterator(smallInt(0), smallInt(1), smallInt(0));
      return rangeIterator(lastOf(self), int(-BigInt(step)), length);
    }),
    count: method(
      '(object, /)',
      'rangeobject.count(value) -> integer -- return number of occurrences of value',
      (self, value) => {
        const n = exactInt(value);
        if (n !== undefined) return smallInt(position(self, n) === undefined ? 0 : 1);
        let count = 0;
        forEach(self, item => {
          if (equals(item, value)) count++;
        });
        return smallInt(count);
      },
    ),
    index: method(
      '(object, /)',
      `rangeobject.index(value) -> integer -- return index of value.
Raise ValueError if the value is not present.`,
      (self, value) => {
        const n = exactInt(value);
        const index = n === undefined ? search(self, value) : position(self, n);
        if (index !== undefined) return index;
        throw valueError(
          n === undefined
            ? 'sequence.index(x): x not in sequence'
            : 'range.index(x): x not in range',
        );
      },
    ),
  },
});

rangeType.call1 = stop =>
  isSmallInt(stop)
    ? new PyRange(smallInt(0), stop, smallInt(1), stop > 0 ? stop : smallInt(0))
    : makeRange(smallInt(0), asInt(stop), smallInt(1));
rangeType.call2 = (start, stop) => makeRange(asInt(start), asInt(stop), smallInt(1));
rangeType.call3 = (start, stop, step) => makeRange(asInt(start), asInt(stop), asInt(step));
