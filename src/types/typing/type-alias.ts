import type { Value } from '../../objects/object.ts';
import { emptyTuple, PyTuple, tuple } from '../../objects/tuple.ts';
import { PyTypeAlias, PyTypeParameter, PyTypeVarTuple } from '../../objects/type-parameter.ts';
import { findGeneric } from '../../runtime/attributes.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { getIter } from '../../runtime/iterate.ts';
import { reprText } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { docs } from './docs.gen.ts';
import { callerModule, evaluate, evaluatorOf, hasDefault } from './evaluation.ts';
import { unionSlots } from './parameters.ts';
import { unpackedType } from './type-var-tuple.ts';

function valueOf(self: PyTypeAlias): Value {
  if (self.value === undefined) self.value = evaluate(self.evaluate);
  return self.value;
}

function checkParameters(given: Value): PyTuple {
  if (!(given instanceof PyTuple)) throw typeError('type_params must be a tuple');
  let defaultSeen = false;
  for (const each of given.items) {
    if (!(each instanceof PyTypeParameter))
      throw typeError(`Expected a type param, got ${reprText(each)}`);
    if (hasDefault(each)) defaultSeen = true;
    else if (defaultSeen)
      throw typeError(
        `non-default type parameter '${reprText(each)}' follows default type parameter`,
      );
  }
  return given;
}

const parametersOf = (self: PyTypeAlias): Value =>
  tuple(
    self.typeParams.items.map(each => (each instanceof PyTypeVarTuple ? unpackedType(each) : each)),
  );

/** CPython: Objects/typevarobject.c, typealias_new_impl */
export const typeAliasType = defineType(PyTypeAlias, {
  name: 'TypeAliasType',
  module: 'typing',
  doc: docs.TypeAliasType,
  new: constructor(
    '(name: str, value, *, type_params=<unrepresentable>)',
    (_type, name, value, typeParams) => {
      const parameters = typeParams === undefined ? emptyTuple : checkParameters(typeParams);
      const made = new PyTypeAlias(name, parameters, null, callerModule() ?? null);
      made.value = value;
      return made;
    },
    'typealias',
  ),
  find: (obj, name) =>
    name === '__module__' ? (obj as PyTypeAlias).module : findGeneric(obj, name),
  slots: {
    __repr__: self => self.name,
    __getitem__(self, args) {
      if (self.typeParams.items.length === 0)
        throw typeError('Only generic type aliases are subscriptable');
      return genericAlias(self, args);
    },
    __iter__: self => getIter(tuple([unpackedType(self)])),
    ...unionSlots,
  },
  members: { __name__: self => self.name },
  attributes: {
    __parameters__: { get: parametersOf },
    __type_params__: { get: self => self.typeParams },
    __value__: { get: valueOf },
    evaluate_value: { get: self => evaluatorOf(self.value, self.evaluate) },
  },
  methods: { __reduce__: method('()', null, self => self.name) },
});
