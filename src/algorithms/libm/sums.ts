/**
 * Sums of floats without loss: math.fsum and the float path of math.sumprod (CPython's
 * Modules/mathmodule.c).
 */
import { productError, sumError } from './double-double.ts';

export type SumError = 'overflow' | 'infinities';

/** The texts of the errors: OverflowError and ValueError. */
export const SUM_ERRORS: Readonly<Record<SumError, string>> = {
  overflow: 'intermediate overflow in fsum',
  infinities: '-inf + inf in fsum',
};

/** `math.fsum`: the sum as non-overlapping partial sums of growing size (Shewchuk). */
export class ExactSum {
  readonly #partials: number[] = [];
  #special = 0;
  #infinities = 0;

  /** Adds a float; false when the partial sums overflow. */
  add(x: number): boolean {
    const partials = this.#partials;
    let sum = x;
    let kept = 0;
    for (let i = 0; i < partials.length; i++) {
      const partial = partials[i]!;
      const next = sum + partial;
      const low = sumError(sum, partial, next);
      if (low !== 0) partials[kept++] = low;
      sum = next;
    }
    if (sum - sum !== 0) {
      if (x - x === 0) return false;
      if (x === x) this.#infinities += x;
      this.#special += x;
      kept = 0;
    } else if (sum !== 0) {
      partials[kept++] = sum;
    }
    partials.length = kept;
    return true;
  }

  result(): number | SumError {
    if (this.#special !== 0)
      return this.#infinities !== this.#infinities ? 'infinities' : this.#special;
    const partials = this.#partials;
    let i = partials.length - 1;
    if (i < 0) return 0;
    let high = partials[i]!;
    let low = 0;
    while (i > 0 && low === 0) {
      const partial = partials[--i]!;
      const sum = high + partial;
      low = partial - (sum - high);
      high = sum;
    }
    // A half is only half to even when nothing is left below it.
    if (i > 0 && low !== 0 && low < 0 === partials[i - 1]! < 0) {
      const doubled = low * 2;
      const away = high + doubled;
      if (doubled === away - high) high = away;
    }
    return high;
  }
}

/** The sum of products in three doubles. */
export class ProductSum {
  #high = 0;
  #low = 0;
  #tiny = 0;

  /** Adds x * y; false, and nothing is added, when that is not finite. */
  add(x: number, y: number): boolean {
    const product = x * y;
    const high = this.#high + product;
    if (high - high !== 0) return false;
    const sumLow = sumError(this.#high, product, high);
    const productLow = exactProductError(x, y, product);
    const first = this.#low + productLow;
    const second = first + sumLow;
    this.#tiny =
      this.#tiny + sumError(this.#low, productLow, first) + sumError(first, sumLow, second);
    this.#low = second;
    this.#high = high;
    return true;
  }

  result(): number {
    // Added from the smallest with what each sum loses, so that no half is rounded twice.
    const low = this.#low + this.#tiny;
    const lowError = sumError(this.#low, this.#tiny, low);
    const sum = this.#high + low;
    return sum + (sumError(this.#high, low, sum) + lowError);
  }
}

/** The error of a product whose factors may be too big to be split. */
function exactProductError(x: number, y: number, product: number): number {
  if (Math.abs(x) < 1e290 && Math.abs(y) < 1e290) return productError(x, y, product);
  const scale = 2 ** -60;
  if (Math.abs(x) > Math.abs(y)) return productError(x * scale, y, product * scale) / scale;
  return productError(x, y * scale, product * scale) / scale;
}
