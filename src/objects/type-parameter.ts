import { PyObject, type Value } from './object.ts';
import type { PyTuple } from './tuple.ts';

/** What TypeVar, ParamSpec and TypeVarTuple share (PEP 484, 612, 646, 695, 696). CPython: Objects/typevarobject.c */
export abstract class PyTypeParameter extends PyObject {
  declare readonly name: Value;
  /** The default, or the function that evaluates it; undefined for none. */
  declare fallback: Value | undefined;
  declare evaluateFallback: Value;
  constructor(name: Value) {
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
  constructor(name: Value) {
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
  constructor(name: Value) {
    super(name);
    this.bound = null;
    this.covariant = false;
    this.contravariant = false;
    this.inferVariance = false;
  }
}
export class PyTypeVarTuple extends PyTypeParameter {}

/** `type X = …` */
export class PyTypeAlias extends PyObject {
  declare readonly name: Value;
  declare readonly typeParams: PyTuple;
  declare readonly evaluate: Value;
  declare value: Value | undefined;
  declare readonly module: Value;
  constructor(name: Value, typeParams: PyTuple, evaluate: Value, module: Value) {
    super();
    this.name = name;
    this.typeParams = typeParams;
    this.evaluate = evaluate;
    this.value = undefined;
    this.module = module;
  }
}
