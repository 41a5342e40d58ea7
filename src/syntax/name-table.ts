import type { Source } from './source.ts';
import { keywords, softKeywords } from './tokens.ts';

/** The distinct names of one source; keywords come first, then the soft keywords. */
export class NameTable {
  readonly names: string[] = [];
  private hashes: Int32Array;
  private slots: Int32Array;
  private mask: number;
  private wide: Map<string, number> | null = null;

  constructor(keywordCount: number) {
    this.mask = 511;
    this.hashes = new Int32Array(256);
    this.slots = new Int32Array(512);
    for (let i = 0; i < keywordCount; i++) this.add(keywords[i]!);
    for (const name of softKeywords) this.add(name);
  }

  private add(name: string): void {
    let hash = 0;
    for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.store(slot, hash, name);
  }

  private store(slot: number, hash: number, name: string): number {
    const index = this.names.length;
    this.names.push(name);
    this.slots[slot] = index + 1;
    this.hashes[index] = hash;
    if (index + 1 === this.hashes.length) this.grow();
    return index;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    const hashes = new Int32Array(size / 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let i = 0; i < this.names.length; i++) {
      const hash = hashes[i]!;
      // A wide name has no hash and is found through its map.
      if (hash === 0) continue;
      let slot = (hash ^ (hash >>> 15)) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    }
  }

  /** The index of the ASCII name at `start`..`end`, whose polynomial hash the scanner has at hand. */
  intern(source: Source, start: number, end: number, hash: number): number {
    const { slots, mask } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = slots[slot]!;
      if (entry === 0) return this.store(slot, hash, source.slice(start, end));
      if (this.hashes[entry - 1] === hash && this.matches(entry - 1, source.bytes, start, end))
        return entry - 1;
      slot = (slot + 1) & mask;
    }
  }

  private matches(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.names[index]!;
    if (name.length !== end - start) return false;
    for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== bytes[start + i]) return false;
    return true;
  }

  /** The index of a name with other than ASCII characters, normalised as PEP 3131 asks. */
  internWide(text: string): number {
    const wide = (this.wide ??= new Map());
    let index = wide.get(text);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(text.normalize('NFKC'));
      this.hashes[index] = 0;
      if (index + 1 === this.hashes.length) this.grow();
      wide.set(text, index);
    }
    return index;
  }
}
