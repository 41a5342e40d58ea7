/**
 * SipHash-1-3, the hash of str and bytes (CPython's Python/pyhash.c), on 32-bit halves.
 */
import type { IntValue } from './int-math.ts';
import { fromHalves } from './hash.ts';

/** The four 32-bit words of the key, lowest first. */
export type SipKey = readonly [number, number, number, number];

/** The key for PYTHONHASHSEED=`seed` (Python/bootstrap_hash.c): zeros for 0, else a linear congruential generator's bytes. */
export function sipKeyFromSeed(seed: number): SipKey {
  if (seed === 0) return [0, 0, 0, 0];
  const words = [0, 0, 0, 0];
  let state = seed | 0;
  for (let i = 0; i < 16; i++) {
    state = (Math.imul(state, 214013) + 2531011) | 0;
    words[i >> 2]! |= ((state >>> 16) & 255) << ((i & 3) * 8);
  }
  return [words[0]!, words[1]!, words[2]!, words[3]!];
}

/**
 * A hasher for one key. After each call `low` and `high` are the halves of the 64-bit hash as signed
 * 32-bit integers; `low` alone serves as key of a hash table of our own.
 */
export class SipHasher {
  low = 0;
  high = 0;
  readonly #key: SipKey;
  #words = new Int32Array(64);

  constructor(key: SipKey) {
    this.#key = key;
  }

  /** The hash of a str without surrogates and characters beyond U+FFFF: over CPython's 1 or 2 bytes a character. */
  hashString(text: string): this {
    const length = text.length;
    const words = this.#reserve(length);
    let i = 0;
    let seen = 0;
    for (; i + 3 < length; i += 4) {
      const a = text.charCodeAt(i);
      const b = text.charCodeAt(i + 1);
      const c = text.charCodeAt(i + 2);
      const d = text.charCodeAt(i + 3);
      seen |= a | b | c | d;
      words[i >> 2] = a | (b << 8) | (c << 16) | (d << 24);
    }
    let last = 0;
    for (let shift = 0; i < length; i++, shift += 8) {
      const unit = text.charCodeAt(i);
      seen |= unit;
      last |= unit << shift;
    }
    words[length >> 2] = last;
    return seen < 256 ? this.#run(length) : this.#hashUcs2(text);
  }

  #hashUcs2(text: string): this {
    const length = text.length;
    const words = this.#reserve(2 * length);
    for (let i = 0; i + 1 < length; i += 2) {
      words[i >> 1] = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    }
    words[length >> 1] = (length & 1) === 1 ? text.charCodeAt(length - 1) : 0;
    return this.#run(2 * length);
  }

  /** The hash of a str given as code points; its widest character decides the bytes a character takes. */
  hashCodePoints(points: Uint32Array): this {
    const length = points.length;
    let seen = 0;
    for (let i = 0; i < length; i++) seen |= points[i]!;
    const log = seen < 256 ? 0 : seen < 65536 ? 1 : 2;
    const words = this.#reserve(length << log);
    words.fill(0, 0, ((length << log) >> 2) + 1);
    for (let i = 0; i < length; i++) {
      const at = i << log;
      words[at >> 2]! |= points[i]! << ((at & 3) * 8);
    }
    return this.#run(length << log);
  }

  hashBytes(bytes: Uint8Array): this {
    const length = bytes.length;
    const words = this.#reserve(length);
    let i = 0;
    for (; i + 3 < length; i += 4) {
      words[i >> 2] =
        bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    }
    let last = 0;
    for (let shift = 0; i < length; i++, shift += 8) last |= bytes[i]! << shift;
    words[length >> 2] = last;
    return this.#run(length);
  }

  /** The Python int of the last hash. */
  toInt(): IntValue {
    return fromHalves(this.high, this.low);
  }

  #reserve(byteLength: number): Int32Array {
    const need = (byteLength >> 2) + 3;
    if (this.#words.length < need) this.#words = new Int32Array(need * 2);
    return this.#words;
  }

  /** Hashes the bytes in #words, of which the one that holds the last `length & 3` bytes is padded with zeros. */
  #run(length: number): this {
    if (length === 0) {
      this.low = 0;
      this.high = 0;
      return this;
    }
    const words = this.#words;
    const blocks = length >> 3;
    // The last block: up to seven bytes, and the length modulo 256 in the highest one.
    const tail = blocks * 2;
    if ((length & 7) < 4) words[tail + 1] = 0;
    words[tail + 1]! |= (length & 255) << 24;
    const key = this.#key;
    let l0 = key[0] ^ 0x70736575;
    let h0 = key[1] ^ 0x736f6d65;
    let l1 = key[2] ^ 0x6e646f6d;
    let h1 = key[3] ^ 0x646f7261;
    let l2 = key[0] ^ 0x6e657261;
    let h2 = key[1] ^ 0x6c796765;
    let l3 = key[2] ^ 0x79746573;
    let h3 = key[3] ^ 0x74656462;
    // One round for each block; the three rounds of the finish are rounds with an empty block.
    for (let i = 0; i < blocks + 4; i++) {
      let low = 0;
      let high = 0;
      if (i <= blocks) {
        low = words[i * 2]!;
        high = words[i * 2 + 1]!;
        l3 ^= low;
        h3 ^= high;
      } else if (i === blocks + 1) {
        l2 ^= 255;
      }
      let l = 0;
      let h = 0;
      // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
      l = (l0 + l1) | 0;
      h = (h0 + h1 + (l >>> 0 < l1 >>> 0 ? 1 : 0)) | 0;
      l0 = (l1 << 13) | (h1 >>> 19);
      h1 = ((h1 << 13) | (l1 >>> 19)) ^ h;
      l1 = l0 ^ l;
      l0 = h;
      h0 = l;
      // v2 += v3; v3 = rotl(v3, 16) ^ v2
      l = (l2 + l3) | 0;
      h2 = (h2 + h3 + (l >>> 0 < l3 >>> 0 ? 1 : 0)) | 0;
      l2 = l;
      l = (l3 << 16) | (h3 >>> 16);
      h3 = ((h3 << 16) | (l3 >>> 16)) ^ h2;
      l3 = l ^ l2;
      // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
      l = (l2 + l1) | 0;
      h = (h2 + h1 + (l >>> 0 < l1 >>> 0 ? 1 : 0)) | 0;
      l2 = (l1 << 17) | (h1 >>> 15);
      h1 = ((h1 << 17) | (l1 >>> 15)) ^ h;
      l1 = l2 ^ l;
      l2 = h;
      h2 = l;
      // v0 += v3; v3 = rotl(v3, 21) ^ v0
      l = (l0 + l3) | 0;
      h0 = (h0 + h3 + (l >>> 0 < l3 >>> 0 ? 1 : 0)) | 0;
      l0 = l;
      l = (l3 << 21) | (h3 >>> 11);
      h3 = ((h3 << 21) | (l3 >>> 11)) ^ h0;
      l3 = l ^ l0;
      l0 ^= low;
      h0 ^= high;
    }
    this.low = l0 ^ l1 ^ l2 ^ l3;
    this.high = h0 ^ h1 ^ h2 ^ h3;
    if ((this.low & this.high) === -1) this.low = -2;
    return this;
  }
}
