import * as ints from '../algorithms/int-math.ts';
import { trueDivide as divideInts } from '../algorithms/int-float.ts';
import { complexType, floatType, protoOf, typeOf } from '../objects/builtin-types.ts';
import { PyComplex } from '../objects/complex.ts';
import { overflowErrorType } from '../objects/exception-types.ts';
import { float, FloatBox } from '../objects/float.ts';
import { PySlotWrapper } from '../objects/function.ts';
import { isInt, smallInt, type Int, type PyInt } from '../objects/int.ts';
import { NotImplemented, type Entry, type PyObject, type Value } from '../objects/object.ts';
import { bind, isSubtype, lookup } from './attributes.ts';
import { call } from './call.ts';
import {
  memoryError,
  newException,
  overflowError,
  typeError,
  valueError,
  zeroDivisionError,
} from './errors.ts';
import { floatOf, intValue, realValue } from './numbers.ts';
import { unwrap } from './state.ts';

/**
 * Binary and unary operators: what compiled code calls where its inline shape for small numbers does not hold. CPython: Objects/abstract.c
 *
 * The functions on two ints and on two doubles stand here once; the slots of int and float are made of them too.
 */

type BinaryName =
  | '__add__'
  | '__sub__'
  | '__mul__'
  | '__matmul__'
  | '__truediv__'
  | '__floordiv__'
  | '__mod__'
  | '__divmod__'
  | '__pow__'
  | '__lshift__'
  | '__rshift__'
  | '__and__'
  | '__or__'
  | '__xor__';

/** A binary operator: its symbol in messages, its method, and what it means for two ints and for two doubles. */
export interface BinaryOperator {
  readonly symbol: string;
  readonly name: BinaryName;
  readonly ints: ((a: PyInt, b: PyInt) => Value) | null;
  readonly floats: ((a: number, b: number) => Value) | null;
}

const asValue = (n: number | bigint): Value => n as PyInt;

function divideFloats(a: number, b: number): Value {
  if (b === 0) throw zeroDivisionError('division by zero');
  return float(a / b);
}

function floorDivideFloats(a: number, b: number): Value {
  if (b === 0) throw zeroDivisionError('division by zero');
  return float(floatDivmod(a, b)[0]);
}
function modFloats(a: number, b: number): Value {
  if (b === 0) throw zeroDivisionError('division by zero');
  return float(floatModulo(a, b));
}
/** `a % b` with the sign of b. */
export function floatModulo(a: number, b: number): number {
  const remainder = a % b;
  if (remainder !== 0) return remainder < 0 !== b < 0 ? remainder + b : remainder;
  return b < 0 || Object.is(b, -0) ? -0 : 0;
}
/** Quotient and remainder of doubles; CPython: float_divmod */
export function floatDivmod(a: number, b: number): [number, number] {
  const mod = floatModulo(a, b);
  let quotient = (a - (a % b)) / b;
  if (a % b !== 0 && a % b < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, mod];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, mod];
}

function powInts(a: PyInt, b: PyInt): Value {
  if (b < 0) {
    if (a === 0) throw zeroDivisionError('zero to a negative power');
    return powFloats(realValue(a)!, realValue(b)!);
  }
  const result = ints.power(a, b);
  if (result === undefined) throw memoryError('');
  return asValue(result);
}
/** `a ** b` of doubles. A negative base with a fractional exponent is complex: undefined here. */
export function realPower(a: number, b: number): Value | undefined {
  if (b === 0 || a === 1) return float(1);
  if (a === 0 && b < 0) throw zeroDivisionError('zero to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return undefined;
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return float(1);
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b))
    throw newException(overflowErrorType, smallInt(34), 'Numerical result out of range');
  return float(result);
}
function powFloats(a: number, b: number): Value {
  const result = realPower(a, b);
  if (result !== undefined) return result;
  return complexPower(a, b);
}
/** A negative double to a fractional power is complex. */
function complexPower(a: number, b: number): Value {
  const power = lookup(complexType, '__pow__')!;
  return call(bind(power, new PyComplex(a, 0), complexType), float(b));
}

function shift(a: PyInt, b: PyInt, left: boolean): Value {
  if (b < 0) throw valueError('negative shift count');
  const result = left ? ints.shiftLeft(a, b) : ints.shiftRight(a, b);
  if (result === undefined) throw overflowError('too many digits in integer');
  return asValue(result);
}

function notZero(b: PyInt, message: string): void {
  if (b === 0) throw zeroDivisionError(message);
}

const operator = (
  symbol: string,
  name: BinaryName,
  onInts: BinaryOperator['ints'],
  onFloats: BinaryOperator['floats'],
): BinaryOperator => ({ symbol, name, ints: onInts, floats: onFloats });

