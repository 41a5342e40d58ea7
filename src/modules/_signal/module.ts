import { setType } from '../../objects/builtin-types.ts';
import type { PyOSError } from '../../objects/exception.ts';
import { keyboardInterruptType, osErrorType } from '../../objects/exception-types.ts';
import { float } from '../../objects/float.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyModule } from '../../objects/module.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { call, isCallable } from '../../runtime/call.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { errorText, host, hostCall, hostKey, osErrorOf } from '../host-access.ts';
import { signalNumbers, signalTexts } from '../platform.gen.ts';
import { exceptionClass } from '../exception-class.ts';
import { signalsKey, type SignalHandlers } from '../signal-handlers.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { docs } from './docs.gen.ts';

/** Signals. CPython: Modules/signalmodule.c */

const itimerErrorType = exceptionClass('ItimerError', 'signal', osErrorType);

const highest = 64;
/** The C library keeps 32 and 33 to itself. */
const isReserved = (signal: number): boolean => signal === 32 || signal === 33;

const state = (): SignalHandlers => thread.interpreter.state(signalsKey);

function check(signal: number): void {
  if (signal < 1 || signal > highest) throw valueError('signal number out of range');
}

const SIG_DFL = smallInt(0);
const SIG_IGN = smallInt(1);

/** What Python sees as the handler of a signal. */
function handlerOf(signal: number): Value {
  if (isReserved(signal)) return null;
  const known = state().handlers.get(signal);
  if (known !== undefined) return known;
  if (signal !== state().interrupt) return SIG_DFL;
  const module = findStr(thread.interpreter.modules, '_signal');
  const handler = module instanceof PyModule && findStr(module.dict, 'default_int_handler');
  return handler === undefined || handler === false ? SIG_DFL : handler;
}

function setHandler(signal: number, handler: Value): Value {
  check(signal);
  const isPlain = isInt(handler) && (handler === SIG_DFL || handler === SIG_IGN);
  if (!isPlain && !isCallable(handler)) {
    throw typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
  }
  state().run();
  const before = handlerOf(signal);
  const disposition = handler === SIG_DFL ? 'default' : handler === SIG_IGN ? 'ignore' : 'catch';
  hostCall(() => host().signals!.setDisposition(signal, disposition));
  state().active = true;
  state().handlers.set(signal, handler);
  return before;
}

function itimerError(): never {
  const errno = smallInt(host().constants.errno['EINVAL'] ?? 22);
  const text = str(errorText(errno));
  const error = newException(itimerErrorType, errno, text) as PyOSError;
  error.errno = errno;
  error.strerror = text;
  throw error;
}

const secondsPair = ({ left, interval }: { left: bigint; interval: bigint }): Value =>
  tuple([float(Number(left) / 1e9), float(Number(interval) / 1e9)]);

function setTimer(which: number, secondsValue: Value, intervalValue: Value): Value {
  const [first, interval] = [durationArgument(secondsValue), durationArgument(intervalValue)];
  if (first < 0n || interval < 0n) itimerError();
  if (which !== 0) itimerError();
  return secondsPair(host().signals!.setAlarm!(first, interval));
}

/** Asks for the timer without disturbing it. */
function getTimer(which: number): Value {
  if (which !== 0) itimerError();
  const { setAlarm } = host().signals!;
  const timer = setAlarm!.call(host().signals, 0n, 0n);
  if (timer.left > 0n) setAlarm!.call(host().signals, timer.left, timer.interval);
  return secondsPair(timer);
}

function setWakeup(fd: number): Value {
  const { descriptors, constants } = host();
  if (fd !== -1) {
    const flags = hostCall(() => descriptors.flags(fd));
    if (!(flags & (constants.open['O_NONBLOCK'] ?? 0))) {
      throw valueError(`the fd ${fd} must be in non-blocking mode`);
    }
  }
  const before = state().wakeupFd;
  state().wakeupFd = fd;
  return smallInt(before);
}

