import * as ints from '../algorithms/int-math.ts';
import { fromBytes, toBytes, TO_BYTES_ERRORS } from '../algorithms/int-bytes.ts';
import { fromFloat } from '../algorithms/int-float.ts';
import { powerModulo } from '../algorithms/int-number-theory.ts';
import { intToText, parseIntText } from '../algorithms/int-text.ts';
import { formatDouble, formatInt, isFloatCode } from '../algorithms/format-number.ts';
import { FormatFailure, parseFormatSpec } from '../algorithms/format-spec.ts';
import { asciiNumeral } from '../algorithms/text/predicates.ts';
import { intType, typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { float } from '../objects/float.ts';
import { IntObject, smallInt, type PyInt } from '../objects/int.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { invert as invertInt, intSlot, operators } from '../runtime/arithmetic.ts';
import { findSpecial } from '../runtime/attributes.ts';
import { findBuffer } from '../runtime/buffer.ts';
import { call, type Names } from '../runtime/call.ts';
import { asInt, intResult, strValue } from '../runtime/convert.ts';
import { classMethod, defineType, method, variadic } from '../runtime/declare.ts';
import { overflowError, typeError, valueError, zeroDivisionError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { listItems } from '../runtime/iterate.ts';
import { intToFloat, intValue } from '../runtime/numbers.ts';
import { thread, unwrap } from '../runtime/state.ts';
import { maxStrDigits } from '../runtime/str-digits.ts';
import { reprText } from '../runtime/text.ts';

/** Integers of any size. CPython: Objects/longobject.c */

const valueOf = (self: Value): PyInt => intValue(self)!;
const asValue = (n: number | bigint): PyInt => n as PyInt;

/** An int of a class: a bare value, or an instance of a subclass. */
export const makeInt = (type: PyType, value: PyInt): Value =>
  type === intType ? value : new (type.alloc as unknown as new (value: PyInt) => IntObject)(value);

/** The decimal text of an int; ValueError beyond the limit of digits. */
export function decimalText(value: PyInt): string {
  if (typeof value === 'bigint') {
    const limit = maxStrDigits(thread.interpreter);
    const bits = ints.bitLength(value);
    if (limit > 0 && bits * 0.30103 > limit + 1)
      throw valueError(
        `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
      );
    const text = intToText(value);
    if (limit > 0 && text.length - (value < 0n ? 1 : 0) > limit)
      throw valueError(
        `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
      );
    return text;
  }
  return String(value);
}

/** `int(text, base)` */
function parse(text: PyStr, base: number, shown: Value): PyInt {
  const numeral = asciiNumeral(contentsOf(text)).trim();
  if ((base & (base - 1)) !== 0 || base === 0) checkDigits(numeral);
  const value = parseIntText(numeral, base);
  if (value === undefined)
    throw valueError(`invalid literal for int() with base ${base}: ${reprText(shown)}`);
  return asValue(value);
}
function checkDigits(numeral: string): void {
  const limit = maxStrDigits(thread.interpreter);
  if (limit === 0 || numeral.length <= limit || /^[+-]?0[xXoObB]/.test(numeral)) return;
  const digits = numeral.replace(/[^0-9]/g, '').length;
  if (digits > limit)
    throw valueError(
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
}

function fromText(x: Value, base: number): PyInt | undefined {
  const text = strValue(x);
  if (text !== undefined) return parse(text, base, x);
  const data = findBuffer(x);
  if (data === undefined) return undefined;
  return parse(
    str(String.fromCharCode(...data)),
    base,
    x instanceof PyBytes || x instanceof PyByteArray ? x : new PyBytes(data),
  );
}

/** The value of up to 15 plain digits, else -1. */
function plainDecimal(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `int(x)` of anything. */
export function toInt(x: Value): PyInt {
  const exact = typeOf(x) === intType ? intValue(x) : undefined;
  if (exact !== undefined) return exact;
  if (typeof x === 'boolean') return smallInt(x ? 1 : 0);
  if (typeof x === 'string') {
    const plain = plainDecimal(x);
    return plain >= 0 ? smallInt(plain) : parse(x, 10, x);
  }
  const proto = typeOf(x).proto;
  if (proto.__int__$0 !== undefined) {
    return intResult(unwrap(proto.__int__$0(x)), '__int__');
  }
  if (proto.__index__$0 !== undefined) return asInt(x);
  const trunc = findSpecial(x, '__trunc__');
  if (trunc !== undefined) return asInt(call(trunc));
  const parsed = fromText(x, 10);
  if (parsed !== undefined) return parsed;
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeOf(x).name}'`,
  );
}

function newInt(type: PyType, args: readonly Value[], names: Names): Value {
  const positional = args.length - (names?.length ?? 0);
  if (args.length > 2) throw typeError(`int() takes at most 2 arguments (${args.length} given)`);
  let base: Value | undefined = positional > 1 ? args[1] : undefined;
  names?.forEach((name, i) => {
    if (name !== 'base') throw typeError(`int() got an unexpected keyword argument '${name}'`);
    base = args[positional + i]!;
  });
  const [x] = positional > 0 ? args : [];
  if (x === undefined) {
    if (base !== undefined) throw typeError('int() missing string argument');
    return makeInt(type, smallInt(0));
  }
  if (base === undefined) return makeInt(type, toInt(x));
  const n = asInt(base);
  if (typeof n === 'bigint' || (n !== 0 && (n < 2 || n > 36)))
    throw valueError('int() base must be >= 2 and <= 36, or 0');
  const value = fromText(x, n);
  if (value === undefined) throw typeError("int() can't convert non-string with explicit base");
  return makeInt(type, value);
}

/** `pow(a, b, m)` */
function power(a: PyInt, b: PyInt, mod: Value): Value {
  const modulus = intValue(mod);
  if (modulus === undefined) return NotImplemented;
  if (modulus === 0) throw valueError('pow() 3rd argument cannot be 0');
  const result = powerModulo(a, b, modulus);
  if (result === undefined) throw valueError('base is not invertible for the given modulus');
  return asValue(result);
}

const powerSlot =
  (swapped: boolean) =>
  (self: Value, other: Value, mod?: Value): Value => {
    const a = intValue(self);
    const b = intValue(other);
    if (a === undefined || b === undefined) return NotImplemented;
    if (mod !== undefined && mod !== null) return swapped ? power(b, a, mod) : power(a, b, mod);
    return swapped ? operators.pow.ints!(b, a) : operators.pow.ints!(a, b);
  };

const divmodSlot =
  (swapped: boolean) =>
  (self: Value, other: Value): Value => {
    const x = intValue(self);
    const y = intValue(other);
    if (x === undefined || y === undefined) return NotImplemented;
    const [a, b] = swapped ? [y, x] : [x, y];
    if (b === 0) throw zeroDivisionError('division by zero');
    return tuple(ints.divmod(a, b).map(asValue));
  };

const compareSlot =
  (test: (order: number) => boolean) =>
  (self: Value, other: Value): Value => {
    const a = intValue(self);
    const b = intValue(other);
    return a === undefined || b === undefined ? NotImplemented : test(ints.compare(a, b));
  };

function format(self: Value, spec: PyStr): PyStr {
  const value = valueOf(self);
  if (spec === '')
    return typeof self === 'boolean'
      ? self
        ? 'True'
        : 'False'
      : typeof self === 'object' && self instanceof PyObject
        ? unwrapText(self)
        : decimalText(value);
  const parsed = parseFormatSpec(contentsOf(spec), typeOf(self).name, '>');
  if (parsed instanceof FormatFailure) throw formatError(parsed);
  const text = isFloatCode(parsed.type)
    ? formatDouble(intToFloat(value), parsed, typeOf(self).name)
    : formatInt(value, parsed, typeOf(self).name);
  if (text instanceof FormatFailure) throw formatError(text);
  return strOf(text);
}
const unwrapText = (self: PyObject): PyStr => {
  const text = unwrap(self.__str__$0!(self));
  return strValue(text)!;
};
export const formatError = (failure: FormatFailure) =>
  failure.exception === 'OverflowError'
    ? overflowError(utf16(strOf(failure.message)))
    : valueError(utf16(strOf(failure.message)));

function roundTo(self: Value, digits: Value): Value {
  const value = valueOf(self);
  if (digits === null) return value;
  const n = asInt(digits);
  if (n >= 0) return value;
  if (typeof n === 'bigint') return smallInt(0);
  const unit = asValue(ints.power(smallInt(10), smallInt(-(n as number))) ?? 0);
  const [, rest] = ints.divmodNear(value, unit);
  return asValue(ints.subtract(value, rest));
}

function byteOrder(order: PyStr): boolean {
  if (order === 'little') return true;
  if (order === 'big') return false;
  throw valueError("byteorder must be either 'little' or 'big'");
}

defineType(IntObject, {
  name: 'int',
  doc: `int([x]) -> integer
int(x, base=10) -> integer

Convert a number or string to an integer, or return 0 if no arguments
are given.  If x is a number, return x.__int__().  For floating-point
numbers, this truncates towards zero.

If x is not a number or if base is given, then x must be a string,
bytes, or bytearray instance representing an integer literal in the
given base.  The literal can be preceded by '+' or '-' and be surrounded
by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.
Base 0 means to interpret the base from the string as an integer
iteral.
>>> int('0b100', base=0)
4`,
  flags: ['base'],
  equality: 'builtin',
  new: variadic(newInt),
  slots: {
    __repr__: self => decimalText(valueOf(self)),
    __hash__: self => hash(valueOf(self)),
    __bool__: self => valueOf(self) !== 0,
    __int__: self => valueOf(self),
    __index__: self => valueOf(self),
    __float__: self => float(intToFloat(valueOf(self))),
    __neg__: self => asValue(ints.negate(valueOf(self))),
    __pos__: self => valueOf(self),
    __abs__: self => asValue(ints.absolute(valueOf(self))),
    __invert__: self => invertInt(valueOf(self)),
    __eq__: compareSlot(order => order === 0),
    __ne__: compareSlot(order => order !== 0),
    __lt__: compareSlot(order => order < 0),
    __le__: compareSlot(order => order <= 0),
    __gt__: compareSlot(order => order > 0),
    __ge__: compareSlot(order => order >= 0),
    __add__: intSlot(operators.add, false),
    __radd__: intSlot(operators.add, true),
    __sub__: intSlot(operators.sub, false),
    __rsub__: intSlot(operators.sub, true),
    __mul__: intSlot(operators.mul, false),
    __rmul__: intSlot(operators.mul, true),
    __truediv__: intSlot(operators.truediv, false),
    __rtruediv__: intSlot(operators.truediv, true),
    __floordiv__: intSlot(operators.floordiv, false),
    __rfloordiv__: intSlot(operators.floordiv, true),
    __mod__: intSlot(operators.mod, false),
    __rmod__: intSlot(operators.mod, true),
    __divmod__: divmodSlot(false),
    __rdivmod__: divmodSlot(true),
    __pow__: powerSlot(false),
    __rpow__: powerSlot(true),
    __lshift__: intSlot(operators.lshift, false),
    __rlshift__: intSlot(operators.lshift, true),
    __rshift__: intSlot(operators.rshift, false),
    __rrshift__: intSlot(operators.rshift, true),
    __and__: intSlot(operators.and, false),
    __rand__: intSlot(operators.and, true),
    __or__: intSlot(operators.or, false),
    __ror__: intSlot(operators.or, true),
    __xor__: intSlot(operators.xor, false),
    __rxor__: intSlot(operators.xor, true),
  },
  attributes: {
    real: { doc: `the real part of a complex number`, get: self => valueOf(self) },
    imag: { doc: `the imaginary part of a complex number`, get: () => smallInt(0) },
    numerator: {
      doc: `the numerator of a rational number in lowest terms`,
      get: self => valueOf(self),
    },
    denominator: {
      doc: `the denominator of a rational number in lowest terms`,
      get: () => smallInt(1),
    },
  },
  methods: {
    __ceil__: method('()', `Ceiling of an Integral returns itself.`, self => valueOf(self)),
    __floor__: method('()', `Flooring an Integral returns itself.`, self => valueOf(self)),
    __trunc__: method('()', `Truncating an Integral returns itself.`, self => valueOf(self)),
    __round__: method(
      '(ndigits=None, /)',
      `Rounding an Integral returns itself.

Rounding with an ndigits argument also returns an integer.`,
      roundTo,
    ),
    __format__: method(
      '(format_spec: str, /)',
      `Convert to a string according to format_spec.`,
      format,
    ),
    __getnewargs__: method('()', '', self => tuple([valueOf(self)])),
    __sizeof__: method('()', `Returns size in memory, in bytes.`, self =>
      smallInt(24 + 4 * Math.max(1, Math.ceil(ints.bitLength(valueOf(self)) / 30))),
    ),
    as_integer_ratio: method(
      '()',
      `Return a pair of integers, whose ratio is equal to the original int.

The ratio is in lowest terms and has a positive denominator.

>>> (10).as_integer_ratio()
(10, 1)
>>> (-10).as_integer_ratio()
(-10, 1)
>>> (0).as_integer_ratio()
(0, 1)`,
      self => tuple([valueOf(self), smallInt(1)]),
    ),
    bit_count: method(
      '()',
      `Number of ones in the binary representation of the absolute value of self.

Also known as the population count.

>>> bin(13)
'0b1101'
>>> (13).bit_count()
3`,
      self => smallInt(ints.bitCount(valueOf(self))),
    ),
    bit_length: method(
      '()',
      `Number of bits necessary to represent self in binary.

>>> bin(37)
'0b100101'
>>> (37).bit_length()
6`,
      self => smallInt(ints.bitLength(valueOf(self))),
    ),
    conjugate: method('()', `Returns self, the complex conjugate of any int.`, self =>
      valueOf(self),
    ),
    is_integer: method(
      '()',
      `Returns True. Exists for duck type compatibility with float.is_integer.`,
      () => true,
    ),
    to_bytes: method(
      "(length: index = 1, byteorder: str = 'big', *, signed: bool = False)",
      `Return an array of bytes representing an integer.

  length
    Length of bytes object to use.  An OverflowError is raised if
    the integer is not representable with the given number of bytes.
    Default is length 1.
  byteorder
    The byte order used to represent the integer.  If byteorder is
    'big', the most significant byte is at the beginning of the byte
    array.  If byteorder is 'little', the most significant byte is at
    the end of the byte array.  To request the native byte order of
    the host system, use sys.byteorder as the byte order value.
    Default is to use 'big'.
  signed
    Determines whether two's complement is used to represent the
    integer.  If signed is False and a negative integer is given,
    an OverflowError is raised.`,
      (self, length, order, signed) => {
        const little = byteOrder(order);
        if (length < 0) throw valueError('length argument must be non-negative');
        const data = toBytes(valueOf(self), length, little, signed);
        if (typeof data === 'string') throw overflowError(TO_BYTES_ERRORS[data]);
        return new PyBytes(data);
      },
    ),
  },
  classMethods: {
    from_bytes: classMethod(
      "(bytes, byteorder: str = 'big', *, signed: bool = False)",
      `Return the integer represented by the given array of bytes.

  bytes
    Holds the array of bytes to convert.  The argument must either
    support the buffer protocol or be an iterable object producing
    bytes.  Bytes and bytearray are examples of built-in objects that
    support the buffer protocol.
  byteorder
    The byte order used to represent the integer.  If byteorder is
    'big', the most significant byte is at the beginning of the byte
    array.  If byteorder is 'little', the most significant byte is at
    the end of the byte array.  To request the native byte order of
    the host system, use sys.byteorder as the byte order value.
    Default is to use 'big'.
  signed
    Indicates whether two's complement is used to represent the
    integer.`,
      (type, bytes, order, signed) => {
        const little = byteOrder(order);
        const value = asValue(fromBytes(dataOf(bytes), little, signed));
        return type === intType ? value : call(type, value);
      },
    ),
  },
});

function dataOf(v: Value): Uint8Array {
  const data = findBuffer(v);
  if (data !== undefined) return data;
  const bytes = findSpecial(v, '__bytes__');
  if (bytes !== undefined) {
    const made = call(bytes);
    if (!(made instanceof PyBytes))
      throw typeError(`__bytes__ returned non-bytes (type ${typeOf(made).name})`);
    return made.data;
  }
  if (strValue(v) !== undefined) throw typeError("cannot convert 'str' object to bytes");
  return Uint8Array.from(listItems(v), item => {
    const n = asInt(item);
    if (n < 0 || n > 255) throw valueError('bytes must be in range(0, 256)');
    return n as number;
  });
}

/** The int of a finite double, towards zero. */
export const truncated = (x: number): PyInt => asValue(fromFloat(x));
