import { frozensetType, setType } from '../objects/builtin-types.ts';
import type { HashTable } from '../objects/hash-table.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { PyAnySet, PySet } from '../objects/set.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { classMethod, method, type Slots } from '../runtime/declare.ts';
import { findItem } from '../runtime/hashing.ts';
import { guardRepr } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { comparisons } from './rich-compare.ts';
import { bracketed } from './sequence.ts';
import { SetIterator } from './set-iterator.ts';
import { objectState } from './object-pickle.ts';
import {
  addAll,
  asSet,
  compareSets,
  copyTable,
  differenceTable,
  intersectionTable,
  isDisjoint,
  isSubset,
  likeSet,
  toggleAll,
} from './set-operations.ts';

/** What set and frozenset have in common. CPython: Objects/setobject.c */

export function itemsOf(self: PyAnySet): Value[] {
  const items: Value[] = [];
  for (let each = self.table.first; each !== null; each = each.next) items.push(each.key);
  return items;
}

function reprOf(self: PyAnySet) {
  const { name } = self.type;
  if (self.table.size === 0) return str(`${name}()`);
  return guardRepr(self, `${name}(...)`, () => {
    const items = itemsOf(self);
    if (self.type === setType) return bracketed('{', items, '}');
    return str(`${name}(${utf16(bracketed('{', items, '}'))})`);
  });
}

type Operation = (self: PyAnySet, other: PyAnySet) => HashTable;

const symmetric: Operation = (self, other) => {
  const table = copyTable(self.table);
  toggleAll(table, other);
  return table;
};
const united: Operation = (self, other) => {
  const table = copyTable(self.table);
  addAll(table, other);
  return table;
};

/** An operator takes sets only, its reflection too. */
const operator = (operation: Operation) => (self: PyAnySet, other: Value) =>
  self instanceof PyAnySet && other instanceof PyAnySet
    ? likeSet(self, operation(self, other))
    : NotImplemented;
const reflected = (operation: Operation) => (self: PyAnySet, other: Value) =>
  self instanceof PyAnySet && other instanceof PyAnySet
    ? likeSet(other, operation(other, self))
    : NotImplemented;

export const setSlots = {
  ...comparisons(compareSets),
  __repr__: reprOf,
  __len__: (self: PyAnySet) => smallInt(self.table.size),
  __iter__: (self: PyAnySet) => new SetIterator(self),
  __and__: operator(intersectionTable),
  __rand__: reflected(intersectionTable),
  __or__: operator(united),
  __ror__: reflected(united),
  __sub__: operator(differenceTable),
  __rsub__: reflected(differenceTable),
  __xor__: operator(symmetric),
  __rxor__: reflected(symmetric),
} satisfies Slots<PyAnySet>;

const isPlainFrozen = (self: PyAnySet): boolean => self.type === frozensetType;

export const setMethods = {
  __contains__: method(
    '(object, /)',
    'x.__contains__(y) <==> y in x.',
    (self: PyAnySet, item) => findItem(self.table, item) !== undefined,
  ),
  __reduce__: method('()', 'Return state information for pickling.', (self: PyAnySet) =>
    tuple([self.type, tuple([new PyList(itemsOf(self))]), objectState(self)]),
  ),
  __sizeof__: method('()', 'S.__sizeof__() -> size of S in memory, in bytes.', (self: PyAnySet) =>
    smallInt(200 + 16 * self.table.size),
  ),
  copy: method('()', 'Return a shallow copy of a set.', (self: PyAnySet) =>
    isPlainFrozen(self) ? self : likeSet(self, copyTable(self.table)),
  ),
  difference: method(
    '(*others)',
    'Return a new set with elements in the set that are not in the others.',
    (self: PyAnySet, others) => {
      let table = others.length === 0 ? copyTable(self.table) : differenceTable(self, others[0]!);
      for (const other of others.slice(1)) table = differenceTable(new PySet(table), other);
      return likeSet(self, table);
    },
  ),
  intersection: method(
    '(*others)',
    'Return a new set with elements common to the set and all others.',
    (self: PyAnySet, others) => {
      if (others.length === 0)
        return isPlainFrozen(self) ? self : likeSet(self, copyTable(self.table));
      let table = self.table;
      for (const other of others) table = intersectionTable(new PySet(table), other);
      return likeSet(self, table);
    },
  ),
  isdisjoint: method('(other, /)', 'Return True if two sets have a null intersection.', isDisjoint),
  issubset: method(
    '(other, /)',
    'Report whether another set contains this set.',
    (self: PyAnySet, other) => isSubset(self, asSet(other)),
  ),
  issuperset: method(
    '(other, /)',
    'Report whether this set contains another set.',
    (self: PyAnySet, other) => isSubset(asSet(other), self),
  ),
  symmetric_difference: method(
    '(other, /)',
    'Return a new set with elements in either the set or other but not both.',
    (self: PyAnySet, other) => likeSet(self, symmetric(self, asSet(other))),
  ),
  union: method(
    '(*others)',
    'Return a new set with elements from the set and all others.',
    (self: PyAnySet, others) => {
      const table = copyTable(self.table);
      for (const other of others) addAll(table, other);
      return likeSet(self, table);
    },
  ),
};

export const classGetItem = (doc: string) =>
  classMethod('(object, /)', doc, (type, item) => genericAlias(type, item));
