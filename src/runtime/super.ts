import { typeOf } from '../objects/builtin-types.ts';
import type { PySuper } from '../objects/function.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { PyType } from '../objects/type.ts';
import { findGeneric } from './attributes.ts';
import { typeError } from './errors.ts';
import { unwrap } from './state.ts';

/** `super`. CPython: Objects/typeobject.c, super_getattro */

/** The class whose MRO a super object searches. TypeError where `self` has nothing to do with the class. */
export function superCheck(cls: PyType, self: Value): PyType {
  if (self instanceof PyType && self.mro.includes(cls)) return self;
  const type = typeOf(self);
  if (type.mro.includes(cls)) return type;
  const claimed = type.find(self, '__class__');
  if (claimed instanceof PyType && claimed !== type && claimed.mro.includes(cls)) return claimed;
  const shown = self instanceof PyType ? `type object (${self.name})` : `instance of ${type.name}`;
  throw typeError(
    `super(type, obj): obj (${shown}) is not an instance or subtype of type (${cls.name}).`,
  );
}

/** Finds an attribute behind the class in the MRO. */
export function findInSuper(obj: Value, name: string): Value | undefined {
  const { cls, self, selfType } = obj as PySuper;
  if (selfType === null || cls === null || name === '__class__') return findGeneric(obj, name);
  const { mro } = selfType;
  for (let i = mro.indexOf(cls) + 1; i < mro.length; i++) {
    const attr = mro[i]!.dict.table.map.get(name)?.value;
    if (attr === undefined) continue;
    if (!(attr instanceof PyObject)) return attr;
    const get = attr.__get__$2;
    return get === undefined ? attr : unwrap(get(attr, self === selfType ? null : self, selfType));
  }
  return findGeneric(obj, name);
}
