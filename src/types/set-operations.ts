import { frozensetType, setType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { HashTable, TableEntry } from '../objects/hash-table.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { PyAnySet, PyFrozenSet, PySet } from '../objects/set.ts';
import type { PyType } from '../objects/type.ts';
import type { Comparison } from '../runtime/compare.ts';
import { dictEntries } from '../runtime/dict.ts';
import { hash } from '../runtime/hash.ts';
import { findEntry, putEntry } from '../runtime/hashing.ts';
import { forEach } from '../runtime/iterate.ts';

/** Sets and what is made of two of them. CPython: Objects/setobject.c */

type Alloc = new (table: HashTable) => PyAnySet;

/** An instance of a class of sets, or of a subclass, over a table. */
export const newSet = (type: PyType, table: HashTable): PyAnySet =>
  new (type.alloc as unknown as Alloc)(table);

/** What an operation on a set of some class gives: an instance of set or frozenset itself. */
export const likeSet = (self: PyAnySet, table: HashTable): PyAnySet =>
  self instanceof PyFrozenSet ? new PyFrozenSet(table) : new PySet(table);

export const isExactSet = (v: Value): v is PyAnySet =>
  v instanceof PyAnySet && (v.type === setType || v.type === frozensetType);

/** A table with the same keys. */
export function copyTable(table: HashTable): HashTable {
  const copy = new HashTable(true);
  copy.mixed = table.mixed;
  for (let each = table.first; each !== null; each = each.next)
    copy.add(new TableEntry(each.key, null, each.primitive, each.hash));
  return copy;
}

/** Adds all items of an iterable. */
export function addAll(table: HashTable, iterable: Value): void {
  if (iterable instanceof PyAnySet) {
    if (iterable.table === table) return;
    for (let each = iterable.table.first; each !== null; each = each.next)
      if (!each.removed) putEntry(table, each.key, null);
  } else if (iterable instanceof PyDict && isPlain(iterable)) {
    for (const [key] of dictEntries(iterable)) putEntry(table, key, null);
  } else
    forEach(iterable, item => {
      putEntry(table, item, null);
    });
}
const isPlain = (d: PyDict): boolean => d.type.layout === d.type;

/** The table of the items of an iterable. */
export function tableOf(iterable: Value): HashTable {
  if (iterable instanceof PyAnySet) return copyTable(iterable.table);
  const table = new HashTable(true);
  addAll(table, iterable);
  return table;
}

/** The set itself, or the set of an iterable's items. */
export const asSet = (v: Value): PyAnySet => (v instanceof PyAnySet ? v : new PySet(tableOf(v)));

/** Items of the one that are in the other. */
export function intersectionTable(self: PyAnySet, other: Value): HashTable {
  const table = new HashTable(true);
  if (other instanceof PyAnySet) {
    if (other === self) return copyTable(self.table);
    let [small, large] = [other, self];
    if (small.table.size > large.table.size) [small, large] = [large, small];
    for (let each = small.table.first; each !== null; each = each.next)
      if (!each.removed && findEntry(large.table, each.key) !== undefined)
        putEntry(table, each.key, null);
  } else
    forEach(other, item => {
      if (findHashed(self.table, item) !== undefined) putEntry(table, item, null);
    });
  return table;
}

/** An item without a hash is refused in the words of `hash()` itself. */
function findHashed(table: HashTable, item: Value): TableEntry | undefined {
  try {
    return findEntry(table, item);
  } catch (error) {
    hash(item);
    throw error;
  }
}

/** Items of the one that are not in the other. */
export function differenceTable(self: PyAnySet, other: Value): HashTable {
  const others = other instanceof PyAnySet ? other.table : null;
  if (others === null && !(other instanceof PyDict && isPlain(other))) {
    const table = copyTable(self.table);
    removeAll(table, other);
    return table;
  }
  const table = new HashTable(true);
  const keys = others ?? tableOf(other);
  for (let each = self.table.first; each !== null; each = each.next)
    if (!each.removed && findEntry(keys, each.key) === undefined) putEntry(table, each.key, null);
  return table;
}

/** Removes all items of an iterable. */
export function removeAll(table: HashTable, iterable: Value): void {
  if (iterable instanceof PyAnySet) {
    if (iterable.table === table) {
      table.clear();
      return;
    }
    for (let each = iterable.table.first; each !== null; each = each.next)
      if (!each.removed) removeKey(table, each.key);
  } else
    forEach(iterable, item => {
      removeKey(table, item);
    });
}
function removeKey(table: HashTable, key: Value): void {
  const entry = findEntry(table, key);
  if (entry !== undefined) table.remove(entry);
}

/** Removes what both have, adds what only the other has. */
export function toggleAll(table: HashTable, other: PyAnySet): void {
  if (other.table === table) {
    table.clear();
    return;
  }
  for (let each = other.table.first; each !== null; each = each.next) {
    if (each.removed) continue;
    const entry = findEntry(table, each.key);
    if (entry === undefined) putEntry(table, each.key, null);
    else table.remove(entry);
  }
}

export function isSubset(self: PyAnySet, other: PyAnySet): boolean {
  if (self.table.size > other.table.size) return false;
  for (let each = self.table.first; each !== null; each = each.next)
    if (!each.removed && findEntry(other.table, each.key) === undefined) return false;
  return true;
}

export function isDisjoint(self: PyAnySet, other: Value): boolean {
  if (other === self) return self.table.size === 0;
  let disjoint = true;
  if (other instanceof PyAnySet) {
    let [small, large] = [other, self];
    if (small.table.size > large.table.size) [small, large] = [large, small];
    for (let each = small.table.first; each !== null && disjoint; each = each.next)
      if (!each.removed && findEntry(large.table, each.key) !== undefined) disjoint = false;
    return disjoint;
  }
  forEach(other, item => {
    disjoint = findEntry(self.table, item) === undefined;
    return !disjoint;
  });
  return disjoint;
}

export function compareSets(op: Comparison, self: PyAnySet, other: Value): Value {
  if (!(other instanceof PyAnySet)) return NotImplemented;
  const a = self.table.size;
  const b = other.table.size;
  switch (op) {
    case '__eq__':
      return a === b && isSubset(self, other);
    case '__ne__':
      return !(a === b && isSubset(self, other));
    case '__le__':
      return isSubset(self, other);
    case '__lt__':
      return a < b && isSubset(self, other);
    case '__ge__':
      return isSubset(other, self);
    case '__gt__':
      return b < a && isSubset(other, self);
  }
}
