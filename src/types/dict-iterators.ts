import { PyIterator } from '../objects/iterator.ts';
import { smallInt } from '../objects/int.ts';
import type { PyDict } from '../objects/dict.ts';
import type { TableEntry } from '../objects/hash-table.ts';
import { PyList } from '../objects/list.ts';
import { attributeKey, type Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { defineType, method, type TypeSpec } from '../runtime/declare.ts';
import { dictSize, namesOf } from '../runtime/dict.ts';
import { runtimeError } from '../runtime/errors.ts';
import { builtin } from './builtin.ts';

/**
 * The iterators of dicts and their views. An iteration stands on the entry that it gave last; where that was removed, it goes back to one that is still
 * there. CPython: Objects/dictobject.c, dictiter
 */
abstract class DictIterator extends PyIterator {
  declare dict: PyDict | null;
  /** The size that the dict must keep; -1 once it has changed. */
  declare protected used: number;
  declare protected remaining: number;
  declare protected at: TableEntry | null;
  /** The names still to come of a dict that shows an object's attributes. */
  declare protected names: string[] | null;
  constructor(dict: PyDict) {
    super();
    this.dict = dict;
    this.used = this.remaining = dictSize(dict);
    this.at = null;
    this.names = dict.namespace === null ? null : this.listNames(dict);
  }
  protected listNames(dict: PyDict): string[] {
    return namesOf(dict.namespace!).reverse();
  }

  get length(): number {
    return this.dict !== null && this.used === dictSize(this.dict) ? this.remaining : 0;
  }

  /** The entry after the one given last, or null. */
  protected follow(at: TableEntry | null, dict: PyDict): TableEntry | null {
    return following(at, dict);
  }

  /** The next entry of the table, or null at the end. */
  protected advance(): TableEntry | null {
    const { dict, at } = this;
    if (dict === null) return null;
    if (dict.table.size !== this.used && dict.namespace === null) this.fail();
    const entry = at === null || at.removed ? this.follow(at, dict) : this.step(at);
    if (entry === null) {
      this.dict = null;
      return null;
    }
    if (this.remaining-- === 0) {
      this.remaining = 0;
      this.used = -1;
      throw runtimeError('dictionary keys changed during iteration');
    }
    this.at = entry;
    return entry;
  }
  protected step(at: TableEntry): TableEntry | null {
    return at.next;
  }

  /** The next attribute's name, or undefined when all were given. */
  protected nextName(): string | undefined {
    const { dict, names } = this;
    if (dict === null) return undefined;
    if (dictSize(dict) !== this.used) this.fail();
    const name = names!.pop();
    if (name !== undefined) this.remaining--;
    else if (dict.table.size === 0) this.dict = null;
    return name;
  }
  protected attribute(name: string): Value {
    return this.dict!.namespace![attributeKey(name)] ?? null;
  }

  private fail(): never {
    this.used = -1;
    throw runtimeError('dictionary changed size during iteration');
  }
}

function following(at: TableEntry | null, dict: PyDict): TableEntry | null {
  let live = at;
  while (live !== null && live.removed) live = live.previous;
  return live === null ? dict.table.first : live.next;
}
function preceding(at: TableEntry | null, dict: PyDict): TableEntry | null {
  let live = at;
  while (live !== null && live.removed) live = live.next;
  return live === null ? dict.table.last : live.previous;
}

export class DictKeyIterator extends DictIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return str(name);
    }
    return this.advance()?.key;
  }
}
export class DictValueIterator extends DictIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return this.attribute(name);
    }
    return this.advance()?.value;
  }
}
export class DictItemIterator extends DictIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return tuple([str(name), this.attribute(name)]);
    }
    const entry = this.advance();
    return entry === null ? undefined : tuple([entry.key, entry.value]);
  }
}

/** Backwards, a namespace's dict gives the keys that are not str first. */
abstract class DictReverseIterator extends DictIterator {
  protected override listNames(dict: PyDict): string[] {
    return namesOf(dict.namespace!);
  }
  protected override follow(at: TableEntry | null, dict: PyDict): TableEntry | null {
    return preceding(at, dict);
  }
  protected override step(at: TableEntry): TableEntry | null {
    return at.previous;
  }
}
export class DictReverseKeyIterator extends DictReverseIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return str(name);
    }
    return this.advance()?.key;
  }
}
export class DictReverseValueIterator extends DictReverseIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return this.attribute(name);
    }
    return this.advance()?.value;
  }
}
export class DictReverseItemIterator extends DictReverseIterator {
  override next(): Value | undefined {
    if (this.names !== null) {
      const name = this.nextName();
      if (name !== undefined) return tuple([str(name), this.attribute(name)]);
    }
    const entry = this.advance();
    return entry === null ? undefined : tuple([entry.key, entry.value]);
  }
}

const spec = <T extends DictIterator>(name: string): TypeSpec<T> => ({
  name,
  doc: null,
  methods: {
    __length_hint__: method('()', 'Private method returning an estimate of len(list(it)).', self =>
      smallInt(self.length),
    ),
    __reduce__: method('()', 'Return state information for pickling.', self => {
      const rest: Value[] = [];
      const { dict } = self;
      const copy = Object.assign(Object.create(Object.getPrototypeOf(self) as object) as T, self);
      copy.dict = dict;
      for (let item = copy.next(); item !== undefined; item = copy.next()) rest.push(item as Value);
      return tuple([builtin('iter'), tuple([new PyList(rest)])]);
    }),
  },
});
defineType(DictKeyIterator, spec('dict_keyiterator'));
defineType(DictValueIterator, spec('dict_valueiterator'));
defineType(DictItemIterator, spec('dict_itemiterator'));
defineType(DictReverseKeyIterator, spec('dict_reversekeyiterator'));
defineType(DictReverseValueIterator, spec('dict_reversevalueiterator'));
defineType(DictReverseItemIterator, spec('dict_reverseitemiterator'));
