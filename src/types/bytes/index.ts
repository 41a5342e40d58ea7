import { reprOfBytes } from '../../algorithms/text/repr.ts';
import { findUnits } from '../../algorithms/text/search.ts';
import { bytesType } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { int, smallInt } from '../../objects/int.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import type { Comparison } from '../../runtime/compare.ts';
import { defineType, method, variadic } from '../../runtime/declare.ts';
import { indexError } from '../../runtime/errors.ts';
import { hasher } from '../../runtime/hash.ts';
import { thread } from '../../runtime/state.ts';
import { bufferView } from '../memoryview/index.ts';
import { comparisons, ordered } from '../rich-compare.ts';
import { isSlice } from '../sequence.ts';
import { compareData, containedPart, dataOf, equalData, isBytesLike } from './arguments.ts';
import { contentsFrom } from './construct.ts';
import { bytesDocs } from './docs.gen.ts';
import { BytesIterator } from './iterator.ts';
import { byteClassMethods, byteMethods, byteStaticMethods } from './methods.ts';
import { byteIndex, concatenated, repeated, slicedData } from './operators.ts';
import { percentBytes } from './percent.ts';

/** CPython: Objects/bytesobject.c */

type Alloc = new (data: Uint8Array) => PyBytes;

function newBytes(type: PyType, args: readonly Value[], names: readonly string[] | null): Value {
  const [only] = args;
  if (type === bytesType && args.length === 1 && names === null) {
    if (only instanceof PyBytes && only.type === bytesType) return only;
  }
  return new (type.alloc as unknown as Alloc)(contentsFrom('bytes', args, names));
}

/** Bytes are shared wherever they did not change. */
const make = (data: Uint8Array, self: Value): PyBytes =>
  self instanceof PyBytes && self.data === data && self.type === bytesType
    ? self
    : new PyBytes(data);

function compare(op: Comparison, self: PyBytes, other: Value): Value {
  if (!(other instanceof PyBytes)) return NotImplemented;
  if (op === '__eq__') return equalData(self.data, other.data);
  if (op === '__ne__') return !equalData(self.data, other.data);
  return ordered(op, compareData(self.data, other.data), 0);
}

function times(self: PyBytes, other: Value): Value {
  return make(repeated(self.data, other, 'bytes'), self);
}

/** A copy where the buffer may change. */
export const bytesOf = (v: Value): PyBytes => {
  if (v instanceof PyBytes) return v.type === bytesType ? v : new PyBytes(v.data);
  return new PyBytes(findBuffer(v)!.slice());
};

defineType<PyBytes>(bytesType, {
  name: 'bytes',
  doc: bytesDocs[''],
  flags: ['base'],
  new: variadic(newBytes),
  equality: 'builtin',
  concatenates: true,
  slots: {
    ...comparisons<PyBytes>(compare),
    __repr__: self => reprOfBytes(self.data),
    __str__: self => reprOfBytes(self.data),
    __hash__: self => int(thread.interpreter.state(hasher).sip.hashBytes(self.data).toInt()),
    __len__: self => smallInt(self.data.length),
    __iter__: self => new BytesIterator(self),
    __contains__: (self, item) => {
      const part = containedPart(item);
      return findUnits(self.data, part, 0, self.data.length) >= 0;
    },
    __add__(self, other) {
      if (self.data.length === 0 && other instanceof PyBytes && other.type === bytesType)
        return other;
      if (isBytesLike(other) && dataOf(other).length === 0 && self.type === bytesType) return self;
      return new PyBytes(concatenated(self, other));
    },
    __mul__: times,
    __rmul__: times,
    __mod__: (self, values) => new PyBytes(percentBytes(self.data, values)),
    __rmod__: (self, format) =>
      format instanceof PyBytes ? new PyBytes(percentBytes(format.data, self)) : NotImplemented,
    __buffer__: (self, flags) => bufferView(self, Number(flags)),
    __getitem__(self, key) {
      const { data } = self;
      if (isSlice(key)) return make(slicedData(data, key), self);
      const byte = data[byteIndex(key, data.length, 'byte')];
      if (byte === undefined) throw indexError('index out of range');
      return smallInt(byte);
    },
  },
  methods: {
    ...byteMethods(bytesDocs, make),
    __bytes__: method('()', bytesDocs.__bytes__, self => bytesOf(self)),
    __getnewargs__: method('()', null, self => tuple([new PyBytes(self.data)])),
  },
  classMethods: byteClassMethods(bytesDocs, bytesType, data => new PyBytes(data)),
  staticMethods: byteStaticMethods(bytesDocs),
});
