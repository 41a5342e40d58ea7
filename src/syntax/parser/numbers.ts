import type { ConstantValue } from '../ast.gen.ts';

/** CPython's default of sys.get_int_max_str_digits(). */
export const defaultIntMaxStrDigits = 4300;

/** The value of a NUMBER token's text. */
export function numberValue(text: string): ConstantValue {
  if (text.includes('_')) text = text.replaceAll('_', '');
  if (!hasRadix(text)) {
    const last = text.charCodeAt(text.length - 1) | 32;
    if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
    if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
  }
  const value = Number(text);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : BigInt(text) };
}

function hasRadix(text: string): boolean {
  const letter = text.charCodeAt(1) | 32;
  return text.charCodeAt(0) === 48 && (letter === 120 || letter === 111 || letter === 98);
}

/** How many digits a decimal int literal has; 0 for every other literal. */
export function decimalDigits(text: string): number {
  return /^[0-9_]+$/.test(text) ? text.replaceAll('_', '').length : 0;
}
