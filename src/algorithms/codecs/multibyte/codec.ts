import { BytesBuilder, codePointAt, TextBuilder, type Text } from '../../text/contents.ts';
import { strictEncode, type Decoded, type OnDecodeError, type OnEncodeError } from '../errors.ts';
import { LEAD, pairShift, type Table } from './table.ts';

/**
 * Encodings in which a character is one to eight bytes; CPython's
 * Modules/cjkcodecs/multibytecodec.c.
 */
export interface Encoded {
  readonly bytes: Uint8Array;
  /** How many characters are encoded; a last one may await another that it would join. */
  readonly consumed: number;
}

export interface MultibyteCodec {
  readonly encoding: string;
  decode(data: Uint8Array, onError: OnDecodeError, final?: boolean): Decoded;
  encode(text: Text, onError: OnEncodeError, final?: boolean): Encoded;
}

/** What a rule answers: a character as `found` has it, or why there is none; all but WRONG_PAIR is one byte's fault. */
export const INCOMPLETE = -1;
export const WRONG = -2;
export const NO_RULE = -3;
export const WRONG_PAIR = -4;

/** A character's value and size in one number: a value is below 2⁴²; more than eight bytes are never one character. */
const sizeShift = 0x40000000000;

export const found = (value: number, size: number): number => size * sizeShift + value;

/** Reads the character at `i` in a way that the table does not tell, or answers NO_RULE. */
export type DecodeRule = (data: Uint8Array, i: number) => number;

/** Writes a character that the table does not have, or answers false. */
export type EncodeRule = (builder: BytesBuilder, code: number) => boolean;

const illegal = 'illegal multibyte sequence';
const incomplete = 'incomplete multibyte sequence';

export class TableCodec implements MultibyteCodec {
  declare readonly encoding: string;
  declare private readonly table: () => Table;
  declare private readonly decodeRule: DecodeRule | undefined;
  declare private readonly encodeRule: EncodeRule | undefined;

  constructor(
    encoding: string,
    table: () => Table,
    decodeRule?: DecodeRule,
    encodeRule?: EncodeRule,
  ) {
    this.encoding = encoding;
    this.table = table;
    this.decodeRule = decodeRule;
    this.encodeRule = encodeRule;
  }

  decode(from: Uint8Array, onError: OnDecodeError, final = true): Decoded {
    const table = this.table();
    let data = from;
    const builder = new TextBuilder(data.length);
    let i = 0;
    while (i < data.length) {
      const single = table.singles[data[i]!]!;
      if (single >= 0) {
        builder.addCode(single);
        i++;
        continue;
      }
      const character = single === LEAD ? this.characterAt(table, data, i) : WRONG;
      if (character >= 0) {
        const size = Math.floor(character / sizeShift);
        addValue(builder, character - size * sizeShift);
        i += size;
        continue;
      }
      if (character === INCOMPLETE && !final) break;
      const wrong = character === WRONG_PAIR ? 2 : 1;
      const end = character === INCOMPLETE ? data.length : i + wrong;
      const reason = character === INCOMPLETE ? incomplete : illegal;
      const answer = onError(this.encoding, data, i, end, reason);
      builder.addText(answer.replacement);
      data = answer.data ?? data;
      i = answer.position;
    }
    return { text: builder.finish(), consumed: i };
  }

  private characterAt(table: Table, data: Uint8Array, i: number): number {
    if (i + 1 >= data.length) return INCOMPLETE;
    if (this.decodeRule) {
      const character = this.decodeRule(data, i);
      if (character !== NO_RULE) return character;
    }
    const value = table.decode.get((data[i]! << 8) | data[i + 1]!);
    return value === undefined ? WRONG : found(value, 2);
  }

  encode(text: Text, onError: OnEncodeError, final = true): Encoded {
    const table = this.table();
    const builder = new BytesBuilder(text.length * 2);
    let i = 0;
    while (i < text.length) {
      const code = codePointAt(text, i);
      if (table.firstOfPair.has(code)) {
        if (i + 1 === text.length && !final) break;
        const pair =
          i + 1 < text.length
            ? table.encode.get(code * pairShift + codePointAt(text, i + 1))
            : undefined;
        if (pair !== undefined) {
          addKey(builder, pair);
          i += 2;
          continue;
        }
      }
      const key = table.encode.get(code);
      if (key !== undefined) {
        addKey(builder, key);
        i++;
      } else if (this.encodeRule?.(builder, code)) {
        i++;
      } else {
        const { replacement, position } = onError(this.encoding, text, i, i + 1, illegal);
        builder.addAll(
          replacement instanceof Uint8Array
            ? replacement
            : this.encode(replacement, strictEncode).bytes,
        );
        i = position;
      }
    }
    return { bytes: builder.finish(), consumed: i };
  }
}

function addValue(builder: TextBuilder, value: number): void {
  if (value < pairShift) {
    builder.addCode(value);
  } else {
    builder.addCode(Math.floor(value / pairShift));
    builder.addCode(value % pairShift);
  }
}

function addKey(builder: BytesBuilder, key: number): void {
  if (key > 0xffff) builder.add(key >> 16);
  if (key > 0xff) builder.add((key >> 8) & 0xff);
  builder.add(key & 0xff);
}

/** Three bytes, the first of which is 0x8F: JIS X 0212, or plane 2 of JIS X 0213. */
export const threeByteRule =
  (table: () => Table): DecodeRule =>
  (data, i) => {
    if (data[i] !== 0x8f) return NO_RULE;
    if (i + 2 >= data.length) return INCOMPLETE;
    const value = table().decode.get(0x8f0000 | (data[i + 1]! << 8) | data[i + 2]!);
    return value === undefined ? WRONG : found(value, 3);
  };
