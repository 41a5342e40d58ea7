import { listType, tupleType, typeOf } from '../objects/builtin-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import type { PySlice } from '../objects/slice.ts';
import { PyTuple } from '../objects/tuple.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import type { Names } from '../runtime/call.ts';
import { equals } from '../runtime/compare.ts';
import { classMethod, defineType, method, variadic } from '../runtime/declare.ts';
import { indexError, typeError, valueError } from '../runtime/errors.ts';
import { checkLength, forEach, getIter, lengthHint, listItems } from '../runtime/iterate.ts';
import { sliceBounds, slicedItems } from '../runtime/subscript.ts';
import { guardRepr } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { ListIterator, ListReverseIterator } from './list-iterator.ts';
import { sortList } from './list-sort.ts';
import { comparisons } from './rich-compare.ts';
import {
  bracketed,
  compareItems,
  containsItem,
  countItem,
  indexOfItem,
  isSlice,
  itemIndex,
  repeatCount,
  repeatItems,
} from './sequence.ts';

/** CPython: Objects/listobject.c */

type Alloc = new (items: Value[]) => PyList;

listType.call0 = () => new PyList([]);
listType.call1 = iterable => {
  const list = new PyList([]);
  extend(list, iterable);
  return list;
};

/** `list.__init__`: a subclass with a `__new__` of its own may be called with names. */
function init(self: PyList, args: readonly Value[], names: Names): void {
  const { type } = self;
  const count = args.length - (names?.length ?? 0);
  if (type.construct === listType.construct) refuseNames('list', names);
  checkPositional('list', count, 0, 1);
  if (self.items.length > 0) self.items.length = 0;
  if (count === 1) extend(self, args[0]!);
}

/** Adds the items of an iterable; what is done to the list meanwhile is seen. */
function extend(self: PyList, iterable: Value): void {
  const isExact =
    (iterable instanceof PyList && iterable.type === listType) ||
    (iterable instanceof PyTuple && iterable.type === tupleType);
  if (isExact) {
    const { items } = self;
    const more = iterable === self ? items.slice() : iterable.items;
    for (let i = 0; i < more.length; i++) items.push(more[i]!);
    return;
  }
  const iterator = getIter(iterable);
  checkLength(lengthHint(iterable, 0));
  forEach(iterator, item => {
    self.items.push(item);
  });
}

function repeat(self: PyList, other: Value): Value {
  const count = repeatCount(other);
  if (count === undefined)
    throw typeError(`can't multiply sequence by non-int of type '${typeOf(other).name}'`);
  return new PyList(repeatItems(self.items, count));
}

function getItem(self: PyList, key: Value): Value {
  const { items } = self;
  if (isSlice(key)) return new PyList(slicedItems(items, sliceBounds(key, items.length)));
  const item = items[itemIndex(key, items.length, 'list')];
  if (item === undefined) throw indexError('list index out of range');
  return item;
}

function assignSlice(self: PyList, slice: PySlice, value: Value): void {
  const given = value === self ? self.items.slice() : assignable(value);
  // The bounds come first, for their errors; the length that counts is the one after the items were taken.
  const { start, stop, step, count } = sliceBounds(slice, self.items.length);
  if (step === 1) {
    replaceItems(self, start, Math.max(start, stop), given);
    return;
  }
  if (given.length !== count)
    throw valueError(
      `attempt to assign sequence of size ${given.length} to extended slice of size ${count}`,
    );
  for (let i = 0, at = start; i < count; i++, at += step) self.items[at] = given[i]!;
}
function assignable(value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return listItems(value);
  if (!(value instanceof PyObject || typeof value === 'string') || !isIterable(value))
    throw typeError('must assign iterable to extended slice');
  return listItems(value);
}
const isIterable = (v: Value): boolean => {
  const { proto } = typeOf(v);
  return proto.__iter__$0 !== undefined || proto.__getitem__$1 !== undefined;
};

/** Arguments of one call are limited by the engine's stack. */
const MAX_SPREAD = 10_000;

function replaceItems(self: PyList, start: number, stop: number, given: readonly Value[]): void {
  const { items } = self;
  if (stop - start === given.length)
    for (let i = 0; i < given.length; i++) items[start + i] = given[i]!;
  else if (given.length <= MAX_SPREAD) items.splice(start, stop - start, ...given);
  else {
    const after = items.splice(stop);
    items.length = start;
    for (const item of given) items.push(item);
    for (const item of after) items.push(item);
  }
}

function deleteSlice(self: PyList, slice: PySlice): void {
  const { items } = self;
  const { start, stop, step, count } = sliceBounds(slice, items.length);
  if (count === 0) return;
  if (step === 1) {
    items.splice(start, stop - start);
    return;
  }
  const stride = Math.abs(step);
  const first = step > 0 ? start : start + (count - 1) * step;
  let kept = first;
  let next = first;
  for (let i = first, removed = 0; i < items.length; i++) {
    if (i === next && removed < count) {
      removed++;
      next += stride;
    } else items[kept++] = items[i]!;
  }
  items.length = kept;
}

