import { textFromCodePoints, type Text } from '../text/contents.ts';
import { lazy, tableFromRuns, unpackNumbers, unzigzag } from './packed.ts';
import { combining as combiningRuns, decompositions, excluded, tags } from './normalization.gen.ts';

/**
 * Decomposition, combining classes and the four normal forms; CPython's `nfd_nfkd` and `nfc_nfkc`
 * in Modules/unicodedata.c.
 */
export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

interface Decomposition {
  /** `<compat>` and the like; empty when the decomposition is canonical. */
  readonly tag: string;
  readonly to: readonly number[];
}

/** Answers the decomposition of a character, Hangul aside: a database may differ from the current. */
export type Decompose = (code: number) => Decomposition | undefined;

const combiningTable = lazy(() => tableFromRuns(unpackNumbers(combiningRuns)));

/** The canonical combining class. */
export function combining(code: number): number {
  return code < 0x300 ? 0 : combiningTable().get(code);
}

const decompositionTable = lazy(() => {
  const numbers = unpackNumbers(decompositions);
  const names = tags.split(',');
  const table = new Map<number, Decomposition>();
  for (let i = 0; i < numbers.length;) {
    const tag = names[numbers[i]!]!;
    const length = numbers[i + 1]!;
    const end = i + 3 + numbers[i + 2]! * (length + 1);
    let code = 0;
    let before: number[] = Array.from({ length }, () => 0);
    for (i += 3; i < end; i += length + 1) {
      code += numbers[i]!;
      const at = i + 1;
      before = before.map((part, k) => part + unzigzag(numbers[at + k]!));
      table.set(code, { tag, to: before });
    }
  }
  return table;
});

export const decompose: Decompose = code => decompositionTable().get(code);

/** Pairs are keyed by one number, first · 2²¹ + second. */
const pairShift = 0x200000;

const compositionTable = lazy(() => {
  const never = new Set<number>();
  let code = 0;
  for (const gap of unpackNumbers(excluded)) never.add((code += gap));
  const table = new Map<number, number>();
  for (const [composed, { tag, to }] of decompositionTable()) {
    if (tag === '' && to.length === 2 && !never.has(composed))
      table.set(to[0]! * pairShift + to[1]!, composed);
  }
  return table;
});

const syllableBase = 0xac00;
const leadBase = 0x1100;
const vowelBase = 0x1161;
const trailBase = 0x11a7;
const leadCount = 19;
const vowelCount = 21;
const trailCount = 28;
const syllableCount = leadCount * vowelCount * trailCount;

function isSyllable(code: number): boolean {
  return code >= syllableBase && code < syllableBase + syllableCount;
}

/** The conjoining jamo of a Hangul syllable, two or three. */
function jamo(code: number): number[] {
  const index = code - syllableBase;
  const parts = [
    leadBase + Math.floor(index / (vowelCount * trailCount)),
    vowelBase + (Math.floor(index / trailCount) % vowelCount),
  ];
  if (index % trailCount !== 0) parts.push(trailBase + (index % trailCount));
  return parts;
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** `unicodedata.decomposition`: tag and codes as text, empty when there is none. */
export function decomposition(code: number, from: Decompose = decompose): string {
  if (isSyllable(code)) return jamo(code).map(hex).join(' ');
  const found = from(code);
  if (!found) return '';
  return (found.tag === '' ? '' : found.tag + ' ') + found.to.map(hex).join(' ');
}

/** The first character that a form may change: no text below it needs any work. */
const firstAffected: Record<NormalForm, number> = { NFC: 0x300, NFD: 0xc0, NFKC: 0xa0, NFKD: 0xa0 };

export function normalize(form: NormalForm, text: Text, from: Decompose = decompose): Text {
  if (typeof text === 'string' && isBelow(text, firstAffected[form])) return text;
  const compatible = form === 'NFKC' || form === 'NFKD';
  const points: number[] = [];
  for (let i = 0; i < text.length; i++)
    addDecomposed(
      points,
      typeof text === 'string' ? text.charCodeAt(i) : text[i]!,
      compatible,
      from,
    );
  const sorted = sortMarks(points);
  return textFromCodePoints(form === 'NFD' || form === 'NFKD' ? sorted : compose(sorted));
}

function isBelow(text: string, limit: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= limit) return false;
  return true;
}

function addDecomposed(points: number[], code: number, compatible: boolean, from: Decompose): void {
  if (code < 0xa0) {
    points.push(code);
  } else if (isSyllable(code)) {
    points.push(...jamo(code));
  } else {
    const found = from(code);
    if (!found || (found.tag !== '' && !compatible)) points.push(code);
    else for (const part of found.to) addDecomposed(points, part, compatible, from);
  }
}

/** Puts each run of marks in the order of their classes, keeping the order of equals. */
function sortMarks(points: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(points);
  for (let i = 1; i < sorted.length; i++) {
    const code = sorted[i]!;
    const rank = combining(code);
    if (rank === 0) continue;
    let at = i;
    while (at > 0 && combining(sorted[at - 1]!) > rank) at--;
    if (at === i) continue;
    sorted.copyWithin(at + 1, at, i);
    sorted[at] = code;
  }
  return sorted;
}

/** Joins each starter with the marks after it that nothing blocks; works in place. */
function compose(points: Uint32Array): Uint32Array {
  let length = 0;
  let starter = -1;
  let lastRank = 0;
  for (const code of points) {
    const rank = combining(code);
    if (starter >= 0 && (lastRank < rank || length === starter + 1)) {
      const composed = composePair(points[starter]!, code);
      if (composed !== undefined) {
        points[starter] = composed;
        continue;
      }
    }
    if (rank === 0) starter = length;
    lastRank = rank;
    points[length++] = code;
  }
  return points.subarray(0, length);
}

function composePair(first: number, second: number): number | undefined {
  const lead = first - leadBase;
  const vowel = second - vowelBase;
  if (lead >= 0 && lead < leadCount && vowel >= 0 && vowel < vowelCount)
    return syllableBase + (lead * vowelCount + vowel) * trailCount;
  const trail = second - trailBase;
  if (isSyllable(first) && (first - syllableBase) % trailCount === 0) {
    if (trail > 0 && trail < trailCount) return first + trail;
  }
  return compositionTable().get(first * pairShift + second);
}
