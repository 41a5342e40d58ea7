/**
 * The parts of an IEEE 754 double, as `frexp`, `ldexp` and the casts of CPython's C code see them.
 */

// Conversion buffers: written and read within one call, so no state survives a function.
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const LOW = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

/** Sign, exponent and the upper 20 bits of the mantissa, as an unsigned 32-bit integer. */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH]!;
}

/** The lower 32 bits of the mantissa. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[LOW]!;
}

export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return double[0]!;
}

/** Whether the sign bit is set; true for -0.0 and for a nan with its sign bit set. */
export function hasSignBit(x: number): boolean {
  double[0] = x;
  return words[HIGH]! >>> 31 === 1;
}

/** The exponent `e` for which a finite, non-zero |x| lies in [2**e, 2**(e + 1)). */
export function exponentOf(x: number): number {
  double[0] = x;
  const biased = (words[HIGH]! >>> 20) & 0x7ff;
  if (biased !== 0) return biased - 1023;
  double[0] = x * 18014398509481984; // 2**54 makes a subnormal normal
  return ((words[HIGH]! >>> 20) & 0x7ff) - 1023 - 54;
}

/** The integer `mantissa` below 2**53 for which a finite |x| is `mantissa * 2**mantissaExponent(x)`. */
export function mantissaOf(x: number): number {
  double[0] = x;
  const high = words[HIGH]!;
  const fraction = (high & 0xfffff) * 4294967296 + words[LOW]!;
  return (high & 0x7ff00000) === 0 ? fraction : fraction + 4503599627370496;
}

export function mantissaExponent(x: number): number {
  double[0] = x;
  const biased = (words[HIGH]! >>> 20) & 0x7ff;
  return biased === 0 ? -1074 : biased - 1075;
}

/** The same mantissa and sign with the value scaled into [2**exponent, 2**(exponent + 1)), for a normal `exponent`. */
export function withExponent(x: number, exponent: number): number {
  double[0] = x;
  if ((words[HIGH]! & 0x7ff00000) === 0) double[0] = x * 18014398509481984;
  words[HIGH] = (words[HIGH]! & 0x800fffff) | ((exponent + 1023) << 20);
  return double[0];
}

const TINY_SCALE = 2 ** -1000;

/** x * 2**exponent rounded once, half to even, as C's `ldexp`; inf on overflow. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || x - x !== 0) return x;
  const target = exponentOf(x) + exponent;
  if (target > 1023) return x < 0 ? -Infinity : Infinity;
  if (target >= -1022) return withExponent(x, target);
  if (target < -1076) return x < 0 ? -0 : 0;
  return withExponent(x, target + 1000) * TINY_SCALE;
}

/** 2**exponent; 0 or inf outside the range of a double. */
export function powerOfTwo(exponent: number): number {
  if (exponent >= -1022 && exponent <= 1023) return fromWords((exponent + 1023) << 20, 0);
  return ldexp(1, exponent);
}
