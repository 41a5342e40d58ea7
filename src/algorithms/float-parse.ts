/**
 * Text to double and back without rounding: `float(text)` (Objects/floatobject.c and
 * Python/pystrtod.c), `float.fromhex`, `float.hex`, `float.as_integer_ratio`.
 */
import { hasSignBit, ldexp, mantissaExponent, mantissaOf } from './float-bits.ts';

const PLAIN = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;
const BAD_UNDERSCORE = /(?:^|[^0-9])_|_(?:[^0-9]|$)/;

/**
 * The value of `float(text)` for text whose surrounding white space is stripped and whose Unicode
 * digits are turned into ASCII ones; undefined when the text is no float.
 */
export function parseFloatText(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special !== null) {
    if (special[2] === undefined) return NaN;
    return special[1] === '-' ? -Infinity : Infinity;
  }
  if (!text.includes('_') || BAD_UNDERSCORE.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  return PLAIN.test(digits) ? Number(digits) : undefined;
}

export type HexFloatError = 'invalid' | 'overflow' | 'too long';

/** The exact texts of the errors of `float.fromhex`, and which are OverflowErrors. */
export const HEX_FLOAT_ERRORS: Readonly<Record<HexFloatError, string>> = {
  invalid: 'invalid hexadecimal floating-point string', // ValueError
  overflow: 'hexadecimal value too large to represent as a float', // OverflowError
  'too long': 'hexadecimal string too long to convert', // ValueError
};

const HEX_FLOAT = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?$/i;
const LONG_MAX_ISH = 4e18; // an exponent beyond a C long's half is settled without arithmetic on it

/** `float.fromhex(text)`. */
export function parseHexFloat(text: string): number | HexFloatError {
  const stripped = text.replace(/^[ \t-\r]+|[ \t-\r]+$/g, '');
  const special = SPECIAL.exec(stripped);
  if (special !== null) {
    const value = special[2] === undefined ? NaN : Infinity;
    return special[1] === '-' ? -value : value;
  }
  const match = HEX_FLOAT.exec(stripped);
  if (match === null) return 'invalid';
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  if (whole.length + fraction.length === 0) return 'invalid';
  const size = hexValue(whole + fraction, Number(match[4] ?? '0') - 4 * fraction.length);
  if (size === Infinity) return 'overflow';
  return match[1] === '-' ? -size : size;
}

/** digits * 2**exponent rounded half to even; inf on overflow. */
function hexValue(digits: string, exponent: number): number {
  digits = digits.replace(/^0+/, '');
  if (digits === '' || exponent < -LONG_MAX_ISH) return 0;
  if (exponent > LONG_MAX_ISH) return Infinity;
  const kept = digits.slice(0, 30);
  let mantissa = BigInt(`0x${kept}`);
  // What is cut off only matters as "not zero" below the 120 bits kept.
  if (/[1-9a-f]/i.test(digits.slice(30))) mantissa |= 1n;
  exponent += 4 * (digits.length - kept.length);
  const top = mantissa.toString(2).length - 1 + exponent;
  if (top > 1024) return Infinity;
  if (top < -1080) return 0;
  const drop = Math.max(top - 52, -1074) - exponent;
  if (drop <= 0) return ldexp(Number(mantissa), exponent);
  const shift = BigInt(drop);
  let quotient = mantissa >> shift;
  const rest = mantissa - (quotient << shift);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && (quotient & 1n) === 1n)) quotient++;
  return ldexp(Number(quotient), exponent + drop);
}

/** `float.hex(x)`. */
export function floatHex(x: number): string {
  if (x !== x) return 'nan';
  const sign = hasSignBit(x) ? '-' : '';
  if (x - x !== 0) return `${sign}inf`;
  if (x === 0) return `${sign}0x0.0p+0`;
  const mantissa = mantissaOf(x);
  const lead = mantissa >= 4503599627370496 ? 1 : 0;
  const fraction = (mantissa - lead * 4503599627370496).toString(16).padStart(13, '0');
  const exponent = mantissaExponent(x) + 52;
  return `${sign}0x${lead}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

/** Numerator and positive denominator, in lowest terms, of a finite float, as canonical ints. */
export function asIntegerRatio(x: number): [number | bigint, number | bigint] {
  if (x === 0) return [0, 1];
  let mantissa = mantissaOf(x);
  let exponent = mantissaExponent(x);
  while (mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  if (x < 0) mantissa = -mantissa;
  if (exponent >= 0) return [shifted(mantissa, exponent), 1];
  return [mantissa, shifted(1, -exponent)];
}

function shifted(mantissa: number, exponent: number): number | bigint {
  const product = mantissa * 2 ** exponent;
  if (product <= 9007199254740991 && product >= -9007199254740991) return product;
  return BigInt(mantissa) << BigInt(exponent);
}
