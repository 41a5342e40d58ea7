import { smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { defineType, method, variadic, variadicMethod } from '../../runtime/declare.ts';
import { runtimeError, typeError } from '../../runtime/errors.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { currentIdent } from './threads.ts';

/** What knows of a thread's end. CPython: Modules/_threadmodule.c, PyThreadHandleObject */
export class PyThreadHandle extends PyObject {
  declare readonly ident: number;
  declare state: 'not started' | 'running' | 'done';
  constructor(ident: number, state: PyThreadHandle['state']) {
    super();
    this.ident = ident;
    this.state = state;
  }
}

function checkStarted(self: PyThreadHandle): void {
  if (self.state === 'not started') throw runtimeError('thread not started');
}

function join(self: PyThreadHandle, args: readonly Value[]): Value {
  if (args.length > 1) throw typeError(`join() takes at most 1 argument (${args.length} given)`);
  if (args.length === 1 && args[0] !== null) durationArgument(args[0]!);
  checkStarted(self);
  if (self.state === 'done') return null;
  if (self.ident === currentIdent()) throw runtimeError('Cannot join current thread');
  throw runtimeError('deadlock: no such thread is running, so that it cannot end');
}

export const threadHandleType = defineType(PyThreadHandle, {
  name: '_ThreadHandle',
  module: '_thread',
  doc: null,
  new: variadic(() => new PyThreadHandle(0, 'not started')),
  slots: {
    __repr__: self => str(`<_thread._ThreadHandle object: ident=${self.ident}>`),
  },
  attributes: { ident: { get: self => smallInt(self.ident) } },
  methods: {
    is_done: method('()', null, self => self.state === 'done'),
    join: variadicMethod(null, join),
    _set_done: method('()', null, self => {
      checkStarted(self);
      self.state = 'done';
      return null;
    }),
  },
});
