import { PyBaseException } from '../objects/exception.ts';
import { getAttr, findAttr } from './attributes.ts';
import { call, callMethod } from './call.ts';
import { findStr } from './dict.ts';
import { importModule } from './import-hook.ts';
import { thread } from './state.ts';
import { str } from '../objects/str.ts';
import { formatException } from './format-exception.ts';

/** Prints an exception with its traceback on sys.stderr: by the traceback module where it can be had. CPython: Python/pythonrun.c */
export function printException(exception: PyBaseException): void {
  const stderr = findStr(thread.interpreter.sys.dict, 'stderr');
  if (stderr === undefined || stderr === null) return;
  try {
    const traceback = importModule('traceback');
    call(getAttr(traceback, '_print_exception_bltin'), exception);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    callMethod(stderr, 'write', str(formatException(exception)));
  }
  const flush = findAttr(stderr, 'flush');
  if (flush !== undefined) call(flush);
}
