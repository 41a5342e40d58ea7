/**
 * exp and exp2 as the C library of CPython's math module gives them.
 */
import { exponentOf, fromWords, ldexp } from '../float-bits.ts';
import { lowPart, productError, sumError } from './double-double.ts';
import {
  EXP2_HIGH,
  EXP2_LOW,
  LN2_HIGH,
  LN2_LOW,
  LN2_STEP_1,
  LN2_STEP_2,
  LN2_STEP_3,
} from './tables.gen.ts';

const STEPS_PER_LN2 = 184.6649652337873; // 128 / log(2)
const ROUND = 6755399441055744; // adding and subtracting 1.5 * 2**52 rounds to an integer

/** e**x; inf on overflow. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 745.2)) return farExp(x);
  return expOfPair(x, 0);
}

function farExp(x: number): number {
  if (x !== x) return x;
  return x > 0 ? Infinity : 0;
}

/** e**(high + low), rounded once, for |high| < 746. */
export function expOfPair(high: number, low: number): number {
  const exponent = expPair(high, low);
  if (exponent > -1022 && exponent < 1024) {
    return powerOfE[0]! * fromWords((exponent + 1023) << 20, 0);
  }
  return roundScaled(powerOfE[0]!, powerOfE[1]!, exponent);
}

/** What `expPair` leaves for its caller. */
export const powerOfE = new Float64Array(2);

/** e**(high + low) = (powerOfE[0] + powerOfE[1]) * 2**(the result). */
export function expPair(high: number, low: number): number {
  const steps = high * STEPS_PER_LN2 + ROUND - ROUND;
  // high - steps * log(2) / 128, of which the first two products are exact.
  const first = high - steps * LN2_STEP_1;
  const second = steps * LN2_STEP_2;
  const reduced = first - second;
  const rest = sumError(first, -second, reduced) - steps * LN2_STEP_3 + low;
  powerOfE[0] = expKernel(steps, reduced, rest);
  powerOfE[1] = lowPart[0]!;
  return steps >> 7;
}

/** 2**x; inf on overflow. */
export function exp2(x: number): number {
  if (!(x < 1024)) return x !== x ? x : Infinity;
  if (x < -1076) return 0;
  const steps = Math.round(x * 128);
  const part = x - steps / 128;
  const reduced = part * LN2_HIGH;
  const rest = productError(part, LN2_HIGH, reduced) + part * LN2_LOW;
  const high = expKernel(steps, reduced, rest);
  return roundScaled(high, lowPart[0]!, steps >> 7);
}

/** 2**(steps / 128), its whole powers of two left out, times e**(r + rl) for |r| <= log(2) / 256 and a much smaller rl. */
function expKernel(steps: number, r: number, rl: number): number {
  const j = steps & 127;
  // e**(r + rl) - 1 = r + more
  const series = 0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720))));
  const more = r * r * series + (rl + rl * r);
  const power = r + more;
  const powerLow = r - power + more;
  const table = EXP2_HIGH[j]!;
  const product = table * power;
  const productLow = productError(table, power, product) + table * powerLow;
  const sum = table + product;
  const rest = table - sum + product + (productLow + (EXP2_LOW[j]! + EXP2_LOW[j]! * power));
  const high = sum + rest;
  lowPart[0] = sum - high + rest;
  return high;
}

/** (high + low) * 2**exponent with one rounding, subnormal or not; inf on overflow. */
export function roundScaled(high: number, low: number, exponent: number): number {
  if (exponent + exponentOf(high) >= -1022) return ldexp(high, exponent);
  if (exponent < -2000) return 0;
  // The last place of the result in the scale of high, and what makes a sum end there.
  const unit = ldexp(1, -1074 - exponent);
  const bias = unit * 4503599627370496;
  if (bias > 1e30) return 0;
  let rounded = high + bias - bias;
  const rest = high - rounded;
  // Only when high lies just between two results does the low part decide.
  if (rest === unit / 2 && low > 0) rounded += unit;
  else if (rest === -unit / 2 && low < 0) rounded -= unit;
  return ldexp(rounded, exponent);
}
