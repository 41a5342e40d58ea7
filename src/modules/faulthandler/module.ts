import type { PyFrame } from '../../objects/frame.ts';
import { isInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { findStr } from '../../runtime/dict.ts';
import { runtimeError, valueError } from '../../runtime/errors.ts';
import { callerFrame } from '../../runtime/frames.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { currentIdent, threads } from '../_thread/threads.ts';
import { host, hostCall } from '../host-access.ts';
import { bytesFromNative } from '../native-path.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { docs } from './docs.gen.ts';

/** Dumps of the stack. No fatal signal reaches code of the engine, so there is nothing for a handler to handle. CPython: Modules/faulthandler.c */

const enabled = new StateKey(() => ({ value: false }));
const state = () => thread.interpreter.state(enabled);

/** The descriptor of a file, or a descriptor. */
function descriptorOf(file: Value): number {
  const { sys } = thread.interpreter;
  const out = file === null ? (findStr(sys.dict, 'stderr') ?? null) : file;
  if (out === null) throw runtimeError('unable to get sys.stderr');
  if (isInt(out)) {
    const fd = asIndex(out);
    if (fd < 0) throw valueError('file is not a valid file descriptor');
    return fd;
  }
  const fd = asIndex(callMethod(out, 'fileno'));
  if (fd < 0) throw runtimeError('file.fileno() is not a valid file descriptor');
  const flush = findAttr(out, 'flush');
  if (flush !== undefined) call(flush);
  return fd;
}

/** As many as CPython writes. */
const MOST_FRAMES = 100;

function stackText(allThreads: boolean): string {
  const lines = allThreads
    ? [
        `Current thread 0x${currentIdent().toString(16).padStart(16, '0')} [${threads().name}] (most recent call first):`,
      ]
    : ['Stack (most recent call first):'];
  let frame: PyFrame | null = callerFrame();
  if (frame === null) lines.push('  <no Python frame>');
  for (let depth = 0; frame !== null; depth++, frame = frame.back) {
    if (depth === MOST_FRAMES) {
      lines.push('  ...');
      break;
    }
    const { code } = frame;
    const { line } = code.position(frame.place);
    lines.push(`  File "${code.filename}", line ${line} in ${code.info.name}`);
  }
  return `${lines.join('\n')}\n`;
}

export const faulthandlerModule = defineModule('faulthandler', {
  doc: docs[''],
  functions: {
    enable: fn('(file=sys.stderr, all_threads: bool = True)', docs.enable, file => {
      descriptorOf(file ?? null);
      state().value = true;
      return null;
    }),
    disable: fn('()', docs.disable, () => {
      const was = state().value;
      state().value = false;
      return was;
    }),
    is_enabled: fn('()', docs.is_enabled, () => state().value),
    dump_traceback: fn(
      '(file=sys.stderr, all_threads: bool = True)',
      docs.dump_traceback,
      (file, allThreads) => {
        const fd = descriptorOf(file ?? null);
        const bytes = bytesFromNative(stackText(allThreads)).data;
        for (let at = 0; at < bytes.length;)
          at += hostCall(() => host().descriptors.write(fd, bytes.subarray(at)));
        return null;
      },
    ),
    dump_traceback_later: fn(
      '(timeout, repeat: bool = False, file=sys.stderr, exit: bool = False)',
      docs.dump_traceback_later,
      timeout => {
        if (durationArgument(timeout) <= 0n) throw valueError('timeout must be greater than 0');
        throw runtimeError('unable to start watchdog thread: this Python has one thread');
      },
    ),
    cancel_dump_traceback_later: fn('()', docs.cancel_dump_traceback_later, () => null),
  },
});
