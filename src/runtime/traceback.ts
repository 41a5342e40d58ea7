import { PyBaseException } from '../objects/exception.ts';
import { getAttr, findAttr } from './attributes.ts';
import { call, callMethod } from './call.ts';
import { findStr } from './dict.ts';
import { importModule } from './import-hook.ts';
import { thread } from './state.ts';
import { str, utf16 } from '../objects/str.ts';
import { listItems } from './iterate.ts';
import { toStr } from './text.ts';
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

/** An exception with its traceback as text: by the traceback module where it can be had. */
export function formatTraceback(exception: PyBaseException): string {
  try {
    const lines = call(getAttr(importModule('traceback'), 'format_exception'), exception);
    return listItems(lines)
      .map(line => utf16(toStr(line)))
      .join('');
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return formatException(exception);
  }
}
