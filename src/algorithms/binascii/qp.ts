import { BytesBuilder } from '../text/contents.ts';
import { hexValue } from './hex.ts';

/** Quoted-printable; CPython's `binascii_a2b_qp_impl` and `binascii_b2a_qp_impl`. */

const equals = 61;
const underscore = 95;
const space = 32;
const tab = 9;
const newline = 10;
const carriageReturn = 13;
const lineLimit = 76;

/** With `header`, an underscore is a space. */
export function decodeQp(data: Uint8Array, header: boolean): Uint8Array {
  const out = new BytesBuilder(data.length);
  let i = 0;
  while (i < data.length) {
    const byte = data[i++]!;
    if (byte !== equals) {
      out.add(header && byte === underscore ? space : byte);
      continue;
    }
    if (i >= data.length) break;
    const next = data[i]!;
    if (next === newline || next === carriageReturn) {
      while (i < data.length && data[i] !== newline) i++;
      if (i < data.length) i++;
    } else if (next === equals) {
      out.add(equals);
      i++;
    } else {
      const high = hexValue(next);
      const low = i + 1 < data.length ? hexValue(data[i + 1]!) : -1;
      if (high >= 0 && low >= 0) {
        out.add(high * 16 + low);
        i += 2;
      } else {
        out.add(equals);
      }
    }
  }
  return out.finish();
}

export interface QpOptions {
  /** Whether blanks inside lines are quoted too. */
  readonly quoteTabs: boolean;
  /** Whether line ends stay; else they are quoted like other control characters. */
  readonly isText: boolean;
  /** Whether a space is written as an underscore. */
  readonly header: boolean;
}

const upperHex = '0123456789ABCDEF';

export function encodeQp(data: Uint8Array, options: QpOptions): Uint8Array {
  const { isText, header } = options;
  const out = new BytesBuilder(data.length + (data.length >> 2));
  const firstNewline = data.indexOf(newline);
  const lineEnd = firstNewline > 0 && data[firstNewline - 1] === carriageReturn ? '\r\n' : '\n';
  const addHex = (byte: number): void =>
    out.addLatin1('=' + upperHex.charAt(byte >> 4) + upperHex.charAt(byte & 15));
  let column = 0;
  let blank = -1;
  const flushBlank = (): void => {
    if (blank >= 0) out.add(blank);
    blank = -1;
  };
  const breakLine = (): void => {
    flushBlank();
    out.addLatin1('=' + lineEnd);
    column = 0;
  };
  for (let i = 0; i < data.length;) {
    const byte = data[i]!;
    if (isQuoted(data, i, column, options)) {
      if (column + 3 >= lineLimit) breakLine();
      flushBlank();
      addHex(byte);
      i++;
      column += 3;
    } else if (
      isText &&
      (byte === newline || (byte === carriageReturn && data[i + 1] === newline))
    ) {
      if (blank >= 0) addHex(blank);
      blank = -1;
      out.addLatin1(lineEnd);
      column = 0;
      i += byte === carriageReturn ? 2 : 1;
    } else {
      if (i + 1 !== data.length && data[i + 1] !== newline && column + 1 >= lineLimit) breakLine();
      flushBlank();
      column++;
      const written = header && byte === space ? underscore : byte;
      // A blank is held back: before a line end it has to be quoted.
      if (written === space || written === tab) blank = written;
      else out.add(written);
      i++;
    }
  }
  flushBlank();
  return out.finish();
}

function isQuoted(data: Uint8Array, i: number, column: number, options: QpOptions): boolean {
  const byte = data[i]!;
  const next = data[i + 1];
  if (byte > 126 || byte === equals || (options.header && byte === underscore)) return true;
  // A lone dot ends a message in SMTP.
  if (byte === 46 && column === 0)
    return next === undefined || next === newline || next === carriageReturn || next === 0;
  if (byte === carriageReturn || byte === newline) return !options.isText;
  if (byte === tab || byte === space) return next === undefined || options.quoteTabs;
  return byte < 33;
}
