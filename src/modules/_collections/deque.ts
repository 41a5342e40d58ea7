import { typeOf } from '../../objects/builtin-types.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { call, callMethod, type Names } from '../../runtime/call.ts';
import { equals, richCompare, type Comparison } from '../../runtime/compare.ts';
import { asBound, asIndex } from '../../runtime/convert.ts';
import {
  classMethod,
  constructor,
  defineType,
  method,
  variadic,
  variadicMethod,
} from '../../runtime/declare.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { indexError, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { forEach, getIter } from '../../runtime/iterate.ts';
import { intValue } from '../../runtime/numbers.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { guardRepr } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { comparisons, ordered } from '../../types/rich-compare.ts';
import { hasIndex, joinReprs, repeatCount, repeatItems } from '../../types/sequence.ts';
import { PyDeque } from './deque-object.ts';
import { docs } from './docs.gen.ts';

const mutated = () => runtimeError('deque mutated during iteration');

/** CPython: Modules/_collectionsmodule.c, dequeiterobject */
export class DequeIterator extends PyIterator {
  declare protected readonly deque: PyDeque;
  declare private readonly version: number;
  /** How many items are left. */
  declare protected left: number;
  constructor(deque: PyDeque, given: number) {
    super();
    this.deque = deque;
    this.version = deque.version;
    this.left = Math.max(0, deque.size - given);
  }
  protected place(): number {
    return this.deque.size - this.left;
  }
  override next(): Value | undefined {
    if (this.deque.version !== this.version) {
      this.left = 0;
      throw mutated();
    }
    if (this.left === 0) return undefined;
    const item = this.deque.at(this.place());
    this.left--;
    return item;
  }
  get hint(): number {
    return this.left;
  }
  get reduced(): Value {
    return tuple([this.type, tuple([this.deque, smallInt(this.deque.size - this.left)])]);
  }
}
export class DequeReverseIterator extends DequeIterator {
  protected override place(): number {
    return this.left - 1;
  }
}
type IteratorClass = new (deque: PyDeque, given: number) => DequeIterator;
const iteratorSpec = (Class: IteratorClass, name: '_deque_iterator' | '_deque_reverse_iterator') =>
  defineType(Class, {
    name,
    module: 'collections',
    doc: null,
    new: constructor('(deque, index: index = 0, /)', (_type, deque, index) => {
      if (!(deque instanceof PyDeque))
        throw typeError(
          `${name}() argument 1 must be collections.deque, not ${typeOf(deque).name}`,
        );
      return new Class(deque, Math.max(0, index));
    }),
    methods: {
      __length_hint__: method('()', docs[`${name}.__length_hint__`], self => smallInt(self.hint)),
      __reduce__: method('()', docs[`${name}.__reduce__`], self => self.reduced),
    },
  });
export const dequeIteratorType = iteratorSpec(DequeIterator, '_deque_iterator');
export const dequeReverseIteratorType = iteratorSpec(
  DequeReverseIterator,
  '_deque_reverse_iterator',
);

const readArguments = new SignatureCallable(
  '(iterable=<unrepresentable>, maxlen=None)',
  (self: PyDeque, iterable: Value | undefined, maxlen: Value) => {
    self.maxlen = boundOf(maxlen);
    if (self.size > 0) self.clear();
    if (iterable !== undefined) extend(self, iterable);
    return null;
  },
  '$self',
  'deque',
);
function boundOf(maxlen: Value): number {
  if (maxlen === null) return Infinity;
  if (intValue(maxlen) === undefined) throw typeError('an integer is required');
  const bound = asIndex(maxlen);
  if (bound < 0) throw valueError('maxlen must be non-negative');
  return bound;
}

function extend(self: PyDeque, iterable: Value): void {
  if (iterable === self) for (const item of self.toArray()) self.append(item);
  else
    forEach(iterable, item => {
      self.append(item);
    });
}
function extendLeft(self: PyDeque, iterable: Value): void {
  if (iterable === self) for (const item of self.toArray()) self.appendLeft(item);
  else
    forEach(iterable, item => {
      self.appendLeft(item);
    });
}

