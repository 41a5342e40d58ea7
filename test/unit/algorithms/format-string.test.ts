import { expect, test } from 'vitest';
import { parseFormatString, splitFieldName } from '../../../src/algorithms/format-string.ts';

test('literals and fields', () => {
  expect(parseFormatString('a{{b}}{x[}:!].y!r:{w}>3}c')).toEqual({
    parts: [
      { literal: 'a{', fieldName: undefined, spec: undefined, nested: false, conversion: 0 },
      { literal: 'b}', fieldName: undefined, spec: undefined, nested: false, conversion: 0 },
      { literal: '', fieldName: 'x[}:!].y', spec: '{w}>3', nested: true, conversion: 114 },
      { literal: 'c', fieldName: undefined, spec: undefined, nested: false, conversion: 0 },
    ],
    failure: '',
  });
  expect(parseFormatString('{}').parts[0]).toMatchObject({ fieldName: '', spec: '' });
});

test('failures come after the parts before them', () => {
  const failures: [string, string][] = [
    ['a}', "Single '}' encountered in format string"],
    ['{', "Single '{' encountered in format string"],
    ['{a', "expected '}' before end of string"],
    ['{a[', "expected '}' before end of string"],
    ['{a{', "unexpected '{' in field name"],
    ['{a!', 'end of string while looking for conversion specifier'],
    ['{a!r', "unmatched '{' in format spec"],
    ['{a!rx}', "expected ':' after conversion specifier"],
    ['{a:{b}', "unmatched '{' in format spec"],
  ];
  for (const [format, failure] of failures) {
    expect([format, parseFormatString(format).failure]).toEqual([format, failure]);
  }
  expect(parseFormatString('{0}}').parts).toHaveLength(1);
});

test('field names', () => {
  expect(splitFieldName('0.a[b.c][12]')).toEqual({
    first: 0,
    rest: [
      { isAttribute: true, name: 'a' },
      { isAttribute: false, name: 'b.c' },
      { isAttribute: false, name: 12 },
    ],
    failure: '',
    failsFirst: false,
  });
  expect(splitFieldName('').first).toBe('');
  expect(splitFieldName('1a').first).toBe('1a');
  expect(splitFieldName('٣').first).toBe(3);
  expect(splitFieldName('[9223372036854775807]').rest[0]!.name).toBe(9223372036854775807n);
});

test('failures of field names', () => {
  expect(splitFieldName('99999999999999999999')).toMatchObject({
    failure: 'Too many decimal digits in format string',
    failsFirst: true,
  });
  const failures: [string, string][] = [
    ['a.', 'Empty attribute in format string'],
    ['a[]', 'Empty attribute in format string'],
    ['a[b', "Missing ']' in format string"],
    ['a[b]c', "Only '.' or '[' may follow ']' in format field specifier"],
    ['a[9223372036854775808]', 'Too many decimal digits in format string'],
  ];
  for (const [name, failure] of failures) {
    expect([name, splitFieldName(name)]).toMatchObject([name, { failure, failsFirst: false }]);
  }
});
