import { float } from '../../objects/float.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineType, method, variadic, type Method } from '../../runtime/declare.ts';
import { overflowError, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { address } from '../../runtime/text.ts';
import { host, interruptKey } from '../host-access.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { docs } from './docs.gen.ts';
import { currentIdent } from './threads.ts';

/**
 * Locks for the one thread there is: a lock that is held can only be let go by a signal's handler, so that waiting for it without a timeout raises
 * instead of hanging. CPython: Modules/_threadmodule.c
 */
export class PyLock extends PyObject {
  declare locked: boolean;
  constructor() {
    super();
    this.locked = false;
  }
}
export class PyRLock extends PyObject {
  declare owner: number;
  declare count: number;
  constructor() {
    super();
    this.owner = 0;
    this.count = 0;
  }
}

/** Nanoseconds, -1 for ever. */
const MAXIMUM_TIMEOUT = 9_223_372_036_000_000_000n;
export const TIMEOUT_MAX = float(9223372036);

function timeoutOf(blocking: boolean, timeout: Value): bigint {
  const nanoseconds = durationArgument(timeout);
  if (!blocking && nanoseconds !== -1_000_000_000n)
    throw valueError("can't specify a timeout for a non-blocking call");
  if (nanoseconds < 0n && nanoseconds !== -1_000_000_000n)
    throw valueError('timeout value must be a non-negative number');
  if (!blocking) return 0n;
  if (nanoseconds > MAXIMUM_TIMEOUT) throw overflowError('timeout value is too large');
  return nanoseconds;
}

/** Waits until a signal's handler has let the lock go, or the timeout is over; whether the lock is free. */
function waitFor(isFree: () => boolean, timeout: bigint): boolean {
  const runHandlers = thread.interpreter.state(interruptKey);
  runHandlers();
  if (isFree()) return true;
  if (timeout === 0n) return false;
  if (timeout < 0n)
    throw runtimeError('deadlock: the lock is held, and there is no other thread to release it');
  const { clock } = host();
  const end = clock.monotonic() + timeout;
  for (;;) {
    const left = end - clock.monotonic();
    if (left <= 0n) return false;
    clock.sleep(left);
    runHandlers();
    if (isFree()) return true;
  }
}

function acquire(self: PyLock, blocking: boolean, timeout: Value): Value {
  const wait = timeoutOf(blocking, timeout);
  if (self.locked && !waitFor(() => !self.locked, wait)) return false;
  return (self.locked = true);
}
function release(self: PyLock): Value {
  if (!self.locked) throw runtimeError('release unlocked lock');
  self.locked = false;
  return null;
}

const acquireMethod = (doc: string): Method<PyLock> =>
  method('(blocking: bool = True, timeout=-1)', doc, acquire);
const releaseMethod = (doc: string): Method<PyLock> => method('()', doc, release);
const lockedMethod = (doc: string): Method<PyLock> => method('()', doc, self => self.locked);

export const lockType = defineType(PyLock, {
  name: 'lock',
  module: '_thread',
  doc: docs.lock,
  flags: ['weakref'],
  new: variadic((_type, args, names) => {
    refuseNames('lock', names);
    checkPositional('lock', args.length, 0, 0);
    return new PyLock();
  }),
  slots: {
    __repr__: self =>
      str(`<${self.locked ? 'locked' : 'unlocked'} _thread.lock object at ${address(self)}>`),
  },
  methods: {
    acquire: acquireMethod(docs['lock.acquire']),
    acquire_lock: acquireMethod(docs['lock.acquire_lock']),
    release: releaseMethod(docs['lock.release']),
    release_lock: releaseMethod(docs['lock.release_lock']),
    locked: lockedMethod(docs['lock.locked']),
    locked_lock: lockedMethod(docs['lock.locked_lock']),
    __enter__: method('()', docs['lock.__enter__'], self => acquire(self, true, smallInt(-1))),
    __exit__: method('(*exc_info)', docs['lock.__exit__'], self => release(self)),
    _at_fork_reinit: method('()', null, self => {
      self.locked = false;
      return null;
    }),
  },
});

function acquireRecursive(self: PyRLock, blocking: boolean, timeout: Value): Value {
  const wait = timeoutOf(blocking, timeout);
  const ident = currentIdent();
  if (self.count > 0 && self.owner !== ident && !waitFor(() => self.count === 0, wait))
    return false;
  self.owner = ident;
  self.count++;
  return true;
}
function releaseRecursive(self: PyRLock): Value {
  if (self.count === 0 || self.owner !== currentIdent())
    throw runtimeError('cannot release un-acquired lock');
  if (--self.count === 0) self.owner = 0;
  return null;
}

export const recursiveLockType = defineType(PyRLock, {
  name: 'RLock',
  module: '_thread',
  doc: null,
  flags: ['base', 'weakref'],
  new: variadic(type => new (type.alloc as unknown as new () => PyRLock)()),
  slots: {
    __repr__: self =>
      str(
        `<${self.count > 0 ? 'locked' : 'unlocked'} ${typeName(self.type)} object owner=${self.owner} count=${self.count} at ${address(self)}>`,
      ),
  },
  methods: {
    acquire: method('(blocking: bool = True, timeout=-1)', docs['RLock.acquire'], acquireRecursive),
    release: method('()', docs['RLock.release'], releaseRecursive),
    locked: method('()', docs['RLock.locked'], self => self.count > 0),
    __enter__: method('()', docs['RLock.__enter__'], self =>
      acquireRecursive(self, true, smallInt(-1)),
    ),
    __exit__: method('(*exc_info)', docs['RLock.__exit__'], self => releaseRecursive(self)),
    _is_owned: method(
      '()',
      docs['RLock._is_owned'],
      self => self.count > 0 && self.owner === currentIdent(),
    ),
    _recursion_count: method('()', docs['RLock._recursion_count'], self =>
      smallInt(self.owner === currentIdent() ? self.count : 0),
    ),
    _release_save: method('()', docs['RLock._release_save'], self => {
      if (self.count === 0) throw runtimeError('cannot release un-acquired lock');
      const saved = tuple([smallInt(self.count), int(self.owner)]);
      self.count = 0;
      self.owner = 0;
      return saved;
    }),
    _acquire_restore: method('(state, /)', docs['RLock._acquire_restore'], (self, state) => {
      if (!(state instanceof PyTuple) || state.items.length !== 2)
        throw typeError('_acquire_restore() argument 1 must be a (count, owner) tuple');
      if (self.count > 0) waitFor(() => self.count === 0, -1n);
      self.count = asIndex(state.items[0]!);
      self.owner = asIndex(state.items[1]!);
      return null;
    }),
    _at_fork_reinit: method('()', null, self => {
      self.count = 0;
      self.owner = 0;
      return null;
    }),
  },
});
const typeName = (type: PyType): string =>
  type === recursiveLockType ? '_thread.RLock' : type.name;