/** Where the first equal item stands between the bounds, or -1. RuntimeError where a comparison changes the deque. */
function search(self: PyDeque, value: Value, start: number, stop: number): number {
  const { version } = self;
  for (let i = start; i < stop; i++) {
    const found = equals(self.at(i), value);
    if (self.version !== version) throw mutated();
    if (found) return i;
  }
  return -1;
}
function count(self: PyDeque, value: Value): number {
  const { version, size } = self;
  let found = 0;
  for (let i = 0; i < size; i++) {
    if (equals(self.at(i), value)) found++;
    if (self.version !== version) throw mutated();
  }
  return found;
}

function compareDeques(op: Comparison, self: PyDeque, other: Value): Value {
  if (!(other instanceof PyDeque)) return NotImplemented;
  if (self === other && op === '__eq__') return true;
  if (self.size !== other.size) {
    if (op === '__eq__') return false;
    if (op === '__ne__') return true;
  }
  const a = new DequeIterator(self, 0);
  const b = new DequeIterator(other, 0);
  for (;;) {
    const x = a.next();
    const y = b.next();
    if (x === undefined || y === undefined)
      return ordered(op, x === undefined ? 0 : 1, y === undefined ? 0 : 1);
    if (equals(x, y)) continue;
    if (op === '__eq__') return false;
    return op === '__ne__' ? true : richCompare(op, x, y);
  }
}

function placeOf(self: PyDeque, key: Value): number {
  if (!isInt(key) && typeof key !== 'boolean' && !hasIndex(key))
    throw typeError(`sequence index must be integer, not '${typeOf(key).name}'`);
  const index = asIndex(key);
  const place = index < 0 ? index + self.size : index;
  if (place < 0 || place >= self.size) throw indexError('deque index out of range');
  return place;
}
function removeAt(self: PyDeque, place: number): void {
  self.rotate(-place);
  self.popLeft();
  self.rotate(place);
}

/** A deque of the same class and bound. */
function copy(self: PyDeque): Value {
  const { type } = self;
  if (type !== dequeType)
    return self.maxlen === Infinity ? call(type, self) : call(type, self, smallInt(self.maxlen));
  return withItems(self, self.toArray());
}
function withItems(self: PyDeque, items: readonly Value[]): PyDeque {
  const made = new PyDeque();
  made.maxlen = self.maxlen;
  made.replace(items);
  return made;
}

function multiplied(self: PyDeque, other: Value): Value[] {
  const times = repeatCount(other);
  if (times === undefined)
    throw typeError(`can't multiply sequence by non-int of type '${typeOf(other).name}'`);
  const items = self.toArray();
  const enough = self.maxlen === Infinity ? times : Math.min(times, self.maxlen + 1);
  return repeatItems(items, enough);
}

function insert(self: PyDeque, index: number, value: Value): Value {
  if (self.size === self.maxlen) throw indexError('deque already at its maximum size');
  if (index >= self.size) self.append(value);
  else if (index <= -self.size || index === 0) self.appendLeft(value);
  else {
    self.rotate(-index);
    if (index < 0) self.append(value);
    else self.appendLeft(value);
    self.rotate(index);
  }
  return null;
}

function remove(self: PyDeque, value: Value): Value {
  const { version, size } = self;
  for (let i = 0; i < size; i++) {
    const found = equals(self.at(i), value);
    if (self.version !== version) throw indexError('deque mutated during remove().');
    if (!found) continue;
    removeAt(self, i);
    return null;
  }
  throw valueError('deque.remove(x): x not in deque');
}

function indexOf(self: PyDeque, args: readonly Value[], names: Names): Value {
  refuseNames('deque.index', names);
  checkPositional('index', args.length, 1, 3);
  const bound = (v: Value | undefined, absent: number): number => {
    if (v === undefined) return absent;
    const index = asBound(v);
    return Math.min(index < 0 ? Math.max(0, index + self.size) : index, self.size);
  };
  const stop = bound(args[2], self.size);
  const start = Math.min(bound(args[1], 0), stop);
  const found = search(self, args[0]!, start, stop);
  if (found === -1) throw valueError('deque.index(x): x not in deque');
  return smallInt(found);
}

function reduce(self: PyDeque): Value {
  const args = self.maxlen === Infinity ? [] : [tuple([]), smallInt(self.maxlen)];
  return tuple([self.type, tuple(args), callMethod(self, '__getstate__'), getIter(self)]);
}

