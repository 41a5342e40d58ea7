import { lazy, unpackNumbers, unzigzag } from './packed.ts';
import { decimals, digitsOverDecimals, numericsOverDigits } from './numeric.gen.ts';

/**
 * The numbers that characters stand for; CPython's `_PyUnicode_ToDecimalDigit`, `ToDigit` and
 * `ToNumeric` in Objects/unicodectype.c.
 */

function unpackValues(known: ReadonlyMap<number, number>, packed: string): Map<number, number> {
  const numbers = unpackNumbers(packed);
  const values = new Map(known);
  let code = 0;
  for (let i = 0; i < numbers.length; i += 4) {
    code += numbers[i]!;
    const count = numbers[i + 1]! >> 1;
    const grows = numbers[i + 1]! & 1;
    const top = unzigzag(numbers[i + 2]!);
    for (let k = 0; k < count; k++) values.set(code + k, (top + k * grows) / numbers[i + 3]!);
    code += count - 1;
  }
  return values;
}

const decimalValues = lazy(() => unpackValues(new Map(), decimals));
const digitValues = lazy(() => unpackValues(decimalValues(), digitsOverDecimals));
const numericValues = lazy(() => unpackValues(digitValues(), numericsOverDigits));

/** 0 to 9, or -1 when the character is no decimal digit. */
export function decimalValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  return decimalValues().get(code) ?? -1;
}

/** 0 to 9, or -1 when the character is no digit. */
export function digitValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  return digitValues().get(code) ?? -1;
}

/** The number, which may be negative or a fraction, or undefined when there is none. */
export function numericValue(code: number): number | undefined {
  return numericValues().get(code);
}
