import { typeOf } from '../../objects/builtin-types.ts';
import type { PyCode } from '../../objects/code.ts';
import { PyBaseException, type PyStopIteration } from '../../objects/exception.ts';
import {
  generatorExitType,
  stopAsyncIterationType,
  stopIterationType,
} from '../../objects/exception-types.ts';
import {
  PyAsyncGenerator,
  PyAsyncYield,
  PyCoroutine,
  PyGenerator,
  PyGeneratorBase,
  type Resume,
  closeGenerator,
  delegateOf,
  nextValue,
  resumeFrame,
  throwInto,
} from '../generators.ts';
import { PyIterator } from '../../objects/iterator.ts';
import {
  RAISED,
  type Attributes,
  type PyObject,
  type Raised,
  type Value,
} from '../../objects/object.ts';
import { findAttr, isException } from '../attributes.ts';
import { call } from '../call.ts';
import { noAttribute, runtimeError, typeError } from '../errors.ts';
import { getIter } from '../iterate.ts';
import { thread, unwrap } from '../state.ts';
import { traceback } from './exceptions.ts';
import { str } from '../../objects/str.ts';

/** The frames of generators and coroutines as compiled code makes and leaves them. */

export const generator = (code: PyCode, globals: Attributes, resume: Resume): PyGenerator =>
  new PyGenerator(code, globals, resume, str(code.info.name), str(code.info.qualname));
export const coroutine = (code: PyCode, globals: Attributes, resume: Resume): PyCoroutine =>
  new PyCoroutine(code, globals, resume, str(code.info.name), str(code.info.qualname));
export const asyncGenerator = (
  code: PyCode,
  globals: Attributes,
  resume: Resume,
): PyAsyncGenerator =>
  new PyAsyncGenerator(code, globals, resume, str(code.info.name), str(code.info.qualname));
/** A generator expression: its function called with the outermost iteration. */
export const generatorExpression = (body: (items: unknown) => Value, items: unknown): Value =>
  body(items);

/** The frame returns. */
export function finishFrame(g: PyGeneratorBase, value: Value): undefined {
  g.returned = value;
  g.state = 'closed';
  return undefined;
}

/** The frame is left by the pending exception; StopIteration becomes RuntimeError (PEP 479). */
export function failFrame(
  g: PyGeneratorBase,
  code: PyCode,
  globals: Attributes,
  place: number,
  locals: readonly (Value | undefined)[] = [],
): Raised {
  g.state = 'closed';
  const exception = thread.raised!;
  const isAsync = g instanceof PyAsyncGenerator;
  const { mro } = exception.type;
  const stops =
    mro.includes(stopIterationType) || (isAsync && mro.includes(stopAsyncIterationType));
  if (stops) {
    traceback(code, globals, place, locals);
    const kind = isAsync ? 'async generator' : g instanceof PyCoroutine ? 'coroutine' : 'generator';
    const error = runtimeError(`${kind} raised ${exception.type.name}`);
    error.cause = exception;
    error.context = exception;
    error.suppressContext = true;
    thread.raised = error;
  }
  return traceback(code, globals, place, locals);
}

/** What `yield from` runs on. */
export function delegateTo(v: Value): Value {
  if (v instanceof PyGenerator) return v;
  if (v instanceof PyCoroutine)
    throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  return getIter(v);
}

/** The iterator that `await` runs on. CPython: _PyCoro_GetAwaitableIter */
export function awaitable(v: Value): Value {
  if (v instanceof PyCoroutine) {
    if (delegateOf(v) !== null) throw runtimeError('coroutine is being awaited already');
    return v;
  }
  if (v instanceof PyGenerator && v.code.isIterableCoroutine) return v;
  const entry = typeOf(v).proto.__await__$0;
  if (entry === undefined) throw typeError(`'${typeOf(v).name}' object can't be awaited`);
  const iterator = unwrap(entry(v));
  if (iterator instanceof PyCoroutine) throw typeError('__await__() returned a coroutine');
  if (!(iterator instanceof PyIterator) && typeOf(iterator).proto.__next__$0 === undefined)
    throw typeError(`__await__() returned non-iterator of type '${typeOf(iterator).name}'`);
  return iterator;
}

/**
 * Hands one value, or one exception, on to the iterator that a frame delegates to. Gives what it yields, RAISED, or undefined when it is exhausted:
 * its result then waits in the frame.
 */
export function delegateStep(
  g: PyGeneratorBase,
  target: Value,
  mode: number,
  value: Value | PyBaseException,
): Value | undefined | Raised {
  g.delegate = target;
  try {
    const item =
      mode === 0 ? sendTo(g, target, value) : throwTo(g, target, value as PyBaseException);
    if (item === undefined) g.delegate = null;
    return item;
  } catch (error) {
    g.delegate = null;
    if (isException(error, stopIterationType)) {
      g.taken = (error as PyStopIteration).value;
      return undefined;
    }
    throw error;
  }
}

function sendTo(g: PyGeneratorBase, target: Value, value: Value): Value | undefined | Raised {
  if (target instanceof PyGeneratorBase) {
    const item = resumeFrame(target, 0, value);
    if (item === undefined) g.taken = target.returned;
    else if (item === RAISED) g.delegate = null;
    return item;
  }
  if (value === null) {
    // The StopIteration of an iterator in Python carries the result.
    if (!(target instanceof PyIterator) || target.overridesNext)
      return unwrap((target as PyObject).__next__$0!(target));
    const item = nextValue(target);
    if (item === undefined) g.taken = target.result;
    return item;
  }
  const send = findAttr(target, 'send');
  if (send === undefined) throw noAttribute(target, 'send');
  return call(send, value);
}

function throwTo(
  g: PyGeneratorBase,
  target: Value,
  exception: PyBaseException,
): Value | undefined | Raised {
  if (isException(exception, generatorExitType)) {
    if (target instanceof PyGeneratorBase) closeGenerator(target);
    else {
      const close = findAttr(target, 'close');
      if (close !== undefined) call(close);
    }
    throw exception;
  }
  if (target instanceof PyGeneratorBase) {
    const item = throwInto(target, exception);
    if (item === undefined) g.taken = target.returned;
    return item;
  }
  const method = findAttr(target, 'throw');
  if (method === undefined) throw exception;
  return call(method, exception);
}

/** What the iterator that was delegated to returned. */
export function takeResult(g: PyGeneratorBase): Value {
  const value = g.taken;
  g.taken = null;
  return value;
}

/** A value that an async generator yields, told apart from what its awaits hand through. */
export const asyncYield = (value: Value): Value => new PyAsyncYield(value);

/** `iter` of `async for`. */
export function asyncIterator(v: Value): Value {
  const type = typeOf(v);
  const entry = type.proto.__aiter__$0;
  if (entry === undefined)
    throw typeError(`'async for' requires an object with __aiter__ method, got ${type.name}`);
  const iterator = unwrap(entry(v));
  if (typeOf(iterator).proto.__anext__$0 === undefined)
    throw typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(iterator).name}`,
    );
  return iterator;
}
/** The awaitable of the next item of `async for`. */
export function asyncNext(iterator: Value): Value {
  const result = unwrap(typeOf(iterator).proto.__anext__$0!(iterator));
  try {
    return awaitable(result);
  } catch (error) {
    const wrapped = typeError(
      `'async for' received an invalid object from __anext__: ${typeOf(result).name}`,
    );
    if (error instanceof PyBaseException) wrapped.cause = wrapped.context = error;
    throw wrapped;
  }
}
