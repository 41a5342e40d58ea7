import { smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { call } from '../../runtime/call.ts';
import { richCompare, type Comparison } from '../../runtime/compare.ts';
import { defineType } from '../../runtime/declare.ts';
import { attributeError, typeError } from '../../runtime/errors.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { comparisons } from '../../types/rich-compare.ts';

/** What `cmp_to_key` gives, and the keys that calling it gives. CPython: Modules/_functoolsmodule.c, keyobject */
export class KeyWrapper extends PyObject {
  declare readonly compare: Value;
  declare object: Value | undefined;
  constructor(compare: Value, object: Value | undefined) {
    super();
    this.compare = compare;
    this.object = object;
    this.call1 = obj => new KeyWrapper(compare, obj);
  }
}

function compareKeys(op: Comparison, self: KeyWrapper, other: Value): Value {
  if (!(other instanceof KeyWrapper)) throw typeError('other argument must be K instance');
  if (self.object === undefined || other.object === undefined)
    throw attributeError('object', null, 'object');
  return richCompare(op, call(self.compare, self.object, other.object), smallInt(0));
}

const wrap = new SignatureCallable(
  '(obj)',
  (self: KeyWrapper, obj: Value) => new KeyWrapper(self.compare, obj),
  '$self',
  'K',
);

defineType(KeyWrapper, {
  name: 'KeyWrapper',
  module: 'functools',
  doc: null,
  slots: {
    ...comparisons(compareKeys),
    __call__: (self, args, names) => wrap.call(self, args, names),
  },
  members: {
    obj: {
      doc: 'Value wrapped by a key function.',
      get(self) {
        if (self.object === undefined) throw attributeError('obj', self, 'obj');
        return self.object;
      },
      set(self, value) {
        self.object = value;
      },
    },
  },
  attributes: { __text_signature__: { get: () => '(obj, /)' } },
});
