import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { smallInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { refuseNames } from '../../runtime/arguments.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { bufferData } from '../../runtime/buffer.ts';
import type { Names } from '../../runtime/call.ts';
import { asIndex } from '../../runtime/convert.ts';
import { constructor, defineType, method, variadicMethod } from '../../runtime/declare.ts';
import { defineModule, fn, variadicFn } from '../../runtime/declare-module.ts';
import { typeError } from '../../runtime/errors.ts';
import { thread } from '../../runtime/state.ts';
import { reprText } from '../../runtime/text.ts';
import { docs } from './docs.gen.ts';
import {
  errorType,
  formatOf,
  formats,
  packAll,
  structError,
  unpackAll,
  type Format,
} from './format.ts';

function checkCount(name: string, { layout }: Format, given: number): void {
  if (given !== layout.count)
    throw structError(`${name} expected ${layout.count} items for packing (got ${given})`);
}

function pack(format: Format, values: readonly Value[]): Value {
  checkCount('pack', format, values.length);
  const data = new Uint8Array(format.layout.size);
  packAll(format, data, 0, values);
  return new PyBytes(data);
}

/** The memory of a buffer that may be written. */
function writable(v: Value): Uint8Array {
  const isReadOnly = v instanceof PyBytes || findAttr(v, 'readonly') === true;
  if (isReadOnly)
    throw typeError(`argument must be read-write bytes-like object, not ${typeOf(v).name}`);
  return bufferData(v);
}

function packInto(format: Format, args: readonly Value[]): Value {
  if (args.length < 1) throw structError('pack_into expected buffer argument');
  if (args.length < 2) throw structError('pack_into expected offset argument');
  const [buffer, place, ...values] = args as [Value, Value, ...Value[]];
  checkCount('pack_into', format, values.length);
  const target = writable(buffer);
  const offset = startOf(asIndex(place), target.length, format.layout.size, 'pack');
  target.fill(0, offset, offset + format.layout.size);
  packAll(format, target, offset, values);
  return null;
}

/** Where in a buffer of `length` bytes to pack or unpack `size`; errors of struct where they do not fit. */
function startOf(given: number, length: number, size: number, action: 'pack' | 'unpack'): number {
  let offset = given;
  if (offset < 0) {
    if (offset + size > 0)
      throw structError(
        action === 'pack'
          ? `no space to pack ${size} bytes at offset ${offset}`
          : `not enough data to unpack ${size} bytes at offset ${offset}`,
      );
    if (offset + length < 0)
      throw structError(`offset ${offset} out of range for ${length}-byte buffer`);
    offset += length;
  }
  if (length - offset < size)
    throw structError(
      `${action}_${action === 'pack' ? 'into' : 'from'} requires a buffer of at least ${size + offset} bytes for ${action}ing ${size} bytes at offset ${offset} (actual buffer size is ${length})`,
    );
  return offset;
}

function unpack(format: Format, buffer: Uint8Array): Value {
  const { size } = format.layout;
  if (buffer.length !== size) throw structError(`unpack requires a buffer of ${size} bytes`);
  return tuple(unpackAll(format, buffer, 0));
}
function unpackFrom(format: Format, buffer: Uint8Array, offset: number): Value {
  return tuple(
    unpackAll(format, buffer, startOf(offset, buffer.length, format.layout.size, 'unpack')),
  );
}

/** CPython: Modules/_struct.c, unpackiterobject */
class UnpackIterator extends PyIterator {
  declare readonly format: Format;
  declare readonly buffer: Uint8Array;
  declare offset: number;
  constructor(format: Format, buffer: Uint8Array) {
    super();
    this.format = format;
    this.buffer = buffer;
    this.offset = 0;
  }
  override next(): Value | undefined {
    const { format, buffer, offset } = this;
    if (offset >= buffer.length) return undefined;
    this.offset += format.layout.size;
    return tuple(unpackAll(format, buffer, offset));
  }
}
defineType(UnpackIterator, {
  name: 'unpack_iterator',
  module: '_struct',
  doc: null,
  methods: {
    __length_hint__: method('()', null, self =>
      smallInt((self.buffer.length - self.offset) / self.format.layout.size),
    ),
  },
});

function iterUnpack(format: Format, buffer: Uint8Array): Value {
  const { size } = format.layout;
  if (size === 0) throw structError('cannot iteratively unpack with a struct of length 0');
  if (buffer.length % size !== 0)
    throw structError(`iterative unpacking requires a buffer of a multiple of ${size} bytes`);
  return new UnpackIterator(format, buffer);
}

/** A compiled format. CPython: Modules/_struct.c, PyStructObject */
export class PyStruct extends PyObject {
  declare format: Format;
  constructor(format: Format) {
    super();
    this.format = format;
  }
}

export const structType: PyType = defineType(PyStruct, {
  name: 'Struct',
  module: '_struct',
  doc: docs.Struct,
  flags: ['base', 'weakref'],
  new: constructor(
    '(format)',
    (type, format) =>
      new (type.alloc as unknown as new (format: Format) => PyStruct)(formatOf(format)),
  ),
  slots: { __repr__: self => str(`Struct(${reprText(str(self.format.text))})`) },
  attributes: {
    format: { doc: docs['Struct.format'], get: self => str(self.format.text) },
    size: { doc: docs['Struct.size'], get: self => smallInt(self.format.layout.size) },
  },
  methods: {
    __sizeof__: method('()', docs['Struct.__sizeof__'], self =>
      smallInt(64 + 32 * self.format.layout.items.length),
    ),
    iter_unpack: method('(buffer: bytes, /)', docs['Struct.iter_unpack'], (self, buffer) =>
      iterUnpack(self.format, buffer),
    ),
    pack: variadicMethod(docs['Struct.pack'], (self: PyStruct, args, names) => {
      refuseNames('Struct.pack', names);
      return pack(self.format, args);
    }),
    pack_into: variadicMethod(docs['Struct.pack_into'], (self: PyStruct, args, names) => {
      refuseNames('Struct.pack_into', names);
      return packInto(self.format, args);
    }),
    unpack: method('(buffer: bytes, /)', docs['Struct.unpack'], (self, buffer) =>
      unpack(self.format, buffer),
    ),
    unpack_from: method(
      '(buffer: bytes, offset: index = 0)',
      docs['Struct.unpack_from'],
      (self, buffer, offset) => unpackFrom(self.format, buffer, offset),
    ),
  },
});

/** The format, which is the first argument, and the rest. */
function split(name: string, args: readonly Value[], names: Names): [Format, readonly Value[]] {
  refuseNames(`_struct.${name}`, names);
  if (args.length === 0) throw typeError('missing format argument');
  return [formatOf(args[0]!), args.slice(1)];
}

/** Numbers as bytes. CPython: Modules/_struct.c */
export const structModule = defineModule('_struct', {
  doc: docs[''],
  functions: {
    _clearcache: fn('()', docs._clearcache, () => {
      thread.interpreter.state(formats).clear();
      return null;
    }),
    calcsize: fn('(format, /)', docs.calcsize, format => smallInt(formatOf(format).layout.size)),
    iter_unpack: fn('(format, buffer: bytes, /)', docs.iter_unpack, (format, buffer) =>
      iterUnpack(formatOf(format), buffer),
    ),
    pack: variadicFn(docs.pack, (args, names) => pack(...split('pack', args, names))),
    pack_into: variadicFn(docs.pack_into, (args, names) =>
      packInto(...split('pack_into', args, names)),
    ),
    unpack: fn('(format, buffer: bytes, /)', docs.unpack, (format, buffer) =>
      unpack(formatOf(format), buffer),
    ),
    unpack_from: fn(
      '(format, /, buffer: bytes, offset: index = 0)',
      docs.unpack_from,
      (format, buffer, offset) => unpackFrom(formatOf(format), buffer, offset),
    ),
  },
  types: { Struct: structType, error: errorType },
});
