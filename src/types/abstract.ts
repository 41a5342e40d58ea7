import type { PyType } from '../objects/type.ts';
import { utf16, type PyStr } from '../objects/str.ts';
import { findStr } from '../runtime/dict.ts';
import { listItems } from '../runtime/iterate.ts';

/** The names in a class's `__abstractmethods__`, sorted. */
export function abstractMethodNames(type: PyType): string[] {
  const names = findStr(type.dict, '__abstractmethods__');
  if (names === undefined) return [];
  return listItems(names)
    .map(name => utf16(name as PyStr))
    .toSorted();
}
