import { floatRepr } from '../../algorithms/float-repr.ts';
import { frexpInt } from '../../algorithms/int-float.ts';
import { erf, erfc } from '../../algorithms/libm/erf.ts';
import { exp, exp2 } from '../../algorithms/libm/exp.ts';
import { gamma, lgamma } from '../../algorithms/libm/gamma.ts';
import { acosh, asinh, atanh, cosh, sinh } from '../../algorithms/libm/hyperbolic.ts';
import { acos, asin, atan } from '../../algorithms/libm/inverse-trigonometry.ts';
import { log, log10, log2 } from '../../algorithms/libm/log.ts';
import { cbrt } from '../../algorithms/libm/roots.ts';
import { cos, sin, tan } from '../../algorithms/libm/trigonometry.ts';
import { ulp } from '../../algorithms/float-steps.ts';
import { float } from '../../objects/float.ts';
import type { PyInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { truediv } from '../../runtime/arithmetic.ts';
import { asFloat, asInt } from '../../runtime/convert.ts';
import { fn, variadicFn, type FunctionSpec } from '../../runtime/declare-module.ts';
import { overflowError, valueError } from '../../runtime/errors.ts';
import { floatOf, intValue } from '../../runtime/numbers.ts';
import { docs } from './docs.gen.ts';

/** The functions of one double. CPython: Modules/mathmodule.c, math_1 */

type Name = keyof typeof docs;
type RealFunction = (x: number) => number;

export const domainError = () => valueError('math domain error');
export const rangeError = () => overflowError('math range error');

/** A function of a double; what is outside its domain gives `refusal` with the argument, what is too large is out of range. */
const real = (name: Name, f: RealFunction, refusal = 'math domain error'): FunctionSpec =>
  fn('(x: float, /)', docs[name], x => {
    const y = f(x);
    if (y - y !== 0) check(x, y, refusal);
    return float(y);
  });
/** An infinity or nan that comes of a finite number is an error, and a nan of an infinity. */
function check(x: number, y: number, refusal: string): void {
  if (Number.isNaN(y) && !Number.isNaN(x)) throw refused(x, refusal);
  if (!Number.isNaN(y) && Number.isFinite(x)) throw rangeError();
}
const refused = (x: number, refusal: string) => valueError(refusal.replace('{}', floatRepr(x)));

/** As `real`, for a function with poles, which are outside its domain too. */
const withPoles = (
  name: Name,
  f: RealFunction,
  isPole: (x: number) => boolean,
  refusal: string,
): FunctionSpec =>
  fn('(x: float, /)', docs[name], x => {
    if (isPole(x)) throw refused(x, refusal);
    const y = f(x);
    if (y - y !== 0) check(x, y, refusal);
    return float(y);
  });

const unitInterval = 'expected a number in range from -1 up to 1, got {}';
const finite = 'expected a finite input, got {}';
const noPole = 'expected a noninteger or positive integer, got {}';

/** A logarithm of a number of any size. */
function logarithm(v: Value, f: RealFunction): number {
  const n = floatOf(v) === undefined ? intOf(v) : undefined;
  if (n !== undefined) {
    if (n <= 0) throw valueError('expected a positive input');
    if (typeof n === 'number') return f(n);
    const x = Number(n);
    if (Number.isFinite(x)) return f(x);
    const [mantissa, exponent] = frexpInt(n);
    return f(mantissa) + f(2) * exponent;
  }
  const x = asFloat(v);
  if (x <= 0) throw refused(x, 'expected a positive input, got {}');
  return f(x);
}
/** The int of what is one or has `__index__` and no `__float__`. */
export function intOf(v: Value): PyInt | undefined {
  const n = intValue(v);
  if (n !== undefined) return n;
  const isIndex = v instanceof PyObject && v.__index__$0 !== undefined;
  return isIndex && v.__float__$0 === undefined ? asInt(v) : undefined;
}

const anyLog = variadicFn(docs.log, (args, names) => {
  refuseNames('math.log', names);
  checkPositional('log', args.length, 1, 2);
  const numerator = logarithm(args[0]!, log);
  if (args.length === 1) return float(numerator);
  return truediv(float(numerator), float(logarithm(args[1]!, log)));
});

const DEGREES = 180 / Math.PI;
const RADIANS = Math.PI / 180;

export const elementary = {
  acos: real('acos', acos, unitInterval),
  acosh: real('acosh', acosh, 'expected argument value not less than 1, got {}'),
  asin: real('asin', asin, unitInterval),
  asinh: real('asinh', asinh),
  atan: real('atan', atan),
  atanh: withPoles(
    'atanh',
    atanh,
    x => Math.abs(x) >= 1,
    'expected a number between -1 and 1, got {}',
  ),
  cbrt: real('cbrt', cbrt),
  cos: real('cos', cos, finite),
  cosh: real('cosh', cosh),
  degrees: fn('(x: float, /)', docs.degrees, x => float(x * DEGREES)),
  erf: real('erf', erf),
  erfc: real('erfc', erfc),
  exp: real('exp', exp),
  exp2: real('exp2', exp2),
  expm1: real('expm1', Math.expm1),
  fabs: fn('(x: float, /)', docs.fabs, x => float(Math.abs(x))),
  gamma: withPoles('gamma', gamma, x => x === -Infinity || (x <= 0 && Number.isInteger(x)), noPole),
  lgamma: withPoles('lgamma', lgamma, x => x <= 0 && Number.isInteger(x), noPole),
  log: anyLog,
  log10: fn('(x, /)', docs.log10, x => float(logarithm(x, log10))),
  log1p: withPoles('log1p', Math.log1p, x => x <= -1, 'expected argument value > -1, got {}'),
  log2: fn('(x, /)', docs.log2, x => float(logarithm(x, log2))),
  radians: fn('(x: float, /)', docs.radians, x => float(x * RADIANS)),
  sin: real('sin', sin, finite),
  sinh: real('sinh', sinh),
  sqrt: real('sqrt', Math.sqrt, 'expected a nonnegative input, got {}'),
  tan: real('tan', tan, finite),
  tanh: real('tanh', Math.tanh),
  ulp: fn('(x: float, /)', docs.ulp, x => float(ulp(x))),
};
