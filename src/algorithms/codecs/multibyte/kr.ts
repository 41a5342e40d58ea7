import {
  found,
  INCOMPLETE,
  NO_RULE,
  TableCodec,
  WRONG,
  type DecodeRule,
  type EncodeRule,
} from './codec.ts';
import * as packed from './kr.gen.ts';
import { lazyTable } from './table.ts';

/**
 * The encodings of Korea; CPython's Modules/cjkcodecs/_codecs_kr.c.
 *
 * EUC-KR has only the 2,350 commonest syllables. The others it spells: a filler, then lead, vowel
 * and trail, each as the two bytes of a letter of KS X 1001.
 */
const row = 0xa4;
const filler = 0xd4;
const firstVowel = 0xbf;

/** The second bytes of the leads and trails; vowels follow one another. */
const leads = [0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5].concat([
  0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
]);
const trails = [filler, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa].concat(
  [0xab, 0xac, 0xad, 0xae, 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5],
  [0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe],
);

const decodeSpelt: DecodeRule = (data, i) => {
  if (data[i] !== row || data[i + 1] !== filler) return NO_RULE;
  if (i + 7 >= data.length) return INCOMPLETE;
  if (data[i + 2] !== row || data[i + 4] !== row || data[i + 6] !== row) return WRONG;
  const lead = leads.indexOf(data[i + 3]!);
  const vowel = data[i + 5]! - firstVowel;
  const trail = trails.indexOf(data[i + 7]!);
  if (lead < 0 || vowel < 0 || vowel > 20 || trail < 0) return WRONG;
  return found(0xac00 + (lead * 21 + vowel) * 28 + trail, 8);
};

const encodeSpelt: EncodeRule = (builder, code) => {
  const index = code - 0xac00;
  if (index < 0 || index >= 11172) return false;
  const letters = [
    filler,
    leads[Math.floor(index / 588)]!,
    firstVowel + (Math.floor(index / 28) % 21),
    trails[index % 28]!,
  ];
  for (const letter of letters) {
    builder.add(row);
    builder.add(letter);
  }
  return true;
};

export const eucKrTable = lazyTable(packed.euc_kr);

export const eucKr = new TableCodec('euc_kr', eucKrTable, decodeSpelt, encodeSpelt);
export const cp949 = new TableCodec('cp949', lazyTable(packed.cp949, eucKrTable));
export const johab = new TableCodec('johab', lazyTable(packed.johab));
