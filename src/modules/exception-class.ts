import { bareType, type Shape } from '../objects/builtin-types.ts';
import { str } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { setStr } from '../runtime/dict.ts';
import { defineException } from '../types/exceptions.ts';

/** Makes an exception class of a builtin module, which differs from its bases by name only. CPython: PyErr_NewException */
export function exceptionClass(
  name: string,
  module: string,
  base: PyType,
  ...others: readonly PyType[]
): PyType {
  const layout = base.alloc as unknown as Shape;
  const type = bareType(name, class extends layout {}, base);
  type.flags = base.flags;
  type.layout = base.layout;
  type.bases = [base, ...others];
  const shared = base.mro.filter(each => !others.some(other => other.mro.includes(each)));
  const rest = others.flatMap(other => other.mro);
  type.mro = [type, ...shared, ...rest];
  defineException(type, {});
  type.construct = base.construct;
  setStr(type.dict, '__module__', str(module));
  setStr(type.dict, '__doc__', null);
  return type;
}
