import { intType, protoOf, typeOf } from '../objects/builtin-types.ts';
import { referenceErrorType } from '../objects/exception-types.ts';
import { float } from '../objects/float.ts';
import { smallInt } from '../objects/int.ts';
import { NotImplemented, type PyObject, type Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { PyCallableProxy, PyProxy } from '../objects/weak-reference.ts';
import * as arithmetic from '../runtime/arithmetic.ts';
import { delAttr, findAttr, getAttr, setAttr } from '../runtime/attributes.ts';
import { call, callArgs, callMethod, callSpecial } from '../runtime/call.ts';
import { richCompare } from '../runtime/compare.ts';
import { contains } from '../runtime/contains.ts';
import { asFloat, asInt } from '../runtime/convert.ts';
import { defineType, method, type Slots, type TypeSpec } from '../runtime/declare.ts';
import { newException, typeError } from '../runtime/errors.ts';
import { getIter } from '../runtime/iterate.ts';
import { unwrap } from '../runtime/state.ts';
import { delItem, getItem, setItem } from '../runtime/subscript.ts';
import { address, toStr } from '../runtime/text.ts';
import { isTrue, length } from '../runtime/truth.ts';
import { referent } from '../runtime/weak-references.ts';
import { attributeName } from './object.ts';
import { comparisons } from './rich-compare.ts';

/** Weak proxies: every operation is one of the object referred to. CPython: Objects/weakrefobject.c */

function target(proxy: PyProxy): PyObject {
  const obj = referent(proxy);
  if (obj === undefined)
    throw newException(referenceErrorType, 'weakly-referenced object no longer exists');
  return obj;
}
const unproxied = (v: Value): Value => (v instanceof PyProxy ? target(v) : v);

type Operation = (a: Value, b: Value) => Value;
const binary: Readonly<Record<string, readonly [operation: Operation, inPlace?: Operation]>> = {
  add: [arithmetic.add, arithmetic.iadd],
  sub: [arithmetic.sub, arithmetic.isub],
  mul: [arithmetic.mul, arithmetic.imul],
  matmul: [arithmetic.matmul, arithmetic.imatmul],
  truediv: [arithmetic.truediv, arithmetic.itruediv],
  floordiv: [arithmetic.floordiv, arithmetic.ifloordiv],
  mod: [arithmetic.mod, arithmetic.imod],
  divmod: [arithmetic.divmod],
  pow: [arithmetic.power, arithmetic.ipower],
  lshift: [arithmetic.lshift, arithmetic.ilshift],
  rshift: [arithmetic.rshift, arithmetic.irshift],
  and: [arithmetic.and, arithmetic.iand],
  or: [arithmetic.or, arithmetic.ior],
  xor: [arithmetic.xor, arithmetic.ixor],
};

function operators(): Slots<PyProxy> {
  const slots: Record<string, Operation> = {};
  for (const [name, [operation, inPlace]] of Object.entries(binary)) {
    slots[`__${name}__`] = (self, other) => operation(unproxied(self), unproxied(other));
    slots[`__r${name}__`] = (self, other) => operation(unproxied(other), unproxied(self));
    if (inPlace !== undefined)
      slots[`__i${name}__`] = (self, other) => inPlace(unproxied(self), unproxied(other));
  }
  return slots;
}

function power(self: PyProxy, value: Value, mod?: Value): Value {
  const base = target(self);
  const exponent = unproxied(value);
  if (mod === undefined || mod === null) return arithmetic.power(base, exponent);
  const modulus = unproxied(mod);
  const entry = base.__pow__$1;
  const result = entry === undefined ? NotImplemented : unwrap(entry(base, exponent, modulus));
  if (result !== NotImplemented) return result;
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${base.type.name}', '${typeOf(exponent).name}', '${typeOf(modulus).name}'`,
  );
}

function absolute(self: PyProxy): Value {
  const obj = target(self);
  const result = callSpecial(obj, '__abs__');
  if (result !== undefined) return result;
  throw typeError(`bad operand type for abs(): '${obj.type.name}'`);
}

function next(self: PyProxy): Value {
  const obj = target(self);
  const entry = protoOf(obj).__next__$0;
  if (entry === undefined)
    throw typeError(`Weakref proxy referenced a non-iterator '${obj.type.name}' object`);
  return unwrap(entry(obj));
}

const shared: Omit<TypeSpec<PyProxy>, 'name'> = {
  module: 'weakref',
  doc: null,
  find: (obj, name) => findAttr(target(obj as PyProxy), name),
  slots: {
    ...operators(),
    ...comparisons((op, self: PyProxy, other) => richCompare(op, target(self), unproxied(other))),
    __pow__: power,
    __abs__: absolute,
    __neg__: self => arithmetic.neg(target(self)),
    __pos__: self => arithmetic.pos(target(self)),
    __invert__: self => arithmetic.invert(target(self)),
    __int__: self => call(intType, target(self)),
    __float__: self => float(asFloat(target(self))),
    __index__: self => asInt(target(self)),
    __bool__: self => isTrue(target(self)),
    __len__: self => smallInt(length(target(self))),
    __contains__: (self, item) => contains(target(self), item),
    __getitem__: (self, key) => getItem(target(self), unproxied(key)),
    __setitem__: (self, key, value) => setItem(target(self), unproxied(key), value),
    __delitem__: (self, key) => delItem(target(self), unproxied(key)),
    __iter__: self => getIter(target(self)),
    __next__: next,
    __str__: self => toStr(target(self)),
    __repr__(self) {
      const obj = referent(self);
      const what = obj === undefined ? 'dead' : `to '${obj.type.name}' at ${address(obj)}`;
      return str(`<weakproxy at ${address(self)}; ${what}>`);
    },
    __getattribute__: (self, name) => getAttr(target(self), attributeName(name)),
    __setattr__: (self, name, value) => setAttr(target(self), attributeName(name), value),
    __delattr__: (self, name) => delAttr(target(self), attributeName(name)),
  },
};

/** What the object's own attribute access raises is raised as it is. */
function forwardAttributes(type: PyType): PyType {
  type.hooks = { get: (obj, name) => getAttr(target(obj as PyProxy), name) };
  return type;
}

export const proxyType = forwardAttributes(
  defineType(PyProxy, {
    ...shared,
    name: 'ProxyType',
    methods: {
      __bytes__: method('()', null, self => callMethod(target(self), '__bytes__')),
      __reversed__: method('()', null, self => callMethod(target(self), '__reversed__')),
    },
  }),
);

export const callableProxyType = forwardAttributes(
  defineType<PyCallableProxy>(PyCallableProxy, {
    ...(shared as Omit<TypeSpec<PyCallableProxy>, 'name'>),
    name: 'CallableProxyType',
    slots: {
      ...shared.slots,
      __call__: (self, args, names) => callArgs(target(self), args, names),
    },
  }),
);
