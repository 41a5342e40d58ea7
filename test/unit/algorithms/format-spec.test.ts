import { expect, test } from 'vitest';
import { FormatFailure, parseFormatSpec } from '../../../src/algorithms/format-spec.ts';

test('every part of a specification', () => {
  expect(parseFormatSpec('*^-z#12_.34,f', 'float', '>')).toEqual({
    fill: '*',
    align: '^',
    sign: '-',
    coerceNegativeZero: true,
    alternate: true,
    width: 12,
    grouping: '_',
    precision: 34,
    fractionGrouping: ',',
    type: 102,
    bare: false,
  });
});

test('a zero before the width fills after the sign of numbers only', () => {
  const number = parseFormatSpec('05', 'int', '>');
  expect(number).toMatchObject({ fill: '0', align: '=', width: 5 });
  expect(parseFormatSpec('05', 'str', '<')).toMatchObject({ fill: '0', align: '<', width: 5 });
  expect(parseFormatSpec('<05', 'int', '>')).toMatchObject({ fill: '0', align: '<', width: 5 });
  expect(parseFormatSpec(' <05', 'int', '>')).toMatchObject({ fill: ' ', align: '<', width: 5 });
});

test('an alignment character can be the fill', () => {
  expect(parseFormatSpec('<>3', 'str', '<')).toMatchObject({ fill: '<', align: '>', width: 3 });
});

test('decimal digits of any script', () => {
  expect(parseFormatSpec('٣.٢f', 'float', '>')).toMatchObject({ width: 3, precision: 2 });
});

test('bare specifications', () => {
  for (const spec of ['', 'f', '-.2f', '.3']) {
    expect(parseFormatSpec(spec, 'float', '>')).toMatchObject({ bare: true });
  }
  for (const spec of ['+f', '1f', ',f', '#f', 'zf', '.2_f']) {
    expect(parseFormatSpec(spec, 'float', '>')).toMatchObject({ bare: false });
  }
});

test('failures carry the message', () => {
  expect(parseFormatSpec('.', 'int', '>')).toEqual(
    new FormatFailure('Format specifier missing precision'),
  );
});
