import { typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { PyType, TYPE_HEAP, TYPE_MAPPING, TYPE_SEQUENCE } from '../../objects/type.ts';
import { smallInt } from '../../objects/int.ts';
import { utf16 } from '../../objects/str.ts';
import { findAttr } from '../attributes.ts';
import { call } from '../call.ts';
import { strValue } from '../convert.ts';
import { removeItem } from '../dict.ts';
import { typeError, valueError } from '../errors.ts';
import { isInstance } from '../instance.ts';
import { unpackStarred } from '../iterate.ts';
import { reprText } from '../text.ts';
import { equals } from '../compare.ts';
import { getItem } from '../subscript.ts';
import { length } from '../truth.ts';
import { updateDict } from './data.ts';

/** Structural pattern matching. CPython: Python/ceval.c, match_class and its kin */

export const isSequencePattern = (v: Value): boolean => (typeOf(v).flags & TYPE_SEQUENCE) !== 0;
export const isMappingPattern = (v: Value): boolean => (typeOf(v).flags & TYPE_MAPPING) !== 0;

/** The items of a sequence of the right length, those of the star as a list; null where the length is wrong. `after` is -1 for no star. */
export function matchSequence(
  subject: Value,
  before: number,
  after: number,
): readonly Value[] | null {
  const count = length(subject);
  if (after === -1) {
    if (count !== before) return null;
    if (subject instanceof PyTuple || subject instanceof PyList) return subject.items;
    return Array.from({ length: count }, (_, i) => getItem(subject, smallInt(i)));
  }
  return count < before + after ? null : unpackStarred(subject, before, after);
}

/** The values of a mapping under keys; null where one is absent. ValueError for a key twice. */
export function matchKeys(subject: Value, keys: readonly Value[]): readonly Value[] | null {
  keys.forEach((key, i) => {
    if (keys.slice(0, i).some(each => equals(each, key)))
      throw valueError(`mapping pattern checks duplicate key (${reprText(key)})`);
  });
  if (length(subject) < keys.length) return null;
  const get = findAttr(subject, 'get');
  const missing = new PyList([]);
  const values: Value[] = [];
  for (const key of keys) {
    const value = call(get!, key, missing);
    if (value === missing) return null;
    values.push(value);
  }
  return values;
}
/** What is left of a mapping without some keys. */
export function matchRest(subject: Value, keys: readonly Value[]): PyDict {
  const rest = new PyDict();
  updateDict(rest, subject);
  for (const key of keys) removeItem(rest, key);
  return rest;
}

/** Builtin types whose one positional sub-pattern matches the whole subject. */
const matchSelf = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

/** The attributes that a class pattern looks at: by `__match_args__` for the positional ones; null where it does not match. */
export function matchClass(
  subject: Value,
  cls: Value,
  positional: number,
  names: readonly string[],
): readonly Value[] | null {
  if (!(cls instanceof PyType)) throw typeError('called match pattern must be a class');
  if (!isInstance(subject, cls)) return null;
  const values: Value[] = [];
  const seen = new Set<string>();
  const take = (name: string): boolean => {
    if (seen.has(name))
      throw typeError(`${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = findAttr(subject, name);
    if (value === undefined) return false;
    values.push(value);
    return true;
  };
  if (positional > 0 && !takePositional(subject, cls, positional, values, take)) return null;
  for (const name of names) if (!take(name)) return null;
  return values;
}

function takePositional(
  subject: Value,
  cls: PyType,
  count: number,
  values: Value[],
  take: (name: string) => boolean,
): boolean {
  const given = findAttr(cls, '__match_args__');
  if (given === undefined) {
    const isSelf = cls.mro.some(each => !(each.flags & TYPE_HEAP) && matchSelf.has(each.name));
    const allowed = isSelf ? 1 : 0;
    if (count > allowed) throw tooMany(cls, allowed, count);
    values.push(subject);
    return true;
  }
  if (!(given instanceof PyTuple))
    throw typeError(`${cls.name}.__match_args__ must be a tuple (got ${typeOf(given).name})`);
  if (count > given.items.length) throw tooMany(cls, given.items.length, count);
  for (const name of given.items.slice(0, count)) {
    const text = strValue(name);
    if (text === undefined)
      throw typeError(`__match_args__ elements must be strings (got ${typeOf(name).name})`);
    if (!take(utf16(text))) return false;
  }
  return true;
}
const tooMany = (cls: PyType, allowed: number, given: number) =>
  typeError(
    `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${given} given)`,
  );
