import { dictType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { isSmallInt, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { add } from '../../runtime/arithmetic.ts';
import { getAttr, lookup } from '../../runtime/attributes.ts';
import { call } from '../../runtime/call.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { getItem, setItem } from '../../runtime/dict.ts';
import { addEntry, findEntry } from '../../runtime/hashing.ts';
import { forEach } from '../../runtime/iterate.ts';
import { setItem as setAnyItem } from '../../runtime/subscript.ts';
import { defaultDictType } from './defaultdict.ts';
import { dequeIteratorType, dequeReverseIteratorType, dequeType } from './deque.ts';
import { docs } from './docs.gen.ts';
import { orderedDictType } from './ordered-dict.ts';
import { tupleGetterType } from './tuple-getter.ts';

const one = smallInt(1);
const next = (count: Value): Value =>
  isSmallInt(count) && count < Number.MAX_SAFE_INTEGER ? smallInt(count + 1) : add(count, one);

/** Whether the class leaves a method as dict has it. */
const asDict = (mapping: PyDict, name: string): boolean =>
  lookup(typeOf(mapping), name) === lookup(dictType, name);

function countElements(mapping: Value, iterable: Value): Value {
  if (mapping instanceof PyDict && asDict(mapping, 'get') && asDict(mapping, '__setitem__')) {
    forEach(iterable, key => {
      if (mapping.namespace !== null) {
        setItem(mapping, key, next(getItem(mapping, key) ?? smallInt(0)));
        return;
      }
      const entry = findEntry(mapping.table, key);
      if (entry === undefined) addEntry(mapping.table, key, one);
      else entry.value = next(entry.value);
    });
    return null;
  }
  const get = getAttr(mapping, 'get');
  forEach(iterable, key => {
    setAnyItem(mapping, key, next(call(get, key, smallInt(0))));
  });
  return null;
}

/** Containers. CPython: Modules/_collectionsmodule.c */
export const collectionsModule = defineModule('_collections', {
  doc: docs[''],
  functions: {
    _count_elements: fn('(mapping, iterable, /)', docs._count_elements, countElements),
  },
  types: {
    OrderedDict: orderedDictType,
    _deque_iterator: dequeIteratorType,
    _deque_reverse_iterator: dequeReverseIteratorType,
    _tuplegetter: tupleGetterType,
    defaultdict: defaultDictType,
    deque: dequeType,
  },
});
