import { utf8Length, codePointAt } from '../utf8.ts';

/** A str while it is decoded: text as long as no code point needs a surrogate, else code points. */
export class StringBuilder {
  private text = '';
  private wide: number[] | null = null;

  /** Text without surrogates. */
  addText(text: string): void {
    if (this.wide === null) this.text += text;
    else for (let i = 0; i < text.length; i++) this.wide.push(text.charCodeAt(i));
  }

  addCodePoint(cp: number): void {
    if (this.wide === null) {
      if (cp < 0xd800 || (cp > 0xdfff && cp < 0x10000)) {
        this.text += String.fromCharCode(cp);
        return;
      }
      this.widen();
    }
    this.wide!.push(cp);
  }

  addValue(value: string | Uint32Array): void {
    if (typeof value === 'string') this.addText(value);
    else for (const cp of value) this.addCodePoint(cp);
  }

  private widen(): void {
    this.wide = [];
    for (let i = 0; i < this.text.length; i++) this.wide.push(this.text.charCodeAt(i));
  }

  finish(): string | Uint32Array {
    return this.wide === null ? this.text : Uint32Array.from(this.wide);
  }
}

/** Adds the UTF-8 text `start`..`end` as it stands. */
export function addUtf8(out: StringBuilder, bytes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i += utf8Length(bytes[i]!)) out.addCodePoint(codePointAt(bytes, i));
}

/** An error or a warning found while decoding escapes, at byte offsets of the source. */
export interface EscapeReport {
  /** The text is invalid: CPython's codec message. */
  readonly fail: (message: string) => never;
  invalidEscape(at: number, end: number, octal: boolean): void;
  readonly lookupName: (name: string) => number | undefined;
}

const hexValue = (c: number): number =>
  c >= 48 && c <= 57 ? c - 48 : (c | 32) >= 97 && (c | 32) <= 102 ? (c | 32) - 87 : -1;

/** Decodes the escapes of a str literal's content (CPython: Parser/string_parser.c, unicode-escape codec). */
export function decodeStringEscapes(
  bytes: Uint8Array,
  start: number,
  end: number,
  report: EscapeReport,
): string | Uint32Array {
  const out = new StringBuilder();
  let i = start;
  while (i < end) {
    const c = bytes[i]!;
    if (c !== 92) {
      let run = i + 1;
      if (c < 0x80) while (run < end && bytes[run]! < 0x80 && bytes[run] !== 92) run++;
      else run = i + utf8Length(c);
      if (c < 0x80)
        out.addText(String.fromCharCode.apply(null, bytes.subarray(i, run) as unknown as number[]));
      else out.addCodePoint(codePointAt(bytes, i));
      i = run;
      continue;
    }
    i = decodeEscape(bytes, i, end, start, out, report);
  }
  return out.finish();
}

/** One escape sequence at `i`; returns where it ends. */
function decodeEscape(
  bytes: Uint8Array,
  i: number,
  end: number,
  start: number,
  out: StringBuilder,
  report: EscapeReport,
): number {
  const c = i + 1 < end ? bytes[i + 1]! : 0;
  const simple = simpleEscape(c);
  if (simple >= 0) {
    out.addCodePoint(simple);
    return i + 2;
  }
  if (c >= 48 && c <= 55) {
    let value = c - 48;
    let next = i + 2;
    for (; next < i + 4 && next < end && bytes[next]! >= 48 && bytes[next]! <= 55; next++)
      value = value * 8 + bytes[next]! - 48;
    if (value > 0o377) report.invalidEscape(i, next, true);
    out.addCodePoint(value);
    return next;
  }
  switch (c) {
    case 10:
      return i + 2;
    case 120:
      return decodeHex(bytes, i, end, start, 2, 'truncated \\xXX escape', out, report);
    case 117:
      return decodeHex(bytes, i, end, start, 4, 'truncated \\uXXXX escape', out, report);
    case 85:
      return decodeHex(bytes, i, end, start, 8, 'truncated \\UXXXXXXXX escape', out, report);
    case 78:
      return decodeNamed(bytes, i, end, start, out, report);
    default: {
      // Without a word CPython takes a backslash at the end, or before what is not ASCII, as itself.
      if (i + 1 < end && c < 0x80) report.invalidEscape(i, i + 2, false);
      out.addCodePoint(92);
      return i + 1;
    }
  }
}