export const operators = {
  add: operator(
    '+',
    '__add__',
    (a, b) => asValue(ints.add(a, b)),
    (a, b) => float(a + b),
  ),
  sub: operator(
    '-',
    '__sub__',
    (a, b) => asValue(ints.subtract(a, b)),
    (a, b) => float(a - b),
  ),
  mul: operator(
    '*',
    '__mul__',
    (a, b) => asValue(ints.multiply(a, b)),
    (a, b) => float(a * b),
  ),
  matmul: operator('@', '__matmul__', null, null),
  truediv: operator('/', '__truediv__', divideIntsChecked, divideFloats),
  floordiv: operator('//', '__floordiv__', floorDivideInts, floorDivideFloats),
  mod: operator('%', '__mod__', modInts, modFloats),
  pow: operator('** or pow()', '__pow__', powInts, powFloats),
  lshift: operator('<<', '__lshift__', (a, b) => shift(a, b, true), null),
  rshift: operator('>>', '__rshift__', (a, b) => shift(a, b, false), null),
  and: operator('&', '__and__', (a, b) => asValue(ints.bitAnd(a, b)), null),
  or: operator('|', '__or__', (a, b) => asValue(ints.bitOr(a, b)), null),
  xor: operator('^', '__xor__', (a, b) => asValue(ints.bitXor(a, b)), null),
} satisfies Record<string, BinaryOperator>;

function divideIntsChecked(a: PyInt, b: PyInt): Value {
  notZero(b, 'division by zero');
  const result = divideInts(a, b);
  if (!Number.isFinite(result))
    throw overflowError('integer division result too large for a float');
  return float(result);
}
function floorDivideInts(a: PyInt, b: PyInt): Value {
  notZero(b, 'division by zero');
  return asValue(ints.floorDivide(a, b));
}
function modInts(a: PyInt, b: PyInt): Value {
  notZero(b, 'division by zero');
  return asValue(ints.modulo(a, b));
}

/** Applies an operator to two values of any kind. */
function apply(operator: BinaryOperator, a: Value, b: Value): Value {
  const fast = applyExact(operator, a, b);
  if (fast !== undefined) return fast;
  const result = applySlots(operator.name, a, b);
  if (result !== NotImplemented) return result;
  throw unsupported(operator.symbol, a, b);
}

/** The result for numbers of exactly int or float; undefined for all else. */
function applyExact(operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isInteger(a) && Number.isInteger(b)) return operator.ints?.(a as Int, b as Int);
    return operator.floats?.(a, b);
  }
  const x = exactNumber(a);
  if (x === undefined) return undefined;
  const y = exactNumber(b);
  if (y === undefined) return undefined;
  if (isInt(a) && isInt(b)) return operator.ints?.(a, b);
  if (operator.floats === null) return undefined;
  return operator.floats(
    typeof x === 'bigint' ? realValue(a)! : x,
    typeof y === 'bigint' ? realValue(b)! : y,
  );
}

/** The value of an exact int or float. */
const exactNumber = (v: Value): number | bigint | undefined =>
  typeof v === 'number' || typeof v === 'bigint'
    ? v
    : v instanceof FloatBox && v.type === floatType
      ? v.value
      : undefined;

export const unsupported = (symbol: string, a: Value, b: Value) =>
  typeError(
    `unsupported operand type(s) for ${symbol}: '${typeOf(a).name}' and '${typeOf(b).name}'`,
  );

const entryKeys = new Map<string, string>();
/** `name$1`; a string made anew at each look-up would be slow to look up. */
function entryKey(name: string): string {
  let key = entryKeys.get(name);
  if (key === undefined) {
    key = `${name}$1`;
    entryKeys.set(name, key);
  }
  return key;
}
const slot = (v: Value, name: string): Entry | undefined =>
  (protoOf(v) as unknown as Record<string, Entry | undefined>)[entryKey(name)];

/** The slots of both operands in CPython's order; NotImplemented where neither has an answer. */
export function applySlots(name: BinaryName, a: Value, b: Value): Value {
  const left = slot(a, name);
  const right = slot(b, reflectedName(name));
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  // A sequence's concatenation and repetition come last: they are not number slots.
  const rightFirst =
    right !== undefined &&
    typeA !== typeB &&
    (isSubtype(typeB, typeA)
      ? right !== slot(a, reflectedName(name)) && overrides(typeB, typeA, name)
      : (name === '__add__' || name === '__mul__') &&
        protoOf(a).concatenates &&
        !(protoOf(b).concatenates && isBuiltinSlot(typeB, name)));
  if (rightFirst) {
    const result = unwrap(right(b, a));
    if (result !== NotImplemented) return result;
  }
  if (left !== undefined) {
    const result = unwrap(left(a, b));
    if (result !== NotImplemented) return result;
  }
  if (right !== undefined && !rightFirst && typeA !== typeB) return unwrap(right(b, a));
  return NotImplemented;
}

const isBuiltinSlot = (type: PyObject['type'], name: BinaryName): boolean =>
  lookup(type, reflectedName(name)) instanceof PySlotWrapper;

/** Whether a subclass has a reflected method of its own, which then comes first. */
function overrides(type: PyObject['type'], base: PyObject['type'], name: BinaryName): boolean {
  const reflected = reflectedName(name);
  return lookup(type, reflected) !== lookup(base, reflected);
}

const reflectedNames = new Map<string, string>();
function reflectedName(name: BinaryName): string {
  let reflected = reflectedNames.get(name);
  if (reflected === undefined) {
    reflected = `__r${name.slice(2)}`;
    reflectedNames.set(name, reflected);
  }
  return reflected;
}

