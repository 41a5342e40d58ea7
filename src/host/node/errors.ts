import os from 'node:os';
import { HostError, type NativeString } from '../host.ts';

const numbers: Readonly<Record<string, number>> = os.constants.errno;

/** A HostError by the error's name, with the platform's number for it. */
export function hostError(code: string, path?: NativeString, path2?: NativeString): HostError {
  return new HostError(numbers[code] ?? 0, code, path, path2);
}

/** What a `node:` call threw, as a HostError; anything that is no system error stays what it is. */
export function translateError(error: unknown, path?: NativeString, path2?: NativeString): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return error;
  }
  const { code } = error;
  if (code in numbers) return hostError(code, path, path2);
  // Node's own argument checks: a name with a NUL byte, a descriptor or length out of range, a call the runtime lacks.
  if (code === 'ERR_INVALID_ARG_VALUE' || code === 'ERR_OUT_OF_RANGE') {
    return hostError('EINVAL', path, path2);
  }
  if (code === 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM') return hostError('ENOSYS', path, path2);
  if (code === 'ERR_TTY_INIT_FAILED') return hostError('ENOTTY', path, path2);
  return error;
}
