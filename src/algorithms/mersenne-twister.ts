/**
 * The Mersenne Twister MT19937 with the seeding and the draws of `_random.Random`
 * (CPython's Modules/_randommodule.c).
 */
import { canonical, type IntValue } from './int-math.ts';

const SIZE = 624;
const SHIFT = 397;

export class MersenneTwister {
  readonly #state = new Int32Array(SIZE);
  #index = SIZE;

  /** `seed(n)` for an int: the absolute value in 32-bit pieces, lowest first. */
  seedInt(seed: IntValue): void {
    const key: number[] = [];
    for (let rest = seed < 0 ? -BigInt(seed) : BigInt(seed); rest !== 0n; rest >>= 32n) {
      key.push(Number(BigInt.asIntN(32, rest)));
    }
    this.seedArray(key.length === 0 ? [0] : key);
  }

  /** The reference code's init_by_array. */
  seedArray(key: ArrayLike<number>): void {
    const state = this.#state;
    state[0] = 19650218;
    for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state[i - 1]!)) + i;
    let i = 1;
    for (let k = Math.max(SIZE, key.length), j = 0; k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(mixed(state[i - 1]!), 1664525)) + key[j]! + j;
      if (++i === SIZE) {
        state[0] = state[SIZE - 1]!;
        i = 1;
      }
      if (++j === key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(mixed(state[i - 1]!), 1566083941)) - i;
      if (++i === SIZE) {
        state[0] = state[SIZE - 1]!;
        i = 1;
      }
    }
    state[0] = 0x80000000;
    this.#index = SIZE;
  }

  /** The next 32 bits, as a signed integer. */
  next32(): number {
    if (this.#index === SIZE) this.#refill();
    let bits = this.#state[this.#index++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return bits ^ (bits >>> 18);
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE - SHIFT; i++) {
      state[i] = state[i + SHIFT]! ^ twisted(state[i]!, state[i + 1]!);
    }
    for (let i = SIZE - SHIFT; i < SIZE - 1; i++) {
      state[i] = state[i + SHIFT - SIZE]! ^ twisted(state[i]!, state[i + 1]!);
    }
    state[SIZE - 1] = state[SHIFT - 1]! ^ twisted(state[SIZE - 1]!, state[0]!);
    this.#index = 0;
  }

  /** `random()`: 53 bits in [0, 1). */
  random(): number {
    const high = this.next32() >>> 5;
    return (high * 67108864 + (this.next32() >>> 6)) / 9007199254740992;
  }

  /** `getrandbits(count)` for count >= 0. */
  getRandomBits(count: number): IntValue {
    if (count === 0) return 0;
    if (count <= 32) return this.next32() >>> (32 - count);
    if (count <= 53) {
      const low = this.next32() >>> 0;
      return (this.next32() >>> (64 - count)) * 4294967296 + low;
    }
    let text = '';
    for (let rest = count; rest > 0; rest -= 32) {
      const word = rest < 32 ? this.next32() >>> (32 - rest) : this.next32() >>> 0;
      text = word.toString(16).padStart(8, '0') + text;
    }
    return canonical(BigInt(`0x${text}`));
  }

  /** `getstate()`: the 624 words and the index of the next one. */
  getState(): number[] {
    const words = Array.from(this.#state, word => word >>> 0);
    words.push(this.#index);
    return words;
  }

  /** `setstate(words)` for 624 words below 2**32 and an index that the caller found to be in 0..624. */
  setState(words: ArrayLike<number>): void {
    for (let i = 0; i < SIZE; i++) this.#state[i] = words[i]!;
    this.#index = words[SIZE]!;
  }
}

function mixed(word: number): number {
  return word ^ (word >>> 30);
}

function twisted(upper: number, lower: number): number {
  const bits = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (bits >>> 1) ^ (-(lower & 1) & 0x9908b0df);
}
