import type { Value } from '../../objects/object.ts';
import { PyList } from '../../objects/list.ts';
import { utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { nativeItem } from './items.ts';
import { byteCount, checkOpen, isContiguous, PyMemoryView, stridesOf } from './view.ts';

const MAX_DIMENSIONS = 64;
const isByteFormat = (format: string): boolean => /^@?[bBc]$/.test(format);

/** `view.cast(format, shape)`. CPython: Objects/memoryobject.c, memoryview_cast_impl */
export function castView(self: PyMemoryView, format: PyStr, shape: Value | undefined): Value {
  checkOpen(self);
  if (!isContiguous(self))
    throw typeError('memoryview: casts are restricted to C-contiguous views');
  const dimensions = shape === undefined ? 1 : shapeItems(shape).length;
  if (shape !== undefined) {
    if (dimensions > MAX_DIMENSIONS)
      throw valueError(`memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
    if (self.shape.length !== 1 && dimensions !== 1)
      throw typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  } else if (self.shape.includes(0) && self.shape.length > 1)
    throw typeError('memoryview: cannot cast view with zeros in shape or strides');
  const flat = castFlat(self, utf16(format));
  return shape === undefined ? flat : reshaped(flat, shapeItems(shape));
}

function castFlat(self: PyMemoryView, format: string): PyMemoryView {
  const item = nativeItem(format);
  if (item === undefined)
    throw valueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  if (nativeItem(self.format) === undefined)
    throw valueError(
      "memoryview: source format must be a native single character format prefixed with an optional '@'",
    );
  if (!isByteFormat(self.format) && !isByteFormat(format))
    throw typeError('memoryview: cannot cast between two non-byte formats');
  const size = byteCount(self);
  if (size % item.size !== 0) throw typeError('memoryview: length is not a multiple of itemsize');
  return new PyMemoryView(
    self.managed,
    { format, itemSize: item.size, isReadonly: self.isReadonly },
    self.offset,
    [size / item.size],
    [item.size],
  );
}

function shapeItems(shape: Value): readonly Value[] {
  if (shape instanceof PyList || shape instanceof PyTuple) return shape.items;
  throw typeError('shape must be a list or a tuple');
}

function reshaped(self: PyMemoryView, items: readonly Value[]): PyMemoryView {
  const shape = items.map(item => {
    const n = intValue(item);
    if (n === undefined) throw typeError('memoryview.cast(): elements of shape must be integers');
    if (n <= 0) throw valueError('memoryview.cast(): elements of shape must be integers > 0');
    return Number(n);
  });
  if (shape.reduce((product, n) => product * n, self.itemSize) !== byteCount(self))
    throw typeError('memoryview: product(shape) * itemsize != buffer size');
  self.managed.views--;
  return new PyMemoryView(self.managed, self, self.offset, shape, stridesOf(shape, self.itemSize));
}
