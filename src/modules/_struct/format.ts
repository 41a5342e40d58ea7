import {
  floatTooLarge,
  packFloat,
  packInt,
  packPascal,
  packString,
  parseStructFormat,
  unpackFloat,
  unpackInt,
  unpackPascal,
  type StructFormat,
  type StructItem,
} from '../../algorithms/struct-format.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { PyComplex } from '../../objects/complex.ts';
import { exceptionClass as exceptionType } from '../../objects/exception-types.ts';
import { float } from '../../objects/float.ts';
import { int, type PyInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { isException } from '../../runtime/attributes.ts';
import { callMethod, callSpecial } from '../../runtime/call.ts';
import { asFloat, asInt, strValue } from '../../runtime/convert.ts';
import { newException, overflowError, typeError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { isTrue } from '../../runtime/truth.ts';
import { exceptionClass } from '../exception-class.ts';

/** Packing and unpacking by a format. CPython: Modules/_struct.c */

export const errorType = exceptionClass('error', 'struct', exceptionType);
export const structError = (message: string) => newException(errorType, message);

export interface Format {
  readonly text: string;
  readonly layout: StructFormat;
}

const MAX_CACHED = 100;
export const formats = new StateKey(() => new Map<string, Format>());

/** The format that a str or bytes spells. */
export function formatOf(v: Value): Format {
  const text = textOf(v);
  const cache = thread.interpreter.state(formats);
  const known = cache.get(text);
  if (known !== undefined) return known;
  const layout = parseStructFormat(text);
  if (typeof layout === 'string') throw structError(layout);
  if (cache.size >= MAX_CACHED) cache.clear();
  const format = { text, layout };
  cache.set(text, format);
  return format;
}
function textOf(v: Value): string {
  const text = strValue(v);
  const bytes = text === undefined ? v : callMethod(text, 'encode', 'ascii');
  if (!(bytes instanceof PyBytes))
    throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeOf(v).name}`);
  return String.fromCharCode(...bytes.data);
}

export const viewOf = (data: Uint8Array): DataView =>
  new DataView(data.buffer, data.byteOffset, data.byteLength);

function intOf(v: Value): PyInt {
  const n = intValue(v);
  if (n !== undefined) return n;
  if (v instanceof PyObject && v.__index__$0 !== undefined) return asInt(v);
  throw structError('required argument is not an integer');
}
function floatOf(v: Value): number {
  try {
    return asFloat(v);
  } catch (error) {
    if (!isException(error, exceptionType)) throw error;
    throw structError('required argument is not a float');
  }
}
function complexOf(v: Value): PyComplex {
  if (v instanceof PyComplex) return v;
  try {
    const made = callSpecial(v, '__complex__');
    return made instanceof PyComplex ? made : new PyComplex(asFloat(v), 0);
  } catch (error) {
    if (!isException(error, exceptionType)) throw error;
    throw structError('required argument is not a complex');
  }
}

/** Packs values at an offset whose bytes are zeros. */
export function packAll(
  { layout }: Format,
  target: Uint8Array,
  offset: number,
  values: readonly Value[],
): void {
  const view = viewOf(target);
  let used = 0;
  for (const item of layout.items) {
    if (item.kind === 'pad') continue;
    for (let i = 0; i < item.repeat; i++) {
      const at = offset + item.offset + i * item.size;
      packItem(view, target, at, item, values[used++]!, layout.littleEndian);
    }
  }
}

function packItem(
  view: DataView,
  target: Uint8Array,
  at: number,
  item: StructItem,
  value: Value,
  littleEndian: boolean,
): void {
  switch (item.kind) {
    case 'int':
    case 'pointer': {
      const message = packInt(view, at, item, intOf(value), littleEndian);
      if (message !== '') throw structError(message);
      return;
    }
    case 'bool':
      target[at] = isTrue(value) ? 1 : 0;
      return;
    case 'float':
      if (!packFloat(view, at, item.size, floatOf(value), littleEndian))
        throw tooLarge(item.code, value);
      return;
    case 'complex': {
      const { real, imag } = complexOf(value);
      const half = item.size / 2;
      const fits =
        packFloat(view, at, half, real, littleEndian) &&
        packFloat(view, at + half, half, imag, littleEndian);
      if (!fits) throw tooLarge(item.code, value);
      return;
    }
    case 'char':
      if (!(value instanceof PyBytes) || value.data.length !== 1)
        throw structError('char format requires a bytes object of length 1');
      target[at] = value.data[0]!;
      return;
    case 'string':
    case 'pascal': {
      if (!(value instanceof PyBytes) && !(value instanceof PyByteArray))
        throw structError(`argument for '${item.code}' must be a bytes object`);
      const pack = item.kind === 'string' ? packString : packPascal;
      pack(target, at, item.size, value.data);
      return;
    }
    case 'pad':
  }
}
const tooLarge = (code: string, value: Value) =>
  intValue(value) === undefined
    ? overflowError(floatTooLarge(code))
    : structError('int too large to convert');

/** Unpacks all values from an offset. */
export function unpackAll({ layout }: Format, source: Uint8Array, offset: number): Value[] {
  const view = viewOf(source);
  const values: Value[] = [];
  for (const item of layout.items) {
    if (item.kind === 'pad') continue;
    for (let i = 0; i < item.repeat; i++) {
      const at = offset + item.offset + i * item.size;
      values.push(unpackItem(view, source, at, item, layout.littleEndian));
    }
  }
  return values;
}

function unpackItem(
  view: DataView,
  source: Uint8Array,
  at: number,
  item: StructItem,
  littleEndian: boolean,
): Value {
  const { size } = item;
  switch (item.kind) {
    case 'int':
    case 'pointer':
      return int(unpackInt(view, at, item, littleEndian));
    case 'bool':
      return source[at] !== 0;
    case 'float':
      return float(unpackFloat(view, at, size, littleEndian));
    case 'complex':
      return new PyComplex(
        unpackFloat(view, at, size / 2, littleEndian),
        unpackFloat(view, at + size / 2, size / 2, littleEndian),
      );
    case 'pascal':
      return new PyBytes(unpackPascal(source, at, size));
    case 'char':
    case 'string':
    case 'pad':
      return new PyBytes(source.slice(at, at + size));
  }
}
