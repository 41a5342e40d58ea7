import { dictType } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { NotImplemented, PyObject, type Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { strValue } from '../../runtime/convert.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { call, callMethod, isCallable } from '../../runtime/call.ts';
import { classMethod, defineType, method, variadic } from '../../runtime/declare.ts';
import { keyError, typeError } from '../../runtime/errors.ts';
import { getIter } from '../../runtime/iterate.ts';
import { unwrap } from '../../runtime/state.ts';
import { setItem } from '../../runtime/subscript.ts';
import { guardRepr, reprText } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { update, updateCommon } from '../../types/dict-update.ts';
import { docs } from './docs.gen.ts';

/** A dict that makes the values of keys it lacks. CPython: Modules/_collectionsmodule.c, defdictobject */
export class PyDefaultDict extends PyDict {
  declare factory: Value;
  constructor() {
    super();
    this.factory = null;
  }
}

function missing(self: PyDefaultDict, key: Value): Value {
  const { factory } = self;
  if (factory === null) throw keyError(key);
  const value = call(factory);
  setItem(self, key, value);
  return value;
}

const copy = (self: PyDefaultDict): Value => call(self.type, self.factory, self);

/** `a | b`, of the class of the operand that is a defaultdict. */
function union(self: PyDefaultDict, left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const made = self === left ? copy(self) : call(self.type, self.factory, left);
  update(made as PyDict, right);
  return made;
}

function reprOf(self: PyDefaultDict): string {
  const items = strValue(unwrap(dictType.proto.__repr__$0!(self)))!;
  const { factory } = self;
  const shown =
    factory instanceof PyObject
      ? guardRepr(factory, '...', () => str(reprText(factory)))
      : str(reprText(factory));
  return `${self.type.name}(${utf16(shown)}, ${utf16(items)})`;
}

export const defaultDictType: PyType = defineType(PyDefaultDict, {
  name: 'defaultdict',
  module: 'collections',
  doc: docs.defaultdict,
  base: dictType,
  flags: ['base', 'mapping'],
  new: variadic(type => new (type.alloc as unknown as new () => PyDefaultDict)()),
  slots: {
    __init__(self, args, names) {
      const given = args.length - (names?.length ?? 0);
      let rest = args;
      let factory: Value = null;
      if (given > 0) {
        factory = args[0]!;
        if (factory !== null && !isCallable(factory))
          throw typeError('first argument must be callable or None');
        rest = args.slice(1);
      }
      self.factory = factory;
      updateCommon(self, rest, names, 'dict');
    },
    __repr__: self => str(reprOf(self)),
    __or__: (self, other) => union(self, self, other),
    __ror__: (self, other) => union(self, other, self),
  },
  members: {
    default_factory: {
      doc: docs['defaultdict.default_factory'],
      get: self => self.factory,
      set(self, value) {
        self.factory = value ?? null;
      },
    },
  },
  methods: {
    __copy__: method('()', docs['defaultdict.__copy__'], copy),
    __missing__: method('(object, /)', docs['defaultdict.__missing__'], missing),
    __reduce__: method('()', docs['defaultdict.__reduce__'], self => {
      const args = self.factory === null ? [] : [self.factory];
      return tuple([self.type, tuple(args), null, null, getIter(callMethod(self, 'items'))]);
    }),
    copy: method('()', docs['defaultdict.copy'], copy),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      docs['defaultdict.__class_getitem__'],
      genericAlias,
    ),
  },
});
