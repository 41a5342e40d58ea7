import type { Value } from '../../objects/object.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { strValue } from '../../runtime/convert.ts';
import { typeError } from '../../runtime/errors.ts';

/** The bytes of two ASCII strs or of two bytes-like objects, as `compare_digest` takes them. CPython: Modules/_operator.c */
export function asciiTextOf(a: Value, b: Value): [Uint8Array, Uint8Array] {
  const text = strValue(a);
  const other = strValue(b);
  if (text !== undefined && other !== undefined) {
    if (!isAscii(text) || !isAscii(other))
      throw typeError('comparing strings with non-ASCII characters is not supported');
    return [bytesOf(text), bytesOf(other)];
  }
  return [bufferData(a), bufferData(b)];
}
const isAscii = (text: Value): text is string =>
  typeof text === 'string' && /^[\0-\x7f]*$/.test(text);
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
