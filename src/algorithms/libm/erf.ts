/**
 * erf and erfc, correctly rounded as in the C library of CPython's math module.
 */
import { add, divide, lowPart, multiply, productError, sumError } from './double-double.ts';
import { exp, expPair, powerOfE, roundScaled } from './exp.ts';
import {
  ERFC_FACTOR_HIGH,
  ERFC_FACTOR_LOW,
  ERFC_WEIGHT_HIGH,
  ERFC_WEIGHT_LOW,
  ERF_SERIES_HIGH,
  ERF_SERIES_LOW,
} from './tables.gen.ts';

export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 1) return size < 1e-280 ? tinyErf(x) : erfKernel(x);
  if (!(size < 6)) return x !== x ? x : x > 0 ? 1 : -1;
  const exponent = erfcKernel(size);
  const scale = 2 ** exponent;
  const result = add(1, 0, -tail[0]! * scale, -tail[1]! * scale);
  return x < 0 ? -result : result;
}

export function erfc(x: number): number {
  if (!(Math.abs(x) < 28)) return x !== x ? x : x > 0 ? 0 : 2;
  if (Math.abs(x) < 1) {
    const high = erfKernel(x);
    return add(1, 0, -high, -lowPart[0]!);
  }
  const exponent = erfcKernel(Math.abs(x));
  if (x > 0) return roundScaled(tail[0]!, tail[1]!, exponent);
  const scale = 2 ** Math.max(exponent, -300);
  return add(2, 0, -tail[0]! * scale, -tail[1]! * scale);
}

/** Two over the root of pi times x, scaled so that the low part does not vanish. */
function tinyErf(x: number): number {
  if (x === 0) return x;
  const scaled = Math.abs(x) * 2 ** 600;
  const high = multiply(ERF_SERIES_HIGH[0]!, ERF_SERIES_LOW[0]!, scaled, 0);
  const result = roundScaled(high, lowPart[0]!, -600);
  return x < 0 ? -result : result;
}

/** erf(x) for |x| < 1 by its power series; the terms that are small against the sum in one double. */
function erfKernel(x: number): number {
  const square = x * x;
  const squareLow = productError(x, x, square);
  let sum = 0;
  for (let n = 23; n >= 8; n--) sum = sum * square + ERF_SERIES_HIGH[n]!;
  let high = sum;
  let low = 0;
  for (let n = 7; n >= 0; n--) {
    const product = high * square;
    const productLow = productError(high, square, product) + (high * squareLow + low * square);
    const coefficient = ERF_SERIES_HIGH[n]!;
    high = coefficient + product;
    low = coefficient - high + product + (productLow + ERF_SERIES_LOW[n]!);
  }
  return multiply(high, low, x, 0);
}

/** What `erfcKernel` leaves for its caller. */
const tail = new Float64Array(2);

/**
 * erfc(x) = (tail[0] + tail[1]) * 2**(the result) for x >= 1: the integral of exp(-t**2) / (t**2 + x**2)
 * by the trapezoidal rule, which is exact up to exp(-(pi / step)**2) once the pole at i * x is accounted for
 * (Chiarella and Reichel, 1968).
 */
function erfcKernel(x: number): number {
  const square = x * x;
  const squareLow = productError(x, x, square);
  // 49 n**2 / 256 are the squares of the nodes.
  let last = 0;
  for (let n = 16; n >= 8; n--) last += ERFC_WEIGHT_HIGH[n]! / (square + (49 * n * n) / 256);
  let sum = last;
  let sumLow = 0;
  for (let n = 7; n >= 0; n--) {
    const node = (49 * n * n) / 256;
    const below = square + node;
    const belowLow = sumError(square, node, below) + squareLow;
    const term = divide(ERFC_WEIGHT_HIGH[n]!, ERFC_WEIGHT_LOW[n]!, below, belowLow);
    sum = add(sum, sumLow, term, lowPart[0]!);
    sumLow = lowPart[0]!;
  }
  let high = multiply(sum, sumLow, x, 0);
  high = multiply(high, lowPart[0]!, ERFC_FACTOR_HIGH, ERFC_FACTOR_LOW);
  let low = lowPart[0]!;
  const exponent = expPair(-square, -squareLow);
  high = multiply(high, low, powerOfE[0]!, powerOfE[1]!);
  low = lowPart[0]!;
  if (x < 7) {
    const pole = -2 / (exp((x * 2 * Math.PI * 16) / 7) - 1);
    high = add(high, low, pole * 2 ** -exponent, 0);
    low = lowPart[0]!;
  }
  tail[0] = high;
  tail[1] = low;
  return exponent;
}
