/**
 * Number theory on canonical ints: three-argument `pow` (Objects/longobject.c) and math's gcd, lcm,
 * isqrt, comb, perm, factorial (Modules/mathintegermodule.c, Modules/mathmodule.c).
 */
import {
  absolute,
  bitLength,
  canonical,
  floorDivide,
  type IntValue,
  MAX_SAFE,
  modulo,
  multiply,
  negate,
} from './int-math.ts';

/** pow(base, exponent, modulus) for modulus != 0; undefined when a negative exponent finds no inverse. */
export function powerModulo(
  base: IntValue,
  exponent: IntValue,
  modulus: IntValue,
): IntValue | undefined {
  const size = absolute(modulus);
  let reduced = modulo(base, size);
  if (exponent < 0) {
    const inverse = inverseModulo(reduced, size);
    if (inverse === undefined) return undefined;
    reduced = inverse;
    exponent = negate(exponent);
  }
  const result =
    typeof size === 'number' && size <= MAX_FLOAT_MODULUS
      ? smallPowerModulo(Number(reduced), exponent, size)
      : canonical(bigPowerModulo(BigInt(reduced), exponent, BigInt(size)));
  return modulo(result, modulus);
}

/** The inverse of a in 0..modulus-1, for modulus > 0. */
function inverseModulo(a: IntValue, modulus: IntValue): IntValue | undefined {
  if (modulus === 1) return 0;
  let [previous, rest] = [BigInt(modulus), BigInt(a)];
  let [before, coefficient] = [0n, 1n];
  while (rest !== 0n) {
    const quotient = previous / rest;
    [previous, rest] = [rest, previous - quotient * rest];
    [before, coefficient] = [coefficient, before - quotient * coefficient];
  }
  return previous === 1n ? modulo(canonical(before), modulus) : undefined;
}

const MAX_FLOAT_MODULUS = 2 ** 50;

function smallPowerModulo(base: number, exponent: IntValue, modulus: number): number {
  let result = 1 % modulus;
  if (typeof exponent === 'number') {
    for (let rest = exponent, square = base; rest !== 0;) {
      if (rest % 2 === 1) result = multiplyModulo(result, square, modulus);
      rest = Math.floor(rest / 2);
      if (rest !== 0) square = multiplyModulo(square, square, modulus);
    }
    return result;
  }
  for (const bit of exponent.toString(2)) {
    result = multiplyModulo(result, result, modulus);
    if (bit === '1') result = multiplyModulo(result, base, modulus);
  }
  return result;
}

const SPLITTER = 134217729; // 2**27 + 1

/** a * b % m for 0 <= a, b < m <= 2**50, from the exact halves of two products of doubles. */
function multiplyModulo(a: number, b: number, m: number): number {
  const product = a * b;
  if (product <= MAX_SAFE) return product % m;
  const quotient = Math.floor(product / m);
  const back = quotient * m;
  const rest = product - back + (productError(a, b, product) - productError(quotient, m, back));
  return rest < 0 ? rest + m : rest >= m ? rest - m : rest;
}

