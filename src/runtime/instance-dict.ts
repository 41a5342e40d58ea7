import type { PyDict } from '../objects/dict.ts';
import { PyModule } from '../objects/module.ts';
import type { Attributes, PyObject, Value } from '../objects/object.ts';
import { PyType } from '../objects/type.ts';
import { clearDict, dictItems, getItem, namespaceDict, removeItem, setItem } from './dict.ts';
import { str } from '../objects/str.ts';

/** `obj.__dict__` of instances. CPython: Objects/object.c, _PyObject_GetDictPtr */

/** The dict that shows an instance's attributes: the same one each time. */
export function instanceDict(obj: PyObject): PyDict {
  if (obj instanceof PyModule || obj instanceof PyType) return obj.dict;
  const holder = obj as PyObject & { shownDict?: PyDict };
  if (holder.shownDict === undefined)
    Object.defineProperty(obj, 'shownDict', {
      value: namespaceDict(obj as unknown as Attributes),
      writable: true,
    });
  return holder.shownDict!;
}

/** `obj.__dict__ = dict`: the dict's items become the attributes, and it shows them from then on. */
export function replaceInstanceDict(obj: PyObject, dict: PyDict): void {
  const before = instanceDict(obj);
  if (before === dict) return;
  const attributes = dictItems(before);
  clearDict(before);
  before.namespace = null;
  for (const [key, value] of attributes) setItem(before, key, value);
  if (dict.namespace === null && !hasHiddenOwner(dict)) {
    const items = dictItems(dict);
    dict.table.clear();
    dict.namespace = obj as unknown as Attributes;
    for (const [key, value] of items) setItem(dict, key, value);
  } else shareDict(obj, dict);
  Object.defineProperty(obj, 'shownDict', { value: dict, writable: true });
}

const hasHiddenOwner = (dict: PyDict): boolean => dict.type.name !== 'dict';

/** Another object's attributes become this one's too: each access goes through the dict. */
function shareDict(obj: PyObject, dict: PyDict): void {
  obj.hiddenDict = {
    find: name => getItem(dict, str(name)),
    store: (name, value: Value) => setItem(dict, str(name), value),
    remove: name => removeItem(dict, str(name)) !== undefined,
  };
  // Nothing of the class may be found by property before the dict was asked.
  Object.setPrototypeOf(obj, sharedProto(obj.type));
}

const sharedProtos = new WeakMap<PyType, object>();
/** The proto of instances whose dict is another object's: special methods and the class, no attribute and no method entry. */
function sharedProto(type: PyType): object {
  let proto = sharedProtos.get(type);
  if (proto === undefined) {
    proto = new Proxy(type.proto, {
      get: (target, key, receiver) =>
        typeof key === 'string' &&
        (key.startsWith('$') || /^(?!__).*\$\d$/.test(key) || key === 'writable')
          ? undefined
          : (Reflect.get(target, key, receiver) as unknown),
      has: () => false,
    });
    sharedProtos.set(type, proto);
  }
  return proto;
}
