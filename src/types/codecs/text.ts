import {
  decodeAscii,
  decodeLatin1,
  encodeAscii,
  encodeLatin1,
} from '../../algorithms/codecs/single-byte.ts';
import {
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
} from '../../algorithms/codecs/utf-16.ts';
import { decodeUtf8, encodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { PyBaseException } from '../../objects/exception.ts';
import { runtimeWarningType } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { lookupError, typeError, valueError } from '../../runtime/errors.ts';
import { convertText } from '../../runtime/unicode-errors.ts';
import { warnCaller } from '../../runtime/warn.ts';
import { decodeAction, encodeAction } from './error-actions.ts';
import { lookupCodec, normalizeEncoding } from './registry.ts';

/** `str.encode` and `bytes.decode`: some encodings without a look at the registry. CPython: PyUnicode_AsEncodedString, PyUnicode_Decode */

type Encode = (text: string | Uint32Array, errors: PyStr | null) => Uint8Array;
type Decode = (data: Uint8Array, errors: PyStr | null) => string | Uint32Array;

interface TextCodec {
  readonly encode: Encode;
  readonly decode: Decode;
}

const utf8: TextCodec = {
  encode: (text, errors) => encodeUtf8(text, encodeAction(errors)),
  decode: (data, errors) => decodeUtf8(data, decodeAction(errors)).text,
};
const utf16Codec: TextCodec = {
  encode: (text, errors) => encodeUtf16(text, 0, encodeAction(errors)),
  decode: (data, errors) => decodeUtf16(data, 0, decodeAction(errors)).text,
};
const utf32: TextCodec = {
  encode: (text, errors) => encodeUtf32(text, 0, encodeAction(errors)),
  decode: (data, errors) => decodeUtf32(data, 0, decodeAction(errors)).text,
};
const ascii: TextCodec = {
  encode: (text, errors) => encodeAscii(text, encodeAction(errors)),
  decode: (data, errors) => decodeAscii(data, decodeAction(errors)),
};
const latin1: TextCodec = {
  encode: (text, errors) => encodeLatin1(text, encodeAction(errors)),
  decode: decodeLatin1,
};

/** By normalized name. */
const direct: ReadonlyMap<string, TextCodec> = new Map([
  ['utf_8', utf8],
  ['utf8', utf8],
  ['utf_16', utf16Codec],
  ['utf16', utf16Codec],
  ['utf_32', utf32],
  ['utf32', utf32],
  ['ascii', ascii],
  ['us_ascii', ascii],
  ['latin_1', latin1],
  ['latin1', latin1],
  ['iso_8859_1', latin1],
  ['iso8859_1', latin1],
]);
/** Spellings that most programs use. */
const common: ReadonlyMap<string, TextCodec> = new Map([
  ['utf-8', utf8],
  ['utf8', utf8],
  ['UTF-8', utf8],
  ['ascii', ascii],
  ['latin-1', latin1],
  ['latin1', latin1],
  ['iso-8859-1', latin1],
]);

function directCodec(encoding: PyStr): TextCodec | undefined {
  if (typeof encoding !== 'string') return undefined;
  return common.get(encoding) ?? direct.get(normalizeEncoding(encoding));
}

/** ValueError for the name of an encoding or of an error handler that C could not take. */
export function checkName(name: PyStr): PyStr {
  if (typeof name === 'string' ? name.includes('\0') : name.points.includes(0))
    throw valueError('embedded null character');
  return name;
}

/** `text.encode(encoding, errors)` */
export function encodeStr(text: PyStr, encoding: PyStr, errors: PyStr): PyBytes {
  const codec = directCodec(encoding);
  if (codec !== undefined)
    return new PyBytes(convertText(() => codec.encode(contentsOf(text), errors)));
  const name = utf16(encoding);
  const result = runCodec(text, encoding, errors, 0, 'codecs.encode()');
  if (result instanceof PyBytes) return result;
  if (result instanceof PyByteArray) {
    warnCaller(
      runtimeWarningType,
      `encoder ${name} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types`,
    );
    return new PyBytes(result.data.slice());
  }
  throw typeError(
    `'${name}' encoder returned '${typeOf(result).name}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

/** `data.decode(encoding, errors)` */
export function decodeBytes(data: Uint8Array, encoding: PyStr, errors: PyStr): PyStr {
  if (data.length === 0) return '';
  const codec = directCodec(encoding);
  if (codec !== undefined) return strOf(convertText(() => codec.decode(data, errors)));
  const result = runCodec(new PyBytes(data), encoding, errors, 1, 'codecs.decode()');
  const text = strValue(result);
  if (text !== undefined) return text;
  throw typeError(
    `'${utf16(encoding)}' decoder returned '${typeOf(result).name}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}

/** Calls the encoder (0) or decoder (1) of a registered codec; with `instead`, only of a text encoding. */
export function runCodec(
  v: Value,
  encoding: PyStr,
  errors: PyStr | null,
  which: 0 | 1,
  instead: string | null,
): Value {
  const name = utf16(encoding);
  const codec = lookupCodec(encoding);
  if (instead !== null && isBinary(codec))
    throw lookupError(
      `'${name}' is not a text encoding; use ${instead} to handle arbitrary codecs`,
    );
  const f = codec.items[which]!;
  let result: Value;
  try {
    result = errors === null ? call(f, v) : call(f, v, errors);
  } catch (error) {
    if (error instanceof PyBaseException)
      callMethod(
        error,
        'add_note',
        str(`${which === 0 ? 'encoding' : 'decoding'} with '${name}' codec failed`),
      );
    throw error;
  }
  if (!(result instanceof PyTuple) || result.items.length !== 2)
    throw typeError(
      which === 0
        ? 'encoder must return a tuple (object, integer)'
        : 'decoder must return a tuple (object,integer)',
    );
  return result.items[0]!;
}

/** A plain tuple says nothing, so it is taken for a text encoding. */
const isBinary = (codec: PyTuple): boolean =>
  codec.type.name !== 'tuple' && findAttr(codec, '_is_text_encoding') === false;
