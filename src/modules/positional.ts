import type { Value } from '../objects/object.ts';
import { typeError } from '../runtime/errors.ts';

/** Checks the arguments of a function that takes positional ones only and shows no signature. CPython: PyArg_ParseTuple */
export function checkPositional(
  name: string,
  owner: string,
  least: number,
  most: number,
  args: readonly Value[],
  names: readonly string[] | null,
): void {
  if (names !== null && names.length > 0) {
    throw typeError(`${owner}.${name}() takes no keyword arguments`);
  }
  const count = args.length;
  if (count >= least && count <= most) return;
  const how = least === most ? 'exactly' : count < least ? 'at least' : 'at most';
  const limit = count < least ? least : most;
  throw typeError(
    `${name}() takes ${how} ${limit} argument${limit === 1 ? '' : 's'} (${count} given)`,
  );
}
