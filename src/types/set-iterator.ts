import type { TableEntry } from '../objects/hash-table.ts';
import { smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import type { PyAnySet } from '../objects/set.ts';
import { tuple } from '../objects/tuple.ts';
import { defineType, method } from '../runtime/declare.ts';
import { runtimeError } from '../runtime/errors.ts';
import { builtin } from './builtin.ts';

/** The iterator of sets. CPython: Objects/setobject.c, setiterobject */
export class SetIterator extends PyIterator {
  declare set: PyAnySet | null;
  declare used: number;
  declare remaining: number;
  declare at: TableEntry | null;
  constructor(set: PyAnySet) {
    super();
    this.set = set;
    this.used = this.remaining = set.table.size;
    this.at = null;
  }
  override next(): Value | undefined {
    const { set } = this;
    if (set === null) return undefined;
    const { table } = set;
    if (table.size !== this.used) {
      this.used = -1;
      throw runtimeError('Set changed size during iteration');
    }
    let { at } = this;
    while (at !== null && at.removed) at = at.previous;
    const entry = at === null ? table.first : at.next;
    // Items that were taken out and put back stand behind all others: they are not given again.
    if (entry === null || this.remaining === 0) {
      this.set = null;
      return undefined;
    }
    this.remaining--;
    this.at = entry;
    return entry.key;
  }
}

defineType(SetIterator, {
  name: 'set_iterator',
  doc: null,
  methods: {
    __length_hint__: method('()', 'Private method returning an estimate of len(list(it)).', self =>
      smallInt(self.set !== null && self.used === self.set.table.size ? self.remaining : 0),
    ),
    __reduce__: method('()', 'Return state information for pickling.', self => {
      const rest: Value[] = [];
      if (self.set !== null) {
        const copy = new SetIterator(self.set);
        copy.at = self.at;
        copy.used = self.used;
        for (let item = copy.next(); item !== undefined; item = copy.next()) rest.push(item);
      }
      return tuple([builtin('iter'), tuple([new PyList(rest)])]);
    }),
  },
});
