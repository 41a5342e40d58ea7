import { replaceDecode } from '../algorithms/codecs/errors.ts';
import { decodeUtf8 as decodeLossy } from '../algorithms/codecs/utf-8.ts';
import { stringFromUnits, type Text } from '../algorithms/text/contents.ts';
import { charmaps } from './charmaps.gen.ts';
import { SyntaxProblem } from './problem.ts';
import { sourceFromText, sourceFromUtf8, type Source } from './source.ts';
import { findInvalidUtf8, textToString } from './utf8.ts';

/** Decodes with a codec of the runtime; undefined when there is none of that name. */
export type SourceDecoder = (encoding: string, data: Uint8Array) => Text | undefined;

/** Bytes of source to text by their byte order mark and PEP 263 cookie (CPython: Parser/tokenizer/helpers.c). */
export function sourceFromBytes(
  data: Uint8Array,
  finalNewline: boolean,
  decode: SourceDecoder | undefined,
): Source {
  const mark = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
  const start = mark ? 3 : 0;
  const cookie = findCookie(data, start);
  const encoding = cookie === '' ? '' : normalName(cookie);
  if (mark && encoding !== '' && encoding !== 'utf-8') {
    const line = lossyLine(data, start);
    const message = `encoding problem: ${encoding} with BOM`;
    throw new SyntaxProblem('SyntaxError', message, 1, 0, 1, line.length, line, { fileless: true });
  }
  if (encoding === '' || encoding === 'utf-8') {
    checkUtf8(data, start);
    return sourceFromUtf8(data, start, finalNewline);
  }
  const text = decodeWith(encoding, data, decode);
  if (text === undefined) {
    throw new SyntaxProblem(
      'SyntaxError',
      `unknown encoding: ${encoding}`,
      0,
      -1,
      null,
      null,
      null,
    );
  }
  return sourceFromText(text, finalNewline);
}

const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 12;
const isNameChar = (c: number): boolean =>
  (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 122) || c === 45 || c === 95 || c === 46;

/** The encoding that a comment in the first two lines declares, or the empty string. */
function findCookie(data: Uint8Array, start: number): string {
  let i = start;
  for (let line = 0; line < 2 && i < data.length; line++) {
    let end = i;
    while (end < data.length && data[end] !== 10 && data[end] !== 13) end++;
    let hash = i;
    while (hash < end && isBlank(data[hash]!)) hash++;
    if (hash < end && data[hash] !== 35) return '';
    const cookie = cookieIn(data, hash, end);
    if (cookie !== '') return cookie;
    i = end + (data[end] === 13 && data[end + 1] === 10 ? 2 : 1);
  }
  return '';
}

function cookieIn(data: Uint8Array, start: number, end: number): string {
  const comment = stringFromUnits(data, start, end);
  for (let i = comment.indexOf('coding'); i >= 0; i = comment.indexOf('coding', i + 1)) {
    let at = i + 6;
    if (comment[at] !== ':' && comment[at] !== '=') continue;
    do at++;
    while (comment[at] === ' ' || comment[at] === '\t');
    const from = at;
    while (at < comment.length && isNameChar(comment.charCodeAt(at))) at++;
    if (at > from) return comment.slice(from, at);
  }
  return '';
}

/** CPython's short list of spellings; any other name is left to the codecs. */
function normalName(name: string): string {
  const short = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (/^utf-8(-|$)/.test(short)) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(short)) return 'iso-8859-1';
  return name;
}

function lossyLine(data: Uint8Array, start: number): string {
  let end = start;
  while (end < data.length && data[end] !== 10 && data[end] !== 13) end++;
  return textToString(decodeLossy(data.subarray(start, end), replaceDecode).text);
}

function checkUtf8(data: Uint8Array, start: number): void {
  const bad = findInvalidUtf8(data, start, data.length);
  if (bad < 0) return;
  let line = 1;
  let lineStart = start;
  for (let i = start; i < bad; i++) {
    if (data[i] !== 10 && (data[i] !== 13 || data[i + 1] === 10)) continue;
    line++;
    lineStart = i + 1;
  }
  const before = textToString(decodeLossy(data.subarray(lineStart, bad), replaceDecode).text);
  const offset = Array.from(before).length + 1;
  const byte = data[bad]!.toString(16);
  throw new SyntaxProblem(
    'SyntaxError',
    `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`,
    line,
    offset,
    line,
    offset,
    lossyLine(data, lineStart),
    { fileless: true },
  );
}

/** The runtime's codec, or one of the few that need no runtime. */
function decodeWith(
  encoding: string,
  data: Uint8Array,
  decode: SourceDecoder | undefined,
): Text | undefined {
  if (encoding === 'iso-8859-1') return stringFromUnits(data);
  if (decode !== undefined) return decode(encoding, data);
  const name = encoding.toLowerCase().replaceAll(/[-_ ]/g, '');
  if (name === 'latin1' || name === 'l1') return stringFromUnits(data);
  if (name === 'utf8' || name === 'u8' || name === 'utf') {
    checkUtf8(data, 0);
    return decodeLossy(data, replaceDecode).text;
  }
  const upper = name === 'ascii' || name === 'usascii' ? '\ufffd'.repeat(128) : charmaps[name];
  if (upper === undefined) return undefined;
  let text = '';
  for (const [position, byte] of data.entries()) {
    const char = byte < 128 ? String.fromCharCode(byte) : upper[byte - 128]!;
    if (char === '\ufffd') {
      const codec = name.endsWith('ascii') ? 'ascii' : 'charmap';
      const reason =
        codec === 'ascii' ? 'ordinal not in range(128)' : 'character maps to <undefined>';
      const message = `'${codec}' codec can't decode byte 0x${byte.toString(16)} in position ${position}: ${reason}`;
      throw new SyntaxProblem('SyntaxError', message, 0, -1, null, null, null);
    }
    text += char;
  }
  return text;
}
