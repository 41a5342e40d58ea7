import { typeOf } from '../../objects/builtin-types.ts';
import type { PyCode } from '../../objects/code.ts';
import { PyBaseException, PyBaseExceptionGroup } from '../../objects/exception.ts';
import {
  assertionErrorType,
  baseExceptionGroupType,
  baseExceptionType,
  exceptionGroupType,
  memoryErrorType,
  recursionErrorType,
  stopAsyncIterationType,
} from '../../objects/exception-types.ts';
import { PyFrame, PyTraceback } from '../../objects/frame.ts';
import { PyList } from '../../objects/list.ts';
import { RAISED, type Attributes, type Raised, type Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import { isException } from '../attributes.ts';
import { call, calleeEntry, callMethod } from '../call.ts';
import { setContext } from '../exception-context.ts';
import { newException, runtimeError, systemError, typeError } from '../errors.ts';
import { takeRaised, thread, unwrap } from '../state.ts';

/**
 * Exceptions as compiled code raises and handles them: pending in the thread while control goes by RAISED and jumps. CPython: Python/ceval.c, Python/errors.c
 */

/** A JavaScript throw arrives in compiled code: from now on it is a pending exception. */
export function caught(error: unknown): void {
  thread.raised = exceptionOf(error);
}

/** The Python exception that was thrown, or that tells of an error of the engine. */
export function exceptionOf(error: unknown): PyBaseException {
  if (error instanceof PyBaseException) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return newException(recursionErrorType, 'maximum recursion depth exceeded');
  if (error instanceof RangeError && /BigInt|array length|string length/i.test(error.message))
    return newException(memoryErrorType);
  if (error instanceof ProcessExit) throw error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return systemError(`internal error of Taipan: ${text}`);
}

/** Thrown to leave Python altogether: no handler sees it. */
export class ProcessExit extends Error {}

/** Leaves a frame with the pending exception, whose traceback gets an entry unless place is 0. */
export function traceback(
  code: PyCode,
  globals: Attributes,
  place: number,
  locals: readonly (Value | undefined)[] = [],
): Raised {
  addTraceback(thread.raised!, code, globals, place, locals);
  return RAISED;
}

function addTraceback(
  exception: PyBaseException,
  code: PyCode,
  globals: Attributes,
  place: number,
  locals: readonly (Value | undefined)[],
): void {
  if (place === 0) return;
  const shown = place < 0 ? 0 : place;
  const frame = new PyFrame(code, globals, shown, locals);
  const next = exception.traceback;
  if (next !== null) next.frame.back = frame;
  exception.traceback = new PyTraceback(next, frame, shown, code.position(shown).line);
}

/** Takes the pending exception in the frame that handles it. */
export function handle(code: PyCode, globals: Attributes, place: number): PyBaseException {
  const exception = takeRaised();
  addTraceback(exception, code, globals, place, []);
  return exception;
}

/** From now on the exception is the one being handled; gives the one before. */
export function enterHandler(exception: PyBaseException): PyBaseException | null {
  const before = thread.handled;
  thread.handled = exception;
  return before;
}
export function exitHandler(before: PyBaseException | null): void {
  thread.handled = before;
}

/** Makes an exception pending again as it is. */
export function pend(exception: PyBaseException): void {
  thread.raised = exception;
}

/** `raise exception from cause` */
export function pendNew(raised: Value, cause?: Value): void {
  const exception = instanceOf(raised);
  if (cause !== undefined) setCause(exception, cause);
  setContext(exception);
  thread.raised = exception;
}

function instanceOf(raised: Value): PyBaseException {
  if (raised instanceof PyBaseException) return raised;
  if (raised instanceof PyType && raised.mro.includes(baseExceptionType)) {
    const made = unwrap((raised.call0 ?? calleeEntry(raised, 0))());
    if (made instanceof PyBaseException) return made;
    throw typeError(
      `calling <class '${raised.name}'> should have returned an instance of BaseException, not ${typeOf(made).name}`,
    );
  }
  throw typeError('exceptions must derive from BaseException');
}

function setCause(exception: PyBaseException, cause: Value): void {
  exception.suppressContext = true;
  if (cause === null) exception.cause = null;
  else if (cause instanceof PyBaseException) exception.cause = cause;
  else if (cause instanceof PyType && cause.mro.includes(baseExceptionType))
    exception.cause = instanceOf(cause);
  else throw typeError('exception causes must derive from BaseException');
}

/** `raise` alone. */
export function reraiseHandled(): void {
  if (thread.handled === null) throw runtimeError('No active exception to reraise');
  thread.raised = thread.handled;
}

export function pendAssertion(message?: Value): void {
  const exception =
    message === undefined
      ? newException(assertionErrorType)
      : newException(assertionErrorType, message);
  thread.raised = exception;
}

/** Whether a handler's class, or one of a tuple of classes, takes the exception. */
export function matchesException(exception: PyBaseException, type: Value): boolean {
  if (exception.type === type) return true;
  const types = type instanceof PyTuple ? type.items : [type];
  for (const each of types) checkHandler(each);
  return types.some(each => exception.type.mro.includes(each as PyType));
}
function checkHandler(type: Value): void {
  if (!(type instanceof PyType) || !type.mro.includes(baseExceptionType))
    throw typeError('catching classes that do not inherit from BaseException is not allowed');
}

/** The part of an exception that a clause of `except*` takes, and the rest: None for nothing. */
export function matchGroup(rest: Value, type: Value): readonly [Value, Value] {
  const types = type instanceof PyTuple ? type.items : [type];
  for (const each of types) {
    checkHandler(each);
    if ((each as PyType).mro.includes(baseExceptionGroupType))
      throw typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
  if (rest === null) return [null, null];
  if (!(rest instanceof PyBaseExceptionGroup)) {
    if (!matchesException(rest as PyBaseException, type)) return [null, rest];
    const wrapped = call(exceptionGroupType, '', tuple([rest])) as PyBaseException;
    wrapped.traceback = (rest as PyBaseException).traceback;
    return [wrapped, null];
  }
  if (matchesException(rest, type)) return [rest, null];
  const pair = callMethod(rest, 'split', type);
  if (!(pair instanceof PyTuple))
    throw typeError(`${rest.type.name}.split must return a tuple, not ${typeOf(pair).name}`);
  return [pair.items[0]!, pair.items[1]!];
}

/** What is raised behind the clauses of `except*`: the unhandled rest, with what the clauses raised; None for nothing. */
export function combineGroups(
  original: PyBaseException,
  rest: Value,
  raised: readonly PyBaseException[],
): Value {
  const reraised = raised.filter(each => isReraised(each, original));
  const fresh = raised.filter(each => !isReraised(each, original));
  if (!(original instanceof PyBaseExceptionGroup)) {
    if (raised.length === 0) return rest;
    return fresh.length === 1 && reraised.length === 0
      ? fresh[0]!
      : call(exceptionGroupType, '', new PyList([...raised]));
  }
  const unhandled = [...reraised, ...(rest === null ? [] : [rest as PyBaseException])];
  const again =
    unhandled.length === 0
      ? null
      : unhandled.length === 1
        ? unhandled[0]!
        : projection(original, unhandled);
  if (fresh.length === 0) return again;
  return call(exceptionGroupType, '', new PyList([...fresh, ...(again === null ? [] : [again])]));
}
const isReraised = (each: PyBaseException, original: PyBaseException): boolean =>
  each.context === original.context &&
  each.cause === original.cause &&
  each instanceof PyBaseExceptionGroup &&
  each.traceback !== null &&
  leaves(each).every(leaf => leaves(original).includes(leaf));
function leaves(group: PyBaseException): PyBaseException[] {
  return group instanceof PyBaseExceptionGroup
    ? group.exceptions.items.flatMap(each => leaves(each as PyBaseException))
    : [group];
}
/** The part of a group that holds the leaves of the given groups. */
function projection(original: PyBaseExceptionGroup, parts: readonly PyBaseException[]): Value {
  const kept = new Set(parts.flatMap(leaves));
  const build = (group: PyBaseExceptionGroup): PyBaseExceptionGroup | null => {
    const inner = group.exceptions.items.flatMap(each => {
      if (each instanceof PyBaseExceptionGroup) {
        const built = build(each);
        return built === null ? [] : [built];
      }
      return kept.has(each as PyBaseException) ? [each] : [];
    });
    if (inner.length === 0) return null;
    const derived = callMethod(group, 'derive', new PyList(inner)) as PyBaseExceptionGroup;
    derived.traceback = group.traceback;
    derived.cause = group.cause;
    derived.context = group.context;
    return derived;
  };
  return build(original);
}

/** Ends `async for` where StopAsyncIteration is pending; lets any other through. */
export function endAsyncFor(): void {
  const exception = takeRaised();
  if (!isException(exception, stopAsyncIterationType)) throw exception;
}
