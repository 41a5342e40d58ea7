import { toFolded, toLower, toTitle, toUpper, type CaseMapping } from '../unicode/case-mapping.ts';
import { isCased, isCaseIgnorable, isLower, isUpper } from '../unicode/character-type.ts';
import { codePointAt, TextBuilder, type Text } from './contents.ts';

/**
 * `lower`, `upper`, `title` and the like for str and bytes; CPython's `case_operation` in
 * Objects/unicodeobject.c and Objects/bytes_methods.c.
 *
 * The engine maps text below U+0180 itself: no version of Unicode differs there, and it is faster.
 * Past that its tables may be newer or older than ours.
 */
const native = /^[\0-\u017f]*$/;
const ascii = /^[\0-\x7f]*$/;

const words = /[A-Za-z]+/g;

const capitalSigma = 0x3a3;

export function lower(text: Text): Text {
  if (typeof text === 'string' && native.test(text)) return text.toLowerCase();
  const builder = new TextBuilder(text.length);
  for (let i = 0; i < text.length; i++) addLower(builder, text, i);
  return builder.finish();
}

export function upper(text: Text): Text {
  if (typeof text === 'string' && native.test(text)) return text.toUpperCase();
  const builder = new TextBuilder(text.length);
  for (let i = 0; i < text.length; i++) addMapped(builder, toUpper, codePointAt(text, i));
  return builder.finish();
}

export function casefold(text: Text): Text {
  if (typeof text === 'string' && ascii.test(text)) return text.toLowerCase();
  const builder = new TextBuilder(text.length);
  for (let i = 0; i < text.length; i++) addMapped(builder, toFolded, codePointAt(text, i));
  return builder.finish();
}

export function title(text: Text): Text {
  if (typeof text === 'string' && ascii.test(text))
    return text.replace(words, word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  const builder = new TextBuilder(text.length);
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (inWord) addLower(builder, text, i);
    else addMapped(builder, toTitle, code);
    inWord = isCased(code);
  }
  return builder.finish();
}

export function swapcase(text: Text): Text {
  const builder = new TextBuilder(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (isUpper(code)) addLower(builder, text, i);
    else if (isLower(code)) addMapped(builder, toUpper, code);
    else builder.addCode(code);
  }
  return builder.finish();
}

export function capitalize(text: Text): Text {
  if (text.length === 0) return text;
  if (typeof text === 'string' && ascii.test(text))
    return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const builder = new TextBuilder(text.length);
  addMapped(builder, toTitle, codePointAt(text, 0));
  for (let i = 1; i < text.length; i++) addLower(builder, text, i);
  return builder.finish();
}

function addMapped(builder: TextBuilder, mapping: CaseMapping, code: number): void {
  const to = mapping.to(code);
  if (to >= 0) builder.addCode(to);
  else builder.addText(mapping.list(code));
}

function addLower(builder: TextBuilder, text: Text, index: number): void {
  const code = codePointAt(text, index);
  if (code === capitalSigma) builder.addCode(isFinalSigma(text, index) ? 0x3c2 : 0x3c3);
  else addMapped(builder, toLower, code);
}

/** Whether a letter is before and none after, signs such as accents and apostrophes aside. */
function isFinalSigma(text: Text, index: number): boolean {
  let i = index - 1;
  while (i >= 0 && isCaseIgnorable(codePointAt(text, i))) i--;
  if (i < 0 || !isCased(codePointAt(text, i))) return false;
  i = index + 1;
  while (i < text.length && isCaseIgnorable(codePointAt(text, i))) i++;
  return i === text.length || !isCased(codePointAt(text, i));
}

const isByteUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isByteLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const lowerByte = (byte: number): number => (isByteUpper(byte) ? byte + 32 : byte);
const upperByte = (byte: number): number => (isByteLower(byte) ? byte - 32 : byte);

export function lowerBytes(data: Uint8Array): Uint8Array {
  return data.map(lowerByte);
}

export function upperBytes(data: Uint8Array): Uint8Array {
  return data.map(upperByte);
}

export function swapcaseBytes(data: Uint8Array): Uint8Array {
  return data.map(byte => (isByteUpper(byte) ? byte + 32 : upperByte(byte)));
}

export function capitalizeBytes(data: Uint8Array): Uint8Array {
  return data.map((byte, index) => (index === 0 ? upperByte(byte) : lowerByte(byte)));
}

export function titleBytes(data: Uint8Array): Uint8Array {
  let inWord = false;
  return data.map(byte => {
    const to = inWord ? lowerByte(byte) : upperByte(byte);
    inWord = isByteLower(byte | 32);
    return to;
  });
}
