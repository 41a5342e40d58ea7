import { asciiTextOf } from './compare-digest.ts';
import type { Value } from '../../objects/object.ts';
import { smallInt, int } from '../../objects/int.ts';
import { typeOf, protoOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { typeErrorType } from '../../objects/exception-types.ts';
import * as arithmetic from '../../runtime/arithmetic.ts';
import { isException } from '../../runtime/attributes.ts';
import { callArgs } from '../../runtime/call.ts';
import * as compare from '../../runtime/compare.ts';
import { contains } from '../../runtime/contains.ts';
import { asInt } from '../../runtime/convert.ts';
import { defineModule, fn, variadicFn, type FunctionSpec } from '../../runtime/declare-module.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { iteration, lengthHint, type Iteration } from '../../runtime/iterate.ts';
import { intValue } from '../../runtime/numbers.ts';
import { unwrap } from '../../runtime/state.ts';
import { delItem, getItem, setItem } from '../../runtime/subscript.ts';
import { isTrue } from '../../runtime/truth.ts';
import { docs } from './docs.gen.ts';
import { attrGetterType, itemGetterType, methodCallerType } from './getters.ts';

type Name = keyof typeof docs;
const binary = (name: Name, f: (a: Value, b: Value) => Value): FunctionSpec =>
  fn('(a, b, /)', docs[name], f);
const unary = (name: Name, f: (a: Value) => Value): FunctionSpec => fn('(a, /)', docs[name], f);

function items(iterable: Value): Iteration {
  try {
    return iteration(iterable);
  } catch (error) {
    if (!isException(error, typeErrorType)) throw error;
    throw typeError(`argument of type '${typeOf(iterable).name}' is not iterable`);
  }
}

function countOf(iterable: Value, value: Value): Value {
  const source = items(iterable);
  let count = 0;
  for (;;) {
    const item = source.next();
    if (item === undefined) return smallInt(count);
    if (compare.equals(unwrap(item), value)) count++;
  }
}
function indexOf(iterable: Value, value: Value): Value {
  const source = items(iterable);
  for (let index = 0; ; index++) {
    const item = source.next();
    if (item === undefined) throw valueError('sequence.index(x): x not in sequence');
    if (compare.equals(unwrap(item), value)) return smallInt(index);
  }
}

const isSequence = (v: Value): boolean =>
  protoOf(v).__getitem__$1 !== undefined && !(v instanceof PyDict);

/** `a + b` of sequences only. */
const concatenation =
  (add: (a: Value, b: Value) => Value) =>
  (a: Value, b: Value): Value => {
    const concatenates = typeof a === 'string' || protoOf(a).concatenates === true;
    if (concatenates || (isSequence(a) && isSequence(b))) return add(a, b);
    throw typeError(`'${typeOf(a).name}' object can't be concatenated`);
  };

function hintOf(obj: Value, otherwise: Value): Value {
  const absent = intValue(otherwise);
  if (absent === undefined)
    throw typeError(`'${typeOf(otherwise).name}' object cannot be interpreted as an integer`);
  if (typeof absent === 'bigint')
    throw overflowError('Python int too large to convert to C ssize_t');
  return smallInt(lengthHint(obj, absent));
}

function abs(v: Value): Value {
  const entry = protoOf(v).__abs__$0;
  if (entry === undefined) throw typeError(`bad operand type for abs(): '${typeOf(v).name}'`);
  return unwrap(entry(v));
}

/** Compares without stopping at the first difference. */
function compareDigest(a: Value, b: Value): Value {
  const [x, y] = asciiTextOf(a, b);
  let difference = x.length ^ y.length;
  for (let i = 0; i < y.length; i++) difference |= (x[i] ?? 0) ^ y[i]!;
  return difference === 0;
}

const functions = {
  abs: unary('abs', abs),
  add: binary('add', arithmetic.add),
  and_: binary('and_', arithmetic.and),
  call: variadicFn(
    docs.call,
    (args, names) => {
      const [f] = args;
      if (args.length - (names?.length ?? 0) < 1)
        throw typeError('call expected at least 1 argument, got 0');
      return callArgs(f!, args.slice(1), names);
    },
    '($module, obj, /, *args, **kwargs)',
  ),
  concat: binary('concat', concatenation(arithmetic.add)),
  contains: binary('contains', contains),
  countOf: binary('countOf', countOf),
  delitem: binary('delitem', (a, b) => (delItem(a, b), null)),
  eq: binary('eq', compare.eq),
  floordiv: binary('floordiv', arithmetic.floordiv),
  ge: binary('ge', compare.ge),
  getitem: binary('getitem', getItem),
  gt: binary('gt', compare.gt),
  iadd: binary('iadd', arithmetic.iadd),
  iand: binary('iand', arithmetic.iand),
  iconcat: binary('iconcat', concatenation(arithmetic.iadd)),
  ifloordiv: binary('ifloordiv', arithmetic.ifloordiv),
  ilshift: binary('ilshift', arithmetic.ilshift),
  imatmul: binary('imatmul', arithmetic.imatmul),
  imod: binary('imod', arithmetic.imod),
  imul: binary('imul', arithmetic.imul),
  index: unary('index', v => int(asInt(v))),
  indexOf: binary('indexOf', indexOf),
  inv: unary('inv', arithmetic.invert),
  invert: unary('invert', arithmetic.invert),
  ior: binary('ior', arithmetic.ior),
  ipow: binary('ipow', arithmetic.ipower),
  irshift: binary('irshift', arithmetic.irshift),
  is_: binary('is_', compare.isSame),
  is_none: unary('is_none', v => v === null),
  is_not: binary('is_not', (a, b) => !compare.isSame(a, b)),
  is_not_none: unary('is_not_none', v => v !== null),
  isub: binary('isub', arithmetic.isub),
  itruediv: binary('itruediv', arithmetic.itruediv),
  ixor: binary('ixor', arithmetic.ixor),
  le: binary('le', compare.le),
  length_hint: fn('(obj, default=0, /)', docs.length_hint, hintOf),
  lshift: binary('lshift', arithmetic.lshift),
  lt: binary('lt', compare.lt),
  matmul: binary('matmul', arithmetic.matmul),
  mod: binary('mod', arithmetic.mod),
  mul: binary('mul', arithmetic.mul),
  ne: binary('ne', compare.ne),
  neg: unary('neg', arithmetic.neg),
  not_: unary('not_', v => !isTrue(v)),
  or_: binary('or_', arithmetic.or),
  pos: unary('pos', arithmetic.pos),
  pow: binary('pow', arithmetic.power),
  rshift: binary('rshift', arithmetic.rshift),
  setitem: fn('(a, b, c, /)', docs.setitem, (a, b, c) => (setItem(a, b, c), null)),
  sub: binary('sub', arithmetic.sub),
  truediv: binary('truediv', arithmetic.truediv),
  truth: unary('truth', isTrue),
  xor: binary('xor', arithmetic.xor),
  _compare_digest: binary('_compare_digest', compareDigest),
};

/** The operators as functions. CPython: Modules/_operator.c */
export const operatorModule = defineModule('_operator', {
  doc: docs[''],
  functions,
  types: {
    attrgetter: attrGetterType,
    itemgetter: itemGetterType,
    methodcaller: methodCallerType,
  },
});
