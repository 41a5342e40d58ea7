import { expect, test } from 'vitest';
import { Engine, Pattern } from '../../../../src/algorithms/sre/pattern.ts';
import {
  findAll,
  groupPart,
  replaceAll,
  Scan,
  split,
  substitute,
  type Parts,
} from '../../../../src/algorithms/sre/scan.ts';
import { recorded } from './recorded.ts';

const engine = new Engine();

function compiled(pattern: string): Pattern {
  const { code, groups } = recorded.find(r => r.pattern === pattern)!;
  return new Pattern(engine, Uint32Array.from(code), groups);
}

type Part = string | null | Part[];
const partsOf = (text: string): Parts<Part> => ({
  slice: (start, end) => text.slice(start, end),
  captured: one => one,
});

const found = (pattern: string, text: string, pos = 0, endpos = text.length): Part[] =>
  findAll<Part>(compiled(pattern), text, pos, endpos, partsOf(text), items => items);

test('findAll', () => {
  expect(found('x*', 'axb')).toEqual(['', 'x', '', '']);
  expect(found('\\b|:+', 'a::bc')).toEqual(['', '', '::', '', '']);
  expect(found('[a-f0-9]{2,4}', 'deadbeef 12')).toEqual(['dead', 'beef', '12']);
  expect(found('[a-f0-9]{2,4}', 'deadbeef 12', 5)).toEqual(['eef', '12']);
  expect(found('[a-f0-9]{2,4}', 'deadbeef 12', 0, 6)).toEqual(['dead', 'be']);
  expect(found('(a+|b)*', 'ab')).toEqual(['b', '']);
  expect(found('(?:(a)|b)*', 'ba')).toEqual(['a', '']);
  expect(found('(a|ab)(c|bcd)(d*)', 'abcd ac')).toEqual([
    ['a', 'bcd', ''],
    ['a', 'c', ''],
  ]);
});

test('split', () => {
  const parted = (pattern: string, text: string, maxsplit = 0): Part[] =>
    split<Part>(compiled(pattern), text, maxsplit, partsOf(text), null);
  expect(parted('x*', 'axbc')).toEqual(['', 'a', '', 'b', 'c', '']);
  expect(parted('x*', 'axbc', 2)).toEqual(['', 'a', 'bc']);
  expect(parted('a{0}b|(c){0}d', 'abd')).toEqual(['a', null, '', null, '']);
  expect(parted('abc', 'abc', -1)).toEqual(['abc']);
});

test('substitute', () => {
  const pattern = compiled('(a|ab)(c|bcd)(d*)');
  const text = 'x abcd ac';
  const parts = partsOf(text);
  const swapped = (count: number): { items: Part[]; count: number } =>
    substitute<Part>(pattern, text, count, parts, match => groupPart(match, 2, parts, ''));
  expect(swapped(0)).toEqual({ items: ['x ', 'bcd', ' ', 'c'], count: 2 });
  expect(swapped(1)).toEqual({ items: ['x ', 'bcd', ' ac'], count: 1 });
  expect(swapped(-1)).toEqual({ items: ['x abcd ac'], count: 0 });
  expect(substitute<Part>(pattern, text, 0, parts, () => undefined).items).toEqual(['x ', ' ']);
  expect(replaceAll(pattern, text, ['$&', 2, '1', 1, ''])).toBe('x $&bcd1a $&c1a');
  expect(replaceAll(compiled('x*'), text, ['-'])).toBeUndefined();
});

test('a scan that failed stays at its end', () => {
  const scan = new Scan(compiled('abc'), 'abcabc-abc', 0, 10);
  expect([scan.match()?.end, scan.match()?.end, scan.match(), scan.search()]).toEqual([
    3,
    6,
    null,
    null,
  ]);
});