defineType<PyList>(listType, {
  name: 'list',
  doc: `Built-in mutable sequence.

If no argument is given, the constructor creates a new empty list.
The argument must be an iterable if specified.`,
  flags: ['base', 'sequence'],
  concatenates: true,
  new: variadic(type => new (type.alloc as unknown as Alloc)([])),
  equality: 'custom',
  slots: {
    ...comparisons((op, self, other) =>
      other instanceof PyList ? compareItems(op, self, other) : NotImplemented,
    ),
    __init__: init,
    __repr__: self =>
      self.items.length === 0
        ? '[]'
        : guardRepr(self, '[...]', () => bracketed('[', self.items, ']')),
    __len__: self => smallInt(self.items.length),
    __iter__: self => new ListIterator(self),
    __contains__: containsItem,
    __add__(self, other) {
      if (!(other instanceof PyList))
        throw typeError(`can only concatenate list (not "${typeOf(other).name}") to list`);
      return new PyList(self.items.concat(other.items));
    },
    __mul__: repeat,
    __rmul__: repeat,
    __iadd__(self, other) {
      extend(self, other);
      return self;
    },
    __imul__(self, other) {
      const count = repeatCount(other);
      if (count === undefined)
        throw typeError(`can't multiply sequence by non-int of type '${typeOf(other).name}'`);
      if (count !== 1) self.items = repeatItems(self.items, count);
      return self;
    },
    __setitem__(self, key, value) {
      if (isSlice(key)) return assignSlice(self, key, value);
      const { items } = self;
      const index = itemIndex(key, items.length, 'list');
      if (index < 0 || index >= items.length)
        throw indexError('list assignment index out of range');
      items[index] = value;
    },
    __delitem__(self, key) {
      if (isSlice(key)) return deleteSlice(self, key);
      const { items } = self;
      const index = itemIndex(key, items.length, 'list');
      if (index < 0 || index >= items.length)
        throw indexError('list assignment index out of range');
      items.splice(index, 1);
    },
  },
  methods: {
    __getitem__: method('(index, /)', 'Return self[index].', getItem),
    __reversed__: method(
      '()',
      'Return a reverse iterator over the list.',
      self => new ListReverseIterator(self),
    ),
    __sizeof__: method('()', 'Return the size of the list in memory, in bytes.', self =>
      smallInt(40 + 8 * self.items.length),
    ),
    append: method('(object, /)', 'Append object to the end of the list.', (self, item) => {
      self.items.push(item);
      return null;
    }),
    clear: method('()', 'Remove all items from list.', self => {
      self.items = [];
      return null;
    }),
    copy: method(
      '()',
      'Return a shallow copy of the list.',
      self => new PyList(self.items.slice()),
    ),
    count: method('(value, /)', 'Return number of occurrences of value.', (self, value) =>
      smallInt(countItem(self, value)),
    ),
    extend: method(
      '(iterable, /)',
      'Extend list by appending elements from the iterable.',
      (self, iterable) => {
        extend(self, iterable);
        return null;
      },
    ),
    index: method(
      '(value, start: bound = 0, stop: bound = sys.maxsize, /)',
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
      (self, value, start, stop) => {
        const index = indexOfItem(self, value, start, stop);
        if (index < 0) throw valueError('list.index(x): x not in list');
        return smallInt(index);
      },
    ),
    insert: method(
      '(index: index, object, /)',
      'Insert object before index.',
      (self, index, item) => {
        const { items } = self;
        if (index < 0) index = Math.max(0, index + items.length);
        if (index >= items.length) items.push(item);
        else items.splice(index, 0, item);
        return null;
      },
    ),
    pop: method(
      '(index: index = -1, /)',
      `Remove and return item at index (default last).

Raises IndexError if list is empty or index is out of range.`,
      (self, index) => {
        const { items } = self;
        if (items.length === 0) throw indexError('pop from empty list');
        if (index === -1) return items.pop()!;
        if (index < 0) index += items.length;
        if (index < 0 || index >= items.length) throw indexError('pop index out of range');
        if (index === items.length - 1) return items.pop()!;
        return index === 0 ? items.shift()! : items.splice(index, 1)[0]!;
      },
    ),
    remove: method(
      '(value, /)',
      'Remove first occurrence of value.\n\nRaises ValueError if the value is not present.',
      (self, value) => {
        for (let i = 0; i < self.items.length; i++)
          if (equals(self.items[i]!, value)) {
            self.items.splice(i, 1);
            return null;
          }
        throw valueError('list.remove(x): x not in list');
      },
    ),
    reverse: method('()', 'Reverse *IN PLACE*.', self => {
      self.items.reverse();
      return null;
    }),
    sort: method(
      '(*, key=None, reverse: bool = False)',
      `Sort the list in ascending order and return None.

The sort is in-place (i.e. the list itself is modified) and stable
(i.e. the order of two equal elements is maintained).

If a key function is given, apply it once to each list item and sort
them, ascending or descending, according to their function values.

The reverse flag can be set to sort in descending order.`,
      (self, key, reverse) => {
        sortList(self, key, reverse);
        return null;
      },
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'lists are generic over the type of their contents',
      genericAlias,
    ),
  },
});
