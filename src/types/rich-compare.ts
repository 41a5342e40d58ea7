import { NotImplemented, type Value } from '../objects/object.ts';
import type { Comparison } from '../runtime/compare.ts';

/** The six comparison methods of a type, which CPython has in one slot: `tp_richcompare`. */

type Compare<Self> = (self: Self, other: Value) => Value;
type Comparisons<Self> = Readonly<Record<Comparison, Compare<Self>>>;

export const comparisons = <Self>(
  compare: (op: Comparison, self: Self, other: Value) => Value,
): Comparisons<Self> => ({
  __lt__: (self, other) => compare('__lt__', self, other),
  __le__: (self, other) => compare('__le__', self, other),
  __eq__: (self, other) => compare('__eq__', self, other),
  __ne__: (self, other) => compare('__ne__', self, other),
  __gt__: (self, other) => compare('__gt__', self, other),
  __ge__: (self, other) => compare('__ge__', self, other),
});

/** The comparisons of a type whose instances are equal or not, and have no order; undefined: not comparable. */
export const equalityOnly = <Self>(
  equal: (self: Self, other: Value) => boolean | undefined,
): Comparisons<Self> =>
  comparisons((op, self, other) => {
    if (op !== '__eq__' && op !== '__ne__') return NotImplemented;
    const result = equal(self, other);
    return result === undefined ? NotImplemented : result === (op === '__eq__');
  });

/** What a comparison says of two lengths or ordered values. */
export function ordered(op: Comparison, a: number, b: number): boolean {
  switch (op) {
    case '__lt__':
      return a < b;
    case '__le__':
      return a <= b;
    case '__eq__':
      return a === b;
    case '__ne__':
      return a !== b;
    case '__gt__':
      return a > b;
    case '__ge__':
      return a >= b;
  }
}
