import { typeOf, typeType } from '../objects/builtin-types.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { bind, findAttr, lookup } from './attributes.ts';
import { call } from './call.ts';
import { typeError } from './errors.ts';
import { isTrue } from './truth.ts';
import { PyUnion } from './union.ts';

/** `isinstance` and `issubclass`. CPython: Objects/abstract.c */

export function isInstance(obj: Value, cls: Value): boolean {
  const type = typeOf(obj);
  if (type === cls) return true;
  if (cls instanceof PyType && cls.type === typeType) return isInstanceOf(obj, type, cls);
  if (cls instanceof PyTuple) return cls.items.some(each => isInstance(obj, each));
  if (cls instanceof PyUnion) return cls.args.items.some(each => isInstance(obj, each));
  const check = lookup(typeOf(cls), '__instancecheck__');
  if (check !== undefined) return isTrue(call(bind(check, cls, typeOf(cls)), obj));
  return abstractInstance(obj, cls);
}

/** By the class, or by what `__class__` says. */
function isInstanceOf(obj: Value, type: PyType, cls: PyType): boolean {
  if (type.mro.includes(cls)) return true;
  if (!(obj instanceof PyObject) || obj instanceof PyType) return false;
  const claimed = findAttr(obj, '__class__');
  return claimed instanceof PyType && claimed !== type && claimed.mro.includes(cls);
}
export const plainIsInstance = (obj: Value, cls: PyType): boolean =>
  isInstanceOf(obj, typeOf(obj), cls);

function abstractInstance(obj: Value, cls: Value): boolean {
  if (basesOf(cls) === undefined)
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = findAttr(obj, '__class__');
  return claimed !== undefined && abstractSubclass(claimed, cls);
}

function basesOf(cls: Value): readonly Value[] | undefined {
  const bases = findAttr(cls, '__bases__');
  return bases instanceof PyTuple ? bases.items : undefined;
}
function abstractSubclass(cls: Value, base: Value): boolean {
  if (cls === base) return true;
  return (basesOf(cls) ?? []).some(each => abstractSubclass(each, base));
}

export function isSubclass(cls: Value, base: Value): boolean {
  if (base instanceof PyType && base.type === typeType && cls instanceof PyType)
    return cls === base || cls.mro.includes(base);
  if (base instanceof PyTuple) return base.items.some(each => isSubclass(cls, each));
  if (base instanceof PyUnion) return base.args.items.some(each => isSubclass(cls, each));
  const check = lookup(typeOf(base), '__subclasscheck__');
  if (check !== undefined && !(base instanceof PyType && base.type === typeType))
    return isTrue(call(bind(check, base, typeOf(base)), cls));
  return plainIsSubclass(cls, base);
}

/** `type.__subclasscheck__` */
export function plainIsSubclass(cls: Value, base: Value): boolean {
  if (cls instanceof PyType && base instanceof PyType) return cls.mro.includes(base);
  if (basesOf(cls) === undefined) throw typeError('issubclass() arg 1 must be a class');
  if (basesOf(base) === undefined)
    throw typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return abstractSubclass(cls, base);
}
