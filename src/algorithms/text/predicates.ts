import * as type from '../unicode/character-type.ts';
import { decimalValue } from '../unicode/numeric.ts';
import { codePointAt, type Text } from './contents.ts';

/**
 * The `is…` methods of str and bytes; CPython's Objects/unicodeobject.c and
 * Objects/bytes_methods.c.
 */
type Predicate = (code: number) => boolean;

function every(text: Text, predicate: Predicate): boolean {
  for (let i = 0; i < text.length; i++) if (!predicate(codePointAt(text, i))) return false;
  return true;
}

const nonEmpty = (text: Text, predicate: Predicate): boolean =>
  text.length > 0 && every(text, predicate);

export const textIsAlpha = (text: Text): boolean => nonEmpty(text, type.isAlpha);
export const textIsAlnum = (text: Text): boolean => nonEmpty(text, type.isAlnum);
export const textIsDecimal = (text: Text): boolean => nonEmpty(text, type.isDecimal);
export const textIsDigit = (text: Text): boolean => nonEmpty(text, type.isDigit);
export const textIsNumeric = (text: Text): boolean => nonEmpty(text, type.isNumeric);
export const textIsSpace = (text: Text): boolean => nonEmpty(text, type.isSpace);
export const textIsPrintable = (text: Text): boolean => every(text, type.isPrintable);

const ascii = /^[\0-\x7f]*$/;

export const textIsAscii = (text: Text): boolean => typeof text === 'string' && ascii.test(text);

const asciiIdentifier = /^[A-Za-z_]\w*$/;

export function textIsIdentifier(text: Text): boolean {
  if (typeof text === 'string' && asciiIdentifier.test(text)) return true;
  if (text.length === 0 || !type.isIdentifierStart(codePointAt(text, 0))) return false;
  return every(text, type.isIdentifierContinue);
}

/** No upper or title case, and something in lower case. */
export function textIsLower(text: Text): boolean {
  let seen = false;
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (type.isUpper(code) || type.isTitle(code)) return false;
    seen ||= type.isLower(code);
  }
  return seen;
}

/** No lower or title case, and something in upper case. */
export function textIsUpper(text: Text): boolean {
  let seen = false;
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (type.isLower(code) || type.isTitle(code)) return false;
    seen ||= type.isUpper(code);
  }
  return seen;
}

/** Upper or title case after what has no case, lower case after what has, and something cased. */
export function textIsTitle(text: Text): boolean {
  return isTitled(
    text.length,
    i => {
      const code = codePointAt(text, i);
      return type.isUpper(code) || type.isTitle(code);
    },
    i => type.isLower(codePointAt(text, i)),
  );
}

function isTitled(length: number, isUpper: Predicate, isLower: Predicate): boolean {
  let cased = false;
  let seen = false;
  for (let i = 0; i < length; i++) {
    if (isUpper(i)) {
      if (cased) return false;
      cased = seen = true;
    } else if (isLower(i)) {
      if (!cased) return false;
    } else {
      cased = false;
    }
  }
  return seen;
}

const isByteUpper: Predicate = byte => byte >= 65 && byte <= 90;
const isByteLower: Predicate = byte => byte >= 97 && byte <= 122;
const isByteDigit: Predicate = byte => byte >= 48 && byte <= 57;
const isByteAlpha: Predicate = byte => isByteLower(byte | 32);
const isByteSpace: Predicate = byte => byte === 32 || (byte >= 9 && byte <= 13);

function everyByte(data: Uint8Array, predicate: Predicate): boolean {
  for (let i = 0; i < data.length; i++) if (!predicate(data[i]!)) return false;
  return data.length > 0;
}

export const bytesAreAlpha = (data: Uint8Array): boolean => everyByte(data, isByteAlpha);
export const bytesAreDigit = (data: Uint8Array): boolean => everyByte(data, isByteDigit);
export const bytesAreSpace = (data: Uint8Array): boolean => everyByte(data, isByteSpace);
export const bytesAreAlnum = (data: Uint8Array): boolean =>
  everyByte(data, byte => isByteAlpha(byte) || isByteDigit(byte));
export const bytesAreAscii = (data: Uint8Array): boolean =>
  data.length === 0 || everyByte(data, byte => byte < 128);
export const bytesAreLower = (data: Uint8Array): boolean =>
  data.some(isByteLower) && !data.some(isByteUpper);
export const bytesAreUpper = (data: Uint8Array): boolean =>
  data.some(isByteUpper) && !data.some(isByteLower);
export const bytesAreTitle = (data: Uint8Array): boolean =>
  isTitled(
    data.length,
    i => isByteUpper(data[i]!),
    i => isByteLower(data[i]!),
  );

/**
 * What `int` and `float` read for a str: decimal digits of every script as ASCII, every space as
 * a space, and all after the first character that is neither as one `?`.
 */
export function asciiNumeral(text: Text): string {
  if (textIsAscii(text)) return text as string;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (code < 127) {
      out += String.fromCharCode(code);
    } else if (type.isSpace(code)) {
      out += ' ';
    } else {
      const digit = decimalValue(code);
      if (digit < 0) return out + '?';
      out += digit;
    }
  }
  return out;
}
