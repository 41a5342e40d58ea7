/**
 * gamma and lgamma by Lanczos's formula as CPython's `m_tgamma` and `m_lgamma` (Modules/mathmodule.c)
 * evaluate it: not correctly rounded, but with the same digits.
 */
import { exp } from './exp.ts';
import { log } from './log.ts';
import { pow } from './pow.ts';
import { LANCZOS_DENOMINATOR, LANCZOS_NUMERATOR } from './tables.gen.ts';
import { cos, sin } from './trigonometry.ts';

const LANCZOS_G = 6.024680040776729583740234375;
const LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;
const LOG_PI = 1.1447298858494002;

/** Lanczos's sum; in powers of 1 / x for a large x, so that nothing overflows. */
function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      numerator = numerator * x + LANCZOS_NUMERATOR[i]!;
      denominator = denominator * x + LANCZOS_DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      numerator = numerator / x + LANCZOS_NUMERATOR[i]!;
      denominator = denominator / x + LANCZOS_DENOMINATOR[i]!;
    }
  }
  return numerator / denominator;
}

/** sin(pi * x) for x > 0, with the argument reduced exactly. */
function sinPi(x: number): number {
  const y = x % 2;
  switch (Math.floor(2 * y + 0.5)) {
    case 0:
      return sin(Math.PI * y);
    case 1:
      return cos(Math.PI * (y - 0.5));
    case 2:
      return sin(Math.PI * (1 - y));
    case 3:
      return -cos(Math.PI * (y - 1.5));
    default:
      return sin(Math.PI * (y - 2));
  }
}

const FACTORIALS = [1];
for (let n = 1; n < 23; n++) FACTORIALS.push(FACTORIALS[n - 1]! * n);

/** nan for a negative integer and -inf, infinite for a zero and on overflow. */
export function gamma(x: number): number {
  if (x - x !== 0) return x > 0 || x !== x ? x : NaN;
  if (x === 0) return 1 / x;
  if (Math.floor(x) === x) {
    if (x < 0) return NaN;
    if (x <= 23) return FACTORIALS[x - 1]!;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x > 0 ? Infinity : sinPi(size) < 0 ? 0 : -0;
  const y = size + LANCZOS_G_MINUS_HALF;
  // What rounding took from y, relative to it.
  const error =
    size > LANCZOS_G_MINUS_HALF ? y - size - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - size;
  const correction = (error * LANCZOS_G) / y;
  if (x < 0) {
    const reflected = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    const corrected = reflected - correction * reflected;
    if (size < 140) return corrected / pow(y, size - 0.5);
    const root = pow(y, size / 2 - 0.25);
    return corrected / root / root;
  }
  const sum = lanczosSum(size) / exp(y);
  const corrected = sum + correction * sum;
  if (size < 140) return corrected * pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return corrected * root * root;
}

/** The logarithm of |gamma(x)|: infinite for an infinity, a zero and a negative integer. */
export function lgamma(x: number): number {
  if (x - x !== 0) return x !== x ? x : Infinity;
  if (Math.floor(x) === x && x <= 2) return x <= 0 ? Infinity : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  const sum = log(lanczosSum(size)) - LANCZOS_G;
  const result = sum + (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x > 0) return result;
  return LOG_PI - log(Math.abs(sinPi(size))) - log(size) - result;
}
