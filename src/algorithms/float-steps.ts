/**
 * Functions of math that take floats apart or go from one to the next, all exact (CPython's
 * Modules/mathmodule.c): frexp, modf, nextafter, ulp, remainder, fma.
 */
import {
  exponentOf,
  fromWords,
  hasSignBit,
  highWord,
  ldexp,
  lowWord,
  mantissaExponent,
  mantissaOf,
  withExponent,
} from './float-bits.ts';

/** The mantissa of `frexp(x)`, in [0.5, 1) with the sign of x; x itself when it is 0, inf or nan. */
export function frexpMantissa(x: number): number {
  return x === 0 || x - x !== 0 ? x : withExponent(x, -1);
}

/** The exponent of `frexp(x)`; 0 when x is 0, inf or nan. */
export function frexpExponent(x: number): number {
  return x === 0 || x - x !== 0 ? 0 : exponentOf(x) + 1;
}

/** The fractional part of `modf(x)`, with the sign of x; the integral part is Math.trunc(x). */
export function fractionalPart(x: number): number {
  if (x - x !== 0) return x !== x ? x : x > 0 ? 0 : -0;
  const fraction = x - Math.trunc(x);
  return fraction === 0 && hasSignBit(x) ? -0 : fraction;
}

/** `nextafter(x, y, steps=steps)` for steps >= 0, which may be beyond 2**64. */
export function nextAfter(x: number, y: number, steps: number | bigint): number {
  if (steps === 0) return x;
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  // The doubles in their order as the integers in theirs.
  const from = orderOf(x);
  const to = orderOf(y);
  const distance = to > from ? to - from : from - to;
  const count = BigInt(steps);
  if (count >= distance) return y;
  return fromOrder(to > from ? from + count : from - count, x);
}

function orderOf(x: number): bigint {
  const size = (BigInt(highWord(x) & 0x7fffffff) << 32n) | BigInt(lowWord(x));
  return hasSignBit(x) ? -size : size;
}

/** The double at an order; a zero is negative when it is reached from below. */
function fromOrder(order: bigint, start: number): number {
  const size = order < 0n ? -order : order;
  const x = fromWords(Number(size >> 32n), Number(size & 0xffffffffn));
  return order < 0n || (order === 0n && hasSignBit(start)) ? -x : x;
}

/** `ulp(x)`: the value of the last bit of x. */
export function ulp(x: number): number {
  if (x - x !== 0) return x !== x ? x : Infinity;
  return ldexp(1, mantissaExponent(x));
}

/** `remainder(x, y)` of IEEE 754 for finite x and y != 0 or infinite: x minus the nearest multiple of y, halves to even. */
export function remainder(x: number, y: number): number {
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  if (divisor === Infinity) return x;
  const rest = size % divisor;
  // rest and the distance to the next multiple are compared without rounding: both are exact.
  const other = divisor - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else result = rest - 2 * ((0.5 * (size - rest)) % divisor);
  return hasSignBit(x) ? -result : result;
}

/** `fma(x, y, z)`: x * y + z with one rounding. */
export function fma(x: number, y: number, z: number): number {
  const product = x * y;
  if (product - product !== 0 || z - z !== 0) return nonFiniteFma(x, y, z);
  if (x === 0 || y === 0) return product + z;
  const first = mantissaExponent(x) + mantissaExponent(y);
  const second = mantissaExponent(z);
  return z === 0 ? exactFma(x, y, first, 0, first) : exactFma(x, y, first, z, second);
}

function nonFiniteFma(x: number, y: number, z: number): number {
  // Finite factors whose product overflows may still have a finite sum.
  if (x - x === 0 && y - y === 0 && z - z === 0) {
    return exactFma(x, y, mantissaExponent(x) + mantissaExponent(y), z, mantissaExponent(z));
  }
  return x - x === 0 && y - y === 0 ? z : x * y + z;
}

/** Rounds the exact sum of two integers times powers of two. */
function exactFma(x: number, y: number, first: number, z: number, second: number): number {
  const negative = hasSignBit(x) !== hasSignBit(y);
  let product = BigInt(mantissaOf(x)) * BigInt(mantissaOf(y));
  if (negative) product = -product;
  let addend = BigInt(mantissaOf(z));
  if (z < 0) addend = -addend;
  // Of an operand far below the other one only the sign matters, 120 bits down as well as anywhere.
  const gap = first - second;
  if (gap > 200 && product !== 0n) {
    if (addend !== 0n) addend = addend < 0n ? -1n : 1n;
    return roundScaled((product << 120n) + addend, first - 120);
  }
  if (gap < -200 && addend !== 0n) {
    if (product !== 0n) product = product < 0n ? -1n : 1n;
    return roundScaled((addend << 120n) + product, second - 120);
  }
  const low = Math.min(first, second);
  const sum = (product << BigInt(first - low)) + (addend << BigInt(second - low));
  if (sum !== 0n) return roundScaled(sum, low);
  return negative && z === 0 && hasSignBit(z) ? -0 : 0;
}

/** value * 2**exponent, rounded half to even. */
function roundScaled(value: bigint, exponent: number): number {
  const size = value < 0n ? -value : value;
  const bits = size.toString(2).length;
  const drop = Math.max(bits - 53, -1074 - exponent);
  let result: number;
  if (drop <= 0) {
    result = ldexp(Number(size), exponent);
  } else {
    const shift = BigInt(drop);
    let kept = size >> shift;
    const rest = size - (kept << shift);
    const half = 1n << (shift - 1n);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept++;
    result = ldexp(Number(kept), exponent + drop);
  }
  return value < 0n ? -result : result;
}
