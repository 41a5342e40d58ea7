import { NO_RULE, TableCodec, threeByteRule, WRONG_PAIR, type DecodeRule } from './codec.ts';
import * as packed from './jis2004.gen.ts';
import { eucJpTable } from './jp.ts';
import { lazyTable, type Table } from './table.ts';

/** The encodings of JIS X 0213 in its editions of 2000 and 2004; CPython's _codecs_jp.c. */

export const euc2004Table = lazyTable(packed.euc_jis_2004, eucJpTable);
export const euc2000Table = lazyTable(packed.euc_jisx0213, euc2004Table);
const shift2004Table = lazyTable(packed.shift_jis_2004, euc2004Table, 'shift');
const shift2000Table = lazyTable(packed.shift_jisx0213, shift2004Table);

/** The ten characters that the edition of 2004 added are refused as a whole by that of 2000. */
const withoutAdded =
  (edition2000: () => Table, edition2004: () => Table): DecodeRule =>
  (data, i) => {
    const key = (data[i]! << 8) | data[i + 1]!;
    return edition2004().decode.has(key) && !edition2000().decode.has(key) ? WRONG_PAIR : NO_RULE;
  };

const threeBytes2000 = threeByteRule(euc2000Table);
const withoutAddedInEuc = withoutAdded(euc2000Table, euc2004Table);

export const eucJis2004 = new TableCodec('euc_jis_2004', euc2004Table, threeByteRule(euc2004Table));
export const eucJisx0213 = new TableCodec('euc_jisx0213', euc2000Table, (data, i) =>
  data[i] === 0x8f ? threeBytes2000(data, i) : withoutAddedInEuc(data, i),
);
export const shiftJis2004 = new TableCodec('shift_jis_2004', shift2004Table);
export const shiftJisx0213 = new TableCodec(
  'shift_jisx0213',
  shift2000Table,
  withoutAdded(shift2000Table, shift2004Table),
);
