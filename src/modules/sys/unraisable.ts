import { PyBaseException } from '../../objects/exception.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { findStr } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { reprText, strText } from '../../runtime/text.ts';
import { printException } from '../../runtime/traceback.ts';
import { defineStructSequence } from '../../types/struct-sequence.ts';

/** `sys.unraisablehook`: tells of exceptions that nobody can catch. CPython: Python/errors.c */

export const unraisableHookArgs = defineStructSequence({
  name: 'UnraisableHookArgs',
  module: 'builtins',
  doc: 'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['err_msg', 'Error message'],
    ['object', 'Object causing the exception'],
  ],
});

/** Calls the hook, which may be the program's own. */
export function reportUnraisable(exception: PyBaseException, message: string, about: Value): void {
  const hook = findStr(thread.interpreter.sys.dict, 'unraisablehook');
  const args = unraisableHookArgs.make([
    exception.type,
    exception,
    exception.traceback,
    str(message),
    about,
  ]);
  if (hook === undefined || hook === null) {
    writeUnraisable(args);
    return;
  }
  try {
    call(hook, args);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    writeUnraisable(
      unraisableHookArgs.make([
        error.type,
        error,
        error.traceback,
        'Exception ignored in sys.unraisablehook',
        hook,
      ]),
    );
  }
}

/** The default hook. */
export function writeUnraisable(args: Value): Value {
  if (!(args instanceof PyTuple) || args.type !== unraisableHookArgs.type)
    throw typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const stderr = findStr(thread.interpreter.sys.dict, 'stderr');
  if (stderr === undefined || stderr === null) return null;
  const [, value, , message, about] = args.items as [Value, Value, Value, Value, Value];
  const said = message === null ? undefined : strText(message);
  const first =
    about === null
      ? said === undefined
        ? ''
        : `${said}:\n`
      : `${said ?? 'Exception ignored in'}: ${shown(about)}\n`;
  callMethod(stderr, 'write', str(first));
  if (value instanceof PyBaseException) printException(value);
  return null;
}

function shown(about: Value): string {
  try {
    return reprText(about);
  } catch (error) {
    if (error instanceof PyBaseException) return '<object repr() failed>';
    throw error;
  }
}
