import { dictType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { smallInt } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyAnySet } from '../objects/set.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { call } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { classMethod, defineType, method, variadic, variadicMethod } from '../runtime/declare.ts';
import {
  clearDict,
  copyDict,
  dictEntries,
  dictItems,
  dictSize,
  getItem,
  removeItem,
  setItem,
} from '../runtime/dict.ts';
import { keyError } from '../runtime/errors.ts';
import { forEach } from '../runtime/iterate.ts';
import { setItem as setAnyItem } from '../runtime/subscript.ts';
import { unwrap } from '../runtime/state.ts';
import { guardRepr, repr } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { DictKeyIterator, DictReverseKeyIterator } from './dict-iterators.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from './dict-views.ts';
import { update, updateCommon } from './dict-update.ts';
import { equalityOnly } from './rich-compare.ts';

/** CPython: Objects/dictobject.c */

type Alloc = new () => PyDict;

dictType.call0 = () => new PyDict();

/** Whether both have the same keys with equal values. */
function sameItems(self: PyDict, other: PyDict): boolean {
  if (dictSize(self) !== dictSize(other)) return false;
  for (const [key, value] of dictEntries(self)) {
    const held = getItem(other, key);
    if (held === undefined || !equals(value, held)) return false;
  }
  return true;
}

function reprOf(self: PyDict): string {
  let text = '';
  for (const [key, value] of dictEntries(self)) {
    if (text !== '') text += ', ';
    text += `${utf16(repr(key))}: ${utf16(repr(value))}`;
  }
  return `{${text}}`;
}

function subscript(self: PyDict, key: Value): Value {
  const value = getItem(self, key);
  if (value !== undefined) return value;
  if (self.type !== dictType) {
    const missing = self.__missing__$1;
    if (missing !== undefined) return unwrap(missing(self, key));
  }
  throw keyError(key);
}

function fromKeys(type: PyType, iterable: Value, value: Value): Value {
  const made = type === dictType ? new PyDict() : call(type);
  if (made instanceof PyDict && made.type === dictType) {
    if (iterable instanceof PyDict && iterable.type === dictType)
      for (const [key] of dictItems(iterable)) setItem(made, key, value);
    else if (iterable instanceof PyAnySet && iterable.type.layout === iterable.type)
      for (let entry = iterable.table.first; entry !== null; entry = entry.next)
        setItem(made, entry.key, value);
    else forEach(iterable, key => setItem(made, key, value));
  } else forEach(iterable, key => setAnyItem(made, key, value));
  return made;
}

/** Takes away the item added last. */
function popItem(self: PyDict): Value {
  const { last } = self.table;
  if (self.namespace === null || last !== null) {
    if (last === null) throw emptyDict();
    self.table.remove(last);
    return tuple([last.key, last.value]);
  }
  const item = dictItems(self).at(-1);
  if (item === undefined) throw emptyDict();
  removeItem(self, item[0]);
  return tuple(item);
}
const emptyDict = () => keyError('popitem(): dictionary is empty');

defineType<PyDict>(dictType, {
  name: 'dict',
  doc: `dict() -> new empty dictionary
dict(mapping) -> new dictionary initialized from a mapping object's
    (key, value) pairs
dict(iterable) -> new dictionary initialized as if via:
    d = {}
    for k, v in iterable:
        d[k] = v
dict(**kwargs) -> new dictionary initialized with the name=value pairs
    in the keyword argument list.  For example:  dict(one=1, two=2)`,
  flags: ['base', 'mapping'],
  new: variadic(type => new (type.alloc as unknown as Alloc)()),
  equality: 'custom',
  slots: {
    ...equalityOnly((self, other) =>
      other instanceof PyDict ? sameItems(self, other) : undefined,
    ),
    __init__(self, args, names) {
      updateCommon(self, args, names, 'dict');
    },
    __repr__: self =>
      dictSize(self) === 0 ? '{}' : guardRepr(self, '{...}', () => str(reprOf(self))),
    __len__: self => smallInt(dictSize(self)),
    __iter__: self => new DictKeyIterator(self),
    __setitem__: setItem,
    __delitem__(self, key) {
      if (removeItem(self, key) === undefined) throw keyError(key);
    },
    __or__(self, other) {
      if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
      const result = copyDict(self);
      update(result, other);
      return result;
    },
    __ror__(self, other) {
      if (!(other instanceof PyDict)) return NotImplemented;
      const result = copyDict(other);
      update(result, self);
      return result;
    },
    __ior__(self, other) {
      update(self, other);
      return self;
    },
  },
  methods: {
    __contains__: method(
      '(key, /)',
      'True if the dictionary has the specified key, else False.',
      (self, key) => getItem(self, key) !== undefined,
    ),
    __getitem__: method('(key, /)', 'Return self[key].', subscript),
    __reversed__: method(
      '()',
      'Return a reverse iterator over the dict keys.',
      self => new DictReverseKeyIterator(self),
    ),
    __sizeof__: method('()', 'Return the size of the dict in memory, in bytes.', self =>
      smallInt(64 + 24 * dictSize(self)),
    ),
    clear: method('()', 'Remove all items from the dict.', self => {
      clearDict(self);
      return null;
    }),
    copy: method('()', 'Return a shallow copy of the dict.', copyDict),
    get: method(
      '(key, default=None, /)',
      'Return the value for key if key is in the dictionary, else default.',
      (self, key, otherwise) => getItem(self, key) ?? otherwise,
    ),
    items: method(
      '()',
      "Return a set-like object providing a view on the dict's items.",
      self => new PyDictItems(self),
    ),
    keys: method(
      '()',
      "Return a set-like object providing a view on the dict's keys.",
      self => new PyDictKeys(self),
    ),
    pop: method(
      '(key, default=<unrepresentable>, /)',
      `D.pop(k[,d]) -> v, remove specified key and return the corresponding value.

If the key is not found, return the default if given; otherwise,
raise a KeyError.`,
      (self, key, otherwise) => {
        if (dictSize(self) > 0) {
          const value = removeItem(self, key);
          if (value !== undefined) return value;
        }
        if (otherwise === undefined) throw keyError(key);
        return otherwise;
      },
    ),
    popitem: method(
      '()',
      `Remove and return a (key, value) pair as a 2-tuple.

Pairs are returned in LIFO (last-in, first-out) order.
Raises KeyError if the dict is empty.`,
      popItem,
    ),
    setdefault: method(
      '(key, default=None, /)',
      `Insert key with a value of default if key is not in the dictionary.

Return the value for key if key is in the dictionary, else default.`,
      (self, key, otherwise) => {
        const value = getItem(self, key);
        if (value !== undefined) return value;
        setItem(self, key, otherwise);
        return otherwise;
      },
    ),
    update: variadicMethod(
      `D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]
If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
In either case, this is followed by: for k in F:  D[k] = F[k]`,
      (self, args, names) => {
        updateCommon(self, args, names, 'update');
        return null;
      },
    ),
    values: method(
      '()',
      "Return an object providing a view on the dict's values.",
      self => new PyDictValues(self),
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'dicts are generic over two types, signifying (respectively) the types of their keys and values',
      genericAlias,
    ),
    fromkeys: classMethod(
      '(iterable, value=None, /)',
      'Create a new dictionary with keys from iterable and values set to value.',
      fromKeys,
    ),
  },
});