export const dequeType: PyType = defineType(PyDeque, {
  name: 'deque',
  module: 'collections',
  doc: docs.deque,
  flags: ['base', 'weakref', 'sequence'],
  concatenates: true,
  new: variadic(type => new (type.alloc as unknown as new () => PyDeque)()),
  equality: 'custom',
  slots: {
    ...comparisons(compareDeques),
    __init__(self, args, names) {
      readArguments.call(self, args, names);
    },
    __repr__: self =>
      guardRepr(self, '[...]', () => {
        const bound = self.maxlen === Infinity ? '' : `, maxlen=${self.maxlen}`;
        return str(`${self.type.name}([${joinReprs(self.toArray())}]${bound})`);
      }),
    __len__: self => smallInt(self.size),
    __iter__: self => new DequeIterator(self, 0),
    __contains__: (self, item) => search(self, item, 0, self.size) !== -1,
    __getitem__: (self, key) => self.at(placeOf(self, key)),
    __setitem__(self, key, value) {
      self.store(placeOf(self, key), value);
    },
    __delitem__(self, key) {
      removeAt(self, placeOf(self, key));
    },
    __add__(self, other) {
      if (!(other instanceof PyDeque))
        throw typeError(`can only concatenate deque (not "${typeOf(other).name}") to deque`);
      const made = copy(self);
      if (made instanceof PyDeque) extend(made, other);
      return made;
    },
    __mul__: (self, other) => withItems(self, multiplied(self, other)),
    __rmul__: (self, other) => withItems(self, multiplied(self, other)),
    __iadd__(self, other) {
      extend(self, other);
      return self;
    },
    __imul__(self, other) {
      self.replace(multiplied(self, other));
      return self;
    },
  },
  attributes: {
    maxlen: {
      doc: docs['deque.maxlen'],
      get: self => (self.maxlen === Infinity ? null : smallInt(self.maxlen)),
    },
  },
  methods: {
    __copy__: method('()', docs['deque.__copy__'], copy),
    __reduce__: method('()', docs['deque.__reduce__'], reduce),
    __reversed__: method(
      '()',
      docs['deque.__reversed__'],
      self => new DequeReverseIterator(self, 0),
    ),
    __sizeof__: method('()', docs['deque.__sizeof__'], self =>
      smallInt(232 + 528 * Math.ceil((self.size + 1) / 64)),
    ),
    append: method('(item, /)', docs['deque.append'], (self, item) => {
      self.append(item);
      return null;
    }),
    appendleft: method('(item, /)', docs['deque.appendleft'], (self, item) => {
      self.appendLeft(item);
      return null;
    }),
    clear: method('()', docs['deque.clear'], self => {
      self.clear();
      return null;
    }),
    copy: method('()', docs['deque.copy'], copy),
    count: method('(value, /)', docs['deque.count'], (self, value) => smallInt(count(self, value))),
    extend: method('(iterable, /)', docs['deque.extend'], (self, iterable) => {
      extend(self, iterable);
      return null;
    }),
    extendleft: method('(iterable, /)', docs['deque.extendleft'], (self, iterable) => {
      extendLeft(self, iterable);
      return null;
    }),
    index: variadicMethod(docs['deque.index'], indexOf, '($self, value, [start, [stop]])'),
    insert: method('(index: index, value, /)', docs['deque.insert'], insert),
    pop: method('()', docs['deque.pop'], self => {
      const item = self.pop();
      if (item === undefined) throw indexError('pop from an empty deque');
      return item;
    }),
    popleft: method('()', docs['deque.popleft'], self => {
      const item = self.popLeft();
      if (item === undefined) throw indexError('pop from an empty deque');
      return item;
    }),
    remove: method('(value, /)', docs['deque.remove'], remove),
    reverse: method('()', docs['deque.reverse'], self => {
      self.replace(self.toArray().reverse());
      return null;
    }),
    rotate: method('(n: index = 1, /)', docs['deque.rotate'], (self, n) => {
      self.rotate(n);
      return null;
    }),
  },
  classMethods: {
    __class_getitem__: classMethod('(object, /)', docs['deque.__class_getitem__'], genericAlias),
  },
});
