import { typeOf, noneType } from '../objects/builtin-types.ts';
import { CO_ITERABLE_COROUTINE, PyCell, PyCode } from '../objects/code.ts';
import { PyDict } from '../objects/dict.ts';
import {
  FunctionExtra,
  PyBuiltin,
  PyFunction,
  PyMethod,
  setDirectEntry,
} from '../objects/function.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { int } from '../objects/int.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { findGeneric, findAttr, getAttr } from '../runtime/attributes.ts';
import { invoke, isCallable, call } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { namespaceDict } from '../runtime/dict.ts';
import { noAttribute, typeError, valueError } from '../runtime/errors.ts';
import { hash, identityHash, identity } from '../runtime/hash.ts';
import { instanceDict, replaceInstanceDict } from '../runtime/instance-dict.ts';
import { thread, unwrap } from '../runtime/state.ts';
import { address, repr } from '../runtime/text.ts';
import { globalsDict } from '../runtime/globals.ts';

/** Functions and methods. CPython: Objects/funcobject.c, Objects/classobject.c, Objects/methodobject.c */

const extraOf = (f: PyFunction): FunctionExtra => (f.extra ??= new FunctionExtra());

/** The cells of a function's free variables: the same ones each time. */
export function closureOf(f: PyFunction): readonly PyCell[] {
  if (f.cells === undefined && f.extra?.closure === undefined) return [];
  const extra = extraOf(f);
  extra.closure ??= f.cells!();
  return extra.closure;
}

/** The `__qualname__` of a function. */
export const qualnameOf = (f: PyFunction): Value => f.extra?.qualname ?? str(f.code.info.qualname);

function textOnly(value: Value | undefined, name: string): PyStr {
  const text = value === undefined ? undefined : strValue(value);
  if (text === undefined) throw typeError(`${name} must be set to a string object`);
  return text;
}

function setCode(f: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyCode)) throw typeError('__code__ must be set to a code object');
  const free = value.info.freevars.length;
  if (free !== f.code.info.freevars.length)
    throw valueError(
      `${f.code.info.name}() requires a code object with ${f.code.info.freevars.length} free vars, not ${free}`,
    );
  if (value.origin === f.code.origin) {
    // The same body under other names or flags.
    f.code = value;
    if (value.info.flags & CO_ITERABLE_COROUTINE) value.origin.isIterableCoroutine = true;
    return;
  }
  const maker = value.maker;
  if (maker === null) throw typeError('__code__ of a closure cannot be replaced');
  f.code = value;
  f.body = maker(f.globals, f.extra?.closure ?? []);
  f.call0 = f.call1 = f.call2 = f.call3 = f.call4 = undefined;
  setDirectEntry(f);
}

