import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../../text/contents.ts';
import { strictEncode, type Decoded, type OnDecodeError, type OnEncodeError } from '../errors.ts';
import { gb2312Table } from './cn.ts';
import type { Encoded } from './codec.ts';
import { euc2000Table, euc2004Table } from './jis2004.ts';
import { eucJpTable } from './jp.ts';
import { eucKrTable } from './kr.ts';
import { pairShift, planeTwoRows, type Table } from './table.ts';

/**
 * Encodings of seven bits that switch between character sets; CPython's
 * Modules/cjkcodecs/_codecs_iso2022.c, and hz of _codecs_cn.c.
 */

/** What a stream of text or bytes has switched to; starts fresh for each stream. */
export interface ShiftState {
  g0: CharacterSet | undefined;
  g1: CharacterSet | undefined;
  g2: CharacterSet | undefined;
  /** Whether bytes are of G1. */
  shifted: boolean;
  /** Whether an escape sequence of another standard passes through. */
  escaping: boolean;
}

export interface StatefulCodec {
  readonly encoding: string;
  decode(data: Uint8Array, onError: OnDecodeError, final?: boolean, state?: ShiftState): Decoded;
  /** When the text is final, returns to ASCII at its end. */
  encode(text: Text, onError: OnEncodeError, final?: boolean, state?: ShiftState): Encoded;
  /** The bytes that return to ASCII. */
  reset(state: ShiftState): Uint8Array;
}

export function freshState(): ShiftState {
  return { g0: undefined, g1: undefined, g2: undefined, shifted: false, escaping: false };
}

