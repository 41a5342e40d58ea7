import * as algorithms from '../../algorithms/codecs/errors.ts';
import { nameOf } from '../../algorithms/unicode/names.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyBaseException, type PyUnicodeError } from '../../objects/exception.ts';
import * as types from '../../objects/exception-types.ts';
import { PyBuiltin } from '../../objects/function.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf, utf16 } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { isException } from '../../runtime/attributes.ts';
import { strValue } from '../../runtime/convert.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { typeError } from '../../runtime/errors.ts';
import { unicodeFailure } from '../../runtime/unicode-errors.ts';

/** The error handlers that every registry begins with. CPython: Python/codecs.c, PyCodec_StrictErrors and the like */

interface Handler {
  readonly encode?: algorithms.OnEncodeError;
  readonly decode?: algorithms.OnDecodeError;
  /** The replacement for what a str cannot be translated to. */
  readonly translate?: (self: PyUnicodeError, start: number, end: number) => Value;
}

const namereplace = algorithms.namereplaceWith(nameOf);

/** What the names of handlers mean to the codecs of our own. */
export const knownHandlers: Readonly<Record<string, Handler>> = {
  strict: { encode: algorithms.strictEncode, decode: algorithms.strictDecode },
  ignore: {
    encode: algorithms.ignoreEncode,
    decode: algorithms.ignoreDecode,
    translate: () => '',
  },
  replace: {
    encode: algorithms.replaceEncode,
    decode: algorithms.replaceDecode,
    translate: (_self, start, end) => strOf(algorithms.replaceTranslate(start, end)),
  },
  xmlcharrefreplace: { encode: algorithms.xmlcharrefreplaceEncode },
  backslashreplace: {
    encode: algorithms.backslashreplaceEncode,
    decode: algorithms.backslashreplaceDecode,
    translate: (self, start, end) => {
      const text = contentsOf(strValue(self.object!)!);
      return strOf(
        algorithms.backslashreplaceEncode('', text, start, end, '').replacement as string,
      );
    },
  },
  namereplace: { encode: namereplace },
  surrogatepass: {
    encode: algorithms.surrogatepassEncode,
    decode: algorithms.surrogatepassDecode,
  },
  surrogateescape: {
    encode: algorithms.surrogateescapeEncode,
    decode: algorithms.surrogateescapeDecode,
  },
};

const docs: Readonly<Record<string, string>> = {
  strict: "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.",
  ignore: "Implements the 'ignore' error handling, which ignores malformed data and continues.",
  replace:
    "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.",
  xmlcharrefreplace:
    "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.",
  backslashreplace:
    "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.",
  namereplace:
    "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.",
};

/** The handlers as Python functions. */
export function builtinHandlers(): ReadonlyMap<string, PyBuiltin> {
  const found = new Map<string, PyBuiltin>();
  for (const [name, handler] of Object.entries(knownHandlers)) {
    const python = name.startsWith('surrogate') ? name : `${name}_errors`;
    const handle = (exception: Value): Value =>
      name === 'strict' ? raise(exception) : answer(handler, exception);
    const callable = new SignatureCallable('(exc, /)', handle, '', python);
    found.set(name, new PyBuiltin(python, python, callable, docs[name] ?? null, false, null));
  }
  return found;
}

function raise(exception: Value): never {
  if (exception instanceof PyBaseException) throw exception;
  throw typeError('codec must pass exception instance');
}

const isOf = (v: Value, type: PyType): v is PyUnicodeError => isException(v, type);

function answer(handler: Handler, exception: Value): Value {
  try {
    if (isOf(exception, types.unicodeEncodeErrorType) && handler.encode !== undefined)
      return answerEncode(handler.encode, exception);
    if (isOf(exception, types.unicodeDecodeErrorType) && handler.decode !== undefined)
      return answerDecode(handler.decode, exception);
    if (isOf(exception, types.unicodeTranslateErrorType) && handler.translate !== undefined) {
      const { start, end } = rangeOf(exception, contentsOf(objectText(exception)).length);
      return tuple([handler.translate(exception, start, end), smallInt(end)]);
    }
  } catch (failure) {
    // What a handler does not take is raised as it came.
    const isOurs =
      failure instanceof algorithms.EncodeFailure || failure instanceof algorithms.DecodeFailure;
    throw isOurs ? exception : unicodeFailure(failure);
  }
  throw typeError(`don't know how to handle ${typeOf(exception).name} in error callback`);
}

function answerEncode(encode: algorithms.OnEncodeError, exception: PyUnicodeError): Value {
  const text = contentsOf(objectText(exception));
  const { start, end } = rangeOf(exception, text.length);
  const encoding = utf16(encodingOf(exception));
  const { replacement, position } = encode(encoding, text, start, Math.max(start, end), '');
  const value = replacement instanceof Uint8Array ? new PyBytes(replacement) : strOf(replacement);
  return tuple([value, smallInt(end < start ? end : position)]);
}

function answerDecode(decode: algorithms.OnDecodeError, exception: PyUnicodeError): Value {
  const { object } = exception;
  if (!(object instanceof PyBytes)) throw typeError('object attribute must be bytes');
  const { start, end } = rangeOf(exception, object.data.length);
  const encoding = utf16(encodingOf(exception));
  const { replacement, position } = decode(encoding, object.data, start, Math.max(start, end), '');
  return tuple([strOf(replacement), smallInt(end < start ? end : position)]);
}

function objectText(exception: PyUnicodeError) {
  const text = exception.object === undefined ? undefined : strValue(exception.object);
  if (text === undefined)
    throw typeError(
      exception.object === undefined ? 'object attribute not set' : 'object attribute must be str',
    );
  return text;
}
function encodingOf(exception: PyUnicodeError) {
  const text = exception.encoding === undefined ? undefined : strValue(exception.encoding);
  if (text === undefined)
    throw typeError(
      exception.encoding === undefined
        ? 'encoding attribute not set'
        : 'encoding attribute must be str',
    );
  return text;
}

/** The faulty range, cut to the object. */
export function rangeOf(exception: PyUnicodeError, length: number): { start: number; end: number } {
  const start = Math.max(0, Math.min(exception.start, length - 1));
  const end = Math.min(Math.max(exception.end, 1), length);
  return { start, end };
}
