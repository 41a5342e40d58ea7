import { typeOf } from '../objects/builtin-types.ts';
import type {
  PyAttributeError,
  PyBaseException,
  PyImportError,
  PyNameError,
  PyOSError,
} from '../objects/exception.ts';
import * as types from '../objects/exception-types.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { tuple, type PyTuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { smallInt } from '../objects/int.ts';
import { thread } from './state.ts';

/**
 * Raisers: each returns the exception, so that the `throw` stays visible. A fresh exception gets the one being handled as its context.
 * CPython: Python/errors.c
 */

type ExceptionAllocator = new (args: PyTuple) => PyBaseException;

/** A new exception of a builtin class, with the constructor's arguments. */
export function newException(type: PyType, ...args: Value[]): PyBaseException {
  const exception = new (type.alloc as unknown as ExceptionAllocator)(tuple(args));
  exception.context = thread.handled;
  return exception;
}

const raiser =
  (type: PyType) =>
  (message: string): PyBaseException =>
    newException(type, str(message));

export const typeError = raiser(types.typeErrorType);
export const valueError = raiser(types.valueErrorType);
export const indexError = raiser(types.indexErrorType);
export const overflowError = raiser(types.overflowErrorType);
export const zeroDivisionError = raiser(types.zeroDivisionErrorType);
export const runtimeError = raiser(types.runtimeErrorType);
export const recursionError = raiser(types.recursionErrorType);
export const notImplementedError = raiser(types.notImplementedErrorType);
export const systemError = raiser(types.systemErrorType);
export const memoryError = raiser(types.memoryErrorType);
export const bufferError = raiser(types.bufferErrorType);
export const lookupError = raiser(types.lookupErrorType);
export const eofError = raiser(types.eofErrorType);
export const assertionError = raiser(types.assertionErrorType);

export const keyError = (key: Value): PyBaseException => newException(types.keyErrorType, key);

export function attributeError(message: string, obj: Value, name: string): PyBaseException {
  const exception = newException(types.attributeErrorType, str(message)) as PyAttributeError;
  exception.name = str(name);
  exception.obj = obj;
  return exception;
}
/** `'T' object has no attribute 'x'` */
export const noAttribute = (obj: Value, name: string): PyBaseException =>
  attributeError(`'${typeOf(obj).name}' object has no attribute '${name}'`, obj, name);

export function nameError(message: string, name: string): PyBaseException {
  const exception = newException(types.nameErrorType, str(message)) as PyNameError;
  exception.name = str(name);
  return exception;
}
export const unboundLocalError = (name: string): PyBaseException => {
  const exception = newException(
    types.unboundLocalErrorType,
    str(`cannot access local variable '${name}' where it is not associated with a value`),
  ) as PyNameError;
  exception.name = str(name);
  return exception;
};

const errnoTypes: Readonly<Record<number, PyType>> = {
  1: types.permissionErrorType,
  2: types.fileNotFoundErrorType,
  3: types.processLookupErrorType,
  4: types.interruptedErrorType,
  10: types.childProcessErrorType,
  11: types.blockingIOErrorType,
  13: types.permissionErrorType,
  17: types.fileExistsErrorType,
  20: types.notADirectoryErrorType,
  21: types.isADirectoryErrorType,
  32: types.brokenPipeErrorType,
  103: types.connectionAbortedErrorType,
  104: types.connectionResetErrorType,
  108: types.brokenPipeErrorType,
  110: types.timeoutErrorType,
  111: types.connectionRefusedErrorType,
  114: types.blockingIOErrorType,
  115: types.blockingIOErrorType,
};
/** The subclass of OSError for a POSIX error number. */
export const osErrorTypeOf = (errno: number): PyType => errnoTypes[errno] ?? types.osErrorType;

/** An OSError of the subclass that fits the error number. */
export function osError(
  errno: number,
  strerror: string,
  filename?: Value,
  filename2?: Value,
): PyBaseException {
  const exception = newException(osErrorTypeOf(errno), smallInt(errno), str(strerror)) as PyOSError;
  exception.errno = smallInt(errno);
  exception.strerror = str(strerror);
  exception.filename = filename;
  exception.filename2 = filename2;
  return exception;
}

/** ModuleNotFoundError for a module's name. */
export function importError(message: string, name: string): PyBaseException {
  const exception = newException(types.moduleNotFoundErrorType, str(message)) as PyImportError;
  exception.msg = str(message);
  exception.name = str(name);
  return exception;
}
