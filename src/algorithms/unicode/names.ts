import { textFromCodePoints, type Text } from '../text/contents.ts';
import { lazy, unpackNumbers } from './packed.ts';
import * as packed from './names.gen.ts';

/**
 * Names of characters, for the module unicodedata and for `\N{…}`; CPython's `_getucname` and
 * `_getcode` in Modules/unicodedata.c.
 *
 * The table is as large as all others together: import this file where names are wanted only.
 */

/** Words, and pieces that begin with a hyphen; one that follows a space keeps the space. */
export function piecesOf(name: string): string[] {
  return name.split(/ (?!-)|(?<! )(?=-)|(?= -)/);
}

const words = lazy(() => packed.words.split(','));

const wordNumbers = lazy(() => new Map(words().map((word, number) => [word, number])));

/** Names as the numbers of their pieces: strings for all would take ten times as long to make. */
interface Names {
  readonly pieces: Uint16Array;
  /** Where each name starts in `pieces`, and where the last ends. */
  readonly starts: Uint32Array;
}

/** Names are packed one upon the other: what each shares with the one before, and its fresh words. */
function unpackNames(text: string): Names {
  const numbers = unpackNumbers(text);
  const pieces: number[] = [];
  const starts: number[] = [];
  let before = 0;
  for (let i = 0; i < numbers.length;) {
    const head = numbers[i++]!;
    let fresh = head & 7;
    if (fresh === 0) fresh = numbers[i++]!;
    const start = pieces.length;
    for (let k = 0; k < head >> 3; k++) pieces.push(pieces[before + k]!);
    for (; fresh > 0; fresh--) pieces.push(numbers[i++]!);
    starts.push(start);
    before = start;
  }
  starts.push(pieces.length);
  return { pieces: Uint16Array.from(pieces), starts: Uint32Array.from(starts) };
}

function nameAt({ pieces, starts }: Names, index: number): string {
  const all = words();
  let name = all[pieces[starts[index]!]!]!;
  for (let k = starts[index]! + 1; k < starts[index + 1]!; k++) {
    const piece = all[pieces[k]!]!;
    name += piece.startsWith('-') || piece.startsWith(' ') ? piece : ' ' + piece;
  }
  return name;
}

/** The index of a name, or -1. */
function indexOfName({ pieces, starts }: Names, name: string): number {
  const wanted = piecesOf(name).map(piece => wordNumbers().get(piece) ?? -1);
  if (wanted.includes(-1)) return -1;
  const size = wanted.length;
  for (let index = 0; index < starts.length - 1; index++) {
    const start = starts[index]!;
    if (starts[index + 1]! - start !== size) continue;
    let k = size - 1;
    while (k >= 0 && pieces[start + k] === wanted[k]) k--;
    if (k < 0) return index;
  }
  return -1;
}

const characterNames = lazy(() => unpackNames(packed.characterNames));
const aliasNames = lazy(() => unpackNames(packed.aliasNames));
const sequenceNames = lazy(() => unpackNames(packed.sequenceNames));

/** The codes of the characters with a name of their own, ascending. */
const characterCodes = lazy(() => {
  let code = 0;
  return Uint32Array.from(unpackNumbers(packed.characterCodes), gap => (code += gap));
});

const aliasCodes = lazy(() => unpackNumbers(packed.aliasCodes));

const sequenceTexts = lazy(() => {
  const texts: Text[] = [];
  const numbers = unpackNumbers(packed.sequenceCodes);
  for (let at = 0; at < numbers.length; at += 1 + numbers[at]!) {
    const codes = numbers.slice(at + 1, at + 1 + numbers[at]!);
    texts.push(textFromCodePoints(Uint32Array.from(codes)));
  }
  return texts;
});

/** The index of a character among those with a name of their own, or -1. */
function indexOfCode(code: number): number {
  const codes = characterCodes();
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle;
  }
  return codes[low] === code ? low : -1;
}

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
  const index = indexOfCode(code);
  return index < 0 ? undefined : nameAt(characterNames(), index);
}

/** The one character of a name or alias, whatever its case; undefined when there is none. */
export function characterNamed(anyCase: string): number | undefined {
  const code = characterProperlyNamed(anyCase);
  if (code !== undefined) return code;
  const name = upperName(anyCase);
  const variation = /^VS([1-9]\d{0,2})$/.exec(name);
  if (variation) return variationSelector(Number(variation[1]));
  const index = indexOfName(aliasNames(), name);
  return index < 0 ? undefined : aliasCodes()[index];
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
  const index = indexOfName(characterNames(), name);
  return index < 0 ? undefined : characterCodes()[index];
}

/** In upper case as ASCII has it: no other letter is like one of a name. */
function upperName(name: string): string {
  return name.replace(/[a-z]+/g, letters => letters.toUpperCase());
}

/** What a name, an alias or the name of a sequence stands for. */
export function textNamed(name: string): Text | undefined {
  const code = characterNamed(name);
  if (code !== undefined) return textFromCodePoints(Uint32Array.of(code));
  const index = indexOfName(sequenceNames(), upperName(name));
  return index < 0 ? undefined : sequenceTexts()[index];
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
