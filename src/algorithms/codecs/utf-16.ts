import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../text/contents.ts';
import {
  asciiReplacement,
  EncodeFailure,
  type Decoded,
  type OnDecodeError,
  type OnEncodeError,
} from './errors.ts';

/**
 * UTF-16 and UTF-32; CPython's `PyUnicode_DecodeUTF16Stateful` and its sisters in
 * Objects/unicodeobject.c.
 *
 * An order of 0 reads the byte order mark, and writes one; without one the order is little.
 */
export type ByteOrder = -1 | 0 | 1;

export interface DecodedUnits extends Decoded {
  /** The order found in the mark, or the order given. */
  readonly order: ByteOrder;
}

export function decodeUtf16(
  from: Uint8Array,
  order: ByteOrder,
  onError: OnDecodeError,
  final = true,
): DecodedUnits {
  let data = from;
  const mark = order === 0 && data.length >= 2 ? (data[1]! << 8) | data[0]! : 0;
  const found = mark === 0xfeff ? -1 : mark === 0xfffe ? 1 : order;
  const encoding = found <= 0 ? 'utf-16-le' : 'utf-16-be';
  const low = found <= 0 ? 0 : 1;
  const unitAt = (i: number): number => data[i + low]! | (data[i + 1 - low]! << 8);
  const builder = new TextBuilder(data.length >> 1);
  let i = found === order ? 0 : 2;
  while (i < data.length) {
    let reason = 'truncated data';
    let end = data.length;
    if (end - i >= 2) {
      const unit = unitAt(i);
      if ((unit & 0xf800) !== 0xd800) {
        builder.addCode(unit);
        i += 2;
        continue;
      }
      if (unit >= 0xdc00) {
        reason = 'illegal encoding';
        end = i + 2;
      } else if (end - i < 4) {
        reason = 'unexpected end of data';
      } else {
        const second = unitAt(i + 2);
        if ((second & 0xfc00) === 0xdc00) {
          builder.addCode(0x10000 + ((unit & 0x3ff) << 10) + (second & 0x3ff));
          i += 4;
          continue;
        }
        reason = 'illegal UTF-16 surrogate';
        end = i + 2;
      }
    }
    if (!final && end === data.length && data.length - i < 4 && reason !== 'illegal encoding')
      break;
    const answer = onError(encoding, data, i, end, reason);
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  }
  return { text: builder.finish(), consumed: i, order: found };
}

export function decodeUtf32(
  from: Uint8Array,
  order: ByteOrder,
  onError: OnDecodeError,
  final = true,
): DecodedUnits {
  let data = from;
  const unitAt = (i: number, big: boolean): number =>
    ((data[big ? i : i + 3]! << 24) |
      (data[big ? i + 1 : i + 2]! << 16) |
      (data[big ? i + 2 : i + 1]! << 8) |
      data[big ? i + 3 : i]!) >>>
    0;
  const mark = order === 0 && data.length >= 4 ? unitAt(0, false) : 0;
  const found = mark === 0xfeff ? -1 : mark === 0xfffe0000 ? 1 : order;
  const encoding = found <= 0 ? 'utf-32-le' : 'utf-32-be';
  const builder = new TextBuilder(data.length >> 2);
  let i = found === order ? 0 : 4;
  while (i < data.length) {
    let reason = 'truncated data';
    let end = data.length;
    if (end - i >= 4) {
      const unit = unitAt(i, found > 0);
      if (unit < 0x110000 && (unit & 0xfffff800) !== 0xd800) {
        builder.addCode(unit);
        i += 4;
        continue;
      }
      end = i + 4;
      reason =
        unit < 0x110000
          ? 'code point in surrogate code point range(0xd800, 0xe000)'
          : 'code point not in range(0x110000)';
    } else if (!final) {
      break;
    }
    const answer = onError(encoding, data, i, end, reason);
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  }
  return { text: builder.finish(), consumed: i, order: found };
}

export function encodeUtf16(text: Text, order: ByteOrder, onError: OnEncodeError): Uint8Array {
  return encodeUnits(text, 2, order, onError);
}

export function encodeUtf32(text: Text, order: ByteOrder, onError: OnEncodeError): Uint8Array {
  return encodeUnits(text, 4, order, onError);
}

function encodeUnits(
  text: Text,
  size: 2 | 4,
  order: ByteOrder,
  onError: OnEncodeError,
): Uint8Array {
  const encoding = `utf-${size * 8}${order === 0 ? '' : order < 0 ? '-le' : '-be'}`;
  const big = order > 0;
  const builder = new BytesBuilder((text.length + 1) * size);
  const add = size === 2 ? addUnit16 : addUnit32;
  if (order === 0) add(builder, 0xfeff, big);
  for (let i = 0; i < text.length;) {
    const code = codePointAt(text, i);
    if ((code & 0xfffff800) !== 0xd800) {
      add(builder, code, big);
      i++;
      continue;
    }
    const { replacement, position } = onError(encoding, text, i, i + 1, 'surrogates not allowed');
    const fails = (): EncodeFailure =>
      new EncodeFailure(encoding, text, i, i + 1, 'surrogates not allowed');
    if (replacement instanceof Uint8Array) {
      if (replacement.length % size !== 0) throw fails();
      builder.addAll(replacement);
    } else {
      const bytes = asciiReplacement(replacement);
      if (!bytes) throw fails();
      for (const byte of bytes) add(builder, byte, big);
    }
    i = position;
  }
  return builder.finish();
}

function addUnit16(builder: BytesBuilder, code: number, big: boolean): void {
  if (code > 0xffff) {
    addUnit16(builder, 0xd800 + ((code - 0x10000) >> 10), big);
    addUnit16(builder, 0xdc00 + (code & 0x3ff), big);
    return;
  }
  builder.add(big ? code >> 8 : code & 0xff);
  builder.add(big ? code & 0xff : code >> 8);
}

function addUnit32(builder: BytesBuilder, code: number, big: boolean): void {
  for (let k = 0; k < 4; k++) builder.add((code >> (big ? 24 - 8 * k : 8 * k)) & 0xff);
}
