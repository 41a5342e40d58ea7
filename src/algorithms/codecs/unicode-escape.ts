import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../text/contents.ts';
import type { Decoded, OnDecodeError } from './errors.ts';

/**
 * The codecs that write characters as Python's escapes; CPython's
 * `_PyUnicode_DecodeUnicodeEscapeInternal2` and `_PyUnicode_DecodeRawUnicodeEscapeStateful`.
 */
const backslash = 92;

export interface DecodedEscapes extends Decoded {
  /** Where the first escape that means nothing begins (its backslash stays), or -1. */
  readonly invalidEscape: number;
  /** Where the first octal escape past 0o377 begins, or -1. */
  readonly invalidOctal: number;
}

/** The character of a name; the table is large, so whoever decodes brings it. */
export type LookUpName = (name: string) => number | undefined;

/** What one letter after a backslash stands for; 10 is a backslash-newline, which vanishes. */
const simpleEscapes = new Map<number, number>([
  [92, 92],
  [39, 39],
  [34, 34],
  [98, 8],
  [102, 12],
  [116, 9],
  [110, 10],
  [114, 13],
  [118, 11],
  [97, 7],
]);

const hexDigits = new Map<number, number>([
  [120, 2],
  [117, 4],
  [85, 8],
]);

const truncated = (digits: number): string =>
  digits === 2
    ? 'truncated \\xXX escape'
    : digits === 4
      ? 'truncated \\uXXXX escape'
      : 'truncated \\UXXXXXXXX escape';

function hexValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const isOctal = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 48 && byte <= 55;

/** What an escape came to: its code (or none) and where it ends, or why it failed. */
interface Escape {
  readonly code: number;
  readonly end: number;
  /** Empty when all is well. */
  readonly reason: string;
  /** Whether more data might complete it. */
  readonly incomplete: boolean;
}

const fine = (code: number, end: number): Escape => ({ code, end, reason: '', incomplete: false });
const wrong = (reason: string, end: number, incomplete: boolean): Escape => ({
  code: -1,
  end,
  reason,
  incomplete,
});

const NOTHING = -1;

function hexEscape(data: Uint8Array, start: number, digits: number, tooLarge: string): Escape {
  let code = 0;
  for (let i = start; i < start + digits; i++) {
    const value = i < data.length ? hexValue(data[i]!) : -1;
    if (value < 0) return wrong(truncated(digits), i, i >= data.length);
    code = code * 16 + value;
  }
  const end = start + digits;
  return code > 0x10ffff ? wrong(tooLarge, end, false) : fine(code, end);
}

function namedEscape(data: Uint8Array, start: number, lookUp: LookUpName): Escape {
  const malformed = 'malformed \\N character escape';
  if (start >= data.length) return wrong(malformed, start, true);
  if (data[start] !== 123) return wrong(malformed, start, false);
  const close = data.indexOf(125, start + 1);
  if (close < 0) return wrong(malformed, data.length, true);
  if (close === start + 1) return wrong(malformed, close, false);
  const code = lookUp(String.fromCharCode(...data.subarray(start + 1, close)));
  return code === undefined
    ? wrong('unknown Unicode character name', close + 1, false)
    : fine(code, close + 1);
}

/** Decodes `\n`, `\x`, `\u`, `\U`, `\N` and octal escapes; other bytes are Latin-1. */
export function decodeUnicodeEscape(
  from: Uint8Array,
  onError: OnDecodeError,
  lookUp: LookUpName,
  final = true,
): DecodedEscapes {
  let data = from;
  let invalidEscape = -1;
  let invalidOctal = -1;
  const builder = new TextBuilder(data.length);
  let i = 0;
  while (i < data.length) {
    const byte = data[i]!;
    if (byte !== backslash) {
      builder.addCode(byte);
      i++;
      continue;
    }
    let escape: Escape;
    const letter = data[i + 1];
    const digits = letter === undefined ? undefined : hexDigits.get(letter);
    if (letter === undefined) {
      escape = wrong('\\ at end of string', data.length, true);
    } else if (digits !== undefined) {
      escape = hexEscape(data, i + 2, digits, 'illegal Unicode character');
    } else if (isOctal(letter)) {
      let end = i + 2;
      let code = letter - 48;
      while (end < i + 4 && isOctal(data[end])) code = code * 8 + data[end++]! - 48;
      if (code > 0xff && invalidOctal < 0) invalidOctal = i;
      escape = fine(code, end);
    } else if (letter === 78) {
      escape = namedEscape(data, i + 2, lookUp);
    } else if (letter === 10) {
      escape = fine(NOTHING, i + 2);
    } else {
      const code = simpleEscapes.get(letter);
      if (code === undefined) {
        if (invalidEscape < 0) invalidEscape = i;
        builder.addCode(backslash);
      }
      escape = fine(code ?? letter, i + 2);
    }
    if (escape.incomplete && !final) break;
    if (escape.reason === '') {
      if (escape.code !== NOTHING) builder.addCode(escape.code);
      i = escape.end;
      continue;
    }
    const answer = onError('unicodeescape', data, i, escape.end, escape.reason);
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  }
  return { text: builder.finish(), consumed: i, invalidEscape, invalidOctal };
}

