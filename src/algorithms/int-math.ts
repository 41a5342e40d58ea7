/**
 * Arithmetic of Python's ints (CPython's Objects/longobject.c) on the canonical encoding: a number
 * when it is a safe integer (never -0), else a bigint.
 *
 * Division by zero is the caller's to refuse. A result too big for any bigint is undefined where a
 * short call can ask for one (power, shifts); the other operations only get there from operands of
 * over 500 million bits, and then the engine's RangeError comes through.
 */
export type IntValue = number | bigint;

export const MAX_SAFE = 9007199254740991;
export const MIN_SAFE = -9007199254740991;

/** Engines hold bigints of up to 2**30 bits. */
export const MAX_BIGINT_BITS = 1073741823;

export function canonical(value: bigint): IntValue {
  return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
}

export function isCanonical(value: IntValue): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  return typeof canonical(value) === 'bigint';
}

export function add(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    // A sum that leaves the safe range cannot round back into it, so a safe result is exact.
    if (sum <= MAX_SAFE && sum >= MIN_SAFE) return sum;
    return BigInt(a) + BigInt(b);
  }
  return canonical(BigInt(a) + BigInt(b));
}

export function subtract(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= MAX_SAFE && difference >= MIN_SAFE) return difference;
    return BigInt(a) - BigInt(b);
  }
  return canonical(BigInt(a) - BigInt(b));
}

export function multiply(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= MAX_SAFE && product >= MIN_SAFE) return product + 0;
    return BigInt(a) * BigInt(b);
  }
  return canonical(BigInt(a) * BigInt(b));
}

export function negate(a: IntValue): IntValue {
  return typeof a === 'number' ? 0 - a : -a;
}

export function absolute(a: IntValue): IntValue {
  return a < 0 ? negate(a) : a;
}

/** -1, 0 or 1. */
export function signOf(a: IntValue): number {
  return a < 0 ? -1 : a > 0 ? 1 : 0;
}

/** Equal ints have one representation, so `===` is equality and the mixed `<` of the engine is exact. */
export function compare(a: IntValue, b: IntValue): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isOdd(a: IntValue): boolean {
  return typeof a === 'number' ? a % 2 !== 0 : (a & 1n) === 1n;
}

/** a // b for b != 0. */
export function floorDivide(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    // A quotient of safe integers that is not integral is never so close to an integer as to round to it.
    return Math.floor(a / b) + 0;
  }
  return canonical(floorDivideBig(BigInt(a), BigInt(b)));
}

export function floorDivideBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** a % b for b != 0: the result has the sign of b. */
export function modulo(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    if (rest === 0) return 0;
    return rest < 0 !== b < 0 ? rest + b : rest;
  }
  return canonical(moduloBig(BigInt(a), BigInt(b)));
}

