import { StateKey } from '../../runtime/state.ts';
import type { FlagName } from './structures.ts';

/** How the interpreter was started: what the command line and the environment say. CPython: Python/initconfig.c */
export interface Settings {
  readonly argv: readonly string[];
  readonly origArgv: readonly string[];
  readonly executable: string;
  readonly prefix: string;
  /** The folder of the standard library, or null where it is packed. */
  readonly stdlib: string | null;
  readonly path: readonly string[];
  readonly flags: Readonly<Partial<Record<FlagName, number>>>;
  readonly xoptions: readonly (readonly [name: string, value: string | null])[];
  readonly warnOptions: readonly string[];
}
export const settingsKey = new StateKey<Settings>(() => ({
  argv: [''],
  origArgv: [],
  executable: '',
  prefix: '',
  stdlib: null,
  path: [],
  flags: { hash_randomization: 1, int_max_str_digits: 4300 },
  xoptions: [],
  warnOptions: [],
}));
