import type { PyBaseException, PySystemExit } from '../objects/exception.ts';
import { keyboardInterruptType } from '../objects/exception-types.ts';
import { isException } from '../runtime/attributes.ts';
import { call, callMethod } from '../runtime/call.ts';
import { findStr } from '../runtime/dict.ts';
import { intValue } from '../runtime/numbers.ts';
import { thread } from '../runtime/state.ts';
import { toStr } from '../runtime/text.ts';
import { exceptionOf } from '../runtime/compiled/exceptions.ts';
import { printException } from '../runtime/traceback.ts';

/** How the command ends. CPython: Python/pythonrun.c, handle_system_exit */

/** The exit status that SystemExit carries; a code that is no int is printed. */
export function exitStatus(exception: PyBaseException): number {
  const { code } = exception as PySystemExit;
  if (code === null) return 0;
  const status = intValue(code);
  if (status !== undefined) return Number(BigInt.asUintN(8, BigInt(status)));
  const stderr = findStr(thread.interpreter.sys.dict, 'stderr');
  if (stderr !== undefined && stderr !== null) {
    callMethod(stderr, 'write', toStr(code));
    callMethod(stderr, 'write', '\n');
  }
  return 1;
}

/** Hands an exception that nobody caught to sys.excepthook. */
export function reportUncaught(exception: PyBaseException): number {
  const hook = findStr(thread.interpreter.sys.dict, 'excepthook');
  try {
    if (hook === undefined || hook === null) printException(exception);
    else call(hook, exception.type, exception, exception.traceback);
  } catch (error) {
    printException(exceptionOf(error));
  }
  return isException(exception, keyboardInterruptType) ? 130 : 1;
}
