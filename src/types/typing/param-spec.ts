import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyParamSpec, PyParamSpecArgs, PyParamSpecKwargs } from '../../objects/type-parameter.ts';
import { isTrue } from '../../runtime/truth.ts';
import { constructor, defineType, method, type TypeSpec } from '../../runtime/declare.ts';
import { richCompare } from '../../runtime/compare.ts';
import { typeError } from '../../runtime/errors.ts';
import { reprText } from '../../runtime/text.ts';
import { equalityOnly } from '../rich-compare.ts';
import { docs } from './docs.gen.ts';
import { callTyping, checkType, NoDefault } from './evaluation.ts';
import {
  checkVariance,
  defaultAttributes,
  parameterMethods,
  setModule,
  shownVariance,
  unionSlots,
  varianceMembers,
} from './parameters.ts';

/** CPython: Objects/typevarobject.c, paramspec_new_impl */
export const paramSpecType = defineType(PyParamSpec, {
  name: 'ParamSpec',
  module: 'typing',
  doc: docs.ParamSpec,
  flags: ['dict', 'weakref'],
  new: constructor(
    '(name: str, *, bound=None, default=<unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)',
    (_type, name, bound, fallback, covariant, contravariant, inferVariance) => {
      checkVariance({ covariant, contravariant, inferVariance });
      const made = new PyParamSpec(name);
      made.bound = bound === null ? null : checkType(bound, 'Bound must be a type.');
      made.covariant = covariant;
      made.contravariant = contravariant;
      made.inferVariance = inferVariance;
      made.fallback = fallback === undefined ? NoDefault : fallback;
      return setModule(made);
    },
    'paramspec',
  ),
  slots: { __repr__: shownVariance, ...unionSlots },
  members: {
    __name__: self => self.name,
    __bound__: self => self.bound,
    ...varianceMembers,
  },
  attributes: {
    ...defaultAttributes(docs['ParamSpec.__default__']),
    args: { doc: docs['ParamSpec.args'], get: self => new PyParamSpecArgs(self) },
    kwargs: { doc: docs['ParamSpec.kwargs'], get: self => new PyParamSpecKwargs(self) },
  },
  methods: {
    ...parameterMethods('ParamSpec'),
    __typing_subst__: method('(arg, /)', null, (self, arg) =>
      callTyping('_paramspec_subst', [self, arg]),
    ),
    __typing_prepare_subst__: method('(alias, args, /)', null, (self, alias, args) =>
      callTyping('_paramspec_prepare_subst', [self, alias, args]),
    ),
  },
});

type Alloc = new (origin: Value) => PyParamSpecArgs;

function part(
  Shape: Alloc,
  name: 'ParamSpecArgs' | 'ParamSpecKwargs',
  shown: 'args' | 'kwargs',
): TypeSpec<PyParamSpecArgs> {
  return {
    name,
    module: 'typing',
    doc: docs[name],
    flags: ['weakref'],
    new: constructor('(origin)', (_type, origin) => new Shape(origin)),
    slots: {
      ...equalityOnly((self: PyParamSpecArgs, other) =>
        other instanceof PyParamSpecArgs && other.type === self.type
          ? isTrue(richCompare('__eq__', self.origin, other.origin))
          : undefined,
      ),
      __repr__: ({ origin }) =>
        str(`${origin instanceof PyParamSpec ? utf16(origin.name) : reprText(origin)}.${shown}`),
    },
    members: { __origin__: self => self.origin },
    methods: {
      __mro_entries__: method('(object, /)', null, () => {
        throw typeError(`Cannot subclass an instance of ${name}`);
      }),
    },
  };
}
export const paramSpecArgsType = defineType(
  PyParamSpecArgs,
  part(PyParamSpecArgs, 'ParamSpecArgs', 'args'),
);
export const paramSpecKwargsType = defineType(
  PyParamSpecKwargs,
  part(PyParamSpecKwargs, 'ParamSpecKwargs', 'kwargs'),
);
