import type { PyDict } from '../objects/dict.ts';
import type { PyBaseException } from '../objects/exception.ts';
import { RAISED, assert, type Attributes, type Raised, type Value } from '../objects/object.ts';
import type { PyModule } from '../objects/module.ts';
import type { PyType } from '../objects/type.ts';

/** Names a piece of state that a module or a subsystem keeps per interpreter, and makes it on first use. */
export class StateKey<T> {
  declare readonly make: (interpreter: Interpreter) => T;
  constructor(make: (interpreter: Interpreter) => T) {
    this.make = make;
  }
}

/** What the pieces of one Python have in common: two interpreters in one process share none of it. CPython: Include/internal/pycore_interp.h */
export class Interpreter {
  declare readonly modules: PyDict;
  declare readonly builtins: PyModule;
  /** What stands behind every module's globals. */
  declare readonly builtinsNamespace: Attributes;
  declare readonly sys: PyModule;
  declare readonly mainThread: ThreadState;
  private readonly states = new Map<object, unknown>();
  /** The direct subclasses of each type, builtin ones too, which interpreters share. */
  readonly subclasses = new WeakMap<PyType, WeakRef<PyType>[]>();

  /** The interpreter's own piece of state for `key`. */
  state<T>(key: StateKey<T>): T {
    let value = this.states.get(key) as T | undefined;
    if (value === undefined) {
      value = key.make(this);
      this.states.set(key, value);
    }
    return value;
  }

  /** Gives the interpreter its piece of state for `key`, before anyone asks for it. */
  provide<T>(key: StateKey<T>, value: T): void {
    this.states.set(key, value);
  }
}

/** One thread of Python execution. CPython: Include/cpython/pystate.h */
export class ThreadState {
  declare readonly interpreter: Interpreter;
  /** The exception in flight after a call gave RAISED. */
  raised: PyBaseException | null = null;
  /** The exception being handled, innermost: `sys.exception()`. */
  handled: PyBaseException | null = null;
  /** Depth of repr calls of containers, by object: what makes `[...]`. */
  readonly reprs: Value[] = [];
  constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
  }
}

/** The thread that is running: the one piece of module state that changes. */
export let thread: ThreadState;

/** Makes another thread, or another interpreter's thread, the running one; gives the one before. */
export function switchThread(next: ThreadState): ThreadState {
  const before = thread;
  thread = next;
  return before;
}

/** Takes the exception in flight. */
export function takeRaised(): PyBaseException {
  const exception = thread.raised;
  assert(exception !== null, 'RAISED without an exception');
  thread.raised = null;
  return exception;
}

/** The value of a call of compiled code, its exception thrown. */
export function unwrap(result: Value | Raised): Value {
  if (result === RAISED) throw takeRaised();
  return result as Value;
}
