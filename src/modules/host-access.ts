import type { PyOSError } from '../objects/exception.ts';
import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { HostError, type Host } from '../host/host.ts';
import { newException, osErrorTypeOf } from '../runtime/errors.ts';
import { StateKey, thread } from '../runtime/state.ts';
import { errorTexts } from './platform.gen.ts';

/** The way from a builtin module to the host of its interpreter, and from the host's failures to OSError. */

/** Whoever makes an interpreter provides its host. */
export const hostKey = new StateKey<Host>(() => {
  throw new Error('taipan: this interpreter has no host');
});

export const host = (): Host => thread.interpreter.state(hostKey);

/** What to do when a call was interrupted: run the Python handlers of the signals that came, which may raise. */
export const interruptKey = new StateKey<() => void>(() => () => {});

/** strerror(3) */
export function errorText(errno: number): string {
  for (const name in errorTexts) {
    const [number, text] = errorTexts[name]!;
    if (number === errno) return text;
  }
  return `Unknown error ${errno}`;
}

/** The OSError for an error number, its message from the system. */
export function osErrorOf(errno: number, filename?: Value, filename2?: Value): PyOSError {
  const text = str(errorText(errno));
  const error = newException(osErrorTypeOf(errno), smallInt(errno), text) as PyOSError;
  error.errno = smallInt(errno);
  error.strerror = text;
  error.filename = filename;
  error.filename2 = filename2;
  return error;
}

/** The OSError for a host's failure; anything else stays what it is. */
export const raisable = (error: unknown, filename?: Value, filename2?: Value): unknown =>
  error instanceof HostError ? osErrorOf(error.errno, filename, filename2) : error;

/** Makes a host call; its failure becomes OSError. Interrupted, it is made again after the handlers ran (PEP 475). */
export function hostCall<T>(action: () => T, filename?: Value, filename2?: Value): T {
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code !== 'EINTR') throw raisable(error, filename, filename2);
      thread.interpreter.state(interruptKey)();
    }
  }
}
