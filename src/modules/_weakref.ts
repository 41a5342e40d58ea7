import type { PyObject, Value } from '../objects/object.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import {
  PyCallableProxy,
  PyProxy,
  PyWeakReference,
  type PyWeakReference as Reference,
} from '../objects/weak-reference.ts';
import { isCallable } from '../runtime/call.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { getItem, removeItem } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import {
  addReference,
  findReferences,
  referencesTo,
  referent,
} from '../runtime/weak-references.ts';
import { callableProxyType, proxyType } from '../types/proxy.ts';
import { referenceType } from '../types/reference.ts';

function proxy(obj: Value, callback: Value): Value {
  const list = referencesTo(obj);
  const known = callback === null ? list.plainProxy?.deref() : undefined;
  if (known !== undefined) return known;
  const made = new (isCallable(obj) ? PyCallableProxy : PyProxy)(list, callback);
  if (callback === null) list.plainProxy = new WeakRef<Reference>(made);
  else addReference(made);
  return made;
}

const living = (obj: Value): PyObject[] => findReferences(obj)?.living() ?? [];

/** CPython: Modules/_weakref.c */
export const weakrefModule = defineModule('_weakref', {
  doc: 'Weak-reference support module.',
  functions: {
    getweakrefcount: fn(
      '(object, /)',
      "Return the number of weak references to 'object'.",
      object => smallInt(living(object).length),
    ),
    getweakrefs: fn(
      '(object, /)',
      "Return a list of all weak reference objects pointing to 'object'.",
      object => new PyList(living(object)),
    ),
    proxy: fn(
      '(object, callback=None, /)',
      `Create a proxy object that weakly references 'object'.

'callback', if given, is called with a reference to the
proxy when 'object' is about to be finalized.`,
      proxy,
    ),
    _remove_dead_weakref: fn(
      '(dct: dict, key, /)',
      'Atomically remove key from dict if it points to a dead weakref.',
      (dct, key) => {
        const value = getItem(dct, key);
        if (value === undefined) return null;
        if (!(value instanceof PyWeakReference)) throw typeError('not a weakref');
        if (referent(value) === undefined) removeItem(dct, key);
        return null;
      },
    ),
  },
  types: {
    CallableProxyType: callableProxyType,
    ProxyType: proxyType,
    ReferenceType: referenceType,
    ref: referenceType,
  },
});
