import { PyObject, type Value } from '../../objects/object.ts';
import { PyByteArray } from '../../objects/bytes.ts';
import { addExport, removeExport, type Exporter } from '../../runtime/exports.ts';
import type { BufferExporter, BufferLayout } from '../../runtime/buffer.ts';
import { bufferError, valueError } from '../../runtime/errors.ts';

/** The memory of an object, held as long as one view of it is. CPython: Objects/memoryobject.c, _PyManagedBuffer */
export class ManagedBuffer {
  declare readonly owner: Value;
  declare readonly data: Uint8Array;
  /** How many views are not released. */
  declare views: number;
  /** What to do when the last is. */
  declare private readonly onRelease: (() => void) | null;
  declare private fields: DataView | null;

  constructor(owner: Value, data: Uint8Array, onRelease: (() => void) | null) {
    this.owner = owner;
    this.data = data;
    this.views = 0;
    this.onRelease = onRelease;
    this.fields = null;
    const exporter = exporterOf(owner);
    if (exporter !== undefined) addExport(exporter, this);
  }

  get dataView(): DataView {
    const { data } = this;
    return (this.fields ??= new DataView(data.buffer, data.byteOffset, data.byteLength));
  }

  drop(): void {
    if (--this.views > 0) return;
    const exporter = exporterOf(this.owner);
    if (exporter !== undefined) removeExport(exporter, this);
    this.onRelease?.();
  }
}
const exporterOf = (owner: Value): Exporter | undefined =>
  owner instanceof PyByteArray
    ? owner
    : owner instanceof PyObject && 'exports' in owner
      ? (owner as PyObject & Exporter)
      : undefined;

/** CPython: Objects/memoryobject.c */
export class PyMemoryView extends PyObject implements BufferExporter {
  declare readonly managed: ManagedBuffer;
  declare isReleased: boolean;
  declare readonly format: string;
  declare readonly itemSize: number;
  declare readonly isReadonly: boolean;
  /** Where the item with index 0 in all dimensions is. */
  declare readonly offset: number;
  declare readonly shape: readonly number[];
  declare readonly strides: readonly number[];
  /** How many views were made of this one by the buffer protocol. */
  declare exported: number;

  constructor(
    managed: ManagedBuffer,
    layout: Pick<BufferLayout, 'format' | 'itemSize' | 'isReadonly'>,
    offset: number,
    shape: readonly number[],
    strides: readonly number[],
  ) {
    super();
    this.managed = managed;
    this.isReleased = false;
    this.format = layout.format;
    this.itemSize = layout.itemSize;
    this.isReadonly = layout.isReadonly;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
    this.exported = 0;
    managed.views++;
  }

  bufferData(): Uint8Array {
    checkOpen(this);
    if (!isContiguous(this)) throw bufferError('memoryview: underlying buffer is not C-contiguous');
    return this.managed.data.subarray(this.offset, this.offset + byteCount(this));
  }

  bufferCopy(): Uint8Array {
    checkOpen(this);
    return isContiguous(this) ? this.bufferData() : orderedCopy(this);
  }

  bufferLayout(): BufferLayout {
    checkOpen(this);
    const { format, itemSize, isReadonly, shape } = this;
    return { data: this.bufferCopy(), format, itemSize, isReadonly, shape };
  }
}

export function checkOpen(self: PyMemoryView): void {
  if (self.isReleased) throw valueError('operation forbidden on released memoryview object');
}

export const itemCount = ({ shape }: PyMemoryView): number =>
  shape.reduce((product, n) => product * n, 1);
export const byteCount = (self: PyMemoryView): number => itemCount(self) * self.itemSize;

/** The strides of items in order, the last index first (C) or the first index first (Fortran). */
export function stridesOf(shape: readonly number[], itemSize: number, fortran = false): number[] {
  const strides = new Array<number>(shape.length);
  let step = itemSize;
  for (let k = 0; k < shape.length; k++) {
    const i = fortran ? k : shape.length - 1 - k;
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

/** Whether the items follow each other in C or Fortran order. */
export function isContiguous(self: PyMemoryView, fortran = false): boolean {
  const { shape, strides } = self;
  if (shape.includes(0)) return true;
  const expected = stridesOf(shape, self.itemSize, fortran);
  return strides.every((stride, i) => stride === expected[i] || shape[i] === 1);
}

/** The bytes of the items in C or Fortran order. */
export function orderedCopy(self: PyMemoryView, fortran = false): Uint8Array {
  const { itemSize, shape, strides } = self;
  const { data } = self.managed;
  const out = new Uint8Array(byteCount(self));
  const targets = stridesOf(shape, itemSize, fortran);
  const copy = (dimension: number, from: number, to: number): void => {
    if (dimension === shape.length) {
      for (let i = 0; i < itemSize; i++) out[to + i] = data[from + i]!;
      return;
    }
    for (let i = 0; i < shape[dimension]!; i++)
      copy(dimension + 1, from + i * strides[dimension]!, to + i * targets[dimension]!);
  };
  copy(0, self.offset, 0);
  return out;
}
