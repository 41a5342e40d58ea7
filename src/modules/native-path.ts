import { surrogateescapeDecode, surrogateescapeEncode } from '../algorithms/codecs/errors.ts';
import { decodeUtf8, encodeUtf8 } from '../algorithms/codecs/utf-8.ts';
import { nativeFromText } from '../algorithms/text/contents.ts';
import type { NativeString } from '../host/host.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyBytes } from '../objects/bytes.ts';
import type { Value } from '../objects/object.ts';
import { contentsOf, str, strOf, type PyStr } from '../objects/str.ts';
import { callSpecial } from '../runtime/call.ts';
import { bytesValue, strValue } from '../runtime/convert.ts';
import { typeError } from '../runtime/errors.ts';
import { convertText } from '../runtime/unicode-errors.ts';

/** File names between Python and the host: UTF-8 with surrogateescape. CPython: PyOS_FSPath, PyUnicode_FSConverter */

/** A str, bytes, or what `__fspath__` gives; undefined where there is none. */
export function findPath(v: Value): Value | undefined {
  if (isPathText(v)) return v;
  const path = callSpecial(v, '__fspath__');
  if (path === undefined) return undefined;
  if (!isPathText(path)) {
    const [owner, got] = [typeOf(v).name, typeOf(path).name];
    throw typeError(`expected ${owner}.__fspath__() to return str or bytes, not ${got}`);
  }
  return path;
}
const isPathText = (v: Value): boolean => strValue(v) !== undefined || v instanceof PyBytes;

/** `os.fspath(v)` */
export function fsPath(v: Value): Value {
  const path = findPath(v);
  if (path === undefined) {
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeOf(v).name}`);
  }
  return path;
}

const surrogate = /[\ud800-\udfff]/;

/** A str as the host takes it. A surrogate that stands for no byte is a UnicodeEncodeError. */
export function nativeFromStr(text: PyStr): NativeString {
  if (typeof text === 'string') return text;
  const { points } = text;
  if (!points.some(point => point >= 0xd800 && point <= 0xdfff)) {
    return nativeFromText(contentsOf(text));
  }
  return nativeFromBytes(convertText(() => encodeUtf8(points, surrogateescapeEncode)));
}

/** Bytes as the host takes them: text when they are UTF-8. */
export function nativeFromBytes(bytes: Uint8Array): NativeString {
  const { text } = decodeUtf8(bytes, surrogateescapeDecode);
  if (typeof text === 'string') return text;
  const native = nativeFromText(text);
  return text.some(point => point >= 0xd800 && point <= 0xdfff) ? bytes.slice() : native;
}

/** A str or bytes (of any subclass) as the host takes it. */
export function nativeFromValue(v: Value): NativeString {
  const text = strValue(v);
  return text === undefined ? nativeFromBytes(bytesValue(v)!) : nativeFromStr(text);
}

/** `os.fsdecode` of what the host gave. */
export const strFromNative = (native: NativeString): PyStr =>
  typeof native === 'string'
    ? surrogate.test(native)
      ? str(native)
      : native
    : strOf(decodeUtf8(native, surrogateescapeDecode).text);

/** `os.fsencode` of what the host gave. */
export function bytesFromNative(native: NativeString): PyBytes {
  if (typeof native !== 'string') return new PyBytes(native);
  return new PyBytes(encodeUtf8(contentsOf(str(native)), surrogateescapeEncode).slice());
}

export const hasNull = (native: NativeString): boolean =>
  typeof native === 'string' ? native.includes('\0') : native.includes(0);
