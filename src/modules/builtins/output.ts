import { codePointAt, slice } from '../../algorithms/text/contents.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf } from '../../objects/str.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call, callArgs, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { fn, variadicFn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { eofError, runtimeError, typeError } from '../../runtime/errors.ts';
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

/** `input()`: one line of sys.stdin, without its newline. CPython: builtin_input_impl */
function input(prompt: Value): Value {
  const { sys } = thread.interpreter;
  const stream = (name: string): Value => {
    const found = findStr(sys.dict, name);
    if (found === undefined || found === null) throw runtimeError(`input(): lost sys.${name}`);
    return found;
  };
  const stdin = stream('stdin');
  const stdout = stream('stdout');
  callMethod(stdout, 'write', toStr(prompt));
  callMethod(stdout, 'flush');
  const line = strValue(callMethod(stdin, 'readline'));
  if (line === undefined) throw typeError('object.readline() returned non-string');
  const text = contentsOf(line);
  if (text.length === 0) throw eofError('EOF when reading a line');
  const last = codePointAt(text, text.length - 1);
  return last === 10 ? strOf(slice(text, 0, text.length - 1)) : line;
}

export const outputFunctions = {
  input: fn(
    "(prompt = '', /)",
    `Read a string from standard input.  The trailing newline is stripped.

The prompt string, if given, is printed to standard output without a
trailing newline before reading input.

If the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise
EOFError.
On *nix systems, readline is used if available.`,
    input,
  ),
  breakpoint: variadicFn(
    `Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept
whatever arguments are passed.

By default, this drops you into the pdb debugger.`,
    (args, names) => {
      const hook = findStr(thread.interpreter.sys.dict, 'breakpointhook');
      if (hook === undefined) throw runtimeError('lost sys.breakpointhook');
      return callArgs(hook, args, names);
    },
  ),
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
