import { isPrintable } from '../unicode/character-type.ts';
import { stringFromUnits, TextBuilder, type Text } from './contents.ts';

/**
 * `repr` of str and bytes, and `ascii`; CPython's `unicode_repr` in Objects/unicodeobject.c and
 * `PyBytes_Repr` in Objects/bytesobject.c.
 */
const plain = /^[ !#-&(-[\]-~]*$/;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Single quotes, unless that would need escapes and double quotes would not. */
function quoteOf(hasSingle: boolean, hasDouble: boolean): string {
  return hasSingle && !hasDouble ? '"' : "'";
}

export function reprOfText(text: Text): Text {
  if (typeof text === 'string') {
    if (plain.test(text)) return `'${text}'`;
    const quote = quoteOf(text.includes("'"), text.includes('"'));
    let body = '';
    let done = 0;
    for (let i = 0; i < text.length; i++) {
      const escaped = escapeOf(text.charCodeAt(i), quote);
      if (escaped === undefined) continue;
      body += text.slice(done, i) + escaped;
      done = i + 1;
    }
    return quote + body + text.slice(done) + quote;
  }
  const quote = quoteOf(text.includes(39), text.includes(34));
  const builder = new TextBuilder(text.length + 2);
  builder.addText(quote);
  for (const code of text) {
    const escaped = escapeOf(code, quote);
    if (escaped === undefined) builder.addCode(code);
    else builder.addText(escaped);
  }
  builder.addText(quote);
  return builder.finish();
}

/** The escape of a character, or undefined when it stands for itself. */
function escapeOf(code: number, quote: string): string | undefined {
  if (code === 92) return '\\\\';
  if (code === quote.charCodeAt(0)) return '\\' + quote;
  if (isPrintable(code)) return undefined;
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  return hexEscape(code);
}

function hexEscape(code: number): string {
  if (code < 0x100) return '\\x' + hex(code, 2);
  if (code < 0x10000) return '\\u' + hex(code, 4);
  return '\\U' + hex(code, 8);
}

/** A repr with every character past ASCII escaped: what `ascii` makes of any object's repr. */
export function asciiOfRepr(repr: Text): string {
  let out = '';
  for (let i = 0; i < repr.length; i++) {
    const code = typeof repr === 'string' ? repr.charCodeAt(i) : repr[i]!;
    out += code < 128 ? String.fromCharCode(code) : hexEscape(code);
  }
  return out;
}

export function reprOfBytes(data: Uint8Array): string {
  const quote = quoteOf(data.includes(39), data.includes(34));
  let body = '';
  let done = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    if (byte >= 32 && byte < 127 && byte !== 92 && byte !== quote.charCodeAt(0)) continue;
    body += stringFromUnits(data, done, i) + escapeOfByte(byte);
    done = i + 1;
  }
  return 'b' + quote + body + stringFromUnits(data, done) + quote;
}

/** The repr of a bytearray's contents: it escapes single quotes also between double ones. */
export function reprOfBytearray(data: Uint8Array): string {
  const quote = quoteOf(data.includes(39), data.includes(34));
  let body = '';
  let done = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    if (byte >= 32 && byte < 127 && byte !== 92 && byte !== 39) continue;
    body += stringFromUnits(data, done, i) + escapeOfByte(byte);
    done = i + 1;
  }
  return 'b' + quote + body + stringFromUnits(data, done) + quote;
}

function escapeOfByte(byte: number): string {
  if (byte === 92 || byte === 39 || byte === 34) return '\\' + String.fromCharCode(byte);
  if (byte === 10) return '\\n';
  if (byte === 13) return '\\r';
  if (byte === 9) return '\\t';
  return '\\x' + hex(byte, 2);
}
