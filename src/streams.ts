import { smallInt } from './objects/int.ts';
import type { Value } from './objects/object.ts';
import { getAttr, setAttr } from './runtime/attributes.ts';
import { callArgs } from './runtime/call.ts';
import { setStr } from './runtime/dict.ts';
import type { Interpreter } from './runtime/state.ts';
import { importBuiltin } from './import/import.ts';
import { hostKey } from './modules/host-access.ts';

/** sys.stdin, stdout and stderr as text streams. CPython: Python/pylifecycle.c, init_sys_streams */
export function installStreams(interpreter: Interpreter, unbuffered: boolean): void {
  const io = importBuiltin(interpreter, '_io');
  if (io === undefined) return;
  const open = getAttr(io, 'open');
  const { descriptors } = interpreter.state(hostKey);
  const streams = [
    ['stdin', 0, 'r', 'strict'],
    ['stdout', 1, 'w', 'strict'],
    ['stderr', 2, 'w', 'backslashreplace'],
  ] as const;
  for (const [name, fd, mode, errors] of streams) {
    const buffering = unbuffered && mode === 'w' ? 0 : -1;
    const raw = callArgs(
      open,
      [smallInt(fd), `${mode}b`, smallInt(buffering), false],
      ['mode', 'buffering', 'closefd'],
    );
    const isTerminal = descriptors.isTerminal(fd);
    const lineBuffered = !unbuffered && (isTerminal || name === 'stderr');
    const args: Value[] = [raw, 'utf-8', errors, '\n', lineBuffered, unbuffered];
    const stream = callArgs(getAttr(io, 'TextIOWrapper'), args, [
      'encoding',
      'errors',
      'newline',
      'line_buffering',
      'write_through',
    ]);
    setAttr(stream, 'mode', mode);
    setStr(interpreter.sys.dict, name, stream);
    setStr(interpreter.sys.dict, `__${name}__`, stream);
  }
}
