import { stopIterationType } from '../objects/exception-types.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { tuple } from '../objects/tuple.ts';
import { getAttr, isException } from '../runtime/attributes.ts';
import { call } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { defineType, method } from '../runtime/declare.ts';
import { thread } from '../runtime/state.ts';

/** `iter(callable, sentinel)`. CPython: Objects/iterobject.c */
export class CallableIterator extends PyIterator {
  declare private callable: Value | undefined;
  declare private readonly sentinel: Value;
  constructor(callable: Value, sentinel: Value) {
    super();
    this.callable = callable;
    this.sentinel = sentinel;
  }
  override next(): Value | undefined {
    if (this.callable === undefined) return undefined;
    let item: Value;
    try {
      item = call(this.callable);
    } catch (error) {
      if (!isException(error, stopIterationType)) throw error;
      this.callable = undefined;
      return undefined;
    }
    // The call may have exhausted the iterator itself.
    if (this.callable === undefined) return undefined;
    if (!equals(this.sentinel, item)) return item;
    this.callable = undefined;
    return undefined;
  }
  reduce(): Value {
    const { builtins } = thread.interpreter;
    const iter = getAttr(builtins, 'iter');
    return this.callable === undefined
      ? tuple([iter, tuple([tuple([])])])
      : tuple([iter, tuple([this.callable, this.sentinel])]);
  }
}
export const callableIteratorType = defineType(CallableIterator, {
  name: 'callable_iterator',
  doc: null,
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self => self.reduce()),
  },
});
