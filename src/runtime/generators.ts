import type { PyCode } from '../objects/code.ts';
import type { PyBaseException } from '../objects/exception.ts';
import { generatorExitType, stopIterationType } from '../objects/exception-types.ts';
import { PyIterator } from '../objects/iterator.ts';
import { PyObject, RAISED, type Attributes, type Raised, type Value } from '../objects/object.ts';
import { isException } from './attributes.ts';
import { newException, runtimeError, valueError } from './errors.ts';
import type { Iteration } from './iterate.ts';
import { setContext } from './exception-context.ts';
import { StateKey, takeRaised, thread } from './state.ts';
import type { PyFrame } from '../objects/frame.ts';

/** Frames that can stop and go on: generators, coroutines and async generators. CPython: Objects/genobject.c */

/** How a suspended frame is resumed: with a value sent in, or an exception to raise where it stands. */
export const RESUME_NEXT = 0;
export const RESUME_THROW = 1;

/**
 * The state machine of a frame: runs on from where it stopped, and gives the next value yielded, `undefined` when the frame returned (its value is then
 * `returned`), or RAISED.
 */
export type Resume = (g: PyGeneratorBase, mode: 0 | 1, value: Value) => Value | undefined | Raised;

export type GeneratorState = 'created' | 'suspended' | 'running' | 'closed';

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
  /** The result of the last iterator delegated to. */
  declare taken: Value;
  /** The exception that the frame was handling when it stopped. */
  declare handled: PyBaseException | null;
  /** What `gi_frame` gave. */
  declare frame: PyFrame | null;
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
    this.taken = null;
    this.handled = null;
    this.frame = null;
    this.name = name;
    this.qualname = qualname;
  }

  override next(): Value | undefined | Raised {
    return resumeFrame(this, RESUME_NEXT, null);
  }
  override get result(): Value {
    const value = this.returned;
    this.returned = null;
    return value;
  }
}
export class PyGenerator extends PyGeneratorBase {}
export class PyCoroutine extends PyGeneratorBase {}
export class PyAsyncGenerator extends PyGeneratorBase {
  /** Whether the hooks of the event loop were asked. */
  declare hooked: boolean;
  /** Whether an `asend`, `athrow` or `aclose` is under way. */
  declare isRunning: boolean;
  /** Whether it has ended, or has been told to. */
  declare isClosed: boolean;
  declare finalizer: Value;
  constructor(code: PyCode, globals: Attributes, resume: Resume, name: Value, qualname: Value) {
    super(code, globals, resume, name, qualname);
    this.hooked = false;
    this.isRunning = false;
    this.isClosed = false;
    this.finalizer = null;
  }
}

/** What `sys.set_asyncgen_hooks` sets. */
export const asyncGeneratorHooks = new StateKey<{ firstiter: Value; finalizer: Value }>(() => ({
  firstiter: null,
  finalizer: null,
}));

/** A value that an async generator yields, told apart from what its awaits hand through. CPython: _PyAsyncGenWrappedValue */
export class PyAsyncYield extends PyObject {
  declare readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}

/** How messages name the kind of frame. */
export const kindOf = (g: PyGeneratorBase): string =>
  g instanceof PyCoroutine
    ? 'coroutine'
    : g instanceof PyAsyncGenerator
      ? 'async generator'
      : 'generator';

/** Resumes a frame. ValueError where it is running; undefined where it has ended. */
export function resumeFrame(
  g: PyGeneratorBase,
  mode: 0 | 1,
  value: Value,
): Value | undefined | Raised {
  if (g.state === 'running') throw valueError(`${kindOf(g)} already executing`);
  if (g.state === 'closed') return resumeClosed(g, mode, value);
  g.state = 'running';
  // What the caller is handling is the context of what is raised inside, until the frame handles something itself.
  const before = thread.handled;
  if (g.handled !== null) {
    thread.handled = g.handled;
    if (mode === RESUME_THROW) setContext(value as PyObject as PyBaseException);
  }
  // Compiled frames never throw: whatever is thrown inside comes out as RAISED.
  const item = g.resume(g, mode, value);
  g.state = item !== undefined && item !== RAISED ? 'suspended' : 'closed';
  if (thread.handled !== before) {
    g.handled = thread.handled;
    thread.handled = before;
  } else if (g.handled !== null) g.handled = null;
  return item;
}

function resumeClosed(g: PyGeneratorBase, mode: 0 | 1, value: Value): undefined | Raised {
  if (g instanceof PyCoroutine) throw runtimeError('cannot reuse already awaited coroutine');
  g.returned = null;
  if (mode === RESUME_NEXT) return undefined;
  thread.raised = value as PyObject as PyBaseException;
  return RAISED;
}

/** What it delegates to while it is suspended there. */
export const delegateOf = (g: PyGeneratorBase): Value =>
  g.state === 'suspended' ? g.delegate : null;

/** The next item of an iteration, its exception thrown. */
export function nextValue(items: Iteration): Value | undefined {
  const item = items.next();
  if (item === RAISED) throw takeRaised();
  return item as Value | undefined;
}

/** Raises an exception where the frame stands. */
export const throwInto = (
  g: PyGeneratorBase,
  exception: PyBaseException,
): Value | undefined | Raised => resumeFrame(g, RESUME_THROW, exception);

/** `generator.close()`: gives what the frame returned. */
export function closeGenerator(g: PyGeneratorBase): Value {
  if (g.state === 'created') g.state = 'closed';
  if (g.state === 'closed') return null;
  const item = throwInto(g, newException(generatorExitType));
  if (item === undefined) {
    const value = g.returned;
    g.returned = null;
    return value;
  }
  if (item === RAISED) {
    const exception = takeRaised();
    if (isException(exception, generatorExitType) || isException(exception, stopIterationType))
      return null;
    throw exception;
  }
  throw runtimeError(`${kindOf(g)} ignored GeneratorExit`);
}