/** A set to switch to; undefined stands for ASCII. */
interface CharacterSet {
  /** The escape sequence without its ESC. */
  readonly escape: string;
  readonly into: 0 | 1 | 2;
  readonly width: 1 | 2;
  /** The value of the bytes as one number, or undefined. */
  decode(key: number): number | undefined;
  /** The bytes of a code, or of two in one number, as one number, or undefined. */
  encode(value: number): number | undefined;
  readonly firstOfPair: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();
const noExceptions: ReadonlyMap<number, number> = new Map();
const highBits = 0x8080;

interface EucOptions {
  readonly into?: 0 | 1;
  /** What comes before the two bytes in EUC, as it weighs in a key. */
  readonly prefix?: number;
  /** Whether two characters may be one code, and whether only such are taken. */
  readonly pairs?: boolean;
  readonly pairsOnly?: boolean;
  /** The rows that are of the set, where another shares the prefix. */
  readonly rows?: readonly number[];
  /** What bytes stand for that EUC has otherwise. */
  readonly exceptions?: ReadonlyMap<number, number>;
  /** A character that EUC has and this set has not. */
  readonly refuses?: number;
}

/** The two-byte set whose bytes have the high bits in the EUC encoding of `table`. */
function eucSet(escape: string, table: () => Table, options: EucOptions = {}): CharacterSet {
  const {
    into = 0,
    prefix = 0,
    pairs = false,
    pairsOnly = false,
    rows,
    exceptions = noExceptions,
    refuses,
  } = options;
  const low = prefix + 0xa1a1;
  const high = prefix + 0xfefe;
  const has = (key: number): boolean =>
    key >= low &&
    key <= high &&
    (key & highBits) === highBits &&
    (!rows || rows.includes(((key >> 8) & 0xff) - 0xa0));
  return {
    escape,
    into,
    width: 2,
    decode: key => {
      const exception = exceptions.get(key);
      if (exception !== undefined) return exception;
      const high = prefix + (key | highBits);
      return (key & highBits) === 0 && has(high) ? table().decode.get(high) : undefined;
    },
    encode: value => {
      const key = table().encode.get(value);
      if (key === undefined || !has(key)) return undefined;
      if (value === refuses) return undefined;
      if (pairsOnly && value < pairShift) return undefined;
      return (key - prefix) & 0x7f7f;
    },
    get firstOfPair() {
      return pairs || pairsOnly ? table().firstOfPair : none;
    },
  };
}

function byteSet(
  escape: string,
  into: 0 | 2,
  decode: (key: number) => number | undefined,
  encode: (value: number) => number | undefined,
): CharacterSet {
  return { escape, into, width: 1, decode, encode, firstOfPair: none };
}

const filler = new Map([[0x2454, 0x3164]]);
const tilde = new Map([[0x2232, 0x7e]]);
const hair = new Map([[0x7d3b, 0x9b1c]]);

const jisx0208 = eucSet('$B', eucJpTable);
const jisx0208Old = eucSet('$@', eucJpTable);
const jisx0212 = eucSet('$(D', eucJpTable, { prefix: 0x8f0000 });
const ksx1001InG0 = eucSet('$(C', eucKrTable, { exceptions: filler });
const ksx1001InG1 = eucSet('$)C', eucKrTable, { into: 1, exceptions: filler });
const gb2312 = eucSet('$(A', gb2312Table);
const plane1Of2000 = eucSet('$(O', euc2000Table, {
  pairs: true,
  exceptions: tilde,
  refuses: 0xff5e,
});
const plane1Of2000Pairs = eucSet('$(O', euc2000Table, {
  pairsOnly: true,
  exceptions: tilde,
  refuses: 0xff5e,
});
const plane2Of2000 = eucSet('$(P', euc2000Table, {
  prefix: 0x8f0000,
  rows: planeTwoRows,
  exceptions: hair,
});
const plane1Of2004 = eucSet('$(Q', euc2004Table, {
  pairs: true,
  exceptions: tilde,
  refuses: 0xff5e,
});
const plane1Of2004Pairs = eucSet('$(Q', euc2004Table, {
  pairsOnly: true,
  exceptions: tilde,
  refuses: 0xff5e,
});
const plane2Of2004 = eucSet('$(P', euc2004Table, { prefix: 0x8f0000, rows: planeTwoRows });

const romanOnly = new Map([
  [0x5c, 0xa5],
  [0x7e, 0x203e],
]);
const jisx0201Roman = byteSet(
  '(J',
  0,
  key => romanOnly.get(key) ?? key,
  value => (value === 0xa5 ? 0x5c : value === 0x203e ? 0x7e : undefined),
);
const jisx0201Kana = byteSet(
  '(I',
  0,
  key => (key >= 0x21 && key <= 0x5f ? key + 0xff40 : undefined),
  value => (value >= 0xff61 && value <= 0xff9f ? value - 0xff40 : undefined),
);

/** ISO 8859-7 past 0xA0, as the edition of 1987 has it: zero is nothing. */
const greekExceptions = new Map([
  [0xa1, 0x2018],
  [0xa2, 0x2019],
  [0xa4, 0],
  [0xa5, 0],
  [0xaa, 0],
  [0xae, 0],
  [0xaf, 0x2015],
  [0xb4, 0x384],
  [0xb5, 0x385],
  [0xb6, 0x386],
  [0xb8, 0x388],
  [0xb9, 0x389],
  [0xba, 0x38a],
  [0xbc, 0x38c],
  [0xd2, 0],
  [0xff, 0],
]);

function greek(byte: number): number | undefined {
  const exception = greekExceptions.get(byte);
  if (exception !== undefined) return exception === 0 ? undefined : exception;
  return byte < 0xbe ? byte : byte + 0x2d0;
}

const latin1 = byteSet(
  '.A',
  2,
  key => (key < 0x80 ? key + 0x80 : undefined),
  () => undefined,
);
const latinGreek = byteSet(
  '.F',
  2,
  key => greek(key ^ 0x80),
  () => undefined,
);

const ESC = 0x1b;
const SO = 0x0e;
const SI = 0x0f;
const newline = 10;
const longestEscape = 16;

interface Options {
  /** Whether SO and SI switch. */
  readonly shifts?: boolean;
  readonly usesG2?: boolean;
  /** Whether ESC & @ announces a revision of JIS X 0208. */
  readonly revisions?: boolean;
}

const isEscapeEnd = (byte: number): boolean => (byte >= 65 && byte <= 90) || byte === 64;
const isDesignation = (byte: number): boolean =>
  byte === 40 || byte === 41 || byte === 36 || byte === 46 || byte === 38;

/** What a step of decoding came to: how many bytes it took, or are wrong, or that more are needed. */
interface Step {
  readonly size: number;
  readonly fault?: 'illegal' | 'incomplete';
}

const took = (size: number): Step => ({ size });
const illegal = (size: number): Step => ({ size, fault: 'illegal' });
const incomplete: Step = { size: 0, fault: 'incomplete' };

abstract class ShiftCodec implements StatefulCodec {
  declare readonly encoding: string;

