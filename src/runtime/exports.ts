import { memory } from './garbage.ts';
import { StateKey, thread } from './state.ts';

/**
 * Who has a view of an object's memory. CPython: the `ob_exports` of bytearray and array
 *
 * CPython lets go of a view when its last reference goes. Here a view that was dropped without `release()` stays in the list, so before a resize is
 * refused the collector is asked. That is slow; where it keeps finding that nobody had a view left, more and more resizes are allowed unasked.
 */
export interface Exporter {
  exports: object[] | null;
}

interface Doubts {
  /** How many resizes to allow before the collector is asked again. */
  skip: number;
  /** How many times in a row it found nobody. */
  falseAlarms: number;
}
const doubts = new StateKey<Doubts>(() => ({ skip: 0, falseAlarms: 0 }));
const MAX_DOUBLINGS = 12;

/** Views held at once before those that were dropped are looked for. */
const MAX_HELD = 4096;

export function addExport(exporter: Exporter, view: object): void {
  exporter.exports ??= [];
  exporter.exports.push(view);
  if (exporter.exports.length % MAX_HELD === 0) prune(exporter);
}

export function removeExport(exporter: Exporter, view: object): void {
  const { exports } = exporter;
  if (exports === null) return;
  const at = exports.lastIndexOf(view);
  if (at < 0) return;
  if (exports.length === 1) exporter.exports = null;
  else exports.splice(at, 1);
}

/** Whether somebody has a view of the object's memory. */
export function isExported(exporter: Exporter): boolean {
  if (exporter.exports === null) return false;
  const state = thread.interpreter.state(doubts);
  if (state.skip > 0) {
    state.skip--;
    exporter.exports = null;
    return false;
  }
  prune(exporter);
  if (exporter.exports !== null) {
    state.falseAlarms = 0;
    return true;
  }
  state.falseAlarms = Math.min(state.falseAlarms + 1, MAX_DOUBLINGS);
  state.skip = 2 ** state.falseAlarms - 1;
  return false;
}

/** Forgets the views that nobody has any more. */
function prune(exporter: Exporter): void {
  const references = exporter.exports!.map(view => new WeakRef(view));
  exporter.exports = null;
  memory().release();
  memory().collect();
  const living: object[] = [];
  for (const reference of references) {
    const view = reference.deref();
    if (view !== undefined) living.push(view);
  }
  memory().release();
  if (living.length > 0) exporter.exports = living;
}
