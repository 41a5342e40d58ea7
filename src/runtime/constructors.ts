import { objectType, typeType, typeOf } from '../objects/builtin-types.ts';
import { baseExceptionType } from '../objects/exception-types.ts';
import { PyFunction } from '../objects/function.ts';
import { RAISED, type Entry, type PyObject, type Raised, type Value } from '../objects/object.ts';
import { emptyTuple, tuple, type PyTuple } from '../objects/tuple.ts';
import { TYPE_ABSTRACT, type PyType } from '../objects/type.ts';
import { lookup } from './attributes.ts';
import { typeError } from './errors.ts';
import { functionEntry } from './function-entry.ts';

/**
 * Direct entries of classes: where `__new__` is object's and `__init__` a Python function, a call makes the object and runs the function, at the price of `new`.
 * CPython: Objects/typeobject.c, type_call
 */
export function constructorEntry(cls: PyType, count: number): Entry | undefined {
  if (isPlainException(cls)) return exceptionEntry(cls, count);
  if (cls.type !== typeType || cls.layout !== objectType || cls.flags & TYPE_ABSTRACT)
    return undefined;
  if (lookup(cls, '__new__') !== lookup(objectType, '__new__')) return undefined;
  const init = lookup(cls, '__init__');
  const Alloc = cls.alloc;
  if (init === lookup(objectType, '__init__')) return count === 0 ? () => new Alloc() : undefined;
  if (!(init instanceof PyFunction)) return undefined;
  const entry = functionEntry(init, count + 1);
  if (entry === undefined) return undefined;
  const finish = (made: PyObject, result: Value | Raised): Value | Raised => {
    if (result === null) return made;
    if (result === RAISED) return RAISED;
    throw typeError(`__init__() should return None, not '${typeOf(result as Value).name}'`);
  };
  switch (count) {
    case 0:
      return () => {
        const made = new Alloc();
        const result = entry(made);
        return result === null ? made : finish(made, result);
      };
    case 1:
      return a => {
        const made = new Alloc();
        const result = entry(made, a);
        return result === null ? made : finish(made, result);
      };
    case 2:
      return (a, b) => {
        const made = new Alloc();
        const result = entry(made, a, b);
        return result === null ? made : finish(made, result);
      };
    case 3:
      return (a, b, c) => {
        const made = new Alloc();
        const result = entry(made, a, b, c);
        return result === null ? made : finish(made, result);
      };
    default:
      return (...args) => {
        const made = new Alloc();
        return finish(made, entry(made, ...args));
      };
  }
}

type ExceptionAllocator = new (args: PyTuple) => PyObject;

/** Whether making an exception is no more than keeping its arguments. */
const isPlainException = (cls: PyType): boolean =>
  cls.type === typeType &&
  cls.mro.includes(baseExceptionType) &&
  lookup(cls, '__new__') === lookup(baseExceptionType, '__new__') &&
  lookup(cls, '__init__') === lookup(baseExceptionType, '__init__');

function exceptionEntry(cls: PyType, count: number): Entry {
  const Alloc = cls.alloc as unknown as ExceptionAllocator;
  if (count === 0) return () => new Alloc(emptyTuple);
  if (count === 1) return a => new Alloc(tuple([a!]));
  return (...args) => new Alloc(tuple(args));
}

/** Drops the entries of a class that was changed. */
export function forgetConstructors(cls: PyType): void {
  cls.call0 = cls.call1 = cls.call2 = cls.call3 = cls.call4 = undefined;
}
