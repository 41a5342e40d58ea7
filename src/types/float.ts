import {
  asIntegerRatio,
  floatHex,
  HEX_FLOAT_ERRORS,
  parseFloatText,
  parseHexFloat,
} from '../algorithms/float-parse.ts';
import { roundHalfEven, roundToPlaces } from '../algorithms/float-format.ts';
import { floatRepr } from '../algorithms/float-repr.ts';
import { formatDouble } from '../algorithms/format-number.ts';
import { FormatFailure, parseFormatSpec } from '../algorithms/format-spec.ts';
import { compareWithFloat } from '../algorithms/int-float.ts';
import { asciiNumeral } from '../algorithms/text/predicates.ts';
import { floatType, typeOf } from '../objects/builtin-types.ts';
import { float, FloatBox } from '../objects/float.ts';
import type { PyInt } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { floatDivmod, floatSlot, operators } from '../runtime/arithmetic.ts';
import { findBuffer } from '../runtime/buffer.ts';
import { call, type Names } from '../runtime/call.ts';
import { asFloat, asInt, strValue } from '../runtime/convert.ts';
import { classMethod, defineType, method, variadic } from '../runtime/declare.ts';
import { overflowError, typeError, valueError, zeroDivisionError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { floatOf, intValue, realValue } from '../runtime/numbers.ts';
import { reprText } from '../runtime/text.ts';
import { formatError, truncated } from './int.ts';

/** Double-precision floats. CPython: Objects/floatobject.c */

const valueOf = (self: Value): number => floatOf(self)!;

/** A float of a class. */
export const makeFloat = (type: PyType, value: number): Value =>
  type === floatType
    ? float(value)
    : new (type.alloc as unknown as new (value: number) => FloatBox)(value);

function parse(text: PyStr, shown: Value): number {
  const value = parseFloatText(asciiNumeral(contentsOf(text)).trim());
  if (value === undefined)
    throw valueError(`could not convert string to float: ${reprText(shown)}`);
  return value;
}

/** `float(x)` */
function toFloat(x: Value): number {
  const text = strValue(x);
  if (text !== undefined) return parse(text, x);
  const data = findBuffer(x);
  if (data !== undefined) return parse(str(String.fromCharCode(...data)), x);
  const proto = typeOf(x).proto;
  if (
    floatOf(x) === undefined &&
    proto.__float__$0 === undefined &&
    proto.__index__$0 === undefined
  )
    throw typeError(`float() argument must be a string or a real number, not '${typeOf(x).name}'`);
  return asFloat(x);
}

function newFloat(type: PyType, args: readonly Value[], names: Names): Value {
  if (names !== null && names.length > 0) throw typeError('float() takes no keyword arguments');
  if (args.length > 1) throw typeError(`float expected at most 1 argument, got ${args.length}`);
  return makeFloat(type, args.length === 0 ? 0 : toFloat(args[0]!));
}

/** Exact, also against ints beyond a double's precision; nan where unordered, undefined where not a number. */
function order(a: number, other: Value): number | undefined {
  const b = floatOf(other);
  if (b !== undefined) return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
  const n = intValue(other);
  return n === undefined ? undefined : -compareWithFloat(n, a);
}
const compareSlot =
  (test: (order: number) => boolean) =>
  (self: Value, other: Value): Value => {
    const ordered = order(valueOf(self), other);
    return ordered === undefined ? NotImplemented : test(ordered);
  };

const divmodSlot =
  (swapped: boolean) =>
  (self: Value, other: Value): Value => {
    const x = realValue(self);
    const y = realValue(other);
    if (x === undefined || y === undefined) return NotImplemented;
    const [a, b] = swapped ? [y, x] : [x, y];
    if (b === 0) throw zeroDivisionError('division by zero');
    return tuple(floatDivmod(a, b).map(float));
  };
const powerSlot = (swapped: boolean) => {
  const slot = floatSlot(operators.pow, swapped);
  return (self: Value, other: Value, mod?: Value): Value => {
    if (mod !== undefined && mod !== null)
      throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
    return slot(self, other);
  };
};

function integral(x: number, to: (x: number) => number): PyInt {
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
  return truncated(to(x));
}

function round(self: Value, digits: Value): Value {
  const x = valueOf(self);
  if (digits === null) return integral(x, roundHalfEven);
  const n = asInt(digits);
  if (!Number.isFinite(x)) return float(x);
  if (n > 323) return float(x);
  if (n < -308) return float(x < 0 ? -0 : 0);
  const rounded = roundToPlaces(x, Number(n));
  if (!Number.isFinite(rounded)) throw overflowError('rounded value too large to represent');
  return float(rounded);
}

function format(self: Value, spec: PyStr): PyStr {
  if (spec === '') return floatRepr(valueOf(self));
  const parsed = parseFormatSpec(contentsOf(spec), typeOf(self).name, '>');
  if (parsed instanceof FormatFailure) throw formatError(parsed);
  const text = formatDouble(valueOf(self), parsed, typeOf(self).name);
  if (text instanceof FormatFailure) throw formatError(text);
  return strOf(text);
}

function integerRatio(x: number): Value {
  if (Number.isNaN(x)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw overflowError('cannot convert Infinity to integer ratio');
  return tuple(asIntegerRatio(x).map(n => n as PyInt));
}

defineType(FloatBox, {
  name: 'float',
  doc: `Convert a string or number to a floating-point number, if possible.`,
  flags: ['base'],
  equality: 'builtin',
  new: variadic(newFloat),
  slots: {
    __repr__: self => floatRepr(valueOf(self)),
    __hash__: self => hash(float(valueOf(self))),
    __bool__: self => valueOf(self) !== 0,
    __int__: self => integral(valueOf(self), Math.trunc),
    __float__: self => float(valueOf(self)),
    __neg__: self => float(-valueOf(self)),
    __pos__: self => float(valueOf(self)),
    __abs__: self => float(Math.abs(valueOf(self))),
    __eq__: compareSlot(ordered => ordered === 0),
    __ne__: compareSlot(ordered => ordered !== 0),
    __lt__: compareSlot(ordered => ordered < 0),
    __le__: compareSlot(ordered => ordered <= 0),
    __gt__: compareSlot(ordered => ordered > 0),
    __ge__: compareSlot(ordered => ordered >= 0),
    __add__: floatSlot(operators.add, false),
    __radd__: floatSlot(operators.add, true),
    __sub__: floatSlot(operators.sub, false),
    __rsub__: floatSlot(operators.sub, true),
    __mul__: floatSlot(operators.mul, false),
    __rmul__: floatSlot(operators.mul, true),
    __truediv__: floatSlot(operators.truediv, false),
    __rtruediv__: floatSlot(operators.truediv, true),
    __floordiv__: floatSlot(operators.floordiv, false),
    __rfloordiv__: floatSlot(operators.floordiv, true),
    __mod__: floatSlot(operators.mod, false),
    __rmod__: floatSlot(operators.mod, true),
    __divmod__: divmodSlot(false),
    __rdivmod__: divmodSlot(true),
    __pow__: powerSlot(false),
    __rpow__: powerSlot(true),
  },
  attributes: {
    real: { doc: `the real part of a complex number`, get: self => float(valueOf(self)) },
    imag: { doc: `the imaginary part of a complex number`, get: () => float(0) },
  },
  methods: {
    __ceil__: method('()', `Return the ceiling as an Integral.`, self =>
      integral(valueOf(self), Math.ceil),
    ),
    __floor__: method('()', `Return the floor as an Integral.`, self =>
      integral(valueOf(self), Math.floor),
    ),
    __trunc__: method('()', `Return the Integral closest to x between 0 and x.`, self =>
      integral(valueOf(self), Math.trunc),
    ),
    __round__: method(
      '(ndigits=None, /)',
      `Return the Integral closest to x, rounding half toward even.

When an argument is passed, work like built-in round(x, ndigits).`,
      round,
    ),
    __format__: method(
      '(format_spec: str, /)',
      `Formats the float according to format_spec.`,
      format,
    ),
    __getnewargs__: method('()', '', self => tuple([float(valueOf(self))])),
    as_integer_ratio: method(
      '()',
      `Return a pair of integers, whose ratio is exactly equal to the original float.

The ratio is in lowest terms and has a positive denominator.  Raise
OverflowError on infinities and a ValueError on NaNs.

>>> (10.0).as_integer_ratio()
(10, 1)
>>> (0.0).as_integer_ratio()
(0, 1)
>>> (-.25).as_integer_ratio()
(-1, 4)`,
      self => integerRatio(valueOf(self)),
    ),
    conjugate: method('()', `Return self, the complex conjugate of any float.`, self =>
      float(valueOf(self)),
    ),
    hex: method(
      '()',
      `Return a hexadecimal representation of a floating-point number.

>>> (-0.1).hex()
'-0x1.999999999999ap-4'
>>> 3.14159.hex()
'0x1.921f9f01b866ep+1'`,
      self => floatHex(valueOf(self)),
    ),
    is_integer: method('()', `Return True if the float is an integer.`, self =>
      Number.isInteger(valueOf(self)),
    ),
  },
  classMethods: {
    __getformat__: classMethod(
      '(typestr: str, /)',
      `You probably don't want to use this function.

  typestr
    Must be 'double' or 'float'.

It exists mainly to be used in Python's test suite.

This function returns whichever of 'unknown', 'IEEE, big-endian' or
'IEEE, little-endian' best describes the format of floating-point
numbers used by the C type named by typestr.`,
      (_type, typestr) => {
        if (typestr !== 'double' && typestr !== 'float')
          throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
        return 'IEEE, little-endian';
      },
    ),
    from_number: classMethod(
      '(number, /)',
      `Convert real number to a floating-point number.`,
      (type, number) => {
        if (strValue(number) !== undefined || findBuffer(number) !== undefined)
          throw typeError(`must be real number, not ${typeOf(number).name}`);
        const value = float(asFloat(number));
        return type === floatType ? value : call(type, value);
      },
    ),
    fromhex: classMethod(
      '(string: str, /)',
      `Create a floating-point number from a hexadecimal string.

>>> float.fromhex('0x1.ffffp10')
2047.984375
>>> float.fromhex('-0x1p-1074')
-5e-324`,
      (type, string) => {
        const value = parseHexFloat(utf16(string));
        if (typeof value === 'string') {
          const message = HEX_FLOAT_ERRORS[value];
          throw value === 'overflow' ? overflowError(message) : valueError(message);
        }
        return type === floatType ? float(value) : call(type, float(value));
      },
    ),
  },
});
