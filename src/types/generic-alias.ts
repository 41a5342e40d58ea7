import { tupleType, typeOf } from '../objects/builtin-types.ts';
import { attributeErrorType, typeErrorType } from '../objects/exception-types.ts';
import { int } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { findAttr, findGeneric, isException, setAttr } from '../runtime/attributes.ts';
import { callArgs, callMethod } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { strValue } from '../runtime/convert.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { noAttribute, typeError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { listItems } from '../runtime/iterate.ts';
import { substitute, typeParameters } from '../runtime/type-parameters.ts';
import { typeRepr } from '../runtime/type-repr.ts';
import { PyGenericAlias, unionOf } from '../runtime/union.ts';
import { builtin } from './builtin.ts';
import { attributeName } from './object.ts';
import { equalityOnly } from './rich-compare.ts';

/** CPython: Objects/genericaliasobject.c */

/** The attributes that are the alias's own; all others are the origin's. */
const own: ReadonlySet<string> = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]);
const blocked: ReadonlySet<string> = new Set(['__bases__', '__copy__', '__deepcopy__']);

function find(obj: Value, name: string): Value | undefined {
  if (own.has(name) || blocked.has(name)) return findGeneric(obj, name);
  return findAttr((obj as PyGenericAlias).origin, name);
}
function missing(obj: Value, name: string) {
  if (own.has(name) || blocked.has(name)) return noAttribute(obj, name);
  const { origin } = obj as PyGenericAlias;
  return typeOf(origin).missing(origin, name);
}

function shownArgument(v: Value): string {
  if (v instanceof PyList || v instanceof PyTuple)
    return `[${v.items.map(each => typeRepr(each)).join(', ')}]`;
  return v === null ? 'None' : typeRepr(v);
}
function reprOf(self: PyGenericAlias) {
  const { items } = self.args;
  const args = items.length === 0 ? '()' : items.map(shownArgument).join(', ');
  return str(`${self.starred ? '*' : ''}${typeRepr(self.origin)}[${args}]`);
}

type Alloc = new (origin: Value, args: PyTuple, starred: boolean) => PyGenericAlias;
const like = (self: PyGenericAlias, args: PyTuple, starred: boolean): PyGenericAlias =>
  new (self.type.alloc as unknown as Alloc)(self.origin, args, starred);

/** The parameters are looked for once. */
const parametersOf = (self: PyGenericAlias): PyTuple =>
  (self.parameters ??= typeParameters(self.args.items));

export const genericAliasType: PyType = defineType(PyGenericAlias, {
  name: 'GenericAlias',
  module: 'types',
  doc: `Represent a PEP 585 generic type

For example, for t = list[int], t.__origin__ is list and t.__args__
is (int,).`,
  flags: ['base', 'weakref'],
  new: constructor(
    '(origin, args, /)',
    (type, origin, args) =>
      new (type.alloc as unknown as Alloc)(
        origin,
        args instanceof PyTuple ? args : tuple([args]),
        false,
      ),
  ),
  equality: 'custom',
  find,
  missing,
  slots: {
    ...equalityOnly((self, other) =>
      other instanceof PyGenericAlias
        ? self.starred === other.starred &&
          equals(self.origin, other.origin) &&
          equals(self.args, other.args)
        : undefined,
    ),
    __repr__: reprOf,
    __hash__: self => int(BigInt.asIntN(64, BigInt(hash(self.origin)) ^ BigInt(hash(self.args)))),
    __call__(self, args, names) {
      const made = callArgs(self.origin, args, names);
      try {
        setAttr(made, '__orig_class__', self);
      } catch (error) {
        if (!isException(error, attributeErrorType) && !isException(error, typeErrorType))
          throw error;
      }
      return made;
    },
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = find(self, text);
      if (found === undefined) throw missing(self, text);
      return found;
    },
    __getitem__: (self, item) =>
      like(self, tuple(substitute(self, self.args.items, parametersOf(self), item)), self.starred),
    __iter__: self => new GenericAliasIterator(self),
    __or__: (self, other) => unionOf(self, other),
    __ror__: (self, other) => unionOf(other, self),
  },
  members: {
    __origin__: self => self.origin,
    __args__: self => self.args,
    __unpacked__: self => self.starred,
  },
  attributes: {
    __parameters__: { doc: 'Type variables in the GenericAlias.', get: parametersOf },
    __typing_unpacked_tuple_args__: {
      get: self => (self.starred && self.origin === tupleType ? self.args : null),
    },
  },
  methods: {
    __dir__: method('()', null, self => {
      const names = listItems(callMethod(self.origin, '__dir__'));
      const known = new Set(names.map(name => utf16(strValue(name) ?? '')));
      for (const name of own) if (!known.has(name)) names.push(name);
      return new PyList(names);
    }),
    __instancecheck__: method('(object, /)', null, () => {
      throw typeError('isinstance() argument 2 cannot be a parameterized generic');
    }),
    __subclasscheck__: method('(object, /)', null, () => {
      throw typeError('issubclass() argument 2 cannot be a parameterized generic');
    }),
    __mro_entries__: method('(object, /)', null, self => tuple([self.origin])),
    __reduce__: method('()', null, self =>
      self.starred
        ? tuple([builtin('next'), tuple([new GenericAliasIterator(like(self, self.args, false))])])
        : tuple([genericAliasType, tuple([self.origin, self.args])]),
    ),
  },
});

/** `*alias`: gives the alias once, unpacked. */
export class GenericAliasIterator extends PyIterator {
  declare alias: PyGenericAlias | null;
  constructor(alias: PyGenericAlias) {
    super();
    this.alias = alias;
  }
  override next(): Value | undefined {
    const { alias } = this;
    if (alias === null) return undefined;
    this.alias = null;
    return like(alias, alias.args, true);
  }
}

defineType(GenericAliasIterator, {
  name: 'generic_alias_iterator',
  doc: null,
  methods: {
    __reduce__: method('()', null, self =>
      self.alias === null
        ? tuple([builtin('iter'), tuple([tuple([])])])
        : tuple([builtin('iter'), tuple([self.alias])]),
    ),
  },
});
