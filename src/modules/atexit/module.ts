import type { Value } from '../../objects/object.ts';
import { smallInt } from '../../objects/int.ts';
import { PyModule } from '../../objects/module.ts';
import { callArgs, callMethod, isCallable, type Names } from '../../runtime/call.ts';
import { equals } from '../../runtime/compare.ts';
import { defineModule, fn, variadicFn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { reprText } from '../../runtime/text.ts';
import { guardUnraisable } from '../../runtime/unraisable.ts';
import { docs } from './docs.gen.ts';

/** Functions to be called at the end of the program, the last registered first. CPython: Modules/atexitmodule.c */

interface ExitFunction {
  readonly f: Value;
  readonly args: readonly Value[];
  readonly names: Names;
}
const exitFunctions = new StateKey<{ list: ExitFunction[] }>(() => ({ list: [] }));
const state = () => thread.interpreter.state(exitFunctions);

function register(args: readonly Value[], names: Names): Value {
  if (args.length - (names?.length ?? 0) === 0)
    throw typeError('register() takes at least 1 argument (0 given)');
  const [f, ...rest] = args as [Value, ...Value[]];
  if (!isCallable(f)) throw typeError('the first argument must be callable');
  state().list.push({ f, args: rest, names });
  return f;
}

function unregister(f: Value): Value {
  // Comparing may run code that changes the list.
  for (const each of state().list.slice())
    if (equals(each.f, f)) state().list = state().list.filter(other => other !== each);
  return null;
}

function runExitFunctions(): void {
  for (const { f, args, names } of state().list.toReversed())
    guardUnraisable(`Exception ignored in atexit callback ${reprText(f)}`, null, () =>
      callArgs(f, args, names),
    );
  state().list = [];
}

/** What is done at the end of a program, before its streams are flushed: other threads end, and the functions are called. CPython: Py_FinalizeEx */
export function finishProgram(): void {
  const threading = findStr(thread.interpreter.modules, 'threading');
  if (threading instanceof PyModule)
    guardUnraisable('Exception ignored on threading shutdown', threading, () =>
      callMethod(threading, '_shutdown'),
    );
  runExitFunctions();
}

export const atexitModule = defineModule('atexit', {
  doc: docs[''],
  functions: {
    _clear: fn('()', docs._clear, () => {
      state().list = [];
      return null;
    }),
    _ncallbacks: fn('()', docs._ncallbacks, () => smallInt(state().list.length)),
    _run_exitfuncs: fn('()', docs._run_exitfuncs, () => {
      runExitFunctions();
      return null;
    }),
    register: variadicFn(docs.register, register, '($module, func, /, *args, **kwargs)'),
    unregister: fn('(func, /)', docs.unregister, unregister),
  },
});
