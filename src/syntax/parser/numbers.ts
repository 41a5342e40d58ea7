import type { ConstantValue } from '../ast.gen.ts';

/** The value of a NUMBER token's text. */
export function numberValue(text: string): ConstantValue {
  if (text.includes('_')) text = text.replaceAll('_', '');
  const last = text.charCodeAt(text.length - 1) | 32;
  const second = text.charCodeAt(1) | 32;
  const radix = text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98);
  if (!radix) {
    if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
    if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
  }
  const value = Number(text);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : BigInt(text) };
}
