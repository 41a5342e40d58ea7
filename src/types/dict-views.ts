import { type PyDict, PyMappingProxy } from '../objects/dict.ts';
import { HashTable } from '../objects/hash-table.ts';
import { smallInt } from '../objects/int.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { PyAnySet, PySet } from '../objects/set.ts';
import { str } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { equals, type Comparison } from '../runtime/compare.ts';
import { contains } from '../runtime/contains.ts';
import { defineType, method, type Slots } from '../runtime/declare.ts';
import { dictEntries, dictSize, getItem } from '../runtime/dict.ts';
import { findEntry, putEntry } from '../runtime/hashing.ts';
import { forEach } from '../runtime/iterate.ts';
import { length } from '../runtime/truth.ts';
import { guardRepr } from '../runtime/text.ts';
import {
  DictItemIterator,
  DictKeyIterator,
  DictReverseItemIterator,
  DictReverseKeyIterator,
  DictReverseValueIterator,
  DictValueIterator,
} from './dict-iterators.ts';
import { comparisons, ordered } from './rich-compare.ts';
import { bracketed } from './sequence.ts';

/** What `keys()`, `items()` and `values()` give. CPython: Objects/dictobject.c, _PyDictViewObject */
abstract class PyDictView extends PyObject {
  declare readonly dict: PyDict;
  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }
}
/** A view that is a set as well. */
abstract class PyDictSetView extends PyDictView {}
export class PyDictKeys extends PyDictSetView {}
export class PyDictItems extends PyDictSetView {}
export class PyDictValues extends PyDictView {}

const mapping = {
  mapping: {
    doc: 'dictionary that this view refers to',
    get: (self: PyDictView) => new PyMappingProxy(self.dict),
  },
};

function viewRepr(self: PyDictView, items: () => Value[]) {
  return guardRepr(self, '...', () => {
    const { name } = self.type;
    return str(`${name}(${String(bracketedText(items()))})`);
  });
}
const bracketedText = (items: Value[]) => {
  const text = bracketed('[', items, ']');
  return typeof text === 'string' ? text : String.fromCodePoint(...text.points);
};

const keysOf = (d: PyDict): Value[] => Array.from(dictEntries(d), ([key]) => key);
const valuesOf = (d: PyDict): Value[] => Array.from(dictEntries(d), ([, value]) => value);
const itemsOf = (d: PyDict): Value[] => Array.from(dictEntries(d), item => tuple(item));

const isSetLike = (v: Value): v is PyAnySet | PyDictSetView =>
  v instanceof PyAnySet || v instanceof PyDictSetView;

/** Whether all items of one are in the other. */
function allIn(a: Value, b: Value): boolean {
  let all = true;
  forEach(a, item => {
    all = contains(b, item);
    return !all;
  });
  return all;
}

function compareViews(op: Comparison, self: PyDictSetView, other: Value): Value {
  if (!isSetLike(other)) return NotImplemented;
  const a = dictSize(self.dict);
  const b = length(other);
  switch (op) {
    case '__eq__':
      return a === b && allIn(self, other);
    case '__ne__':
      return !(a === b && allIn(self, other));
    case '__lt__':
    case '__le__':
      return ordered(op, a, b) && allIn(self, other);
    case '__gt__':
    case '__ge__':
      return ordered(op, a, b) && allIn(other, self);
  }
}

function setOf(v: Value): PySet {
  const set = new PySet(new HashTable(true));
  forEach(v, item => putEntry(set.table, item, null));
  return set;
}
function intersection(self: PyDictSetView, other: Value): PySet {
  const result = new PySet(new HashTable(true));
  // The smaller is run through, the larger asked.
  let [items, container]: [Value, Value] = [other, self];
  if (isSetLike(other) && length(other) > dictSize(self.dict)) [items, container] = [self, other];
  forEach(items, item => {
    if (contains(container, item)) putEntry(result.table, item, null);
  });
  return result;
}
function union(a: Value, b: Value): PySet {
  const result = setOf(a);
  forEach(b, item => putEntry(result.table, item, null));
  return result;
}
function difference(a: Value, b: Value): PySet {
  const result = setOf(a);
  forEach(b, item => {
    const entry = findEntry(result.table, item);
    if (entry !== undefined) result.table.remove(entry);
  });
  return result;
}
function symmetricDifference(a: Value, b: Value): PySet {
  const result = setOf(a);
  const others = setOf(b);
  for (let each = others.table.first; each !== null; each = each.next) {
    const entry = findEntry(result.table, each.key);
    if (entry === undefined) putEntry(result.table, each.key, null);
    else result.table.remove(entry);
  }
  return result;
}

const setSlots = {
  ...comparisons(compareViews),
  __and__: intersection,
  __rand__: (self: PyDictSetView, other: Value) =>
    other instanceof PyDictSetView ? intersection(other, self) : intersection(self, other),
  __or__: union,
  __ror__: (self: PyDictSetView, other: Value) => union(other, self),
  __sub__: difference,
  __rsub__: (self: PyDictSetView, other: Value) => difference(other, self),
  __xor__: symmetricDifference,
  __rxor__: (self: PyDictSetView, other: Value) => symmetricDifference(other, self),
  __len__: (self: PyDictSetView) => smallInt(dictSize(self.dict)),
} satisfies Slots<PyDictSetView>;

const isDisjoint = method(
  '(object, /)',
  'Return True if the view and the given iterable have a null intersection.',
  (self: PyDictSetView, other) => {
    if (self === other) return dictSize(self.dict) === 0;
    let [items, container]: [Value, Value] = [other, self];
    if (isSetLike(other) && length(other) > dictSize(self.dict)) [items, container] = [self, other];
    let disjoint = true;
    forEach(items, item => {
      disjoint = !contains(container, item);
      return !disjoint;
    });
    return disjoint;
  },
);

defineType(PyDictKeys, {
  name: 'dict_keys',
  doc: null,
  equality: 'custom',
  slots: {
    ...setSlots,
    __repr__: self => viewRepr(self, () => keysOf(self.dict)),
    __iter__: self => new DictKeyIterator(self.dict),
    __contains__: (self, key) => getItem(self.dict, key) !== undefined,
  },
  attributes: mapping,
  methods: {
    __reversed__: method(
      '()',
      'Return a reverse iterator over the dict keys.',
      self => new DictReverseKeyIterator(self.dict),
    ),
    isdisjoint: isDisjoint,
  },
});
defineType(PyDictItems, {
  name: 'dict_items',
  doc: null,
  equality: 'custom',
  slots: {
    ...setSlots,
    __repr__: self => viewRepr(self, () => itemsOf(self.dict)),
    __iter__: self => new DictItemIterator(self.dict),
    __contains__(self, item) {
      if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
      const held = getItem(self.dict, item.items[0]!);
      return held !== undefined && equals(held, item.items[1]!);
    },
  },
  attributes: mapping,
  methods: {
    __reversed__: method(
      '()',
      'Return a reverse iterator over the dict items.',
      self => new DictReverseItemIterator(self.dict),
    ),
    isdisjoint: isDisjoint,
  },
});
defineType(PyDictValues, {
  name: 'dict_values',
  doc: null,
  slots: {
    __repr__: self => viewRepr(self, () => valuesOf(self.dict)),
    __len__: self => smallInt(dictSize(self.dict)),
    __iter__: self => new DictValueIterator(self.dict),
  },
  attributes: mapping,
  methods: {
    __reversed__: method(
      '()',
      'Return a reverse iterator over the dict values.',
      self => new DictReverseValueIterator(self.dict),
    ),
  },
});
