import * as ints from '../algorithms/int-math.ts';
import { toFloat, trueDivide } from '../algorithms/int-float.ts';
import {
  concat,
  repeat,
  slice,
  textEquals,
  textOf,
  codePointAt,
} from '../algorithms/text/contents.ts';
import * as ast from '../syntax/ast.gen.ts';

/**
 * Values of constant expressions: what CPython folds in Python/flowgraph.c and, in patterns, in
 * Python/ast_preprocess.c. Only results that no run could tell from the unfolded ones: a pow of floats is left alone,
 * since the platform's may differ in the last digit.
 */

type IntValue = ints.IntValue;
type Complex = Extract<ast.ConstantValue, { type: 'complex' }>;
type Sequence = Extract<ast.ConstantValue, { type: 'str' | 'bytes' | 'tuple' }>;

// CPython's limits on what is worth keeping as a constant.
const MAX_INT_BITS = 128;
const MAX_STR_SIZE = 4096;
const MAX_COLLECTION_SIZE = 256;
const MAX_TOTAL_ITEMS = 1024;

/** The value of a constant expression; undefined when it has none or computing it raises. */
export function foldConstant(e: ast.expr): ast.ConstantValue | undefined {
  switch (e.kind) {
    case 'Constant':
      return e.value;
    case 'Tuple':
      return e.ctx === 'Load' ? foldTuple(e.elts) : undefined;
    case 'UnaryOp': {
      const operand = foldConstant(e.operand);
      return operand === undefined ? undefined : foldUnary(e.op, operand);
    }
    case 'BinOp': {
      const left = foldConstant(e.left);
      if (left === undefined) return undefined;
      const right = foldConstant(e.right);
      return right === undefined ? undefined : foldBinary(left, e.op, right);
    }
    case 'Subscript':
      return e.ctx === 'Load' ? foldSubscript(e) : undefined;
    default:
      return undefined;
  }
}

/** bool() of a constant. */
export function constantTruth(value: ast.ConstantValue): boolean {
  if (value === null || typeof value === 'boolean') return value === true;
  switch (value.type) {
    case 'int':
    case 'float':
      // NaN is true.
      return value.value !== 0;
    case 'complex':
      return value.imag !== 0 || (value.real ?? 0) !== 0;
    case 'Ellipsis':
      return true;
    default:
      return value.value.length > 0;
  }
}

/** `-1`, `1+2j` and the like in a pattern, where they must be constants. */
export function foldPatternNumber(e: ast.expr): ast.expr {
  const value = patternNumber(e);
  if (value === undefined || e.kind === 'Constant') return e;
  return new ast.Constant(value, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
}

function patternNumber(e: ast.expr): ast.ConstantValue | undefined {
  if (e.kind === 'Constant') return e.value;
  if (e.kind === 'UnaryOp' && e.op === 'USub' && e.operand.kind === 'Constant') {
    return foldUnary('USub', e.operand.value);
  }
  if (e.kind === 'BinOp' && (e.op === 'Add' || e.op === 'Sub') && e.right.kind === 'Constant') {
    const left = patternNumber(e.left);
    return left === undefined ? undefined : foldBinary(left, e.op, e.right.value);
  }
  return undefined;
}

function foldTuple(elts: readonly ast.expr[]): ast.ConstantValue | undefined {
  const value: ast.ConstantValue[] = [];
  for (const elt of elts) {
    const item = foldConstant(elt);
    if (item === undefined) return undefined;
    value.push(item);
  }
  return { type: 'tuple', value };
}

const int = (value: IntValue): ast.ConstantValue => ({ type: 'int', value });
const float = (value: number): ast.ConstantValue => ({ type: 'float', value });

function intOf(value: ast.ConstantValue): IntValue | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value !== null && value.type === 'int' ? value.value : undefined;
}

function isComplex(value: ast.ConstantValue): value is Complex {
  return typeof value === 'object' && value !== null && value.type === 'complex';
}

/** float() of a real number; undefined also when the int is too big. */
function realOf(value: ast.ConstantValue): number | undefined {
  if (typeof value === 'object' && value !== null && value.type === 'float') return value.value;
  const whole = intOf(value);
  if (whole === undefined) return undefined;
  const x = toFloat(whole);
  return Number.isFinite(x) ? x : undefined;
}

function foldUnary(op: ast.unaryop, value: ast.ConstantValue): ast.ConstantValue | undefined {
  if (op === 'Not') return !constantTruth(value);
  const whole = intOf(value);
  if (whole !== undefined) {
    // ~True warns.
    if (op === 'Invert') return typeof value === 'boolean' ? undefined : int(ints.invert(whole));
    return int(op === 'USub' ? ints.negate(whole) : whole);
  }
  if (value === null || typeof value === 'boolean' || op === 'Invert') return undefined;
  if (value.type === 'float') return op === 'USub' ? float(-value.value) : value;
  if (value.type !== 'complex') return undefined;
  return op === 'USub' ? { type: 'complex', real: -(value.real ?? 0), imag: -value.imag } : value;
}