function simpleEscape(c: number): number {
  switch (c) {
    case 110:
      return 10;
    case 92:
    case 39:
    case 34:
      return c;
    case 116:
      return 9;
    case 114:
      return 13;
    case 97:
      return 7;
    case 98:
      return 8;
    case 102:
      return 12;
    case 118:
      return 11;
    default:
      return -1;
  }
}

/**
 * The position that CPython reports counts bytes of the text it hands its codec, where each other than ASCII character
 * stands as ten bytes of `\UXXXXXXXX`, and a backslash before one as the six of `\u005c`.
 */
function codecOffset(bytes: Uint8Array, start: number, at: number): number {
  let n = 0;
  for (let i = start; i < at; i += utf8Length(bytes[i]!)) {
    const c = bytes[i]!;
    n += c >= 0x80 ? 10 : c === 92 && bytes[i + 1]! >= 0x80 ? 6 : 1;
    if (c !== 92 || bytes[i + 1]! >= 0x80) continue;
    // The escaped character, which may be another backslash.
    i++;
    if (i < at) n++;
  }
  return n;
}

function unicodeError(
  bytes: Uint8Array,
  start: number,
  from: number,
  last: number,
  reason: string,
  report: EscapeReport,
): never {
  const first = codecOffset(bytes, start, from);
  const end = codecOffset(bytes, start, last);
  const where =
    first === end
      ? `can't decode byte 0x5c in position ${first}: ${reason}`
      : `can't decode bytes in position ${first}-${end}: ${reason}`;
  report.fail(`(unicode error) 'unicodeescape' codec ${where}`);
}

function decodeHex(
  bytes: Uint8Array,
  i: number,
  end: number,
  start: number,
  digits: number,
  reason: string,
  out: StringBuilder,
  report: EscapeReport,
): number {
  let value = 0;
  let next = i + 2;
  for (; next < i + 2 + digits; next++) {
    const digit = next < end ? hexValue(bytes[next]!) : -1;
    if (digit < 0) unicodeError(bytes, start, i, next - 1, reason, report);
    value = value * 16 + digit;
  }
  if (value > 0x10ffff)
    unicodeError(bytes, start, i, next - 1, 'illegal Unicode character', report);
  out.addCodePoint(value);
  return next;
}

function decodeNamed(
  bytes: Uint8Array,
  i: number,
  end: number,
  start: number,
  out: StringBuilder,
  report: EscapeReport,
): number {
  const malformed = 'malformed \\N character escape';
  if (i + 2 >= end || bytes[i + 2] !== 123) unicodeError(bytes, start, i, i + 1, malformed, report);
  let close = i + 3;
  while (close < end && bytes[close] !== 125) close++;
  if (close >= end || close === i + 3) {
    unicodeError(bytes, start, i, close >= end ? end - 1 : close, malformed, report);
  }
  let name = '';
  for (let j = i + 3; j < close; j++) name += String.fromCharCode(bytes[j]!);
  const cp = report.lookupName(name);
  if (cp === undefined)
    unicodeError(bytes, start, i, close, 'unknown Unicode character name', report);
  out.addCodePoint(cp);
  return close + 1;
}

/** Decodes the escapes of a bytes literal's content, which is ASCII. */
export function decodeBytesEscapes(
  bytes: Uint8Array,
  start: number,
  end: number,
  report: EscapeReport,
): Uint8Array {
  const out = new Uint8Array(end - start);
  let n = 0;
  let i = start;
  while (i < end) {
    const c = bytes[i]!;
    if (c !== 92) {
      out[n++] = c;
      i++;
      continue;
    }
    const e = bytes[i + 1]!;
    const simple = simpleEscape(e);
    if (simple >= 0) {
      out[n++] = simple;
      i += 2;
    } else if (e === 10) i += 2;
    else if (e >= 48 && e <= 55) {
      let value = e - 48;
      let next = i + 2;
      for (; next < i + 4 && next < end && bytes[next]! >= 48 && bytes[next]! <= 55; next++)
        value = value * 8 + bytes[next]! - 48;
      if (value > 0o377) report.invalidEscape(i, next, true);
      out[n++] = value & 0xff;
      i = next;
    } else if (e === 120) {
      const high = i + 2 < end ? hexValue(bytes[i + 2]!) : -1;
      const low = i + 3 < end ? hexValue(bytes[i + 3]!) : -1;
      if (high < 0 || low < 0)
        report.fail(`(value error) invalid \\x escape at position ${i - start}`);
      out[n++] = high * 16 + low;
      i += 4;
    } else {
      report.invalidEscape(i, i + 2, false);
      out[n++] = 92;
      i++;
    }
  }
  return out.slice(0, n);
}
