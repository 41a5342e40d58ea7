/**
 * The contents of a str, in the two forms they have; stands where CPython has the kinds of
 * Objects/unicodeobject.c.
 *
 * A `string` never holds a surrogate code unit, so its length and indices count code points. A text
 * with a lone surrogate or a character past U+FFFF is an array, and only such a text is one: that
 * makes equal texts equal in form.
 */
export type Text = string | Uint32Array;

/** Joined in one go below this length, 16 at a time: twice as fast as `apply`, at five times the memory. */
const unrolledLimit = 16384;
const chunk = 4096;

/** The string of code units (none a surrogate) in `units` from `start` to `end`. */
export function stringFromUnits(
  units: Uint8Array | Uint16Array | Uint32Array,
  start = 0,
  end = units.length,
): string {
  if (end - start > unrolledLimit) {
    let text = '';
    for (let i = start; i < end; i += chunk)
      text += fromCharCodes(units.subarray(i, Math.min(i + chunk, end)));
    return text;
  }
  let text = '';
  let i = start;
  for (const last = end - 15; i < last; i += 16) {
    text += String.fromCharCode(
      units[i]!,
      units[i + 1]!,
      units[i + 2]!,
      units[i + 3]!,
      units[i + 4]!,
      units[i + 5]!,
      units[i + 6]!,
      units[i + 7]!,
      units[i + 8]!,
      units[i + 9]!,
      units[i + 10]!,
      units[i + 11]!,
      units[i + 12]!,
      units[i + 13]!,
      units[i + 14]!,
      units[i + 15]!,
    );
  }
  for (; i < end; i++) text += String.fromCharCode(units[i]!);
  return text;
}

/** `apply` takes any array-like; its type does not say so. */
function fromCharCodes(units: Uint8Array | Uint16Array | Uint32Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Whether a code point forces the array form. */
export function isWide(code: number): boolean {
  return code > 0xffff || (code & 0xf800) === 0xd800;
}

export function codePointAt(text: Text, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text[index]!;
}

/** The text of one code point. */
export function textOf(code: number): Text {
  return isWide(code) ? Uint32Array.of(code) : String.fromCharCode(code);
}

/** The code points as an array; not to be changed, since an array text is its own. */
export function codePoints(text: Text): Uint32Array {
  if (typeof text !== 'string') return text;
  const points = new Uint32Array(text.length);
  for (let i = 0; i < points.length; i++) points[i] = text.charCodeAt(i);
  return points;
}

/** The text of code points from `start` to `end`, in canonical form; copies. */
export function textFromCodePoints(points: Uint32Array, start = 0, end = points.length): Text {
  for (let i = start; i < end; i++) {
    if (isWide(points[i]!)) return points.slice(start, end);
  }
  return stringFromUnits(points, start, end);
}

const surrogate = /[\ud800-\udfff]/;

/** The text of any JavaScript string: pairs become one character, lone surrogates stay. */
export function textFromNative(native: string): Text {
  if (!surrogate.test(native)) return native;
  const points = new Uint32Array(native.length);
  let length = 0;
  for (let i = 0; i < native.length; length++) {
    const code = native.codePointAt(i)!;
    points[length] = code;
    i += code > 0xffff ? 2 : 1;
  }
  return points.slice(0, length);
}

/** The JavaScript string of a text, in UTF-16; adjacent lone surrogates may merge into a pair. */
export function nativeFromText(text: Text): string {
  if (typeof text === 'string') return text;
  let native = '';
  for (let i = 0; i < text.length; i += chunk)
    native += String.fromCodePoint(...text.subarray(i, i + chunk));
  return native;
}

export function concat(left: Text, right: Text): Text {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const joined = new Uint32Array(left.length + right.length);
  writeText(joined, 0, left);
  writeText(joined, left.length, right);
  return joined;
}

/** Copies the code points of `text` into `points` from `at` on. */
export function writeText(points: Uint32Array, at: number, text: Text): void {
  if (typeof text !== 'string') points.set(text, at);
  else for (let i = 0; i < text.length; i++) points[at + i] = text.charCodeAt(i);
}

/** The part from `start` to `end`, both within the text. */
export function slice(text: Text, start: number, end: number): Text {
  if (typeof text === 'string') return text.slice(start, end);
  return start === 0 && end === text.length ? text : textFromCodePoints(text, start, end);
}

/** The `length` characters at `start`, `start + step` …, all within the text. */
export function sliceStep(text: Text, start: number, step: number, length: number): Text {
  const points = new Uint32Array(length);
  if (typeof text === 'string') {
    for (let i = 0, at = start; i < length; i++, at += step) points[i] = text.charCodeAt(at);
    return stringFromUnits(points);
  }
  for (let i = 0, at = start; i < length; i++, at += step) points[i] = text[at]!;
  return textFromCodePoints(points);
}

export function repeat(text: Text, count: number): Text {
  if (typeof text === 'string') return text.repeat(count);
  if (count <= 0) return '';
  const points = new Uint32Array(text.length * count);
  points.set(text);
  for (let done = text.length; done < points.length; done *= 2)
    points.copyWithin(done, 0, Math.min(done, points.length - done));
  return points;
}

/** All `parts` in a row with `separator` between them. */
export function join(separator: Text, parts: readonly Text[]): Text {
  if (parts.length === 1) return parts[0]!;
  if ((typeof separator === 'string' || parts.length === 0) && allStrings(parts))
    return parts.join(separator as string);
  let length = separator.length * (parts.length - 1);
  for (const part of parts) length += part.length;
  const points = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      writeText(points, at, separator);
      at += separator.length;
    }
    writeText(points, at, parts[i]!);
    at += parts[i]!.length;
  }
  return points;
}

