import { PyBytes } from '../../objects/bytes.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { emptyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { callSpecial } from '../../runtime/call.ts';
import { findLayout, pythonBuffer } from '../../runtime/buffer.ts';
import { equals } from '../../runtime/compare.ts';
import { strValue } from '../../runtime/convert.ts';
import {
  classMethod,
  constructor,
  defineType,
  method,
  type Attribute,
} from '../../runtime/declare.ts';
import { bufferError, notImplementedError, typeError, valueError } from '../../runtime/errors.ts';
import { hash, hasher } from '../../runtime/hash.ts';
import { thread } from '../../runtime/state.ts';
import { address } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { isBytesLike } from '../bytes/arguments.ts';
import { hexOf } from '../bytes/methods.ts';
import { equalityOnly } from '../rich-compare.ts';
import { castView } from './cast.ts';
import { viewsEqual } from './equal.ts';
import { getItem, itemsOf, setItem, toList } from './subscript.ts';
import { MemoryIterator } from './iterator.ts';
import {
  byteCount,
  checkOpen,
  isContiguous,
  ManagedBuffer,
  orderedCopy,
  PyMemoryView,
  stridesOf,
} from './view.ts';

/** `memoryview(v)`; undefined for what has no buffer. */
export function viewOf(v: Value, flags = 0x11c): PyMemoryView | undefined {
  if (v instanceof PyMemoryView) return sameView(v);
  if (hasPythonBuffer(v)) return pythonView(v, flags);
  const layout = findLayout(v);
  if (layout === undefined) return undefined;
  const managed = new ManagedBuffer(v, layout.data, null);
  const shape = layout.shape ?? [layout.data.length / layout.itemSize];
  return new PyMemoryView(managed, layout, 0, shape, stridesOf(shape, layout.itemSize));
}
/** Whether the buffer is made by `__buffer__` of a Python class. */
const hasPythonBuffer = (v: Value): boolean =>
  v instanceof PyObject && !isBytesLike(v) && !('bufferData' in v) && v.__buffer__$1 !== undefined;

export function sameView(v: PyMemoryView): PyMemoryView {
  checkOpen(v);
  return new PyMemoryView(v.managed, v, v.offset, v.shape, v.strides);
}

/** A view of what `__buffer__` of a Python class gives; `__release_buffer__` is told of its end. */
function pythonView(v: Value, flags: number): PyMemoryView {
  const inner = pythonBuffer(v, flags) as PyObject as PyMemoryView;
  checkOpen(inner);
  inner.exported++;
  const managed = new ManagedBuffer(v, inner.managed.data, () => {
    inner.exported--;
    callSpecial(v, '__release_buffer__', inner);
    if (!inner.isReleased) release(inner);
  });
  return new PyMemoryView(managed, inner, inner.offset, inner.shape, inner.strides);
}

function release(self: PyMemoryView): void {
  if (self.isReleased) return;
  if (self.exported > 0)
    throw bufferError(
      `memoryview has ${self.exported} exported buffer${self.exported === 1 ? '' : 's'}`,
    );
  self.isReleased = true;
  self.managed.drop();
}

/** A view for `v.__buffer__(flags)`. */
export function bufferView(v: Value, flags: number): PyMemoryView {
  const view = viewOf(v, flags);
  if (view === undefined)
    throw typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
  if (flags & 1 && view.isReadonly)
    throw bufferError(
      v instanceof PyMemoryView
        ? 'memoryview: underlying buffer is not writable'
        : 'Object is not writable.',
    );
  return view;
}

function newView(_type: PyType, object: Value): PyMemoryView {
  const view = viewOf(object);
  if (view === undefined)
    throw typeError(`memoryview: a bytes-like object is required, not '${typeOf(object).name}'`);
  return view;
}

function bytesIn(self: PyMemoryView, order: Value): Uint8Array {
  checkOpen(self);
  const text = order === null ? 'C' : utf16(strValue(order) ?? '');
  if (text !== 'C' && text !== 'F' && text !== 'A')
    throw valueError("order must be 'C', 'F' or 'A'");
  const fortran = text === 'F' || (text === 'A' && !isContiguous(self) && isContiguous(self, true));
  if (!fortran && isContiguous(self)) return self.bufferData().slice();
  return orderedCopy(self, fortran);
}

function hashOf(self: PyMemoryView): Value {
  checkOpen(self);
  if (!self.isReadonly) throw valueError('cannot hash writable memoryview object');
  if (!['B', 'b', 'c', '@B', '@b', '@c'].includes(self.format))
    throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  hash(self.managed.owner);
  return int(thread.interpreter.state(hasher).sip.hashBytes(self.bufferCopy()).toInt());
}

/** An attribute that a released view no longer has. */
const open = (doc: string, get: (self: PyMemoryView) => Value): Attribute<PyMemoryView> => ({
  doc,
  get(self) {
    checkOpen(self);
    return get(self);
  },
});
const tupleOf = (numbers: readonly number[]): Value => tuple(numbers.map(n => smallInt(n)));

function compareItem(self: PyMemoryView, value: Value): (item: Value) => boolean {
  checkOpen(self);
  return item => equals(item, value);
}

