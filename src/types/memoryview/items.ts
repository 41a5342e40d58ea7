import {
  packFloat,
  packInt,
  parseStructFormat,
  unpackFloat,
  unpackInt,
  type StructItem,
} from '../../algorithms/struct-format.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { overflowErrorType, typeErrorType } from '../../objects/exception-types.ts';
import { float } from '../../objects/float.ts';
import { int } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { isException } from '../../runtime/attributes.ts';
import { asFloat, asInt } from '../../runtime/convert.ts';
import { notImplementedError, typeError, valueError } from '../../runtime/errors.ts';
import { isTrue } from '../../runtime/truth.ts';

/** Single items of a memoryview by their format. CPython: Objects/memoryobject.c, unpack_single and pack_single */

const codes = 'cbBhHiIlLqQnNfde?P';
const items = new Map<string, StructItem>();
for (const code of codes) {
  const parsed = parseStructFormat(code);
  if (typeof parsed !== 'string') items.set(code, parsed.items[0]!);
}

/** The item of a native format of one character, perhaps after an @; undefined for all else. */
export const nativeItem = (format: string): StructItem | undefined =>
  items.get(format.length === 2 && format.startsWith('@') ? format.charAt(1) : format);

function knownItem(format: string): StructItem {
  const item = nativeItem(format);
  if (item === undefined) throw notImplementedError(`memoryview: format ${format} not supported`);
  return item;
}

export function unpackItem(view: DataView, offset: number, format: string): Value {
  if (format === 'B') return int(view.getUint8(offset));
  const item = knownItem(format);
  switch (item.kind) {
    case 'float':
      return float(unpackFloat(view, offset, item.size, true));
    case 'bool':
      return view.getUint8(offset) !== 0;
    case 'char':
      return new PyBytes(Uint8Array.of(view.getUint8(offset)));
    default:
      return int(unpackInt(view, offset, item, true));
  }
}

export function packItem(view: DataView, offset: number, format: string, value: Value): void {
  const item = knownItem(format);
  const wrongType = () => typeError(`memoryview: invalid type for format '${item.code}'`);
  const wrongValue = () => valueError(`memoryview: invalid value for format '${item.code}'`);
  switch (item.kind) {
    case 'float':
      packFloat(
        view,
        offset,
        item.size,
        converted(() => asFloat(value), wrongType, wrongValue),
        true,
      );
      return;
    case 'bool':
      view.setUint8(offset, isTrue(value) ? 1 : 0);
      return;
    case 'char':
      if (!(value instanceof PyBytes)) throw wrongType();
      if (value.data.length !== 1) throw wrongValue();
      view.setUint8(offset, value.data[0]!);
      return;
    default: {
      const n = converted(() => asInt(value), wrongType, wrongValue);
      if (packInt(view, offset, item, n, true) !== '') throw wrongValue();
    }
  }
}

function converted<T>(convert: () => T, wrongType: () => unknown, wrongValue: () => unknown): T {
  try {
    return convert();
  } catch (error) {
    if (isException(error, typeErrorType)) throw wrongType();
    if (isException(error, overflowErrorType)) throw wrongValue();
    throw error;
  }
}
