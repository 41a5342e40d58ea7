import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { PyComplex } from '../../objects/complex.ts';
import { objectType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyFunction } from '../../objects/function.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyEllipsis, PyNotImplemented, PyObject, type Value } from '../../objects/object.ts';
import { PyRange } from '../../objects/range.ts';
import { PyAnySet } from '../../objects/set.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { PyType, TYPE_HEAP } from '../../objects/type.ts';
import { call } from '../../runtime/call.ts';
import { asCInt } from '../../runtime/convert.ts';
import { defineModule, fn, variadicFn } from '../../runtime/declare-module.ts';
import { dictItems, dictOf } from '../../runtime/dict.ts';
import { notImplementedError, typeError, valueError } from '../../runtime/errors.ts';
import { instanceDict } from '../../runtime/instance-dict.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { guardUnraisable } from '../../runtime/unraisable.ts';
import { collectGarbage } from '../../runtime/weak-references.ts';
import { refuseNames } from '../../runtime/arguments.ts';
import { docs, constants } from './docs.gen.ts';

/**
 * The engine collects on its own terms: a collection can be asked for, what it found is not told, and objects cannot be enumerated.
 * CPython: Modules/gcmodule.c
 */

interface GarbageState {
  enabled: boolean;
  debug: number;
  thresholds: number[];
  collections: number[];
  callbacks: PyList;
}
const garbageState = new StateKey<GarbageState>(() => ({
  enabled: true,
  debug: 0,
  thresholds: [2000, 10, 10],
  collections: [0, 0, 0],
  callbacks: new PyList([]),
}));
const state = (): GarbageState => thread.interpreter.state(garbageState);

function tell(phase: 'start' | 'stop', generation: number): void {
  for (const callback of state().callbacks.items.slice())
    guardUnraisable('Exception ignored while calling GC callback', callback, () => {
      const info = dictOf([
        ['generation', smallInt(generation)],
        ['collected', smallInt(0)],
        ['uncollectable', smallInt(0)],
      ]);
      call(callback, phase, info);
    });
}

function collect(generation: number): Value {
  if (generation < 0 || generation > 2) throw valueError('invalid generation');
  tell('start', generation);
  collectGarbage();
  state().collections[generation]!++;
  tell('stop', generation);
  return smallInt(0);
}

/** What has references to nothing: CPython's collector does not look at it. */
function isTracked(v: Value): boolean {
  if (!(v instanceof PyObject)) return false;
  if (v instanceof PyType) return (v.flags & TYPE_HEAP) !== 0;
  if (v.type.flags & TYPE_HEAP) return true;
  if (v instanceof PyTuple) return v.items.some(isTracked);
  return !atomicTypes.some(each => v instanceof each) && v.type !== objectType && !isNumberOrStr(v);
}
const atomicTypes = [PyBytes, PyByteArray, PyComplex, PyRange, PyEllipsis, PyNotImplemented];
const isNumberOrStr = (v: PyObject): boolean =>
  ['int', 'float', 'str'].includes(v.type.layout.name);

function referents(v: Value): Value[] {
  if (!(v instanceof PyObject)) return [];
  const items: Value[] = [];
  if (v instanceof PyList || v instanceof PyTuple) items.push(...v.items.toReversed());
  else if (v instanceof PyDict) for (const [key, value] of dictItems(v)) items.push(value, key);
  else if (v instanceof PyAnySet)
    for (let entry = v.table.first; entry !== null; entry = entry.next) items.push(entry.key);
  else if (v instanceof PyFunction) items.push(v.code, ...v.defaults);
  else if (v instanceof PyType) items.push(v.dict, ...v.mro, ...v.bases);
  if (v.type.flags & TYPE_HEAP) {
    for (const [, value] of dictItems(instanceDict(v))) items.push(value);
    items.push(typeOf(v));
  }
  return items;
}

const unknown = (name: string) => (): never => {
  throw notImplementedError(`gc.${name}() is not possible: the engine does not tell its objects`);
};

export const gcModule = defineModule('gc', {
  doc: docs[''],
  functions: {
    collect: fn('(generation: cint = 2)', docs.collect, collect),
    disable: fn('()', docs.disable, () => {
      state().enabled = false;
      return null;
    }),
    enable: fn('()', docs.enable, () => {
      state().enabled = true;
      return null;
    }),
    isenabled: fn('()', docs.isenabled, () => state().enabled),
    freeze: fn('()', docs.freeze, () => null),
    unfreeze: fn('()', docs.unfreeze, () => null),
    get_freeze_count: fn('()', docs.get_freeze_count, () => smallInt(0)),
    get_count: fn('()', docs.get_count, () => tuple([smallInt(0), smallInt(0), smallInt(0)])),
    get_debug: fn('()', docs.get_debug, () => smallInt(state().debug)),
    set_debug: fn('(flags: cint, /)', docs.set_debug, flags => {
      state().debug = flags;
      return null;
    }),
    get_objects: fn('(generation=None)', docs.get_objects, unknown('get_objects')),
    get_referrers: fn('(*objs)', docs.get_referrers, unknown('get_referrers')),
    get_referents: fn('(*objs)', docs.get_referents, objs => new PyList(objs.flatMap(referents))),
    get_stats: fn(
      '()',
      docs.get_stats,
      () =>
        new PyList(
          state().collections.map(count =>
            dictOf([
              ['collections', smallInt(count)],
              ['collected', smallInt(0)],
              ['uncollectable', smallInt(0)],
            ]),
          ),
        ),
    ),
    get_threshold: fn('()', docs.get_threshold, () => tuple(state().thresholds.map(n => int(n)))),
    set_threshold: variadicFn(docs.set_threshold, (args, names) => {
      refuseNames('gc.set_threshold', names);
      if (args.length < 1 || args.length > 3)
        throw typeError('gc.set_threshold requires 1 to 3 arguments');
      args.map(asCInt).forEach((n, i) => {
        state().thresholds[i] = n;
      });
      return null;
    }),
    is_finalized: fn('(obj, /)', docs.is_finalized, () => false),
    is_tracked: fn('(obj, /)', docs.is_tracked, isTracked),
  },
  init(_interpreter, add) {
    for (const [name, value] of Object.entries(constants))
      if (typeof value === 'number') add(name, smallInt(value));
    add('callbacks', state().callbacks);
    add('garbage', new PyList([]));
  },
});
