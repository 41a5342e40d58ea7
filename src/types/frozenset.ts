import { FrozensetHasher } from '../algorithms/hash.ts';
import { frozensetType } from '../objects/builtin-types.ts';
import { HashTable } from '../objects/hash-table.ts';
import { int } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { PyFrozenSet } from '../objects/set.ts';
import type { PyType } from '../objects/type.ts';
import { constructor, defineType } from '../runtime/declare.ts';
import { hash } from '../runtime/hash.ts';
import { classGetItem, setMethods, setSlots } from './set-methods.ts';
import { newSet, tableOf } from './set-operations.ts';

/** CPython: Objects/setobject.c */

function make(type: PyType, iterable: Value | undefined): Value {
  if (iterable === undefined) return newSet(type, new HashTable(true));
  const isSame =
    type === frozensetType && iterable instanceof PyFrozenSet && iterable.type === frozensetType;
  return isSame ? iterable : newSet(type, tableOf(iterable));
}

function hashOf(self: PyFrozenSet): Value {
  if (self.cachedHash === undefined) {
    const hasher = new FrozensetHasher();
    for (let each = self.table.first; each !== null; each = each.next) hasher.add(hash(each.key));
    self.cachedHash = int(hasher.finish().toInt());
  }
  return self.cachedHash;
}

defineType<PyFrozenSet>(frozensetType, {
  name: 'frozenset',
  doc: 'Build an immutable unordered collection of unique elements.',
  flags: ['base', 'weakref'],
  new: constructor('(iterable=<unrepresentable>, /)', make),
  equality: 'builtin',
  slots: { ...setSlots, __hash__: hashOf },
  methods: setMethods,
  classMethods: {
    __class_getitem__: classGetItem('frozensets are generic over the type of their elements'),
  },
});
