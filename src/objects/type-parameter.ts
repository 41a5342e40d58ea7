import { PyObject, type Value } from './object.ts';
import type { PyStr } from './str.ts';
import type { PyTuple } from './tuple.ts';

/** What TypeVar, ParamSpec and TypeVarTuple share (PEP 484, 612, 646, 695, 696). CPython: Objects/typevarobject.c */
export abstract class PyTypeParameter extends PyObject {
  declare readonly name: PyStr;
  /** The default, or the function that evaluates it; undefined for none. */
  declare fallback: Value | undefined;
  declare evaluateFallback: Value;
  constructor(name: PyStr) {
    super();
    this.name = name;
    this.fallback = undefined;
    this.evaluateFallback = null;
  }
}
export class PyTypeVar extends PyTypeParameter {
  declare bound: Value | undefined;
  declare evaluateBound: Value;
  declare constraints: PyTuple | undefined;
  declare evaluateConstraints: Value;
  declare covariant: boolean;
  declare contravariant: boolean;
  declare inferVariance: boolean;
  constructor(name: PyStr) {
    super(name);
    this.bound = undefined;
    this.evaluateBound = null;
    this.constraints = undefined;
    this.evaluateConstraints = null;
    this.covariant = false;
    this.contravariant = false;
    this.inferVariance = false;
  }
}
export class PyParamSpec extends PyTypeParameter {
  declare bound: Value;
  declare covariant: boolean;
  declare contravariant: boolean;
  declare inferVariance: boolean;
  constructor(name: PyStr) {
    super(name);
    this.bound = null;
    this.covariant = false;
    this.contravariant = false;
    this.inferVariance = false;
  }
}
export class PyTypeVarTuple extends PyTypeParameter {}

/** `P.args` and `P.kwargs` of a ParamSpec. */
export class PyParamSpecArgs extends PyObject {
  declare readonly origin: Value;
  constructor(origin: Value) {
    super();
    this.origin = origin;
  }
}
export class PyParamSpecKwargs extends PyParamSpecArgs {}

/** Evaluates to a value that is there already. */
export class PyConstEvaluator extends PyObject {
  declare readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}

/** The type of NoDefault: what stands for the default of a parameter that has none. */
export class PyNoDefault extends PyObject {}

/** `type X = …` */
export class PyTypeAlias extends PyObject {
  declare readonly name: PyStr;
  declare readonly typeParams: PyTuple;
  declare readonly evaluate: Value;
  declare value: Value | undefined;
  declare readonly module: Value;
  constructor(name: PyStr, typeParams: PyTuple, evaluate: Value, module: Value) {
    super();
    this.name = name;
    this.typeParams = typeParams;
    this.evaluate = evaluate;
    this.value = undefined;
    this.module = module;
  }
}
