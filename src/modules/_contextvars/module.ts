import { PyContext, PyContextVar, PyToken, PyTokenMissing } from '../../objects/context.ts';
import { lookupErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { callArgs, type Names } from '../../runtime/call.ts';
import { equals } from '../../runtime/compare.ts';
import {
  copyContext,
  currentContext,
  findVariable,
  resetVariable,
  runIn,
  setVariable,
} from '../../runtime/context.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import {
  classMethod,
  defineType,
  method,
  variadic,
  variadicMethod,
} from '../../runtime/declare.ts';
import { keyError, newException, runtimeError, typeError } from '../../runtime/errors.ts';
import { identityHash } from '../../runtime/hash.ts';
import { getIter } from '../../runtime/iterate.ts';
import { address, reprText } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { equalityOnly } from '../../types/rich-compare.ts';
import { docs } from './docs.gen.ts';

/** Context variables (PEP 567). CPython: Python/context.c */

function newVariable(args: readonly Value[], names: Names): Value {
  const count = args.length - (names?.length ?? 0);
  if (args.length > 2)
    throw typeError(`ContextVar() takes at most 2 arguments (${args.length} given)`);
  if (count !== 1)
    throw typeError(
      `ContextVar() takes ${count < 1 ? 'exactly' : 'at most'} 1 positional argument (${count} given)`,
    );
  if (names !== null && names[0] !== 'default')
    throw typeError(`ContextVar() got an unexpected keyword argument '${names[0]}'`);
  const name = strValue(args[0]!);
  if (name === undefined) throw typeError('context variable name must be a str');
  return new PyContextVar(name, args[1]);
}

export const contextVarType = defineType(PyContextVar, {
  name: 'ContextVar',
  module: '_contextvars',
  doc: null,
  new: variadic((_type, args, names) => newVariable(args, names)),
  members: { name: self => self.name },
  slots: {
    __hash__: self => identityHash(self),
    __repr__(self) {
      const shown = self.fallback === undefined ? '' : ` default=${reprText(self.fallback)}`;
      return str(`<ContextVar name=${reprText(self.name)}${shown} at ${address(self)}>`);
    },
  },
  methods: {
    get: method('(default=<unrepresentable>, /)', docs['ContextVar.get'], (self, otherwise) => {
      const found = findVariable(self);
      if (found !== undefined) return found;
      const value = otherwise === undefined ? self.fallback : otherwise;
      if (value === undefined) throw newException(lookupErrorType, self);
      return value;
    }),
    set: method('(value, /)', docs['ContextVar.set'], setVariable),
    reset: method('(token, /)', docs['ContextVar.reset'], (self, token) => {
      if (!(token instanceof PyToken))
        throw typeError(`expected an instance of Token, got ${reprText(token)}`);
      resetVariable(self, token);
      return null;
    }),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      docs['ContextVar.__class_getitem__'],
      genericAlias,
    ),
  },
});

/** A key of a context. TypeError for what is no variable. */
function variableOf(key: Value): PyContextVar {
  if (key instanceof PyContextVar) return key;
  throw typeError(`a ContextVar key was expected, got ${reprText(key)}`);
}

function equalContexts(a: PyContext, b: PyContext): boolean {
  if (a.values === b.values) return true;
  if (a.values.size !== b.values.size) return false;
  for (const [variable, value] of a.values) {
    const other = b.values.get(variable);
    if (other === undefined || !equals(value, other)) return false;
  }
  return true;
}

const keys = (self: PyContext): PyList => new PyList([...self.values.keys()]);

export const contextType = defineType(PyContext, {
  name: 'Context',
  module: '_contextvars',
  doc: null,
  flags: ['weakref'],
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('Context() does not accept any arguments');
    return new PyContext(new Map());
  }),
  equality: 'custom',
  slots: {
    ...equalityOnly((self: PyContext, other) =>
      other instanceof PyContext ? equalContexts(self, other) : undefined,
    ),
    __len__: self => smallInt(self.values.size),
    __iter__: self => getIter(keys(self)),
    __contains__: (self, key) => self.values.has(variableOf(key)),
    __getitem__(self, key) {
      const value = self.values.get(variableOf(key));
      if (value === undefined) throw keyError(key);
      return value;
    },
  },
  methods: {
    copy: method('()', docs['Context.copy'], copyContext),
    get: method('(key, default=None, /)', docs['Context.get'], (self, key, otherwise) => {
      const value = self.values.get(variableOf(key));
      return value === undefined ? otherwise : value;
    }),
    items: method(
      '()',
      docs['Context.items'],
      self => new PyList([...self.values].map(([variable, value]) => tuple([variable, value]))),
    ),
    keys: method('()', docs['Context.keys'], keys),
    values: method('()', docs['Context.values'], self => new PyList([...self.values.values()])),
    run: variadicMethod(null, (self: PyContext, args, names) => {
      if (args.length - (names?.length ?? 0) < 1)
        throw typeError('run() missing 1 required positional argument');
      return runIn(self, () => callArgs(args[0]!, args.slice(1), names));
    }),
  },
});

export const tokenMissingType = defineType(PyTokenMissing, {
  name: 'Token.MISSING',
  doc: null,
  slots: { __repr__: () => '<Token.MISSING>' },
});
const MISSING = new PyTokenMissing();

export const tokenType = defineType(PyToken, {
  name: 'Token',
  module: '_contextvars',
  doc: null,
  new: variadic(() => {
    throw runtimeError('Tokens can only be created by ContextVars');
  }),
  equality: 'custom',
  constants: { MISSING, __hash__: null },
  slots: {
    __repr__: self =>
      str(`<Token${self.used ? ' used' : ''} var=${reprText(self.variable)} at ${address(self)}>`),
  },
  attributes: {
    var: { get: self => self.variable },
    old_value: { get: self => (self.before === undefined ? MISSING : self.before) },
  },
  methods: {
    __enter__: method('()', docs['Token.__enter__'], self => self),
    __exit__: method('(type, val, tb, /)', docs['Token.__exit__'], self => {
      resetVariable(self.variable, self);
      return null;
    }),
  },
  classMethods: {
    __class_getitem__: classMethod('(object, /)', docs['Token.__class_getitem__'], genericAlias),
  },
});

export const contextvarsModule = defineModule('_contextvars', {
  doc: docs[''],
  functions: { copy_context: fn('()', null, () => copyContext(currentContext())) },
  types: { Context: contextType, ContextVar: contextVarType, Token: tokenType },
});
