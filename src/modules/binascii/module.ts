import { decodeBase64, encodeBase64 } from '../../algorithms/binascii/base64.ts';
import { crc32, crcHqx } from '../../algorithms/binascii/crc.ts';
import { BinasciiFailure } from '../../algorithms/binascii/failure.ts';
import { decodeHex, encodeHex } from '../../algorithms/binascii/hex.ts';
import { decodeQp, encodeQp } from '../../algorithms/binascii/qp.ts';
import { codePoints } from '../../algorithms/text/contents.ts';
import { decodeUu, encodeUu } from '../../algorithms/binascii/uu.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { exceptionClass as exceptionType, valueErrorType } from '../../objects/exception-types.ts';
import { int } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, utf16, type PyStr } from '../../objects/str.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { length } from '../../runtime/truth.ts';
import { exceptionClass } from '../exception-class.ts';
import { docs } from './docs.gen.ts';

const errorType = exceptionClass('Error', 'binascii', valueErrorType);
const incompleteType = exceptionClass('Incomplete', 'binascii', exceptionType);

/** The bytes of a bytes-like object or of an ASCII str. */
function asciiBytes(v: Value): Uint8Array {
  const text = strValue(v);
  if (text !== undefined) return textBytes(text);
  const data = findBuffer(v);
  if (data === undefined)
    throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeOf(v).name}'`);
  return data;
}
function textBytes(text: PyStr): Uint8Array {
  const units = utf16(text);
  const data = new Uint8Array(units.length);
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    if (unit > 127) throw valueError('string argument should contain only ASCII characters');
    data[i] = unit;
  }
  return data;
}

/** The bytes that an algorithm gives; its refusal as a binascii.Error. */
function coded(action: () => Uint8Array): Value {
  try {
    return new PyBytes(action());
  } catch (failure) {
    if (failure instanceof BinasciiFailure) throw newException(errorType, failure.message);
    throw failure;
  }
}

const unhexlify = (hexstr: Value): Value => {
  const data = asciiBytes(hexstr);
  return coded(() => decodeHex(data));
};
/** The byte between groups of digits, or -1. */
function separatorOf(v: Value | undefined): number {
  if (v === undefined) return -1;
  const text = strValue(v);
  if (text === undefined && !(v instanceof PyBytes)) {
    if (length(v) !== 1) throw valueError('sep must be length 1.');
    throw typeError('sep must be str or bytes.');
  }
  const codes = text === undefined ? (v as PyBytes).data : [...codePoints(contentsOf(text))];
  if (codes.length !== 1) throw valueError('sep must be length 1.');
  if (codes[0]! > 255) throw valueError('sep must be ASCII.');
  return codes[0]!;
}
const hexlify = (data: Uint8Array, separator: Value | undefined, group: number): Value =>
  new PyBytes(encodeHex(data, separatorOf(separator), group));
const hexSignature = '(data: bytes, sep=<unrepresentable>, bytes_per_sep: cint = 1)';
const low = (v: Value, bits: number): number => Number(BigInt.asUintN(bits, BigInt(asInt(v))));

/** Binary data as ASCII text. CPython: Modules/binascii.c */
export const binasciiModule = defineModule('binascii', {
  doc: docs[''],
  functions: {
    a2b_base64: fn('(data, /, *, strict_mode: bool = False)', docs.a2b_base64, (data, strict) => {
      const bytes = asciiBytes(data);
      return coded(() => decodeBase64(bytes, strict));
    }),
    a2b_hex: fn('(hexstr, /)', docs.a2b_hex, unhexlify),
    a2b_qp: fn('(data, header: bool = False)', docs.a2b_qp, (data, header) => {
      const bytes = asciiBytes(data);
      return coded(() => decodeQp(bytes, header));
    }),
    a2b_uu: fn('(data, /)', docs.a2b_uu, data => {
      const bytes = asciiBytes(data);
      return coded(() => decodeUu(bytes));
    }),
    b2a_base64: fn('(data: bytes, /, *, newline: bool = True)', docs.b2a_base64, (data, newline) =>
      coded(() => encodeBase64(data, newline)),
    ),
    b2a_hex: fn(hexSignature, docs.b2a_hex, hexlify),
    b2a_qp: fn(
      '(data: bytes, quotetabs: bool = False, istext: bool = True, header: bool = False)',
      docs.b2a_qp,
      (data, quoteTabs, isText, header) =>
        coded(() => encodeQp(data, { quoteTabs, isText, header })),
    ),
    b2a_uu: fn('(data: bytes, /, *, backtick: bool = False)', docs.b2a_uu, (data, backtick) =>
      coded(() => encodeUu(data, backtick)),
    ),
    crc32: fn('(data: bytes, crc=0, /)', docs.crc32, (data, crc) => int(crc32(data, low(crc, 32)))),
    crc_hqx: fn('(data: bytes, crc, /)', docs.crc_hqx, (data, crc) =>
      int(crcHqx(data, low(crc, 16))),
    ),
    hexlify: fn(hexSignature, docs.hexlify, hexlify),
    unhexlify: fn('(hexstr, /)', docs.unhexlify, unhexlify),
  },
  types: { Error: errorType, Incomplete: incompleteType },
});
