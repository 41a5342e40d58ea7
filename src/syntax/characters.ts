import { operatorKinds } from './tokens.ts';

/** What a byte of source can begin; bytes above ASCII begin or continue names. */
export const CHAR_OPERATOR = 0;
export const CHAR_NAME = 1;
export const CHAR_DIGIT = 2;
export const CHAR_QUOTE = 3;
export const CHAR_NEWLINE = 4;
export const CHAR_HASH = 5;
export const CHAR_BACKSLASH = 6;
export const CHAR_DOT = 7;
export const CHAR_END = 8;

export const charClass: Uint8Array = makeClasses();
/** 1 for bytes that continue a name. */
export const isNameChar: Uint8Array = charClass.map(kind =>
  kind === CHAR_NAME || kind === CHAR_DIGIT ? 1 : 0,
);

function makeClasses(): Uint8Array {
  const table = new Uint8Array(256).fill(CHAR_NAME, 128);
  table.fill(CHAR_NAME, 97, 123).fill(CHAR_NAME, 65, 91).fill(CHAR_DIGIT, 48, 58);
  table[95] = CHAR_NAME;
  table[34] = table[39] = CHAR_QUOTE;
  table[10] = CHAR_NEWLINE;
  table[35] = CHAR_HASH;
  table[92] = CHAR_BACKSLASH;
  table[46] = CHAR_DOT;
  table[0] = CHAR_END;
  return table;
}

/** Kinds of one-character operators by character. */
export const singleKinds: Uint8Array = new Uint8Array(256);
/** Kinds of two-character operators: `x=` at x, `xx` at x + 128, `->` at x + 256. */
export const doubleKinds: Uint8Array = new Uint8Array(384);
for (const [text, kind] of operatorKinds) {
  const c = text.charCodeAt(0);
  if (text.length === 1) singleKinds[c] = kind;
  else if (text.length === 2) {
    if (text[1] === '=') doubleKinds[c] = kind;
    if (text[1] === text[0]) doubleKinds[c + 128] = kind;
    if (text[1] === '>') doubleKinds[c + 256] = kind;
  }
}

export const PREFIX_NONE = 0;
export const PREFIX_RAW = 1;
export const PREFIX_BYTES = 2;
export const PREFIX_U = 4;
export const PREFIX_F = 8;
export const PREFIX_T = 16;

const prefixBit = (c: number): number => {
  switch (c | 32) {
    case 114:
      return PREFIX_RAW;
    case 98:
      return PREFIX_BYTES;
    case 117:
      return PREFIX_U;
    case 102:
      return PREFIX_F;
    case 116:
      return PREFIX_T;
    default:
      return -1;
  }
};

/** The PREFIX_ bits of the letters before a quote, or -1 when they are no string prefix, fitting or not. */
export function stringPrefix(bytes: Uint8Array, start: number, end: number): number {
  let all = 0;
  for (let i = start; i < end; i++) {
    const bit = prefixBit(bytes[i]!);
    if (bit < 0 || (all & bit) !== 0) return -1;
    all |= bit;
  }
  return all;
}

const incompatible: readonly [prefixes: number, first: string, second: string][] = [
  [PREFIX_U | PREFIX_BYTES, 'u', 'b'],
  [PREFIX_U | PREFIX_RAW, 'u', 'r'],
  [PREFIX_U | PREFIX_F, 'u', 'f'],
  [PREFIX_U | PREFIX_T, 'u', 't'],
  [PREFIX_BYTES | PREFIX_F, 'b', 'f'],
  [PREFIX_BYTES | PREFIX_T, 'b', 't'],
  [PREFIX_F | PREFIX_T, 'f', 't'],
];

/** The message for prefixes that do not go together, or the empty string. */
export function prefixConflict(prefix: number): string {
  for (const [both, first, second] of incompatible) {
    if ((prefix & both) === both) return `'${first}' and '${second}' prefixes are incompatible`;
  }
  return '';
}
