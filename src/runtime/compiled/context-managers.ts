import { typeOf } from '../../objects/builtin-types.ts';
import type { PyBaseException } from '../../objects/exception.ts';
import type { Entry, Raised, Value } from '../../objects/object.ts';
import { typeError } from '../errors.ts';

/** The with statement: special methods are looked up on the class, `__exit__` before `__enter__` runs. CPython: Python/codegen.c, codegen_with_inner */

export function findExit(manager: Value): Entry {
  const { proto, name } = typeOf(manager);
  if (proto.__enter__$0 === undefined) throw unfit(manager, name, '__enter__');
  if (proto.__exit__$3 === undefined) throw unfit(manager, name, '__exit__');
  return proto.__exit__$3;
}
function unfit(manager: Value, name: string, method: string) {
  const { proto } = typeOf(manager);
  const isAsync = proto.__aenter__$0 !== undefined && proto.__aexit__$3 !== undefined;
  const hint = isAsync
    ? " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
    : '';
  return typeError(
    `'${name}' object does not support the context manager protocol (missed ${method} method)${hint}`,
  );
}
export const enter = (manager: Value): Value | Raised =>
  typeOf(manager).proto.__enter__$0!(manager);

export function findAsyncExit(manager: Value): Entry {
  const { proto, name } = typeOf(manager);
  if (proto.__aenter__$0 === undefined) throw unfitAsync(manager, name, '__aenter__');
  if (proto.__aexit__$3 === undefined) throw unfitAsync(manager, name, '__aexit__');
  return proto.__aexit__$3;
}
function unfitAsync(manager: Value, name: string, method: string) {
  const { proto } = typeOf(manager);
  const isSync = proto.__enter__$0 !== undefined && proto.__exit__$3 !== undefined;
  const hint = isSync
    ? " but it supports the context manager protocol. Did you mean to use 'with'?"
    : '';
  return typeError(
    `'${name}' object does not support the asynchronous context manager protocol (missed ${method} method)${hint}`,
  );
}
export const enterAsync = (manager: Value): Value | Raised =>
  typeOf(manager).proto.__aenter__$0!(manager);

/** Leaves a context: with the exception that ends the body, or None. */
export function callExit(
  exit: Entry,
  manager: Value,
  exception: PyBaseException | null,
): Value | Raised {
  if (exception === null) return exit(manager, null, null, null);
  return exit(manager, exception.type, exception, exception.traceback);
}
