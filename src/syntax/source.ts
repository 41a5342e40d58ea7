import { strictEncode } from '../algorithms/codecs/errors.ts';
import { encodeUtf8 } from '../algorithms/codecs/utf-8.ts';
import { stringFromUnits, type Text } from '../algorithms/text/contents.ts';
import { decodeUtf8 } from './utf8.ts';

/** The text of one compilation as the tokenizer reads it: UTF-8 with `\n` line ends and zero bytes behind. */
export class Source {
  declare readonly bytes: Uint8Array;
  /** Bytes of text; `bytes` is longer by PADDING zeros so that look-ahead needs no bounds check. */
  declare readonly length: number;
  /** The same text as a string when it is all ASCII, so that byte offsets are string indices. */
  declare readonly ascii: string | null;
  private lineStarts: Int32Array | null = null;

  constructor(bytes: Uint8Array, length: number, ascii: string | null) {
    this.bytes = bytes;
    this.length = length;
    this.ascii = ascii;
  }

  slice(start: number, end: number): string {
    return this.ascii !== null ? this.ascii.slice(start, end) : decodeUtf8(this.bytes, start, end);
  }

  /** Where line `lineno` (from 1) starts; lines past the end start at the end. */
  lineStart(lineno: number): number {
    const starts = (this.lineStarts ??= this.findLineStarts());
    return lineno <= 1 ? 0 : lineno > starts.length ? this.length : starts[lineno - 1]!;
  }

  /** The line that the byte at `offset` is on. */
  lineAt(offset: number): number {
    const starts = (this.lineStarts ??= this.findLineStarts());
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** Line `lineno` with its newline, if it has one. */
  lineWithEnd(lineno: number): string {
    const start = this.lineStart(lineno);
    const end = this.bytes.indexOf(10, start);
    return this.slice(start, end < 0 || end >= this.length ? this.length : end + 1);
  }

  /** Line `lineno` without its newline. */
  line(lineno: number): string {
    const start = this.lineStart(lineno);
    let end = this.bytes.indexOf(10, start);
    if (end < 0 || end > this.length) end = this.length;
    return this.slice(start, end);
  }

  private findLineStarts(): Int32Array {
    const starts = [0];
    for (
      let i = this.bytes.indexOf(10);
      i >= 0 && i < this.length;
      i = this.bytes.indexOf(10, i + 1)
    )
      starts.push(i + 1);
    return Int32Array.from(starts);
  }
}

const PADDING = 4;

/** A source from text. `finalNewline` adds the newline that a file may lack, as CPython does for exec input. */
export function sourceFromText(text: Text, finalNewline: boolean): Source {
  if (typeof text !== 'string') {
    return sourceFromUtf8(encodeUtf8(text, strictEncode), 0, finalNewline);
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (finalNewline && text.length > 0 && text.charCodeAt(text.length - 1) !== 10) text += '\n';
  const n = text.length;
  const bytes = new Uint8Array(n + PADDING);
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80) return sourceFromUtf8(encodeUtf8(codePoints(text), strictEncode), 0, false);
    bytes[i] = c;
  }
  return new Source(bytes, n, text);
}

/** Texts of the runtime hold no surrogates; what JavaScript code passes may. */
const codePoints = (text: string): Text =>
  /[\ud800-\udfff]/.test(text) ? Uint32Array.from(text, c => c.codePointAt(0)!) : text;

/** A source from bytes that are known to be valid UTF-8, beginning at `start` (after a byte order mark). */
export function sourceFromUtf8(input: Uint8Array, start: number, finalNewline: boolean): Source {
  const n = input.length - start;
  const bytes = new Uint8Array(n + 1 + PADDING);
  let ascii = 0;
  let at = 0;
  if (input.indexOf(13, start) < 0) {
    bytes.set(start === 0 ? input : input.subarray(start));
    for (let i = 0; i < n; i++) ascii |= bytes[i]!;
    at = n;
  } else {
    for (let i = start; i < input.length; i++) {
      let c = input[i]!;
      if (c === 13) {
        c = 10;
        if (input[i + 1] === 10) i++;
      }
      ascii |= c;
      bytes[at++] = c;
    }
  }
  if (finalNewline && at > 0 && bytes[at - 1] !== 10) bytes[at++] = 10;
  return new Source(bytes, at, ascii < 0x80 ? stringFromUnits(bytes, 0, at) : null);
}
