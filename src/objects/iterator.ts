import { PyObject, type Raised, type Value } from './object.ts';

/**
 * An iterator implemented in TypeScript or by a compiled generator. `next` gives `undefined` when exhausted, so a loop costs no
 * StopIteration; its type's `__next__` is made from it.
 */
export abstract class PyIterator extends PyObject {
  abstract next(): Value | undefined | Raised;
  /** The value that StopIteration carries after `next` gave undefined: what a generator returned. */
  get result(): Value {
    return null;
  }
}
