import { codePointAt } from '../../algorithms/text/contents.ts';
import { absolute } from '../../algorithms/int-math.ts';
import { intToText } from '../../algorithms/int-text.ts';
import { complexType, floatType, protoOf, typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/bytes.ts';
import { PyComplex } from '../../objects/complex.ts';
import { float, floatValue, isFloat, type PyFloat } from '../../objects/float.ts';
import { isInt, smallInt, type PyInt } from '../../objects/int.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { contentsOf, strLength, strOf } from '../../objects/str.ts';
import { add, divmod, power } from '../../runtime/arithmetic.ts';
import { isSubtype } from '../../runtime/attributes.ts';
import { callSpecial } from '../../runtime/call.ts';
import { asInt, asIndex, strValue } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { forEach } from '../../runtime/iterate.ts';
import { floatOf, intToFloat, intValue, realValue } from '../../runtime/numbers.ts';
import { unwrap } from '../../runtime/state.ts';

/** Builtin functions on numbers and characters. CPython: Python/bltinmodule.c */

const inBase = (prefix: string, base: 2 | 8 | 16) => (number: Value) => {
  const n = asInt(number);
  const digits = intToText(absolute(n), base);
  return `${n < 0 ? '-' : ''}${prefix}${digits}`;
};

function abs(x: Value): Value {
  if (isInt(x)) {
    if (typeof x === 'number') return smallInt(Math.abs(x));
    return absolute(x) as PyInt;
  }
  if (isFloat(x)) return float(Math.abs(floatValue(x)));
  const entry = protoOf(x).__abs__$0;
  if (entry === undefined) throw typeError(`bad operand type for abs(): '${typeOf(x).name}'`);
  return unwrap(entry(x));
}

function chr(i: Value): Value {
  const point = asIndex(i);
  if (point < 0 || point > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  if (point > 0xffff || (point >= 0xd800 && point < 0xe000)) return strOf(Uint32Array.of(point));
  return String.fromCharCode(point);
}

function ord(c: Value): Value {
  const text = strValue(c);
  const size =
    text !== undefined
      ? strLength(text)
      : c instanceof PyBytes || c instanceof PyByteArray
        ? c.data.length
        : undefined;
  if (size === undefined)
    throw typeError(`ord() expected string of length 1, but ${typeOf(c).name} found`);
  if (size !== 1) throw typeError(`ord() expected a character, but string of length ${size} found`);
  if (text !== undefined) return smallInt(codePointAt(contentsOf(text), 0));
  return smallInt((c as PyBytes).data[0]!);
}

function pow(base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === null) return power(base, exponent);
  const left = protoOf(base).__pow__$1;
  const right = typeOf(base) === typeOf(exponent) ? undefined : protoOf(exponent).__rpow__$1;
  const rightFirst = right !== undefined && isSubtype(typeOf(exponent), typeOf(base));
  if (rightFirst) {
    const result = unwrap(right(exponent, base, modulus));
    if (result !== NotImplemented) return result;
  }
  if (left !== undefined) {
    const result = unwrap(left(base, exponent, modulus));
    if (result !== NotImplemented) return result;
  }
  if (right !== undefined && !rightFirst) {
    const result = unwrap(right(exponent, base, modulus));
    if (result !== NotImplemented) return result;
  }
  // Of a modulus only the builtin numbers are asked, and all they do is refuse.
  const refusal = protoOf(modulus).__pow__$1;
  if (refusal !== undefined && (modulus instanceof PyComplex || floatOf(modulus) !== undefined))
    return unwrap(refusal(base, exponent, modulus));
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeOf(base).name}', '${typeOf(exponent).name}', '${typeOf(modulus).name}'`,
  );
}

function round(number: Value, digits: Value): Value {
  const result =
    digits === null ? callSpecial(number, '__round__') : callSpecial(number, '__round__', digits);
  if (result === undefined)
    throw typeError(`type ${typeOf(number).name} doesn't define __round__ method`);
  return result;
}