const MAX = Number.MAX_SAFE_INTEGER;

export function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a + b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return t as PyInt;
  }
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return apply(operators.add, a, b);
}
export function sub(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a - b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return t as PyInt;
  }
  return apply(operators.sub, a, b);
}
export function mul(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a * b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return (t + 0) as PyInt;
  }
  return apply(operators.mul, a, b);
}
export const matmul = (a: Value, b: Value): Value => apply(operators.matmul, a, b);
export const truediv = (a: Value, b: Value): Value => apply(operators.truediv, a, b);
export const floordiv = (a: Value, b: Value): Value => apply(operators.floordiv, a, b);
export const mod = (a: Value, b: Value): Value => apply(operators.mod, a, b);
export const power = (a: Value, b: Value): Value => apply(operators.pow, a, b);
export const lshift = (a: Value, b: Value): Value => apply(operators.lshift, a, b);
export const rshift = (a: Value, b: Value): Value => apply(operators.rshift, a, b);
export const and = (a: Value, b: Value): Value => apply(operators.and, a, b);
export const or = (a: Value, b: Value): Value => apply(operators.or, a, b);
export const xor = (a: Value, b: Value): Value => apply(operators.xor, a, b);

/** `divmod(a, b)` */
export function divmod(a: Value, b: Value): Value {
  const result = applySlots('__divmod__', a, b);
  if (result === NotImplemented) throw unsupported('divmod()', a, b);
  return result;
}

/** `a += b` and its kin: the in-place method, else the operator. */
function applyInPlace(operator: BinaryOperator, a: Value, b: Value): Value {
  const fast = applyExact(operator, a, b);
  if (fast !== undefined) return fast;
  const inPlace = slot(a, `__i${operator.name.slice(2)}`);
  if (inPlace !== undefined) {
    const result = unwrap(inPlace(a, b));
    if (result !== NotImplemented) return result;
  }
  const result = applySlots(operator.name, a, b);
  if (result !== NotImplemented) return result;
  const symbol = operator === operators.pow ? '**' : operator.symbol;
  throw unsupported(`${symbol}=`, a, b);
}
export function iadd(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a + b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return t as PyInt;
  }
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return applyInPlace(operators.add, a, b);
}
export function isub(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a - b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return t as PyInt;
  }
  return applyInPlace(operators.sub, a, b);
}
export function imul(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const t = a * b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(t);
    if (t <= MAX && t >= -MAX) return (t + 0) as PyInt;
  }
  return applyInPlace(operators.mul, a, b);
}
export const imatmul = (a: Value, b: Value): Value => applyInPlace(operators.matmul, a, b);
export const itruediv = (a: Value, b: Value): Value => applyInPlace(operators.truediv, a, b);
export const ifloordiv = (a: Value, b: Value): Value => applyInPlace(operators.floordiv, a, b);
export const imod = (a: Value, b: Value): Value => applyInPlace(operators.mod, a, b);
export const ipower = (a: Value, b: Value): Value => applyInPlace(operators.pow, a, b);
export const ilshift = (a: Value, b: Value): Value => applyInPlace(operators.lshift, a, b);
export const irshift = (a: Value, b: Value): Value => applyInPlace(operators.rshift, a, b);
export const iand = (a: Value, b: Value): Value => applyInPlace(operators.and, a, b);
export const ior = (a: Value, b: Value): Value => applyInPlace(operators.or, a, b);
export const ixor = (a: Value, b: Value): Value => applyInPlace(operators.xor, a, b);

function unary(v: Value, entry: Entry | undefined, symbol: string): Value {
  if (entry === undefined)
    throw typeError(`bad operand type for unary ${symbol}: '${typeOf(v).name}'`);
  return unwrap(entry(v));
}
export function neg(v: Value): Value {
  if (typeof v === 'number') return v === 0 ? v : ((0 - (v as number)) as typeof v);
  return unary(v, protoOf(v).__neg__$0, '-');
}
export function pos(v: Value): Value {
  if (typeof v === 'number') return v;
  return unary(v, protoOf(v).__pos__$0, '+');
}
export function invert(v: Value): Value {
  if (isInt(v)) return asValue(ints.invert(v));
  return unary(v, protoOf(v).__invert__$0, '~');
}

/** The slots of int or float for an operator, which take bools and subclasses too. */
export const intSlot =
  (operator: BinaryOperator, swapped: boolean) =>
  (self: Value, other: Value): Value => {
    const a = intValue(self);
    const b = intValue(other);
    if (a === undefined || b === undefined) return NotImplemented;
    return swapped ? operator.ints!(b, a) : operator.ints!(a, b);
  };
export const floatSlot =
  (operator: BinaryOperator, swapped: boolean) =>
  (self: Value, other: Value): Value => {
    if (floatOf(self) === undefined && intValue(self) === undefined) return NotImplemented;
    const b = realValue(other);
    if (b === undefined) return NotImplemented;
    const a = realValue(self)!;
    return swapped ? operator.floats!(b, a) : operator.floats!(a, b);
  };
