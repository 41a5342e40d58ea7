import {
  divide,
  divideReal,
  multiply,
  power,
  type Complex,
} from '../algorithms/complex/arithmetic.ts';
import { complexRepr, parseComplexText } from '../algorithms/complex/text.ts';
import { formatComplex } from '../algorithms/format-number.ts';
import { FormatFailure, parseFormatSpec } from '../algorithms/format-spec.ts';
import { hashComplex } from '../algorithms/hash.ts';
import { compareWithFloat } from '../algorithms/int-float.ts';
import { hypot } from '../algorithms/libm/roots.ts';
import { asciiNumeral } from '../algorithms/text/predicates.ts';
import { complexType, typeOf } from '../objects/builtin-types.ts';
import { PyComplex } from '../objects/complex.ts';
import { deprecationWarningType } from '../objects/exception-types.ts';
import { float } from '../objects/float.ts';
import type { PyInt } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { contentsOf, strOf, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { call } from '../runtime/call.ts';
import { asFloat, strValue } from '../runtime/convert.ts';
import { findComplex } from '../runtime/complex.ts';
import { classMethod, constructor, defineType, method, type New } from '../runtime/declare.ts';
import { overflowError, typeError, valueError, zeroDivisionError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { floatOf, intValue, realValue } from '../runtime/numbers.ts';
import { reprText } from '../runtime/text.ts';
import { warnCaller } from '../runtime/warn.ts';
import { formatError } from './int.ts';

/** Complex numbers. CPython: Objects/complexobject.c */

type ComplexAllocator = new (real: number, imag: number) => PyComplex;

/** A complex number of a class. */
export const makeComplex = (type: PyType, { real, imag }: Complex): PyComplex =>
  new (type.alloc as unknown as ComplexAllocator)(real, imag);

const complex = ({ real, imag }: Complex): PyComplex => new PyComplex(real, imag);

function parse(text: PyStr, shown: Value): Complex {
  const value = parseComplexText(asciiNumeral(contentsOf(text)));
  if (value === 'malformed') throw valueError('complex() arg is a malformed string');
  if (value === 'underscore')
    throw valueError(`could not convert string to complex: ${reprText(shown)}`);
  return value;
}

const isReal = (v: Value): boolean => {
  const { proto } = typeOf(v);
  return proto.__float__$0 !== undefined || proto.__index__$0 !== undefined;
};

const wrongPart = (part: 'real' | 'imag', v: Value): string =>
  `complex() argument '${part}' must be a real number, not ${typeOf(v).name}`;

/** `complex(x)` with one positional argument: text, or anything that is a number. */
function fromAny(type: PyType, x: Value): Value {
  if (type === complexType && x instanceof PyComplex && x.type === complexType) return x;
  const text = strValue(x);
  if (text !== undefined) return makeComplex(type, parse(text, x));
  const whole = findComplex(x);
  if (whole !== undefined) return makeComplex(type, whole);
  if (!isReal(x))
    throw typeError(`complex() argument must be a string or a number, not ${typeOf(x).name}`);
  return makeComplex(type, { real: asFloat(x), imag: 0 });
}

/** From two parts, each of which may still be complex itself, which is deprecated. */
function fromParts(type: PyType, x: Value | undefined, y: Value | undefined): Value {
  const whole = x === undefined ? undefined : findComplex(x);
  if (x !== undefined && whole === undefined && !isReal(x)) throw typeError(wrongPart('real', x));
  if (y !== undefined && !(y instanceof PyComplex) && !isReal(y))
    throw typeError(wrongPart('imag', y));
  let real = 0;
  let imag = 0;
  if (whole !== undefined) {
    warnCaller(deprecationWarningType, wrongPart('real', x!));
    ({ real, imag } = whole);
  } else if (x !== undefined) real = asFloat(x);
  if (y instanceof PyComplex) {
    warnCaller(deprecationWarningType, wrongPart('imag', y));
    return makeComplex(type, {
      real: real - y.imag,
      imag: whole === undefined ? y.real : imag + y.real,
    });
  }
  if (y !== undefined) {
    const part = asFloat(y);
    imag = whole === undefined ? part : imag + part;
  }
  return makeComplex(type, { real, imag });
}

/** An operand as a complex number: OverflowError for ints too large, undefined for what is no number. */
function operand(v: Value): Complex | undefined {
  if (v instanceof PyComplex) return v;
  const real = realValue(v);
  return real === undefined ? undefined : { real, imag: 0 };
}

/** An operator on complex numbers; one operand may be real, which is not the same as having an imaginary part of zero. */
const mixed = (
  both: (a: Complex, b: Complex) => Complex,
  complexReal: (a: Complex, b: number) => Complex,
  realComplex: (a: number, b: Complex) => Complex,
) => {
  const apply = (a: Value, b: Value): Value => {
    if (a instanceof PyComplex) {
      if (b instanceof PyComplex) return complex(both(a, b));
      const y = realValue(b);
      return y === undefined ? NotImplemented : complex(complexReal(a, y));
    }
    const x = realValue(a);
    return x === undefined || !(b instanceof PyComplex)
      ? NotImplemented
      : complex(realComplex(x, b));
  };
  return { direct: apply, reflected: (self: Value, other: Value) => apply(other, self) };
};

const addition = mixed(
  (a, b) => ({ real: a.real + b.real, imag: a.imag + b.imag }),
  (a, b) => ({ real: a.real + b, imag: a.imag }),
  (a, b) => ({ real: a + b.real, imag: b.imag }),
);
const subtraction = mixed(
  (a, b) => ({ real: a.real - b.real, imag: a.imag - b.imag }),
  (a, b) => ({ real: a.real - b, imag: a.imag }),
  (a, b) => ({ real: a - b.real, imag: -b.imag }),
);
const multiplication = mixed(
  multiply,
  (a, b) => ({ real: a.real * b, imag: a.imag * b }),
  (a, b) => ({ real: a * b.real, imag: a * b.imag }),
);

function notZero(quotient: Complex | undefined): Complex {
  if (quotient === undefined) throw zeroDivisionError('division by zero');
  return quotient;
}
const division = mixed(
  (a, b) => notZero(divide(a, b)),
  (a, b) => notZero(b === 0 ? undefined : { real: a.real / b, imag: a.imag / b }),
  (a, b) => notZero(divideReal(a, b)),
);

function powerOf(x: Value, y: Value, mod: Value | undefined): Value {
  const a = operand(x);
  if (a === undefined) return NotImplemented;
  const b = operand(y);
  if (b === undefined) return NotImplemented;
  if (mod !== undefined && mod !== null) throw valueError('complex modulo');
  const result = power(a, b);
  if (result === 'zero') throw zeroDivisionError('zero to a negative or complex power');
  if (result === 'overflow') throw overflowError('complex exponentiation');
  return complex(result);
}

function isEqual(self: PyComplex, other: Value): boolean | undefined {
  if (other instanceof PyComplex) return self.real === other.real && self.imag === other.imag;
  const x = floatOf(other);
  if (x !== undefined) return self.imag === 0 && self.real === x;
  const n = intValue(other);
  if (n === undefined) return undefined;
  return self.imag === 0 && compareWithFloat(n, self.real) === 0;
}

function format(self: PyComplex, spec: PyStr): PyStr {
  const parsed = parseFormatSpec(contentsOf(spec), self.type.name, '>');
  if (parsed instanceof FormatFailure) throw formatError(parsed);
  const text = formatComplex(self.real, self.imag, parsed, self.type.name);
  if (text instanceof FormatFailure) throw formatError(text);
  return strOf(text);
}

const newFromParts = constructor('(real=0, imag=0)', fromParts);
/** One positional argument may be text, or whatever has `__complex__`; all else goes by the signature. */
const newComplex: New = {
  ...newFromParts,
  named(typeName) {
    const byParts = newFromParts.named(typeName);
    return (type, args, names) =>
      args.length === 1 && (names === null || names.length === 0)
        ? fromAny(type, args[0]!)
        : byParts(type, args, names);
  },
};

defineType(PyComplex, {
  name: 'complex',
  doc: `Create a complex number from a string or numbers.

If a string is given, parse it as a complex number.
If a single number is given, convert it to a complex number.
If the 'real' or 'imag' arguments are given, create a complex number
with the specified real and imaginary components.`,
  flags: ['base'],
  equality: 'builtin',
  new: newComplex,
  slots: {
    __repr__: self => complexRepr(self.real, self.imag),
    __hash__: self => hashComplex(hash(float(self.real)), hash(float(self.imag))) as PyInt,
    __bool__: self => self.real !== 0 || self.imag !== 0,
    __neg__: self => new PyComplex(-self.real, -self.imag),
    __pos__: self => (self.type === complexType ? self : complex(self)),
    __abs__(self) {
      const size = hypot(self.real, self.imag);
      if (size === Infinity && Number.isFinite(self.real) && Number.isFinite(self.imag))
        throw overflowError('absolute value too large');
      return float(size);
    },
    __eq__: (self, other) => isEqual(self, other) ?? NotImplemented,
    __ne__(self, other) {
      const same = isEqual(self, other);
      return same === undefined ? NotImplemented : !same;
    },
    __lt__: () => NotImplemented,
    __le__: () => NotImplemented,
    __gt__: () => NotImplemented,
    __ge__: () => NotImplemented,
    __add__: addition.direct,
    __radd__: addition.reflected,
    __sub__: subtraction.direct,
    __rsub__: subtraction.reflected,
    __mul__: multiplication.direct,
    __rmul__: multiplication.reflected,
    __truediv__: division.direct,
    __rtruediv__: division.reflected,
    __pow__: (self, other, mod) => powerOf(self, other, mod),
    __rpow__: (self, other, mod) => powerOf(other, self, mod),
  },
  members: {
    real: { doc: `the real part of a complex number`, get: self => float(self.real) },
    imag: { doc: `the imaginary part of a complex number`, get: self => float(self.imag) },
  },
  methods: {
    __complex__: method('()', `Convert this value to exact type complex.`, self =>
      self.type === complexType ? self : complex(self),
    ),
    __format__: method(
      '(format_spec: str, /)',
      `Convert to a string according to format_spec.`,
      format,
    ),
    __getnewargs__: method('()', '', self => tuple([float(self.real), float(self.imag)])),
    conjugate: method(
      '()',
      `Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.`,
      self => new PyComplex(self.real, -self.imag),
    ),
  },
  classMethods: {
    from_number: classMethod(
      '(number, /)',
      `Convert number to a complex floating-point number.`,
      (type, number) => {
        if (type === complexType && number instanceof PyComplex && number.type === complexType)
          return number;
        const value = complex(findComplex(number) ?? { real: asFloat(number), imag: 0 });
        return type === complexType ? value : call(type, value);
      },
    ),
  },
});
