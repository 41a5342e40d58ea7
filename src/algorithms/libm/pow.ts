/**
 * pow as the C library of CPython's `float.__pow__` and `math.pow` gives it.
 *
 * `Math.pow` differs from it in the last digit in one case in eleven; this does in one in a thousand,
 * where the C library itself does not round correctly.
 */
import { divide, lowPart, multiply, productError, squareRoot } from './double-double.ts';
import { expOfPair } from './exp.ts';
import { logKernel } from './log.ts';

/** x**y by the rules of C99 for zeros, infinities, nan and negative x; nan for a negative x to a fraction. */
export function pow(x: number, y: number): number {
  if (x > 0 && x < Infinity) {
    if (y === 2) return x * x;
    return positivePow(x, y);
  }
  return specialPow(x, y);
}

function positivePow(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  const size = Math.abs(y);
  if (size <= 16 && x > 1e-16 && x < 1e16) {
    const whole = Math.floor(size);
    if (size === whole || size - whole === 0.5)
      return multipliedPow(x, whole, size !== whole, y < 0);
  }
  // Beyond this anything but 1 overflows or underflows.
  if (!(size < 1e20)) return hugePow(x, y);
  const high = logKernel(x);
  const product = y * high;
  if (!(Math.abs(product) < 745.2)) return product > 0 ? Infinity : 0;
  return expOfPair(product, productError(y, high, product) + y * lowPart[0]!);
}

/**
 * x**count, times sqrt(x) when `half`, or one over that, by multiplication: faster for the usual powers,
 * and exact where the result lies just between two doubles.
 */
function multipliedPow(x: number, count: number, half: boolean, inverse: boolean): number {
  let high = 1;
  let low = 0;
  if (half) {
    high = squareRoot(x, 0);
    low = lowPart[0]!;
  }
  let squareHigh = x;
  let squareLow = 0;
  for (let rest = count; ;) {
    if ((rest & 1) === 1) {
      high = multiply(high, low, squareHigh, squareLow);
      low = lowPart[0]!;
    }
    rest >>= 1;
    if (rest === 0) break;
    squareHigh = multiply(squareHigh, squareLow, squareHigh, squareLow);
    squareLow = lowPart[0]!;
  }
  return inverse ? divide(1, 0, high, low) : high;
}

function hugePow(x: number, y: number): number {
  if (x === 1) return 1;
  if (y !== y) return y;
  return x > 1 === y > 0 ? Infinity : 0;
}

/** x is zero, negative, infinite or nan. */
function specialPow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const integral = Math.floor(y) === y;
  const odd = integral && Math.abs(y) <= 9007199254740992 && y % 2 !== 0;
  if (x === 0 || x - x !== 0) {
    const size = (x === 0) === y > 0 ? 0 : Infinity;
    const negative = x < 0 || (x === 0 && 1 / x < 0);
    return negative && odd ? -size : size;
  }
  if (y - y !== 0) {
    if (x === -1) return 1;
    return x < -1 === y > 0 ? Infinity : 0;
  }
  if (!integral) return NaN;
  const size = y === 2 ? x * x : positivePow(-x, y);
  return odd ? -size : size;
}
