import { noneType } from '../objects/builtin-types.ts';
import { Ellipsis, type Value } from '../objects/object.ts';
import { utf16 } from '../objects/str.ts';
import { findAttr } from './attributes.ts';
import { strValue } from './convert.ts';
import { reprText } from './text.ts';

/** How annotations show a type: by its qualified name where it has one. CPython: Objects/typevarobject.c, _Py_typing_type_repr */
export function typeRepr(v: Value): string {
  if (v === Ellipsis) return '...';
  if (v === noneType) return 'None';
  const isAlias = findAttr(v, '__origin__') !== undefined && findAttr(v, '__args__') !== undefined;
  if (isAlias) return reprText(v);
  const qualname = textAttribute(v, '__qualname__');
  const module = findAttr(v, '__module__');
  if (qualname === undefined || module === undefined || module === null) return reprText(v);
  const moduleText = strValue(module);
  return moduleText === 'builtins' ? qualname : `${utf16(moduleText ?? '')}.${qualname}`;
}

function textAttribute(v: Value, name: string): string | undefined {
  const found = findAttr(v, name);
  const text = found === undefined ? undefined : strValue(found);
  return text === undefined ? undefined : utf16(text);
}
