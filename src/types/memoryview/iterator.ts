import { smallInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import type { Value } from '../../objects/object.ts';
import { defineType } from '../../runtime/declare.ts';
import { notImplementedError, typeError } from '../../runtime/errors.ts';
import { getItem } from './subscript.ts';
import { checkOpen, type PyMemoryView } from './view.ts';

/** The iterator of memoryviews. CPython: Objects/memoryobject.c, memoryiterobject */
export class MemoryIterator extends PyIterator {
  declare private sequence: PyMemoryView | null;
  declare private index: number;
  declare private readonly length: number;
  constructor(sequence: PyMemoryView) {
    super();
    checkOpen(sequence);
    const { shape } = sequence;
    if (shape.length === 0) throw typeError('invalid indexing of 0-dim memory');
    if (shape.length > 1)
      throw notImplementedError('multi-dimensional sub-views are not implemented');
    this.sequence = sequence;
    this.index = 0;
    this.length = shape[0]!;
  }
  override next(): Value | undefined {
    const { sequence } = this;
    if (sequence === null) return undefined;
    if (this.index < this.length) return getItem(sequence, smallInt(this.index++));
    this.sequence = null;
    return undefined;
  }
}

defineType(MemoryIterator, { name: 'memory_iterator', doc: null });
