import { exceptionClass } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import type { PyType } from '../../objects/type.ts';
import { classMethod, defineType, method, variadic } from '../../runtime/declare.ts';
import { setStr } from '../../runtime/dict.ts';
import { defineModule } from '../../runtime/declare-module.ts';
import { newException, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { genericAlias } from '../../runtime/union.ts';
import { host, interruptKey } from '../host-access.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { exceptionClass as newExceptionClass } from '../exception-class.ts';
import { docs } from './docs.gen.ts';

/** CPython: Modules/_queuemodule.c */

const emptyType = newExceptionClass('Empty', '_queue', exceptionClass);
setStr(emptyType.dict, '__doc__', docs.Empty);

/** Items by number, so that both ends are cheap. */
export class PySimpleQueue extends PyObject {
  readonly items = new Map<number, Value>();
  first = 0;
  last = 0;
}

function take(self: PySimpleQueue): Value | undefined {
  const item = self.items.get(self.first);
  if (item !== undefined) self.items.delete(self.first++);
  return item;
}

/** The next item. Nobody but a signal's handler can put one while this thread waits. */
function get(self: PySimpleQueue, block: boolean, timeout: Value): Value {
  const wait = block && timeout !== null ? durationArgument(timeout) : undefined;
  if (wait !== undefined && wait < 0n) throw valueError("'timeout' must be a non-negative number");
  const item = take(self);
  if (item !== undefined) return item;
  if (!block) throw newException(emptyType);
  if (wait === undefined)
    throw runtimeError('deadlock: the queue is empty, and there is no other thread to fill it');
  const { clock } = host();
  const end = clock.monotonic() + wait;
  for (;;) {
    const left = end - clock.monotonic();
    if (left <= 0n) throw newException(emptyType);
    clock.sleep(left);
    thread.interpreter.state(interruptKey)();
    const late = take(self);
    if (late !== undefined) return late;
  }
}

function put(self: PySimpleQueue, item: Value): Value {
  self.items.set(self.last++, item);
  return null;
}

export const simpleQueueType: PyType = defineType(PySimpleQueue, {
  name: 'SimpleQueue',
  module: '_queue',
  doc: docs.SimpleQueue,
  flags: ['base', 'weakref'],
  new: variadic((type, args, names) => {
    if (type === simpleQueueType && args.length > 0)
      throw typeError(
        `SimpleQueue() takes no ${names === null ? 'positional' : 'keyword'} arguments`,
      );
    return new type.alloc();
  }),
  methods: {
    empty: method('()', docs['SimpleQueue.empty'], self => self.items.size === 0),
    get: method('(block: bool = True, timeout=None)', docs['SimpleQueue.get'], get),
    get_nowait: method('()', docs['SimpleQueue.get_nowait'], self => get(self, false, null)),
    put: method('(item, block: bool = True, timeout=None)', docs['SimpleQueue.put'], put),
    put_nowait: method('(item)', docs['SimpleQueue.put_nowait'], put),
    qsize: method('()', docs['SimpleQueue.qsize'], self => smallInt(self.items.size)),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      docs['SimpleQueue.__class_getitem__'],
      genericAlias,
    ),
  },
});

export const queueModule = defineModule('_queue', {
  doc: docs[''],
  types: { Empty: emptyType, SimpleQueue: simpleQueueType },
});
