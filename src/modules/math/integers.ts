import { comb, factorial, gcd, isqrt, lcm, perm } from '../../algorithms/int-number-theory.ts';
import { absolute } from '../../algorithms/int-math.ts';
import { ExactSum, ProductSum, SUM_ERRORS } from '../../algorithms/libm/sums.ts';
import { float, isFloat } from '../../objects/float.ts';
import { int, isInt, smallInt, type PyInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { add, mul } from '../../runtime/arithmetic.ts';
import { asFloat, asInt } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { overflowError, valueError } from '../../runtime/errors.ts';
import { forEach, iteration } from '../../runtime/iterate.ts';
import { realValue } from '../../runtime/numbers.ts';
import { unwrap } from '../../runtime/state.ts';
import { docs } from './docs.gen.ts';

/** The functions of ints, and the sums and products of many numbers. CPython: Modules/mathmodule.c, Modules/_math_integer */

const maxSize = (1n << 63n) - 1n;

function fold(
  integers: readonly Value[],
  start: number,
  f: (a: PyInt, b: PyInt) => number | bigint,
): Value {
  let result: PyInt = smallInt(start);
  for (const each of integers) result = int(f(result, asInt(each)));
  return int(absolute(result));
}

function choose(nValue: Value, kValue: Value): Value {
  const n = asInt(nValue);
  const k = asInt(kValue);
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (k > n) return smallInt(0);
  const other = BigInt(n) - BigInt(k);
  const least = other < BigInt(k) ? other : BigInt(k);
  if (least > maxSize) throw overflowError(`min(n - k, k) must not exceed ${maxSize}`);
  return int(comb(n, Number(least)));
}

function arrange(nValue: Value, kValue: Value): Value {
  if (kValue === null) return int(product(asInt(nValue)));
  const n = asInt(nValue);
  const k = asInt(kValue);
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (k > n) return smallInt(0);
  if (k > maxSize) throw overflowError(`k must not exceed ${maxSize}`);
  return int(perm(n, Number(k)));
}

function product(n: PyInt): number | bigint {
  if (n < 0) throw valueError('factorial() not defined for negative values');
  if (n > maxSize) throw overflowError(`factorial() argument should not exceed ${maxSize}`);
  return factorial(Number(n));
}

function exactSum(items: Value): Value {
  const sum = new ExactSum();
  forEach(items, item => {
    if (!sum.add(asFloat(item))) throw overflowError(SUM_ERRORS.overflow);
  });
  const result = sum.result();
  if (typeof result === 'number') return float(result);
  throw result === 'overflow' ? overflowError(SUM_ERRORS.overflow) : valueError(SUM_ERRORS[result]);
}

/** `sumprod` in floats while all is float or int and one of each pair is a float; what ends that is added to the rest. */
function sumOfProducts(p: Value, q: Value): Value {
  const left = iteration(p);
  const right = iteration(q);
  let total: Value = smallInt(0);
  let sum: ProductSum | null = null;
  for (;;) {
    const a = left.next();
    const x = a === undefined ? undefined : unwrap(a);
    const b = right.next();
    const y = b === undefined ? undefined : unwrap(b);
    if ((x === undefined) !== (y === undefined)) throw valueError('Inputs are not the same length');
    if (x === undefined || y === undefined) break;
    const factors = floatFactors(x, y);
    if (factors !== undefined) {
      const started: ProductSum = sum ?? new ProductSum();
      if (started.add(...factors)) {
        sum = started;
        continue;
      }
    }
    if (sum !== null) {
      total = add(total, float(sum.result()));
      sum = null;
    }
    total = add(total, mul(x, y));
  }
  return sum === null ? total : add(total, float(sum.result()));
}
function floatFactors(x: Value, y: Value): [number, number] | undefined {
  const areNumbers = (isFloat(x) && isFloatOrInt(y)) || (isFloat(y) && isFloatOrInt(x));
  if (!areNumbers || typeof x === 'bigint' || typeof y === 'bigint') return undefined;
  return [realValue(x)!, realValue(y)!];
}
const isFloatOrInt = (v: Value): boolean => isFloat(v) || isInt(v) || typeof v === 'boolean';

function productOf(items: Value, start: Value): Value {
  let result = start;
  forEach(items, item => {
    result = mul(result, item);
  });
  return result;
}

export const integers = {
  comb: fn('(n, k, /)', docs.comb, choose),
  factorial: fn('(n, /)', docs.factorial, n => int(product(asInt(n)))),
  fsum: fn('(seq, /)', docs.fsum, exactSum),
  gcd: fn('(*integers)', docs.gcd, items => fold(items, 0, gcd)),
  isqrt: fn('(n, /)', docs.isqrt, v => {
    const n = asInt(v);
    if (n < 0) throw valueError('isqrt() argument must be nonnegative');
    return int(isqrt(n));
  }),
  lcm: fn('(*integers)', docs.lcm, items => fold(items, 1, lcm)),
  perm: fn('(n, k=None, /)', docs.perm, arrange),
  prod: fn('(iterable, /, *, start=1)', docs.prod, productOf),
  sumprod: fn('(p, q, /)', docs.sumprod, sumOfProducts),
};
