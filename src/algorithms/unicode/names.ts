import { textFromCodePoints, type Text } from '../text/contents.ts';
import { lazy, unpackNumbers } from './packed.ts';
import * as packed from './names.gen.ts';

/**
 * Names of characters, for the module unicodedata and for `\N{…}`; CPython's `_getucname` and
 * `_getcode` in Modules/unicodedata.c.
 *
 * The table is as large as all others together: import this file where names are wanted only.
 */

/** Names packed one upon the other: what each shares with the one before, and its fresh words. */
function unpackNames(text: string, words: readonly string[]): string[] {
  const numbers = unpackNumbers(text);
  const names: string[] = [];
  let pieces: string[] = [];
  for (let i = 0; i < numbers.length;) {
    const head = numbers[i++]!;
    let fresh = head & 7;
    if (fresh === 0) fresh = numbers[i++]!;
    pieces = pieces.slice(0, head >> 3);
    for (; fresh > 0; fresh--) pieces.push(words[numbers[i++]!]!);
    let name = pieces[0]!;
    for (let k = 1; k < pieces.length; k++) {
      const glued = pieces[k]!.startsWith('-') || pieces[k]!.startsWith(' ');
      name += glued ? pieces[k]! : ' ' + pieces[k]!;
    }
    names.push(name);
  }
  return names;
}

interface Names {
  readonly names: ReadonlyMap<number, string>;
  readonly codes: ReadonlyMap<string, number>;
}

const words = lazy(() => packed.words.split(','));

const table = lazy((): Names => {
  const names = new Map<number, string>();
  const codes = new Map<string, number>();
  const gaps = unpackNumbers(packed.characterCodes);
  let code = 0;
  unpackNames(packed.characterNames, words()).forEach((name, i) => {
    code += gaps[i]!;
    names.set(code, name);
    codes.set(name, code);
  });
  return { names, codes };
});

const aliases = lazy((): ReadonlyMap<string, number> => {
  const codes = unpackNumbers(packed.aliasCodes);
  return new Map(unpackNames(packed.aliasNames, words()).map((name, i) => [name, codes[i]!]));
});

const sequences = lazy(() => {
  const found = new Map<string, Text>();
  const numbers = unpackNumbers(packed.sequenceCodes);
  let at = 0;
  for (const name of unpackNames(packed.sequenceNames, words())) {
    const length = numbers[at]!;
    found.set(name, textFromCodePoints(Uint32Array.from(numbers.slice(at + 1, at + 1 + length))));
    at += 1 + length;
  }
  return found;
});

interface Numbered {
  readonly prefix: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

const numbered = lazy((): readonly Numbered[] => {
  const numbers = unpackNumbers(packed.prefixRuns);
  let at = 0;
  return packed.prefixes.split(',').map(prefix => {
    const ranges: [number, number][] = [];
    let code = 0;
    for (let left = numbers[at++]!; left > 0; left--) {
      const start = code + numbers[at++]!;
      code = start + numbers[at++]!;
      ranges.push([start, code]);
    }
    return { prefix, ranges };
  });
});

const has = ({ ranges }: Numbered, code: number): boolean =>
  ranges.some(([start, end]) => code >= start && code < end);

const leads = 'G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H'.split(',');
const vowels = 'A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I'.split(',');
const trails = ',G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H'.split(',');
const syllableBase = 0xac00;
const syllableEnd = 0xd7a4;
const syllablePrefix = 'HANGUL SYLLABLE ';

/** CPython finds these by name and does not name them. */
const unnamedPrefix = 'TANGUT IDEOGRAPH-';

const hexName = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** The name, or undefined. */
export function nameOf(code: number): string | undefined {
  if (code >= syllableBase && code < syllableEnd) {
    const index = code - syllableBase;
    const lead = leads[Math.floor(index / (vowels.length * trails.length))]!;
    const vowel = vowels[Math.floor(index / trails.length) % vowels.length]!;
    return syllablePrefix + lead + vowel + trails[index % trails.length]!;
  }
  for (const numberedNames of numbered()) {
    if (numberedNames.prefix !== unnamedPrefix && has(numberedNames, code))
      return numberedNames.prefix + hexName(code);
  }
  return table().names.get(code);
}

/** The one character of a name or alias, whatever its case; undefined when there is none. */
export function characterNamed(anyCase: string): number | undefined {
  const code = characterProperlyNamed(anyCase);
  if (code !== undefined) return code;
  const name = upperName(anyCase);
  const variation = /^VS([1-9]\d{0,2})$/.exec(name);
  return variation ? variationSelector(Number(variation[1])) : aliases().get(name);
}

/** The character of a name that is no alias: all that the database of 3.2.0 looks up. */
export function characterProperlyNamed(anyCase: string): number | undefined {
  if (anyCase.length > longestName) return undefined;
  const name = upperName(anyCase);
  if (name.startsWith(syllablePrefix)) return syllableNamed(name.slice(syllablePrefix.length));
  for (const numberedNames of numbered()) {
    if (!name.startsWith(numberedNames.prefix)) continue;
    const digits = name.slice(numberedNames.prefix.length);
    const code = /^[\dA-F]{4,6}$/.test(digits) ? parseInt(digits, 16) : -1;
    if (hexName(code) === digits && has(numberedNames, code)) return code;
  }
  return table().codes.get(name);
}

/** In upper case as ASCII has it: no other letter is like one of a name. */
function upperName(name: string): string {
  return name.replace(/[a-z]+/g, letters => letters.toUpperCase());
}

/** What a name, an alias or the name of a sequence stands for. */
export function textNamed(name: string): Text | undefined {
  const code = characterNamed(name);
  if (code !== undefined) return textFromCodePoints(Uint32Array.of(code));
  return sequences().get(upperName(name));
}

/** A name longer than this is refused as such by `unicodedata.lookup`. */
export const longestName = 256;

function variationSelector(number: number): number | undefined {
  if (number > 256) return undefined;
  return number <= 16 ? 0xfe00 + number - 1 : 0xe0100 + number - 17;
}

/** The longest lead, then the longest vowel; what remains must be a trail. */
function syllableNamed(name: string): number | undefined {
  const lead = longestPrefix(leads, name);
  const afterLead = name.slice(leads[lead]!.length);
  const vowel = longestPrefix(vowels, afterLead);
  if (vowel < 0) return undefined;
  const trail = trails.indexOf(afterLead.slice(vowels[vowel]!.length));
  if (trail < 0) return undefined;
  return syllableBase + (lead * vowels.length + vowel) * trails.length + trail;
}

function longestPrefix(pieces: readonly string[], name: string): number {
  let best = -1;
  pieces.forEach((piece, i) => {
    if (name.startsWith(piece) && (best < 0 || piece.length > pieces[best]!.length)) best = i;
  });
  return best;
}
