import { hashTuple } from '../algorithms/hash.ts';
import { sliceType } from '../objects/builtin-types.ts';
import { int, smallInt, type PyInt } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { PySlice } from '../objects/slice.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import { asInt } from '../runtime/convert.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { typeError, valueError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { intValue } from '../runtime/numbers.ts';
import { repr } from '../runtime/text.ts';
import { comparisons } from './rich-compare.ts';
import { compareItems, hasIndex } from './sequence.ts';

/** CPython: Objects/sliceobject.c */

const sliceInt = (v: Value): PyInt => {
  if (intValue(v) === undefined && !hasIndex(v))
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return asInt(v);
};

/** `slice.indices(length)` of ints of any size. CPython: _PySlice_GetLongIndices */
export function exactSliceBounds(
  slice: PySlice,
  length: PyInt,
): { readonly start: PyInt; readonly stop: PyInt; readonly step: PyInt } {
  const step = slice.step === null ? smallInt(1) : sliceInt(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const down = step < 0;
  const lower = down ? -1n : 0n;
  const upper = down ? BigInt(length) - 1n : BigInt(length);
  const clip = (v: Value, absent: bigint): PyInt => {
    if (v === null) return int(absent);
    let n = BigInt(sliceInt(v));
    if (n < 0n) n += BigInt(length);
    return int(n < lower ? lower : n > upper ? upper : n);
  };
  const start = clip(slice.start, down ? upper : lower);
  const stop = clip(slice.stop, down ? lower : upper);
  return { start, stop, step };
}

const parts = ({ start, stop, step }: PySlice) => ({ items: [start, stop, step] });

defineType<PySlice>(sliceType, {
  name: 'slice',
  doc: `slice(stop)
slice(start, stop[, step])

Create a slice object.

This is used for extended slicing (e.g. a[0:10:2]).`,
  new: variadic((_type, args, names) => {
    refuseNames('slice', names);
    checkPositional('slice', args.length, 1, 3);
    if (args.length === 1) return new PySlice(null, args[0]!, null);
    return new PySlice(args[0]!, args[1]!, args[2] ?? null);
  }),
  equality: 'builtin',
  members: { start: self => self.start, stop: self => self.stop, step: self => self.step },
  slots: {
    ...comparisons((op, self, other) => {
      if (!(other instanceof PySlice)) return NotImplemented;
      if (self === other) return op === '__eq__' || op === '__le__' || op === '__ge__';
      return compareItems(op, parts(self), parts(other));
    }),
    __repr__: self =>
      str(`slice(${[self.start, self.stop, self.step].map(v => utf16(repr(v))).join(', ')})`),
    __hash__: self => int(hashTuple([self.start, self.stop, self.step].map(hash))),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      tuple([sliceType, tuple([self.start, self.stop, self.step])]),
    ),
    indices: method(
      '(object, /)',
      `S.indices(len) -> (start, stop, stride)

Assuming a sequence of length len, calculate the start and stop
indices, and the stride length of the extended slice described by
S. Out of bounds indices are clipped in a manner consistent with the
handling of normal slices.`,
      (self, length) => {
        const n = asInt(length);
        if (n < 0) throw valueError('length should not be negative');
        const { start, stop, step } = exactSliceBounds(self, n);
        return tuple([start, stop, step]);
      },
    ),
  },
});
