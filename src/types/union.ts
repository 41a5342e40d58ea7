import { int } from '../objects/int.ts';
import { HashTable } from '../objects/hash-table.ts';
import { PyFrozenSet } from '../objects/set.ts';
import type { Value } from '../objects/object.ts';
import { isStr, str } from '../objects/str.ts';
import { PyTuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { findGeneric, getAttr } from '../runtime/attributes.ts';
import { call } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { classMethod, defineType, method } from '../runtime/declare.ts';
import { noAttribute, typeError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { putEntry } from '../runtime/hashing.ts';
import { importModule } from '../runtime/import-hook.ts';
import { reprText } from '../runtime/text.ts';
import { substitute, typeParameters } from '../runtime/type-parameters.ts';
import { typeRepr } from '../runtime/type-repr.ts';
import { makeUnion, PyUnion, unionOf } from '../runtime/union.ts';
import { attributeName } from './object.ts';
import { equalityOnly } from './rich-compare.ts';

/** CPython: Objects/unionobject.c */

const parametersOf = (self: PyUnion): PyTuple =>
  (self.parameters ??= typeParameters(self.args.items));

/** Both have the same members, in whatever order. */
const sameMembers = (a: PyUnion, b: PyUnion): boolean =>
  a.args.items.length === b.args.items.length &&
  a.args.items.every(each => b.args.items.some(other => equals(each, other)));

function hashOf(self: PyUnion): Value {
  const table = new HashTable(true);
  for (const each of self.args.items) putEntry(table, each, null);
  return int(hash(new PyFrozenSet(table)));
}

/** A str in `Union[…]` stands for the type of that name. */
const member = (v: Value): Value =>
  isStr(v) ? call(getAttr(importModule('annotationlib'), 'ForwardRef'), v) : v;

/** The union of what stands for types, whatever it is. */
export const anyUnion = (items: readonly Value[]): Value => makeUnion(items.map(member));

function fromItems(item: Value): Value {
  const items = item instanceof PyTuple ? item.items : [item];
  if (items.length === 0) throw typeError('Cannot take a Union of no types.');
  return anyUnion(items);
}

export const unionType: PyType = defineType(PyUnion, {
  name: 'Union',
  module: 'typing',
  doc: 'Represent a union type\n\nE.g. for int | str',
  flags: ['weakref'],
  equality: 'custom',
  find: findGeneric,
  slots: {
    ...equalityOnly((self, other) =>
      other instanceof PyUnion ? sameMembers(self, other) : undefined,
    ),
    __repr__: self => str(self.args.items.map(typeRepr).join(' | ')),
    __hash__: hashOf,
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findGeneric(self, text);
      if (found === undefined) throw noAttribute(self, text);
      return found;
    },
    __getitem__: (self, item) =>
      makeUnion(substitute(self, self.args.items, parametersOf(self), item)),
    __or__: (self, other) => unionOf(self, other),
    __ror__: (self, other) => unionOf(other, self),
  },
  members: { __args__: self => self.args },
  attributes: {
    __name__: { doc: 'Name of the type', get: () => 'Union' },
    __qualname__: { doc: 'Qualified name of the type', get: () => 'Union' },
    __origin__: { doc: 'Always returns the type', get: () => unionType },
    __parameters__: { doc: 'Type variables in the types.UnionType.', get: parametersOf },
  },
  methods: {
    __mro_entries__: method('(object, /)', null, self => {
      throw typeError(`Cannot subclass ${reprText(self)}`);
    }),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Create a union containing the given types',
      (_type, item) => fromItems(item),
    ),
  },
});
