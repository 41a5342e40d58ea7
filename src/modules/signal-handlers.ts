import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { findAttr } from '../runtime/attributes.ts';
import { call } from '../runtime/call.ts';
import { keyboardInterruptType } from '../objects/exception-types.ts';
import { newException } from '../runtime/errors.ts';
import { StateKey, type Interpreter, thread } from '../runtime/state.ts';
import type { Host } from '../host/host.ts';
import { hostKey, interruptKey } from './host-access.ts';

/** The Python handlers of signals and how they are run. CPython: Modules/signalmodule.c, PyErr_CheckSignals */
export class SignalHandlers {
  readonly host: Host;
  readonly handlers = new Map<number, Value>();
  /** Gets a byte for each signal, to wake a loop that waits for descriptors; -1 for none. */
  wakeupFd = -1;
  /** Whether this interpreter's signals are looked for at all. */
  active = false;
  /** The number of the signal that raises KeyboardInterrupt when it has no handler; 0 when none does. */
  interrupt = 0;

  constructor(host: Host) {
    this.host = host;
  }

  /** Runs the handlers of the signals that came since. */
  run(): void {
    const { signals, descriptors } = this.host;
    if (!this.active || signals === undefined || !signals.pending()) return;
    for (let signal = signals.take(); signal !== 0; signal = signals.take()) {
      if (this.wakeupFd >= 0) {
        try {
          descriptors.write(this.wakeupFd, Uint8Array.of(signal));
        } catch {
          // The loop's pipe is full: it will wake anyway.
        }
      }
      this.handle(signal);
    }
  }

  /** Does what the signal's handler does. */
  handle(signal: number): void {
    const handler = this.handlers.get(signal);
    if (handler === undefined && signal === this.interrupt)
      throw newException(keyboardInterruptType);
    if (handler === undefined || typeof handler !== 'object' || handler === null) return;
    call(handler, smallInt(signal), currentFrame());
  }
}

function currentFrame(): Value {
  const getFrame = findAttr(thread.interpreter.sys, '_getframe');
  if (getFrame === undefined) return null;
  try {
    return call(getFrame);
  } catch {
    return null;
  }
}

export const signalsKey = new StateKey<SignalHandlers>(interpreter => {
  const handlers = new SignalHandlers(interpreter.state(hostKey));
  interpreter.provide(interruptKey, () => handlers.run());
  return handlers;
});

/** Makes Ctrl-C raise KeyboardInterrupt from now on: what a command wants and an embedded interpreter does not. */
export function handleInterrupts(interpreter: Interpreter): void {
  const state = interpreter.state(signalsKey);
  const { signals, constants } = state.host;
  const interrupt = constants.signals['SIGINT'];
  if (signals === undefined || interrupt === undefined) return;
  state.active = true;
  state.interrupt = interrupt;
  signals.setDisposition(interrupt, 'catch');
}
