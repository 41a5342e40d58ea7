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
  const layout = shape ?? base.alloc;
  const type = bareType(name, class extends layout {}, base);
  type.flags = FLAGS;
  // Without fields of its own a class combines with any other that has none.
  if (shape === undefined) type.layout = base.layout;
  return type;
}

export const baseExceptionType = bareType('BaseException', PyBaseException, objectType);
baseExceptionType.flags = FLAGS;
export const baseExceptionGroupType = exceptionType(
  'BaseExceptionGroup',
  baseExceptionType,
  PyBaseExceptionGroup,
);
export const exceptionClass = exceptionType('Exception', baseExceptionType);
export const arithmeticErrorType = exceptionType('ArithmeticError', exceptionClass);
export const floatingPointErrorType = exceptionType('FloatingPointError', arithmeticErrorType);
export const overflowErrorType = exceptionType('OverflowError', arithmeticErrorType);
export const zeroDivisionErrorType = exceptionType('ZeroDivisionError', arithmeticErrorType);
export const assertionErrorType = exceptionType('AssertionError', exceptionClass);
export const attributeErrorType = exceptionType('AttributeError', exceptionClass, PyAttributeError);
export const bufferErrorType = exceptionType('BufferError', exceptionClass);
export const eofErrorType = exceptionType('EOFError', exceptionClass);
export const importErrorType = exceptionType('ImportError', exceptionClass, PyImportError);
export const moduleNotFoundErrorType = exceptionType('ModuleNotFoundError', importErrorType);
export const lookupErrorType = exceptionType('LookupError', exceptionClass);
export const indexErrorType = exceptionType('IndexError', lookupErrorType);
export const keyErrorType = exceptionType('KeyError', lookupErrorType);
export const memoryErrorType = exceptionType('MemoryError', exceptionClass);
export const nameErrorType = exceptionType('NameError', exceptionClass, PyNameError);
export const unboundLocalErrorType = exceptionType('UnboundLocalError', nameErrorType);
export const osErrorType = exceptionType('OSError', exceptionClass, PyOSError);
export const blockingIOErrorType = exceptionType('BlockingIOError', osErrorType);
export const childProcessErrorType = exceptionType('ChildProcessError', osErrorType);
export const connectionErrorType = exceptionType('ConnectionError', osErrorType);
export const brokenPipeErrorType = exceptionType('BrokenPipeError', connectionErrorType);
export const connectionAbortedErrorType = exceptionType(
  'ConnectionAbortedError',
  connectionErrorType,
);
export const connectionRefusedErrorType = exceptionType(
  'ConnectionRefusedError',
  connectionErrorType,
);
export const connectionResetErrorType = exceptionType('ConnectionResetError', connectionErrorType);
export const fileExistsErrorType = exceptionType('FileExistsError', osErrorType);
export const fileNotFoundErrorType = exceptionType('FileNotFoundError', osErrorType);
export const interruptedErrorType = exceptionType('InterruptedError', osErrorType);
export const isADirectoryErrorType = exceptionType('IsADirectoryError', osErrorType);
export const notADirectoryErrorType = exceptionType('NotADirectoryError', osErrorType);
export const permissionErrorType = exceptionType('PermissionError', osErrorType);
export const processLookupErrorType = exceptionType('ProcessLookupError', osErrorType);
export const timeoutErrorType = exceptionType('TimeoutError', osErrorType);
export const referenceErrorType = exceptionType('ReferenceError', exceptionClass);
export const runtimeErrorType = exceptionType('RuntimeError', exceptionClass);
export const notImplementedErrorType = exceptionType('NotImplementedError', runtimeErrorType);
export const pythonFinalizationErrorType = exceptionType(
  'PythonFinalizationError',
  runtimeErrorType,
);
export const recursionErrorType = exceptionType('RecursionError', runtimeErrorType);
export const stopAsyncIterationType = exceptionType('StopAsyncIteration', exceptionClass);
export const stopIterationType = exceptionType('StopIteration', exceptionClass, PyStopIteration);
export const syntaxErrorType = exceptionType('SyntaxError', exceptionClass, PySyntaxError);
export const indentationErrorType = exceptionType('IndentationError', syntaxErrorType);
export const tabErrorType = exceptionType('TabError', indentationErrorType);
export const _IncompleteInputErrorType = exceptionType('_IncompleteInputError', syntaxErrorType);
export const systemErrorType = exceptionType('SystemError', exceptionClass);
export const typeErrorType = exceptionType('TypeError', exceptionClass);
export const valueErrorType = exceptionType('ValueError', exceptionClass);
export const unicodeErrorType = exceptionType('UnicodeError', valueErrorType);
export const unicodeDecodeErrorType = exceptionType(
  'UnicodeDecodeError',
  unicodeErrorType,
  PyUnicodeError,
);
export const unicodeEncodeErrorType = exceptionType(
  'UnicodeEncodeError',
  unicodeErrorType,
  PyUnicodeError,
);
export const unicodeTranslateErrorType = exceptionType(
  'UnicodeTranslateError',
  unicodeErrorType,
  PyUnicodeError,
);
export const warningType = exceptionType('Warning', exceptionClass);
export const bytesWarningType = exceptionType('BytesWarning', warningType);
export const deprecationWarningType = exceptionType('DeprecationWarning', warningType);
export const encodingWarningType = exceptionType('EncodingWarning', warningType);
export const futureWarningType = exceptionType('FutureWarning', warningType);
export const importWarningType = exceptionType('ImportWarning', warningType);
export const pendingDeprecationWarningType = exceptionType(
  'PendingDeprecationWarning',
  warningType,
);
export const resourceWarningType = exceptionType('ResourceWarning', warningType);
export const runtimeWarningType = exceptionType('RuntimeWarning', warningType);
export const syntaxWarningType = exceptionType('SyntaxWarning', warningType);
export const unicodeWarningType = exceptionType('UnicodeWarning', warningType);
export const userWarningType = exceptionType('UserWarning', warningType);
export const generatorExitType = exceptionType('GeneratorExit', baseExceptionType);
export const keyboardInterruptType = exceptionType('KeyboardInterrupt', baseExceptionType);
export const systemExitType = exceptionType('SystemExit', baseExceptionType, PySystemExit);

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
