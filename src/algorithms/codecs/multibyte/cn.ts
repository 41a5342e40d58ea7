import { lazy, unpackNumbers, unzigzag } from '../../unicode/packed.ts';
import * as packed from './cn.gen.ts';
import {
  found,
  INCOMPLETE,
  NO_RULE,
  TableCodec,
  WRONG,
  type DecodeRule,
  type EncodeRule,
} from './codec.ts';
import { lazyTable } from './table.ts';

/** The encodings of mainland China; CPython's Modules/cjkcodecs/_codecs_cn.c. */

export const gb2312Table = lazyTable(packed.gb2312);
const gbkTable = lazyTable(packed.gbk, gb2312Table);
const gb18030Table = lazyTable(packed.gb18030, gbkTable);

interface Run {
  readonly code: number;
  readonly number: number;
  readonly length: number;
}

/** Runs of characters below U+10000 that have four bytes, in the order of their codes. */
const runs = lazy(() => {
  const numbers = unpackNumbers(packed.fourBytes);
  const all: Run[] = [];
  let code = 0;
  let number = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    code += numbers[i]!;
    number += unzigzag(numbers[i + 2]!);
    const length = numbers[i + 1]!;
    all.push({ code, number, length });
    code += length;
    number += length;
  }
  return all;
});

const runsByNumber = lazy(() => [...runs()].sort((a, b) => a.number - b.number));

/** The number of U+10000 among the characters of four bytes. */
const firstAstral = 189000;

/** The last run that starts at or before `value`. */
function runBefore(all: readonly Run[], start: 'code' | 'number', value: number): Run | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]![start] <= value) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}

const decodeFourBytes: DecodeRule = (data, i) => {
  const second = data[i + 1]!;
  if (second < 0x30 || second > 0x39) return NO_RULE;
  if (i + 3 >= data.length) return INCOMPLETE;
  const [first, third, fourth] = [data[i]!, data[i + 2]!, data[i + 3]!];
  if (first < 0x81 || first > 0xfe || third < 0x81 || third > 0xfe) return WRONG;
  if (fourth < 0x30 || fourth > 0x39) return WRONG;
  const number = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  const astral = number - firstAstral + 0x10000;
  if (astral >= 0x10000) return astral <= 0x10ffff ? found(astral, 4) : WRONG;
  const run = runBefore(runsByNumber(), 'number', number);
  if (!run || number >= run.number + run.length) return WRONG;
  return found(run.code + number - run.number, 4);
};

const encodeFourBytes: EncodeRule = (builder, code) => {
  let number = code - 0x10000 + firstAstral;
  if (code < 0x10000) {
    const run = runBefore(runs(), 'code', code);
    if (!run || code >= run.code + run.length) return false;
    number = run.number + code - run.code;
  }
  builder.add(0x81 + Math.floor(number / 12600));
  builder.add(0x30 + (Math.floor(number / 1260) % 10));
  builder.add(0x81 + (Math.floor(number / 10) % 126));
  builder.add(0x30 + (number % 10));
  return true;
};

export const gb2312 = new TableCodec('gb2312', gb2312Table);
export const gbk = new TableCodec('gbk', gbkTable);
export const gb18030 = new TableCodec('gb18030', gb18030Table, decodeFourBytes, encodeFourBytes);
