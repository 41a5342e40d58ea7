import { isSpace } from '../unicode/character-type.ts';
import { codePointAt, codePoints, slice, type Text } from './contents.ts';
import { isByteSpace } from './split.ts';

/**
 * `strip`, `lstrip` and `rstrip` of str and bytes; CPython's `do_strip` in Objects/unicodeobject.c.
 * `chars` undefined means whitespace, which JavaScript's `trim` defines otherwise.
 */
type Strips = (code: number) => boolean;

function stripping(chars: Text | undefined): Strips {
  if (chars === undefined) return isSpace;
  if (chars.length === 1) {
    const only = codePointAt(chars, 0);
    return code => code === only;
  }
  const points = codePoints(chars);
  return code => points.includes(code);
}

export function strip(text: Text, chars?: Text): Text {
  const strips = stripping(chars);
  const end = endWithout(text, strips, 0);
  return slice(text, startWithout(text, strips, end), end);
}

export function lstrip(text: Text, chars?: Text): Text {
  return slice(text, startWithout(text, stripping(chars), text.length), text.length);
}

export function rstrip(text: Text, chars?: Text): Text {
  return slice(text, 0, endWithout(text, stripping(chars), 0));
}

function startWithout(text: Text, strips: Strips, end: number): number {
  let start = 0;
  while (start < end && strips(codePointAt(text, start))) start++;
  return start;
}

function endWithout(text: Text, strips: Strips, start: number): number {
  let end = text.length;
  while (end > start && strips(codePointAt(text, end - 1))) end--;
  return end;
}

function strippingBytes(bytes: Uint8Array | undefined): Strips {
  return bytes === undefined ? isByteSpace : byte => bytes.includes(byte);
}

export function stripBytes(data: Uint8Array, bytes?: Uint8Array): Uint8Array {
  return cut(data, strippingBytes(bytes), true, true);
}

export function lstripBytes(data: Uint8Array, bytes?: Uint8Array): Uint8Array {
  return cut(data, strippingBytes(bytes), true, false);
}

export function rstripBytes(data: Uint8Array, bytes?: Uint8Array): Uint8Array {
  return cut(data, strippingBytes(bytes), false, true);
}

/** Answers `data` itself when nothing is stripped. */
function cut(data: Uint8Array, strips: Strips, left: boolean, right: boolean): Uint8Array {
  let start = 0;
  let end = data.length;
  if (left) while (start < end && strips(data[start]!)) start++;
  if (right) while (end > start && strips(data[end - 1]!)) end--;
  return end - start === data.length ? data : data.slice(start, end);
}