function waitForSignal(): null {
  const { clock, signals } = host();
  while (!signals!.pending()) clock.sleep(3_600_000_000_000n);
  state().run();
  return null;
}

export const signalModule = defineModule('_signal', {
  doc: docs[''],
  functions: {
    signal: fn('(signalnum: cint, handler, /)', docs.signal, setHandler),
    getsignal: fn('(signalnum: cint, /)', docs.getsignal, signal => {
      check(signal);
      return handlerOf(signal);
    }),
    default_int_handler: fn('(signalnum: cint, frame, /)', docs.default_int_handler, () => {
      throw newException(keyboardInterruptType);
    }),
    raise_signal: fn('(signalnum: cint, /)', docs.raise_signal, signal => {
      if (signal < 0 || signal > highest) throw osErrorOf(host().constants.errno['EINVAL'] ?? 22);
      hostCall(() => host().processes!.kill!(host().environment.pid, signal));
      state().run();
      return null;
    }),
    pthread_kill: fn('(thread_id, signalnum: cint, /)', docs.pthread_kill, (_thread, signal) => {
      hostCall(() => host().processes!.kill!(host().environment.pid, signal));
      state().run();
      return null;
    }),
    pause: fn('()', docs.pause, waitForSignal),
    strsignal: fn('(signalnum: cint, /)', docs.strsignal, signal => {
      check(signal);
      const text = signalTexts[signal];
      return text === undefined ? null : str(text);
    }),
    valid_signals: fn('()', docs.valid_signals, () => {
      const all = Array.from({ length: highest }, (_, i) => i + 1);
      const valid = all.filter(signal => !isReserved(signal)).map(smallInt);
      return call(setType, new PyList(valid));
    }),
    siginterrupt: fn('(signalnum: cint, flag: bool, /)', docs.siginterrupt, signal => {
      check(signal);
      return null;
    }),
    set_wakeup_fd: fn(
      '(fd: cint, /, *, warn_on_full_buffer: bool = True)',
      docs.set_wakeup_fd,
      setWakeup,
    ),
    alarm: fn('(seconds: cint, /)', docs.alarm, seconds => {
      const first = BigInt(Math.max(seconds, 0)) * 1_000_000_000n;
      const { left } = host().signals!.setAlarm!(first, 0n);
      return smallInt(Number((left + 999_999_999n) / 1_000_000_000n));
    }),
    setitimer: fn('(which: cint, seconds, interval=0.0, /)', docs.setitimer, setTimer),
    getitimer: fn('(which: cint, /)', docs.getitimer, getTimer),
  },
  types: { ItimerError: itimerErrorType },
  without: interpreter => {
    const { signals, processes } = interpreter.state(hostKey);
    return [
      ...(signals?.setAlarm === undefined ? ['alarm', 'setitimer', 'getitimer'] : []),
      ...(processes?.kill === undefined ? ['raise_signal', 'pthread_kill'] : []),
    ];
  },
  init(interpreter, add) {
    const { constants, environment } = interpreter.state(hostKey);
    const handlers = interpreter.state(signalsKey);
    const numbers = environment.platform === 'linux' ? signalNumbers : constants.signals;
    for (const [name, number] of Object.entries(numbers)) add(name, smallInt(number));
    add('SIG_DFL', SIG_DFL);
    add('SIG_IGN', SIG_IGN);
    add('SIG_BLOCK', smallInt(0));
    add('SIG_UNBLOCK', smallInt(1));
    add('SIG_SETMASK', smallInt(2));
    add('NSIG', smallInt(highest + 1));
    for (const [i, name] of ['ITIMER_REAL', 'ITIMER_VIRTUAL', 'ITIMER_PROF'].entries()) {
      add(name, smallInt(i));
    }
    // As CPython leaves them: a broken pipe and a full file are exceptions.
    for (const name of ['SIGPIPE', 'SIGXFSZ']) {
      const signal = numbers[name];
      if (signal !== undefined) handlers.handlers.set(signal, SIG_IGN);
    }
  },
});
