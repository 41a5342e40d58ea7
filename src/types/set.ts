import { setType } from '../objects/builtin-types.ts';
import { HashTable } from '../objects/hash-table.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import { PyAnySet, PySet } from '../objects/set.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import type { Names } from '../runtime/call.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { keyError } from '../runtime/errors.ts';
import { findItem, putEntry } from '../runtime/hashing.ts';
import { classGetItem, setMethods, setSlots } from './set-methods.ts';
import {
  addAll,
  asSet,
  intersectionTable,
  newSet,
  removeAll,
  tableOf,
  toggleAll,
} from './set-operations.ts';

/** CPython: Objects/setobject.c */

setType.call0 = () => new PySet(new HashTable(true));
setType.call1 = iterable => new PySet(tableOf(iterable));

function init(self: PySet, args: readonly Value[], names: Names): void {
  const count = args.length - (names?.length ?? 0);
  if (self.type.construct === setType.construct) refuseNames('set', names);
  checkPositional('set', count, 0, 1);
  self.table.clear();
  if (count === 1) addAll(self.table, args[0]!);
}

/** An in-place operator takes sets only. */
const inPlace = (action: (self: PySet, other: PyAnySet) => void) => (self: PySet, other: Value) => {
  if (!(other instanceof PyAnySet)) return NotImplemented;
  action(self, other);
  return self;
};

/** Keeps what is in the other too. */
function retain(self: PySet, other: Value): void {
  self.table = intersectionTable(self, other);
}

defineType<PySet>(setType, {
  name: 'set',
  doc: 'Build an unordered collection of unique elements.',
  flags: ['base', 'weakref'],
  new: variadic(type => newSet(type, new HashTable(true))),
  equality: 'custom',
  slots: {
    ...setSlots,
    __init__: init,
    __iand__: inPlace(retain),
    __ior__: inPlace((self, other) => addAll(self.table, other)),
    __isub__: inPlace((self, other) => removeAll(self.table, other)),
    __ixor__: inPlace((self, other) => toggleAll(self.table, other)),
  },
  methods: {
    ...setMethods,
    add: method(
      '(object, /)',
      'Add an element to a set.\n\nThis has no effect if the element is already present.',
      (self, item) => {
        putEntry(self.table, item, null);
        return null;
      },
    ),
    clear: method('()', 'Remove all elements from this set.', self => {
      self.table.clear();
      return null;
    }),
    difference_update: method(
      '(*others)',
      'Update the set, removing elements found in others.',
      (self, others) => {
        for (const other of others) removeAll(self.table, other);
        return null;
      },
    ),
    discard: method(
      '(object, /)',
      `Remove an element from a set if it is a member.

Unlike set.remove(), the discard() method does not raise
an exception when an element is missing from the set.`,
      (self, item) => {
        const entry = findItem(self.table, item);
        if (entry !== undefined) self.table.remove(entry);
        return null;
      },
    ),
    intersection_update: method(
      '(*others)',
      'Update the set, keeping only elements found in it and all others.',
      (self, others) => {
        for (const other of others) retain(self, other);
        return null;
      },
    ),
    pop: method(
      '()',
      'Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.',
      self => {
        const { first } = self.table;
        if (first === null) throw keyError('pop from an empty set');
        self.table.remove(first);
        return first.key;
      },
    ),
    remove: method(
      '(object, /)',
      `Remove an element from a set; it must be a member.

If the element is not a member, raise a KeyError.`,
      (self, item) => {
        const entry = findItem(self.table, item);
        if (entry === undefined) throw keyError(item);
        self.table.remove(entry);
        return null;
      },
    ),
    symmetric_difference_update: method(
      '(other, /)',
      'Update the set, keeping only elements found in either set, but not in both.',
      (self, other) => {
        toggleAll(self.table, asSet(other));
        return null;
      },
    ),
    update: method(
      '(*others)',
      'Update the set, adding elements from all others.',
      (self, others) => {
        for (const other of others) addAll(self.table, other);
        return null;
      },
    ),
  },
  classMethods: {
    __class_getitem__: classGetItem('sets are generic over the type of their elements'),
  },
});
