/** Text of complex numbers: `repr(z)`, `complex(text)` (CPython's Objects/complexobject.c). */
import { FLOAT_SIGN, formatFloat } from '../float-format.ts';
import { hasSignBit } from '../float-bits.ts';
import { parseFloatText } from '../float-parse.ts';
import type { Complex } from './arithmetic.ts';

export function complexRepr(real: number, imag: number): string {
  if (real === 0 && !hasSignBit(real)) return `${formatFloat(imag, 'r', 0)}j`;
  const sign = imag === imag ? '' : '+';
  return `(${formatFloat(real, 'r', 0)}${sign}${formatFloat(imag, 'r', 0, FLOAT_SIGN)}j)`;
}

const NUMBER = '(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?|inf(?:inity)?|nan)';
const REAL = new RegExp(`^[+-]?${NUMBER}$`, 'i');
const IMAGINARY = new RegExp(`^([+-]?${NUMBER}|[+-]?)j$`, 'i');
const BOTH = new RegExp(`^([+-]?${NUMBER})([+-]${NUMBER}|[+-])j$`, 'i');
const BAD_UNDERSCORE = /(?:^|[^0-9])_|_(?:[^0-9]|$)/;

/** Why text is no complex number: an underscore that is not between digits has an error of its own. */
export type ComplexTextError = 'malformed' | 'underscore';

/** The value of text whose Unicode digits and spaces are turned into ASCII ones. */
export function parseComplexText(text: string): Complex | ComplexTextError {
  if (text.includes('_')) {
    if (BAD_UNDERSCORE.test(text)) return 'underscore';
    return parseComplexText(text.replaceAll('_', ''));
  }
  const stripped = trim(text);
  const inner = /^\((.*)\)$/s.exec(stripped);
  const body = inner === null ? stripped : trim(inner[1]!);
  if (REAL.test(body)) return complexOf(parseFloatText(body), 0);
  const imaginary = IMAGINARY.exec(body);
  if (imaginary !== null) return complexOf(0, imaginaryPart(imaginary[1]!));
  const both = BOTH.exec(body);
  return both === null ? 'malformed' : complexOf(parseFloatText(both[1]!), imaginaryPart(both[2]!));
}

const trim = (text: string): string => text.replace(/^[ \t-\r]+|[ \t-\r]+$/g, '');

/** `j`, `+j` and `-j` are units. */
const imaginaryPart = (text: string): number | undefined =>
  parseFloatText(/[^+-]/.test(text) ? text : `${text}1`);

const complexOf = (
  real: number | undefined,
  imag: number | undefined,
): Complex | ComplexTextError =>
  real === undefined || imag === undefined ? 'malformed' : { real, imag };
