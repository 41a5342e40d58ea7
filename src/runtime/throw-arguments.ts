import { typeOf } from '../objects/builtin-types.ts';
import { PyBaseException } from '../objects/exception.ts';
import { baseExceptionType, deprecationWarningType } from '../objects/exception-types.ts';
import { PyTraceback } from '../objects/frame.ts';
import type { Value } from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { checkPositional } from './arguments.ts';
import { call, callArgs } from './call.ts';
import { typeError } from './errors.ts';
import { warnCaller } from './warn.ts';

/** The exception that the arguments of a `throw` method stand for: an instance, or class, value and traceback. CPython: Objects/genobject.c, _gen_throw */
export function thrownException(name: string, args: readonly Value[]): PyBaseException {
  checkPositional(name, args.length, 1, 3);
  if (args.length > 1)
    warnCaller(
      deprecationWarningType,
      `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`,
    );
  const [type, value = null, traceback = null] = args as [Value, Value?, Value?];
  if (traceback !== null && !(traceback instanceof PyTraceback))
    throw typeError('throw() third argument must be a traceback object');
  const exception = instanceOf(type, value);
  if (traceback !== null) exception.traceback = traceback;
  return exception;
}

function instanceOf(type: Value, value: Value): PyBaseException {
  if (type instanceof PyType && type.mro.includes(baseExceptionType)) {
    if (value instanceof PyBaseException && value.type.mro.includes(type)) return value;
    const made =
      value === null
        ? call(type)
        : value instanceof PyTuple
          ? callArgs(type, value.items, null)
          : call(type, value);
    if (made instanceof PyBaseException) return made;
    throw typeError(
      `calling <class '${type.name}'> should have returned an instance of BaseException, not ${typeOf(made).name}`,
    );
  }
  if (type instanceof PyBaseException) {
    if (value !== null) throw typeError('instance exception may not have a separate value');
    return type;
  }
  throw typeError(
    `exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).name}`,
  );
}
