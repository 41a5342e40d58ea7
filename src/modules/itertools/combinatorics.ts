import { smallInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import type { Value } from '../../objects/object.ts';
import { PyTuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { asIndex } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { intValue } from '../../runtime/numbers.ts';
import { docs } from './docs.gen.ts';

/** An iterator over choices from a pool, each an array of indices; `step` makes the next and is false after the last. */
abstract class Choosing extends PyIterator {
  declare readonly pool: readonly Value[];
  declare readonly indices: number[];
  declare readonly count: number;
  private state: 'new' | 'running' | 'ended';
  constructor(pool: readonly Value[], count: number, indices: number[], isEmpty: boolean) {
    super();
    this.pool = pool;
    this.count = count;
    this.indices = indices;
    this.state = isEmpty ? 'ended' : 'new';
  }
  protected abstract step(): boolean;
  override next(): Value | undefined {
    if (this.state === 'ended') return undefined;
    if (this.state === 'new') this.state = 'running';
    else if (!this.step()) {
      this.state = 'ended';
      return undefined;
    }
    const { pool, indices, count } = this;
    const items: Value[] = [];
    for (let i = 0; i < count; i++) items.push(pool[indices[i]!]!);
    return new PyTuple(items);
  }
  get size(): number {
    return 40 + 8 * this.indices.length;
  }
}
const sizeMethod = {
  __sizeof__: method('()', 'Returns size in memory, in bytes.', (self: Choosing | PyProduct) =>
    smallInt(self.size),
  ),
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** CPython: Modules/itertoolsmodule.c, combinationsobject */
export class PyCombinations extends Choosing {
  constructor(pool: readonly Value[], count: number) {
    const isEmpty = count > pool.length;
    super(pool, count, isEmpty ? [] : upTo(count), isEmpty);
  }
  protected override step(): boolean {
    const { indices, count, pool } = this;
    let i = count - 1;
    while (i >= 0 && indices[i] === i + pool.length - count) i--;
    if (i < 0) return false;
    let index = indices[i]! + 1;
    for (; i < count; i++) indices[i] = index++;
    return true;
  }
}
/** CPython: Modules/itertoolsmodule.c, cwrobject */
export class PyCombinationsWithReplacement extends Choosing {
  constructor(pool: readonly Value[], count: number) {
    const isEmpty = pool.length === 0 && count > 0;
    super(pool, count, isEmpty ? [] : Array.from({ length: count }, () => 0), isEmpty);
  }
  protected override step(): boolean {
    const { indices, count, pool } = this;
    let i = count - 1;
    while (i >= 0 && indices[i] === pool.length - 1) i--;
    if (i < 0) return false;
    indices.fill(indices[i]! + 1, i);
    return true;
  }
}
/** CPython: Modules/itertoolsmodule.c, permutationsobject */
export class PyPermutations extends Choosing {
  declare private readonly cycles: number[];
  constructor(pool: readonly Value[], count: number) {
    const isEmpty = count > pool.length;
    super(pool, count, upTo(pool.length), isEmpty);
    this.cycles = isEmpty ? [] : Array.from({ length: count }, (_, i) => pool.length - i);
  }
  protected override step(): boolean {
    const { indices, cycles, count } = this;
    const last = indices.length - 1;
    for (let i = count - 1; i >= 0; i--) {
      cycles[i]!--;
      if (cycles[i] !== 0) {
        const j = last + 1 - cycles[i]!;
        const index = indices[i]!;
        indices[i] = indices[j]!;
        indices[j] = index;
        return true;
      }
      // The suffix went through all its rotations: back to the start.
      const index = indices[i]!;
      indices.copyWithin(i, i + 1);
      indices[last] = index;
      cycles[i] = last + 1 - i;
    }
    return false;
  }
}

type Alloc = new (pool: readonly Value[], count: number) => PyIterator;
function newChoosing(type: PyType, iterable: Value, r: number): Value {
  const pool = listItems(iterable);
  if (r < 0) throw valueError('r must be non-negative');
  return new (type.alloc as unknown as Alloc)(pool, r);
}

export const combinationsType: PyType = defineType(PyCombinations, {
  name: 'combinations',
  module: 'itertools',
  doc: docs.combinations,
  flags: ['base'],
  new: constructor('(iterable, r: index)', newChoosing),
  methods: sizeMethod,
});
export const combinationsWithReplacementType: PyType = defineType(PyCombinationsWithReplacement, {
  name: 'combinations_with_replacement',
  module: 'itertools',
  doc: docs.combinations_with_replacement,
  flags: ['base'],
  new: constructor('(iterable, r: index)', newChoosing),
  methods: sizeMethod,
});
export const permutationsType: PyType = defineType(PyPermutations, {
  name: 'permutations',
  module: 'itertools',
  doc: docs.permutations,
  flags: ['base'],
  new: constructor('(iterable, r=None)', (type, iterable, r) => {
    const pool = listItems(iterable);
    if (r !== null && intValue(r) === undefined) throw typeError('Expected int as r');
    const count = r === null ? pool.length : asIndex(r);
    if (count < 0) throw valueError('r must be non-negative');
    return new (type.alloc as unknown as Alloc)(pool, count);
  }),
  methods: sizeMethod,
});

/** CPython: Modules/itertoolsmodule.c, productobject */
export class PyProduct extends PyIterator {
  declare readonly pools: readonly (readonly Value[])[];
  declare readonly indices: number[];
  /** The product given last; null before the first. */
  declare items: Value[] | null;
  declare ended: boolean;
  constructor(pools: readonly (readonly Value[])[]) {
    super();
    this.pools = pools;
    this.indices = pools.map(() => 0);
    this.items = null;
    this.ended = pools.some(pool => pool.length === 0);
  }
  override next(): Value | undefined {
    if (this.ended) return undefined;
    const { pools, indices } = this;
    if (this.items === null) {
      this.items = pools.map(pool => pool[0]!);
      return new PyTuple(this.items);
    }
    const items = this.items.slice();
    let i = pools.length - 1;
    for (; i >= 0; i--) {
      const pool = pools[i]!;
      const index = indices[i]! + 1;
      if (index < pool.length) {
        indices[i] = index;
        items[i] = pool[index]!;
        break;
      }
      indices[i] = 0;
      items[i] = pool[0]!;
    }
    if (i < 0) {
      this.ended = true;
      return undefined;
    }
    this.items = items;
    return new PyTuple(items);
  }
  get size(): number {
    return 40 + 8 * this.indices.length;
  }
}
type ProductAlloc = new (pools: readonly (readonly Value[])[]) => PyProduct;
export const productType: PyType = defineType(PyProduct, {
  name: 'product',
  module: 'itertools',
  doc: docs.product,
  flags: ['base'],
  new: constructor('(*iterables, repeat: index = 1)', (type, iterables, repeat) => {
    if (repeat < 0) throw valueError('repeat argument cannot be negative');
    if (iterables.length * repeat > 2 ** 28) throw overflowError('repeat argument too large');
    const once = repeat === 0 ? [] : iterables.map(listItems);
    const pools = Array.from({ length: repeat }, () => once).flat();
    return new (type.alloc as unknown as ProductAlloc)(pools);
  }),
  methods: sizeMethod,
});
