import { dictType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import type { TableEntry } from '../../objects/hash-table.ts';
import { smallInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { PyList } from '../../objects/list.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call, callMethod, type Names } from '../../runtime/call.ts';
import { equals } from '../../runtime/compare.ts';
import { contains } from '../../runtime/contains.ts';
import {
  classMethod,
  defineType,
  method,
  variadic,
  variadicMethod,
} from '../../runtime/declare.ts';
import { dictItems, getItem, removeItem, setItem } from '../../runtime/dict.ts';
import { keyError, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { findEntry } from '../../runtime/hashing.ts';
import { forEach, getIter, listItems } from '../../runtime/iterate.ts';
import { unwrap } from '../../runtime/state.ts';
import {
  delItem as delAnyItem,
  getItem as getAnyItem,
  setItem as setAnyItem,
} from '../../runtime/subscript.ts';
import { guardRepr, reprText } from '../../runtime/text.ts';
import { builtin } from '../../types/builtin.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from '../../types/dict-views.ts';
import { equalityOnly } from '../../types/rich-compare.ts';
import { docs } from './docs.gen.ts';

/** A dict that remembers the order of its keys and can change it. CPython: Objects/odictobject.c */
export class PyOrderedDict extends PyDict {
  /** Counts changes of order alone. */
  declare moves: number;
  constructor() {
    super();
    this.moves = 0;
  }
}

type Kind = 'keys' | 'values' | 'items';

/** CPython: Objects/odictobject.c, odictiterobject */
class OrderedIterator extends PyIterator {
  declare private readonly dict: PyOrderedDict;
  declare private readonly kind: Kind;
  declare private readonly reversed: boolean;
  declare private readonly state: number;
  declare private readonly size: number;
  declare private at: TableEntry | null;
  constructor(dict: PyOrderedDict, kind: Kind, reversed: boolean) {
    super();
    this.dict = dict;
    this.kind = kind;
    this.reversed = reversed;
    this.state = dict.table.version + dict.moves;
    this.size = dict.table.size;
    this.at = reversed ? dict.table.last : dict.table.first;
  }
  override next(): Value | undefined {
    const { at, dict } = this;
    if (at === null) return undefined;
    const { table } = dict;
    if (table.version + dict.moves !== this.state) {
      this.at = null;
      throw runtimeError('OrderedDict mutated during iteration');
    }
    if (table.size !== this.size) {
      this.at = null;
      throw runtimeError('OrderedDict changed size during iteration');
    }
    this.at = this.reversed ? at.previous : at.next;
    switch (this.kind) {
      case 'keys':
        return at.key;
      case 'values':
        return at.value;
      case 'items':
        return tuple([at.key, at.value]);
    }
  }
  /** What is left, leaving the iterator where it stands. */
  rest(): Value[] {
    const { at } = this;
    const items: Value[] = [];
    for (let item = this.next(); item !== undefined; item = this.next()) items.push(item);
    this.at = at;
    return items;
  }
}
defineType(OrderedIterator, {
  name: 'odict_iterator',
  doc: null,
  methods: {
    __reduce__: method('()', 'Return state information for pickling', self =>
      tuple([builtin('iter'), tuple([new PyList(self.rest())])]),
    ),
  },
});

class OrderedKeys extends PyDictKeys {}
class OrderedItems extends PyDictItems {}
class OrderedValues extends PyDictValues {}
const viewSpec = <Self extends OrderedKeys | OrderedItems | OrderedValues>(
  name: string,
  kind: Kind,
) => ({
  name,
  doc: null,
  slots: {
    __iter__: (self: Self) => new OrderedIterator(self.dict as PyOrderedDict, kind, false),
  },
  methods: {
    __reversed__: method(
      '()',
      null,
      (self: Self) => new OrderedIterator(self.dict as PyOrderedDict, kind, true),
    ),
  },
});
defineType(OrderedKeys, {
  ...viewSpec('odict_keys', 'keys'),
  base: typeOf(new PyDictKeys(new PyDict())),
});
defineType(OrderedItems, {
  ...viewSpec('odict_items', 'items'),
  base: typeOf(new PyDictItems(new PyDict())),
});
defineType(OrderedValues, {
  ...viewSpec('odict_values', 'values'),
  base: typeOf(new PyDictValues(new PyDict())),
});

const isExact = (self: PyDict): boolean => self.type === orderedDictType;

/** `update` as MutableMapping has it: every item by `self[key] = value`. */
function update(self: PyOrderedDict, args: readonly Value[], names: Names, name: string): void {
  const count = args.length - (names?.length ?? 0);
  if (count > 1) throw typeError(`${name}() takes at most 1 positional argument (${count} given)`);
  if (count === 1) updateFrom(self, args[0]!);
  names?.forEach((each, i) => setAnyItem(self, str(each), args[count + i]!));
}
function updateFrom(self: PyOrderedDict, other: Value): void {
  if (other instanceof PyDict && other.type === dictType) {
    for (const [key, value] of dictItems(other)) setAnyItem(self, key, value);
    return;
  }
  const keys = findAttr(other, 'keys');
  if (keys !== undefined) {
    forEach(call(keys), key => setAnyItem(self, key, getAnyItem(other, key)));
    return;
  }
  const items = findAttr(other, 'items');
  forEach(items === undefined ? other : call(items), pair => {
    const [key, value] = pairOf(pair);
    setAnyItem(self, key, value);
  });
}
function pairOf(pair: Value): [Value, Value] {
  const items = listItems(pair);
  const [key, value] = items;
  if (key === undefined) throw valueError('need more than 0 values to unpack');
  if (value === undefined) throw valueError('need more than 1 value to unpack');
  if (items.length > 2) throw valueError('too many values to unpack (expected 2)');
  return [key, value];
}

function equal(self: PyOrderedDict, other: Value): boolean | undefined {
  if (!(other instanceof PyDict)) return undefined;
  if (unwrap(dictType.proto.__eq__$1!(self, other)) !== true) return false;
  if (!(other instanceof PyOrderedDict)) return true;
  let a = self.table.first;
  let b = other.table.first;
  for (; a !== null && b !== null; a = a.next, b = b.next) if (!equals(a.key, b.key)) return false;
  return true;
}

function reprOf(self: PyOrderedDict): string {
  const { name } = self.type;
  if (self.table.size === 0) return `${name}()`;
  const shown = new PyDict();
  if (isExact(self)) for (const [key, value] of dictItems(self)) setItem(shown, key, value);
  else
    forEach(callMethod(self, 'items'), pair => {
      const [key, value] = pairOf(pair);
      setItem(shown, key, value);
    });
  return `${name}(${reprText(shown)})`;
}

function copy(self: PyOrderedDict): Value {
  if (isExact(self)) {
    const made = new PyOrderedDict();
    for (const [key, value] of dictItems(self)) setItem(made, key, value);
    return made;
  }
  const made = call(self.type);
  for (const [key] of dictItems(self)) setAnyItem(made, key, getAnyItem(self, key));
  return made;
}

function pop(self: PyOrderedDict, key: Value, otherwise: Value | undefined): Value {
  if (isExact(self)) {
    const value = removeItem(self, key);
    if (value !== undefined) return value;
  } else if (contains(self, key)) {
    const value = getAnyItem(self, key);
    delAnyItem(self, key);
    return value;
  }
  if (otherwise === undefined) throw keyError(key);
  return otherwise;
}

function popItem(self: PyOrderedDict, last: boolean): Value {
  const entry = last ? self.table.last : self.table.first;
  if (entry === null) throw keyError('dictionary is empty');
  if (isExact(self)) {
    self.table.remove(entry);
    return tuple([entry.key, entry.value]);
  }
  return tuple([entry.key, pop(self, entry.key, undefined)]);
}

function setDefault(self: PyOrderedDict, key: Value, otherwise: Value): Value {
  if (isExact(self)) {
    const value = getItem(self, key);
    if (value !== undefined) return value;
    setItem(self, key, otherwise);
    return otherwise;
  }
  if (contains(self, key)) return getAnyItem(self, key);
  setAnyItem(self, key, otherwise);
  return otherwise;
}

function moveToEnd(self: PyOrderedDict, key: Value, last: boolean): Value {
  const entry = findEntry(self.table, key);
  if (entry === undefined) throw keyError(key);
  if (entry !== (last ? self.table.last : self.table.first)) {
    self.table.move(entry, last);
    self.moves++;
  }
  return null;
}

function union(type: PyType, left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const made = call(type, left);
  if (made instanceof PyOrderedDict) updateFrom(made, right);
  return made;
}

export const orderedDictType: PyType = defineType(PyOrderedDict, {
  name: 'OrderedDict',
  module: 'collections',
  doc: docs.OrderedDict,
  base: dictType,
  flags: ['base', 'mapping', 'dict', 'weakref'],
  new: variadic(type => new (type.alloc as unknown as new () => PyOrderedDict)()),
  equality: 'custom',
  slots: {
    ...equalityOnly(equal),
    __init__(self, args, names) {
      const count = args.length - (names?.length ?? 0);
      if (count > 1) throw typeError(`expected at most 1 argument, got ${count}`);
      update(self, args, names, 'update');
    },
    __repr__: self => guardRepr(self, '...', () => str(reprOf(self))),
    __iter__: self => new OrderedIterator(self, 'keys', false),
    __setitem__: setItem,
    __delitem__(self, key) {
      if (removeItem(self, key) === undefined) throw keyError(key);
    },
    __or__: (self, other) => union(self.type, self, other),
    __ror__: (self, other) => union(self.type, other, self),
    __ior__(self, other) {
      updateFrom(self, other);
      return self;
    },
  },
  methods: {
    __reduce__: method('()', docs['OrderedDict.__reduce__'], self => {
      const state = callMethod(self, '__getstate__');
      return tuple([self.type, tuple([]), state, null, getIter(callMethod(self, 'items'))]);
    }),
    __reversed__: method(
      '()',
      docs['OrderedDict.__reversed__'],
      self => new OrderedIterator(self, 'keys', true),
    ),
    __sizeof__: method('()', null, self => smallInt(128 + 64 * self.table.size)),
    clear: method('()', docs['OrderedDict.clear'], self => {
      self.table.clear();
      return null;
    }),
    copy: method('()', docs['OrderedDict.copy'], copy),
    items: method('()', null, self => new OrderedItems(self)),
    keys: method('()', null, self => new OrderedKeys(self)),
    move_to_end: method('(key, last: bool = True)', docs['OrderedDict.move_to_end'], moveToEnd),
    pop: method('(key, default=<unrepresentable>)', docs['OrderedDict.pop'], pop),
    popitem: method('(last: bool = True)', docs['OrderedDict.popitem'], popItem),
    setdefault: method('(key, default=None)', docs['OrderedDict.setdefault'], setDefault),
    update: variadicMethod(null, (self, args, names) => {
      update(self, args, names, 'update');
      return null;
    }),
    values: method('()', null, self => new OrderedValues(self)),
  },
  classMethods: {
    fromkeys: classMethod(
      '(iterable, value=None)',
      docs['OrderedDict.fromkeys'],
      (type, iterable, value) => {
        const made = call(type);
        forEach(iterable, key => setAnyItem(made, key, value));
        return made;
      },
    ),
  },
});