function foldBinary(
  left: ast.ConstantValue,
  op: ast.operator,
  right: ast.ConstantValue,
): ast.ConstantValue | undefined {
  const a = intOf(left);
  const b = intOf(right);
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      if (op === 'BitAnd') return left && right;
      if (op === 'BitOr') return left || right;
      if (op === 'BitXor') return left !== right;
    }
    return foldInts(a, op, b);
  }
  if (isComplex(left) || isComplex(right)) return foldComplex(left, op, right);
  const x = realOf(left);
  const y = realOf(right);
  if (x !== undefined && y !== undefined) return foldFloats(x, op, y);
  return foldSequences(left, op, right);
}

function foldInts(a: IntValue, op: ast.operator, b: IntValue): ast.ConstantValue | undefined {
  switch (op) {
    case 'Add':
      return int(ints.add(a, b));
    case 'Sub':
      return int(ints.subtract(a, b));
    case 'Mult':
      if (ints.bitLength(a) + ints.bitLength(b) > MAX_INT_BITS) return undefined;
      return int(ints.multiply(a, b));
    case 'FloorDiv':
      return b === 0 ? undefined : int(ints.floorDivide(a, b));
    case 'Mod':
      return b === 0 ? undefined : int(ints.modulo(a, b));
    case 'Div': {
      const quotient = b === 0 ? Infinity : trueDivide(a, b);
      return Number.isFinite(quotient) ? float(quotient) : undefined;
    }
    case 'Pow': {
      if (b < 0 || b > MAX_INT_BITS) return undefined;
      if (ints.bitLength(a) * Number(b) > MAX_INT_BITS) return undefined;
      const power = ints.power(a, b);
      return power === undefined ? undefined : int(power);
    }
    case 'LShift': {
      if (b < 0 || b > MAX_INT_BITS || ints.bitLength(a) + Number(b) > MAX_INT_BITS) {
        return undefined;
      }
      const shifted = ints.shiftLeft(a, b);
      return shifted === undefined ? undefined : int(shifted);
    }
    case 'RShift':
      return b < 0 ? undefined : int(ints.shiftRight(a, b));
    case 'BitAnd':
      return int(ints.bitAnd(a, b));
    case 'BitOr':
      return int(ints.bitOr(a, b));
    case 'BitXor':
      return int(ints.bitXor(a, b));
    case 'MatMult':
      return undefined;
  }
}

function foldFloats(x: number, op: ast.operator, y: number): ast.ConstantValue | undefined {
  switch (op) {
    case 'Add':
      return float(x + y);
    case 'Sub':
      return float(x - y);
    case 'Mult':
      return float(x * y);
    case 'Div':
      return y === 0 ? undefined : float(x / y);
    default:
      return undefined;
  }
}

/** A real operand has no imaginary part at all, not one of 0.0, so that the sign of the other's zero stays. */
function foldComplex(
  left: ast.ConstantValue,
  op: ast.operator,
  right: ast.ConstantValue,
): ast.ConstantValue | undefined {
  if (op !== 'Add' && op !== 'Sub') return undefined;
  const x = isComplex(left) ? (left.real ?? 0) : realOf(left);
  const y = isComplex(right) ? (right.real ?? 0) : realOf(right);
  if (x === undefined || y === undefined) return undefined;
  const real = op === 'Add' ? x + y : x - y;
  if (!isComplex(left)) {
    const { imag } = right as Complex;
    return { type: 'complex', real, imag: op === 'Add' ? imag : -imag };
  }
  if (!isComplex(right)) return { type: 'complex', real, imag: left.imag };
  const imag = op === 'Add' ? left.imag + right.imag : left.imag - right.imag;
  return { type: 'complex', real, imag };
}

function isSequence(value: ast.ConstantValue): value is Sequence {
  if (value === null || typeof value === 'boolean') return false;
  return value.type === 'str' || value.type === 'bytes' || value.type === 'tuple';
}

function foldSequences(
  left: ast.ConstantValue,
  op: ast.operator,
  right: ast.ConstantValue,
): ast.ConstantValue | undefined {
  if (op === 'Mult') {
    if (isSequence(left)) return foldRepeat(left, intOf(right));
    return isSequence(right) ? foldRepeat(right, intOf(left)) : undefined;
  }
  if (op !== 'Add' || !isSequence(left) || !isSequence(right)) return undefined;
  if (left.type === 'str' && right.type === 'str') {
    return { type: 'str', value: concat(left.value, right.value) };
  }
  if (left.type === 'bytes' && right.type === 'bytes') {
    const value = new Uint8Array(left.value.length + right.value.length);
    value.set(left.value);
    value.set(right.value, left.value.length);
    return { type: 'bytes', value };
  }
  if (left.type === 'tuple' && right.type === 'tuple') {
    return { type: 'tuple', value: [...left.value, ...right.value] };
  }
  return undefined;
}

