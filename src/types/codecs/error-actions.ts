import type {
  DecodeReplacement,
  EncodeReplacement,
  OnDecodeError,
  OnEncodeError,
} from '../../algorithms/codecs/errors.ts';
import { strictDecode, strictEncode } from '../../algorithms/codecs/errors.ts';
import { unicodeDecodeErrorType, unicodeEncodeErrorType } from '../../objects/exception-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import type { PyUnicodeError } from '../../objects/exception.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { call } from '../../runtime/call.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import { indexError, newException, typeError } from '../../runtime/errors.ts';
import { knownHandlers } from './handlers.ts';
import { customHandler, lookupHandler } from './registry.ts';

/** What a codec of ours does at a fault, given the name of the error handler. CPython: unicode_encode_call_errorhandler */
export function encodeAction(errors: PyStr | null): OnEncodeError {
  if (errors === null || errors === 'strict') return strictEncode;
  const name = utf16(errors);
  const known = knownHandlers[name];
  if (known?.encode !== undefined && Object.hasOwn(knownHandlers, name))
    return customHandler(name) === undefined ? known.encode : callingEncode(errors);
  return callingEncode(errors);
}

export function decodeAction(errors: PyStr | null): OnDecodeError {
  if (errors === null || errors === 'strict') return strictDecode;
  const name = utf16(errors);
  const known = knownHandlers[name];
  if (known?.decode !== undefined && Object.hasOwn(knownHandlers, name))
    return customHandler(name) === undefined ? known.decode : callingDecode(errors);
  return callingDecode(errors);
}

function fill(
  error: PyUnicodeError,
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): void {
  error.encoding = str(encoding);
  error.object = object;
  error.start = start;
  error.end = end;
  error.reason = str(reason);
}

/** Calls the registered handler, with one exception for all faults of a text. */
function callingEncode(errors: PyStr): OnEncodeError {
  let handler: Value | undefined;
  let error: PyUnicodeError | undefined;
  return (encoding, text, start, end, reason): EncodeReplacement => {
    handler ??= lookupHandler(errors);
    if (error === undefined)
      error = newException(
        unicodeEncodeErrorType,
        str(encoding),
        strOf(text),
        smallInt(start),
        smallInt(end),
        str(reason),
      ) as PyUnicodeError;
    fill(error, encoding, error.object ?? strOf(text), start, end, reason);
    const message = 'encoding error handler must return (str/bytes, int) tuple';
    const [value, next] = answerOf(call(handler, error), message);
    const replacement = value instanceof PyBytes ? value.data : contentsOrUndefined(value);
    if (replacement === undefined) throw typeError(message);
    return { replacement, position: checkedPosition(next, text.length) };
  };
}

function callingDecode(errors: PyStr): OnDecodeError {
  let handler: Value | undefined;
  let error: PyUnicodeError | undefined;
  return (encoding, data, start, end, reason): DecodeReplacement => {
    handler ??= lookupHandler(errors);
    const object =
      error?.object instanceof PyBytes && error.object.data === data
        ? error.object
        : new PyBytes(data);
    if (error === undefined)
      error = newException(
        unicodeDecodeErrorType,
        str(encoding),
        object,
        smallInt(start),
        smallInt(end),
        str(reason),
      ) as PyUnicodeError;
    fill(error, encoding, object, start, end, reason);
    const message = 'decoding error handler must return (str, int) tuple';
    const [value, next] = answerOf(call(handler, error), message);
    const replacement = contentsOrUndefined(value);
    if (replacement === undefined) throw typeError(message);
    const left = error.object;
    if (!(left instanceof PyBytes)) throw typeError('object attribute must be bytes');
    const position = checkedPosition(next, left.data.length);
    return left.data === data
      ? { replacement, position }
      : { replacement, position, data: left.data };
  };
}

const contentsOrUndefined = (v: Value) => {
  const text = strValue(v);
  return text === undefined ? undefined : contentsOf(text);
};

function answerOf(answer: Value, message: string): readonly [Value, Value] {
  if (!(answer instanceof PyTuple) || answer.items.length !== 2) throw typeError(message);
  return answer.items as unknown as readonly [Value, Value];
}

function checkedPosition(v: Value, length: number): number {
  const given = asIndex(v);
  const position = given < 0 ? given + length : given;
  if (position < 0 || position > length)
    throw indexError(`position ${given} from error handler out of bounds`);
  return position;
}
