import { NotImplemented, type Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import {
  PyReference,
  type PyWeakReference,
  type ReferenceList,
} from '../objects/weak-reference.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import { findAttr } from '../runtime/attributes.ts';
import { richCompare } from '../runtime/compare.ts';
import { strValue } from '../runtime/convert.ts';
import { classMethod, defineType, variadic } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { address } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';
import { addReference, referencesTo, referent } from '../runtime/weak-references.ts';
import { comparisons } from './rich-compare.ts';

type Alloc = new (list: ReferenceList, callback: Value) => PyReference;

/** `weakref.ref(obj, callback)`: without a callback the same one each time. */
function newReference(type: PyType, args: readonly Value[]): Value {
  checkPositional('__new__', args.length, 1, 2);
  const [obj, callback = null] = args as [Value, Value | undefined];
  const list = referencesTo(obj);
  const isShared = callback === null && type === referenceType;
  const known = isShared ? list.plain?.deref() : undefined;
  if (known !== undefined) return known;
  const reference = new (type.alloc as unknown as Alloc)(list, callback);
  if (isShared) list.plain = new WeakRef<PyWeakReference>(reference);
  else addReference(reference);
  return reference;
}

function hashOf(self: PyReference): Value {
  if (self.hash !== undefined) return self.hash;
  const obj = referent(self);
  if (obj === undefined) throw typeError('weak object has gone away');
  return (self.hash = hash(obj));
}

function reprOf(self: PyReference): PyStr {
  const obj = referent(self);
  if (obj === undefined) return str(`<weakref at ${address(self)}; dead>`);
  const name = findAttr(obj, '__name__');
  const text = name === undefined ? undefined : strValue(name);
  const shown = text === undefined ? '' : ` (${utf16(text)})`;
  return str(`<weakref at ${address(self)}; to '${obj.type.name}' at ${address(obj)}${shown}>`);
}

/** CPython: Objects/weakrefobject.c */
export const referenceType = defineType(PyReference, {
  name: 'ReferenceType',
  module: 'weakref',
  doc: null,
  flags: ['base'],
  new: variadic((type, args, names) =>
    newReference(type, names === null ? args : args.slice(0, args.length - names.length)),
  ),
  slots: {
    ...comparisons((op, self: PyReference, other) => {
      if ((op !== '__eq__' && op !== '__ne__') || !(other instanceof PyReference))
        return NotImplemented;
      const a = referent(self);
      const b = referent(other);
      if (a === undefined || b === undefined) return (self === other) === (op === '__eq__');
      return richCompare(op, a, b);
    }),
    __init__(_self, args, names) {
      refuseNames('ref', names);
      checkPositional('__init__', args.length, 1, 2);
    },
    __hash__: hashOf,
    __repr__: reprOf,
    __call__(self, args, names) {
      refuseNames('weakref', names);
      checkPositional('weakref', args.length, 0, 0);
      return referent(self) ?? null;
    },
  },
  members: { __callback__: self => self.callback },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Weakrefs are generic over the type of the referenced object.',
      genericAlias,
    ),
  },
});
