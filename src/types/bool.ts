import { boolType, intType } from '../objects/builtin-types.ts';
import { deprecationWarningType } from '../objects/exception-types.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { invert, operators, type BinaryOperator } from '../runtime/arithmetic.ts';
import { defineType, variadic } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';
import { intValue } from '../runtime/numbers.ts';
import { isTrue } from '../runtime/truth.ts';
import { warnCaller } from '../runtime/warn.ts';

/** True and False. CPython: Objects/boolobject.c */

/** `&`, `|` and `^` of two bools are a bool. */
const logical =
  (operator: BinaryOperator, onBools: (a: boolean, b: boolean) => boolean) =>
  (self: Value, other: Value): Value => {
    if (typeof self === 'boolean' && typeof other === 'boolean') return onBools(self, other);
    const a = intValue(self);
    const b = intValue(other);
    return a === undefined || b === undefined ? NotImplemented : operator.ints!(a, b);
  };
const and = logical(operators.and, (a, b) => a && b);
const or = logical(operators.or, (a, b) => a || b);
const xor = logical(operators.xor, (a, b) => a !== b);

defineType(boolType, {
  name: 'bool',
  doc: `Returns True when the argument is true, False otherwise.
The builtins True and False are the only two instances of the class bool.
The class bool is a subclass of the class int, and cannot be subclassed.`,
  base: intType,
  equality: 'builtin',
  new: variadic((_type, args, names) => {
    if (names !== null && names.length > 0) throw typeError('bool() takes no keyword arguments');
    if (args.length > 1) throw typeError(`bool expected at most 1 argument, got ${args.length}`);
    return args.length === 1 && isTrue(args[0]!);
  }),
  slots: {
    __repr__: self => ((self as Value) === true ? 'True' : 'False'),
    __and__: and,
    __rand__: and,
    __or__: or,
    __ror__: or,
    __xor__: xor,
    __rxor__: xor,
    __invert__(self) {
      warnCaller(
        deprecationWarningType,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from the negation of a bool. Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying int.",
      );
      return invert(intValue(self)!);
    },
  },
});
