import { PyModule } from '../objects/module.ts';
import { PyList } from '../objects/list.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { isStr, str } from '../objects/str.ts';
import { PyType, TYPE_HAS_DICT } from '../objects/type.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { findAttr } from '../runtime/attributes.ts';
import { dictEntries } from '../runtime/dict.ts';

/** `dir()` of objects: the names of the instance's dict and of all classes of the MRO. CPython: object___dir___impl */
export function directory(self: Value): PyList {
  const names = new Map<string, Value>();
  const add = (dict: PyDict) => {
    for (const [key] of dictEntries(dict))
      if (isStr(key)) names.set(typeof key === 'string' ? key : key.key, key);
  };
  if (self instanceof PyModule) add(self.dict);
  else if (self instanceof PyObject && typeOf(self).flags & TYPE_HAS_DICT) {
    const dict = findAttr(self, '__dict__');
    if (dict instanceof PyDict) add(dict);
  }
  const cls = findAttr(self, '__class__');
  if (cls instanceof PyType) for (const each of cls.mro) add(each.dict);
  return new PyList([...names.values()]);
}

/** `dir()` of classes: the names of the class and its bases. CPython: type___dir___impl */
export function typeDirectory(type: PyType): PyList {
  const names = new Set<string>();
  for (const each of type.mro)
    for (const [key] of dictEntries(each.dict))
      if (isStr(key)) names.add(typeof key === 'string' ? key : key.key);
  return new PyList([...names].map(str));
}
