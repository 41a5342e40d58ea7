import { PyObject, type Value } from './object.ts';
import type { PyStr } from './str.ts';
import type { PyTuple } from './tuple.ts';

/** The value of a t-string (PEP 750). CPython: Objects/templateobject.c */
export class PyTemplate extends PyObject {
  declare readonly strings: PyTuple;
  declare readonly interpolations: PyTuple;
  constructor(strings: PyTuple, interpolations: PyTuple) {
    super();
    this.strings = strings;
    this.interpolations = interpolations;
  }
}
/** CPython: Objects/interpolationobject.c */
export class PyInterpolation extends PyObject {
  declare readonly value: Value;
  declare readonly expression: PyStr;
  declare readonly conversion: Value;
  declare readonly formatSpec: PyStr;
  constructor(value: Value, expression: PyStr, conversion: Value, formatSpec: PyStr) {
    super();
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }
}
