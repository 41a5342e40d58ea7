import { expect, test } from 'vitest';
import {
  FLOAT_ADD_DOT_0,
  FLOAT_ALTERNATE,
  FLOAT_NO_NEGATIVE_ZERO,
  FLOAT_SIGN,
  formatFloat,
  roundHalfEven,
  roundToPlaces,
} from '../../../src/algorithms/float-format.ts';

test('halves go to even in code f', () => {
  expect([0.5, 1.5, 2.5, -2.5].map(x => formatFloat(x, 'f', 0))).toEqual(['0', '2', '2', '-2']);
  expect(formatFloat(0.125, 'f', 2)).toBe('0.12');
  expect(formatFloat(0.375, 'f', 2)).toBe('0.38');
  expect(formatFloat(2.675, 'f', 2)).toBe('2.67');
});

test('halves go to even in codes e and g', () => {
  expect(formatFloat(25, 'e', 0)).toBe('2e+01');
  expect(formatFloat(35, 'e', 0)).toBe('4e+01');
  expect(formatFloat(9.5, 'e', 0)).toBe('1e+01');
  expect(formatFloat(8.5, 'e', 0)).toBe('8e+00');
  expect(formatFloat(1.25e10, 'g', 2)).toBe('1.2e+10');
  expect(formatFloat(-49354764046245.9140625, 'G', 20)).toBe('-49354764046245.914062');
});

test('exact digits beyond the limits of toFixed and toExponential', () => {
  expect(formatFloat(1e23, 'f', 1)).toBe('99999999999999991611392.0');
  expect(formatFloat(0.1, 'f', 60)).toBe(
    '0.100000000000000005551115123125782702118158340454101562500000',
  );
  expect(formatFloat(5e-324, 'e', 120)).toMatch(/^4\.94065645841246544176568792868221.*e-324$/);
  expect(formatFloat(5e-324, 'f', 1100)).toMatch(/^0\.0{323}4940656.*56250{26}$/);
  expect(formatFloat(1e22, 'e', 105)).toBe(`1.${'0'.repeat(105)}e+22`);
  expect(formatFloat(0, 'e', 101)).toBe(`0.${'0'.repeat(101)}e+00`);
});

test('code g: exponent choice, zeros, alternate form', () => {
  expect(formatFloat(100000, 'g', 6)).toBe('100000');
  expect(formatFloat(1000000, 'g', 6)).toBe('1e+06');
  expect(formatFloat(999999.5, 'g', 6)).toBe('1e+06');
  expect(formatFloat(0.0001, 'g', 6)).toBe('0.0001');
  expect(formatFloat(0.00001234, 'g', 3)).toBe('1.23e-05');
  expect(formatFloat(0, 'g', 6, FLOAT_ALTERNATE)).toBe('0.00000');
  expect(formatFloat(0.001, 'g', 3, FLOAT_ALTERNATE)).toBe('0.00100');
  expect(formatFloat(1e10, 'g', 3, FLOAT_ALTERNATE)).toBe('1.00e+10');
  expect(formatFloat(3, 'g', 0, FLOAT_ALTERNATE)).toBe('3.');
  expect(formatFloat(1234, 'g', 4, FLOAT_ADD_DOT_0)).toBe('1.234e+03');
  expect(formatFloat(123, 'g', 4, FLOAT_ADD_DOT_0)).toBe('123.0');
  expect(formatFloat(1e300, 'G', 3)).toBe('1E+300');
});

test('signs', () => {
  expect(formatFloat(-0, 'f', 1)).toBe('-0.0');
  expect(formatFloat(-0.01, 'f', 1, FLOAT_NO_NEGATIVE_ZERO)).toBe('0.0');
  expect(formatFloat(-0.01, 'f', 1, FLOAT_NO_NEGATIVE_ZERO | FLOAT_SIGN)).toBe('+0.0');
  expect(formatFloat(-0.05, 'e', 1, FLOAT_NO_NEGATIVE_ZERO)).toBe('-5.0e-02');
  expect(formatFloat(1.5, 'r', 0, FLOAT_SIGN)).toBe('+1.5');
  expect(formatFloat(Infinity, 'F', 0, FLOAT_SIGN)).toBe('+INF');
  expect(formatFloat(NaN, 'f', 0, FLOAT_SIGN)).toBe('nan');
});

test('round to places is decimal, not binary', () => {
  expect(roundToPlaces(2.675, 2)).toBe(2.67);
  expect(roundToPlaces(0.5, 0)).toBe(0);
  expect(roundToPlaces(1.15, 1)).toBe(1.1);
  expect(roundToPlaces(1.25, 1)).toBe(1.2);
  expect(roundToPlaces(-1.35, 1)).toBe(-1.4);
  expect(roundToPlaces(56294995342131.5, 0)).toBe(56294995342132);
  expect(roundToPlaces(12345.678, -2)).toBe(12300);
  expect(roundToPlaces(250, -2)).toBe(200);
  expect(roundToPlaces(5e-324, 323)).toBe(0);
  expect(roundToPlaces(5e-324, 324)).toBe(5e-324);
  expect(roundToPlaces(-4, -1)).toBe(-0);
  expect(roundToPlaces(1.7e308, -308)).toBe(Infinity);
  expect(roundToPlaces(1e22, 300)).toBe(1e22);
});

test('round half even', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994].map(roundHalfEven)).toEqual([
    0, 2, 2, 0, -2, 0,
  ]);
  expect(roundHalfEven(2 ** 52 - 0.5)).toBe(2 ** 52);
});