/** A sum of doubles that keeps what each addition loses. CPython: cs_add */
class CompensatedSum {
  private high: number;
  private low = 0;
  constructor(start: number) {
    this.high = start;
  }
  add(x: number): void {
    const { high } = this;
    const next = high + x;
    this.low += Math.abs(high) >= Math.abs(x) ? high - next + x : x - next + high;
    this.high = next;
  }
  value(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

/**
 * Takes items while they are of the kind that it sums, false for the first that is not: floats and
 * ints into a float, then also complex numbers into a complex number.
 */
interface Accumulator {
  take(item: Value): boolean;
  total(): Value;
}

const isExactFloat = (v: Value): v is PyFloat => isFloat(v) && typeOf(v) === floatType;
const isExactComplex = (v: Value): v is PyComplex =>
  v instanceof PyComplex && v.type === complexType;

function floatOrInt(item: Value): number | undefined {
  if (isExactFloat(item)) return floatValue(item);
  const int = intValue(item);
  return int === undefined ? undefined : intToFloat(int);
}

function floatAccumulator(start: number): Accumulator {
  const sum = new CompensatedSum(start);
  return {
    take: item => {
      const x = floatOrInt(item);
      if (x !== undefined) sum.add(x);
      return x !== undefined;
    },
    total: () => float(sum.value()),
  };
}

function complexAccumulator(start: PyComplex): Accumulator {
  const real = new CompensatedSum(start.real);
  const imag = new CompensatedSum(start.imag);
  return {
    take: item => {
      if (isExactComplex(item)) {
        real.add(item.real);
        imag.add(item.imag);
        return true;
      }
      const x = realValue(item);
      if (x !== undefined) real.add(x);
      return x !== undefined;
    },
    total: () => new PyComplex(real.value(), imag.value()),
  };
}

/** Ints are summed exactly, floats from the first on with compensation, complex numbers likewise; a kind once left does not come back. */
function sum(iterable: Value, start: Value): Value {
  if (strValue(start) !== undefined)
    throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes)
    throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray)
    throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  let total = start;
  let accumulator: Accumulator | undefined;
  let stage: 'ints' | 'floats' | 'complex' | 'any' = 'ints';
  const enter = (): void => {
    if (stage === 'ints' && isExactFloat(total)) {
      stage = 'floats';
      accumulator = floatAccumulator(floatValue(total));
    } else if (stage !== 'any' && isExactComplex(total)) {
      stage = 'complex';
      accumulator = complexAccumulator(total);
    } else stage = 'any';
  };
  if (!isInt(start)) enter();
  forEach(iterable, item => {
    if (accumulator !== undefined) {
      if (accumulator.take(item)) return;
      total = accumulator.total();
      accumulator = undefined;
    }
    total = add(total, item);
    if (stage !== 'any' && !isInt(total)) enter();
  });
  return accumulator === undefined ? total : accumulator.total();
}

export const numberFunctions = {
  abs: fn('(x, /)', `Return the absolute value of the argument.`, abs),
  bin: fn(
    '(number, /)',
    `Return the binary representation of an integer.

   >>> bin(2796202)
   '0b1010101010101010101010'`,
    inBase('0b', 2),
  ),
  oct: fn(
    '(number, /)',
    `Return the octal representation of an integer.

   >>> oct(342391)
   '0o1234567'`,
    inBase('0o', 8),
  ),
  hex: fn(
    '(number, /)',
    `Return the hexadecimal representation of an integer.

   >>> hex(12648430)
   '0xc0ffee'`,
    inBase('0x', 16),
  ),
  chr: fn(
    '(i, /)',
    `Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.`,
    chr,
  ),
  ord: fn(
    '(character, /)',
    `Return the ordinal value of a character.

If the argument is a one-character string, return the Unicode code
point of that character.

If the argument is a bytes or bytearray object of length 1, return its
single byte value.`,
    ord,
  ),
  divmod: fn('(x, y, /)', `Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.`, divmod),
  pow: fn(
    '(base, exp, mod=None)',
    `Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments

Some types, such as ints, are able to use a more efficient algorithm
when invoked using the three argument form.`,
    pow,
  ),
  round: fn(
    '(number, ndigits=None)',
    `Round a number to a given precision in decimal digits.

The return value is an integer if ndigits is omitted or None.
Otherwise the return value has the same type as the number.  ndigits
may be negative.`,
    round,
  ),
  sum: fn(
    '(iterable, /, start=0)',
    `Return the sum of a 'start' value (default: 0) plus an iterable of numbers

When the iterable is empty, return the start value.
This function is intended specifically for use with numeric values and
may reject non-numeric types.`,
    sum,
  ),
};
