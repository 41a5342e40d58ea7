import { PyObject, type Value } from '../../objects/object.ts';

/** A double-ended queue: a ring in an array whose length is a power of two. CPython: Modules/_collectionsmodule.c, dequeobject */
export class PyDeque extends PyObject {
  declare private ring: (Value | undefined)[];
  declare private head: number;
  declare size: number;
  /** Infinity for no bound. */
  declare maxlen: number;
  /** Counts changes of the set of items, which iterators notice. */
  declare version: number;
  constructor() {
    super();
    this.ring = new Array<Value | undefined>(8).fill(undefined);
    this.head = 0;
    this.size = 0;
    this.maxlen = Infinity;
    this.version = 0;
  }

  at(index: number): Value {
    return this.ring[(this.head + index) & (this.ring.length - 1)]!;
  }
  store(index: number, value: Value): void {
    this.ring[(this.head + index) & (this.ring.length - 1)] = value;
  }

  append(item: Value): void {
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size) & (this.ring.length - 1)] = item;
    this.size++;
    this.version++;
    if (this.size > this.maxlen) this.popLeft();
  }
  appendLeft(item: Value): void {
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = item;
    this.size++;
    this.version++;
    if (this.size > this.maxlen) this.pop();
  }
  /** Takes the last item; undefined where there is none. */
  pop(): Value | undefined {
    if (this.size === 0) return undefined;
    this.size--;
    this.version++;
    const place = (this.head + this.size) & (this.ring.length - 1);
    const item = this.ring[place];
    this.ring[place] = undefined;
    return item;
  }
  popLeft(): Value | undefined {
    if (this.size === 0) return undefined;
    const { head, ring } = this;
    const item = ring[head];
    ring[head] = undefined;
    this.head = (head + 1) & (ring.length - 1);
    this.size--;
    this.version++;
    return item;
  }

  /** Moves the last `count` items to the front, one after another. */
  rotate(count: number): void {
    const { size } = this;
    if (size <= 1) return;
    let steps = count % size;
    if (steps > size / 2) steps -= size;
    else if (steps < -size / 2) steps += size;
    const mask = this.ring.length - 1;
    this.version++;
    for (; steps > 0; steps--) {
      const from = (this.head + size - 1) & mask;
      const item = this.ring[from];
      this.ring[from] = undefined;
      this.head = (this.head - 1) & mask;
      this.ring[this.head] = item;
    }
    for (; steps < 0; steps++) {
      const item = this.ring[this.head];
      this.ring[this.head] = undefined;
      this.ring[(this.head + size) & mask] = item;
      this.head = (this.head + 1) & mask;
    }
  }

  clear(): void {
    this.ring = new Array<Value | undefined>(8).fill(undefined);
    this.head = 0;
    this.size = 0;
    this.version++;
  }

  /** The items as a new array. */
  toArray(): Value[] {
    const end = this.head + this.size;
    const { ring } = this;
    const items = ring.slice(this.head, Math.min(end, ring.length)) as Value[];
    return end > ring.length ? items.concat(ring.slice(0, end - ring.length) as Value[]) : items;
  }
  /** Puts an array's items in place of those there are. */
  replace(items: readonly Value[]): void {
    this.clear();
    const kept = items.length > this.maxlen ? items.slice(items.length - this.maxlen) : items;
    for (const item of kept) this.append(item);
  }

  private grow(): void {
    const items = this.toArray();
    const { length } = this.ring;
    this.ring = [
      ...items,
      ...new Array<Value | undefined>(length * 2 - items.length).fill(undefined),
    ];
    this.head = 0;
  }
}
