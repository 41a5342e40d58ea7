import { TableCodec, threeByteRule } from './codec.ts';
import { lazyTable } from './table.ts';
import * as packed from './jp.gen.ts';

/** The encodings of Japan; CPython's Modules/cjkcodecs/_codecs_jp.c. */

export const eucJpTable = lazyTable(packed.euc_jp);
const shiftJisTable = lazyTable(packed.shift_jis, eucJpTable, 'shift');

export const eucJp = new TableCodec('euc_jp', eucJpTable, threeByteRule(eucJpTable));
export const shiftJis = new TableCodec('shift_jis', shiftJisTable);
export const cp932 = new TableCodec('cp932', lazyTable(packed.cp932, shiftJisTable));
