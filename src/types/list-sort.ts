import { sortPrimitives, timsort } from '../algorithms/timsort.ts';
import type { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { call } from '../runtime/call.ts';
import { isLess } from '../runtime/compare.ts';
import { valueError } from '../runtime/errors.ts';

/**
 * `list.sort`. The list is empty while it is sorted, so that what keys and comparisons do to it is noticed.
 * CPython: Objects/listobject.c, list_sort_impl
 */
export function sortList(self: PyList, key: Value, reverse: boolean): void {
  const { items } = self;
  const meanwhile: Value[] = [];
  self.items = meanwhile;
  let untouched: boolean;
  try {
    if (key === null) sortItems(items, undefined, reverse);
    else {
      const keys: Value[] = [];
      for (let i = 0; i < items.length; i++) keys.push(call(key, items[i]!));
      sortItems(keys, items, reverse);
    }
  } finally {
    untouched = self.items === meanwhile && meanwhile.length === 0;
    self.items = items;
  }
  if (!untouched) throw valueError('list modified during sort');
}

/** Equal items keep their order in reverse too: the items are reversed before and after. */
function sortItems(keys: Value[], values: Value[] | undefined, reverse: boolean): void {
  if (reverse) {
    keys.reverse();
    values?.reverse();
  }
  try {
    if (!sortPrimitives(keys, values)) timsort(keys, values, isLess);
  } finally {
    if (reverse) (values ?? keys).reverse();
  }
}
