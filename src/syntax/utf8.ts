import { stringFromUnits, type Text } from '../algorithms/text/contents.ts';

/** UTF-8 as the tokenizer and the parser read it: already known to be valid. */

/** A text as JavaScript's UTF-16. */
export function textToString(text: Text): string {
  if (typeof text === 'string') return text;
  let result = '';
  for (const code of text) result += String.fromCodePoint(code);
  return result;
}

/** The code point that starts at `i`; surrogates encoded in three bytes come out as themselves. */
export function codePointAt(bytes: Uint8Array, i: number): number {
  const c = bytes[i]!;
  if (c < 0x80) return c;
  if (c < 0xe0) return ((c & 0x1f) << 6) | (bytes[i + 1]! & 0x3f);
  if (c < 0xf0) return ((c & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f);
  return (
    ((c & 0x07) << 18) |
    ((bytes[i + 1]! & 0x3f) << 12) |
    ((bytes[i + 2]! & 0x3f) << 6) |
    (bytes[i + 3]! & 0x3f)
  );
}

export const utf8Length = (lead: number): number =>
  lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

/** Valid UTF-8 as a JavaScript string (UTF-16, astral characters as pairs). */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let i = start;
  while (i < end) {
    let run = i;
    while (run < end && bytes[run]! < 0x80) run++;
    if (run > i) text += stringFromUnits(bytes, i, run);
    i = run;
    while (i < end && bytes[i]! >= 0x80) {
      text += String.fromCodePoint(codePointAt(bytes, i));
      i += utf8Length(bytes[i]!);
    }
  }
  return text;
}

/** Appends one code point as UTF-8; returns the next free index. */
export function encodeCodePoint(out: Uint8Array, at: number, cp: number): number {
  if (cp < 0x80) {
    out[at] = cp;
    return at + 1;
  }
  if (cp < 0x800) {
    out[at] = 0xc0 | (cp >> 6);
    out[at + 1] = 0x80 | (cp & 0x3f);
    return at + 2;
  }
  if (cp < 0x10000) {
    out[at] = 0xe0 | (cp >> 12);
    out[at + 1] = 0x80 | ((cp >> 6) & 0x3f);
    out[at + 2] = 0x80 | (cp & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (cp >> 18);
  out[at + 1] = 0x80 | ((cp >> 12) & 0x3f);
  out[at + 2] = 0x80 | ((cp >> 6) & 0x3f);
  out[at + 3] = 0x80 | (cp & 0x3f);
  return at + 4;
}

/**
 * Checks UTF-8 as strictly as CPython's decoder. Returns -1 when valid, else the index of the first bad byte.
 */
export function findInvalidUtf8(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const c = bytes[i]!;
    if (c < 0x80) {
      i++;
      continue;
    }
    const b1 = i + 1 < end ? bytes[i + 1]! : 0;
    if (c >= 0xc2 && c <= 0xdf) {
      if ((b1 & 0xc0) !== 0x80) return i;
      i += 2;
    } else if (c >= 0xe0 && c <= 0xef) {
      const low = c === 0xe0 ? 0xa0 : 0x80;
      const high = c === 0xed ? 0x9f : 0xbf;
      if (b1 < low || b1 > high || i + 2 >= end || (bytes[i + 2]! & 0xc0) !== 0x80) return i;
      i += 3;
    } else if (c >= 0xf0 && c <= 0xf4) {
      const low = c === 0xf0 ? 0x90 : 0x80;
      const high = c === 0xf4 ? 0x8f : 0xbf;
      if (b1 < low || b1 > high || i + 3 >= end) return i;
      if ((bytes[i + 2]! & 0xc0) !== 0x80 || (bytes[i + 3]! & 0xc0) !== 0x80) return i;
      i += 4;
    } else return i;
  }
  return -1;
}

/** How many characters the UTF-8 text `start`..`end` has. */
export function countCharacters(bytes: Uint8Array, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) n++;
  return n;
}

/** A byte column of the line `text`, one added, as a character offset, as CPython counts it. */
export function characterOffset(text: string, column: number): number {
  if (column < 0) return -1;
  let bytes = 0;
  let characters = 0;
  for (const char of text) {
    if (bytes >= column) return characters;
    const cp = char.codePointAt(0)!;
    bytes += cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    characters++;
  }
  return bytes < column ? characters + 1 : characters;
}
