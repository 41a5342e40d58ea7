import { BytesBuilder, stringFromUnits, TextBuilder, type Text } from '../text/contents.ts';
import {
  asciiReplacement,
  countEscapedBytes,
  EncodeFailure,
  surrogateescapeEncode,
  type Decoded,
  type OnDecodeError,
  type OnEncodeError,
} from './errors.ts';

/** UTF-8; CPython's Objects/stringlib/codecs.h. */

const encoding = 'utf-8';

/** The index of the first byte from `start` that is not ASCII, or `data.length`. */
export function endOfAscii(data: Uint8Array, start: number): number {
  let i = start;
  const end = data.length;
  for (const last = end - 7; i < last; i += 8) {
    const seen =
      data[i]! |
      data[i + 1]! |
      data[i + 2]! |
      data[i + 3]! |
      data[i + 4]! |
      data[i + 5]! |
      data[i + 6]! |
      data[i + 7]!;
    if (seen >= 0x80) break;
  }
  while (i < end && data[i]! < 0x80) i++;
  return i;
}

/** Decodes; with `final` false, stops before a sequence that the data cuts off. */
export function decodeUtf8(data: Uint8Array, onError: OnDecodeError, final = true): Decoded {
  const ascii = endOfAscii(data, 0);
  if (ascii === data.length) return { text: stringFromUnits(data), consumed: ascii };
  const out = new Uint32Array(data.length);
  for (let i = 0; i < ascii; i++) out[i] = data[i]!;
  let length = ascii;
  let wide = false;
  let i = ascii;
  while (i < data.length) {
    const first = data[i]!;
    if (first < 0x80) {
      out[length++] = first;
      i++;
      continue;
    }
    const code = sequenceAt(data, i);
    if (code < 0) return decodeFrom(data, i, out, length, wide, onError, final);
    out[length++] = code;
    if (code > 0xffff) wide = true;
    i += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return {
    text: wide ? out.slice(0, length) : stringFromUnits(out, 0, length),
    consumed: data.length,
  };
}

/** What `sequenceAt` answers instead of a code point: how many bytes are wrong, or that it is cut off. */
const CUT_OFF = -4;

/** The code point of the multi-byte sequence at `i`, or -1, -2, -3 (bytes at fault) or CUT_OFF. */
function sequenceAt(data: Uint8Array, i: number): number {
  const first = data[i]!;
  if (first < 0xc2 || first > 0xf4) return -1;
  const rest = data.length - i;
  if (rest < 2) return CUT_OFF;
  const second = data[i + 1]!;
  if ((second & 0xc0) !== 0x80) return -1;
  if (first < 0xe0) return ((first & 0x1f) << 6) | (second & 0x3f);
  if (first < 0xf0) {
    if (second < 0xa0 ? first === 0xe0 : first === 0xed) return -1;
    if (rest < 3) return CUT_OFF;
    const third = data[i + 2]!;
    if ((third & 0xc0) !== 0x80) return -2;
    return ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  }
  if (second < 0x90 ? first === 0xf0 : first === 0xf4) return -1;
  if (rest < 3) return CUT_OFF;
  const third = data[i + 2]!;
  if ((third & 0xc0) !== 0x80) return -2;
  if (rest < 4) return CUT_OFF;
  const fourth = data[i + 3]!;
  if ((fourth & 0xc0) !== 0x80) return -3;
  return ((first & 0x07) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f);
}

/** The slow half of decoding, entered at the first fault, with what was decoded so far. */
function decodeFrom(
  from: Uint8Array,
  at: number,
  decoded: Uint32Array,
  length: number,
  wide: boolean,
  onError: OnDecodeError,
  final: boolean,
): Decoded {
  let data = from;
  let i = at;
  const builder = new TextBuilder(data.length);
  builder.addText(wide ? decoded.slice(0, length) : stringFromUnits(decoded, 0, length));
  while (i < data.length) {
    if (data[i]! < 0x80) {
      const end = endOfAscii(data, i);
      builder.addBytes(data, i, end);
      i = end;
      continue;
    }
    const code = sequenceAt(data, i);
    if (code >= 0) {
      builder.addCode(code);
      i += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      continue;
    }
    if (!final && (code === CUT_OFF || isCutOffSurrogate(data, i))) break;
    const end = code === CUT_OFF ? data.length : i - code;
    const answer = onError(encoding, data, i, end, faultOf(data[i]!, code));
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  }
  return { text: builder.finish(), consumed: i };
}

/** A surrogate that lacks its third byte waits for it, so that `surrogatepass` can see all three. */
function isCutOffSurrogate(data: Uint8Array, i: number): boolean {
  return data[i] === 0xed && i === data.length - 2 && (data[i + 1]! & 0xe0) === 0xa0;
}

function faultOf(first: number, code: number): string {
  if (code === CUT_OFF) return 'unexpected end of data';
  return first < 0xc2 || first > 0xf4 ? 'invalid start byte' : 'invalid continuation byte';
}

/** Encodes; a run of surrogates is one fault. */
export function encodeUtf8(text: Text, onError: OnEncodeError): Uint8Array {
  return typeof text === 'string' ? encodeString(text) : encodePoints(text, onError);
}

/** One pass while the text is ASCII, which nearly all texts are to their end. */
function encodeString(text: string): Uint8Array {
  const ascii = new Uint8Array(text.length);
  let length = 0;
  while (length < text.length) {
    const code = text.charCodeAt(length);
    if (code >= 0x80) break;
    ascii[length++] = code;
  }
  if (length === text.length) return ascii;
  let size = text.length;
  for (let i = length; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) size += code < 0x800 ? 1 : 2;
  }
  const bytes = new Uint8Array(size);
  bytes.set(ascii.subarray(0, length));
  for (let i = length, at = length; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    }
  }
  return bytes;
}

function encodePoints(text: Uint32Array, onError: OnEncodeError): Uint8Array {
  const builder = new BytesBuilder(text.length * 4);
  for (let i = 0; i < text.length;) {
    const code = text[i]!;
    if (code < 0x80) {
      builder.add(code);
    } else if (code < 0x800) {
      builder.add(0xc0 | (code >> 6));
      builder.add(0x80 | (code & 0x3f));
    } else if ((code & 0xfffff800) === 0xd800) {
      i = encodeFault(text, i, builder, onError);
      continue;
    } else {
      if (code < 0x10000) {
        builder.add(0xe0 | (code >> 12));
      } else {
        builder.add(0xf0 | (code >> 18));
        builder.add(0x80 | ((code >> 12) & 0x3f));
      }
      builder.add(0x80 | ((code >> 6) & 0x3f));
      builder.add(0x80 | (code & 0x3f));
    }
    i++;
  }
  return builder.finish();
}

/** Lets the handler deal with the run of surrogates at `start`; answers where to go on. */
function encodeFault(
  text: Uint32Array,
  start: number,
  builder: BytesBuilder,
  onError: OnEncodeError,
): number {
  const reason = 'surrogates not allowed';
  let end = start + 1;
  while (end < text.length && (text[end]! & 0xfffff800) === 0xd800) end++;
  if (onError === surrogateescapeEncode) {
    const escaped = countEscapedBytes(text, start, end);
    for (let i = start; i < start + escaped; i++) builder.add(text[i]! - 0xdc00);
    if (escaped > 0) return start + escaped;
  }
  const { replacement, position } = onError(encoding, text, start, end, reason);
  const bytes = asciiReplacement(replacement);
  if (!bytes) throw new EncodeFailure(encoding, text, start, end, reason);
  builder.addAll(bytes);
  return position;
}