/** a * b - product, exactly (Veltkamp and Dekker). */
function productError(a: number, b: number, product: number): number {
  const scaledA = a * SPLITTER;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = b * SPLITTER;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** Left to right, four bits of the exponent at a time once it is long enough to pay for the table. */
function bigPowerModulo(base: bigint, exponent: IntValue, modulus: bigint): bigint {
  if (bitLength(exponent) <= 24) {
    let result = 1n % modulus;
    for (const bit of exponent.toString(2)) {
      result = (result * result) % modulus;
      if (bit === '1') result = (result * base) % modulus;
    }
    return result;
  }
  const table = [1n % modulus];
  for (let i = 1; i < 16; i++) table.push((table[i - 1]! * base) % modulus);
  let result = table[0]!;
  for (const digit of exponent.toString(16)) {
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    if (digit !== '0') result = (result * table[Number.parseInt(digit, 16)]!) % modulus;
  }
  return result;
}

export function gcd(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') return smallGcd(Math.abs(a), Math.abs(b));
  let x = BigInt(a);
  let y = BigInt(b);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  if (x < y) [x, y] = [y, x];
  let shift = bitLength(x) - LEADING_BITS;
  while (y > 9007199254740991n) {
    shift -= LEADING_BITS - bitLength(Number(x >> BigInt(shift)));
    [x, y] = lehmerStep(x, y, BigInt(shift));
  }
  if (y === 0n) return canonical(x);
  return smallGcd(Number(y), Number(x % y));
}

function smallGcd(x: number, y: number): number {
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

// All cofactors stay below the leading parts, so every product in the step is exact.
const LEADING_BITS = 48;

/**
 * Lehmer's step for x >= y > 2**53, given where the leading bits of x start: as many quotients as the leading bits prove, applied at once
 * (Knuth, volume 2, 4.5.2, algorithm L).
 */
function lehmerStep(x: bigint, y: bigint, shift: bigint): [bigint, bigint] {
  let high = Number(x >> shift);
  let low = Number(y >> shift);
  let [a, b, c, d] = [1, 0, 0, 1];
  while (low + c !== 0 && low + d !== 0) {
    const quotient = Math.floor((high + a) / (low + c));
    if (quotient !== Math.floor((high + b) / (low + d))) break;
    [a, c] = [c, a - quotient * c];
    [b, d] = [d, b - quotient * d];
    [high, low] = [low, high - quotient * low];
  }
  if (b === 0) return [y, x % y];
  const [A, B, C, D] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
  return [A * x + B * y, C * x + D * y];
}

export function lcm(a: IntValue, b: IntValue): IntValue {
  if (a === 0 || b === 0) return 0;
  return absolute(multiply(floorDivide(a, gcd(a, b)), b));
}

/** `math.isqrt(n)` for n >= 0. */
export function isqrt(n: IntValue): IntValue {
  if (typeof n === 'number') return smallIsqrt(n);
  return canonical(bigIsqrt(n, bitLength(n)));
}

function smallIsqrt(n: number): number {
  const root = Math.floor(Math.sqrt(n));
  return root * root > n ? root - 1 : root; // just below a square over 2**52 the root rounds up
}

/**
 * Newton's iteration with the precision doubled at each step: the root of the upper half of the
 * bits, then one division for the lower half of the root.
 */
function bigIsqrt(n: bigint, bits: number): bigint {
  if (bits <= 53) return BigInt(smallIsqrt(Number(n)));
  const quarter = Math.floor((bits - 1) / 4);
  // n = high * 2**(2*quarter) + low; root(high) has about half of the bits of root(n).
  const high = bigIsqrt(n >> BigInt(2 * quarter), bits - 2 * quarter);
  const scaled = high << BigInt(quarter);
  let root = (scaled + n / scaled) >> 1n;
  while (root * root > n) root--;
  while ((root + 1n) * (root + 1n) <= n) root++;
  return root;
}

/** `math.comb(n, k)` for n, k >= 0. */
export function comb(n: IntValue, k: number): IntValue {
  if (n < k) return 0;
  if (typeof n === 'number') {
    if (k > n - k) k = n - k;
    const small = smallComb(n, k);
    if (small !== 0) return small;
  }
  return canonical(bigComb(BigInt(n), k));
}

/** n choose k while every step stays a safe integer, else 0. */
function smallComb(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k; i++) {
    result *= n - i;
    if (result > MAX_SAFE) return 0;
    result /= i + 1;
  }
  return result;
}

function bigComb(n: bigint, k: number): bigint {
  if (k === 0) return 1n;
  if (k === 1) return n;
  // C(n, k) = C(n, j) * C(n - j, k - j) // C(k, j) multiplies numbers of like size.
  const j = k >> 1;
  return (bigComb(n, j) * bigComb(n - BigInt(j), k - j)) / bigComb(BigInt(k), j);
}

/** `math.perm(n, k)` for n, k >= 0. */
export function perm(n: IntValue, k: number): IntValue {
  if (n < k) return 0;
  if (typeof n === 'number') return canonical(fallingProduct(n, k));
  let result = 1n;
  for (let i = 0; i < k; i++) result *= n - BigInt(i);
  return canonical(result);
}

/** n * (n - 1) * … with k factors, multiplying numbers of like size. */
function fallingProduct(n: number, k: number): bigint {
  let product = 1;
  for (let i = 0; i < k; i++) {
    const next = product * (n - i);
    if (next > MAX_SAFE) {
      if (k <= 8) return BigInt(product) * bigProduct(n - i, k - i);
      const half = k >> 1;
      return fallingProduct(n, half) * fallingProduct(n - half, k - half);
    }
    product = next;
  }
  return BigInt(product);
}

function bigProduct(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 0; i < k; i++) product *= BigInt(n - i);
  return product;
}

const SMALL_FACTORIALS = [1];
for (let n = 1; n <= 18; n++) SMALL_FACTORIALS.push(SMALL_FACTORIALS[n - 1]! * n);

/** `math.factorial(n)` for n >= 0. */
export function factorial(n: number): IntValue {
  if (n <= 18) return SMALL_FACTORIALS[n]!;
  // n! = 2**(n - popcount(n)) * the product over i of the odd numbers up to n >> i.
  let inner = 1n;
  let outer = 1n;
  for (let i = 31 - Math.clz32(n); i >= 0; i--) {
    const from = Math.floor(n / 2 ** (i + 1));
    inner *= oddProduct((from + 1) | 1, Math.floor(n / 2 ** i));
    outer *= inner;
  }
  let zeros = 0;
  for (let rest = Math.floor(n / 2); rest > 0; rest = Math.floor(rest / 2)) zeros += rest;
  return canonical(outer << BigInt(zeros));
}

/** The product of the odd numbers start <= i <= stop, for an odd start. */
function oddProduct(start: number, stop: number): bigint {
  if (start > stop) return 1n;
  let product = 1;
  for (let i = start; i <= stop; i += 2) {
    const next = product * i;
    if (next > MAX_SAFE) {
      const middle = (((start + stop) >> 2) << 1) | 1;
      return oddProduct(start, middle) * oddProduct(middle + 2, stop);
    }
    product = next;
  }
  return BigInt(product);
}
