import { PyDict } from '../../objects/dict.ts';
import { PyBaseException } from '../../objects/exception.ts';
import { runtimeErrorType, systemExitType } from '../../objects/exception-types.ts';
import { PyTraceback } from '../../objects/frame.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { callMethod, isCallable } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineModule, fn, variadicFn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { newException, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { strText } from '../../runtime/text.ts';
import { printException } from '../../runtime/traceback.ts';
import { defineStructSequence } from '../../types/struct-sequence.ts';
import { host } from '../host-access.ts';
import { signalsKey } from '../signal-handlers.ts';
import { docs } from './docs.gen.ts';
import { PyThreadHandle, threadHandleType } from './handle.ts';
import { localType } from './local.ts';
import { lockType, PyLock, recursiveLockType, TIMEOUT_MAX } from './lock.ts';
import { currentIdent, threads } from './threads.ts';

/** Threads, of which there is one: no other can be started. CPython: Modules/_threadmodule.c */

const exceptHookArgs = defineStructSequence({
  name: '_ExceptHookArgs',
  module: '_thread',
  doc: docs._ExceptHookArgs,
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['thread', 'Thread'],
  ],
});

/** What CPython says where the system has no more threads to give. */
const cannotStart = () =>
  runtimeError("can't start new thread: this Python has one thread, and the engine no other");

function startNew(args: readonly Value[]): Value {
  checkPositional('start_new_thread', args.length, 2, 3);
  const [f, positional, named] = args as [Value, Value, Value | undefined];
  if (!isCallable(f)) throw typeError('first arg must be callable');
  if (!(positional instanceof PyTuple)) throw typeError('2nd arg must be a tuple');
  if (named !== undefined && !(named instanceof PyDict))
    throw typeError('optional 3rd arg must be a dictionary');
  throw cannotStart();
}
const startNewThread = (doc: string) =>
  variadicFn(
    doc,
    (args, names) => {
      refuseNames('_thread.start_new_thread', names);
      return startNew(args);
    },
    '($module, function, args, kwargs={}, /)',
  );

function startJoinable(f: Value, handle: Value): Value {
  if (!isCallable(f)) throw typeError('thread function must be callable');
  if (handle !== null && !(handle instanceof PyThreadHandle))
    throw typeError("'handle' must be a _ThreadHandle");
  if (handle instanceof PyThreadHandle && handle.state !== 'not started')
    throw runtimeError('thread already started');
  throw cannotStart();
}

const exit = (doc: string) =>
  fn('()', doc, () => {
    throw newException(systemExitType);
  });
const allocateLock = (doc: string) => fn('()', doc, () => new PyLock());

/** What is written of an exception that ended a thread. */
function exceptHook(args: Value): Value {
  if (!(args instanceof PyTuple) || args.type !== exceptHookArgs.type)
    throw typeError('_thread.excepthook argument type must be ExceptHookArgs');
  const [type, value, traceback, threadObject] = args.items as [Value, Value, Value, Value];
  if (type instanceof PyType && type === systemExitType) return null;
  const stderr = findStr(thread.interpreter.sys.dict, 'stderr');
  if (stderr === undefined || stderr === null) return null;
  const name = threadObject === null ? undefined : findAttr(threadObject, 'name');
  const shown = name === undefined ? String(currentIdent()) : strText(name);
  callMethod(stderr, 'write', str(`Exception in thread ${shown}:\n`));
  if (!(value instanceof PyBaseException)) return null;
  if (traceback instanceof PyTraceback) value.traceback = traceback;
  printException(value);
  return null;
}

const LEAST_STACK = 53_248;
function stackSize(size: number): Value {
  const before = threads().stackSize;
  if (size < 0 || (size > 0 && size < LEAST_STACK))
    throw valueError(`size must be at least ${LEAST_STACK} bytes`);
  threads().stackSize = size;
  return smallInt(before);
}

function makeHandle(ident: Value): Value {
  if (!isInt(ident)) throw typeError('ident must be an integer');
  return new PyThreadHandle(asIndex(ident), 'running');
}

export const threadModule = defineModule('_thread', {
  doc: docs[''],
  functions: {
    _count: fn('()', docs._count, () => smallInt(0)),
    _excepthook: fn('(args, /)', docs._excepthook, exceptHook),
    _get_main_thread_ident: fn('()', docs._get_main_thread_ident, () =>
      smallInt(threads().mainIdent),
    ),
    _get_name: fn('()', docs._get_name, () => str(threads().name)),
    _is_main_interpreter: fn('()', docs._is_main_interpreter, () => true),
    _make_thread_handle: fn('(ident, /)', docs._make_thread_handle, makeHandle),
    _shutdown: fn('()', docs._shutdown, () => null),
    allocate: allocateLock(docs.allocate),
    allocate_lock: allocateLock(docs.allocate_lock),
    daemon_threads_allowed: fn('()', docs.daemon_threads_allowed, () => true),
    exit: exit(docs.exit),
    exit_thread: exit(docs.exit_thread),
    get_ident: fn('()', docs.get_ident, () => smallInt(currentIdent())),
    get_native_id: fn('()', docs.get_native_id, () => smallInt(host().environment.pid)),
    interrupt_main: fn('(signum: cint = signal.SIGINT, /)', docs.interrupt_main, signum => {
      const signal = signum ?? SIGINT;
      if (signal < 1 || signal > 64) throw valueError('signal number out of range');
      thread.interpreter.state(signalsKey).handle(signal);
      return null;
    }),
    set_name: fn('(name: str)', docs.set_name, name => {
      threads().name = utf16(name).slice(0, NAME_MAXLEN);
      return null;
    }),
    stack_size: fn('(size: index = 0, /)', docs.stack_size, stackSize),
    start_joinable_thread: fn(
      '(function, handle=None, daemon: bool = True)',
      docs.start_joinable_thread,
      startJoinable,
    ),
    start_new: startNewThread(docs.start_new),
    start_new_thread: startNewThread(docs.start_new_thread),
  },
  types: {
    LockType: lockType,
    RLock: recursiveLockType,
    _ExceptHookArgs: exceptHookArgs.type,
    _ThreadHandle: threadHandleType,
    _local: localType,
    error: runtimeErrorType,
    lock: lockType,
  },
  constants: { TIMEOUT_MAX, _NAME_MAXLEN: smallInt(15) },
});
const NAME_MAXLEN = 15;
const SIGINT = 2;
