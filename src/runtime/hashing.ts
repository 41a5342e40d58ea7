import { PyComplex } from '../objects/complex.ts';
import { FloatBox } from '../objects/float.ts';
import { TableEntry, type HashTable, type PrimitiveKey } from '../objects/hash-table.ts';
import { IntObject } from '../objects/int.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { AstralString, StrObject, type PyStr } from '../objects/str.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyBaseException } from '../objects/exception.ts';
import { typeErrorType } from '../objects/exception-types.ts';
import { PyFrozenSet, PySet } from '../objects/set.ts';
import { typeError } from './errors.ts';
import { hash32 } from './hash.ts';
import { strText } from './text.ts';
import { equals } from './compare.ts';

/**
 * How dict and set find a key: primitives and objects that are equal only to themselves by a JavaScript Map, all others by hash and `==`.
 * CPython: Objects/dictobject.c, lookdict
 */

/** The key as a JavaScript Map compares it, or undefined where `__hash__` and `__eq__` decide. */
export function primitiveKey(key: Value): PrimitiveKey | undefined {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    default:
      if (key === null) return null;
      if (key.equality === 'identity') return key;
      return key.equality === 'builtin' ? valueKey(key) : undefined;
  }
}

/** Equal numbers and equal strings have one key, whatever their class. */
function valueKey(key: PyObject): PrimitiveKey | undefined {
  if (key instanceof FloatBox) return numberKey(key.value);
  if (key instanceof StrObject) return strKey(key.value);
  if (key instanceof AstralString) return key.key;
  if (key instanceof PyComplex) return key.imag === 0 ? numberKey(key.real) : undefined;
  return key instanceof IntObject ? key.value : undefined;
}
/** -0 and 0 are one key of a Map; a large integral float is the int that it equals. */
const numberKey = (value: number): PrimitiveKey =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
const strKey = (key: PyStr): string => (typeof key === 'string' ? key : key.key);

/** The entry of a key, or undefined. May run `__hash__` and `__eq__`. */
export function findEntry(table: HashTable, key: Value): TableEntry | undefined {
  const primitive = primitiveKey(key);
  if (primitive !== undefined) {
    const entry = table.map.get(primitive);
    if (entry !== undefined || table.buckets === null) return entry;
  }
  if (primitive === undefined) mixFor(table, key);
  const hash = hashKey(table, key);
  for (;;) {
    const { version } = table;
    const found = scanBucket(table, key, hash, version);
    if (table.version === version) return found;
  }
}

/**
 * Only a class with a `__hash__` of its own can equal a key of another kind: from the first such key on, all keys stand in the buckets,
 * by CPython's hash.
 */
function mixFor(table: HashTable, key: Value): void {
  if (table.mixed || !(key instanceof PyObject) || key.equality !== 'custom') return;
  table.mixed = true;
  table.buckets = null;
  for (let entry = table.first; entry !== null; entry = entry.next) {
    entry.hash = hash32(entry.key, true);
    table.addToBucket(entry);
  }
}

function hashKey(table: HashTable, key: Value): number {
  try {
    return hash32(key, table.mixed);
  } catch (error) {
    throw unhashable(table, key, error);
  }
}

/** A TypeError of `__hash__`, telling what the key was wanted for. CPython: dict_unhashable_type */
function unhashable(table: HashTable, key: Value, error: unknown): unknown {
  if (!(error instanceof PyBaseException) || error.type !== typeErrorType) return error;
  const use = table.isSet ? 'a set element' : 'a dict key';
  return typeError(`cannot use '${typeOf(key).name}' as ${use} (${strText(error)})`);
}

/** The entry of a set's item. A set, which has no hash, is looked for as the frozenset that equals it. */
export function findItem(table: HashTable, item: Value): TableEntry | undefined {
  if (!(item instanceof PySet)) return findEntry(table, item);
  try {
    return findEntry(table, item);
  } catch (error) {
    if (!(error instanceof PyBaseException) || !error.type.mro.includes(typeErrorType)) throw error;
    return findEntry(table, new PyFrozenSet(item.table));
  }
}

/** Compares with the keys of the same hash; gives up when a comparison changed the table. */
function scanBucket(
  table: HashTable,
  key: Value,
  hash: number,
  version: number,
): TableEntry | undefined {
  const bucket = table.buckets?.get(hash);
  if (bucket === undefined) return undefined;
  for (const entry of bucket) {
    if (entry.key === key || equals(entry.key, key)) return entry;
    if (table.version !== version) return undefined;
  }
  return undefined;
}

/** Stores a value under a key; an equal key that is there stays. */
export function putEntry(table: HashTable, key: Value, value: Value): void {
  const entry = findEntry(table, key);
  if (entry !== undefined) entry.value = value;
  else addEntry(table, key, value);
}

/** Adds a key known to be absent. */
export function addEntry(table: HashTable, key: Value, value: Value): TableEntry {
  const primitive = primitiveKey(key);
  if (primitive === undefined) mixFor(table, key);
  const hash = primitive === undefined || table.mixed ? hashKey(table, key) : 0;
  const entry = new TableEntry(key, value, primitive, hash);
  table.add(entry);
  return entry;
}
