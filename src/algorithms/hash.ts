/**
 * Python's hashes of numbers and of containers of hashes, as canonical ints in the range of a signed
 * 64-bit integer; -1 never occurs (CPython's Python/pyhash.c, Objects/tupleobject.c, setobject.c,
 * complexobject.c).
 */
import { mantissaExponent, mantissaOf } from './float-bits.ts';
import { canonical, type IntValue, MAX_SAFE, MIN_SAFE } from './int-math.ts';

/** sys.hash_info.modulus, inf and imag. */
export const HASH_MODULUS = 2305843009213693951n;
export const HASH_INF = 314159;
export const HASH_IMAG = 1000003;

export function hashInt(value: IntValue): IntValue {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const hash = canonical(value % HASH_MODULUS); // the engine's % keeps the sign, as CPython's hash does
  return hash === -1 ? -2 : hash;
}

// `**` would take longer than all the rest.
const POWERS_OF_TWO = Array.from({ length: 62 }, (_, exponent) => 2 ** exponent);

/** The hash of a float that is not nan (whose hash is its identity's). */
export function hashFloat(x: number): IntValue {
  if (x - x !== 0) return x > 0 ? HASH_INF : -HASH_INF;
  if (Math.floor(x) === x && x <= MAX_SAFE && x >= MIN_SAFE) return x === -1 ? -2 : x + 0;
  // Modulo 2**61 - 1, multiplying by a power of two rotates the 61 bits.
  const rotation = (((mantissaExponent(x) % 61) + 61) % 61) | 0;
  const mantissa = mantissaOf(x);
  const split = POWERS_OF_TWO[61 - rotation]!;
  const wrapped = Math.floor(mantissa / split);
  const upper = (mantissa - wrapped * split) * POWERS_OF_TWO[rotation]!;
  const size = upper + wrapped;
  if (size > MAX_SAFE) {
    const exact = BigInt(upper) + BigInt(wrapped);
    return x < 0 ? -exact : exact;
  }
  return x < 0 ? (size === 1 ? -2 : -size) : size;
}

/** From the hashes of the parts. */
export function hashComplex(real: IntValue, imag: IntValue): IntValue {
  if (imag === 0) return real;
  const hash = canonical(BigInt.asIntN(64, BigInt(real) + 1000003n * BigInt(imag)));
  return hash === -1 ? -2 : hash;
}

/** The Python int of a 64-bit hash given as signed 32-bit halves. */
export function fromHalves(high: number, low: number): IntValue {
  const value = high * 4294967296 + (low >>> 0);
  if (value <= MAX_SAFE && value >= MIN_SAFE) return value;
  return (BigInt(high) << 32n) + BigInt(low >>> 0);
}

/** The low and high half of a 64-bit hash, as signed 32-bit integers. */
export function lowHalf(hash: IntValue): number {
  return typeof hash === 'number' ? hash | 0 : Number(BigInt.asIntN(32, hash));
}

export function highHalf(hash: IntValue): number {
  if (typeof hash === 'number') return Math.floor(hash / 4294967296) | 0;
  return Number(BigInt.asIntN(32, hash >> 32n));
}

/** The upper 32 bits of the product of two unsigned 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const lower = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(lower / 65536)) | 0;
}

/** The hash of a tuple: the xxHash variant of `tuple_hash`. Add the hashes of the items, then finish. */
export class TupleHasher {
  low = 0x165667c5;
  high = 0x27d4eb2f;
  #length = 0;

  add(hash: IntValue): void {
    this.addHalves(lowHalf(hash), highHalf(hash));
  }

  addHalves(low: number, high: number): void {
    // acc += lane * 0xC2B2AE3D27D4EB4F
    const productLow = Math.imul(low, 0x27d4eb4f);
    const productHigh =
      multiplyHigh(low, 0x27d4eb4f) + Math.imul(low, 0xc2b2ae3d) + Math.imul(high, 0x27d4eb4f);
    const sumLow = (this.low + productLow) | 0;
    const carry = sumLow >>> 0 < productLow >>> 0 ? 1 : 0;
    const sumHigh = (this.high + productHigh + carry) | 0;
    // acc = rotl(acc, 31) * 0x9E3779B185EBCA87
    const turnedLow = (sumLow << 31) | (sumHigh >>> 1);
    const turnedHigh = (sumHigh << 31) | (sumLow >>> 1);
    this.low = Math.imul(turnedLow, 0x85ebca87);
    this.high =
      (multiplyHigh(turnedLow, 0x85ebca87) +
        Math.imul(turnedLow, 0x9e3779b1) +
        Math.imul(turnedHigh, 0x85ebca87)) |
      0;
    this.#length++;
  }

  /** Leaves the hash in `low` and `high`. */
  finish(): this {
    // acc += length ^ (0x27D4EB2F165667C5 ^ 3527539)
    const addend = this.#length ^ 0x165667c5 ^ 3527539;
    const sum = (this.low + addend) | 0;
    this.high = (this.high + 0x27d4eb2f + (sum >>> 0 < addend >>> 0 ? 1 : 0)) | 0;
    this.low = sum;
    if ((this.low & this.high) === -1) {
      this.low = 1546275796;
      this.high = 0;
    }
    return this;
  }

  toInt(): IntValue {
    return fromHalves(this.high, this.low);
  }
}

export function hashTuple(hashes: readonly IntValue[]): IntValue {
  const hasher = new TupleHasher();
  for (const hash of hashes) hasher.add(hash);
  return hasher.finish().toInt();
}

/** The hash of a frozenset: the same for any order of the items (`frozenset_hash_impl`). */
export class FrozensetHasher {
  low = 0;
  high = 0;
  #size = 0;

  add(hash: IntValue): void {
    // ((h ^ 89869747) ^ (h << 16)) * 3644798167
    const low = lowHalf(hash);
    const high = highHalf(hash);
    const mixedLow = low ^ 89869747 ^ (low << 16);
    const mixedHigh = high ^ ((high << 16) | (low >>> 16));
    this.low ^= Math.imul(mixedLow, 3644798167);
    this.high ^= multiplyHigh(mixedLow, 3644798167) + Math.imul(mixedHigh, 3644798167);
    this.#size++;
  }

  /** Leaves the hash in `low` and `high`. */
  finish(): this {
    let low = this.low ^ Math.imul(this.#size + 1, 1927868237);
    let high = this.high ^ multiplyHigh(this.#size + 1, 1927868237);
    // hash ^= (hash >> 11) ^ (hash >> 25), without sign
    const spreadLow = ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7));
    const spreadHigh = (high >>> 11) ^ (high >>> 25);
    low ^= spreadLow;
    high ^= spreadHigh;
    // hash * 69069 + 907133923
    const productLow = Math.imul(low, 69069);
    high = multiplyHigh(low, 69069) + Math.imul(high, 69069);
    low = (productLow + 907133923) | 0;
    high = (high + (low >>> 0 < 907133923 ? 1 : 0)) | 0;
    if ((low & high) === -1) {
      low = 590923713;
      high = 0;
    }
    this.low = low;
    this.high = high;
    return this;
  }

  toInt(): IntValue {
    return fromHalves(this.high, this.low);
  }
}
