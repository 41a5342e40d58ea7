import type { Value } from '../../objects/object.ts';
import { str, utf16, type PyStr } from '../../objects/str.ts';
import type { PyTuple } from '../../objects/tuple.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyTypeParameter } from '../../objects/type-parameter.ts';
import { getAttr, setOwnAttribute } from '../../runtime/attributes.ts';
import { method, type Attribute } from '../../runtime/declare.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { strText } from '../../runtime/text.ts';
import { anyUnion } from '../union.ts';
import { callerModule, defaultEvaluator, defaultOf, hasDefault } from './evaluation.ts';

/** What the classes of type parameters have in common. CPython: Objects/typevarobject.c */

/** Lets a parameter that a program makes say in which module. */
export function setModule<T extends PyTypeParameter>(made: T): T {
  const module = callerModule();
  if (module !== undefined) setOwnAttribute(made, '__module__', module);
  return made;
}

interface Variance {
  readonly covariant: boolean;
  readonly contravariant: boolean;
  readonly inferVariance: boolean;
}
export function checkVariance({ covariant, contravariant, inferVariance }: Variance): void {
  if (covariant && contravariant) throw valueError('Bivariant types are not supported.');
  if (inferVariance && (covariant || contravariant))
    throw valueError('Variance cannot be specified with infer_variance.');
}
export function shownVariance(self: Variance & PyTypeParameter): PyStr {
  const sign = self.inferVariance ? '' : self.covariant ? '+' : self.contravariant ? '-' : '~';
  return str(`${sign}${utf16(self.name)}`);
}
export const varianceMembers = {
  __covariant__: (self: Variance) => self.covariant,
  __contravariant__: (self: Variance) => self.contravariant,
  __infer_variance__: (self: Variance) => self.inferVariance,
};

export const unionSlots = {
  __or__: (self: Value, other: Value) => anyUnion([self, other]),
  __ror__: (self: Value, other: Value) => anyUnion([other, self]),
};

export const defaultAttributes = (
  doc?: string,
): Record<'__default__' | 'evaluate_default', Attribute<PyTypeParameter>> => ({
  __default__: doc === undefined ? { get: defaultOf } : { doc, get: defaultOf },
  evaluate_default: { get: defaultEvaluator },
});

export const parameterMethods = (name: string) => ({
  __mro_entries__: method('(object, /)', null, () => {
    throw typeError(`Cannot subclass an instance of ${name}`);
  }),
  __reduce__: method('()', null, (self: PyTypeParameter) => self.name),
  has_default: method('()', null, hasDefault),
});

/** The arguments for an alias's parameters, with the default of `self` where its own is lacking. */
export function withDefault(self: PyTypeParameter, alias: Value, args: Value): Value {
  const items = listItems(args);
  const index = (getAttr(alias, '__parameters__') as PyTuple).items.indexOf(self);
  if (index < items.length) return args;
  if (index === items.length && hasDefault(self)) return tuple([...items, defaultOf(self)]);
  throw typeError(
    `Too few arguments for ${strText(alias)}; actual ${items.length}, expected at least ${index + 1}`,
  );
}
