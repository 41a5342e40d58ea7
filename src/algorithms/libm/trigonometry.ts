/**
 * sin, cos and tan as the C library of CPython's math module gives them.
 */
import { mantissaExponent, mantissaOf } from '../float-bits.ts';
import { divide, lowPart, multiply, productError, sumError } from './double-double.ts';
import {
  COS_HIGH,
  COS_LOW,
  HALF_PI_1,
  HALF_PI_2,
  HALF_PI_3,
  HALF_PI_4,
  HALF_PI_HIGH,
  HALF_PI_LOW,
  SIN_HIGH,
  SIN_LOW,
  TWO_OVER_PI,
} from './tables.gen.ts';

const ROUND = 6755399441055744; // adding and subtracting 1.5 * 2**52 rounds to an integer
const TINY = 7.450580596923828e-9; // 2**-27: below it x**3 is no half of a last place of x

/** The sine; nan of an infinity, as are the others. */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return x;
  const quadrant = reduce(size);
  const result = sinOrCos(quadrant);
  return x < 0 ? -result : result;
}

export function cos(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return 1;
  return sinOrCos(reduce(size) + 1);
}

export function tan(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return x;
  const quadrant = reduce(size);
  const high = reduced[0]!;
  const low = reduced[1]!;
  const sine = sinKernel(high, low);
  const sineLow = lowPart[0]!;
  const cosine = cosKernel(high, low);
  const cosineLow = lowPart[0]!;
  const result =
    (quadrant & 1) === 0
      ? divide(sine, sineLow, cosine, cosineLow)
      : -divide(cosine, cosineLow, sine, sineLow);
  return x < 0 ? -result : result;
}

/** What `reduce` leaves for its caller: the argument in [-pi / 4, pi / 4] as a double-double. */
const reduced = new Float64Array(2);

function sinOrCos(quadrant: number): number {
  const result =
    (quadrant & 1) === 0
      ? sinKernel(reduced[0]!, reduced[1]!)
      : cosKernel(reduced[0]!, reduced[1]!);
  return (quadrant & 2) === 0 ? result : -result;
}

/** Takes the nearest multiple of pi / 2 from x >= 0 and returns its number, modulo four or more. */
function reduce(x: number): number {
  if (x < 0.785) {
    reduced[0] = x;
    reduced[1] = 0;
    return 0;
  }
  if (!(x < 1048576)) return x < Infinity ? reduceHuge(x) : reduceInfinite();
  const count = x * 0.6366197723675814 + ROUND - ROUND;
  // The products with the three parts of pi / 2 are exact.
  const first = x - count * HALF_PI_1;
  const second = count * HALF_PI_2;
  const difference = first - second;
  const third = count * HALF_PI_3;
  const rest = difference - third;
  const errors = sumError(first, -second, difference) + sumError(difference, -third, rest);
  const low = errors - count * HALF_PI_4;
  const high = rest + low;
  reduced[0] = high;
  reduced[1] = rest - high + low;
  return count & 3;
}

function reduceInfinite(): number {
  reduced.fill(NaN);
  return 0;
}

const FRACTION = 176;

/** Multiplies by as much of 2 / pi as decides the quadrant and the bits after it (Payne and Hanek). */
function reduceHuge(x: number): number {
  const exponent = mantissaExponent(x);
  // Bits of 2 / pi that make multiples of 4 are left out, and those that make less than 2**-176.
  const places = Math.min(1280, exponent + FRACTION + 54);
  const from = Math.max(0, exponent - 2);
  const bits = BigInt.asUintN(places - from, TWO_OVER_PI >> BigInt(1280 - places));
  const product = (BigInt(mantissaOf(x)) * bits) >> BigInt(places - exponent - FRACTION);
  let quadrant = Number(BigInt.asUintN(2, product >> BigInt(FRACTION)));
  const fraction = BigInt.asIntN(FRACTION, product);
  if (fraction < 0n) quadrant++;
  const high = Number(fraction);
  const low = Number(fraction - BigInt(high));
  reduced[0] = multiply(high * 2 ** -FRACTION, low * 2 ** -FRACTION, HALF_PI_HIGH, HALF_PI_LOW);
  reduced[1] = lowPart[0]!;
  return quadrant;
}

// Both kernels start from the table's values at the nearest 128th c and add what d = x - c brings.

function sinKernel(high: number, low: number): number {
  const size = Math.abs(high);
  const rest = high < 0 ? -low : low;
  const j = (size * 128 + 0.5) | 0;
  const d = size - j / 128;
  const s = SIN_HIGH[j]!;
  const c = COS_HIGH[j]!;
  const square = d * d;
  const sine = d * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040)));
  const cosine = square * (-0.5 + square * (1 / 24 + square * (-1 / 720)));
  const product = c * d;
  const sum = s + product;
  const more =
    s -
    sum +
    product +
    (productError(c, d, product) + SIN_LOW[j]! + COS_LOW[j]! * d) +
    ((c - s * d) * rest + (s * cosine + c * sine));
  const result = sum + more;
  const resultLow = sum - result + more;
  lowPart[0] = high < 0 ? -resultLow : resultLow;
  return high < 0 ? -result : result;
}

function cosKernel(high: number, low: number): number {
  const size = Math.abs(high);
  const rest = high < 0 ? -low : low;
  const j = (size * 128 + 0.5) | 0;
  const d = size - j / 128;
  const s = SIN_HIGH[j]!;
  const c = COS_HIGH[j]!;
  const square = d * d;
  const sine = d * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040)));
  const cosine = square * (-0.5 + square * (1 / 24 + square * (-1 / 720)));
  const product = s * d;
  const sum = c - product;
  const more =
    c -
    sum -
    product -
    (productError(s, d, product) - COS_LOW[j]! + SIN_LOW[j]! * d) -
    ((s + c * d) * rest - (c * cosine - s * sine));
  const result = sum + more;
  lowPart[0] = sum - result + more;
  return result;
}
