/**
 * Numbers as the unevaluated sum of two doubles, good to some 106 bits; the tools of Dekker and Knuth.
 *
 * The functions of this folder compute their results to 2**-65 or better before the one rounding to a
 * double. So they are the correctly rounded ones but for a case in some ten thousand, and equal what
 * the C library of CPython gives as often as that library rounds correctly itself.
 */

/**
 * Where a function of this folder that returns the high part of a result leaves the low part. It is
 * read right after the call and never holds anything across one.
 */
export const lowPart = new Float64Array(1);

const SPLITTER = 134217729; // 2**27 + 1

/** a * b - product, exactly, for the rounded product, unless a part overflows or underflows. */
export function productError(a: number, b: number, product: number): number {
  const scaledA = a * SPLITTER;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = b * SPLITTER;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** a + b - sum, exactly, for the rounded sum. */
export function sumError(a: number, b: number, sum: number): number {
  const other = sum - a;
  return a - (sum - other) + (b - other);
}

/** The product of two double-doubles. */
export function multiply(ah: number, al: number, bh: number, bl: number): number {
  const product = ah * bh;
  const rest = productError(ah, bh, product) + (ah * bl + al * bh);
  const high = product + rest;
  lowPart[0] = product - high + rest;
  return high;
}

/** The sum of two double-doubles. */
export function add(ah: number, al: number, bh: number, bl: number): number {
  const sum = ah + bh;
  const rest = sumError(ah, bh, sum) + (al + bl);
  const high = sum + rest;
  lowPart[0] = sum - high + rest;
  return high;
}

/** The quotient of two double-doubles. */
export function divide(ah: number, al: number, bh: number, bl: number): number {
  const quotient = ah / bh;
  const product = quotient * bh;
  const rest = (ah - product - productError(quotient, bh, product) + al - quotient * bl) / bh;
  const high = quotient + rest;
  lowPart[0] = quotient - high + rest;
  return high;
}

/** The square root of a double-double >= 0. */
export function squareRoot(ah: number, al: number): number {
  if (ah === 0) {
    lowPart[0] = 0;
    return 0;
  }
  const root = Math.sqrt(ah);
  const square = root * root;
  const rest = (ah - square - productError(root, root, square) + al) / (2 * root);
  const high = root + rest;
  lowPart[0] = root - high + rest;
  return high;
}
