import { PyDict } from '../objects/dict.ts';
import { TableEntry } from '../objects/hash-table.ts';
import { attributeKey, type Attributes, type Value } from '../objects/object.ts';
import { isStr, str, StrObject, utf16 } from '../objects/str.ts';
import { findEntry, putEntry } from './hashing.ts';

/**
 * Operations of dicts, those that show the attributes of an object included. Keys of such a dict that are str are the object's `$name` properties;
 * all others stand in the table. CPython: Objects/dictobject.c
 */

/** The attribute name that a key of a namespace's dict stands for. */
const nameOf = (key: Value): string | undefined =>
  typeof key === 'string'
    ? key
    : isStr(key)
      ? utf16(key)
      : key instanceof StrObject && key.equality === 'builtin'
        ? utf16(key.value)
        : undefined;

/** `d[key]`, or undefined. */
export function getItem(d: PyDict, key: Value): Value | undefined {
  if (d.namespace !== null) {
    const name = nameOf(key);
    if (name !== undefined) return ownValue(d.namespace, name);
  }
  return findEntry(d.table, key)?.value;
}

function ownValue(namespace: Attributes, name: string): Value | undefined {
  const key = attributeKey(name);
  return Object.hasOwn(namespace, key) ? namespace[key] : undefined;
}

/** `d[key] = value` */
export function setItem(d: PyDict, key: Value, value: Value): void {
  if (d.namespace !== null) {
    const name = nameOf(key);
    if (name !== undefined) return storeName(d, name, value);
  }
  putEntry(d.table, key, value);
}

/** Removes a key; gives its value, or undefined where it is not there. */
export function removeItem(d: PyDict, key: Value): Value | undefined {
  if (d.namespace !== null) {
    const name = nameOf(key);
    if (name !== undefined) return removeName(d, name);
  }
  const entry = findEntry(d.table, key);
  if (entry === undefined) return undefined;
  d.table.remove(entry);
  return entry.value;
}

/** `d[name]` for a name that is a str given as UTF-16 text, or undefined. */
export function findStr(d: PyDict, name: string): Value | undefined {
  if (d.namespace !== null) return ownValue(d.namespace, name);
  const entry = d.table.map.get(name);
  if (entry !== undefined || d.table.buckets === null) return entry?.value;
  return findEntry(d.table, str(name))?.value;
}

/** `d[name] = value` for a name given as UTF-16 text. */
export function setStr(d: PyDict, name: string, value: Value): void {
  if (d.namespace !== null) storeName(d, name, value);
  else putEntry(d.table, str(name), value);
}

function storeName(d: PyDict, name: string, value: Value): void {
  const namespace = d.namespace!;
  const key = attributeKey(name);
  // What is behind the namespace may be an accessor or read-only: the store makes a property of its own.
  if (Object.hasOwn(namespace, key) || !(key in namespace)) namespace[key] = value;
  else
    Object.defineProperty(namespace, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}

function removeName(d: PyDict, name: string): Value | undefined {
  const value = ownValue(d.namespace!, name);
  if (value === undefined) return undefined;
  delete d.namespace![attributeKey(name)];
  return value;
}

export function dictSize(d: PyDict): number {
  return d.namespace === null ? d.table.size : d.table.size + namesOf(d.namespace).length;
}

/** The names of the attributes that an object holds, in the order in which they were made. */
export function namesOf(namespace: Attributes): string[] {
  const names: string[] = [];
  for (const key of Object.keys(namespace))
    if (key.charCodeAt(0) === 36 && namespace[key] !== undefined) names.push(key.slice(1));
  return names;
}

/**
 * The entries in order, for iteration that may change the dict: of a table, the live links; of a namespace, entries made for the
 * names that were there at the start, each with the value it has when it is reached.
 */
export function* dictEntries(d: PyDict): Generator<readonly [Value, Value], void> {
  if (d.namespace !== null) {
    const { namespace } = d;
    for (const name of namesOf(namespace)) {
      const value = ownValue(namespace, name);
      if (value !== undefined) yield [str(name), value];
    }
  }
  for (let entry = d.table.first; entry !== null; entry = entry.next)
    if (!entry.removed) yield [entry.key, entry.value];
}

/** All keys and values at once. */
export function dictItems(d: PyDict): (readonly [Value, Value])[] {
  return [...dictEntries(d)];
}

export function clearDict(d: PyDict): void {
  if (d.namespace !== null)
    for (const name of namesOf(d.namespace)) delete d.namespace[attributeKey(name)];
  d.table.clear();
}

/** A new dict with the given entries, whose keys are UTF-16 text. */
export function dictOf(entries: Iterable<readonly [string, Value]>): PyDict {
  const d = new PyDict();
  for (const [name, value] of entries) setStr(d, name, value);
  return d;
}

/** A shallow copy. */
export function copyDict(d: PyDict): PyDict {
  const copy = new PyDict();
  if (d.namespace === null) {
    for (let entry = d.table.first; entry !== null; entry = entry.next) {
      const { key, value, primitive, hash } = entry;
      copy.table.mixed = d.table.mixed;
      copy.table.add(new TableEntry(key, value, primitive, hash));
    }
  } else for (const [key, value] of dictEntries(d)) setItem(copy, key, value);
  return copy;
}

/** A dict that shows the attributes of an object. */
export function namespaceDict(namespace: Attributes): PyDict {
  const d = new PyDict();
  d.namespace = namespace;
  return d;
}

/** Makes a dict the globals of code: its str keys become properties of an object behind which stand the builtins. */
export function namespaceOf(d: PyDict, behind: Attributes): Attributes {
  if (d.namespace !== null) return d.namespace;
  const items = dictItems(d);
  const namespace = Object.create(behind) as Attributes;
  d.table.clear();
  d.namespace = namespace;
  for (const [key, value] of items) setItem(d, key, value);
  return namespace;
}
