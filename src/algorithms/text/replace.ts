import { join, slice, TextBuilder, type Text } from './contents.ts';
import { findUnits } from './search.ts';
import { split } from './split.ts';

/**
 * `replace` and `translate` of str and bytes; CPython's `replace` in Objects/unicodeobject.c and
 * Objects/stringlib/transmogrify.h. A negative `max` is no limit.
 */
export function replace(text: Text, old: Text, by: Text, max: number): Text {
  if (max === 0) return text;
  if (old.length === 0) return interleave(text, by, max);
  if (typeof text === 'string' && typeof old === 'string') {
    if (!text.includes(old)) return text;
    if (max < 0 && typeof by === 'string') return text.split(old).join(by);
  }
  return join(by, split(text, old, max));
}

/** Puts `by` before each of the first characters, and after the last when `max` allows. */
function interleave(text: Text, by: Text, max: number): Text {
  const times = max < 0 ? text.length + 1 : Math.min(max, text.length + 1);
  if (typeof text === 'string' && typeof by === 'string') {
    let out = '';
    for (let i = 0; i < times; i++) out += by + text.charAt(i);
    return out + text.slice(times);
  }
  const parts: Text[] = [];
  for (let i = 0; i < times; i++) parts.push(by, slice(text, i, Math.min(i + 1, text.length)));
  parts.push(slice(text, Math.min(times, text.length), text.length));
  return join('', parts);
}

export function replaceBytes(
  data: Uint8Array,
  old: Uint8Array,
  by: Uint8Array,
  max: number,
): Uint8Array {
  const limit = max < 0 ? Infinity : max;
  const found: number[] = [];
  if (old.length === 0) {
    for (let at = 0; at <= data.length && found.length < limit; at++) found.push(at);
  } else {
    let at = 0;
    while (found.length < limit) {
      at = findUnits(data, old, at, data.length);
      if (at < 0) break;
      found.push(at);
      at += old.length;
    }
  }
  if (found.length === 0) return data;
  const out = new Uint8Array(data.length + found.length * (by.length - old.length));
  let from = 0;
  let to = 0;
  for (const at of found) {
    out.set(data.subarray(from, at), to);
    to += at - from;
    out.set(by, to);
    to += by.length;
    from = at + old.length;
  }
  out.set(data.subarray(from), to);
  return out;
}

/** What a table of `str.translate` has for a character: a code point, a text, or null to drop it. */
export type Translation = number | Text | null;

/**
 * Translates each character; `translateCode` answers the character itself when the table has none.
 * An ASCII character that becomes another or nothing is asked for once, as CPython does.
 */
export function translate(text: Text, translateCode: (code: number) => Translation): Text {
  const builder = new TextBuilder(text.length);
  const known: (Translation | undefined)[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = typeof text === 'string' ? text.charCodeAt(i) : text[i]!;
    let to = known[code];
    if (to === undefined) {
      to = translateCode(code);
      if (code < 128 && (to === null || (typeof to === 'number' && to < 128))) known[code] = to;
    }
    if (typeof to === 'number') builder.addCode(to);
    else if (to !== null) builder.addText(to);
  }
  return builder.finish();
}

/** Drops the bytes in `drop`, then maps the rest by the 256 bytes of `table`, if there is one. */
export function translateBytes(
  data: Uint8Array,
  table: Uint8Array | undefined,
  drop: Uint8Array,
): Uint8Array {
  const dropped = new Uint8Array(256);
  for (const byte of drop) dropped[byte] = 1;
  const out = new Uint8Array(data.length);
  let length = 0;
  for (const byte of data) {
    if (dropped[byte] === 0) out[length++] = table === undefined ? byte : table[byte]!;
  }
  return length === out.length ? out : out.slice(0, length);
}