  constructor(encoding: string) {
    this.encoding = encoding;
  }

  protected abstract decodeStep(
    data: Uint8Array,
    i: number,
    builder: TextBuilder,
    state: ShiftState,
  ): Step;

  /** How many characters were written, 0 when they cannot be, -1 when another has to be seen. */
  protected abstract encodeStep(
    text: Text,
    i: number,
    builder: BytesBuilder,
    state: ShiftState,
    final: boolean,
  ): number;

  abstract reset(state: ShiftState): Uint8Array;

  decode(
    from: Uint8Array,
    onError: OnDecodeError,
    final = true,
    state: ShiftState = freshState(),
  ): Decoded {
    let data = from;
    const builder = new TextBuilder(data.length);
    let i = 0;
    while (i < data.length) {
      const { size, fault } = this.decodeStep(data, i, builder, state);
      if (fault === undefined) {
        i += size;
        continue;
      }
      if (fault === 'incomplete' && !final) break;
      const end = fault === 'incomplete' ? data.length : i + size;
      const answer = onError(this.encoding, data, i, end, `${fault} multibyte sequence`);
      builder.addText(answer.replacement);
      data = answer.data ?? data;
      i = answer.position;
    }
    return { text: builder.finish(), consumed: i };
  }

  encode(
    text: Text,
    onError: OnEncodeError,
    final = true,
    state: ShiftState = freshState(),
  ): Encoded {
    const builder = new BytesBuilder(text.length * 2 + 8);
    let i = 0;
    while (i < text.length) {
      const written = this.encodeStep(text, i, builder, state, final);
      if (written < 0) break;
      i += written;
      if (written > 0) continue;
      const reason = 'illegal multibyte sequence';
      const { replacement, position } = onError(this.encoding, text, i, i + 1, reason);
      builder.addAll(
        replacement instanceof Uint8Array
          ? replacement
          : this.encode(replacement, strictEncode, false, state).bytes,
      );
      i = position;
    }
    if (final) builder.addAll(this.reset(state));
    return { bytes: builder.finish(), consumed: i };
  }
}

class Iso2022Codec extends ShiftCodec {
  declare private readonly sets: readonly CharacterSet[];
  declare private readonly options: Options;

  constructor(encoding: string, sets: readonly CharacterSet[], options: Options) {
    super(encoding);
    this.sets = sets;
    this.options = options;
  }

  protected decodeStep(data: Uint8Array, i: number, builder: TextBuilder, state: ShiftState): Step {
    const byte = data[i]!;
    if (state.escaping) {
      builder.addCode(byte);
      if (isEscapeEnd(byte)) state.escaping = false;
      return took(1);
    }
    if (byte === ESC) return this.decodeEscape(data, i, builder, state);
    if ((byte === SI || byte === SO) && this.options.shifts) {
      state.shifted = byte === SO;
      return took(1);
    }
    if (byte === newline) state.shifted = false;
    if (byte >= 0x80) return illegal(1);
    const set = byte < 0x20 ? undefined : state.shifted ? state.g1 : state.g0;
    if (!set) {
      builder.addCode(byte);
      return took(1);
    }
    if (i + set.width > data.length) return incomplete;
    const value = set.decode(set.width === 1 ? byte : (byte << 8) | data[i + 1]!);
    if (value === undefined) return illegal(set.width);
    if (value >= pairShift) builder.addCode(Math.floor(value / pairShift));
    builder.addCode(value % pairShift);
    return took(set.width);
  }

