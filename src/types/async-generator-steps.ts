import {
  generatorExitType,
  stopAsyncIterationType,
  stopIterationType,
} from '../objects/exception-types.ts';
import { PyIterator } from '../objects/iterator.ts';
import { RAISED, type Raised, type Value } from '../objects/object.ts';
import { isException } from '../runtime/attributes.ts';
import { checkPositional } from '../runtime/arguments.ts';
import { defineType, method, variadicMethod } from '../runtime/declare.ts';
import { newException, runtimeError, typeError } from '../runtime/errors.ts';
import {
  PyAsyncYield,
  resumeFrame,
  RESUME_NEXT,
  RESUME_THROW,
  type PyAsyncGenerator,
} from '../runtime/generators.ts';
import { stopIteration } from '../runtime/iterate.ts';
import { takeRaised } from '../runtime/state.ts';
import { thrownException } from '../runtime/throw-arguments.ts';

/**
 * What `asend`, `athrow` and `aclose` give: awaitables that are their own iterators. They hand through what the generator awaits, and are at their end
 * when it yields. CPython: Objects/genobject.c, PyAsyncGenASend, PyAsyncGenAThrow
 */
export abstract class AsyncStep extends PyIterator {
  declare readonly generator: PyAsyncGenerator;
  declare state: 'created' | 'under way' | 'closed';
  /** The value yielded, when the step is at its end. */
  declare yielded: Value;
  constructor(generator: PyAsyncGenerator) {
    super();
    this.generator = generator;
    this.state = 'created';
    this.yielded = null;
  }
  override next(): Value | undefined {
    return this.send(null);
  }
  override get result(): Value {
    const value = this.yielded;
    this.yielded = null;
    return value;
  }
  /** Goes on with a value, or by an exception: a value handed through, or undefined at the end. */
  abstract send(value: Value): Value | undefined;
  abstract throw(args: readonly Value[]): Value | undefined;

  /** Resumes the generator; what it yields is the end of the step. */
  protected resume(mode: 0 | 1, value: Value): Value | undefined {
    const { generator } = this;
    let item: Value | undefined | Raised;
    try {
      item = resumeFrame(generator, mode, value);
      if (item === undefined) throw newException(stopAsyncIterationType);
      if (item === RAISED) throw takeRaised();
    } catch (error) {
      if (isEnd(error)) generator.isClosed = true;
      generator.isRunning = false;
      this.state = 'closed';
      throw error;
    }
    if (!(item instanceof PyAsyncYield)) return item as Value;
    generator.isRunning = false;
    this.state = 'closed';
    this.yielded = item.value;
    return undefined;
  }

  /** From the first step on, no other step of the generator may run. */
  protected begin(name: string): void {
    if (this.generator.isRunning) {
      this.state = 'closed';
      throw runtimeError(`${name}(): asynchronous generator is already running`);
    }
    this.state = 'under way';
    this.generator.isRunning = true;
  }
}

const isEnd = (error: unknown): boolean =>
  isException(error, stopAsyncIterationType) || isException(error, generatorExitType);

export class AsyncSend extends AsyncStep {
  declare private readonly value: Value;
  constructor(generator: PyAsyncGenerator, value: Value) {
    super(generator);
    this.value = value;
  }
  override send(value: Value): Value | undefined {
    this.checkUnused();
    let sent = value;
    if (this.state === 'created') {
      this.begin('anext');
      if (value === null) sent = this.value;
      if (this.generator.state === 'created' && sent !== null) {
        this.generator.isRunning = false;
        this.state = 'closed';
        throw typeError("can't send non-None value to a just-started async generator");
      }
    }
    return this.resume(RESUME_NEXT, sent);
  }
  override throw(args: readonly Value[]): Value | undefined {
    this.checkUnused();
    const exception = thrownException('throw', args);
    if (this.state === 'created') this.begin('anext');
    return this.resume(RESUME_THROW, exception);
  }
  private checkUnused(): void {
    if (this.state === 'closed')
      throw runtimeError('cannot reuse already awaited __anext__()/asend()');
  }
}

export class AsyncThrow extends AsyncStep {
  /** The arguments of `athrow`; null for `aclose`. */
  declare private readonly args: readonly Value[] | null;
  constructor(generator: PyAsyncGenerator, args: readonly Value[] | null) {
    super(generator);
    this.args = args;
  }
  private get name(): string {
    return this.args === null ? 'aclose' : 'athrow';
  }

  override send(value: Value): Value | undefined {
    this.checkUnused();
    const { generator } = this;
    if (generator.state === 'closed') {
      this.state = 'closed';
      throw newException(stopIterationType);
    }
    if (this.state !== 'created') return this.go(RESUME_NEXT, value);
    if (generator.isRunning) this.begin(this.name);
    if (generator.isClosed) {
      this.state = 'closed';
      throw newException(stopAsyncIterationType);
    }
    if (value !== null) throw runtimeError("can't send non-None value to a just-started coroutine");
    this.begin(this.name);
    if (this.args === null) generator.isClosed = true;
    const exception =
      this.args === null ? newException(generatorExitType) : thrownException('athrow', this.args);
    return this.go(RESUME_THROW, exception);
  }

  override throw(args: readonly Value[]): Value | undefined {
    this.checkUnused();
    if (this.state === 'created') this.begin(this.name);
    return this.go(RESUME_THROW, thrownException('throw', args));
  }

  /** `aclose` ends well where the generator ends; a value yielded instead is an error. */
  private go(mode: 0 | 1, value: Value): Value | undefined {
    if (this.args !== null) return this.resume(mode, value);
    let item: Value | undefined;
    try {
      item = this.resume(mode, value);
    } catch (error) {
      if (isEnd(error)) return undefined;
      throw error;
    }
    if (item === undefined) throw runtimeError('async generator ignored GeneratorExit');
    return item;
  }
  private checkUnused(): void {
    if (this.state === 'closed')
      throw runtimeError('cannot reuse already awaited aclose()/athrow()');
  }
}

/** `close()`: throws GeneratorExit unless the step is at its end. */
function closeStep(self: AsyncStep): Value {
  if (self.state === 'closed') return null;
  try {
    if (self.throw([generatorExitType]) === undefined) return null;
  } catch (error) {
    if (isEnd(error) || isException(error, stopIterationType)) return null;
    throw error;
  }
  throw runtimeError('coroutine ignored GeneratorExit');
}

function stepResult(self: AsyncStep, item: Value | undefined): Value {
  if (item === undefined) throw stopIteration(self.result);
  return item;
}

const spec = {
  doc: null,
  slots: { __await__: (self: AsyncStep) => self, __del__: () => undefined },
  methods: {
    close: method('()', 'close() -> raise GeneratorExit inside generator.', closeStep),
    send: method(
      '(object, /)',
      `send(value) -> send 'value' into generator,
return next yielded value or raise StopIteration.`,
      (self: AsyncStep, value) => stepResult(self, self.send(value)),
    ),
    throw: variadicMethod(
      `throw(value)
throw(type[,value[,tb]])

Raise exception in generator, return next yielded value or raise
StopIteration.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`,
      (self: AsyncStep, args) => {
        checkPositional('throw', args.length, 1, 3);
        return stepResult(self, self.throw(args));
      },
    ),
  },
};
defineType<AsyncStep>(AsyncSend, { name: 'async_generator_asend', ...spec });
defineType<AsyncStep>(AsyncThrow, { name: 'async_generator_athrow', ...spec });