/** How many values a tuple holds, those in its tuples included; more than `limit` count as infinitely many. */
function totalItems(value: readonly ast.ConstantValue[], limit: number): number {
  let total = value.length;
  for (const item of value) {
    if (total > limit) return Infinity;
    if (typeof item === 'object' && item !== null && item.type === 'tuple') {
      total += totalItems(item.value, limit - total);
    }
  }
  return total > limit ? Infinity : total;
}

function foldRepeat(
  sequence: Sequence,
  times: IntValue | undefined,
): ast.ConstantValue | undefined {
  if (times === undefined) return undefined;
  const count = times < 0 ? 0 : Number(times);
  const size = sequence.value.length;
  if (sequence.type === 'tuple') {
    if (size > 0 && count > 0) {
      if (times < 0 || count > MAX_COLLECTION_SIZE / size) return undefined;
      if (totalItems(sequence.value, MAX_TOTAL_ITEMS / count) === Infinity) return undefined;
    }
    const value: ast.ConstantValue[] = [];
    for (let i = 0; i < count && size > 0; i++) value.push(...sequence.value);
    return { type: 'tuple', value };
  }
  if (size > 0 && count > MAX_STR_SIZE / size) return undefined;
  if (sequence.type === 'str') {
    return { type: 'str', value: size === 0 ? '' : repeat(sequence.value, count) };
  }
  const value = new Uint8Array(size === 0 ? 0 : size * count);
  for (let at = 0; at < value.length; at += size) value.set(sequence.value, at);
  return { type: 'bytes', value };
}

function foldSubscript(e: ast.Subscript): ast.ConstantValue | undefined {
  const sequence = foldConstant(e.value);
  if (sequence === undefined || !isSequence(sequence)) return undefined;
  if (e.slice.kind === 'Slice') return foldSlice(sequence, e.slice);
  const index = foldConstant(e.slice);
  const at = index === undefined ? undefined : intOf(index);
  if (typeof at !== 'number') return undefined;
  const size = sequence.value.length;
  const position = at < 0 ? at + size : at;
  if (position < 0 || position >= size) return undefined;
  if (sequence.type === 'str') {
    return { type: 'str', value: textOf(codePointAt(sequence.value, position)) };
  }
  if (sequence.type === 'bytes') return int(sequence.value[position]!);
  return sequence.value[position];
}

function foldSlice(sequence: Sequence, s: ast.Slice): ast.ConstantValue | undefined {
  if (s.step !== null) return undefined;
  const size = sequence.value.length;
  const start = sliceBound(s.lower, 0, size);
  const stop = sliceBound(s.upper, size, size);
  if (start === undefined || stop === undefined) return undefined;
  const end = Math.max(start, stop);
  switch (sequence.type) {
    case 'str':
      return { type: 'str', value: slice(sequence.value, start, end) };
    case 'bytes':
      return { type: 'bytes', value: sequence.value.slice(start, end) };
    case 'tuple':
      return { type: 'tuple', value: sequence.value.slice(start, end) };
  }
}

function sliceBound(e: ast.expr | null, missing: number, size: number): number | undefined {
  const value = e === null ? null : foldConstant(e);
  if (value === undefined) return undefined;
  if (value === null) return missing;
  const bound = intOf(value);
  if (bound === undefined) return undefined;
  return bound < 0 ? Math.max(Number(bound) + size, 0) : Math.min(Number(bound), size);
}

/** `==` of two constants as dict keys, where 1, 1.0, 1+0j and True are one. */
export function constantsEqual(left: ast.ConstantValue, right: ast.ConstantValue): boolean {
  if (left === null || right === null) return left === right;
  const a = intOf(left);
  const b = intOf(right);
  if (a !== undefined && b !== undefined) return a === b;
  if (isComplex(left) || isComplex(right)) {
    const x = complexOf(left);
    const y = complexOf(right);
    return x !== undefined && y !== undefined && x.real === y.real && x.imag === y.imag;
  }
  const x = exactReal(left);
  const y = exactReal(right);
  // JavaScript compares a bigint with a number exactly.
  if (x !== undefined || y !== undefined) return x !== undefined && y !== undefined && x == y; // eslint-disable-line eqeqeq
  if (typeof left === 'boolean' || typeof right === 'boolean') return false;
  if (left.type === 'str' && right.type === 'str') return textEquals(left.value, right.value);
  if (left.type === 'bytes' && right.type === 'bytes') {
    const other = right.value;
    return left.value.length === other.length && left.value.every((byte, i) => byte === other[i]);
  }
  if (left.type === 'tuple' && right.type === 'tuple') {
    const other = right.value;
    return (
      left.value.length === other.length &&
      left.value.every((item, i) => constantsEqual(item, other[i]!))
    );
  }
  return left.type === 'Ellipsis' && right.type === 'Ellipsis';
}

function exactReal(value: ast.ConstantValue): IntValue | undefined {
  if (typeof value === 'object' && value !== null && value.type === 'float') return value.value;
  return intOf(value);
}

function complexOf(value: ast.ConstantValue): { real: IntValue; imag: number } | undefined {
  if (isComplex(value)) return { real: value.real ?? 0, imag: value.imag };
  const real = exactReal(value);
  return real === undefined ? undefined : { real, imag: 0 };
}