  private decodeEscape(data: Uint8Array, i: number, builder: TextBuilder, state: ShiftState): Step {
    const second = data[i + 1];
    if (second === undefined) return incomplete;
    if (isDesignation(second)) return this.designate(data, i, state);
    if (this.options.usesG2 && second === 78) {
      const byte = data[i + 2];
      if (byte === undefined) return incomplete;
      const value = state.g2 ? state.g2.decode(byte) : byte < 0x80 ? byte : undefined;
      if (value === undefined) return illegal(3);
      builder.addCode(value);
      return took(3);
    }
    builder.addCode(ESC);
    state.escaping = true;
    return took(1);
  }

  private designate(data: Uint8Array, i: number, state: ShiftState): Step {
    let length = 0;
    for (let k = 1; k < longestEscape && length === 0; k++) {
      if (i + k >= data.length) return incomplete;
      if (isEscapeEnd(data[i + k]!)) length = k + 1;
      else if (this.options.revisions && data[i + k] === 38 && data[i + k + 1] === 64) k += 2;
    }
    if (length === 0) return illegal(1);
    let escape = String.fromCharCode(...data.subarray(i + 1, i + length));
    // The announcement is `&@`; CPython looks at what follows it alone.
    if (this.options.revisions && length === 6 && escape.endsWith('\x1b$B')) escape = '$B';
    if (escape === '(B') state.g0 = undefined;
    else if (escape === ')B') state.g1 = undefined;
    else if (escape === '.B' && this.options.usesG2) state.g2 = undefined;
    else {
      const set = this.sets.find(known => isEscapeOf(known, escape));
      if (!set) return illegal(length);
      if (/^\$?\)/.test(escape)) state.g1 = set;
      else if (escape.startsWith('.')) state.g2 = set;
      else state.g0 = set;
    }
    return took(length);
  }

  protected encodeStep(
    text: Text,
    i: number,
    builder: BytesBuilder,
    state: ShiftState,
    final: boolean,
  ): number {
    const code = codePointAt(text, i);
    if (code < 0x80) {
      builder.addAll(this.toAscii(state));
      builder.add(code);
      return 1;
    }
    for (const set of this.sets) {
      let written = 1;
      let key: number | undefined;
      if (set.firstOfPair.has(code)) {
        if (i + 1 < text.length) key = set.encode(code * pairShift + codePointAt(text, i + 1));
        else if (!final) return -1;
        if (key !== undefined) written = 2;
      }
      key ??= set.encode(code);
      if (key === undefined) continue;
      this.switchTo(set, builder, state);
      if (set.width === 2) builder.add(key >> 8);
      builder.add(key & 0xff);
      return written;
    }
    return 0;
  }

  private switchTo(set: CharacterSet, builder: BytesBuilder, state: ShiftState): void {
    if (set.into === 1) {
      if (state.g1 !== set) builder.addLatin1('\x1b' + set.escape);
      state.g1 = set;
      if (!state.shifted) builder.add(SO);
      state.shifted = true;
      return;
    }
    if (state.shifted) builder.add(SI);
    state.shifted = false;
    if (state.g0?.escape !== set.escape) builder.addLatin1('\x1b' + set.escape);
    state.g0 = set;
  }

  private toAscii(state: ShiftState): Uint8Array {
    const builder = new BytesBuilder(4);
    if (state.g0) builder.addLatin1('\x1b(B');
    state.g0 = undefined;
    if (state.shifted) builder.add(SI);
    state.shifted = false;
    return builder.finish();
  }