defineType(PyFunction, {
  name: 'function',
  doc: `Create a function object.

  code
    a code object
  globals
    the globals dictionary
  name
    a string that overrides the name from the code object
  argdefs
    a tuple that specifies the default argument values
  closure
    a tuple that supplies the bindings for free variables
  kwdefaults
    a dictionary that specifies the default keyword argument values`,
  flags: ['dict', 'weakref'],
  new: constructor(
    '(code, globals: dict, name=None, argdefs=None, closure=None, kwdefaults=None)',
    (_type, code, globals, name, argdefs, closure, kwdefaults) => {
      if (!(code instanceof PyCode))
        throw typeError(`function() argument 'code' must be code, not ${typeOf(code).name}`);
      if (code.maker === null) throw typeError('function() cannot rebind a closure here');
      const cells = closure instanceof PyTuple ? (closure.items as PyCell[]) : [];
      if (cells.length !== code.info.freevars.length)
        throw valueError(
          `${code.info.name} requires closure of length ${code.info.freevars.length}, not ${cells.length}`,
        );
      const namespace = globalsDict(globals);
      const f = new PyFunction(
        code,
        code.maker(namespace, cells),
        namespace,
        argdefs instanceof PyTuple ? argdefs.items : [],
        kwdefaults instanceof PyDict ? kwdefaults : null,
      );
      if (name !== null) extraOf(f).name = textOnly(name, '__name__');
      if (cells.length > 0) extraOf(f).closure = cells;
      return f;
    },
  ),
  slots: {
    __repr__: self => str(`<function ${utf16(qualnameOf(self) as PyStr)} at ${address(self)}>`),
    __get__: (self, instance, owner) =>
      instance === null && owner !== noneType ? self : new PyMethod(self, instance),
    __call__: (self, args, names) => unwrap(invoke(self, args, names)),
  },
  members: {
    __closure__: self => {
      const cells = closureOf(self);
      return cells.length === 0 ? null : tuple(cells);
    },
    __doc__: {
      get: self => {
        const own = self.extra?.doc;
        return own !== undefined ? own : (self.code.info.doc ?? null);
      },
      set: (self, value) => {
        extraOf(self).doc = value ?? null;
      },
    },
    __globals__: self => shownGlobals(self),
    __module__: {
      get: self => {
        const own = self.extra?.module;
        return own !== undefined ? own : (self.globals.$__name__ ?? null);
      },
      set: (self, value) => {
        extraOf(self).module = value ?? null;
      },
    },
    __builtins__: () => thread.interpreter.builtins.dict,
  },
  attributes: {
    __code__: { get: self => self.code, set: setCode },
    __defaults__: {
      get: self => (self.defaults.length === 0 ? null : tuple(self.defaults)),
      set(self, value) {
        if (value !== undefined && value !== null && !(value instanceof PyTuple))
          throw typeError('__defaults__ must be set to a tuple object');
        self.defaults = value instanceof PyTuple ? value.items : [];
      },
    },
    __kwdefaults__: {
      get: self => self.kwdefaults,
      set(self, value) {
        if (value !== undefined && value !== null && !(value instanceof PyDict))
          throw typeError('__kwdefaults__ must be set to a dict object');
        self.kwdefaults = value instanceof PyDict ? value : null;
      },
    },
    __annotations__: {
      get(self) {
        const extra = extraOf(self);
        if (extra.annotations === undefined) {
          const annotate = extra.annotate ?? null;
          extra.annotations = annotate === null ? new PyDict() : call(annotate, int(1));
        }
        return extra.annotations;
      },
      set(self, value) {
        if (value !== undefined && value !== null && !(value instanceof PyDict))
          throw typeError('__annotations__ must be set to a dict object');
        extraOf(self).annotations = value ?? undefined;
        extraOf(self).annotate = null;
      },
    },
    __annotate__: {
      get: self => self.extra?.annotate ?? null,
      set(self, value) {
        if (value === undefined) throw typeError('__annotate__ cannot be deleted');
        if (value !== null && !isCallable(value))
          throw typeError('__annotate__ must be callable or None');
        extraOf(self).annotate = value;
        if (value !== null) extraOf(self).annotations = undefined;
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
    __name__: {
      get: self => self.extra?.name ?? str(self.code.info.name),
      set: (self, value) => {
        extraOf(self).name = textOnly(value, '__name__');
      },
    },
    __qualname__: {
      get: qualnameOf,
      set: (self, value) => {
        extraOf(self).qualname = textOnly(value, '__qualname__');
      },
    },
    __type_params__: {
      get: self => self.extra?.typeParams ?? tuple([]),
      set(self, value) {
        if (!(value instanceof PyTuple)) throw typeError('__type_params__ must be set to a tuple');
        extraOf(self).typeParams = value;
      },
    },
  },
});

const shownGlobals = (f: PyFunction): PyDict => {
  const holder = f.globals as unknown as { dict?: PyDict };
  return holder.dict ?? namespaceDict(f.globals);
};

/** A bound method hands attributes on to its function. */
defineType(PyMethod, {
  name: 'method',
  doc: 'Create a bound instance method object.',
  flags: ['weakref'],
  equality: 'custom',
  new: constructor('(function, instance, /)', (_type, f, instance) => {
    if (!isCallable(f)) throw typeError('first argument must be callable');
    if (instance === null) throw typeError('instance must not be None');
    return new PyMethod(f, instance);
  }),
  find: (obj, name) => findGeneric(obj, name) ?? findAttr((obj as PyMethod).func, name),
  missing: (obj, name) => noAttribute((obj as PyMethod).func, name),
  members: {
    __func__: {
      get: self => self.func,
      doc: 'the function (or other callable) implementing a method',
    },
    __self__: { get: self => self.self, doc: 'the instance to which a method is bound' },
  },
  attributes: { __doc__: { get: self => findAttr(self.func, '__doc__') ?? null } },
  slots: {
    __repr__(self) {
      const name = findAttr(self.func, '__qualname__') ?? findAttr(self.func, '__name__');
      const text = name === undefined ? undefined : strValue(name);
      return str(
        `<bound method ${text === undefined ? '?' : utf16(text)} of ${utf16(repr(self.self))}>`,
      );
    },
    __eq__: (self, other) =>
      other instanceof PyMethod
        ? self.self === other.self && self.func === other.func
        : NotImplemented,
    __hash__: self => int(BigInt(selfHash(self.self)) ^ BigInt(hash(self.func))),
    __get__: self => self,
    __call__: (self, args, names) => unwrap(invoke(self, args, names)),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self =>
      tuple([
        getAttr(thread.interpreter.builtins, 'getattr'),
        tuple([self.self, getAttr(self.func, '__name__')]),
      ]),
    ),
  },
});
const selfHash = (v: Value) => (typeof v === 'object' && v !== null ? identityHash(v) : hash(v));

defineType(PyBuiltin, {
  name: 'builtin_function_or_method',
  doc: null,
  flags: ['weakref'],
  equality: 'custom',
  members: { __module__: self => self.module },
  attributes: {
    __name__: { get: self => str(self.name) },
    __qualname__: { get: self => str(self.qualname) },
    __self__: { get: self => self.self },
    __doc__: { get: self => (self.doc === null ? null : str(self.doc)) },
    __text_signature__: {
      get: self => {
        const text = self.callable.textSignature;
        return text === null ? null : str(text);
      },
    },
  },
  slots: {
    __repr__(self) {
      if (!self.bound) return str(`<built-in function ${self.name}>`);
      const { self: owner } = self;
      const where =
        typeof owner === 'object' && owner !== null
          ? ` object at ${address(owner)}`
          : ' object at 0x7f0000000000';
      return str(`<built-in method ${self.name} of ${typeOf(owner).name}${where}>`);
    },
    __eq__: (self, other) =>
      other instanceof PyBuiltin
        ? self === other ||
          (self.callable === other.callable && self.bound && self.self === other.self)
        : NotImplemented,
    __hash__: self =>
      self.bound
        ? int(BigInt(selfHash(self.self)) ^ BigInt(callableIdentity(self)))
        : identityHash(self),
    __call__: (self, args, names) =>
      self.callable.call(self.bound ? self.self : undefined, args, names),
  },
  methods: {
    __reduce__: method('()', '', self =>
      self.bound
        ? tuple([
            getAttr(thread.interpreter.builtins, 'getattr'),
            tuple([self.self, str(self.name)]),
          ])
        : str(self.qualname),
    ),
  },
});
/** Methods of one name bound to one object are equal, so they hash alike. */
const callableIdentity = (self: PyBuiltin): number => {
  let sum = 0;
  for (let i = 0; i < self.name.length; i++)
    sum = (Math.imul(sum, 31) + self.name.charCodeAt(i)) | 0;
  return sum;
};

defineType(PyCell, {
  name: 'cell',
  doc: `Create a new cell object.

  contents
    the contents of the cell. If not specified, the cell will be empty,
    and
further attempts to access its cell_contents attribute will
    raise a ValueError.`,
  equality: 'custom',
  new: constructor('(contents = <unrepresentable>, /)', (_type, contents) => {
    let held: Value | undefined = contents;
    return new PyCell(
      () => held,
      value => {
        held = value;
      },
    );
  }),
  attributes: {
    cell_contents: {
      get(self) {
        const value = self.get();
        if (value === undefined) throw valueError('cell is empty');
        return value;
      },
      set: (self, value) => self.set(value),
    },
  },
  slots: {
    __repr__(self) {
      const value = self.get();
      const shown =
        value === undefined
          ? 'empty'
          : `${typeOf(value).name} object at ${typeof value === 'object' && value !== null ? address(value) : `0x${identity(self).toString(16)}`}`;
      return str(`<cell at ${address(self)}: ${shown}>`);
    },
    __hash__() {
      throw typeError("unhashable type: 'cell'");
    },
  },
});
