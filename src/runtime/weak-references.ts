import { typeOf } from '../objects/builtin-types.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { TYPE_HAS_WEAKREF } from '../objects/type.ts';
import { ReferenceList, type PyWeakReference } from '../objects/weak-reference.ts';
import { call } from './call.ts';
import { typeError } from './errors.ts';
import { memory } from './garbage.ts';
import { StateKey, thread } from './state.ts';
import { reprText } from './text.ts';
import { guardUnraisable } from './unraisable.ts';

/**
 * Weak references on the engine's WeakRef. The engine clears them only between its jobs, and tells of it only in a job of its own; so who is gone is
 * looked for here, when `gc.collect()` was called and each time the references with a callback have doubled. CPython: Objects/weakrefobject.c
 */

interface WeakState {
  readonly lists: WeakMap<PyObject, ReferenceList>;
  /** The lists that may hold a callback. */
  readonly watched: Set<ReferenceList>;
  /** How many may be watched before those of dead objects are looked for. */
  limit: number;
  /** Uses of WeakRefs since the engine was last told to let go of what they gave out. */
  uses: number;
  /** References whose object is gone and whose callback is to be called. */
  readonly pending: PyWeakReference[];
}
const weakState = new StateKey<WeakState>(() => ({
  lists: new WeakMap(),
  watched: new Set(),
  limit: 1024,
  uses: 0,
  pending: [],
}));

/** The engine keeps alive what a WeakRef was made for or gave out: every so many it is told to stop. */
const USES_BETWEEN_RELEASES = 10_000;

function countUse(state: WeakState): void {
  if (++state.uses < USES_BETWEEN_RELEASES) return;
  state.uses = 0;
  memory().release();
}

/** The list of an object's references, made where there is none. TypeError for objects that cannot be weakly referenced. */
export function referencesTo(obj: Value): ReferenceList {
  const type = typeOf(obj);
  if (!(obj instanceof PyObject) || !(type.flags & TYPE_HAS_WEAKREF))
    throw typeError(`cannot create weak reference to '${type.name}' object`);
  const state = thread.interpreter.state(weakState);
  let list = state.lists.get(obj);
  if (list === undefined) {
    list = new ReferenceList(obj);
    state.lists.set(obj, list);
    countUse(state);
  }
  return list;
}

/** The list of an object's references, or undefined. */
export const findReferences = (obj: Value): ReferenceList | undefined =>
  obj instanceof PyObject ? thread.interpreter.state(weakState).lists.get(obj) : undefined;

/** The object referred to; undefined when it is gone. */
export function referent(reference: PyWeakReference): PyObject | undefined {
  countUse(thread.interpreter.state(weakState));
  return reference.list.target.deref();
}

/** Adds a reference that is not shared. */
export function addReference(reference: PyWeakReference): void {
  const { list } = reference;
  list.add(reference);
  if (reference.callback === null) return;
  const state = thread.interpreter.state(weakState);
  state.watched.add(list);
  if (state.watched.size <= state.limit) return;
  memory().release();
  callBack();
  state.limit = Math.max(1024, 2 * state.watched.size);
}

/** Calls the callbacks of the references whose object is gone. */
export function callBack(): void {
  const state = thread.interpreter.state(weakState);
  for (const list of state.watched) {
    if (list.target.deref() === undefined) {
      state.watched.delete(list);
      state.pending.push(...list.living().filter(each => each.callback !== null));
    } else {
      list.prune();
      if (list.living().every(each => each.callback === null)) state.watched.delete(list);
    }
  }
  // What was looked at would be kept alive again.
  memory().release();
  for (;;) {
    const reference = state.pending.shift();
    if (reference === undefined) return;
    const { callback } = reference;
    reference.callback = null;
    guardUnraisable(
      `Exception ignored while calling weakref callback ${reprText(callback)}`,
      null,
      () => call(callback, reference),
    );
  }
}

/** `gc.collect()`: collects, and calls the callbacks of weak references to what was dead. */
export function collectGarbage(): void {
  memory().release();
  memory().collect();
  callBack();
}