  reset(state: ShiftState): Uint8Array {
    const { shifted } = state;
    state.shifted = false;
    const ascii = this.toAscii(state);
    return shifted ? Uint8Array.of(SI, ...ascii) : ascii;
  }
}

/** `$A` may be written `$(A` as well, and a set of one byte is known by its last letter alone. */
function isEscapeOf(set: CharacterSet, escape: string): boolean {
  const last = escape.at(-1);
  const middle = escape.slice(0, -1);
  if (last !== set.escape.at(-1)) return false;
  if (set.width === 2) return middle === '$' || middle === '$(' || middle === '$)';
  return set.into === 2 ? middle === '.' : middle === '(' || middle === ')';
}

class HzCodec extends ShiftCodec {
  protected decodeStep(data: Uint8Array, i: number, builder: TextBuilder, state: ShiftState): Step {
    const byte = data[i]!;
    const next = data[i + 1];
    if (byte === 126) {
      if (next === undefined) return incomplete;
      if (next === 126 && !state.shifted) builder.addCode(126);
      else if (next === 123 && !state.shifted) state.shifted = true;
      else if (next === 125 && state.shifted) state.shifted = false;
      else if (next !== newline || state.shifted) return illegal(1);
      return took(2);
    }
    if (byte >= 0x80) return illegal(1);
    if (!state.shifted) {
      builder.addCode(byte);
      return took(1);
    }
    if (next === undefined) return incomplete;
    const value = next < 0x80 ? gb2312Table().decode.get((byte << 8) | next | highBits) : undefined;
    if (value === undefined) return illegal(1);
    builder.addCode(value);
    return took(2);
  }

  protected encodeStep(text: Text, i: number, builder: BytesBuilder, state: ShiftState): number {
    const code = codePointAt(text, i);
    if (code < 0x80) {
      builder.addAll(this.reset(state));
      if (code === 126) builder.add(126);
      builder.add(code);
      return 1;
    }
    const key = gb2312Table().encode.get(code);
    if (key === undefined) return 0;
    if (!state.shifted) builder.addLatin1('~{');
    state.shifted = true;
    builder.add((key >> 8) & 0x7f);
    builder.add(key & 0x7f);
    return 1;
  }

  reset(state: ShiftState): Uint8Array {
    const end = state.shifted ? Uint8Array.of(126, 125) : new Uint8Array(0);
    state.shifted = false;
    return end;
  }
}

const japanese: Options = { revisions: true };

export const iso2022Kr = new Iso2022Codec('iso2022_kr', [ksx1001InG1], { shifts: true });
export const iso2022Jp = new Iso2022Codec(
  'iso2022_jp',
  [jisx0208, jisx0201Roman, jisx0208Old],
  japanese,
);
export const iso2022Jp1 = new Iso2022Codec(
  'iso2022_jp_1',
  [jisx0208, jisx0212, jisx0201Roman, jisx0208Old],
  japanese,
);
export const iso2022Jp2 = new Iso2022Codec(
  'iso2022_jp_2',
  [jisx0208, jisx0212, ksx1001InG0, gb2312, jisx0201Roman, jisx0208Old, latin1, latinGreek],
  { ...japanese, usesG2: true },
);
export const iso2022Jp3 = new Iso2022Codec(
  'iso2022_jp_3',
  [plane1Of2000Pairs, jisx0208, plane1Of2000, plane2Of2000],
  japanese,
);
export const iso2022Jp2004 = new Iso2022Codec(
  'iso2022_jp_2004',
  [plane1Of2004Pairs, jisx0208, plane1Of2004, plane2Of2004],
  japanese,
);
export const iso2022JpExt = new Iso2022Codec(
  'iso2022_jp_ext',
  [jisx0208, jisx0212, jisx0201Roman, jisx0201Kana, jisx0208Old],
  japanese,
);
export const hz = new HzCodec('hz');
