import { PyTypeVarTuple } from '../../objects/type-parameter.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { getIter } from '../../runtime/iterate.ts';
import { getItem } from '../../runtime/subscript.ts';
import type { Value } from '../../objects/object.ts';
import { tuple } from '../../objects/tuple.ts';
import { docs } from './docs.gen.ts';
import { callTyping, NoDefault } from './evaluation.ts';
import { defaultAttributes, parameterMethods, setModule } from './parameters.ts';

/** `*Ts`: the items of a type that stands for many. */
export const unpackedType = (v: Value): Value =>
  getItem(getAttr(importModule('typing'), 'Unpack'), v);

/** CPython: Objects/typevarobject.c, typevartuple_impl */
export const typeVarTupleType = defineType(PyTypeVarTuple, {
  name: 'TypeVarTuple',
  module: 'typing',
  doc: docs.TypeVarTuple,
  flags: ['dict', 'weakref'],
  new: constructor(
    '(name: str, *, default=<unrepresentable>)',
    (_type, name, fallback) => {
      const made = new PyTypeVarTuple(name);
      made.fallback = fallback === undefined ? NoDefault : fallback;
      return setModule(made);
    },
    'typevartuple',
  ),
  slots: {
    __repr__: self => self.name,
    __iter__: self => getIter(tuple([unpackedType(self)])),
  },
  members: { __name__: self => self.name },
  attributes: defaultAttributes(docs['TypeVarTuple.__default__']),
  methods: {
    ...parameterMethods('TypeVarTuple'),
    __typing_subst__: method('(arg, /)', null, () => {
      throw typeError('Substitution of bare TypeVarTuple is not supported');
    }),
    __typing_prepare_subst__: method('(alias, args, /)', null, (self, alias, args) =>
      callTyping('_typevartuple_prepare_subst', [self, alias, args]),
    ),
  },
});
