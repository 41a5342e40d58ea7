import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { getAttr, setAttr } from '../../runtime/attributes.ts';
import { callArgs, callMethod } from '../../runtime/call.ts';
import { findStr } from '../../runtime/dict.ts';
import { thread } from '../../runtime/state.ts';
import { isTrue } from '../../runtime/truth.ts';
import { host } from '../host-access.ts';
import { releaseAll } from '../unflushed.ts';
import { PyBuffered } from './buffer-state.ts';
import { open } from './open.ts';
import { textIOWrapperType } from './text-io.ts';

/** sys.stdin, stdout and stderr. CPython: Python/pylifecycle.c, create_stdio */

export interface StandardStreamOptions {
  /** `-u`: what is written goes out at once. */
  readonly unbuffered?: boolean;
  /** `PYTHONIOENCODING`: `encoding:errors`, either part may be empty. */
  readonly encoding?: string;
}

type Name = 'stdin' | 'stdout' | 'stderr';
const names: readonly Name[] = ['stdin', 'stdout', 'stderr'];

/** A standard stream, or None when its descriptor is closed. */
export function standardStream(name: Name, options: StandardStreamOptions = {}): Value {
  const { unbuffered = false, encoding: given = '' } = options;
  const fd = names.indexOf(name);
  try {
    host().descriptors.stat(fd);
  } catch {
    return null;
  }
  const writing = name !== 'stdin';
  const [encoding, givenErrors] = given.split(':');
  const errors = name === 'stderr' ? 'backslashreplace' : givenErrors || 'strict';
  const size = unbuffered && writing ? 0 : -1;
  const mode = writing ? 'wb' : 'rb';
  const buffer = open(smallInt(fd), mode, size, null, null, null, false, null);
  if (buffer instanceof PyBuffered) buffer.standing = true;
  const raw = size === 0 ? buffer : getAttr(buffer, 'raw');
  setAttr(raw, 'name', str(`<${name}>`));
  const lineBuffering = name === 'stderr' || isTrue(callMethod(raw, 'isatty'));
  const stream = callArgs(
    textIOWrapperType,
    [buffer, str(encoding || 'utf-8'), str(errors), '\n', lineBuffering, unbuffered && writing],
    null,
  );
  setAttr(stream, 'mode', writing ? 'w' : 'r');
  return stream;
}

/** At the end of a program: writes out what it printed, false when that failed, and what abandoned files still hold. */
export function flushStandardStreams(): boolean {
  releaseAll();
  const { dict } = thread.interpreter.sys;
  let ok = true;
  for (const name of ['stdout', 'stderr']) {
    const stream = findStr(dict, name);
    if (stream === undefined || stream === null) continue;
    try {
      if (isTrue(getAttr(stream, 'closed'))) continue;
      callMethod(stream, 'flush');
    } catch {
      ok = false;
    }
  }
  return ok;
}
