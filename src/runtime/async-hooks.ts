import type { Value } from '../objects/object.ts';
import { StateKey } from './state.ts';

/** `sys.set_asyncgen_hooks`: who is told of an async generator's first iteration and of its end. CPython: Objects/genobject.c */
export const asyncGeneratorHooks = new StateKey<{ firstiter: Value; finalizer: Value }>(() => ({
  firstiter: null,
  finalizer: null,
}));
