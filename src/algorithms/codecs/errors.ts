import { codePointAt, repeat, TextBuilder, BytesBuilder, type Text } from '../text/contents.ts';

/**
 * What a codec does with what it cannot convert, and the handlers that need nothing but the data;
 * CPython's Python/codecs.c.
 *
 * A codec calls its handler with the offending range and goes on at `position` (from 0 to the
 * length, already checked by who made the handler) after putting `replacement` in.
 */
export interface DecodeReplacement {
  readonly replacement: Text;
  readonly position: number;
  /** What to decode from here on, when the handler put other bytes in place of the data. */
  readonly data?: Uint8Array;
}

export interface EncodeReplacement {
  readonly replacement: Text | Uint8Array;
  readonly position: number;
}

export type OnDecodeError = (
  encoding: string,
  data: Uint8Array,
  start: number,
  end: number,
  reason: string,
) => DecodeReplacement;

export type OnEncodeError = (
  encoding: string,
  text: Text,
  start: number,
  end: number,
  reason: string,
) => EncodeReplacement;

/** The text of the bytes before `consumed`; the rest awaits more data. */
export interface Decoded {
  readonly text: Text;
  readonly consumed: number;
}

/** What becomes a UnicodeDecodeError; no Error, since nobody reads a stack of ours. */
export class DecodeFailure {
  declare readonly encoding: string;
  declare readonly data: Uint8Array;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly reason: string;

