import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { TableEntry } from '../objects/hash-table.ts';
import {
  type PyAttributeError,
  PyBaseException,
  type PyImportError,
  type PyNameError,
  type PyStopIteration,
  type PySystemExit,
} from '../objects/exception.ts';
import * as types from '../objects/exception-types.ts';
import { PyTraceback } from '../objects/frame.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { findAttr, setAttr } from '../runtime/attributes.ts';
import type { Names } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType, method, variadic, type Attribute, type TypeSpec } from '../runtime/declare.ts';
import { copyDict, dictItems, dictSize } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import { instanceDict, replaceInstanceDict } from '../runtime/instance-dict.ts';
import { listItems } from '../runtime/iterate.ts';
import { repr, reprText, toStr } from '../runtime/text.ts';
import { isTrue } from '../runtime/truth.ts';
import { exceptionDocs } from './exception-docs.gen.ts';

/** The exception classes. CPython: Objects/exceptions.c */

type ExceptionAllocator = new (args: PyBaseException['args']) => PyBaseException;

/** `BaseException.__new__`: keeps the positional arguments, whatever `__init__` makes of them. */
export function newException(type: PyType, args: readonly Value[], names: Names): Value {
  const positional = names === null ? args : args.slice(0, args.length - names.length);
  return new (type.alloc as unknown as ExceptionAllocator)(
    positional.length === 0 ? emptyTuple : tuple(positional),
  );
}

/** The keyword arguments of an exception's `__init__` by name; TypeError for others than the allowed. */
export function keywords(
  type: string,
  args: readonly Value[],
  names: Names,
  allowed: readonly string[],
): Map<string, Value> {
  const found = new Map<string, Value>();
  const positional = args.length - (names?.length ?? 0);
  names?.forEach((name, i) => {
    if (!allowed.includes(name))
      throw typeError(
        allowed.length === 0
          ? `${type}() takes no keyword arguments`
          : `${type}() got an unexpected keyword argument '${name}'`,
      );
    found.set(name, args[positional + i]!);
  });
  return found;
}
export const positionals = (args: readonly Value[], names: Names): readonly Value[] =>
  names === null ? args : args.slice(0, args.length - names.length);

function exceptionStr(self: PyBaseException): PyStr {
  const { items } = self.args;
  if (items.length === 0) return '';
  return items.length === 1 ? toStr(items[0]!) : repr(self.args);
}

function exceptionRepr(self: PyBaseException): PyStr {
  const { items } = self.args;
  const inside = items.length === 1 ? `(${reprText(items[0]!)})` : reprText(self.args);
  return str(`${self.type.name}${inside}`);
}

function linked(
  name: '__cause__' | '__context__',
  field: 'cause' | 'context',
): Attribute<PyBaseException> {
  return {
    doc: name === '__cause__' ? 'exception cause' : 'exception context',
    get: self => self[field],
    set(self, value) {
      if (value === undefined) throw typeError(`${name} may not be deleted`);
      if (value !== null && !(value instanceof PyBaseException))
        throw typeError(`exception ${field} must be None or derive from BaseException`);
      self[field] = value;
      if (field === 'cause') self.suppressContext = true;
    },
  };
}

function setTraceback(self: PyBaseException, value: Value): void {
  if (value !== null && !(value instanceof PyTraceback))
    throw typeError('__traceback__ must be a traceback or None');
  self.traceback = value;
}

/** The attributes that a reduced exception carries, or none. */
export function stateOf(self: PyBaseException): Value[] {
  const dict = instanceDict(self);
  return dictSize(dict) === 0 ? [] : [copyDict(dict)];
}

defineType(PyBaseException, {
  name: 'BaseException',
  doc: exceptionDocs.BaseException ?? null,
  flags: ['base', 'dict'],
  new: variadic(newException),
  slots: {
    __init__(self, args, names) {
      keywords(self.type.name, args, names, []);
      self.args = args.length === 0 ? emptyTuple : tuple(args);
    },
    __repr__: exceptionRepr,
    __str__: exceptionStr,
  },
  members: {
    __suppress_context__: {
      get: self => self.suppressContext,
      set: (self, value) => {
        self.suppressContext = isTrue(value!);
      },
    },
  },
  attributes: {
    args: {
      get: self => self.args,
      set(self, value) {
        if (value === undefined) throw typeError('args may not be deleted');
        self.args = tuple(listItems(value));
      },
    },
    __cause__: linked('__cause__', 'cause'),
    __context__: linked('__context__', 'context'),
    __traceback__: {
      get: self => self.traceback,
      set(self, value) {
        if (value === undefined) throw typeError('__traceback__ may not be deleted');
        setTraceback(self, value);
      },
    },
    __dict__: {
      get: self => instanceDict(self),
      set(self, value) {
        if (!(value instanceof PyDict))
          throw typeError(
            `__dict__ must be set to a dictionary, not a '${typeOf(value ?? null).name}'`,
          );
        replaceInstanceDict(self, value);
      },
    },
  },
  methods: {
    __reduce__: method('()', '', self => tuple([self.type, self.args, ...stateOf(self)])),
    __setstate__: method('(state, /)', '', (self, state) => {
      if (state === null) return null;
      if (!(state instanceof PyDict)) throw typeError('state is not a dictionary');
      for (const [key, value] of dictItems(state)) setAttr(self, utf16(strValue(key)!), value);
      return null;
    }),
    with_traceback: method(
      '(tb, /)',
      'Set self.__traceback__ to tb and return self.',
      (self, tb) => {
        setTraceback(self, tb);
        return self;
      },
    ),
    add_note: method('(note, /)', 'Add a note to the exception', (self, note) => {
      if (strValue(note) === undefined)
        throw typeError(`add_note() argument must be str, not ${typeOf(note).name}`);
      const notes = findAttr(self, '__notes__');
      if (notes === undefined) setAttr(self, '__notes__', new PyList([note]));
      else if (notes instanceof PyList) notes.items.push(note);
      else throw typeError('Cannot add note: __notes__ is not a list');
      return null;
    }),
  },
});

