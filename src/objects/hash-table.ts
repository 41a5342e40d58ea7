import type { Value } from './object.ts';

/** What a JavaScript Map compares as Python compares the key: primitives, and objects equal only to themselves. */
export type PrimitiveKey = number | bigint | string | null | object;

/** A key with its value, linked in insertion order. A removed entry keeps its links, so an iteration standing on it goes on. */
export class TableEntry {
  declare readonly key: Value;
  declare value: Value;
  declare readonly primitive: PrimitiveKey | undefined;
  /** The 32-bit hash of a key that stands in a bucket. */
  declare hash: number;
  declare next: TableEntry | null;
  declare previous: TableEntry | null;
  declare removed: boolean;
  constructor(key: Value, value: Value, primitive: PrimitiveKey | undefined, hash: number) {
    this.key = key;
    this.value = value;
    this.primitive = primitive;
    this.hash = hash;
    this.next = null;
    this.previous = null;
    this.removed = false;
  }
}

/**
 * The storage of dict and set: a Map from primitive keys, buckets by hash for all other keys, and the insertion order as a
 * linked list, which makes popitem, reversed and move_to_end constant in time. Hashing and equality live in runtime/hashing.ts.
 */
export class HashTable {
  declare readonly map: Map<PrimitiveKey, TableEntry>;
  declare buckets: Map<number, TableEntry[]> | null;
  /** Whether keys with a primitive form stand in the buckets as well, because a key of a class with its own `__hash__` was looked up. */
  declare mixed: boolean;
  declare first: TableEntry | null;
  declare last: TableEntry | null;
  declare size: number;
  /** Counts changes of the set of keys, so that iterators and look-ups that ran Python code notice them. */
  declare version: number;
  /** Whether the keys are the items of a set: what messages call them. */
  declare readonly isSet: boolean;
  constructor(isSet = false) {
    this.isSet = isSet;
    this.map = new Map();
    this.buckets = null;
    this.mixed = false;
    this.first = null;
    this.last = null;
    this.size = 0;
    this.version = 0;
  }

  /** Adds an entry whose key is known to be absent. */
  add(entry: TableEntry): void {
    if (entry.primitive !== undefined) this.map.set(entry.primitive, entry);
    if (entry.primitive === undefined || this.mixed) this.addToBucket(entry);
    this.link(entry);
    this.size++;
    this.version++;
  }

  addToBucket(entry: TableEntry): void {
    this.buckets ??= new Map();
    const bucket = this.buckets.get(entry.hash);
    if (bucket === undefined) this.buckets.set(entry.hash, [entry]);
    else bucket.push(entry);
  }

  /** Removes an entry of this table. */
  remove(entry: TableEntry): void {
    if (entry.primitive !== undefined) this.map.delete(entry.primitive);
    if (entry.primitive === undefined || this.mixed) {
      const bucket = this.buckets!.get(entry.hash)!;
      if (bucket.length === 1) this.buckets!.delete(entry.hash);
      else bucket.splice(bucket.indexOf(entry), 1);
    }
    this.unlink(entry);
    entry.removed = true;
    this.size--;
    this.version++;
  }

  clear(): void {
    for (let entry = this.first; entry !== null; entry = entry.next) entry.removed = true;
    this.map.clear();
    this.buckets = null;
    this.mixed = false;
    this.first = this.last = null;
    this.size = 0;
    this.version++;
  }

  /** Moves an entry to the end, or to the front. */
  move(entry: TableEntry, toEnd: boolean): void {
    this.unlink(entry);
    if (toEnd) return this.link(entry);
    entry.previous = null;
    entry.next = this.first;
    if (this.first === null) this.last = entry;
    else this.first.previous = entry;
    this.first = entry;
  }

  private link(entry: TableEntry): void {
    entry.previous = this.last;
    entry.next = null;
    if (this.last === null) this.first = entry;
    else this.last.next = entry;
    this.last = entry;
  }

  private unlink(entry: TableEntry): void {
    if (entry.previous === null) this.first = entry.next;
    else entry.previous.next = entry.next;
    if (entry.next === null) this.last = entry.previous;
    else entry.next.previous = entry.previous;
  }
}