function allStrings(parts: readonly Text[]): parts is readonly string[] {
  for (const part of parts) if (typeof part !== 'string') return false;
  return true;
}

export function textEquals(left: Text, right: Text): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** Negative, zero or positive, by code points. */
export function compareTexts(left: Text, right: Text): number {
  if (typeof left === 'string' && typeof right === 'string')
    return left < right ? -1 : left > right ? 1 : 0;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = codePointAt(left, i) - codePointAt(right, i);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Gathers code points and finishes as a canonical text. */
export class TextBuilder {
  declare private points: Uint32Array;
  declare private wide: boolean;
  declare length: number;

  constructor(capacity: number) {
    this.points = new Uint32Array(capacity);
    this.wide = false;
    this.length = 0;
  }

  addCode(code: number): void {
    if (this.length === this.points.length) this.grow(1);
    if (isWide(code)) this.wide = true;
    this.points[this.length++] = code;
  }

  addText(text: Text): void {
    if (this.length + text.length > this.points.length) this.grow(text.length);
    if (typeof text !== 'string') this.wide = true;
    writeText(this.points, this.length, text);
    this.length += text.length;
  }

  /** Adds bytes as the code points of the same numbers. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    if (this.length + end - start > this.points.length) this.grow(end - start);
    for (let i = start; i < end; i++) this.points[this.length++] = bytes[i]!;
  }

  finish(): Text {
    return this.wide
      ? this.points.slice(0, this.length)
      : stringFromUnits(this.points, 0, this.length);
  }

  /** The text of the first `length` code points. */
  finishAt(length: number): Text {
    return textFromCodePoints(this.points, 0, length);
  }

  private grow(more: number): void {
    const grown = new Uint32Array(Math.max(this.length + more, this.points.length * 2, 16));
    grown.set(this.points);
    this.points = grown;
  }
}

/** Gathers bytes. */
export class BytesBuilder {
  declare private bytes: Uint8Array;
  declare length: number;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
    this.length = 0;
  }

  add(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  addAll(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Adds the code units of a string of characters below U+0100. */
  addLatin1(text: string): void {
    if (this.length + text.length > this.bytes.length) this.grow(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** The bytes, in a buffer of their own that is not larger than they are. */
  finish(): Uint8Array {
    return this.length === this.bytes.length ? this.bytes : this.bytes.slice(0, this.length);
  }

  private grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2, 16));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
