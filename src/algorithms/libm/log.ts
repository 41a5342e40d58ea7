/**
 * log, log2 and log10 as the C library of CPython's math module gives them.
 */
import { fromWords, highWord, lowWord } from '../float-bits.ts';
import { lowPart, productError } from './double-double.ts';
import {
  LN2_CUT_HIGH,
  LN2_CUT_LOW,
  LOG10_2_CUT_HIGH,
  LOG10_2_CUT_LOW,
  LOG10_E_HIGH,
  LOG2_E_HIGH,
  LOG2_E_LOW,
  LOG_FACTOR,
  LOG_FACTOR_LN_HIGH,
  LOG_FACTOR_LN_LOW,
} from './tables.gen.ts';

/** The natural logarithm: -inf of 0, nan below. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return farLog(x);
  const r = reduce(x);
  const rl = reduced[0]!;
  const known = reduced[1]!;
  const knownLow = reduced[2]!;
  const square = r * r;
  const half = square * 0.5;
  const series =
    1 / 3 -
    r * (1 / 4) +
    square * (1 / 5 - r * (1 / 6) + square * (1 / 7 - r * (1 / 8) + square * (1 / 9)));
  const first = known + r;
  const second = first - half;
  const errors = known - first + r + (first - second - half);
  const tail = r * square * series + (rl - rl * r - productError(r, r, square) * 0.5);
  return second + (errors + (knownLow + tail));
}

function farLog(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}

export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return farLog(x);
  const high = logKernel(x);
  const product = high * LOG2_E_HIGH;
  const rest = productError(high, LOG2_E_HIGH, product);
  return product + (rest + (high * LOG2_E_LOW + lowPart[0]! * LOG2_E_HIGH));
}

/** Not correctly rounded: the C library multiplies the logarithm of the mantissa by 1 / log(10), and so does this. */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return farLog(x);
  let offset = -1023;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    offset -= 54;
  }
  const word = highWord(x);
  const exponent = (word >>> 20) + offset;
  // The mantissa is in [1, 2), or in [1/2, 1) for x < 1, so that nothing cancels near 1.
  const below = exponent < 0 ? 1 : 0;
  const count = exponent + below;
  const mantissa = fromWords((word & 0xfffff) | ((1023 - below) << 20), lowWord(x));
  return count * LOG10_2_CUT_LOW + LOG10_E_HIGH * log(mantissa) + count * LOG10_2_CUT_HIGH;
}

const CUT = 6144; // adding and subtracting it rounds a number below 2 to 40 places

/** What `reduce` leaves for its caller beside its result. */
const reduced = new Float64Array(3);

/** For a finite x > 0, r with log(x) = reduced[1] + reduced[2] + log(1 + r + reduced[0]) and |r| < 2**-7. */
function reduce(x: number): number {
  let word = highWord(x);
  let exponent = -1023;
  if (word < 0x100000) {
    x *= 18014398509481984;
    word = highWord(x);
    exponent -= 54;
  }
  // x = 2**exponent * m; times the factor of the nearest 128th, m is close to 1.
  const nearest = ((word & 0xfffff) + 0x1000) >> 13;
  exponent += word >>> 20;
  let biased = 0x3ff00000;
  if (nearest >= 53) {
    exponent++;
    biased = 0x3fe00000;
  }
  const m = fromWords((word & 0xfffff) | biased, lowWord(x));
  const j = nearest & 127;
  const factor = LOG_FACTOR[j]!;
  const mh = m + CUT - CUT;
  const near = mh * factor - 1;
  const far = (m - mh) * factor;
  const r = near + far;
  reduced[0] = near - r + far;
  reduced[1] = exponent * LN2_CUT_HIGH + LOG_FACTOR_LN_HIGH[j]!; // exact
  reduced[2] = exponent * LN2_CUT_LOW + LOG_FACTOR_LN_LOW[j]!;
  return r;
}

/** log(x) for a finite x > 0 as a double-double, to 2**-75. */
export function logKernel(x: number): number {
  const r = reduce(x);
  return addLog1p(reduced[1]!, reduced[2]!, r, reduced[0]!);
}

/** known + knownLow + log(1 + r + rl) for |r| < 2**-7, where known is 0 or above |r|. */
export function addLog1p(known: number, knownLow: number, r: number, rl: number): number {
  // The square and the cube are taken to more than a double's precision, the rest of the series is not.
  const square = r * r;
  const squareLow = productError(r, r, square) + 2 * r * rl;
  const cube = r * square;
  const cubeLow = productError(r, square, cube) + r * squareLow + rl * square;
  const third = cube * (1 / 3);
  const thirdLow =
    productError(cube, 1 / 3, third) + cube * 1.850371707708594e-17 + cubeLow * (1 / 3);
  const series =
    -1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 + r * (-1 / 10))))));
  const tail = square * square * series;

  const half = square * 0.5;
  const first = known + r;
  const second = first - half;
  const thirdSum = second + third;
  const errors = known - first + r + (first - second - half) + (second - thirdSum + third);
  const rest = errors + (knownLow + (tail + (thirdLow + rl - squareLow * 0.5)));
  const high = thirdSum + rest;
  lowPart[0] = thirdSum - high + rest;
  return high;
}