/** Decodes `\u` and `\U` after an odd number of backslashes; other bytes are Latin-1. */
export function decodeRawUnicodeEscape(
  from: Uint8Array,
  onError: OnDecodeError,
  final = true,
): Decoded {
  let data = from;
  const builder = new TextBuilder(data.length);
  let i = 0;
  while (i < data.length) {
    if (data[i] !== backslash) {
      builder.addCode(data[i++]!);
      continue;
    }
    const letter = data[i + 1];
    if (letter === undefined && !final) break;
    const digits = letter === 117 ? 4 : letter === 85 ? 8 : 0;
    if (digits === 0) {
      builder.addCode(backslash);
      i++;
      if (letter !== undefined) {
        builder.addCode(letter);
        i++;
      }
      continue;
    }
    const escape = hexEscape(data, i + 2, digits, '\\Uxxxxxxxx out of range');
    if (escape.incomplete && !final) break;
    if (escape.reason === '') {
      builder.addCode(escape.code);
      i = escape.end;
      continue;
    }
    const answer = onError('rawunicodeescape', data, i, escape.end, escape.reason);
    builder.addText(answer.replacement);
    data = answer.data ?? data;
    i = answer.position;
  }
  return { text: builder.finish(), consumed: i };
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

function escaped(code: number): string {
  if (code < 0x100) return '\\x' + hex(code, 2);
  if (code < 0x10000) return '\\u' + hex(code, 4);
  return '\\U' + hex(code, 8);
}

export function encodeUnicodeEscape(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (code === backslash) builder.addLatin1('\\\\');
    else if (code >= 32 && code < 127) builder.add(code);
    else if (code === 9) builder.addLatin1('\\t');
    else if (code === 10) builder.addLatin1('\\n');
    else if (code === 13) builder.addLatin1('\\r');
    else builder.addLatin1(escaped(code));
  }
  return builder.finish();
}

export function encodeRawUnicodeEscape(text: Text): Uint8Array {
  const builder = new BytesBuilder(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (code < 0x100) builder.add(code);
    else builder.addLatin1(escaped(code));
  }
  return builder.finish();
}

/** Why `decodeBytesEscape` stopped. */
export interface BytesEscapeFault {
  readonly reason: 'trailing' | 'hex';
  readonly position: number;
}

export interface DecodedBytes {
  readonly bytes: Uint8Array;
  readonly invalidEscape: number;
  readonly invalidOctal: number;
  readonly fault?: BytesEscapeFault;
}

/**
 * Decodes the escapes of a bytes literal; CPython's `_PyBytes_DecodeEscape2`. A wrong `\x` is a
 * fault when `onHex` is `strict`, else `?` or nothing.
 */
export function decodeBytesEscape(
  data: Uint8Array,
  onHex: 'strict' | 'replace' | 'ignore',
): DecodedBytes {
  const builder = new BytesBuilder(data.length);
  let invalidEscape = -1;
  let invalidOctal = -1;
  const stop = (reason: BytesEscapeFault['reason'], position: number): DecodedBytes => ({
    bytes: builder.finish(),
    invalidEscape,
    invalidOctal,
    fault: { reason, position },
  });
  for (let i = 0; i < data.length;) {
    if (data[i] !== backslash) {
      builder.add(data[i++]!);
      continue;
    }
    const letter = data[i + 1];
    if (letter === undefined) return stop('trailing', i);
    if (letter === 120) {
      const escape = hexEscape(data, i + 2, 2, '');
      if (escape.reason === '') {
        builder.add(escape.code);
        i += 4;
        continue;
      }
      if (onHex === 'strict') return stop('hex', i);
      if (onHex === 'replace') builder.add(63);
      i = escape.end;
    } else if (isOctal(letter)) {
      let end = i + 2;
      let code = letter - 48;
      while (end < i + 4 && isOctal(data[end])) code = code * 8 + data[end++]! - 48;
      if (code > 0xff && invalidOctal < 0) invalidOctal = i;
      builder.add(code & 0xff);
      i = end;
    } else if (letter === 10) {
      i += 2;
    } else {
      const code = simpleEscapes.get(letter);
      if (code === undefined) {
        if (invalidEscape < 0) invalidEscape = i;
        builder.add(backslash);
      }
      builder.add(code ?? letter);
      i += 2;
    }
  }
  return { bytes: builder.finish(), invalidEscape, invalidOctal };
}

/** Writes bytes as in the repr of bytes, between single quotes; CPython's `codecs.escape_encode`. */
export function encodeBytesEscape(data: Uint8Array): Uint8Array {
  const builder = new BytesBuilder(data.length);
  for (const byte of data) {
    if (byte === backslash) builder.addLatin1('\\\\');
    else if (byte === 39) builder.addLatin1("\\'");
    else if (byte === 9) builder.addLatin1('\\t');
    else if (byte === 10) builder.addLatin1('\\n');
    else if (byte === 13) builder.addLatin1('\\r');
    else if (byte < 32 || byte >= 127) builder.addLatin1(escaped(byte));
    else builder.add(byte);
  }
  return builder.finish();
}
