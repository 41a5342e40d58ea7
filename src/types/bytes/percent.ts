import {
  percentFloat,
  percentInt,
  unsupportedConversion,
  type PercentLayout,
} from '../../algorithms/percent-format.ts';
import { BytesBuilder, stringFromUnits } from '../../algorithms/text/contents.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { typeErrorType } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/object.ts';
import { utf16 } from '../../objects/str.ts';
import { isException } from '../../runtime/attributes.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { asciiRepr } from '../../runtime/text.ts';
import { floatUnder, integerOf, layoutOf, parsed, PercentArguments } from '../percent.ts';
import { isBytesLike } from './arguments.ts';
import { fromBytesMethod } from './construct.ts';

/** `bytes % values`. CPython: Objects/bytesobject.c, _PyBytes_FormatEx */
export function percentBytes(data: Uint8Array, values: Value): Uint8Array {
  const { fields, tail } = parsed(stringFromUnits(data), true);
  const args = new PercentArguments(values, isText);
  const out = new BytesBuilder(data.length + 16);
  for (const field of fields) {
    out.addLatin1(field.literal as string);
    if (field.mapping) {
      args.requireMapping();
      if (field.key === undefined) throw valueError(field.failure);
      args.select(new PyBytes(latin1(field.key as string)));
    }
    addShown(out, args, layoutOf(field, args), () => unsupportedConversion(field, true));
  }
  out.addLatin1(tail as string);
  args.finish('bytes');
  return out.finish();
}

const isText = (v: Value): boolean => isBytesLike(v) || strValue(v) !== undefined;
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0));

function addShown(
  out: BytesBuilder,
  args: PercentArguments,
  layout: PercentLayout,
  unsupported: () => string,
): void {
  const { code } = layout;
  const value = args.take();
  switch (code) {
    case 115: // s
    case 98: // b
      return addPadded(out, cut(bytesUnder(value), layout), layout);
    case 97: // a
    case 114: // r
      return addPadded(out, cut(latin1(utf16(asciiRepr(value))), layout), layout);
    case 100: // d
    case 105: // i
    case 117: // u
    case 111: // o
    case 120: // x
    case 88: // X
      return out.addLatin1(percentInt(integerOf(value, code, true), layout));
    case 101: // e
    case 69: // E
    case 102: // f
    case 70: // F
    case 103: // g
    case 71: // G
      return out.addLatin1(percentFloat(floatOf(value), layout));
    case 99: // c
      return addPadded(out, Uint8Array.of(byteUnder(value)), layout);
    default:
      throw valueError(unsupported());
  }
}

const cut = (data: Uint8Array, { precision }: PercentLayout): Uint8Array =>
  precision >= 0 && precision < data.length ? data.subarray(0, precision) : data;

function addPadded(out: BytesBuilder, data: Uint8Array, layout: PercentLayout): void {
  const padding = new Uint8Array(Math.max(0, layout.width - data.length)).fill(32);
  if (!layout.leftAdjust) out.addAll(padding);
  out.addAll(data);
  if (layout.leftAdjust) out.addAll(padding);
}

function bytesUnder(v: Value): Uint8Array {
  if (isBytesLike(v)) return v.data;
  const made = fromBytesMethod(v) ?? findBuffer(v);
  if (made !== undefined) return made;
  throw typeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(v).name}'`,
  );
}

function floatOf(v: Value): number {
  try {
    return floatUnder(v);
  } catch (error) {
    if (isException(error, typeErrorType))
      throw typeError(`float argument required, not ${typeOf(v).name}`);
    throw error;
  }
}

function byteUnder(v: Value): number {
  if (isBytesLike(v)) {
    if (v.data.length === 1) return v.data[0]!;
    throw typeError(
      `%c requires an integer in range(256) or a single byte, not a ${typeOf(v).name} object of length ${v.data.length}`,
    );
  }
  const isInt =
    intValue(v) !== undefined || (typeof v === 'object' && v?.__index__$0 !== undefined);
  if (!isInt)
    throw typeError(`%c requires an integer in range(256) or a single byte, not ${typeOf(v).name}`);
  const n = asInt(v);
  if (n < 0 || n > 255) throw overflowError('%c arg not in range(256)');
  return n as number;
}
