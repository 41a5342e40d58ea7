import { StateKey } from '../../runtime/state.ts';

/** The names of the builtin modules, for `sys.builtin_module_names`. */
export const builtinNamesKey = new StateKey<readonly string[]>(() => []);
