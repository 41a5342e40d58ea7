import { hashFloat, hashInt } from '../algorithms/hash.ts';
import { SipHasher, sipKeyFromSeed } from '../algorithms/siphash.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { FloatBox } from '../objects/float.ts';
import { int, IntObject, type PyInt } from '../objects/int.ts';
import type { PyObject, Value } from '../objects/object.ts';
import { AstralString, StrObject } from '../objects/str.ts';
import { PyTuple } from '../objects/tuple.ts';
import { intValue } from './numbers.ts';
import { typeError } from './errors.ts';
import { StateKey, thread, unwrap } from './state.ts';

/** `hash(v)`, and the cheaper hashes that tables use inside. CPython: Python/pyhash.c */

/** The hasher of str and bytes; sys sets one keyed by PYTHONHASHSEED. */
export const hasher = new StateKey<{ sip: SipHasher }>(() => ({
  sip: new SipHasher(sipKeyFromSeed(0)),
}));

/** `hash(v)`. TypeError for unhashable objects. */
export function hash(v: Value): PyInt {
  switch (typeof v) {
    case 'number':
      return (Number.isInteger(v) ? hashInt(v) : hashFloat(v)) as PyInt;
    case 'bigint':
      return hashInt(v) as PyInt;
    case 'string':
      return thread.interpreter.state(hasher).sip.hashString(v).toInt() as PyInt;
    case 'boolean':
      return (v ? 1 : 0) as PyInt;
    default:
  }
  if (v instanceof FloatBox && v.equality === 'builtin') return hashFloat(v.value) as PyInt;
  const entry = v === null ? typeOf(v).proto.__hash__$0 : v.__hash__$0;
  if (entry === undefined) throw typeError(`unhashable type: '${typeOf(v).name}'`);
  const result = intValue(unwrap(entry(v)));
  if (result === undefined) throw typeError('__hash__ method should return an integer');
  // A hash beyond 64 bits is reduced as an int's own hash is.
  const fits = typeof result === 'number' || BigInt.asIntN(64, result) === result;
  const reduced = fits ? result : (hashInt(result) as PyInt);
  return reduced === -1 ? (-2 as PyInt) : reduced;
}

const counter = new StateKey(() => ({ next: 1, ids: new WeakMap<PyObject, number>() }));

/** `id(v)` of an object: a number of its own while it lives. */
export function identity(v: PyObject): number {
  const state = thread.interpreter.state(counter);
  let id = state.ids.get(v);
  if (id === undefined) {
    // As addresses are: multiples of 16, and far from the small ints.
    id = 0x7f0000000000 + state.next++ * 16;
    state.ids.set(v, id);
  }
  return id;
}
/** `object.__hash__` */
export const identityHash = (v: PyObject): PyInt => int(identity(v) / 16);

/**
 * A 32-bit hash for the buckets of a table. Equal keys have equal hashes; with `exact`, those of a class with a `__hash__` of its own and those of
 * builtin classes too, at the price of computing CPython's hash.
 */
export function hash32(v: Value, exact: boolean): number {
  if (!exact) {
    switch (typeof v) {
      case 'number':
        return Number.isInteger(v) ? v | 0 : Math.imul(v, 0x9e3779b1) ^ (v * 65536);
      case 'string':
        return hashText(v);
      case 'boolean':
        return v ? 1 : 0;
      default:
        if (v instanceof PyTuple && v.equality === 'builtin') return hashTuple(v);
        if (v instanceof AstralString) return hashText(v.key);
        // Equal to an int, so hashed as one.
        if (v instanceof FloatBox && v.equality === 'builtin' && Number.isSafeInteger(v.value))
          return v.value | 0;
        if (v instanceof IntObject && v.equality === 'builtin') return hash32(v.value, false);
        if (v instanceof StrObject && v.equality === 'builtin') return hash32(v.value, false);
    }
  }
  const h = hash(v);
  if (typeof h === 'number') return (h % 4294967296) | 0;
  return Number(BigInt.asIntN(32, h));
}

function hashText(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}
function hashTuple({ items }: PyTuple): number {
  let h = items.length;
  for (const item of items) h = (Math.imul(h, 1000003) ^ hash32(item, false)) | 0;
  return h;
}
