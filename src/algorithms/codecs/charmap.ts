import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../text/contents.ts';
import { EncodeFailure, type OnDecodeError, type OnEncodeError } from './errors.ts';

/** Codecs made of a table; CPython's `PyUnicode_DecodeCharmap` and `PyUnicode_EncodeCharmap`. */

const encoding = 'charmap';
const reason = 'character maps to <undefined>';

/** What a byte stands for; undefined and U+FFFE say that it stands for nothing. */
export type DecodeMap = (byte: number) => number | Text | undefined;

/** What a character becomes; undefined when the table has none for it. */
export type EncodeMap = (code: number) => number | Uint8Array | undefined;

/** The map of a table of up to 256 characters. */
export function decodeMapOf(table: Text): DecodeMap {
  return byte => (byte < table.length ? codePointAt(table, byte) : undefined);
}

/** The inverse of such a table; where a character has two bytes, the later. */
export function encodeMapOf(table: Text): EncodeMap {
  const bytes = new Map<number, number>();
  for (let byte = 0; byte < Math.min(table.length, 256); byte++) {
    const code = codePointAt(table, byte);
    if (code !== 0xfffe) bytes.set(code, byte);
  }
  return code => bytes.get(code);
}

export function decodeCharmap(from: Uint8Array, map: DecodeMap, onError: OnDecodeError): Text {
  let data = from;
  const builder = new TextBuilder(data.length);
  for (let i = 0; i < data.length;) {
    const to = map(data[i]!);
    if (to === undefined || to === 0xfffe || to === '\ufffe') {
      const answer = onError(encoding, data, i, i + 1, reason);
      builder.addText(answer.replacement);
      data = answer.data ?? data;
      i = answer.position;
      continue;
    }
    if (typeof to === 'number') builder.addCode(to);
    else builder.addText(to);
    i++;
  }
  return builder.finish();
}

export function encodeCharmap(text: Text, map: EncodeMap, onError: OnEncodeError): Uint8Array {
  const builder = new BytesBuilder(text.length);
  for (let i = 0; i < text.length;) {
    if (addEncoded(builder, map(codePointAt(text, i)))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && map(codePointAt(text, end)) === undefined) end++;
    const { replacement, position } = onError(encoding, text, i, end, reason);
    if (replacement instanceof Uint8Array) {
      builder.addAll(replacement);
    } else {
      for (let k = 0; k < replacement.length; k++) {
        if (!addEncoded(builder, map(codePointAt(replacement, k))))
          throw new EncodeFailure(encoding, text, i, end, reason);
      }
    }
    i = position;
  }
  return builder.finish();
}

function addEncoded(builder: BytesBuilder, to: number | Uint8Array | undefined): boolean {
  if (to === undefined) return false;
  if (typeof to === 'number') builder.add(to);
  else builder.addAll(to);
  return true;
}