  constructor(encoding: string, data: Uint8Array, start: number, end: number, reason: string) {
    this.encoding = encoding;
    this.data = data;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

/** What becomes a UnicodeEncodeError. */
export class EncodeFailure {
  declare readonly encoding: string;
  declare readonly text: Text;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly reason: string;

  constructor(encoding: string, text: Text, start: number, end: number, reason: string) {
    this.encoding = encoding;
    this.text = text;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

export const strictDecode: OnDecodeError = (encoding, data, start, end, reason) => {
  throw new DecodeFailure(encoding, data, start, end, reason);
};

export const strictEncode: OnEncodeError = (encoding, text, start, end, reason) => {
  throw new EncodeFailure(encoding, text, start, end, reason);
};

export const ignoreDecode: OnDecodeError = (_encoding, _data, _start, end) => ({
  replacement: '',
  position: end,
});

export const ignoreEncode: OnEncodeError = (_encoding, _text, _start, end) => ({
  replacement: '',
  position: end,
});

export const replaceDecode: OnDecodeError = (_encoding, _data, _start, end) => ({
  replacement: '\ufffd',
  position: end,
});

export const replaceEncode: OnEncodeError = (_encoding, _text, start, end) => ({
  replacement: repeat('?', end - start),
  position: end,
});

/** What `replace` puts in when a str is translated to a str. */
export function replaceTranslate(start: number, end: number): Text {
  return repeat('\ufffd', end - start);
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, whichever is the shortest that fits. */
export function backslashEscape(code: number): string {
  if (code < 0x100) return '\\x' + hex(code, 2);
  if (code < 0x10000) return '\\u' + hex(code, 4);
  return '\\U' + hex(code, 8);
}

export const backslashreplaceDecode: OnDecodeError = (_encoding, data, start, end) => {
  let replacement = '';
  for (let i = start; i < end; i++) replacement += '\\x' + hex(data[i]!, 2);
  return { replacement, position: end };
};

export const backslashreplaceEncode: OnEncodeError = (_encoding, text, start, end) => {
  let replacement = '';
  for (let i = start; i < end; i++) replacement += backslashEscape(codePointAt(text, i));
  return { replacement, position: end };
};

export const xmlcharrefreplaceEncode: OnEncodeError = (_encoding, text, start, end) => {
  let replacement = '';
  for (let i = start; i < end; i++) replacement += `&#${codePointAt(text, i)};`;
  return { replacement, position: end };
};

/** Makes `namereplace`, given the names, which are a large table that few programs want. */
export function namereplaceWith(nameOf: (code: number) => string | undefined): OnEncodeError {
  return (_encoding, text, start, end) => {
    let replacement = '';
    for (let i = start; i < end; i++) {
      const code = codePointAt(text, i);
      const name = nameOf(code);
      replacement += name === undefined ? backslashEscape(code) : `\\N{${name}}`;
    }
    return { replacement, position: end };
  };
}

const isEscapedByte = (code: number): boolean => code >= 0xdc80 && code <= 0xdcff;

export const surrogateescapeDecode: OnDecodeError = (encoding, data, start, end, reason) => {
  let position = start;
  const builder = new TextBuilder(4);
  while (position < end && position < start + 4 && data[position]! >= 0x80)
    builder.addCode(0xdc00 + data[position++]!);
  if (position === start) throw new DecodeFailure(encoding, data, start, end, reason);
  return { replacement: builder.finish(), position };
};

export const surrogateescapeEncode: OnEncodeError = (encoding, text, start, end, reason) => {
  const bytes = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    const code = codePointAt(text, i);
    if (!isEscapedByte(code)) throw new EncodeFailure(encoding, text, start, end, reason);
    bytes[i - start] = code - 0xdc00;
  }
  return { replacement: bytes, position: end };
};

/**
 * How many characters from `start` are escaped bytes. The codecs for UTF-8, ASCII and Latin-1 take
 * these before they fail on the rest of a range, where `surrogateescape` itself fails on all of it.
 */
export function countEscapedBytes(text: Text, start: number, end: number): number {
  let position = start;
  while (position < end && isEscapedByte(codePointAt(text, position))) position++;
  return position - start;
}

interface Units {
  readonly size: number;
  readonly little: boolean;
}

/** How the UTF encoding of that name writes its units; undefined for any other encoding. */
function unitsOf(encoding: string): Units | undefined {
  const match = /^utf[-_]?(8|16|32)(?:[-_]?(le|be))?$/.exec(encoding.toLowerCase());
  if (!match) return encoding === 'CP_UTF8' ? { size: 1, little: true } : undefined;
  if (match[1] === '8') return match[2] === undefined ? { size: 1, little: true } : undefined;
  return { size: Number(match[1]) / 8, little: match[2] !== 'be' };
}

export const surrogatepassEncode: OnEncodeError = (encoding, text, start, end, reason) => {
  const units = unitsOf(encoding);
  if (!units) throw new EncodeFailure(encoding, text, start, end, reason);
  const builder = new BytesBuilder((end - start) * Math.max(units.size, 3));
  for (let i = start; i < end; i++) {
    const code = codePointAt(text, i);
    if ((code & 0xfffff800) !== 0xd800) throw new EncodeFailure(encoding, text, start, end, reason);
    if (units.size === 1) {
      builder.add(0xe0 | (code >> 12));
      builder.add(0x80 | ((code >> 6) & 0x3f));
      builder.add(0x80 | (code & 0x3f));
    } else {
      for (let k = 0; k < units.size; k++) {
        const place = units.little ? k : units.size - 1 - k;
        builder.add((code >>> (8 * place)) & 0xff);
      }
    }
  }
  return { replacement: builder.finish(), position: end };
};

export const surrogatepassDecode: OnDecodeError = (encoding, data, start, end, reason) => {
  const units = unitsOf(encoding);
  const code = units ? surrogateAt(units, data, start) : 0;
  if (!units || code === 0) throw new DecodeFailure(encoding, data, start, end, reason);
  const size = units.size === 1 ? 3 : units.size;
  return { replacement: Uint32Array.of(code), position: start + size };
};

/** The surrogate written at `start`, or 0. */
function surrogateAt(units: Units, data: Uint8Array, start: number): number {
  let code = 0;
  if (units.size === 1) {
    if (data.length - start < 3) return 0;
    const [first, second, third] = [data[start]!, data[start + 1]!, data[start + 2]!];
    if ((first & 0xf0) !== 0xe0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0;
    code = ((first & 0x0f) << 12) + ((second & 0x3f) << 6) + (third & 0x3f);
  } else {
    if (data.length - start < units.size) return 0;
    for (let k = 0; k < units.size; k++) {
      const place = units.little ? units.size - 1 - k : k;
      code = code * 256 + data[start + place]!;
    }
  }
  return code >= 0xd800 && code <= 0xdfff ? code : 0;
}

/** The bytes a replacement stands for, when a codec takes every ASCII character as itself. */
export function asciiReplacement(replacement: Text | Uint8Array): Uint8Array | undefined {
  if (replacement instanceof Uint8Array) return replacement;
  if (typeof replacement !== 'string') return undefined;
  const bytes = new Uint8Array(replacement.length);
  for (let i = 0; i < replacement.length; i++) {
    const code = replacement.charCodeAt(i);
    if (code >= 0x80) return undefined;
    bytes[i] = code;
  }
  return bytes;
}
