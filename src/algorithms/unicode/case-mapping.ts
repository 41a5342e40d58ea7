import { lazy, tableFromEntries, unpackNumbers, unzigzag, type CodePointTable } from './packed.ts';
import {
  foldOverLower,
  lowerLists,
  lowerRanges,
  titleOverUpper,
  upperLists,
  upperRanges,
} from './case-mapping.gen.ts';

/**
 * Case mappings of single characters; CPython's `_PyUnicode_ToLowerFull` and its sisters in
 * Objects/unicodectype.c.
 *
 * A mapping to one character is a number; one to several is a string, found by `…List`.
 */

type Entries = [code: number, value: number][];

/** The delta no real mapping has; it says that the character has a list. */
const LISTED = 0x7fffffff;

function* unpackRanges(packed: string): Iterable<readonly [number, number]> {
  const numbers = unpackNumbers(packed);
  let code = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    code += numbers[i]!;
    const count = numbers[i + 1]! >> 1;
    const step = (numbers[i + 1]! & 1) + 1;
    const delta = unzigzag(numbers[i + 2]!);
    for (let k = 0; k < count; k++) yield [code + k * step, delta];
    code += (count - 1) * step;
  }
}

function unpackLists(packed: string): Map<number, number[]> {
  const numbers = unpackNumbers(packed);
  const lists = new Map<number, number[]>();
  let code = 0;
  for (let i = 0; i < numbers.length; i += 2 + numbers[i + 1]!) {
    code += numbers[i]!;
    lists.set(code, numbers.slice(i + 2, i + 2 + numbers[i + 1]!));
  }
  return lists;
}

interface Mapping {
  readonly deltas: CodePointTable;
  readonly lists: ReadonlyMap<number, string>;
}

/** A mapping from its ranges, and from lists that overrule them. */
function mapping(ranges: readonly string[], lists: readonly string[]): Mapping {
  const entries: Entries = [];
  for (const packed of ranges)
    for (const [code, delta] of unpackRanges(packed)) entries.push([code, delta]);
  const found = new Map<number, string>();
  for (const packed of lists) {
    for (const [code, to] of unpackLists(packed)) {
      if (to.length === 1) found.delete(code);
      else found.set(code, String.fromCharCode(...to));
      entries.push([code, to.length === 1 ? to[0]! - code : LISTED]);
    }
  }
  return { deltas: tableFromEntries(entries), lists: found };
}

const lower = lazy(() => mapping([lowerRanges], [lowerLists]));
const upper = lazy(() => mapping([upperRanges], [upperLists]));
const title = lazy(() => mapping([upperRanges], [upperLists, titleOverUpper]));
const fold = lazy(() => mapping([lowerRanges], [lowerLists, foldOverLower]));

/** One of the four mappings, decoded; `-1` from `to` sends the caller to `list`. */
export class CaseMapping {
  declare private readonly get: () => Mapping;

  constructor(get: () => Mapping) {
    this.get = get;
  }

  /** What the character becomes, or -1 when it becomes several. */
  to(code: number): number {
    const delta = this.get().deltas.get(code);
    return delta === LISTED ? -1 : code + delta;
  }

  /** The several characters (all of them below the surrogates) that the character becomes. */
  list(code: number): string {
    return this.get().lists.get(code)!;
  }
}

export const toLower = new CaseMapping(lower);
export const toUpper = new CaseMapping(upper);
export const toTitle = new CaseMapping(title);
export const toFolded = new CaseMapping(fold);

/** The simple lower case that regular expressions use; it differs from the full one at İ alone. */
export function simpleLower(code: number): number {
  return code === 0x130 ? 0x69 : toLower.to(code);
}