/** Declares an exception class that differs from its base. */
export function defineException<T extends PyBaseException>(
  type: PyType,
  spec: Omit<TypeSpec<T>, 'name' | 'doc' | 'flags' | 'new'> & { readonly new?: TypeSpec<T>['new'] },
): void {
  defineType<T>(type, {
    name: type.name,
    doc: exceptionDocs[type.name] ?? null,
    flags: ['base', 'dict'],
    new: 'inherit',
    ...spec,
  });
}

/** A field that Python may set to anything; deletion leaves None. */
export const field = <T>(
  get: (self: T) => Value,
  set: (self: T, value: Value) => void,
): Attribute<T> => ({
  get,
  set: (self, value) => set(self, value ?? null),
});

defineException<PyStopIteration>(types.stopIterationType, {
  members: {
    value: field(
      self => self.value,
      (self, value) => {
        self.value = value;
      },
    ),
  },
  slots: {
    __init__(self, args, names) {
      keywords('StopIteration', args, names, []);
      self.args = tuple(args);
      self.value = args[0] ?? null;
    },
  },
});
defineException<PySystemExit>(types.systemExitType, {
  members: {
    code: field(
      self => self.code,
      (self, value) => {
        self.code = value;
      },
    ),
  },
  slots: {
    __init__(self, args, names) {
      keywords('SystemExit', args, names, []);
      self.args = tuple(args);
      self.code = args.length === 0 ? null : args.length === 1 ? args[0]! : self.args;
    },
  },
});
defineException<PyBaseException>(types.keyErrorType, {
  slots: {
    __str__: self =>
      self.args.items.length === 1 ? repr(self.args.items[0]!) : exceptionStr(self),
  },
});

defineException<PyImportError>(types.importErrorType, {
  members: {
    msg: field(
      self => self.msg,
      (self, value) => {
        self.msg = value;
      },
    ),
    name: field(
      self => self.name,
      (self, value) => {
        self.name = value;
      },
    ),
    path: field(
      self => self.path,
      (self, value) => {
        self.path = value;
      },
    ),
    name_from: field(
      self => self.nameFrom,
      (self, value) => {
        self.nameFrom = value;
      },
    ),
  },
  slots: {
    __init__(self, args, names) {
      const given = keywords('ImportError', args, names, ['name', 'path', 'name_from']);
      self.args = tuple(positionals(args, names));
      self.msg = self.args.items.length === 1 ? self.args.items[0]! : null;
      self.name = given.get('name') ?? null;
      self.path = given.get('path') ?? null;
      self.nameFrom = given.get('name_from') ?? null;
    },
    __str__: self => (strValue(self.msg) === undefined ? exceptionStr(self) : strValue(self.msg)!),
  },
  methods: {
    __reduce__: method('()', '', self => {
      const state = copyDict(instanceDict(self));
      const extra = [
        ['name', self.name],
        ['path', self.path],
        ['name_from', self.nameFrom],
      ] as const;
      for (const [name, value] of extra) if (value !== null) setState(state, name, value);
      return tuple([self.type, self.args, ...(dictSize(state) === 0 ? [] : [state])]);
    }),
  },
});
function setState(state: PyDict, name: string, value: Value): void {
  state.table.add(new TableEntry(name, value, name, 0));
}

defineException<PyNameError>(types.nameErrorType, {
  members: {
    name: field(
      self => self.name,
      (self, value) => {
        self.name = value;
      },
    ),
  },
  slots: {
    __init__(self, args, names) {
      const given = keywords('NameError', args, names, ['name']);
      self.args = tuple(positionals(args, names));
      self.name = given.get('name') ?? null;
    },
  },
});
defineException<PyAttributeError>(types.attributeErrorType, {
  members: {
    name: field(
      self => self.name,
      (self, value) => {
        self.name = value;
      },
    ),
    obj: field(
      self => self.obj,
      (self, value) => {
        self.obj = value;
      },
    ),
  },
  slots: {
    __init__(self, args, names) {
      const given = keywords('AttributeError', args, names, ['name', 'obj']);
      self.args = tuple(positionals(args, names));
      self.name = given.get('name') ?? null;
      self.obj = given.get('obj') ?? null;
    },
  },
  methods: {
    __getstate__: method('()', '', self => {
      const state = copyDict(instanceDict(self));
      if (self.name !== null) setState(state, 'name', self.name);
      return dictSize(state) === 0 ? null : state;
    }),
    __reduce__: method('()', '', self => {
      const state = copyDict(instanceDict(self));
      if (self.name !== null) setState(state, 'name', self.name);
      return tuple([self.type, self.args, ...(dictSize(state) === 0 ? [] : [state])]);
    }),
  },
});
