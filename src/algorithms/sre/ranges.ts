/**
 * Sets of code units as sorted, disjoint, non-adjacent inclusive ranges, flat: `[lo, hi, lo, hi …]`.
 *
 * Only the Basic Multilingual Plane is covered: the sets are made for native regular expressions,
 * whose subjects hold no surrogate.
 */

export type Ranges = readonly number[];

export const LAST_UNIT = 0xffff;

/** The units up to `last` for which `test` holds. */
export function rangesWhere(test: (ch: number) => boolean, last = LAST_UNIT): Ranges {
  const ranges: number[] = [];
  let start = -1;
  for (let ch = 0; ch <= last; ch++) {
    if (test(ch)) {
      if (start < 0) start = ch;
    } else if (start >= 0) {
      ranges.push(start, ch - 1);
      start = -1;
    }
  }
  if (start >= 0) ranges.push(start, last);
  return ranges;
}

export function complement(ranges: Ranges): Ranges {
  const result: number[] = [];
  let next = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! > next) result.push(next, ranges[i]! - 1);
    next = ranges[i + 1]! + 1;
  }
  if (next <= LAST_UNIT) result.push(next, LAST_UNIT);
  return result;
}

/** The union of ranges given in any order, overlapping or not; what lies past the plane is cut off. */
export function normalize(pairs: readonly number[]): Ranges {
  const sorted: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i]! <= LAST_UNIT && pairs[i]! <= pairs[i + 1]!)
      sorted.push([pairs[i]!, Math.min(pairs[i + 1]!, LAST_UNIT)]);
  }
  sorted.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [lo, hi] of sorted) {
    const end = result.length - 1;
    if (end > 0 && lo <= result[end]! + 1) result[end] = Math.max(result[end]!, hi);
    else result.push(lo, hi);
  }
  return result;
}

export function contains(ranges: Ranges, ch: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ch > ranges[2 * middle + 1]!) low = middle + 1;
    else high = middle;
  }
  return 2 * low < ranges.length && ch >= ranges[2 * low]!;
}
