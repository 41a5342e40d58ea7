import { expect, test } from 'vitest';
import {
  FROM_ARGUMENTS,
  parsePercentFormat,
  percentFloat,
  percentInt,
  percentPadded,
  percentText,
  unsupportedConversion,
  withCounts,
} from '../../../src/algorithms/percent-format.ts';
import { textFromNative } from '../../../src/algorithms/text/contents.ts';

const layoutOf = (format: string, width = -1, precision = -1) =>
  withCounts(parsePercentFormat(format, false).fields[0]!, width, precision);

test('fields, literals and doubled percent signs', () => {
  const { fields, tail } = parsePercentFormat('a%%b%-+ #05.3ldc%(k(x)y)s%%', false);
  expect(tail).toBe('%');
  expect(fields).toEqual([
    {
      literal: 'a%b',
      mapping: false,
      key: undefined,
      leftAdjust: true,
      plus: true,
      blank: true,
      alternate: true,
      zero: true,
      width: 5,
      precision: 3,
      code: 100,
      index: 14,
      failure: '',
    },
    {
      literal: 'c',
      mapping: true,
      key: 'k(x)y',
      leftAdjust: false,
      plus: false,
      blank: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
      code: 115,
      index: 24,
      failure: '',
    },
  ]);
});

test('a format that breaks off fails after what comes before', () => {
  const failure = (format: string, isBytes = false) =>
    parsePercentFormat(format, isBytes).fields.at(-1)!.failure;
  expect(failure('%s%')).toBe('incomplete format');
  expect(failure('%5l')).toBe('incomplete format');
  expect(failure('%(a)')).toBe('incomplete format');
  expect(failure('%((a)s')).toBe('incomplete format key');
  expect(failure('%9223372036854775808d')).toBe('width too big');
  expect(failure('%.2147483648d')).toBe('precision too big');
  expect(failure('%.2147483648d', true)).toBe('prec too big');
  expect(parsePercentFormat('%*', false).fields[0]).toMatchObject({
    width: FROM_ARGUMENTS,
    failure: 'incomplete format',
  });
});

test('conversions that do not exist', () => {
  const message = (format: string, isBytes = false) =>
    unsupportedConversion(parsePercentFormat(textFromNative(format), isBytes).fields[0]!, isBytes);
  expect(message('ab%😀')).toBe("unsupported format character '?' (0x1f600) at index 3");
  expect(message('😀%y')).toBe("unsupported format character 'y' (0x79) at index 2");
  expect(message('%lld')).toBe("unsupported format character 'l' (0x6c) at index 2");
  expect(message('%\x01', true)).toBe("unsupported format character '\x01' (0x1) at index 1");
});

test('counts from the arguments', () => {
  expect(percentInt(7, layoutOf('%*d', -3))).toBe('7  ');
  expect(percentInt(7, layoutOf('%*d', -1))).toBe('7');
  expect(percentFloat(3.14159, layoutOf('%*.*f', 8, 2))).toBe('    3.14');
  expect(percentFloat(3.14159, layoutOf('%.*f', -1, -4))).toBe('3');
});

test('numbers', () => {
  expect(percentInt(-255, layoutOf('%#010x'))).toBe('-0x00000ff');
  expect(percentInt(255, layoutOf('%#X'))).toBe('0XFF');
  expect(percentInt(8, layoutOf('%#.5o'))).toBe('0o00010');
  expect(percentInt(7, layoutOf('%05.3d'))).toBe('00007');
  expect(percentInt(7, layoutOf('%-05d'))).toBe('7    ');
  expect(percentInt(7, layoutOf('% +d'))).toBe('+7');
  expect(percentFloat(-Infinity, layoutOf('%010f'))).toBe('-000000inf');
  expect(percentFloat(NaN, layoutOf('%+F'))).toBe('+NAN');
  expect(percentFloat(1, layoutOf('%#g'))).toBe('1.00000');
});

test('texts are never filled with zeros', () => {
  expect(percentText('abc', layoutOf('%05.2s'))).toBe('   ab');
  expect(percentText('', layoutOf('%s'))).toBe('');
  expect(percentPadded('a', layoutOf('%-3c'))).toBe('a  ');
});
