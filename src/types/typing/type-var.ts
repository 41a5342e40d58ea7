import { emptyTuple, tuple, type PyTuple } from '../../objects/tuple.ts';
import { PyTypeVar } from '../../objects/type-parameter.ts';
import type { Value } from '../../objects/object.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { docs } from './docs.gen.ts';
import { callTyping, checkType, evaluate, evaluatorOf, NoDefault } from './evaluation.ts';
import {
  checkVariance,
  defaultAttributes,
  parameterMethods,
  setModule,
  shownVariance,
  unionSlots,
  varianceMembers,
  withDefault,
} from './parameters.ts';

function boundOf(self: PyTypeVar): Value {
  if (self.bound !== undefined) return self.bound;
  if (self.evaluateBound === null) return null;
  return (self.bound = evaluate(self.evaluateBound));
}

function constraintsOf(self: PyTypeVar): Value {
  if (self.constraints !== undefined) return self.constraints;
  if (self.evaluateConstraints === null) return emptyTuple;
  return (self.constraints = evaluate(self.evaluateConstraints) as PyTuple);
}

/** CPython: Objects/typevarobject.c, typevar_new_impl */
export const typeVarType = defineType(PyTypeVar, {
  name: 'TypeVar',
  module: 'typing',
  doc: docs.TypeVar,
  flags: ['dict', 'weakref'],
  new: constructor(
    '(name: str, *constraints, bound=None, default=<unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)',
    (_type, name, constraints, bound, fallback, covariant, contravariant, inferVariance) => {
      checkVariance({ covariant, contravariant, inferVariance });
      const made = new PyTypeVar(name);
      if (bound !== null) made.bound = checkType(bound, 'Bound must be a type.');
      if (constraints.length === 1) throw typeError('A single constraint is not allowed');
      if (constraints.length > 1) {
        if (bound !== null) throw typeError('Constraints cannot be combined with bound=...');
        made.constraints = tuple(constraints);
      }
      made.covariant = covariant;
      made.contravariant = contravariant;
      made.inferVariance = inferVariance;
      made.fallback = fallback === undefined ? NoDefault : fallback;
      return setModule(made);
    },
    'typevar',
  ),
  slots: { __repr__: shownVariance, ...unionSlots },
  members: { __name__: self => self.name, ...varianceMembers },
  attributes: {
    __bound__: { get: boundOf },
    __constraints__: { get: constraintsOf },
    ...defaultAttributes(),
    evaluate_bound: { get: self => evaluatorOf(self.bound, self.evaluateBound) },
    evaluate_constraints: {
      get: self => evaluatorOf(self.constraints, self.evaluateConstraints),
    },
  },
  methods: {
    ...parameterMethods('TypeVar'),
    __typing_subst__: method('(arg, /)', null, (self, arg) =>
      callTyping('_typevar_subst', [self, arg]),
    ),
    __typing_prepare_subst__: method('(alias, args, /)', null, withDefault),
  },
});
