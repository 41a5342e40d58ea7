import { mappingProxyType, typeOf } from '../objects/builtin-types.ts';
import { PyMappingProxy } from '../objects/dict.ts';
import { smallInt, int } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { PyTuple } from '../objects/tuple.ts';
import { or } from '../runtime/arithmetic.ts';
import { callMethod } from '../runtime/call.ts';
import { richCompare } from '../runtime/compare.ts';
import { contains } from '../runtime/contains.ts';
import { classMethod, constructor, defineType, method } from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';
import { hash } from '../runtime/hash.ts';
import { getIter } from '../runtime/iterate.ts';
import { getItem } from '../runtime/subscript.ts';
import { reprText, toStr } from '../runtime/text.ts';
import { length } from '../runtime/truth.ts';
import { genericAlias } from '../runtime/union.ts';
import { comparisons } from './rich-compare.ts';

/** CPython: Objects/descrobject.c, mappingproxyobject */

const inside = (v: Value): Value => (v instanceof PyMappingProxy ? v.mapping : v);

const isMapping = (v: Value): v is PyObject =>
  v instanceof PyObject &&
  v.__getitem__$1 !== undefined &&
  !(v instanceof PyList) &&
  !(v instanceof PyTuple);

defineType<PyMappingProxy>(mappingProxyType, {
  name: 'mappingproxy',
  doc: 'Read-only proxy of a mapping.',
  flags: ['mapping'],
  new: constructor('(mapping)', (_type, mapping) => {
    if (!isMapping(mapping))
      throw typeError(`mappingproxy() argument must be a mapping, not ${typeOf(mapping).name}`);
    return new PyMappingProxy(mapping);
  }),
  equality: 'custom',
  slots: {
    ...comparisons((op, self, other) => richCompare(op, self.mapping, other)),
    __repr__: self => str(`mappingproxy(${reprText(self.mapping)})`),
    __str__: self => toStr(self.mapping),
    __hash__: self => int(hash(self.mapping)),
    __len__: self => smallInt(length(self.mapping)),
    __iter__: self => getIter(self.mapping),
    __contains__: (self, key) => contains(self.mapping, key),
    __getitem__: (self, key) => getItem(self.mapping, key),
    __or__: (self, other) => or(inside(self), inside(other)),
    __ror__: (self, other) => or(inside(other), inside(self)),
    __ior__() {
      throw typeError("'|=' is not supported by mappingproxy; use '|' instead");
    },
  },
  methods: {
    __reversed__: method('()', 'D.__reversed__() -> reverse iterator', self =>
      callMethod(self.mapping, '__reversed__'),
    ),
    copy: method('()', 'D.copy() -> a shallow copy of D', self => callMethod(self.mapping, 'copy')),
    get: method(
      '(key, default=None, /)',
      'Return the value for key if key is in the mapping, else default.',
      (self, key, otherwise) => callMethod(self.mapping, 'get', key, otherwise),
    ),
    items: method('()', "D.items() -> a set-like object providing a view on D's items", self =>
      callMethod(self.mapping, 'items'),
    ),
    keys: method('()', "D.keys() -> a set-like object providing a view on D's keys", self =>
      callMethod(self.mapping, 'keys'),
    ),
    values: method('()', "D.values() -> an object providing a view on D's values", self =>
      callMethod(self.mapping, 'values'),
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'mappingproxy objects are generic over two types, signifying (respectively) the types of their keys and values',
      genericAlias,
    ),
  },
});
