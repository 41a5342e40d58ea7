import { expect, test } from 'vitest';
import {
  formatComplex,
  formatDouble,
  formatInt,
  formatText,
  isFloatCode,
} from '../../../src/algorithms/format-number.ts';
import { FormatFailure, parseFormatSpec } from '../../../src/algorithms/format-spec.ts';
import { nativeFromText, textFromNative } from '../../../src/algorithms/text/contents.ts';

/** `format(value, spec)`, or the text of the error. */
function format(value: number | bigint | string | [number, number], spec: string, float = false) {
  const parsed = parseFormatSpec(
    textFromNative(spec),
    typeof value === 'string'
      ? 'str'
      : typeof value === 'object'
        ? 'complex'
        : float
          ? 'float'
          : 'int',
    typeof value === 'string' ? '<' : '>',
  );
  if (parsed instanceof FormatFailure) return nativeFromText(parsed.message);
  const result =
    typeof value === 'string'
      ? formatText(textFromNative(value), parsed, 'str')
      : typeof value === 'object'
        ? formatComplex(value[0], value[1], parsed, 'complex')
        : float || isFloatCode(parsed.type)
          ? formatDouble(Number(value), parsed, float ? 'float' : 'int')
          : formatInt(value, parsed, 'int');
  if (!(result instanceof FormatFailure)) return nativeFromText(result);
  const { exception, message } = result;
  return `${exception === 'ValueError' ? '' : `${exception}: `}${nativeFromText(message)}`;
}

const float = (x: number, spec: string) => format(x, spec, true);

test('ints', () => {
  expect(format(1234567, ',')).toBe('1,234,567');
  expect(format(-(10n ** 20n), '_d')).toBe('-100_000_000_000_000_000_000');
  expect(format(0xdeadbeef, '_x')).toBe('dead_beef');
  expect(format(255, '#X')).toBe('0XFF');
  expect(format(-5, '#010b')).toBe('-0b0000101');
  expect(format(1234, '08,')).toBe('0,001,234');
  expect(format(1234, '09,')).toBe('0,001,234');
  expect(format(1234, '010,')).toBe('00,001,234');
  expect(format(-1234, '+012_')).toBe('-000_001_234');
  expect(format(7, '<04')).toBe('7000');
  expect(format(-7, '*=6')).toBe('-****7');
  expect(format(5, '^4')).toBe(' 5  ');
  expect(format(5, '😀>3')).toBe('😀😀5');
  expect(format(0x1f600, 'c')).toBe('😀');
  expect(format(65, '0=4c')).toBe('000A');
  expect(format(5, ' d')).toBe(' 5');
  expect(format(3, '.2f')).toBe('3.00');
  expect(format(5, '.,')).toBe('5');
});

test('floats', () => {
  expect(float(3, '')).toBe('3.0');
  expect(float(1e16, '.3')).toBe('1e+16');
  expect(float(123, '.3')).toBe('1.23e+02');
  expect(float(12, '.3')).toBe('12.0');
  expect(float(1234567.891, ',.2f')).toBe('1,234,567.89');
  expect(float(1.23456789, '.7_f')).toBe('1.234_567_9');
  expect(float(1234.5678, '_.6,')).toBe('1_234.57');
  expect(float(0.256, '%')).toBe('25.600000%');
  expect(float(-0.001, 'z.1f')).toBe('0.0');
  expect(float(-0.001, '+z.1f')).toBe('+0.0');
  expect(float(-Infinity, '010')).toBe('-000000inf');
  expect(float(NaN, '+F')).toBe('+NAN');
  expect(float(1e100, '#033,')).toBe('000,000,000,000,000,000,001.e+100');
  expect(float(1e16, '#')).toBe('1.e+16');
  expect(float(1.5, 'n')).toBe('1.5');
});

test('complex', () => {
  expect(format([0, 1], '')).toBe('1j');
  expect(format([-0, 1], '')).toBe('(-0+1j)');
  expect(format([1.5, -2], '>12.1f')).toBe('    1.5-2.0j');
  expect(format([1e16, 2.9709982135450444e16], '_')).toBe('(1e+16+2.9709982135450444e+16j)');
  expect(format([0, 2], '+')).toBe('+2j');
});

test('strings', () => {
  expect(format('abc', '6.2')).toBe('ab    ');
  expect(format('a😀b', '*^5s')).toBe('*a😀b*');
  expect(format('a😀b', '.2')).toBe('a😀');
  expect(format('abc', '05')).toBe('abc00');
  expect(format('abc', '.3,s')).toBe('abc');
});

test('errors', () => {
  const cases: [string | number, string, string][] = [
    [5, '.3d', 'Precision not allowed in integer format specifier'],
    [5, 'z', 'Negative zero coercion (z) not allowed in integer format specifier'],
    [5, '+c', "Sign not allowed with integer format specifier 'c'"],
    [5, '#c', "Alternate form (#) not allowed with integer format specifier 'c'"],
    [-1, 'c', 'OverflowError: %c arg not in range(0x110000)'],
    [5, 's', "Unknown format code 's' for object of type 'int'"],
    [5, '\u1234', "Unknown format code '\\x1234' for object of type 'int'"],
    [5, ',x', "Cannot specify ',' with 'x'."],
    [5, ',,', "Cannot specify ',' with ','."],
    [5, ',_', "Cannot specify both ',' and '_'."],
    [5, '.3_,f', "Cannot specify both ',' and '_'."],
    [5, '.3,n', "Cannot specify ',' with 'n'."],
    [5, '.f', 'Format specifier missing precision'],
    [5, '.2147483648f', 'precision too big'],
    [5, '9223372036854775808', 'Too many decimal digits in format string'],
    [5, 'abc😀', "Invalid format specifier 'abc😀' for object of type 'int'"],
    ['a', ',', "Cannot specify ',' with 's'."],
    ['a', '+', 'Sign not allowed in string format specifier'],
    ['a', ' ', 'Space not allowed in string format specifier'],
    ['a', '#', 'Alternate form (#) not allowed in string format specifier'],
    ['a', '=5', "'=' alignment not allowed in string format specifier"],
  ];
  for (const [value, spec, message] of cases) {
    expect([spec, format(value, spec)]).toEqual([spec, message]);
  }
  expect(format(2n ** 70n, 'c')).toBe('OverflowError: Python int too large to convert to C long');
  expect(format([1, 2], '010')).toBe('Zero padding is not allowed in complex format specifier');
  expect(format([1, 2], '=10')).toBe(
    "'=' alignment flag is not allowed in complex format specifier",
  );
  expect(float(1, 'd')).toBe("Unknown format code 'd' for object of type 'float'");
});
