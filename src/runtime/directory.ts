import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { bind, getAttr, lookup } from './attributes.ts';
import { call, callMethod } from './call.ts';
import { dictItems } from './dict.ts';
import { typeError } from './errors.ts';
import { listItems } from './iterate.ts';

/** `dir(obj)`. CPython: Objects/object.c, PyObject_Dir */
export function directoryOf(v: Value): PyList {
  const type = typeOf(v);
  const attr = lookup(type, '__dir__');
  if (attr === undefined) throw typeError('object does not provide __dir__');
  return sortedList(listItems(call(bind(attr, v, type))));
}

/** The keys of a mapping, sorted. */
export const sortedNames = (mapping: Value): PyList =>
  sortedList(
    mapping instanceof PyDict
      ? dictItems(mapping).map(([key]) => key)
      : listItems(call(getAttr(mapping, 'keys'))),
  );

function sortedList(items: Value[]): PyList {
  const list = new PyList(items);
  callMethod(list, 'sort');
  return list;
}
