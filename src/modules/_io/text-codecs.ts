import {
  backslashreplaceDecode,
  backslashreplaceEncode,
  ignoreDecode,
  ignoreEncode,
  type OnDecodeError,
  type OnEncodeError,
  replaceDecode,
  replaceEncode,
  strictDecode,
  strictEncode,
  surrogateescapeDecode,
  surrogateescapeEncode,
  surrogatepassDecode,
  surrogatepassEncode,
  xmlcharrefreplaceEncode,
} from '../../algorithms/codecs/errors.ts';
import {
  decodeAscii,
  decodeLatin1,
  encodeAscii,
  encodeLatin1,
} from '../../algorithms/codecs/single-byte.ts';
import { decodeUtf8, encodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { lookupErrorType } from '../../objects/exception-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, str, type PyStr } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { asInt, bytesValue, strValue } from '../../runtime/convert.ts';
import { newException, typeError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { convertText } from '../../runtime/unicode-errors.ts';
import { reprText } from '../../runtime/text.ts';
import { stateOf } from './newline-decoder.ts';
import { NewlineTranslator } from './newlines.ts';

/** The coders of a text stream: those of the commonest encodings without a look-up, the rest through Python's codecs. */
export interface StreamDecoder {
  decode(bytes: Uint8Array, final: boolean): Text;
  /** Bytes not yet decoded, and flags. */
  getState(): readonly [pending: Uint8Array, flags: bigint];
  setState(pending: Uint8Array, flags: bigint): void;
  reset(): void;
}

export interface StreamEncoder {
  encode(text: PyStr): Uint8Array;
  reset(): void;
  /** Sets the state of an encoder that is past the start of the stream. */
  continue(): void;
  /** Every str without surrogates can be encoded: errors need no look at once. */
  readonly total: boolean;
}

type Native = 'utf-8' | 'ascii' | 'latin-1';

const names: Readonly<Record<string, Native>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  cp65001: 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  '646': 'ascii',
  'ansi-x3.4-1968': 'ascii',
  'latin-1': 'latin-1',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  '8859': 'latin-1',
  cp819: 'latin-1',
};

export const nativeEncoding = (name: string): Native | undefined =>
  names[name.toLowerCase().replace(/[_ ]/g, '-')];

const decodeErrors: Readonly<Record<string, OnDecodeError>> = {
  strict: strictDecode,
  ignore: ignoreDecode,
  replace: replaceDecode,
  backslashreplace: backslashreplaceDecode,
  surrogateescape: surrogateescapeDecode,
  surrogatepass: surrogatepassDecode,
};
const encodeErrors: Readonly<Record<string, OnEncodeError>> = {
  strict: strictEncode,
  ignore: ignoreEncode,
  replace: replaceEncode,
  backslashreplace: backslashreplaceEncode,
  xmlcharrefreplace: xmlcharrefreplaceEncode,
  surrogateescape: surrogateescapeEncode,
  surrogatepass: surrogatepassEncode,
};

class NativeDecoder implements StreamDecoder {
  readonly #encoding: Native;
  readonly #onError: OnDecodeError;
  #pending = new Uint8Array(0);

  constructor(encoding: Native, onError: OnDecodeError) {
    this.#encoding = encoding;
    this.#onError = onError;
  }

  decode(bytes: Uint8Array, final: boolean): Text {
    if (this.#encoding === 'latin-1') return decodeLatin1(bytes);
    if (this.#encoding === 'ascii') return convertText(() => decodeAscii(bytes, this.#onError));
    let data = bytes;
    if (this.#pending.length > 0) {
      data = new Uint8Array(this.#pending.length + bytes.length);
      data.set(this.#pending);
      data.set(bytes, this.#pending.length);
    }
    const { text, consumed } = convertText(() => decodeUtf8(data, this.#onError, final));
    this.#pending = data.slice(consumed);
    return text;
  }

  getState(): readonly [Uint8Array, bigint] {
    return [this.#pending, 0n];
  }

  setState(pending: Uint8Array): void {
    this.#pending = pending.slice();
  }

  reset(): void {
    this.#pending = new Uint8Array(0);
  }
}

class NativeEncoder implements StreamEncoder {
  readonly total: boolean;
  readonly #encoding: Native;
  readonly #onError: OnEncodeError;

  constructor(encoding: Native, onError: OnEncodeError) {
    this.#encoding = encoding;
    this.#onError = onError;
    this.total = encoding === 'utf-8';
  }

  encode(value: PyStr): Uint8Array {
    const text = contentsOf(value);
    const encode = { 'utf-8': encodeUtf8, ascii: encodeAscii, 'latin-1': encodeLatin1 };
    return convertText(() => encode[this.#encoding](text, this.#onError));
  }

  reset(): void {}
  continue(): void {}
}

class PythonDecoder implements StreamDecoder {
  readonly #decoder: Value;

  constructor(decoder: Value) {
    this.#decoder = decoder;
  }

  decode(bytes: Uint8Array, final: boolean): Text {
    const decoded = callMethod(this.#decoder, 'decode', new PyBytes(bytes), final);
    const text = strValue(decoded);
    if (text === undefined) {
      throw typeError(`decoder should return a string result, not '${typeOf(decoded).name}'`);
    }
    return contentsOf(text);
  }

  getState(): readonly [Uint8Array, bigint] {
    const [pending, flags] = stateOf(callMethod(this.#decoder, 'getstate'));
    const bytes = bytesValue(pending);
    if (bytes === undefined) {
      throw typeError(
        `illegal decoder state: the first item should be a bytes object, not '${typeOf(pending).name}'`,
      );
    }
    return [bytes, BigInt(asInt(flags))];
  }

  setState(pending: Uint8Array, flags: bigint): void {
    callMethod(this.#decoder, 'setstate', tuple([new PyBytes(pending), int(flags)]));
  }

  reset(): void {
    callMethod(this.#decoder, 'reset');
  }
}

class PythonEncoder implements StreamEncoder {
  readonly total = false;
  readonly #encoder: Value;

  constructor(encoder: Value) {
    this.#encoder = encoder;
  }

  encode(text: PyStr): Uint8Array {
    const encoded = callMethod(this.#encoder, 'encode', text);
    if (!(encoded instanceof PyBytes)) {
      throw typeError(`encoder should return a bytes object, not '${typeOf(encoded).name}'`);
    }
    return encoded.data;
  }

  reset(): void {
    callMethod(this.#encoder, 'reset');
  }

  continue(): void {
    callMethod(this.#encoder, 'setstate', smallInt(0));
  }
}

/** A decoder that translates line ends too. */
export class NewlineDecoder implements StreamDecoder {
  readonly translator: NewlineTranslator;
  readonly #inner: StreamDecoder;

  constructor(inner: StreamDecoder, translate: boolean) {
    this.#inner = inner;
    this.translator = new NewlineTranslator(translate);
  }

  decode(bytes: Uint8Array, final: boolean): Text {
    return this.translator.convert(this.#inner.decode(bytes, final), final);
  }

  getState(): readonly [Uint8Array, bigint] {
    const [pending, flags] = this.#inner.getState();
    return [pending, flags * 2n + (this.translator.pendingCr ? 1n : 0n)];
  }

  setState(pending: Uint8Array, flags: bigint): void {
    this.translator.pendingCr = (flags & 1n) === 1n;
    this.#inner.setState(pending, flags >> 1n);
  }

  reset(): void {
    this.translator.reset();
    this.#inner.reset();
  }
}

/** Python's CodecInfo of a text encoding. */
function codecInfo(encoding: PyStr): Value {
  const info = callMethod(importModule('codecs'), 'lookup', encoding);
  if (findAttr(info, '_is_text_encoding') === false) {
    throw newException(lookupErrorType, str(`${reprText(encoding)} is not a text encoding`));
  }
  return info;
}

/** Throws LookupError for an encoding that does not exist or is not of text. */
export function checkEncoding(encoding: PyStr): void {
  if (typeof encoding === 'string' && nativeEncoding(encoding) !== undefined) return;
  codecInfo(encoding);
}

export function makeDecoder(encoding: PyStr, errors: PyStr): StreamDecoder {
  const native = typeof encoding === 'string' ? nativeEncoding(encoding) : undefined;
  const onError = typeof errors === 'string' ? decodeErrors[errors] : undefined;
  if (native !== undefined && onError !== undefined) return new NativeDecoder(native, onError);
  return new PythonDecoder(call(getAttr(codecInfo(encoding), 'incrementaldecoder'), errors));
}

export function makeEncoder(encoding: PyStr, errors: PyStr): StreamEncoder {
  const native = typeof encoding === 'string' ? nativeEncoding(encoding) : undefined;
  const onError = typeof errors === 'string' ? encodeErrors[errors] : undefined;
  if (native !== undefined && onError !== undefined) return new NativeEncoder(native, onError);
  return new PythonEncoder(call(getAttr(codecInfo(encoding), 'incrementalencoder'), errors));
}
