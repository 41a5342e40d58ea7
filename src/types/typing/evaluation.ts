import { noneType } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { smallInt } from '../../objects/int.ts';
import {
  PyConstEvaluator,
  PyNoDefault,
  type PyTypeParameter,
} from '../../objects/type-parameter.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { call, callArgs, type Names } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineType, method, variadic } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { callerGlobals } from '../../runtime/frames.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { reprText } from '../../runtime/text.ts';
import { typeRepr } from '../../runtime/type-repr.ts';
import { attributeKey } from '../../objects/object.ts';

/** What type parameters and type aliases share: values that are evaluated when asked for. CPython: Objects/typevarobject.c */

const VALUE = smallInt(1);
const STRING = 4;

export const noDefaultType = defineType(PyNoDefault, {
  name: 'NoDefaultType',
  doc: 'The type of the NoDefault singleton.',
  new: variadic((_type, args) => {
    if (args.length > 0) throw typeError('NoDefaultType takes no arguments');
    return NoDefault;
  }),
  slots: { __repr__: () => 'typing.NoDefault' },
  methods: { __reduce__: method('()', null, () => 'NoDefault') },
});
export const NoDefault = new PyNoDefault();

function evaluated(value: Value, format: Value): Value {
  if (asIndex(format) !== STRING) return value;
  if (!(value instanceof PyTuple)) return str(typeRepr(value));
  return str(`(${value.items.map(typeRepr).join(', ')})`);
}

export const constEvaluatorType = defineType(PyConstEvaluator, {
  name: '_ConstEvaluator',
  module: '_typing',
  doc: 'Internal type for implementing evaluation functions.',
  slots: {
    __repr__: self => str(`<constevaluator ${reprText(self.value)}>`),
    __call__(self, args, names) {
      const callable = new SignatureCallable(
        '(format, /)',
        (format: Value) => evaluated(self.value, format),
        '$self',
        '_ConstEvaluator.__call__',
      );
      return callable.call(undefined, args, names);
    },
  },
});

/** The value that a function of compiled code evaluates lazily. */
export const evaluate = (f: Value): Value => call(f, VALUE);

/** The function that evaluates what may be there already: null for nothing to evaluate. */
export const evaluatorOf = (value: Value | undefined, f: Value): Value =>
  f !== null ? f : value === undefined ? null : new PyConstEvaluator(value);

/** `__default__`, which every type parameter has. */
export function defaultOf(self: PyTypeParameter): Value {
  if (self.fallback !== undefined) return self.fallback;
  if (self.evaluateFallback === null) return NoDefault;
  return (self.fallback = evaluate(self.evaluateFallback));
}
export const hasDefault = (self: PyTypeParameter): boolean =>
  self.evaluateFallback !== null || (self.fallback !== undefined && self.fallback !== NoDefault);

export const defaultEvaluator = (self: PyTypeParameter): Value =>
  evaluatorOf(self.fallback, self.evaluateFallback);

/** Calls a function of the typing module. */
export const callTyping = (name: string, args: readonly Value[], names: Names = null): Value =>
  callArgs(getAttr(importModule('typing'), name), args, names);

/** What may stand for a type; None for its class. */
export const checkType = (v: Value, message: string): Value =>
  v === null ? noneType : callTyping('_type_check', [v, str(message)]);

/** The name of the module whose code is running. */
export const callerModule = (): Value | undefined =>
  callerGlobals()?.[attributeKey('__name__')] ?? undefined;
