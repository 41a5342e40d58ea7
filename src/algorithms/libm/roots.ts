/**
 * hypot and dist as CPython's `vector_norm` (Modules/mathmodule.c) gives them, and cbrt; all correctly
 * rounded.
 */
import { exponentOf, ldexp, powerOfTwo } from '../float-bits.ts';
import { lowPart, productError, squareRoot, sumError } from './double-double.ts';
import { roundScaled } from './exp.ts';

/** sqrt(x**2 + y**2). */
export function hypot(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  if (!(a < 1e140 && b < 1e140 && a > 1e-140 && b > 1e-140)) return vectorNorm([a, b]);
  const first = a * a;
  const second = b * b;
  const sum = first + second;
  const low =
    sumError(first, second, sum) + (productError(a, a, first) + productError(b, b, second));
  return squareRoot(sum, low);
}

/** The Euclidean length of a vector: the maximum is scaled to about 1, and the squares summed exactly enough. */
export function vectorNorm(coordinates: ArrayLike<number>): number {
  let largest = 0;
  let hasNan = false;
  for (let i = 0; i < coordinates.length; i++) {
    const size = Math.abs(coordinates[i]!);
    if (size > largest) largest = size;
    else if (size !== size) hasNan = true;
  }
  if (largest === Infinity) return Infinity;
  if (hasNan) return NaN;
  if (largest === 0 || coordinates.length === 1) return largest;
  const exponent = exponentOf(largest);
  const half = powerOfTwo(-exponent >> 1);
  const rest = powerOfTwo(-exponent - (-exponent >> 1));
  let sum = 0;
  let low = 0;
  for (let i = 0; i < coordinates.length; i++) {
    const x = coordinates[i]! * half * rest;
    const square = x * x;
    const next = sum + square;
    low += sumError(sum, square, next) + productError(x, x, square);
    sum = next;
  }
  const total = sum + low;
  const root = squareRoot(total, sum - total + low);
  return roundScaled(root, lowPart[0]!, exponent);
}

/** The cube root: one exact step of Newton's from the engine's. */
export function cbrt(x: number): number {
  if (x === 0 || x - x !== 0) return x;
  // A multiple of three brings x near 1, where the parts of the products neither overflow nor vanish.
  const third = Math.floor(exponentOf(x) / 3);
  const scaled = ldexp(x, -3 * third);
  const root = Math.cbrt(scaled);
  const square = root * root;
  const cube = square * root;
  const errors = productError(square, root, cube) + productError(root, root, square) * root;
  return (root + (scaled - cube - errors) / (3 * square)) * powerOfTwo(third);
}
