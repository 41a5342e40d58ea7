import {
  BytesBuilder,
  codePointAt,
  stringFromUnits,
  TextBuilder,
  type Text,
} from '../text/contents.ts';
import {
  countEscapedBytes,
  EncodeFailure,
  surrogateescapeEncode,
  type OnDecodeError,
  type OnEncodeError,
} from './errors.ts';
import { endOfAscii } from './utf-8.ts';

/** ASCII and Latin-1; CPython's `unicode_encode_ucs1` and `PyUnicode_DecodeASCII`. */

export function decodeLatin1(data: Uint8Array): string {
  return stringFromUnits(data);
}

export function decodeAscii(from: Uint8Array, onError: OnDecodeError): Text {
  let data = from;
  let i = endOfAscii(data, 0);
  if (i === data.length) return stringFromUnits(data);
  const builder = new TextBuilder(data.length);
  builder.addBytes(data, 0, i);
  while (i < data.length) {
    const answer = onError('ascii', data, i, i + 1, 'ordinal not in range(128)');
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    const end = endOfAscii(data, answer.position);
    builder.addBytes(data, answer.position, end);
    i = end;
  }
  return builder.finish();
}

export function encodeAscii(text: Text, onError: OnEncodeError): Uint8Array {
  return encodeBelow(text, 'ascii', 128, onError);
}

export function encodeLatin1(text: Text, onError: OnEncodeError): Uint8Array {
  return encodeBelow(text, 'latin-1', 256, onError);
}

function encodeBelow(
  text: Text,
  encoding: string,
  limit: number,
  onError: OnEncodeError,
): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (code >= limit) return encodeFrom(text, i, bytes, encoding, limit, onError);
    bytes[i] = code;
  }
  return bytes;
}

/** Goes on at the first character that does not fit; a run of such is one fault. */
function encodeFrom(
  text: Text,
  at: number,
  done: Uint8Array,
  encoding: string,
  limit: number,
  onError: OnEncodeError,
): Uint8Array {
  const reason = `ordinal not in range(${limit})`;
  const builder = new BytesBuilder(text.length);
  builder.addAll(done.subarray(0, at));
  for (let i = at; i < text.length;) {
    const code = codePointAt(text, i);
    if (code < limit) {
      builder.add(code);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && codePointAt(text, end) >= limit) end++;
    if (onError === surrogateescapeEncode) {
      const escaped = countEscapedBytes(text, i, end);
      for (let k = i; k < i + escaped; k++) builder.add(codePointAt(text, k) - 0xdc00);
      i += escaped;
      if (escaped > 0) continue;
    }
    const { replacement, position } = onError(encoding, text, i, end, reason);
    if (replacement instanceof Uint8Array) {
      builder.addAll(replacement);
    } else {
      for (let k = 0; k < replacement.length; k++) {
        const unit = codePointAt(replacement, k);
        if (unit >= limit) throw new EncodeFailure(encoding, text, i, end, reason);
        builder.add(unit);
      }
    }
    i = position;
  }
  return builder.finish();
}
