import { bareType, objectType, type Shape } from './builtin-types.ts';
import {
  PyBaseException,
  PyAttributeError,
  PyBaseExceptionGroup,
  PyImportError,
  PyNameError,
  PyOSError,
  PyStopIteration,
  PySyntaxError,
  PySystemExit,
  PyUnicodeError,
} from './exception.ts';
import { TYPE_BASE, TYPE_HAS_DICT, type PyType } from './type.ts';

/** The exception classes, bare: types/exceptions.ts fills them. CPython: Objects/exceptions.c */

const FLAGS = TYPE_BASE | TYPE_HAS_DICT;

function exceptionType(name: string, base: PyType, shape?: Shape): PyType {
  const layout = shape ?? (base.alloc as Shape);
  const type = bareType(name, class extends layout {}, base);
  type.flags = FLAGS;
  return type;
}

export const baseExceptionType = bareType('BaseException', PyBaseException, objectType);
baseExceptionType.flags = FLAGS;

export const exceptionGroupType = exceptionType('ExceptionGroup', baseExceptionGroupType);
// Two bases; the layout is that of the first.
exceptionGroupType.bases = [baseExceptionGroupType, exceptionClass];
exceptionGroupType.mro = [
  exceptionGroupType,
  baseExceptionGroupType,
  exceptionClass,
  baseExceptionType,
  objectType,
];
