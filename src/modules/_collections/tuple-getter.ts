import { typeOf } from '../../objects/builtin-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { attributeError, indexError, typeError } from '../../runtime/errors.ts';
import { reprText } from '../../runtime/text.ts';

/** A field of a named tuple. CPython: Modules/_collectionsmodule.c, tuplegetterobject */
export class PyTupleGetter extends PyObject {
  declare readonly index: number;
  declare doc: Value;
  constructor(index: number, doc: Value) {
    super();
    this.index = index;
    this.doc = doc;
  }
}

export const tupleGetterType = defineType(PyTupleGetter, {
  name: '_tuplegetter',
  module: 'collections',
  doc: null,
  new: constructor('(index: index, doc, /)', (_type, index, doc) => new PyTupleGetter(index, doc)),
  slots: {
    __get__(self, instance) {
      if (instance instanceof PyTuple) {
        const item = instance.items[self.index];
        if (item === undefined) throw indexError('tuple index out of range');
        return item;
      }
      if (instance === null) return self;
      throw typeError(
        `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeOf(instance).name}' object`,
      );
    },
    __set__(_self, obj) {
      throw attributeError("can't set attribute", obj, '');
    },
    __delete__(_self, obj) {
      throw attributeError("can't delete attribute", obj, '');
    },
    __repr__: self => str(`${self.type.name}(${self.index}, ${reprText(self.doc)})`),
  },
  attributes: {
    __doc__: {
      get: self => self.doc,
      set(self, value) {
        self.doc = value ?? null;
      },
    },
  },
  methods: {
    __reduce__: method('()', null, self =>
      tuple([self.type, tuple([smallInt(self.index), self.doc])]),
    ),
  },
});
