import { StateKey, type Interpreter } from './state.ts';

/** The most digits of an int's decimal text; 0 for any number. CPython: Python/initconfig.c, int_max_str_digits */
export const strDigitsKey = new StateKey<{ limit: number }>(() => ({ limit: 4300 }));
export const maxStrDigits = (interpreter: Interpreter): number =>
  interpreter.state(strDigitsKey).limit;
