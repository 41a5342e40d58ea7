import { TableCodec } from './codec.ts';
import { lazyTable } from './table.ts';
import * as packed from './tw.gen.ts';

/** The encodings of Taiwan and Hong Kong; CPython's _codecs_tw.c and _codecs_hk.c. */

const big5Table = lazyTable(packed.big5);

export const big5 = new TableCodec('big5', big5Table);
export const cp950 = new TableCodec('cp950', lazyTable(packed.cp950, big5Table));
export const big5hkscs = new TableCodec('big5hkscs', lazyTable(packed.big5hkscs, big5Table));
