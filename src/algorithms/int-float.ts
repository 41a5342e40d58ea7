/**
 * Between ints and floats without double rounding (CPython's `long_true_divide`, `PyLong_AsDouble`,
 * `PyLong_FromDouble` and `float_richcompare`).
 */
import { ldexp } from './float-bits.ts';
import { bitLength, type IntValue, MAX_SAFE, MIN_SAFE } from './int-math.ts';

/** a / b for b != 0, correctly rounded; inf or -inf when the result overflows. */
export function trueDivide(a: IntValue, b: IntValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  if (a === 0) return b < 0 ? -0 : 0;
  const negative = a < 0 !== b < 0;
  const size = divideSizes(a, b);
  return negative ? -size : size;
}

function divideSizes(a: IntValue, b: IntValue): number {
  const difference = bitLength(a) - bitLength(b);
  if (difference > 1024) return Infinity;
  if (difference < -1080) return 0;
  // The quotient gets 55 or 56 bits, fewer in the subnormal range, and its lowest bit is sticky.
  const shift = Math.max(difference, -1021) - 55;
  let numerator = BigInt(a);
  let denominator = BigInt(b);
  if (numerator < 0n) numerator = -numerator;
  if (denominator < 0n) denominator = -denominator;
  if (shift <= 0) numerator <<= BigInt(-shift);
  else denominator <<= BigInt(shift);
  let quotient = numerator / denominator;
  if (quotient * denominator !== numerator) quotient |= 1n;
  const extra = Math.max(quotient.toString(2).length, -1021 - shift) - 53;
  const dropped = BigInt.asUintN(extra, quotient);
  const half = 1n << BigInt(extra - 1);
  let kept = Number(quotient >> BigInt(extra));
  if (dropped > half || (dropped === half && kept % 2 === 1)) kept++;
  return ldexp(kept, shift + extra);
}

/** `float(a)`, halves to even; inf or -inf when it overflows. */
export function toFloat(a: IntValue): number {
  return Number(a);
}

/** The int of a finite float that has an integer value. */
export function fromIntegral(x: number): IntValue {
  return x <= MAX_SAFE && x >= MIN_SAFE ? x + 0 : BigInt(x);
}

/** `int(x)` of a finite float. */
export function fromFloat(x: number): IntValue {
  return fromIntegral(Math.trunc(x));
}

/** Exact comparison: -1, 0, 1, or nan when x is nan. */
export function compareWithFloat(a: IntValue, x: number): number {
  if (a < x) return -1;
  if (a > x) return 1;
  return x === x ? 0 : NaN;
}

/** m and e with a = m * 2**e nearly, 0.5 <= |m| < 1, halves to even: `_PyLong_Frexp`, for math.log of huge ints. */
export function frexpInt(a: IntValue): [number, number] {
  if (a === 0) return [0, 0];
  const bits = bitLength(a);
  if (bits <= 1000) return splitFloat(Number(a), 0);
  // 64 leading bits, the rest as a sticky bit, then the engine's own rounding to 53.
  const shift = BigInt(bits - 64);
  const size = BigInt(a);
  let leading = size >> shift;
  if (leading << shift !== size) leading |= 1n;
  return splitFloat(Number(leading), bits - 64);
}

function splitFloat(x: number, exponent: number): [number, number] {
  let scale = exponent;
  while (Math.abs(x) >= 4294967296) {
    x /= 4294967296;
    scale += 32;
  }
  const bits = 32 - Math.clz32(Math.abs(x));
  return [x / 2 ** bits, scale + bits];
}
