import { typeOf } from '../../objects/builtin-types.ts';
import { overflowErrorType } from '../../objects/exception-types.ts';
import { PyList } from '../../objects/list.ts';
import { Ellipsis, type Value } from '../../objects/object.ts';
import { PySlice } from '../../objects/slice.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { isException } from '../../runtime/attributes.ts';
import { findLayout } from '../../runtime/buffer.ts';
import { asIndex } from '../../runtime/convert.ts';
import { indexError, notImplementedError, typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { sliceBounds } from '../../runtime/subscript.ts';
import { packItem, unpackItem } from './items.ts';
import { checkOpen, PyMemoryView } from './view.ts';

/** `view[key]` and `view[key] = value`. CPython: Objects/memoryobject.c, memory_subscript */

const isIndex = (v: Value): boolean =>
  intValue(v) !== undefined || (typeof v === 'object' && v !== null && v.__index__$0 !== undefined);
const isSlices = (v: Value): boolean =>
  v instanceof PyTuple && v.items.length > 0 && v.items.every(each => each instanceof PySlice);
const isIndices = (v: Value): v is PyTuple => v instanceof PyTuple && v.items.every(isIndex);

/** The offset of the items with an index in a dimension. */
function offsetIn(self: PyMemoryView, dimension: number, key: Value): number {
  const length = self.shape[dimension]!;
  const given = asSubscript(key);
  const index = given < 0 ? given + length : given;
  if (index < 0 || index >= length)
    throw indexError(`index out of bounds on dimension ${dimension + 1}`);
  return index * self.strides[dimension]!;
}
function asSubscript(key: Value): number {
  if (typeof key === 'number') return key;
  try {
    return asIndex(key);
  } catch (error) {
    if (isException(error, overflowErrorType))
      throw indexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
    throw error;
  }
}

function offsetOf(self: PyMemoryView, { items }: PyTuple, none: string): number {
  const dimensions = self.shape.length;
  if (items.length < dimensions) throw notImplementedError(none);
  if (items.length > dimensions)
    throw typeError(`cannot index ${dimensions}-dimension view with ${items.length}-element tuple`);
  return items.reduce<number>((offset, key, i) => offset + offsetIn(self, i, key), self.offset);
}

function sliced(self: PyMemoryView, key: PySlice): PyMemoryView {
  const { start, step, count } = sliceBounds(key, self.shape[0]!);
  const stride = self.strides[0]!;
  return new PyMemoryView(
    self.managed,
    self,
    self.offset + (count === 0 ? 0 : start * stride),
    [count, ...self.shape.slice(1)],
    [stride * step, ...self.strides.slice(1)],
  );
}

export function getItem(self: PyMemoryView, key: Value): Value {
  checkOpen(self);
  const { shape, format } = self;
  if (shape.length === 1 && typeof key === 'number' && Number.isInteger(key))
    return unpackItem(self.managed.dataView, self.offset + offsetIn(self, 0, key), format);
  if (shape.length === 0) {
    if (key instanceof PyTuple && key.items.length === 0)
      return unpackItem(self.managed.dataView, self.offset, format);
    if (key === Ellipsis) return self;
    throw typeError('invalid indexing of 0-dim memory');
  }
  if (isIndex(key)) {
    if (shape.length > 1)
      throw notImplementedError('multi-dimensional sub-views are not implemented');
    return unpackItem(self.managed.dataView, self.offset + offsetIn(self, 0, key), format);
  }
  if (key instanceof PySlice) return sliced(self, key);
  if (isIndices(key))
    return unpackItem(
      self.managed.dataView,
      offsetOf(self, key, 'sub-views are not implemented'),
      format,
    );
  if (isSlices(key)) throw notImplementedError('multi-dimensional slicing is not implemented');
  throw typeError('memoryview: invalid slice key');
}

export function setItem(self: PyMemoryView, key: Value, value: Value): void {
  checkOpen(self);
  if (self.isReadonly) throw typeError('cannot modify read-only memory');
  const { shape, format } = self;
  const store = (offset: number): void => {
    packItem(self.managed.dataView, offset, format, value);
  };
  if (shape.length === 0) {
    if (key === Ellipsis || (key instanceof PyTuple && key.items.length === 0))
      return store(self.offset);
    throw typeError('invalid indexing of 0-dim memory');
  }
  if (isIndex(key)) {
    if (shape.length > 1) throw notImplementedError('sub-views are not implemented');
    return store(self.offset + offsetIn(self, 0, key));
  }
  if (key instanceof PySlice && shape.length === 1) return copyInto(sliced(self, key), value);
  if (isIndices(key)) return store(offsetOf(self, key, 'sub-views are not implemented'));
  if (key instanceof PySlice || isSlices(key))
    throw notImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
  throw typeError('memoryview: invalid slice key');
}

function copyInto(target: PyMemoryView, source: Value): void {
  const layout = findLayout(source);
  if (layout === undefined)
    throw typeError(`a bytes-like object is required, not '${typeOf(source).name}'`);
  const { itemSize } = target;
  const shape = layout.shape ?? [layout.data.length / layout.itemSize];
  const isAlike =
    shape.length === 1 &&
    shape[0] === target.shape[0] &&
    plain(layout.format) === plain(target.format) &&
    layout.itemSize === itemSize;
  if (!isAlike)
    throw valueError('memoryview assignment: lvalue and rvalue have different structures');
  const { data } = target.managed;
  // What is assigned may be a view of the same memory.
  const bytes = layout.data.buffer === data.buffer ? layout.data.slice() : layout.data;
  const stride = target.strides[0]!;
  if (stride === itemSize) data.set(bytes, target.offset);
  else
    for (let i = 0, at = target.offset; i < bytes.length; i += itemSize, at += stride)
      for (let k = 0; k < itemSize; k++) data[at + k] = bytes[i + k]!;
}
const plain = (format: string): string => (format.startsWith('@') ? format.slice(1) : format);

/** The items of a view of one dimension. */
export function* itemsOf(self: PyMemoryView): Generator<Value, void> {
  if (self.shape.length === 0) throw typeError('invalid indexing of 0-dim memory');
  if (self.shape.length > 1)
    throw notImplementedError('multi-dimensional sub-views are not implemented');
  for (let i = 0; i < self.shape[0]!; i++) {
    checkOpen(self);
    yield unpackItem(self.managed.dataView, self.offset + i * self.strides[0]!, self.format);
  }
}

/** The items as lists, one inside the other for each dimension; the item itself where there is none. */
export function toList(self: PyMemoryView): Value {
  const { shape, strides, format } = self;
  const { dataView } = self.managed;
  const list = (dimension: number, offset: number): Value => {
    if (dimension === shape.length) return unpackItem(dataView, offset, format);
    const items: Value[] = [];
    for (let i = 0; i < shape[dimension]!; i++)
      items.push(list(dimension + 1, offset + i * strides[dimension]!));
    return new PyList(items);
  };
  return list(0, self.offset);
}
