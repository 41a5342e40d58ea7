import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as letters from '../../../../src/algorithms/text/case.ts';
import * as contents from '../../../../src/algorithms/text/contents.ts';
import * as pad from '../../../../src/algorithms/text/pad.ts';
import * as is from '../../../../src/algorithms/text/predicates.ts';
import { replace, replaceBytes } from '../../../../src/algorithms/text/replace.ts';
import * as repr from '../../../../src/algorithms/text/repr.ts';
import * as search from '../../../../src/algorithms/text/search.ts';
import * as split from '../../../../src/algorithms/text/split.ts';
import * as strip from '../../../../src/algorithms/text/strip.ts';

/** CPython's answers, written by tools/record-text-cases.py: arguments, then the answer. */
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown[][]
>;

function unpacked(value: unknown): unknown {
  if (typeof value === 'string') return contents.textFromNative(value);
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== 'object') return value;
  return Uint8Array.from((value as { bytes: string }).bytes, char => char.charCodeAt(0));
}

const withByte =
  (pads: (data: Uint8Array, width: number, fill: number) => Uint8Array) =>
  (data: Uint8Array, width: number, fill: Uint8Array): Uint8Array =>
    pads(data, width, fill[0]!);

const ours = {
  find: search.find,
  rfind: search.rfind,
  count: search.count,
  startswith: search.startsWith,
  endswith: search.endsWith,
  'find bytes': search.findBytes,
  'rfind bytes': search.rfindBytes,
  'count bytes': search.countBytes,
  'startswith bytes': search.bytesStartWith,
  'endswith bytes': search.bytesEndWith,
  split: split.split,
  rsplit: split.rsplit,
  'split whitespace': split.splitWhitespace,
  'rsplit whitespace': split.rsplitWhitespace,
  'split bytes': split.splitBytes,
  'rsplit bytes': split.rsplitBytes,
  'split bytes whitespace': split.splitBytesWhitespace,
  'rsplit bytes whitespace': split.rsplitBytesWhitespace,
  splitlines: split.splitLines,
  'splitlines bytes': split.splitBytesLines,
  partition: split.partition,
  rpartition: split.rpartition,
  'partition bytes': split.partitionBytes,
  'rpartition bytes': split.rpartitionBytes,
  strip: strip.strip,
  lstrip: strip.lstrip,
  rstrip: strip.rstrip,
  'strip whitespace': strip.strip,
  'lstrip whitespace': strip.lstrip,
  'rstrip whitespace': strip.rstrip,
  'strip bytes': strip.stripBytes,
  'lstrip bytes': strip.lstripBytes,
  'rstrip bytes': strip.rstripBytes,
  'strip bytes whitespace': strip.stripBytes,
  'lstrip bytes whitespace': strip.lstripBytes,
  'rstrip bytes whitespace': strip.rstripBytes,
  ljust: pad.ljust,
  rjust: pad.rjust,
  center: pad.center,
  'ljust bytes': withByte(pad.ljustBytes),
  'rjust bytes': withByte(pad.rjustBytes),
  'center bytes': withByte(pad.centerBytes),
  zfill: pad.zfill,
  'zfill bytes': pad.zfillBytes,
  expandtabs: pad.expandTabs,
  'expandtabs bytes': pad.expandBytesTabs,
  replace,
  'replace bytes': replaceBytes,
  lower: letters.lower,
  upper: letters.upper,
  title: letters.title,
  swapcase: letters.swapcase,
  capitalize: letters.capitalize,
  casefold: letters.casefold,
  'lower bytes': letters.lowerBytes,
  'upper bytes': letters.upperBytes,
  'title bytes': letters.titleBytes,
  'swapcase bytes': letters.swapcaseBytes,
  'capitalize bytes': letters.capitalizeBytes,
  isalpha: is.textIsAlpha,
  isalnum: is.textIsAlnum,
  isdigit: is.textIsDigit,
  isspace: is.textIsSpace,
  islower: is.textIsLower,
  isupper: is.textIsUpper,
  istitle: is.textIsTitle,
  isascii: is.textIsAscii,
  'isalpha bytes': is.bytesAreAlpha,
  'isalnum bytes': is.bytesAreAlnum,
  'isdigit bytes': is.bytesAreDigit,
  'isspace bytes': is.bytesAreSpace,
  'islower bytes': is.bytesAreLower,
  'isupper bytes': is.bytesAreUpper,
  'istitle bytes': is.bytesAreTitle,
  'isascii bytes': is.bytesAreAscii,
  isdecimal: is.textIsDecimal,
  isnumeric: is.textIsNumeric,
  isprintable: is.textIsPrintable,
  isidentifier: is.textIsIdentifier,
  repr: repr.reprOfText,
  ascii: (text: contents.Text) => repr.asciiOfRepr(repr.reprOfText(text)),
  'repr bytes': repr.reprOfBytes,
  join: contents.join,
  concat: contents.concat,
  repeat: contents.repeat,
  compare: (left: contents.Text, right: contents.Text) =>
    Math.sign(contents.compareTexts(left, right)),
} as Record<string, (...args: unknown[]) => unknown>;

test('every recorded method has its function', () => {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(cases).sort());
});

test.each(Object.keys(cases))('%s answers as CPython does', name => {
  for (const row of cases[name]!) {
    const [answer, ...args] = [row.at(-1), ...row.slice(0, -1)].map(unpacked);
    expect(ours[name]!(...args), `${name} ${JSON.stringify(row)}`).toEqual(answer);
  }
});
