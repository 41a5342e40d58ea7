import { typeOf } from '../objects/builtin-types.ts';
import { PyBaseException, PyBaseExceptionGroup } from '../objects/exception.ts';
import {
  baseExceptionGroupType,
  baseExceptionType,
  exceptionClass,
  exceptionGroupType,
} from '../objects/exception-types.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { findAttr, setAttr } from '../runtime/attributes.ts';
import { call, callMethod, isCallable, type Names } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { classMethod, method, variadic } from '../runtime/declare.ts';
import { typeError, valueError } from '../runtime/errors.ts';
import { listItems } from '../runtime/iterate.ts';
import { isTrue } from '../runtime/truth.ts';
import { reprText } from '../runtime/text.ts';
import { PyGenericAlias } from '../runtime/union.ts';
import { defineException } from './exceptions.ts';

/** Exception groups (PEP 654). CPython: Objects/exceptions.c */

type Allocator = new (args: PyTuple, message: Value, exceptions: PyTuple) => PyBaseExceptionGroup;

function newGroup(type: PyType, args: readonly Value[], names: Names): Value {
  if (names !== null && names.length > 0)
    throw typeError(`${type.name}() takes no keyword arguments`);
  if (args.length !== 2)
    throw typeError(
      `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`,
    );
  const [message, given] = args as [Value, Value];
  if (strValue(message) === undefined)
    throw typeError(
      `argument 1 must be str, not ${message === null ? 'None' : typeOf(message).name}`,
    );
  if (
    !(given instanceof PyList || given instanceof PyTuple) &&
    typeOf(given).proto.__getitem__$1 === undefined
  )
    throw typeError('second argument (exceptions) must be a sequence');
  const items = listItems(given);
  if (items.length === 0)
    throw valueError('second argument (exceptions) must be a non-empty sequence');
  items.forEach((item, i) => {
    if (!(item instanceof PyBaseException))
      throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  const cls = classFor(type, items as PyBaseException[]);
  return new (cls.alloc as unknown as Allocator)(tuple(args), message, tuple(items));
}

/** A group of Exceptions only is an ExceptionGroup; one that says it is must hold nothing else. */
function classFor(type: PyType, items: readonly PyBaseException[]): PyType {
  const onlyExceptions = items.every(item => item.type.mro.includes(exceptionClass));
  if (type === baseExceptionGroupType) return onlyExceptions ? exceptionGroupType : type;
  if (!onlyExceptions) {
    if (type === exceptionGroupType)
      throw typeError('Cannot nest BaseExceptions in an ExceptionGroup');
    if (type.mro.includes(exceptionClass))
      throw typeError(`Cannot nest BaseExceptions in '${type.name}'`);
  }
  return type;
}

type Test = (exception: PyBaseException) => boolean;

/** What `split` and `subgroup` take: a class, a tuple of classes, or a function. */
function matcher(v: Value): Test {
  const types = v instanceof PyTuple ? v.items : [v];
  const isTypes = types.every(
    each => each instanceof PyType && each.mro.includes(baseExceptionType),
  );
  if (isTypes && types.length > 0)
    return exception => types.some(each => exception.type.mro.includes(each as PyType));
  if (isCallable(v) && !(v instanceof PyType)) return exception => isTrue(call(v, exception));
  throw typeError(
    'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  );
}

interface Parts {
  readonly match: PyBaseException | null;
  readonly rest: PyBaseException | null;
}

function split(self: PyBaseException, test: Test): Parts {
  if (test(self)) return { match: self, rest: null };
  if (!(self instanceof PyBaseExceptionGroup)) return { match: null, rest: self };
  const matches: PyBaseException[] = [];
  const rests: PyBaseException[] = [];
  for (const each of self.exceptions.items) {
    const { match, rest } = split(each as PyBaseException, test);
    if (match !== null) matches.push(match);
    if (rest !== null) rests.push(rest);
  }
  return { match: derived(self, matches), rest: derived(self, rests) };
}

/** A group like `self` of other exceptions, by its `derive`. */
function derived(
  self: PyBaseExceptionGroup,
  items: readonly PyBaseException[],
): PyBaseException | null {
  if (items.length === 0) return null;
  const made = callMethod(self, 'derive', new PyList([...items]));
  if (!(made instanceof PyBaseExceptionGroup))
    throw typeError('derive must return an instance of BaseExceptionGroup');
  made.traceback = self.traceback;
  made.context = self.context;
  made.cause = self.cause;
  made.suppressContext = self.suppressContext;
  const notes = findAttr(self, '__notes__');
  if (notes !== undefined) setAttr(made, '__notes__', new PyList(listItems(notes)));
  return made;
}

defineException<PyBaseExceptionGroup>(baseExceptionGroupType, {
  new: variadic(newGroup),
  members: {
    message: { get: self => self.message, doc: 'exception message' },
    exceptions: { get: self => self.exceptions, doc: 'nested exceptions' },
  },
  slots: {
    __init__(self, args) {
      self.args = tuple(args);
    },
    __str__(self) {
      const count = self.exceptions.items.length;
      return str(
        `${utf16(strValue(self.message)!)} (${count} sub-exception${count === 1 ? '' : 's'})`,
      );
    },
    __repr__: self =>
      str(
        `${self.type.name}(${reprText(self.message)}, ${reprText(new PyList([...self.exceptions.items]))})`,
      ),
  },
  methods: {
    derive: method('(excs, /)', '', (self, excs) =>
      call(baseExceptionGroupType, self.message, excs),
    ),
    split: method('(matcher_value, /)', '', (self, value) => {
      const { match, rest } = split(self, matcher(value));
      return tuple([match, rest]);
    }),
    subgroup: method('(matcher_value, /)', '', (self, value) => split(self, matcher(value)).match),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'See PEP 585',
      (type, item) => new PyGenericAlias(type, item instanceof PyTuple ? item : tuple([item])),
    ),
  },
});
