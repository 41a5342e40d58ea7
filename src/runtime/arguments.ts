import { typeError } from './errors.ts';

/** Checks of arguments by functions that read their own. CPython: Python/getargs.c */

/** The arguments of a call that takes no names. TypeError where there are too few or too many. */
export function checkPositional(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const expected = given < least ? least : most;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  throw typeError(
    `${name} expected ${bound}${expected} argument${expected === 1 ? '' : 's'}, got ${given}`,
  );
}

/** TypeError where a call that takes no names has some. */
export function refuseNames(name: string, names: readonly string[] | null): void {
  if (names !== null && names.length > 0) throw typeError(`${name}() takes no keyword arguments`);
}
