import { codePoints, type Text } from './contents.ts';

/**
 * Finding one sequence in another, for str and bytes alike; CPython's Objects/stringlib/find.h,
 * count.h and fastsearch.h.
 *
 * `start` and `end` are Python's slice bounds, as given: negative counts from the end, too large is
 * cut. Native string search is used where it exists: it beats any loop of ours.
 */
export type Units = Uint8Array | Uint32Array;

export function lowerBound(start: number, length: number): number {
  if (start >= 0) return start;
  return start < -length ? 0 : start + length;
}

export function upperBound(end: number, length: number): number {
  if (end > length) return length;
  if (end >= 0) return end;
  return end < -length ? 0 : end + length;
}

/** The lowest index of `sub`, or -1. */
export function find(text: Text, sub: Text, start = 0, end = text.length): number {
  const from = lowerBound(start, text.length);
  const to = upperBound(end, text.length);
  if (to - from < sub.length) return -1;
  if (typeof text !== 'string') return findUnits(text, codePoints(sub), from, to);
  if (typeof sub !== 'string') return -1;
  if (to === text.length) return text.indexOf(sub, from);
  const index = text.slice(from, to).indexOf(sub);
  return index < 0 ? -1 : index + from;
}

/** The highest index of `sub`, or -1. */
export function rfind(text: Text, sub: Text, start = 0, end = text.length): number {
  const from = lowerBound(start, text.length);
  const to = upperBound(end, text.length);
  if (to - from < sub.length) return -1;
  if (typeof text !== 'string') return rfindUnits(text, codePoints(sub), from, to);
  if (typeof sub !== 'string') return -1;
  if (from === 0) return text.lastIndexOf(sub, to - sub.length);
  const index = text.slice(from, to).lastIndexOf(sub);
  return index < 0 ? -1 : index + from;
}

/** How often `sub` occurs without overlapping; an empty one is found around every character. */
export function count(text: Text, sub: Text, start = 0, end = text.length): number {
  const from = lowerBound(start, text.length);
  const to = upperBound(end, text.length);
  if (to - from < sub.length) return 0;
  if (sub.length === 0) return to - from + 1;
  if (typeof text !== 'string') return countUnits(text, codePoints(sub), from, to);
  if (typeof sub !== 'string') return 0;
  const within = from === 0 && to === text.length ? text : text.slice(from, to);
  let found = 0;
  for (let at = within.indexOf(sub); at >= 0; at = within.indexOf(sub, at + sub.length)) found++;
  return found;
}

export function contains(text: Text, sub: Text): boolean {
  return typeof text === 'string' && typeof sub === 'string'
    ? text.includes(sub)
    : find(text, sub) >= 0;
}

export function startsWith(text: Text, prefix: Text, start = 0, end = text.length): boolean {
  const from = lowerBound(start, text.length);
  const to = upperBound(end, text.length);
  return to - from >= prefix.length && matchesAt(text, prefix, from);
}

export function endsWith(text: Text, suffix: Text, start = 0, end = text.length): boolean {
  const from = lowerBound(start, text.length);
  const to = upperBound(end, text.length);
  return to - from >= suffix.length && matchesAt(text, suffix, to - suffix.length);
}

function matchesAt(text: Text, sub: Text, at: number): boolean {
  if (typeof text !== 'string') return unitsMatchAt(text, codePoints(sub), at);
  return typeof sub === 'string' && text.startsWith(sub, at);
}

export function findBytes(data: Uint8Array, sub: Uint8Array, start = 0, end = data.length): number {
  const from = lowerBound(start, data.length);
  const to = upperBound(end, data.length);
  return to - from < sub.length ? -1 : findUnits(data, sub, from, to);
}

export function rfindBytes(
  data: Uint8Array,
  sub: Uint8Array,
  start = 0,
  end = data.length,
): number {
  const from = lowerBound(start, data.length);
  const to = upperBound(end, data.length);
  return to - from < sub.length ? -1 : rfindUnits(data, sub, from, to);
}

export function countBytes(
  data: Uint8Array,
  sub: Uint8Array,
  start = 0,
  end = data.length,
): number {
  const from = lowerBound(start, data.length);
  const to = upperBound(end, data.length);
  if (to - from < sub.length) return 0;
  return sub.length === 0 ? to - from + 1 : countUnits(data, sub, from, to);
}

export function bytesStartWith(
  data: Uint8Array,
  prefix: Uint8Array,
  start = 0,
  end = data.length,
): boolean {
  const from = lowerBound(start, data.length);
  const to = upperBound(end, data.length);
  return to - from >= prefix.length && unitsMatchAt(data, prefix, from);
}

