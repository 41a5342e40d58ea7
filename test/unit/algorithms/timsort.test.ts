import { expect, test } from 'vitest';
import { sortPrimitives, timsort } from '../../../src/algorithms/timsort.ts';

/** Keys from a fixed generator, the same as the ones CPython was asked to sort. */
function keysOf(count: number, modulus: number): number[] {
  const keys: number[] = [];
  for (let i = 0, state = 1; i < count; i++) {
    state = (state * 16807) % 2147483647;
    keys.push(state % modulus);
  }
  return keys;
}

class Item {
  readonly key: number;
  readonly index: number;
  constructor(key: number, index: number) {
    this.key = key;
    this.index = index;
  }
}

function sortCounting(keys: number[], limit = Infinity): { count: number; order: number[] } {
  const items = keys.map((key, index) => new Item(key, index));
  let count = 0;
  try {
    timsort(items, undefined, (a, b) => {
      count++;
      if (count >= limit) throw new RangeError('stop');
      return a.key < b.key;
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { count, order: items.map(item => item.index) };
}

// The number of comparisons of CPython 3.14's list.sort, and an order-dependent checksum of the result.
const checksum = (order: number[]) =>
  order.reduce((sum, index) => (sum * 31 + index) % 1000000007, 0);

const recorded: [number[], number, number, number][] = [
  [keysOf(1000, 1000000), Infinity, 8654, 255455999],
  [keysOf(1000, 1000000), 4327, 4327, 960035812],
  [keysOf(1000, 1000000), 8624, 8624, 228481298],
  [keysOf(777, 3), Infinity, 4014, 380994201],
  [keysOf(777, 3), 2007, 2007, 398102559],
  [keysOf(777, 3), 3984, 3984, 877801726],
  [keysOf(2, 10), Infinity, 1, 1],
  [keysOf(300, 40).sort((a, b) => b - a), Infinity, 555, 824981552],
  [keysOf(300, 40).sort((a, b) => b - a), 277, 277, 149604209],
  [keysOf(300, 40).sort((a, b) => b - a), 525, 525, 466869762],
  [keysOf(300, 40).sort((a, b) => a - b), Infinity, 299, 701008844],
  [keysOf(300, 40).sort((a, b) => a - b), 149, 149, 701008844],
  [keysOf(300, 40).sort((a, b) => a - b), 269, 269, 701008844],
  [
    [
      ...keysOf(200, 9),
      ...keysOf(400, 99).sort((a, b) => a - b),
      ...keysOf(200, 99).sort((a, b) => b - a),
    ],
    Infinity,
    2651,
    890071482,
  ],
  [
    [
      ...keysOf(200, 9),
      ...keysOf(400, 99).sort((a, b) => a - b),
      ...keysOf(200, 99).sort((a, b) => b - a),
    ],
    1325,
    1325,
    378418306,
  ],
  [
    [
      ...keysOf(200, 9),
      ...keysOf(400, 99).sort((a, b) => a - b),
      ...keysOf(200, 99).sort((a, b) => b - a),
    ],
    2621,
    2621,
    473714408,
  ],
  [
    [...keysOf(300, 1000).sort((a, b) => a - b), ...keysOf(100, 1000).sort((a, b) => a - b)],
    Infinity,
    794,
    900856615,
  ],
  [
    [...keysOf(300, 1000).sort((a, b) => a - b), ...keysOf(100, 1000).sort((a, b) => a - b)],
    397,
    397,
    330503023,
  ],
  [
    [...keysOf(300, 1000).sort((a, b) => a - b), ...keysOf(100, 1000).sort((a, b) => a - b)],
    764,
    764,
    980854512,
  ],
  [
    [...keysOf(100, 1000).sort((a, b) => a - b), ...keysOf(300, 1000).sort((a, b) => a - b)],
    Infinity,
    799,
    343046204,
  ],
  [
    [...keysOf(100, 1000).sort((a, b) => a - b), ...keysOf(300, 1000).sort((a, b) => a - b)],
    399,
    399,
    330503023,
  ],
  [
    [...keysOf(100, 1000).sort((a, b) => a - b), ...keysOf(300, 1000).sort((a, b) => a - b)],
    769,
    769,
    262304879,
  ],
  [Array.from({ length: 200 }, () => 5), Infinity, 199, 901572118],
  [Array.from({ length: 200 }, () => 5), 99, 99, 901572118],
  [Array.from({ length: 200 }, () => 5), 169, 169, 901572118],
];

test('asks as often as CPython, is stable, stays a permutation when a comparison throws', () => {
  for (const [keys, limit, count, sum] of recorded) {
    const result = sortCounting(keys, limit);
    expect([keys.length, limit, result.count, checksum(result.order)]).toEqual([
      keys.length,
      limit,
      count,
      sum,
    ]);
  }
});

test('values follow their keys', () => {
  const keys = keysOf(500, 50);
  const values = keys.map((key, i) => [key, i] as const);
  timsort(keys, values, (a, b) => a < b);
  for (let i = 1; i < keys.length; i++) {
    const [[before, first], [after, second]] = [values[i - 1]!, values[i]!];
    expect(before < after || (before === after && first < second)).toBe(true);
    expect(keys[i]).toBe(after);
  }
});

test('primitive keys', () => {
  const numbers = [...keysOf(100, 1000), 0.5, -1e300, Infinity];
  const expected = numbers.slice();
  timsort(expected, undefined, (a, b) => a < b);
  expect(sortPrimitives(numbers, undefined)).toBe(true);
  expect(numbers).toEqual(expected);
  const strings = ['b', '', 'a\uffee', 'a', 'ab'];
  expect(sortPrimitives(strings, undefined)).toBe(true);
  expect(strings).toEqual(['', 'a', 'ab', 'a\uffee', 'b']);
  const values = [1, 2, 3];
  expect(sortPrimitives(['b', 'c', 'a'], values)).toBe(true);
  expect(values).toEqual([3, 1, 2]);
  expect(sortPrimitives([1, 'a'], undefined)).toBe(false);
  expect(sortPrimitives([1n, 2n], undefined)).toBe(false);
  expect(sortPrimitives([], undefined)).toBe(false);
});

test('nan is compared, not moved to the end', () => {
  const keys = [NaN, ...keysOf(40, 100)];
  const expected = keys.slice();
  timsort(expected, undefined, (a, b) => a < b);
  sortPrimitives(keys, undefined);
  expect(keys).toEqual(expected);
  expect(keys.at(-1)).not.toBeNaN();
});
