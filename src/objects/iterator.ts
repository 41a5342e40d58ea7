import { PyObject, type Raised, type Value } from './object.ts';

/**
 * An iterator implemented in TypeScript or by a compiled generator. `next` gives `undefined` when exhausted, so a loop costs no
 * StopIteration; its type's `__next__` is made from it.
 */
export abstract class PyIterator extends PyObject {
  /** Whether a subclass in Python defines `__next__`, which `next` then does not know. On the prototype. */
  declare readonly overridesNext: boolean | undefined;
  abstract next(): Value | undefined | Raised;
  /** The value that StopIteration carries after `next` gave undefined: what a generator returned. */
  get result(): Value {
    return null;
  }
}
