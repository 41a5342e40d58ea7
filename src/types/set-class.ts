import { typeOf } from '../objects/builtin-types.ts';
import { PyModule } from '../objects/module.ts';
import type { PyObject, Value } from '../objects/object.ts';
import { PyType, TYPE_HAS_DICT, TYPE_HEAP } from '../objects/type.ts';
import { typeError } from '../runtime/errors.ts';

/** `obj.__class__ = cls`. CPython: object_set_class */
export function setClass(self: PyObject, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete __class__ attribute");
  if (!(value instanceof PyType))
    throw typeError(`__class__ must be set to a class, not '${typeOf(value).name}' object`);
  const before = typeOf(self);
  const isModule = self instanceof PyModule && value.mro.includes(before.layout);
  const bothHeap = before.flags & TYPE_HEAP && value.flags & TYPE_HEAP;
  if (!bothHeap && !isModule)
    throw typeError(
      '__class__ assignment only supported for mutable types or ModuleType subclasses',
    );
  if (!sameLayout(before, value))
    throw typeError(
      `__class__ assignment: '${value.name}' object layout differs from '${before.name}'`,
    );
  Object.setPrototypeOf(self, value.proto);
}

function sameLayout(a: PyType, b: PyType): boolean {
  if (a.layout !== b.layout) return false;
  if (a.layout.name === 'module') return true;
  return (a.flags & TYPE_HAS_DICT) === (b.flags & TYPE_HAS_DICT) && slotsOf(a) === slotsOf(b);
}
const slotsOf = (type: PyType): string =>
  type.mro
    .flatMap(each => each.slots)
    .toSorted()
    .join(' ');
