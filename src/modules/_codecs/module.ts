import type { Decoded } from '../../algorithms/codecs/errors.ts';
import {
  decodeAscii,
  decodeLatin1,
  encodeAscii,
  encodeLatin1,
} from '../../algorithms/codecs/single-byte.ts';
import {
  decodeBytesEscape,
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeBytesEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from '../../algorithms/codecs/unicode-escape.ts';
import {
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
  type ByteOrder,
  type DecodedUnits,
} from '../../algorithms/codecs/utf-16.ts';
import { decodeUtf7, encodeUtf7 } from '../../algorithms/codecs/utf-7.ts';
import { decodeUtf8, encodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import { characterNamed } from '../../algorithms/unicode/names.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { deprecationWarningType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strLength, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineModule, fn, type FunctionSpec } from '../../runtime/declare-module.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { convertText } from '../../runtime/unicode-errors.ts';
import { warnCaller } from '../../runtime/warn.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { decodeAction, encodeAction } from '../../types/codecs/error-actions.ts';
import {
  lookupCodec,
  lookupHandler,
  registerHandler,
  registerSearch,
  unregisterHandler,
  unregisterSearch,
} from '../../types/codecs/registry.ts';
import { checkName, runCodec } from '../../types/codecs/text.ts';
import { buildMap, decodeWith, encodeWith } from './charmap.ts';

type Encode = (text: Text, errors: PyStr | null) => Uint8Array;
type Decode = (data: Uint8Array, errors: PyStr | null) => Text;
type DecodePart = (data: Uint8Array, errors: PyStr | null, final: boolean) => Decoded;

const bytesAnd = (bytes: Uint8Array, length: number): Value =>
  tuple([new PyBytes(bytes), smallInt(length)]);
const textAnd = (text: Text, consumed: number): Value => tuple([strOf(text), smallInt(consumed)]);

const encoder = (encode: Encode): FunctionSpec =>
  fn('(str: str, errors: str? = None, /)', null, (text, errors) =>
    bytesAnd(
      convertText(() => encode(contentsOf(text), errors)),
      strLength(text),
    ),
  );
const decoder = (decode: Decode): FunctionSpec =>
  fn('(data: bytes, errors: str? = None, /)', null, (data, errors) =>
    textAnd(
      convertText(() => decode(data, errors)),
      data.length,
    ),
  );
const partDecoder = (decode: DecodePart): FunctionSpec =>
  fn('(data: bytes, errors: str? = None, final: bool = False, /)', null, (data, errors, final) => {
    const { text, consumed } = convertText(() => decode(data, errors, final));
    return textAnd(text, consumed);
  });

type Units = typeof decodeUtf16;
const unitsDecoder = (decode: Units, order: ByteOrder): FunctionSpec =>
  partDecoder((data, errors, final) => decode(data, order, decodeAction(errors), final));
const orderOf = (order: number): ByteOrder => (order < 0 ? -1 : order > 0 ? 1 : 0);
/** Also tells the byte order. */
const exDecoder = (decode: Units): FunctionSpec =>
  fn(
    '(data: bytes, errors: str? = None, byteorder: cint = 0, final: bool = False, /)',
    null,
    (data, errors, byteorder, final) => {
      const result: DecodedUnits = convertText(() =>
        decode(data, orderOf(byteorder), decodeAction(errors), final),
      );
      const order = byteorder === 0 ? result.order : byteorder;
      return tuple([strOf(result.text), smallInt(result.consumed), smallInt(order)]);
    },
  );
const unitsEncoder = (encode: typeof encodeUtf16, order: ByteOrder): FunctionSpec =>
  encoder((text, errors) => encode(text, order, encodeAction(errors)));
const orderedEncoder = (encode: typeof encodeUtf16): FunctionSpec =>
  fn('(str: str, errors: str? = None, byteorder: cint = 0, /)', null, (text, errors, order) =>
    bytesAnd(
      convertText(() => encode(contentsOf(text), orderOf(order), encodeAction(errors))),
      strLength(text),
    ),
  );

/** The bytes of a buffer, or of a str in UTF-8: what decoders of escapes take. */
function sourceOf(v: Value): Uint8Array {
  const text = strValue(v);
  if (text === undefined) return bufferData(v);
  return convertText(() => encodeUtf8(contentsOf(text), encodeAction(null)));
}

/** Warns about the first escape that means nothing. */
function warnAbout(
  data: Uint8Array,
  quote: string,
  found: { readonly invalidEscape: number; readonly invalidOctal: number },
): void {
  const { invalidEscape, invalidOctal } = found;
  if (invalidEscape < 0 && invalidOctal < 0) return;
  const isOctal = invalidEscape < 0 || (invalidOctal >= 0 && invalidOctal < invalidEscape);
  const at = isOctal ? invalidOctal : invalidEscape;
  const shown = String.fromCharCode(...data.subarray(at + 1, at + (isOctal ? 4 : 2)));
  warnCaller(
    deprecationWarningType,
    `${quote}\\${shown}" is an invalid ${isOctal ? 'octal ' : ''}escape sequence. Such sequences will not work in the future. `,
  );
}

function decodeUnicodeEscapes(v: Value, errors: PyStr | null, final: boolean): Value {
  const data = sourceOf(v);
  const found = convertText(() =>
    decodeUnicodeEscape(data, decodeAction(errors), characterNamed, final),
  );
  warnAbout(data, '"', found);
  return textAnd(found.text, found.consumed);
}

function decodeEscapes(v: Value, errors: PyStr | null): Value {
  const data = sourceOf(v);
  const mode = errors === null ? 'strict' : utf16(errors);
  const onHex = mode === 'replace' || mode === 'ignore' ? mode : 'strict';
  const found = decodeBytesEscape(data, onHex);
  const { fault } = found;
  if (fault?.reason === 'trailing') throw valueError('Trailing \\ in string');
  if (fault !== undefined && mode !== 'strict')
    throw valueError(`decoding error; unknown error handling code: ${mode}`);
  if (fault !== undefined) throw valueError(`invalid \\x escape at position ${fault.position}`);
  warnAbout(data, 'b"', found);
  return bytesAnd(found.bytes, data.length);
}

/** The registry of codecs and the codecs of C. CPython: Modules/_codecsmodule.c */
export const codecsModule = defineModule('_codecs', {
  doc: null,
  functions: {
    _unregister_error: fn(
      '(errors: str, /)',
      `Un-register the specified error handler for the error handling \`errors'.

Only custom error handlers can be un-registered. An exception is raised
if the error handling is a built-in one (e.g., 'strict'), or if an error
occurs.

Otherwise, this returns True if a custom handler has been successfully
un-registered, and False if no custom handler for the specified error
handling exists.`,
      errors => unregisterHandler(errors),
    ),
    decode: fn(
      "(obj, encoding: str = 'utf-8', errors: str = 'strict')",
      `Decodes obj using the codec registered for encoding.

Default encoding is 'utf-8'.  errors may be given to set a
different error handling scheme.  Default is 'strict' meaning that
encoding errors raise a ValueError.  Other possible values are 'ignore',
'replace' and 'backslashreplace' as well as any other name registered
with codecs.register_error that can handle ValueErrors.`,
      (obj, encoding, errors) => runCodec(obj, checkName(encoding), checkName(errors), 1, null),
    ),
    encode: fn(
      "(obj, encoding: str = 'utf-8', errors: str = 'strict')",
      `Encodes obj using the codec registered for encoding.

The default encoding is 'utf-8'.  errors may be given to set a
different error handling scheme.  Default is 'strict' meaning that
encoding errors raise a ValueError.  Other possible values are 'ignore',
'replace' and 'backslashreplace' as well as any other name registered
with codecs.register_error that can handle ValueErrors.`,
      (obj, encoding, errors) => runCodec(obj, checkName(encoding), checkName(errors), 0, null),
    ),
    lookup: fn(
      '(encoding: str, /)',
      'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.',
      encoding => lookupCodec(checkName(encoding)),
    ),
    lookup_error: fn(
      '(name: str, /)',
      `lookup_error(errors) -> handler

Return the error handler for the specified error handling name or raise
a LookupError, if no handler exists under this name.`,
      name => lookupHandler(checkName(name)),
    ),
    register: fn(
      '(search_function, /)',
      `Register a codec search function.

Search functions are expected to take one argument, the encoding
name in all lower case letters, and either return None, or a tuple
of functions (encoder, decoder, stream_reader, stream_writer) (or
a CodecInfo object).`,
      f => {
        registerSearch(f);
        return null;
      },
    ),
    register_error: fn(
      '(errors: str, handler, /)',
      `Register the specified error handler under the name errors.

handler must be a callable object, that will be called with an exception
instance containing information about the location of the
encoding/decoding error and must return a (replacement, new position)
tuple.`,
      (errors, handler) => {
        registerHandler(checkName(errors), handler);
        return null;
      },
    ),
    unregister: fn(
      '(search_function, /)',
      `Unregister a codec search function and clear the registry's cache.

If the search function is not registered, do nothing.`,
      f => {
        unregisterSearch(f);
        return null;
      },
    ),
    ascii_decode: decoder((data, errors) => decodeAscii(data, decodeAction(errors))),
    ascii_encode: encoder((text, errors) => encodeAscii(text, encodeAction(errors))),
    latin_1_decode: decoder(decodeLatin1),
    latin_1_encode: encoder((text, errors) => encodeLatin1(text, encodeAction(errors))),
    utf_7_decode: partDecoder((data, errors, final) =>
      decodeUtf7(data, decodeAction(errors), final),
    ),
    utf_7_encode: encoder(encodeUtf7),
    utf_8_decode: partDecoder((data, errors, final) =>
      decodeUtf8(data, decodeAction(errors), final),
    ),
    utf_8_encode: encoder((text, errors) => encodeUtf8(text, encodeAction(errors))),
    utf_16_be_decode: unitsDecoder(decodeUtf16, 1),
    utf_16_be_encode: unitsEncoder(encodeUtf16, 1),
    utf_16_decode: unitsDecoder(decodeUtf16, 0),
    utf_16_encode: orderedEncoder(encodeUtf16),
    utf_16_ex_decode: exDecoder(decodeUtf16),
    utf_16_le_decode: unitsDecoder(decodeUtf16, -1),
    utf_16_le_encode: unitsEncoder(encodeUtf16, -1),
    utf_32_be_decode: unitsDecoder(decodeUtf32, 1),
    utf_32_be_encode: unitsEncoder(encodeUtf32, 1),
    utf_32_decode: unitsDecoder(decodeUtf32, 0),
    utf_32_encode: orderedEncoder(encodeUtf32),
    utf_32_ex_decode: exDecoder(decodeUtf32),
    utf_32_le_decode: unitsDecoder(decodeUtf32, -1),
    utf_32_le_encode: unitsEncoder(encodeUtf32, -1),
    charmap_build: fn('(map: str, /)', null, map => buildMap(contentsOf(map))),
    charmap_decode: fn(
      '(data: bytes, errors: str? = None, mapping=None, /)',
      null,
      (data, errors, mapping) =>
        textAnd(
          convertText(() => decodeWith(data, errors, mapping)),
          data.length,
        ),
    ),
    charmap_encode: fn(
      '(str: str, errors: str? = None, mapping=None, /)',
      null,
      (text, errors, mapping) =>
        bytesAnd(
          convertText(() => encodeWith(contentsOf(text), errors, mapping)),
          strLength(text),
        ),
    ),
    escape_decode: fn('(data, errors: str? = None, /)', null, decodeEscapes),
    escape_encode: fn('(data, errors: str? = None, /)', null, data => {
      if (!(data instanceof PyBytes))
        throw typeError(
          `escape_encode() argument 1 must be bytes, not ${data === null ? 'None' : typeOf(data).name}`,
        );
      return bytesAnd(encodeBytesEscape(data.data), data.data.length);
    }),
    raw_unicode_escape_decode: fn(
      '(data, errors: str? = None, final: bool = True, /)',
      null,
      (v, errors, final) => {
        const data = sourceOf(v);
        const { text, consumed } = convertText(() =>
          decodeRawUnicodeEscape(data, decodeAction(errors), final),
        );
        return textAnd(text, consumed);
      },
    ),
    raw_unicode_escape_encode: encoder(encodeRawUnicodeEscape),
    readbuffer_encode: fn('(data, errors: str? = None, /)', null, v => {
      const data = sourceOf(v);
      return bytesAnd(data.slice(), data.length);
    }),
    unicode_escape_decode: fn(
      '(data, errors: str? = None, final: bool = True, /)',
      null,
      decodeUnicodeEscapes,
    ),
    unicode_escape_encode: encoder(encodeUnicodeEscape),
  },
});
