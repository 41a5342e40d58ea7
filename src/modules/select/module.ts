import { objectType } from '../../objects/builtin-types.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { floatValue, isFloat } from '../../objects/float.ts';
import { IntObject, isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { tuple } from '../../objects/tuple.ts';
import { asIndex, asInt } from '../../runtime/convert.ts';
import { defineType, method } from '../../runtime/declare.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { keyError, overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { thread } from '../../runtime/state.ts';
import { host, hostCall, hostKey, interruptKey, osErrorOf } from '../host-access.ts';
import { filenoArgument } from '../posix/arguments.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { HostError } from '../../host/host.ts';
import { constants, docs } from './docs.gen.ts';

/** Waiting for descriptors. CPython: Modules/selectmodule.c */

const { POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL } = constants;

/** Waits, running the Python handlers of signals that come, until something holds or the time is over. */
function wait(
  fds: readonly number[],
  events: readonly number[],
  timeout: bigint | undefined,
): number[] {
  const { descriptors, clock } = host();
  const end = timeout === undefined ? undefined : clock.monotonic() + timeout;
  for (let left = timeout; ;) {
    try {
      return descriptors.poll!(fds, events, left);
    } catch (error) {
      if (!(error instanceof HostError && error.code === 'EINTR')) {
        return hostCall(() => {
          throw error;
        });
      }
    }
    thread.interpreter.state(interruptKey)();
    if (end === undefined) continue;
    left = end - clock.monotonic();
    if (left <= 0n) return fds.map(() => 0);
  }
}

function selectTimeout(v: Value): bigint | undefined {
  if (v === null) return undefined;
  const isNumber = isFloat(v) || isInt(v) || typeof v === 'boolean' || v instanceof IntObject;
  if (!isNumber && !(v instanceof PyObject && v.__index__$0 !== undefined)) {
    throw typeError('timeout must be a float or None');
  }
  const timeout = durationArgument(v);
  if (timeout < 0n) throw valueError('timeout must be non-negative');
  return timeout;
}

function sequence(v: Value): Value[] {
  try {
    return listItems(v);
  } catch {
    throw typeError('arguments 1-3 must be sequences');
  }
}

function select(inputs: Value, outputs: Value, exceptional: Value, timeoutValue: Value): Value {
  const timeout = selectTimeout(timeoutValue);
  const wanted = new Map<number, number>();
  const sets = [inputs, outputs, exceptional].map((v, i) =>
    sequence(v).map(object => {
      const fd = filenoArgument(object);
      if (fd >= 1024) throw valueError('filedescriptor out of range in select()');
      wanted.set(fd, (wanted.get(fd) ?? 0) | [POLLIN, POLLOUT, POLLPRI][i]!);
      return { object, fd };
    }),
  );
  const fds = [...wanted.keys()];
  const found = wait(fds, [...wanted.values()], timeout);
  const held = new Map(fds.map((fd, i) => [fd, found[i]!]));
  if (found.some(events => events & POLLNVAL)) {
    throw osErrorOf(host().constants.errno['EBADF'] ?? 9);
  }
  const ready = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI];
  return tuple(
    sets.map((members, i) => {
      const chosen = members.filter(({ fd }) => held.get(fd)! & ready[i]!);
      return new PyList(chosen.map(({ object }) => object));
    }),
  );
}

/** `select.poll()` */
class PyPoll extends PyObject {
  readonly registered = new Map<number, number>();
}

function eventMask(v: Value | undefined): number {
  if (v === undefined) return POLLIN | POLLPRI | POLLOUT;
  const mask = asInt(v);
  if (mask < 0) throw valueError('Cannot convert negative int');
  if (mask > 0xffff) throw overflowError('Python int too large for C unsigned short');
  return Number(mask);
}

function pollTimeout(v: Value): bigint | undefined {
  if (v === null) return undefined;
  let milliseconds: number;
  if (isFloat(v)) milliseconds = Math.ceil(floatValue(v));
  else {
    if (!isInt(v) && typeof v !== 'boolean' && !(v instanceof PyObject && v.__index__$0)) {
      throw typeError('timeout must be an integer or None');
    }
    milliseconds = asIndex(v);
  }
  return milliseconds < 0 ? undefined : BigInt(milliseconds) * 1_000_000n;
}

defineType(PyPoll, {
  name: 'poll',
  module: 'select',
  doc: null,
  base: objectType,
  methods: {
    register: method(
      '(fd, eventmask=<unrepresentable>, /)',
      docs_('register'),
      (self, fd, mask) => {
        self.registered.set(filenoArgument(fd), eventMask(mask));
        return null;
      },
    ),
    modify: method('(fd, eventmask, /)', docs_('modify'), (self, v, mask) => {
      const fd = filenoArgument(v);
      if (!self.registered.has(fd)) throw osErrorOf(host().constants.errno['ENOENT'] ?? 2);
      self.registered.set(fd, eventMask(mask));
      return null;
    }),
    unregister: method('(fd, /)', docs_('unregister'), (self, v) => {
      const fd = filenoArgument(v);
      if (!self.registered.delete(fd)) throw keyError(smallInt(fd));
      return null;
    }),
    poll: method('(timeout=None, /)', docs_('poll'), (self, timeout) => {
      const fds = [...self.registered.keys()];
      const found = wait(fds, [...self.registered.values()], pollTimeout(timeout));
      const pairs = fds.flatMap((fd, i) => {
        const events = found[i]!;
        return events === 0 ? [] : [tuple([smallInt(fd), smallInt(events)])];
      });
      return new PyList(pairs);
    }),
  },
});

function docs_(name: string): string {
  return (docs as Readonly<Record<string, string>>)[`poll.${name}`] ?? '';
}

export const selectModule = defineModule('select', {
  doc: docs[''],
  functions: {
    select: fn('(rlist, wlist, xlist, timeout=None, /)', docs.select, select),
    poll: fn('()', docs.poll, () => new PyPoll()),
  },
  types: { error: osErrorType },
  without: interpreter =>
    interpreter.state(hostKey).descriptors.poll === undefined ? ['select', 'poll'] : [],
  init(_interpreter, add) {
    for (const [name, value] of Object.entries(constants)) {
      if (!name.startsWith('EPOLL')) add(name, smallInt(value));
    }
  },
});
