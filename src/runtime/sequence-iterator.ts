import { indexErrorType, stopIterationType } from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { isException } from './attributes.ts';
import { unwrap } from './state.ts';

/** Iterates by `__getitem__` with 0, 1, 2 … until IndexError. CPython: Objects/iterobject.c */
export class SequenceIterator extends PyIterator {
  declare sequence: Value | undefined;
  declare index: number;
  constructor(sequence: Value) {
    super();
    this.sequence = sequence;
    this.index = 0;
  }
  override next(): Value | undefined {
    const { sequence } = this;
    if (sequence === undefined) return undefined;
    try {
      const proto = typeOf(sequence).proto;
      return unwrap(proto.__getitem__$1!(sequence, smallInt(this.index++)));
    } catch (error) {
      if (!isException(error, indexErrorType) && !isException(error, stopIterationType))
        throw error;
      this.sequence = undefined;
      return undefined;
    }
  }
}
