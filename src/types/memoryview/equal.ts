import type { Value } from '../../objects/object.ts';
import { findLayout } from '../../runtime/buffer.ts';
import { eq } from '../../runtime/compare.ts';
import { isTrue } from '../../runtime/truth.ts';
import { equalData } from '../bytes/arguments.ts';
import { nativeItem, unpackItem } from './items.ts';
import { PyMemoryView } from './view.ts';

/** `view == other`: the same shape and equal items, whatever their formats. CPython: Objects/memoryobject.c, memory_richcompare */
export function viewsEqual(self: PyMemoryView, other: Value): boolean | undefined {
  if (self.isReleased) return self === other;
  if (other instanceof PyMemoryView && other.isReleased) return self === other;
  const right = findLayout(other);
  if (right === undefined) return undefined;
  const left = self.bufferLayout();
  const shape = right.shape ?? [right.data.length / right.itemSize];
  if (shape.length !== self.shape.length || shape.some((n, i) => n !== self.shape[i])) return false;
  const a = nativeItem(left.format);
  const b = nativeItem(right.format);
  if (a === undefined || b === undefined) return false;
  if (a.code === b.code && a.kind === 'int') return equalData(left.data, right.data);
  const leftView = new DataView(left.data.buffer, left.data.byteOffset, left.data.length);
  const rightView = new DataView(right.data.buffer, right.data.byteOffset, right.data.length);
  const count = left.data.length / left.itemSize;
  for (let i = 0; i < count; i++) {
    const x = unpackItem(leftView, i * left.itemSize, left.format);
    const y = unpackItem(rightView, i * right.itemSize, right.format);
    if (!isTrue(eq(x, y))) return false;
  }
  return true;
}
