import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import { smallInt } from '../objects/int.ts';
import type { PyObject, Value } from '../objects/object.ts';
import { tuple, PyTuple } from '../objects/tuple.ts';
import { TYPE_HAS_DICT, TYPE_NO_NEW, type PyType } from '../objects/type.ts';
import { getAttr, ownAttribute } from '../runtime/attributes.ts';
import { call, callMethod, callSpecial } from '../runtime/call.ts';
import { copyDict, dictSize, setStr } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import { getIter } from '../runtime/iterate.ts';
import { importModule } from '../runtime/import-hook.ts';
import { instanceDict } from '../runtime/instance-dict.ts';

/** How objects are copied and pickled by default. CPython: Objects/typeobject.c, object___reduce_ex___impl */

/** `object.__getstate__`: the attributes, with those of slots where there are any. */
export function objectState(self: PyObject): Value {
  const type = typeOf(self);
  const hasDict = (type.flags & TYPE_HAS_DICT) !== 0;
  const dict = hasDict ? instanceDict(self) : null;
  const state: Value = dict === null || dictSize(dict) === 0 ? null : copyDict(dict);
  const slots = slotValues(self, type);
  return slots === null ? state : tuple([state, slots]);
}

function slotValues(self: PyObject, type: PyType): PyDict | null {
  const values = new PyDict();
  for (const each of type.mro)
    for (const name of each.slots) {
      const value = ownAttribute(self, name);
      if (value !== undefined) setStr(values, name, value);
    }
  return dictSize(values) === 0 ? null : values;
}

/** `object.__reduce_ex__`: for protocols below 2 by copyreg, above by `__getnewargs__` and the state. */
export function reduceEx(self: PyObject, protocol: number): Value {
  const copyreg = importModule('copyreg');
  if (protocol < 2) return call(getAttr(copyreg, '_reduce_ex'), self, smallInt(protocol));
  const type = typeOf(self);
  if (type.flags & TYPE_NO_NEW) throw typeError(`cannot pickle '${type.name}' object`);
  const [args, kwargs] = newArguments(self);
  const state = callMethod(self, '__getstate__');
  const maker = kwargs === null ? '__newobj__' : '__newobj_ex__';
  const makerArgs =
    kwargs === null
      ? tuple([type, ...(args?.items ?? [])])
      : tuple([type, args ?? tuple([]), kwargs]);
  const items = self instanceof PyList ? getIter(self) : null;
  const pairs = self instanceof PyDict ? getIter(callMethod(self, 'items')) : null;
  return tuple([getAttr(copyreg, maker), makerArgs, state, items, pairs]);
}

function newArguments(self: PyObject): [PyTuple | null, PyDict | null] {
  const both = callSpecial(self, '__getnewargs_ex__');
  if (both !== undefined) {
    if (!(both instanceof PyTuple) || both.items.length !== 2)
      throw typeError(`__getnewargs_ex__ should return a tuple, not '${typeOf(both).name}'`);
    return [both.items[0] as PyTuple, both.items[1] as PyDict];
  }
  const args = callSpecial(self, '__getnewargs__');
  if (args === undefined) return [null, null];
  if (!(args instanceof PyTuple))
    throw typeError(`__getnewargs__ should return a tuple, not '${typeOf(args).name}'`);
  return [args, null];
}
