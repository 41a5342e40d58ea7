/**
 * asin, acos, atan and atan2 as the C library of CPython's math module gives them.
 */
import { exponentOf, hasSignBit, powerOfTwo } from '../float-bits.ts';
import {
  add,
  divide,
  lowPart,
  multiply,
  productError,
  squareRoot,
  sumError,
} from './double-double.ts';
import { ATAN_HIGH, ATAN_LOW, HALF_PI_HIGH, HALF_PI_LOW } from './tables.gen.ts';

const TINY = 7.450580596923828e-9; // 2**-27: below it x**3 is no half of a last place of x
const HUGE = 1.152921504606847e18; // 2**60

export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < TINY || x !== x) return x;
  const result = size > HUGE ? HALF_PI_HIGH : atanOfQuotient(size, 0, 1, 0);
  return x < 0 ? -result : result;
}

/** The arc sine; nan outside [-1, 1]. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return x;
  if (!(size <= 1)) return NaN;
  const root = otherLeg(size);
  const result = atanOfQuotient(size, 0, root, lowPart[0]!);
  return x < 0 ? -result : result;
}

/** The arc cosine; nan outside [-1, 1]. */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  const root = otherLeg(size);
  const angle = atanOfQuotient(root, lowPart[0]!, size, 0);
  return x < 0 ? fromPi(angle, lowPart[0]!) : angle;
}

/** sqrt(1 - x**2). */
function otherLeg(x: number): number {
  const minus = 1 - x;
  const plus = 1 + x;
  const minusLow = sumError(1, -x, minus);
  const product = multiply(minus, minusLow, plus, sumError(1, x, plus));
  return squareRoot(product, lowPart[0]!);
}

/** pi - angle, rounded. */
function fromPi(angle: number, low: number): number {
  return add(2 * HALF_PI_HIGH, 2 * HALF_PI_LOW, -angle, -low);
}

/** The angle of the point (x, y), by the rules of C99 for zeros and infinities. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const result = angleOf(Math.abs(y), Math.abs(x), hasSignBit(x));
  return hasSignBit(y) ? -result : result;
}

function angleOf(y: number, x: number, behind: boolean): number {
  if (y === 0) return behind ? 2 * HALF_PI_HIGH : 0;
  if (x === 0) return HALF_PI_HIGH;
  if (y === Infinity) {
    if (x < Infinity) return HALF_PI_HIGH;
    return behind ? 1.5 * HALF_PI_HIGH : 0.5 * HALF_PI_HIGH;
  }
  if (x === Infinity) return behind ? 2 * HALF_PI_HIGH : 0;
  const spread = exponentOf(y) - exponentOf(x);
  if (spread > 60) return HALF_PI_HIGH;
  if (spread < -60) return behind ? 2 * HALF_PI_HIGH : y / x;
  // Brought to a common size around 1, both stay exact.
  const up = -exponentOf(x);
  const half = powerOfTwo(up >> 1);
  const other = powerOfTwo(up - (up >> 1));
  const angle = atanOfQuotient(y * half * other, 0, x * half * other, 0);
  return behind ? fromPi(angle, lowPart[0]!) : angle;
}

/** atan(y / x) in [0, pi / 2] for double-doubles y, x >= 0 that are not both 0. */
function atanOfQuotient(yh: number, yl: number, xh: number, xl: number): number {
  if (yh <= xh) return atanOfFraction(yh, yl, xh, xl);
  const high = atanOfFraction(xh, xl, yh, yl);
  return add(HALF_PI_HIGH, HALF_PI_LOW, -high, -lowPart[0]!);
}

/** From the table's value at the nearest 128th c: atan(y / x) = atan(c) + atan((y - c * x) / (x + c * y)). */
function atanOfFraction(yh: number, yl: number, xh: number, xl: number): number {
  const j = ((yh / xh) * 128 + 0.5) | 0;
  const c = j / 128;
  const across = c * xh;
  const top = yh - across;
  const topLow = sumError(yh, -across, top) - productError(c, xh, across) + (yl - c * xl);
  const along = c * yh;
  const bottom = xh + along;
  const bottomLow = xh - bottom + along + productError(c, yh, along) + (xl + c * yl);
  const t = divide(top, topLow, bottom, bottomLow);
  const tLow = lowPart[0]!;
  const square = t * t;
  const series = t * square * (-1 / 3 + square * (1 / 5 + square * (-1 / 7 + square * (1 / 9))));
  const known = ATAN_HIGH[j]!;
  const sum = known + t;
  const rest = known - sum + t + (ATAN_LOW[j]! + tLow + series);
  const high = sum + rest;
  lowPart[0] = sum - high + rest;
  return high;
}
