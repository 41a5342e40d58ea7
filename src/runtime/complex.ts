import { complexType, typeOf } from '../objects/builtin-types.ts';
import { PyComplex } from '../objects/complex.ts';
import { deprecationWarningType } from '../objects/exception-types.ts';
import type { Value } from '../objects/object.ts';
import { findSpecial } from './attributes.ts';
import { call } from './call.ts';
import { asFloat } from './convert.ts';
import { typeError } from './errors.ts';
import { warnCaller } from './warn.ts';

/** Numbers as complex numbers. CPython: Objects/complexobject.c, try_complex_special_method */

/** The complex number that a value is or that its `__complex__` gives; undefined where there is neither. */
export function findComplex(v: Value): PyComplex | undefined {
  if (v instanceof PyComplex) return v;
  if (typeof v !== 'object' || v === null) return undefined;
  const convert = findSpecial(v, '__complex__');
  if (convert === undefined) return undefined;
  const result = call(convert);
  if (!(result instanceof PyComplex))
    throw typeError(`__complex__ returned non-complex (type ${typeOf(result).name})`);
  if (result.type !== complexType)
    warnCaller(
      deprecationWarningType,
      `__complex__ returned non-complex (type ${result.type.name}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`,
    );
  return result;
}

/** Any number as a complex one. TypeError for all else. */
export function asComplex(v: Value): { readonly real: number; readonly imag: number } {
  return findComplex(v) ?? { real: asFloat(v), imag: 0 };
}