/** CPython: Objects/memoryobject.c */
export const memoryviewType: PyType = defineType(PyMemoryView, {
  name: 'memoryview',
  doc: 'Create a new memoryview object which references the given object.',
  flags: ['sequence', 'weakref'],
  new: constructor('(object)', newView),
  equality: 'custom',
  slots: {
    ...equalityOnly(viewsEqual),
    __hash__: hashOf,
    __repr__: self =>
      str(`<${self.isReleased ? 'released memory' : 'memory'} at ${address(self)}>`),
    __len__(self) {
      checkOpen(self);
      if (self.shape.length === 0) throw typeError('0-dim memory has no length');
      return smallInt(self.shape[0]!);
    },
    __iter__: self => new MemoryIterator(self),
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__() {
      throw typeError('cannot delete memory');
    },
    __buffer__: (self, flags) => bufferView(self, Number(flags)),
    __release_buffer__: () => null,
  },
  attributes: {
    obj: open('The underlying object of the memoryview.', self => self.managed.owner),
    nbytes: open(
      `The amount of space in bytes that the array would use in
 a contiguous representation.`,
      self => smallInt(byteCount(self)),
    ),
    readonly: open('A bool indicating whether the memory is read only.', self => self.isReadonly),
    itemsize: open('The size in bytes of each element of the memoryview.', self =>
      smallInt(self.itemSize),
    ),
    format: open(
      `A string containing the format (in struct module style)
 for each element in the view.`,
      self => self.format,
    ),
    ndim: open(
      `An integer indicating how many dimensions of a multi-dimensional
 array the memory represents.`,
      self => smallInt(self.shape.length),
    ),
    shape: open(
      `A tuple of ndim integers giving the shape of the memory
 as an N-dimensional array.`,
      self => tupleOf(self.shape),
    ),
    strides: open(
      `A tuple of ndim integers giving the size in bytes to access
 each element for each dimension of the array.`,
      self => tupleOf(self.strides),
    ),
    suboffsets: open('A tuple of integers used internally for PIL-style arrays.', () => emptyTuple),
    c_contiguous: open('A bool indicating whether the memory is C contiguous.', self =>
      isContiguous(self),
    ),
    f_contiguous: open('A bool indicating whether the memory is Fortran contiguous.', self =>
      isContiguous(self, true),
    ),
    contiguous: open(
      'A bool indicating whether the memory is contiguous.',
      self => isContiguous(self) || isContiguous(self, true),
    ),
  },
  methods: {
    __enter__: method('()', null, self => {
      checkOpen(self);
      return self;
    }),
    __exit__: method(
      '(*exc_info)',
      'Release the underlying buffer exposed by the memoryview object.',
      self => {
        release(self);
        return null;
      },
    ),
    cast: method(
      '(format: str, shape=<unrepresentable>)',
      'Cast a memoryview to a new format or shape.',
      castView,
    ),
    count: method('(value, /)', 'Count the number of occurrences of a value.', (self, value) => {
      const isEqual = compareItem(self, value);
      let count = 0;
      for (const item of itemsOf(self)) if (isEqual(item)) count++;
      return smallInt(count);
    }),
    hex: method(
      '(sep=<unrepresentable>, bytes_per_sep: cint = 1)',
      `Return the data in the buffer as a str of hexadecimal numbers.

  sep
    An optional single character or byte to separate hex bytes.
  bytes_per_sep
    How many bytes between separators.  Positive values count from
    the right, negative values count from the left.

Example:
>>> value = memoryview(b'\\xb9\\x01\\xef')
>>> value.hex()
'b901ef'
>>> value.hex(':')
'b9:01:ef'
>>> value.hex(':', 2)
'b9:01ef'
>>> value.hex(':', -2)
'b901:ef'`,
      (self, sep, group) => {
        checkOpen(self);
        return hexOf(self.bufferCopy(), sep, group);
      },
    ),
    index: method(
      '(value, start: bound = 0, stop: bound = sys.maxsize, /)',
      `Return the index of the first occurrence of a value.

Raises ValueError if the value is not present.`,
      (self, value, start, stop) => {
        const isEqual = compareItem(self, value);
        if (self.shape.length === 0) throw typeError('invalid lookup on 0-dim memory');
        if (self.shape.length > 1)
          throw notImplementedError('multi-dimensional lookup is not implemented');
        const length = self.shape[0]!;
        const from = start < 0 ? Math.max(start + length, 0) : start;
        const to = Math.min(stop < 0 ? stop + length : stop, length);
        for (let i = from; i < to; i++) if (isEqual(getItem(self, smallInt(i)))) return smallInt(i);
        throw valueError('memoryview.index(x): x not found');
      },
    ),
    release: method(
      '()',
      'Release the underlying buffer exposed by the memoryview object.',
      self => {
        release(self);
        return null;
      },
    ),
    tobytes: method(
      "(order='C')",
      `Return the data in the buffer as a byte string.

Order can be {'C', 'F', 'A'}.  When order is 'C' or 'F', the data of
the original array is converted to C or Fortran order.  For
contiguous views, 'A' returns an exact copy of the physical memory.
In particular, in-memory Fortran order is preserved.  For
non-contiguous views, the data is converted to C first.  order=None
is the same as order='C'.`,
      (self, order) => new PyBytes(bytesIn(self, order)),
    ),
    tolist: method('()', 'Return the data in the buffer as a list of elements.', self => {
      checkOpen(self);
      return toList(self);
    }),
    toreadonly: method('()', 'Return a readonly version of the memoryview.', self => {
      checkOpen(self);
      const { format, itemSize } = self;
      return new PyMemoryView(
        self.managed,
        { format, itemSize, isReadonly: true },
        self.offset,
        self.shape,
        self.strides,
      );
    }),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'memoryviews are generic over the type of their underlying data',
      (type, item) => genericAlias(type, item),
    ),
    _from_flags: classMethod(
      '(object, flags: cint)',
      'Create a new memoryview object which references the given object.',
      (_type, object, flags) => bufferView(object, flags),
    ),
  },
});
