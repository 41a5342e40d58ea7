/**
 * The hyperbolic functions and their inverses as the C library of CPython's math module gives them.
 */
import {
  add,
  divide,
  lowPart,
  multiply,
  productError,
  squareRoot,
  sumError,
} from './double-double.ts';
import { exp } from './exp.ts';
import { addLog1p, logKernel } from './log.ts';
import { LN2_HIGH, LN2_LOW } from './tables.gen.ts';

const TINY = 3.725290298461914e-9; // 2**-28
const LARGE = 268435456; // 2**28: beyond it x**2 + 1 is x**2
const NEAR = 0.004; // up to here log(1 + u) is taken from u itself

/** Like the C library from the rounded exp(x), not correctly rounded. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.34657359027997264) {
    const less = Math.expm1(size);
    const power = 1 + less;
    return 1 + (less * less) / (power + power);
  }
  const half = 0.5 * exp(size > 709 ? 0.5 * size : size);
  if (size > 709) return half * (2 * half);
  return size < 22 ? half + 0.25 / half : half;
}

/** The engine's, which has the C library's formula, but for its exp where that decides. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 22)) return Math.sinh(x);
  const half = 0.5 * exp(size > 709 ? 0.5 * size : size);
  const result = size > 709 ? half * (2 * half) : half;
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < TINY || x - x !== 0) return x;
  let result: number;
  if (size > LARGE) {
    result = logOfDouble(size);
  } else {
    const square = size * size;
    const squareLow = productError(size, size, square);
    const above = add(1, 0, square, squareLow);
    const root = squareRoot(above, lowPart[0]!);
    const rootLow = lowPart[0]!;
    if (size < NEAR) {
      // log(1 + u) with u = x + x**2 / (1 + root)
      const bottom = add(1, 0, root, rootLow);
      const quotient = divide(square, squareLow, bottom, lowPart[0]!);
      const u = add(size, 0, quotient, lowPart[0]!);
      result = addLog1p(0, 0, u, lowPart[0]!);
    } else {
      const sum = add(size, 0, root, rootLow);
      result = logOfPair(sum, lowPart[0]!);
    }
  }
  return x < 0 ? -result : result;
}

/** nan below 1. */
export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > LARGE) return x < Infinity ? logOfDouble(x) : x;
  const minus = x - 1;
  const plus = x + 1;
  const product = multiply(minus, 0, plus, sumError(x, 1, plus));
  const root = squareRoot(product, lowPart[0]!);
  const rootLow = lowPart[0]!;
  if (minus + root < NEAR) {
    const u = add(minus, 0, root, rootLow);
    return addLog1p(0, 0, u, lowPart[0]!);
  }
  const sum = add(x, 0, root, rootLow);
  return logOfPair(sum, lowPart[0]!);
}

/** nan outside [-1, 1], infinite at the ends. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size < TINY || x !== x) return x;
  if (size >= 1) return size === 1 ? x * Infinity : NaN;
  const minus = 1 - size;
  const minusLow = sumError(1, -size, minus);
  let result: number;
  if (size < NEAR / 2.1) {
    const u = divide(2 * size, 0, minus, minusLow);
    result = addLog1p(0, 0, u, lowPart[0]!);
  } else {
    const plus = 1 + size;
    const quotient = divide(plus, sumError(1, size, plus), minus, minusLow);
    result = logOfPair(quotient, lowPart[0]!);
  }
  return x < 0 ? -0.5 * result : 0.5 * result;
}

function logOfPair(high: number, low: number): number {
  const result = logKernel(high);
  return result + (lowPart[0]! + low / high);
}

/** log(2 * x) */
function logOfDouble(x: number): number {
  const result = logKernel(x);
  return add(result, lowPart[0]!, LN2_HIGH, LN2_LOW);
}
