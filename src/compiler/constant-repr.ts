import { formatFloat } from '../algorithms/float-format.ts';
import { floatRepr } from '../algorithms/float-repr.ts';
import { hasSignBit } from '../algorithms/float-bits.ts';
import { intToText } from '../algorithms/int-text.ts';
import { nativeFromText } from '../algorithms/text/contents.ts';
import { reprOfBytes, reprOfText } from '../algorithms/text/repr.ts';
import type { ConstantValue } from '../syntax/ast.gen.ts';

/** repr() of a constant, in UTF-16: reprs escape lone surrogates, so nothing is lost. */
export function constantRepr(value: ConstantValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  switch (value.type) {
    case 'int':
      return intToText(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real ?? 0, value.imag);
    case 'str':
      return nativeFromText(reprOfText(value.value));
    case 'bytes':
      return reprOfBytes(value.value);
    case 'tuple': {
      const items = value.value.map(constantRepr);
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
    case 'frozenset': {
      const items = value.value.map(constantRepr);
      return items.length === 0 ? 'frozenset()' : `frozenset({${items.join(', ')}})`;
    }
    case 'Ellipsis':
      return 'Ellipsis';
  }
}

function complexRepr(real: number, imag: number): string {
  const imagText = formatFloat(imag, 'r', 0);
  if (real === 0 && !hasSignBit(real)) return `${imagText}j`;
  const sign = hasSignBit(imag) && imag === imag ? '' : '+';
  return `(${formatFloat(real, 'r', 0)}${sign}${imagText}j)`;
}
