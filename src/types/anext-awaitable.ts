import { stopAsyncIterationType } from '../objects/exception-types.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type Value } from '../objects/object.ts';
import { isException } from '../runtime/attributes.ts';
import { callMethod } from '../runtime/call.ts';
import { awaitable } from '../runtime/compiled/generators.ts';
import { defineType, method, variadicMethod } from '../runtime/declare.ts';
import { iterationOf, stopIteration } from '../runtime/iterate.ts';
import { PyCoroutine } from '../runtime/generators.ts';
import { takeRaised } from '../runtime/state.ts';
import { CoroutineWrapper } from './coroutine-wrapper.ts';

/** `anext(iterator, default)`: awaits the next item, or gives the default. CPython: Objects/iterobject.c, anextawaitobject */
export class AnextAwaitable extends PyIterator {
  declare private readonly wrapped: Value;
  declare private readonly otherwise: Value;
  declare private value: Value;
  constructor(wrapped: Value, otherwise: Value) {
    super();
    this.wrapped = wrapped;
    this.otherwise = otherwise;
    this.value = null;
  }
  override next(): Value | undefined {
    return this.guard(iterator => {
      const item = iterationOf(iterator).next();
      if (item === RAISED) throw takeRaised();
      if (item === undefined && iterator instanceof PyIterator) this.value = iterator.result;
      return item as Value | undefined;
    });
  }
  override get result(): Value {
    return this.value;
  }
  /** Calls a method of the iterator that is awaited. */
  proxy(name: string, args: readonly Value[]): Value {
    const item = this.guard(iterator => callMethod(iterator, name, ...args));
    if (item === undefined) throw stopIteration(this.value);
    return item;
  }
  private guard(action: (iterator: Value) => Value | undefined): Value | undefined {
    const { wrapped } = this;
    const iterator =
      wrapped instanceof PyCoroutine ? new CoroutineWrapper(wrapped) : awaitable(wrapped);
    try {
      return action(iterator);
    } catch (error) {
      if (!isException(error, stopAsyncIterationType)) throw error;
      this.value = this.otherwise;
      return undefined;
    }
  }
}

defineType(AnextAwaitable, {
  name: 'anext_awaitable',
  doc: null,
  slots: { __await__: self => self },
  methods: {
    close: method('()', 'close() -> raise GeneratorExit inside generator.', self =>
      self.proxy('close', []),
    ),
    send: method(
      '(object, /)',
      `send(arg) -> send 'arg' into the wrapped iterator,
return next yielded value or raise StopIteration.`,
      (self, value) => self.proxy('send', [value]),
    ),
    throw: variadicMethod(
      `throw(value)
throw(typ[,val[,tb]])

raise exception in the wrapped iterator, return next yielded value
or raise StopIteration.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`,
      (self, args) => self.proxy('throw', args),
    ),
  },
});