export function bytesEndWith(
  data: Uint8Array,
  suffix: Uint8Array,
  start = 0,
  end = data.length,
): boolean {
  const from = lowerBound(start, data.length);
  const to = upperBound(end, data.length);
  return to - from >= suffix.length && unitsMatchAt(data, suffix, to - suffix.length);
}

export function unitsMatchAt(units: Units, sub: Units, at: number): boolean {
  for (let i = 0; i < sub.length; i++) if (units[at + i] !== sub[i]) return false;
  return true;
}

/** Work that the plain search may waste before it hands over to the two-way search. */
const patience = 2000;

/** The lowest index of `sub` that lies within `from` to `to`, or -1; takes linear time. */
export function findUnits(units: Units, sub: Units, from: number, to: number): number {
  const size = sub.length;
  if (size === 0) return from;
  const first = sub[0]!;
  if (size === 1) return indexBefore(units.indexOf(first, from), to);
  const last = to - size;
  const second = sub[1]!;
  let wasted = 0;
  for (let at = from; at <= last; at++) {
    if (units[at] !== first) {
      at = units.indexOf(first, at + 1);
      if (at < 0 || at > last) return -1;
    }
    if (units[at + 1] !== second) continue;
    let same = 2;
    while (same < size && units[at + same] === sub[same]) same++;
    if (same === size) return at;
    wasted += same;
    if (wasted > patience + 4 * (at - from)) return findTwoWay(units, sub, at + 1, to);
  }
  return -1;
}

function indexBefore(index: number, to: number): number {
  return index < to ? index : -1;
}

/** Crochemore and Perrin's two-way search: linear whatever the needle. */
function findTwoWay(units: Units, sub: Units, from: number, to: number): number {
  const { cut, period, repeats } = factorize(sub);
  const size = sub.length;
  const shift = repeats ? period : Math.max(cut, size - cut) + 1;
  let known = 0;
  for (let at = from; at <= to - size;) {
    let i = Math.max(cut, known);
    while (i < size && sub[i] === units[at + i]) i++;
    if (i < size) {
      at += i - cut + 1;
      known = 0;
      continue;
    }
    i = cut - 1;
    while (i >= known && sub[i] === units[at + i]) i--;
    if (i < known) return at;
    at += shift;
    known = repeats ? size - period : 0;
  }
  return -1;
}

interface Factorization {
  /** Where the right half begins. */
  readonly cut: number;
  readonly period: number;
  /** Whether `period` is the period of the whole needle. */
  readonly repeats: boolean;
}

function factorize(sub: Units): Factorization {
  const smaller = maximalSuffix(sub, false);
  const larger = maximalSuffix(sub, true);
  const { cut, period } = smaller.cut > larger.cut ? smaller : larger;
  let repeats = cut + period <= sub.length;
  for (let i = 0; repeats && i < cut; i++) repeats = sub[i] === sub[i + period];
  return { cut, period, repeats };
}

/** The suffix that is greatest in the order, or in the reverse order, and its period. */
function maximalSuffix(sub: Units, reverse: boolean): { cut: number; period: number } {
  let best = 0;
  let candidate = 1;
  let offset = 0;
  let period = 1;
  while (candidate + offset < sub.length) {
    const difference = sub[candidate + offset]! - sub[best + offset]!;
    if (difference === 0) {
      if (offset + 1 === period) {
        candidate += period;
        offset = 0;
      } else {
        offset++;
      }
    } else if (reverse ? difference > 0 : difference < 0) {
      candidate += offset + 1;
      offset = 0;
      period = candidate - best;
    } else {
      best = candidate++;
      offset = 0;
      period = 1;
    }
  }
  return { cut: best, period };
}

/** The highest index of `sub` that lies within `from` to `to`, or -1. */
export function rfindUnits(units: Units, sub: Units, from: number, to: number): number {
  const size = sub.length;
  if (size === 0) return to;
  const last = sub[size - 1]!;
  for (let end = to - 1; end >= from + size - 1; end--) {
    end = units.lastIndexOf(last, end);
    if (end < from + size - 1) return -1;
    let i = size - 2;
    while (i >= 0 && units[end - size + 1 + i] === sub[i]) i--;
    if (i < 0) return end - size + 1;
  }
  return -1;
}

export function countUnits(units: Units, sub: Units, from: number, to: number): number {
  let found = 0;
  for (let at = findUnits(units, sub, from, to); at >= 0; found++)
    at = findUnits(units, sub, at + sub.length, to);
  return found;
}
