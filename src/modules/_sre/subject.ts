import type { Text } from '../../algorithms/sre/pattern.ts';
import type { Parts } from '../../algorithms/sre/scan.ts';
import { slice as sliceText } from '../../algorithms/text/contents.ts';
import { bytesType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyBaseException } from '../../objects/exception.ts';
import type { Value } from '../../objects/object.ts';
import { AstralString, contentsOf, strOf } from '../../objects/str.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { overflowError, typeError } from '../../runtime/errors.ts';
import { reprText } from '../../runtime/text.ts';
import type { PyMatch, PyPattern } from './objects.ts';

/** What patterns search: str and bytes-like objects; CPython's `getstring`, `state_init`, `getslice`. */

/** The contents of a str or bytes-like object, the latter shared with it. */
export function contents(v: Value): Text {
  if (typeof v === 'string') return v;
  const text = strValue(v);
  if (text !== undefined) return contentsOf(text);
  const data = bufferOf(v);
  if (data === undefined)
    throw typeError(`expected string or bytes-like object, got '${typeOf(v).name}'`);
  return data;
}

/** The bytes of a bytes-like object; undefined for all else, and where the bytes cannot be had. */
function bufferOf(v: Value): Uint8Array | undefined {
  try {
    return findBuffer(v);
  } catch (error) {
    if (error instanceof PyBaseException) return undefined;
    throw error;
  }
}

/** The text that `pattern` is to search in `string`; a match relies on it not to change. */
export function subject(pattern: PyPattern, string: Value): Text {
  const text = contents(string);
  const isBytes = text instanceof Uint8Array;
  if (pattern.isBytes !== undefined && pattern.isBytes !== isBytes) {
    throw isBytes
      ? typeError('cannot use a string pattern on a bytes-like object')
      : typeError('cannot use a bytes pattern on a string-like object');
  }
  return isBytes && !(string instanceof PyBytes) ? text.slice() : text;
}

/** The default of `endpos`. */
const MAXSIZE = (1n << 63n) - 1n;

/** A `pos` or `endpos`, brought between 0 and `length`. */
export function position(v: Value, length: number): number {
  if (v === MAXSIZE) return length;
  const n = asInt(v);
  if (typeof n === 'number') return n < 0 ? 0 : n > length ? length : n;
  if (BigInt.asIntN(64, n) !== n)
    throw overflowError('Python int too large to convert to C ssize_t');
  return n < 0n ? 0 : length;
}

/** A part of a str or of what a bytes-like object holds now; of the exact type str or bytes. */
export function slice(string: Value, start: number, end: number): Value {
  if (typeof string === 'string') return string.slice(start, end);
  if (string instanceof PyBytes) {
    const isWhole = start === 0 && end === string.data.length;
    return isWhole && string.type === bytesType
      ? string
      : new PyBytes(string.data.slice(start, end));
  }
  const text = contents(string);
  if (text instanceof Uint8Array) return new PyBytes(text.slice(start, end));
  if (string instanceof AstralString && start === 0 && end === text.length) return string;
  return strOf(sliceText(text, start, end));
}

/** How parts of `string` become values. */
export function partsOf(string: Value, text: Text): Parts<Value> {
  return {
    slice: (start, end) => slice(string, start, end),
    captured: text instanceof Uint8Array ? bytesOfLatin : identity,
  };
}
const identity = (text: string): Value => text;

export function bytesOfLatin(text: string): PyBytes {
  const data = new Uint8Array(text.length);
  for (let i = 0; i < data.length; i++) data[i] = text.charCodeAt(i);
  return new PyBytes(data);
}

/** What a group matched, or `missing`. */
export function groupValue(self: PyMatch, group: number, missing: Value): Value {
  const { match, string } = self;
  if (typeof string === 'string') {
    const captured = match.captured(group);
    if (captured !== undefined) return captured ?? missing;
  } else if (string instanceof PyBytes && group > 0) {
    const captured = match.captured(group);
    if (captured !== undefined) return captured === null ? missing : bytesOfLatin(captured);
  }
  const start = match.groupStart(group);
  return start < 0 ? missing : slice(string, start, match.groupEnd(group));
}

/** A repr cut as `%.200R` cuts it. */
export function cutRepr(v: Value, length: number): string {
  const text = reprText(v);
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
