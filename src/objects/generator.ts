import type { PyCode } from './code.ts';
import { PyIterator } from './iterator.ts';
import type { PyObject, Attributes, Raised, Value } from './object.ts';

/** How a suspended frame is resumed. */
export const RESUME_NEXT = 0;
export const RESUME_THROW = 1;

/**
 * The state machine of a suspended frame: runs from where it stopped, with a value sent in or an exception to raise there, and
 * gives the next value yielded, `undefined` when the frame returned (its value is then `generator.returned`), or RAISED.
 */
export type Resume = (
  generator: PyGeneratorBase,
  mode: typeof RESUME_NEXT | typeof RESUME_THROW,
  value: Value,
) => Value | undefined | Raised;

/** What generators, coroutines and async generators share: a frame that can stop and go on. CPython: Objects/genobject.c */
export abstract class PyGeneratorBase extends PyIterator {
  declare readonly code: PyCode;
  declare readonly globals: Attributes;
  declare readonly resume: Resume;
  declare state: GeneratorState;
  /** What the frame returned; taken by whoever sees `undefined`. */
  declare returned: Value;
  /** The place in the position table where the frame stands. */
  declare place: number;
  /** The iterator that `yield from` or `await` delegates to. */
  declare delegate: Value;
  /** The exception that the frame was handling when it stopped. */
  declare handled: PyObject | null;
  declare name: Value;
  declare qualname: Value;
  constructor(code: PyCode, globals: Attributes, resume: Resume, name: Value, qualname: Value) {
    super();
    this.code = code;
    this.globals = globals;
    this.resume = resume;
    this.state = 'created';
    this.returned = null;
    this.place = 0;
    this.delegate = null;
    this.handled = null;
    this.name = name;
    this.qualname = qualname;
  }
}
export type GeneratorState = 'created' | 'suspended' | 'running' | 'closed';
