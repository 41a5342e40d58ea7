import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../text/contents.ts';
import type { Decoded, OnDecodeError } from './errors.ts';

/** UTF-7; CPython's `PyUnicode_DecodeUTF7Stateful` and `_PyUnicode_EncodeUTF7`. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const plus = 43;
const minus = 45;

/** The six bits of a base-64 digit, or -1. */
function sextet(byte: number): number {
  if (byte >= 65 && byte <= 90) return byte - 65;
  if (byte >= 97 && byte <= 122) return byte - 71;
  if (byte >= 48 && byte <= 57) return byte + 4;
  return byte === plus ? 62 : byte === 47 ? 63 : -1;
}

/** Decodes; a base-64 run that is not closed waits for more unless the data is final. */
export function decodeUtf7(from: Uint8Array, onError: OnDecodeError, final = true): Decoded {
  let data = from;
  let i = 0;
  let start = 0;
  let inRun = false;
  let bits = 0;
  let buffer = 0;
  let high = 0;
  const builder = new TextBuilder(data.length);
  let before = 0;
  const fail = (end: number, reason: string): void => {
    const answer = onError('utf7', data, start, end, reason);
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  };
  const addUnit = (unit: number): void => {
    if (high !== 0) {
      const first = high;
      high = 0;
      if ((unit & 0xfc00) === 0xdc00) {
        builder.addCode(0x10000 + ((first & 0x3ff) << 10) + (unit & 0x3ff));
        return;
      }
      builder.addCode(first);
    }
    if ((unit & 0xfc00) === 0xd800) high = unit;
    else builder.addCode(unit);
  };
  for (;;) {
    while (i < data.length) {
      const byte = data[i]!;
      if (inRun) {
        const value = sextet(byte);
        if (value >= 0) {
          buffer = (buffer << 6) | value;
          bits += 6;
          i++;
          if (bits >= 16) {
            bits -= 16;
            addUnit((buffer >> bits) & 0xffff);
            buffer &= (1 << bits) - 1;
          }
          continue;
        }
        inRun = false;
        if (bits >= 6) {
          fail(i + 1, 'partial character in shift sequence');
          continue;
        }
        if (bits > 0 && buffer !== 0) {
          fail(i + 1, 'non-zero padding bits in shift sequence');
          continue;
        }
        if (high !== 0 && byte < 128 && byte !== plus) builder.addCode(high);
        high = 0;
        if (byte === minus) i++;
      } else if (byte === plus) {
        start = i++;
        if (data[i] === minus) {
          i++;
          builder.addCode(plus);
        } else if (i < data.length && sextet(data[i]!) < 0) {
          fail(i + 1, 'ill-formed sequence');
        } else {
          inRun = true;
          high = bits = buffer = 0;
          before = builder.length;
        }
      } else if (byte < 128) {
        builder.addCode(byte);
        i++;
      } else {
        start = i;
        fail(i + 1, 'unexpected special character');
      }
    }
    if (!inRun || !final) break;
    inRun = false;
    if (high === 0 && bits < 6 && (bits === 0 || buffer === 0)) break;
    fail(data.length, 'unterminated shift sequence');
  }
  return inRun
    ? { text: builder.finishAt(before), consumed: start }
    : { text: builder.finish(), consumed: i };
}

/** Everything but NUL, the other controls, `+`, `\` and `~`. */
function isDirect(code: number): boolean {
  if (code === 9 || code === 10 || code === 13) return true;
  return code >= 32 && code < 126 && code !== plus && code !== 92;
}

export function encodeUtf7(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length + 8);
  let inRun = false;
  let bits = 0;
  let buffer = 0;
  const flush = (): void => {
    if (bits > 0) builder.add(alphabet.charCodeAt((buffer << (6 - bits)) & 63));
    bits = buffer = 0;
  };
  const addUnit = (unit: number): void => {
    buffer = (buffer << 16) | unit;
    for (bits += 16; bits >= 6;) {
      bits -= 6;
      builder.add(alphabet.charCodeAt((buffer >> bits) & 63));
    }
    buffer &= (1 << bits) - 1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    const direct = isDirect(code);
    if (inRun && direct) {
      flush();
      inRun = false;
      if (sextet(code) >= 0 || code === minus) builder.add(minus);
    }
    if (!inRun && code === plus) {
      builder.addLatin1('+-');
    } else if (direct) {
      builder.add(code);
    } else {
      if (!inRun) builder.add(plus);
      inRun = true;
      if (code > 0xffff) addUnit(0xd800 + ((code - 0x10000) >> 10));
      addUnit(code > 0xffff ? 0xdc00 + (code & 0x3ff) : code);
    }
  }
  flush();
  if (inRun) builder.add(minus);
  return builder.finish();
}