export function moduloBig(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** (a // b, a % b) for b != 0. */
export function divmod(a: IntValue, b: IntValue): [IntValue, IntValue] {
  if (typeof a === 'number' && typeof b === 'number') return [floorDivide(a, b), modulo(a, b)];
  const dividend = BigInt(a);
  const divisor = BigInt(b);
  let quotient = dividend / divisor;
  let rest = dividend - quotient * divisor;
  if (rest !== 0n && rest < 0n !== divisor < 0n) {
    quotient -= 1n;
    rest += divisor;
  }
  return [canonical(quotient), canonical(rest)];
}

/** The quotient nearest to a / b, halves to even, and its rest: `_PyLong_DivmodNear`, for `round(int, -n)`. */
export function divmodNear(a: IntValue, b: IntValue): [IntValue, IntValue] {
  const [floor, rest] = divmod(a, b);
  const twice = multiply(rest, 2);
  // rest and b have the same sign, so their sizes compare the same way whatever the sign.
  const side = b < 0 ? compare(b, twice) : compare(twice, b);
  if (side > 0 || (side === 0 && isOdd(floor))) return [add(floor, 1), subtract(rest, b)];
  return [floor, rest];
}

/** a ** n for n >= 0; undefined when the result is too big. */
export function power(a: IntValue, n: IntValue): IntValue | undefined {
  if (typeof a === 'number') {
    if (a >= -1 && a <= 1) return n === 0 ? 1 : a === -1 && !isOdd(n) ? 1 : a;
    if (typeof n === 'number' && n < 54) {
      const small = smallPower(a, n);
      if (small !== 0) return small;
    }
  }
  if (typeof n === 'bigint' || (bitLength(a) - 1) * n >= MAX_BIGINT_BITS) return undefined;
  try {
    return canonical(bigPower(a, n));
  } catch {
    return undefined; // the estimate is one bit a factor too low
  }
}

/** a ** n while it stays a safe integer, else 0. */
function smallPower(a: number, n: number): number {
  let result = 1;
  for (let base = a, rest = n; rest !== 0;) {
    if ((rest & 1) === 1) {
      result *= base;
      if (result > MAX_SAFE || result < MIN_SAFE) return 0;
    }
    rest >>= 1;
    if (rest === 0) break;
    base *= base;
    if (base > MAX_SAFE) return 0;
  }
  return result;
}

function bigPower(a: IntValue, n: number): bigint {
  // Powers of two inside the base are cheaper as a shift.
  const base = BigInt(a);
  const zeros = trailingZeros(a);
  if (zeros === 0) return base ** BigInt(n);
  return ((base >> BigInt(zeros)) ** BigInt(n)) << BigInt(zeros * n);
}

/** The number of zero bits below the lowest set bit of a != 0. */
export function trailingZeros(a: IntValue): number {
  if (typeof a === 'number') {
    const low = a | 0;
    if (low !== 0) return 31 - Math.clz32(low & -low);
    const high = a / 4294967296;
    return 63 - Math.clz32(high & -high);
  }
  const text = a.toString(16);
  let zeros = 0;
  while (text.charCodeAt(text.length - 1 - zeros) === 48) zeros++;
  const digit = Number.parseInt(text.charAt(text.length - 1 - zeros), 16);
  return zeros * 4 + 31 - Math.clz32(digit & -digit);
}

/** `int.bit_length()`. */
export function bitLength(a: IntValue): number {
  if (typeof a === 'number') {
    const size = a < 0 ? -a : a;
    if (size < 4294967296) return 32 - Math.clz32(size);
    return 64 - Math.clz32(size / 4294967296);
  }
  return bigBitLength(a < 0n ? -a : a);
}

/** For a bigint > 2**53. */
function bigBitLength(size: bigint): number {
  // Hexadecimal text takes linear time; there is no cheaper question to ask a bigint.
  const text = size.toString(16);
  return (text.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(text.charAt(0), 16));
}

/** `int.bit_count()`. */
export function bitCount(a: IntValue): number {
  if (typeof a === 'number') {
    const size = a < 0 ? -a : a;
    return bitCount32(size | 0) + bitCount32((size / 4294967296) | 0);
  }
  const text = (a < 0n ? -a : a).toString(16);
  let count = 0;
  for (let end = text.length; end > 0; end -= 8) {
    count += bitCount32(Number.parseInt(text.slice(Math.max(0, end - 8), end), 16) | 0);
  }
  return count;
}

function bitCount32(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** a << n for n >= 0; undefined when the result is too big. */
export function shiftLeft(a: IntValue, n: IntValue): IntValue | undefined {
  if (a === 0) return 0;
  if (typeof n === 'bigint') return undefined;
  if (typeof a === 'number' && n < 53) {
    const result = a * 2 ** n;
    if (result <= MAX_SAFE && result >= MIN_SAFE) return result;
  }
  if (n > MAX_BIGINT_BITS || bitLength(a) + n > MAX_BIGINT_BITS) return undefined;
  return BigInt(a) << BigInt(n);
}

/** a >> n for n >= 0. */
export function shiftRight(a: IntValue, n: IntValue): IntValue {
  if (typeof n === 'bigint') return a < 0 ? -1 : 0;
  if (typeof a === 'number') {
    if (n < 32 && (a | 0) === a) return a >> n;
    return n > 53 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** n);
  }
  return n > MAX_BIGINT_BITS ? (a < 0n ? -1 : 0) : canonical(a >> BigInt(n));
}

// Beyond 32 bits a safe integer is split into two halves in two's complement: x | 0 is its value
// modulo 2**32 and floor(x / 2**32) fits 22 bits. Joined, only -2**53 is not safe.
function join(high: number, low: number): IntValue {
  const result = high * 4294967296 + (low >>> 0);
  return result < MIN_SAFE ? -9007199254740992n : result;
}

export function bitAnd(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return join(Math.floor(a / 4294967296) & Math.floor(b / 4294967296), a & b);
  }
  return canonical(BigInt(a) & BigInt(b));
}

export function bitOr(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return join(Math.floor(a / 4294967296) | Math.floor(b / 4294967296), a | b);
  }
  return canonical(BigInt(a) | BigInt(b));
}

export function bitXor(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return join(Math.floor(a / 4294967296) ^ Math.floor(b / 4294967296), a ^ b);
  }
  return canonical(BigInt(a) ^ BigInt(b));
}

export function invert(a: IntValue): IntValue {
  return subtract(-1, a);
}
