import { dictType, tupleType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import type { Value } from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { isException, lookup, findAttr } from '../runtime/attributes.ts';
import { checkPositional } from '../runtime/arguments.ts';
import { callMethod, type Names } from '../runtime/call.ts';
import { dictEntries, dictItems, setItem, setStr } from '../runtime/dict.ts';
import { runtimeError, typeError, valueError } from '../runtime/errors.ts';
import { forEach, getIter, listItems } from '../runtime/iterate.ts';
import { getItem } from '../runtime/subscript.ts';
import { typeErrorType } from '../objects/exception-types.ts';

/** Filling a dict from a mapping, from pairs, and from keywords. CPython: Objects/dictobject.c, dict_update_common */

/** `dict(arg, **names)`, `d.update(arg, **names)` */
export function updateCommon(
  self: PyDict,
  args: readonly Value[],
  names: Names,
  method: string,
): void {
  const count = args.length - (names?.length ?? 0);
  checkPositional(method, count, 0, 1);
  if (count === 1) update(self, args[0]!);
  names?.forEach((name, i) => setStr(self, name, args[count + i]!));
}

export function update(self: PyDict, arg: Value): void {
  if (isPlainDict(arg)) merge(self, arg);
  else if (arg instanceof PyDict || findAttr(arg, 'keys') !== undefined) mergeMapping(self, arg);
  else updateFromPairs(self, arg);
}

/** Whether a dict's items can be taken without asking its class. */
const isPlainDict = (v: Value): v is PyDict =>
  v instanceof PyDict &&
  (v.type === dictType || lookup(v.type, '__iter__') === lookup(dictType, '__iter__'));

function merge(self: PyDict, other: PyDict): void {
  if (self === other) return;
  if (other.namespace !== null) {
    for (const [key, value] of dictItems(other)) setItem(self, key, value);
    return;
  }
  const { size } = other.table;
  for (const [key, value] of dictEntries(other)) {
    setItem(self, key, value);
    if (other.table.size !== size) throw runtimeError('dict mutated during update');
  }
}

/** By `keys()` and `[]`. */
function mergeMapping(self: PyDict, mapping: Value): void {
  forEach(callMethod(mapping, 'keys'), key => setItem(self, key, getItem(mapping, key)));
}

function updateFromPairs(self: PyDict, pairs: Value): void {
  let index = 0;
  forEach(pairs, pair => {
    const items = pairItems(pair, index);
    if (items.length !== 2)
      throw valueError(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    setItem(self, items[0]!, items[1]!);
    index++;
  });
}

function pairItems(pair: Value, index: number): readonly Value[] {
  if (pair instanceof PyTuple && pair.type === tupleType) return pair.items;
  let iterator: Value;
  try {
    iterator = getIter(pair);
  } catch (error) {
    if (!isException(error, typeErrorType)) throw error;
    const refusal = typeError('object is not iterable');
    const note = `Cannot convert dictionary update sequence element #${index} to a sequence`;
    callMethod(refusal, 'add_note', note);
    throw refusal;
  }
  return listItems(iterator);
}
