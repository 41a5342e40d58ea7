import {
  fma,
  fractionalPart,
  frexpExponent,
  frexpMantissa,
  nextAfter,
  remainder,
} from '../../algorithms/float-steps.ts';
import { hasSignBit, ldexp } from '../../algorithms/float-bits.ts';
import { atan2 } from '../../algorithms/libm/inverse-trigonometry.ts';
import { pow } from '../../algorithms/libm/pow.ts';
import { vectorNorm } from '../../algorithms/libm/roots.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { float } from '../../objects/float.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { lookup } from '../../runtime/attributes.ts';
import { callSpecial } from '../../runtime/call.ts';
import { asFloat, asInt, intOfFloat } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { floatOf, intValue } from '../../runtime/numbers.ts';
import { docs } from './docs.gen.ts';
import { domainError, rangeError } from './elementary.ts';

/** The other functions of doubles. CPython: Modules/mathmodule.c */

/** `floor` and `ceil`: the method of the class, else of the double. */
function rounded(v: Value, name: '__floor__' | '__ceil__', f: (x: number) => number): Value {
  const x = typeof v === 'number' ? v : floatOf(v);
  if (x === undefined || (typeof v === 'object' && lookup(typeOf(v), name) === undefined)) {
    const result = callSpecial(v, name);
    if (result !== undefined) return result;
  }
  const whole = f(asFloat(v));
  if (Number.isNaN(whole)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(whole)) throw overflowError('cannot convert float infinity to integer');
  return intOfFloat(whole + 0);
}

function power(x: number, y: number): Value {
  const result = pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (Number.isNaN(result) || (x === 0 && y < 0)) throw domainError();
    if (!Number.isFinite(result)) throw rangeError();
  }
  return float(result);
}

function modulo(x: number, y: number): Value {
  const result = x % y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw domainError();
  return float(result);
}
function ieeeRemainder(x: number, y: number): Value {
  if (Number.isNaN(x) || Number.isNaN(y)) return float(NaN);
  if (!Number.isFinite(x) || y === 0) throw domainError();
  return float(Number.isFinite(y) ? remainder(x, y) : x);
}

function fusedMultiplyAdd(x: number, y: number, z: number): Value {
  const result = fma(x, y, z);
  if (Number.isFinite(result)) return float(result);
  if (Number.isNaN(result)) {
    if (![x, y, z].some(Number.isNaN)) throw valueError('invalid operation in fma');
  } else if ([x, y, z].every(Number.isFinite)) throw overflowError('overflow in fma');
  return float(result);
}

function scaled(x: number, exponent: Value): Value {
  const n = intValue(exponent);
  if (n === undefined) throw typeError('Expected an int as second argument to ldexp.');
  if (x === 0 || !Number.isFinite(x)) return float(x);
  const clipped = Number(n > 10_000 ? 10_000 : n < -10_000 ? -10_000 : n);
  const result = ldexp(x, clipped);
  if (!Number.isFinite(result)) throw rangeError();
  return float(result);
}

const coordinates = (items: readonly Value[]): number[] => items.map(asFloat);
function distance(p: Value, q: Value): Value {
  const from = p instanceof PyTuple ? p.items : listItems(p);
  const to = q instanceof PyTuple ? q.items : listItems(q);
  if (from.length !== to.length)
    throw valueError('both points must have the same number of dimensions');
  return float(vectorNorm(from.map((each, i) => asFloat(each) - asFloat(to[i]!))));
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const gap = Math.abs(b - a);
  return gap <= Math.abs(relative * b) || gap <= Math.abs(relative * a) || gap <= absolute;
}

function stepsAfter(x: number, y: number, steps: Value): Value {
  if (steps === null) return float(nextAfter(x, y, 1));
  const count = asInt(steps);
  if (count < 0) throw valueError('steps must be a non-negative integer');
  return float(nextAfter(x, y, count));
}

export const reals = {
  atan2: fn('(y: float, x: float, /)', docs.atan2, (y, x) => float(atan2(y, x))),
  ceil: fn('(x, /)', docs.ceil, x => rounded(x, '__ceil__', Math.ceil)),
  copysign: fn('(x: float, y: float, /)', docs.copysign, (x, y) =>
    float(hasSignBit(y) ? -Math.abs(x) : Math.abs(x)),
  ),
  dist: fn('(p, q, /)', docs.dist, distance),
  floor: fn('(x, /)', docs.floor, x => rounded(x, '__floor__', Math.floor)),
  fma: fn('(x: float, y: float, z: float, /)', docs.fma, fusedMultiplyAdd),
  fmod: fn('(x: float, y: float, /)', docs.fmod, modulo),
  frexp: fn('(x: float, /)', docs.frexp, x =>
    tuple([float(frexpMantissa(x)), smallInt(frexpExponent(x))]),
  ),
  hypot: fn('(*coordinates)', docs.hypot, items => float(vectorNorm(coordinates(items)))),
  isclose: fn(
    '(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)',
    docs.isclose,
    isClose,
  ),
  isfinite: fn('(x: float, /)', docs.isfinite, x => Number.isFinite(x)),
  isinf: fn('(x: float, /)', docs.isinf, x => x === Infinity || x === -Infinity),
  isnan: fn('(x: float, /)', docs.isnan, x => Number.isNaN(x)),
  ldexp: fn('(x: float, i, /)', docs.ldexp, scaled),
  modf: fn('(x: float, /)', docs.modf, x => {
    if (!Number.isFinite(x) && !Number.isNaN(x)) return tuple([float(x > 0 ? 0 : -0), float(x)]);
    return tuple([float(fractionalPart(x)), float(Math.trunc(x))]);
  }),
  nextafter: fn('(x: float, y: float, /, *, steps=None)', docs.nextafter, stepsAfter),
  pow: fn('(x: float, y: float, /)', docs.pow, power),
  remainder: fn('(x: float, y: float, /)', docs.remainder, ieeeRemainder),
  trunc: fn('(x, /)', docs.trunc, x => {
    const exact = typeof x === 'number' && !Number.isInteger(x) ? (x as number) : undefined;
    if (exact !== undefined && Number.isFinite(exact)) return int(Math.trunc(exact) + 0);
    const result = callSpecial(x, '__trunc__');
    if (result === undefined)
      throw typeError(`type ${typeOf(x).name} doesn't define __trunc__ method`);
    return result;
  }),
};
