/** Arithmetic of complex numbers as C11's annex G has it (CPython's Objects/complexobject.c). */
import { atan2 } from '../libm/inverse-trigonometry.ts';
import { exp } from '../libm/exp.ts';
import { log } from '../libm/log.ts';
import { pow } from '../libm/pow.ts';
import { hypot } from '../libm/roots.ts';
import { cos, sin } from '../libm/trigonometry.ts';
import { hasSignBit } from '../float-bits.ts';

/** A complex number: what PyComplex is too. */
export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** A factor that keeps signs and nans. */
const ZERO = 0;
const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;
/** 1 for an infinity and 0 for all else, with the sign of x: the place of an infinite number at the edge of the plane. */
const edge = (x: number): number => {
  const size = isInfinite(x) ? 1 : 0;
  return hasSignBit(x) ? -size : size;
};
/** A nan as a zero of its sign. */
const nanAsZero = (x: number): number => (x === x ? x : hasSignBit(x) ? -0 : 0);

export function multiply(a: Complex, b: Complex): Complex {
  const ac = a.real * b.real;
  const bd = a.imag * b.imag;
  const ad = a.real * b.imag;
  const bc = a.imag * b.real;
  const real = ac - bd;
  const imag = ad + bc;
  if (real === real || imag === imag) return { real, imag };
  return recoveredProduct(a, b, [ac, bd, ad, bc].some(isInfinite)) ?? { real, imag };
}

/** A product of which both parts came out as nan may still be infinite. */
function recoveredProduct(a: Complex, b: Complex, overflowed: boolean): Complex | undefined {
  let [x, y, u, v] = [a.real, a.imag, b.real, b.imag];
  let isRecovered = false;
  if (isInfinite(x) || isInfinite(y)) {
    [x, y, u, v] = [edge(x), edge(y), nanAsZero(u), nanAsZero(v)];
    isRecovered = true;
  }
  if (isInfinite(u) || isInfinite(v)) {
    [x, y, u, v] = [nanAsZero(x), nanAsZero(y), edge(u), edge(v)];
    isRecovered = true;
  }
  if (!isRecovered && overflowed) {
    [x, y, u, v] = [nanAsZero(x), nanAsZero(y), nanAsZero(u), nanAsZero(v)];
    isRecovered = true;
  }
  if (!isRecovered) return undefined;
  return { real: Infinity * (x * u - y * v), imag: Infinity * (x * v + y * u) };
}

/** undefined for a division by zero. */
export function divide(a: Complex, b: Complex): Complex | undefined {
  const realSize = Math.abs(b.real);
  const imagSize = Math.abs(b.imag);
  let real = NaN;
  let imag = NaN;
  if (realSize >= imagSize) {
    if (realSize === 0) return undefined;
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    real = (a.real + a.imag * ratio) / divisor;
    imag = (a.imag - a.real * ratio) / divisor;
  } else if (imagSize >= realSize) {
    const ratio = b.real / b.imag;
    const divisor = b.real * ratio + b.imag;
    real = (a.real * ratio + a.imag) / divisor;
    imag = (a.imag * ratio - a.real) / divisor;
  }
  if (real === real || imag === imag) return { real, imag };
  return recoveredQuotient(a, b) ?? { real, imag };
}

function recoveredQuotient(a: Complex, b: Complex): Complex | undefined {
  if (
    (isInfinite(a.real) || isInfinite(a.imag)) &&
    Number.isFinite(b.real) &&
    Number.isFinite(b.imag)
  ) {
    const x = edge(a.real);
    const y = edge(a.imag);
    return {
      real: Infinity * (x * b.real + y * b.imag),
      imag: Infinity * (y * b.real - x * b.imag),
    };
  }
  if (
    (isInfinite(b.real) || isInfinite(b.imag)) &&
    Number.isFinite(a.real) &&
    Number.isFinite(a.imag)
  ) {
    const x = edge(b.real);
    const y = edge(b.imag);
    return { real: ZERO * (a.real * x + a.imag * y), imag: ZERO * (a.imag * x - a.real * y) };
  }
  return undefined;
}

/** A real number by a complex one: without an imaginary part, whose zero would change signs. */
export function divideReal(a: number, b: Complex): Complex | undefined {
  const realSize = Math.abs(b.real);
  const imagSize = Math.abs(b.imag);
  let real = NaN;
  let imag = NaN;
  if (realSize >= imagSize) {
    if (realSize === 0) return undefined;
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    real = a / divisor;
    imag = (-a * ratio) / divisor;
  } else if (imagSize >= realSize) {
    const ratio = b.real / b.imag;
    const divisor = b.real * ratio + b.imag;
    real = (a * ratio) / divisor;
    imag = -a / divisor;
  }
  if (real === real || imag === imag || !Number.isFinite(a)) return { real, imag };
  if (!isInfinite(b.real) && !isInfinite(b.imag)) return { real, imag };
  return { real: ZERO * (a * edge(b.real)), imag: ZERO * (-a * edge(b.imag)) };
}

export type PowerError = 'zero' | 'overflow';

/** `a ** b`: 'zero' for a negative or complex power of zero. */
export function power(a: Complex, b: Complex): Complex | PowerError {
  const isSmallInteger = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100;
  const result = isSmallInteger ? integralPower(a, b.real) : generalPower(a, b);
  if (typeof result === 'string') return result;
  return isInfinite(result.real) || isInfinite(result.imag) ? 'overflow' : result;
}

function integralPower(a: Complex, exponent: number): Complex | PowerError {
  if (exponent > 0) return repeatedProduct(a, exponent);
  return divide({ real: 1, imag: 0 }, repeatedProduct(a, -exponent)) ?? 'zero';
}

function repeatedProduct(base: Complex, exponent: number): Complex {
  let result: Complex = { real: 1, imag: 0 };
  let square = base;
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (exponent & mask) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

function generalPower(a: Complex, b: Complex): Complex | PowerError {
  if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
  if (a.real === 0 && a.imag === 0)
    return b.imag !== 0 || b.real < 0 ? 'zero' : { real: 0, imag: 0 };
  const size = hypot(a.real, a.imag);
  const angle = atan2(a.imag, a.real);
  let length = pow(size, b.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length *= exp(-angle * b.imag);
    phase += b.imag * log(size);
  }
  return { real: length * cos(phase), imag: length * sin(phase) };
}
