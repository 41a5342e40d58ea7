import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { runtimeError, typeError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { isTrue } from '../../runtime/truth.ts';
import { toStr } from '../../runtime/text.ts';

/** `print`. CPython: Python/bltinmodule.c, builtin_print */

function separator(v: Value, name: string, otherwise: string): Value {
  if (v === null) return otherwise;
  if (strValue(v) === undefined)
    throw typeError(`${name} must be None or a string, not ${typeOf(v).name}`);
  return v;
}

export const outputFunctions = {
  print: fn(
    "(*args, sep=' ', end='\\n', file=None, flush=False)",
    `Prints the values to a stream, or to sys.stdout by default.

  sep
    string inserted between values, default a space.
  end
    string appended after the last value, default a newline.
  file
    a file-like object (stream); defaults to the current sys.stdout.
  flush
    whether to forcibly flush the stream.`,
    (args, sep, end, file, flush) => {
      let target: Value = file;
      if (target === null) {
        const stdout = findStr(thread.interpreter.sys.dict, 'stdout');
        if (stdout === undefined) throw runtimeError('lost sys.stdout');
        if (stdout === null) return null;
        target = stdout;
      }
      const between = separator(sep, 'sep', ' ');
      const last = separator(end, 'end', '\n');
      const write = findAttr(target, 'write');
      if (write === undefined) callMethod(target, 'write');
      args.forEach((arg, i) => {
        if (i > 0) call(write!, between);
        call(write!, toStr(arg));
      });
      call(write!, last);
      if (isTrue(flush)) callMethod(target, 'flush');
      return null;
    },
  ),
};
