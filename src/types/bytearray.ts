import { reprOfBytearray } from '../algorithms/text/repr.ts';
import { findUnits } from '../algorithms/text/search.ts';
import { stringFromUnits } from '../algorithms/text/contents.ts';
import { bytearrayType, typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/bytes.ts';
import { smallInt } from '../objects/int.ts';
import { NotImplemented, type Value } from '../objects/object.ts';
import type { PySlice } from '../objects/slice.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import { findBuffer, findContiguous, orderedBytes } from '../runtime/buffer.ts';
import type { Comparison } from '../runtime/compare.ts';
import { asIndex, strValue } from '../runtime/convert.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { isExported } from '../runtime/exports.ts';
import { bufferError, indexError, memoryError, typeError, valueError } from '../runtime/errors.ts';
import { instanceDict } from '../runtime/instance-dict.ts';
import { dictSize } from '../runtime/dict.ts';
import { sliceBounds } from '../runtime/subscript.ts';
import { asByte, compareData, containedPart, equalData, MAX_BYTES } from './bytes/arguments.ts';
import { contentsFrom, contentsOfBytes, contentsOfInts } from './bytes/construct.ts';
import { bytearrayDocs as docs } from './bytes/docs.gen.ts';
import { ByteArrayIterator } from './bytes/iterator.ts';
import { byteClassMethods, byteMethods, byteStaticMethods } from './bytes/methods.ts';
import { byteIndex, concatenated, repeated, slicedData } from './bytes/operators.ts';
import { percentBytes } from './bytes/percent.ts';
import { bufferView } from './memoryview/index.ts';
import { comparisons, ordered } from './rich-compare.ts';
import { asSize } from './search-bounds.ts';
import { isSlice } from './sequence.ts';
import { intValue } from '../runtime/numbers.ts';
import { TYPE_HAS_DICT } from '../objects/type.ts';

/**
 * CPython: Objects/bytearrayobject.c
 *
 * `data` is a view of exactly the contents on memory that may be longer, so that appending need not copy each time.
 */

type Alloc = new (data: Uint8Array) => PyByteArray;

const make = (data: Uint8Array, self: Value): PyByteArray =>
  new PyByteArray(self instanceof PyByteArray && self.data === data ? data.slice() : data);

/** BufferError while views of the memory exist. */
function checkResizable(self: PyByteArray): void {
  if (self.exports !== null && isExported(self))
    throw bufferError('Existing exports of data: object cannot be re-sized');
}

/** Changes the length; what is added is not cleared. */
function resize(self: PyByteArray, length: number): void {
  const { data } = self;
  if (length === data.length) return;
  checkResizable(self);
  if (length > MAX_BYTES) throw memoryError('');
  if (length < data.length) {
    // Memory much too large is given back.
    self.data =
      length < data.buffer.byteLength / 4 ? data.slice(0, length) : data.subarray(0, length);
    return;
  }
  if (data.byteOffset + length <= data.buffer.byteLength) {
    self.data = new Uint8Array(data.buffer, data.byteOffset, length);
    return;
  }
  const grown = new Uint8Array(new ArrayBuffer(length + (length >> 3) + 16), 0, length);
  grown.set(data);
  self.data = grown;
}

/** Replaces the bytes from `start` to `stop`. */
function splice(self: PyByteArray, start: number, stop: number, given: Uint8Array): void {
  const { data } = self;
  const { length } = data;
  const growth = given.length - (stop - start);
  if (growth !== 0) checkResizable(self);
  if (growth < 0 && start === 0 && given.length === 0) {
    self.data = data.subarray(stop);
    return;
  }
  if (growth > 0) resize(self, length + growth);
  if (growth !== 0) self.data.copyWithin(stop + growth, stop, length);
  self.data.set(given, start);
  if (growth < 0) resize(self, length + growth);
}

function append(self: PyByteArray, byte: number): void {
  const { length } = self.data;
  resize(self, length + 1);
  self.data[length] = byte;
}

function extend(self: PyByteArray, v: Value): void {
  const data = findBuffer(v);
  if (data !== undefined) {
    const more = v === self ? data.slice() : data;
    return splice(self, self.data.length, self.data.length, more);
  }
  const { proto } = typeOf(v);
  if (proto.__iter__$0 === undefined && proto.__getitem__$1 === undefined)
    throw typeError(`can't extend bytearray with ${typeOf(v).name}`);
  if (strValue(v) !== undefined)
    throw typeError(`expected iterable of integers; got: '${typeOf(v).name}'`);
  const more = contentsOfInts(v);
  splice(self, self.data.length, self.data.length, more);
}

function assigned(self: PyByteArray, value: Value): Uint8Array {
  if (value === self) return self.data.slice();
  const data = orderedBytes(value);
  // A view of this very memory may overlap what it is copied to.
  if (data !== undefined) return data.buffer === self.data.buffer ? data.slice() : data;
  if (intValue(value) !== undefined || strValue(value) !== undefined || typeof value === 'number')
    throw typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  return contentsOfBytes('bytearray', value);
}

function assignSlice(self: PyByteArray, key: PySlice, given: Uint8Array): void {
  const { start, stop, step, count } = sliceBounds(key, self.data.length);
  if (step === 1) return splice(self, start, Math.max(start, stop), given);
  if (given.length === 0) return deleteStride(self, start, step, count);
  if (given.length !== count)
    throw valueError(
      `attempt to assign bytes of size ${given.length} to extended slice of size ${count}`,
    );
  for (let i = 0, at = start; i < count; i++, at += step) self.data[at] = given[i]!;
}

function deleteStride(self: PyByteArray, start: number, step: number, count: number): void {
  if (count === 0) return;
  checkResizable(self);
  const { data } = self;
  const stride = Math.abs(step);
  const first = step > 0 ? start : start + (count - 1) * step;
  let kept = first;
  for (let i = first, removed = 0, next = first; i < data.length; i++) {
    if (i === next && removed < count) {
      removed++;
      next += stride;
    } else data[kept++] = data[i]!;
  }
  resize(self, kept);
}

function deleteItem(self: PyByteArray, key: Value): void {
  const { length } = self.data;
  if (isSlice(key)) {
    const { start, stop, step, count } = sliceBounds(key, length);
    if (step === 1) splice(self, start, Math.max(start, stop), new Uint8Array(0));
    else deleteStride(self, start, step, count);
    return;
  }
  const index = indexIn(self, key);
  splice(self, index, index + 1, new Uint8Array(0));
}

function indexIn(self: PyByteArray, key: Value): number {
  const { length } = self.data;
  const index = byteIndex(key, length, 'bytearray');
  if (index < 0 || index >= length) throw indexError('bytearray index out of range');
  return index;
}

/** Compares with whatever gives a buffer. */
function compare(op: Comparison, self: PyByteArray, other: Value): Value {
  const data = findContiguous(other);
  if (data === undefined) return NotImplemented;
  if (op === '__eq__') return equalData(self.data, data);
  if (op === '__ne__') return !equalData(self.data, data);
  return ordered(op, compareData(self.data, data), 0);
}

const times = (self: PyByteArray, other: Value): Value =>
  make(repeated(self.data, other, 'bytearray'), self);

function reduced(self: PyByteArray, protocol: number): Value {
  const { data } = self;
  const state =
    self.type.flags & TYPE_HAS_DICT && dictSize(instanceDict(self)) > 0 ? instanceDict(self) : null;
  const args =
    data.length === 0
      ? emptyTuple
      : protocol < 3
        ? tuple([stringFromUnits(data), 'latin-1'])
        : tuple([new PyBytes(data.slice())]);
  return tuple([self.type, args, state]);
}

defineType<PyByteArray>(bytearrayType, {
  name: 'bytearray',
  doc: docs[''],
  flags: ['base'],
  new: variadic(type => new (type.alloc as unknown as Alloc)(new Uint8Array(0))),
  equality: 'custom',
  concatenates: true,
  slots: {
    ...comparisons<PyByteArray>(compare),
    __init__(self, args, names) {
      if (self.data.length > 0) resize(self, 0);
      const data = contentsFrom('bytearray', args, names);
      checkResizable(self);
      // What encoding gave may be shared with bytes.
      self.data = data.slice();
    },
    __repr__: self => `${self.type.name}(${reprOfBytearray(self.data)})`,
    __str__: self => `${self.type.name}(${reprOfBytearray(self.data)})`,
    __len__: self => smallInt(self.data.length),
    __iter__: self => new ByteArrayIterator(self),
    __contains__: (self, item) =>
      findUnits(self.data, containedPart(item), 0, self.data.length) >= 0,
    __add__: (self, other) => new PyByteArray(concatenated(self, other)),
    __mul__: times,
    __rmul__: times,
    __mod__: (self, values) => new PyByteArray(percentBytes(self.data, values)),
    __rmod__: (self, format) =>
      format instanceof PyByteArray
        ? new PyByteArray(percentBytes(format.data, self))
        : NotImplemented,
    __buffer__: (self, flags) => bufferView(self, Number(flags)),
    __release_buffer__: () => null,
    __iadd__(self, other) {
      const more = findBuffer(other);
      if (more === undefined)
        throw typeError(`can't concat ${typeOf(other).name} to ${self.type.name}`);
      extend(self, other);
      return self;
    },
    __imul__(self, other) {
      const data = repeated(self.data, other, 'bytearray');
      if (data.length !== self.data.length) {
        checkResizable(self);
        self.data = data;
      }
      return self;
    },
    __getitem__(self, key) {
      const { data } = self;
      if (isSlice(key)) return make(slicedData(data, key), self);
      const byte = data[byteIndex(key, data.length, 'bytearray')];
      if (byte === undefined) throw indexError('bytearray index out of range');
      return smallInt(byte);
    },
    __setitem__(self, key, value) {
      if (isSlice(key)) return assignSlice(self, key, assigned(self, value));
      const index = indexIn(self, key);
      const byte = asByte(value);
      // The conversion may have run code that changed the length.
      self.data[index < self.data.length ? index : indexIn(self, key)] = byte;
    },
    __delitem__: deleteItem,
  },
  methods: {
    ...byteMethods(docs, make),
    __alloc__: method('()', docs.__alloc__, self =>
      smallInt(self.data.length === 0 ? 0 : allocated(self)),
    ),
    __reduce__: method('()', docs.__reduce__, self => reduced(self, 2)),
    __reduce_ex__: method('(proto: cint = 0, /)', docs.__reduce_ex__, (self, protocol) =>
      reduced(self, protocol),
    ),
    __sizeof__: method('()', docs.__sizeof__, self =>
      smallInt(56 + (self.data.length === 0 ? 0 : allocated(self))),
    ),
    append: method('(item, /)', docs.append, (self, item) => {
      append(self, asByte(item));
      return null;
    }),
    clear: method('()', docs.clear, self => {
      resize(self, 0);
      return null;
    }),
    copy: method('()', docs.copy, self => new PyByteArray(self.data.slice())),
    extend: method('(iterable_of_ints, /)', docs.extend, (self, iterable) => {
      extend(self, iterable);
      return null;
    }),
    insert: method('(index, item, /)', docs.insert, (self, index, item) => {
      const at = asSize(index);
      const byte = asByte(item);
      const { length } = self.data;
      const start = at < 0 ? Math.max(0, at + length) : Math.min(at, length);
      splice(self, start, start, Uint8Array.of(byte));
      return null;
    }),
    pop: method('(index=-1, /)', docs.pop, (self, key) => {
      const { length } = self.data;
      const given = asSize(key);
      if (length === 0) throw indexError('pop from empty bytearray');
      const index = given < 0 ? given + length : given;
      if (index < 0 || index >= length) throw indexError('pop index out of range');
      const byte = self.data[index]!;
      splice(self, index, index + 1, new Uint8Array(0));
      return smallInt(byte);
    }),
    remove: method('(value, /)', docs.remove, (self, value) => {
      const index = self.data.indexOf(asByte(value));
      if (index < 0) throw valueError('value not found in bytearray');
      splice(self, index, index + 1, new Uint8Array(0));
      return null;
    }),
    resize: method('(size, /)', docs.resize, (self, size) => {
      const length = asIndex(size);
      if (length < 0) throw valueError(`Can only resize to positive sizes, got ${length}`);
      const before = self.data.length;
      resize(self, length);
      if (length > before) self.data.fill(0, before);
      return null;
    }),
    reverse: method('()', docs.reverse, self => {
      self.data.reverse();
      return null;
    }),
  },
  classMethods: byteClassMethods(docs, bytearrayType, data => new PyByteArray(data)),
  staticMethods: byteStaticMethods(docs),
});

const allocated = (self: PyByteArray): number =>
  Math.max(self.data.buffer.byteLength - self.data.byteOffset, self.data.length + 1);
