import { StateKey } from './state.ts';

/** The interpreter's host, for the layers that may know it; set when the interpreter is made. */
export const hostOf = new StateKey<{ host: unknown }>(() => ({ host: null }));
