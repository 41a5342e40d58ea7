import { DecodeFailure, EncodeFailure } from '../algorithms/codecs/errors.ts';
import { PyBytes } from '../objects/bytes.ts';
import type { PyUnicodeError } from '../objects/exception.ts';
import { unicodeDecodeErrorType, unicodeEncodeErrorType } from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import { str, strOf } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import type { Value } from '../objects/object.ts';
import { newException } from './errors.ts';

/** The Python exceptions for what a codec could not convert. CPython: Objects/exceptions.c */

function unicodeError(
  type: PyType,
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyUnicodeError {
  const range = [smallInt(start), smallInt(end)] as const;
  const error = newException(type, str(encoding), object, ...range, str(reason)) as PyUnicodeError;
  error.encoding = str(encoding);
  error.object = object;
  error.start = start;
  error.end = end;
  error.reason = str(reason);
  return error;
}

/** The exception for a codec's failure; anything else stays what it is. */
export function unicodeFailure(failure: unknown): unknown {
  if (failure instanceof DecodeFailure) {
    const { encoding, data, start, end, reason } = failure;
    return unicodeError(unicodeDecodeErrorType, encoding, new PyBytes(data), start, end, reason);
  }
  if (failure instanceof EncodeFailure) {
    const { encoding, text, start, end, reason } = failure;
    return unicodeError(unicodeEncodeErrorType, encoding, strOf(text), start, end, reason);
  }
  return failure;
}

/** Runs a codec, its failure thrown as a Python exception. */
export function convertText<T>(action: () => T): T {
  try {
    return action();
  } catch (failure) {
    throw unicodeFailure(failure);
  }
}
