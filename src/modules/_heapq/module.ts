import type { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { isLess } from '../../runtime/compare.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { indexError, runtimeError } from '../../runtime/errors.ts';
import { docs } from './docs.gen.ts';

/** Whether the first stands above the second. */
type Above = (a: Value, b: Value) => boolean;
const least: Above = isLess;
const greatest: Above = (a, b) => isLess(b, a);

/** Compares; a comparison that changes the list is an error. */
function compare({ items }: PyList, above: Above, a: number, b: number): boolean {
  const { length } = items;
  const result = above(items[a]!, items[b]!);
  if (items.length !== length) throw runtimeError('list changed size during iteration');
  return result;
}
function swap({ items }: PyList, a: number, b: number): void {
  const item = items[a]!;
  items[a] = items[b]!;
  items[b] = item;
}

/** Moves an item towards the root, not above `start`. */
function rise(heap: PyList, start: number, from: number, above: Above): void {
  let at = from;
  while (at > start) {
    const parent = (at - 1) >> 1;
    if (!compare(heap, above, at, parent)) return;
    swap(heap, at, parent);
    at = parent;
  }
}
/** Moves an item down to a leaf, then up to its place: most items belong near the leaves, so this compares less. */
function sink(heap: PyList, start: number, above: Above): void {
  const { length } = heap.items;
  let at = start;
  while (2 * at + 1 < length) {
    let child = 2 * at + 1;
    if (child + 1 < length && !compare(heap, above, child, child + 1)) child++;
    swap(heap, at, child);
    at = child;
  }
  rise(heap, start, at, above);
}

const push =
  (above: Above) =>
  (heap: PyList, item: Value): Value => {
    heap.items.push(item);
    rise(heap, 0, heap.items.length - 1, above);
    return null;
  };
const pop =
  (above: Above) =>
  (heap: PyList): Value => {
    const { items } = heap;
    const last = items.pop();
    if (last === undefined) throw indexError('index out of range');
    if (items.length === 0) return last;
    const top = items[0]!;
    items[0] = last;
    sink(heap, 0, above);
    return top;
  };
const replace =
  (above: Above) =>
  (heap: PyList, item: Value): Value => {
    const { items } = heap;
    const top = items[0];
    if (top === undefined) throw indexError('index out of range');
    items[0] = item;
    sink(heap, 0, above);
    return top;
  };
const pushPop =
  (above: Above) =>
  (heap: PyList, item: Value): Value => {
    const top = heap.items[0];
    if (top === undefined || !above(top, item)) return item;
    if (heap.items.length === 0) throw indexError('index out of range');
    return replace(above)(heap, item);
  };
const heapify =
  (above: Above) =>
  (heap: PyList): Value => {
    for (let i = (heap.items.length >> 1) - 1; i >= 0; i--) sink(heap, i, above);
    return null;
  };

/** Heaps in lists. CPython: Modules/_heapqmodule.c */
export const heapqModule = defineModule('_heapq', {
  doc: docs[''],
  functions: {
    heapify: fn('(heap: list, /)', docs.heapify, heapify(least)),
    heapify_max: fn('(heap: list, /)', docs.heapify_max, heapify(greatest)),
    heappop: fn('(heap: list, /)', docs.heappop, pop(least)),
    heappop_max: fn('(heap: list, /)', docs.heappop_max, pop(greatest)),
    heappush: fn('(heap: list, item, /)', docs.heappush, push(least)),
    heappush_max: fn('(heap: list, item, /)', docs.heappush_max, push(greatest)),
    heappushpop: fn('(heap: list, item, /)', docs.heappushpop, pushPop(least)),
    heappushpop_max: fn('(heap: list, item, /)', docs.heappushpop_max, pushPop(greatest)),
    heapreplace: fn('(heap: list, item, /)', docs.heapreplace, replace(least)),
    heapreplace_max: fn('(heap: list, item, /)', docs.heapreplace_max, replace(greatest)),
  },
});
