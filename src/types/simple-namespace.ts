import { dictType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { setAttr } from '../runtime/attributes.ts';
import { callArgs, type Names } from '../runtime/call.ts';
import { richCompare, type Comparison } from '../runtime/compare.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { copyDict, dictItems } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import { instanceDict } from '../runtime/instance-dict.ts';
import { guardRepr, reprText } from '../runtime/text.ts';

/** An object whose attributes are given at once. CPython: Objects/namespaceobject.c */
export class PyNamespace extends PyObject {}

/** A namespace with the given attributes. */
export function namespaceObject(attributes: Readonly<Record<string, Value>>): PyNamespace {
  const made = new PyNamespace();
  for (const [name, value] of Object.entries(attributes)) setAttr(made, name, value);
  return made;
}

function init(self: PyNamespace, args: readonly Value[], names: Names): void {
  const positional = args.length - (names?.length ?? 0);
  if (positional > 1)
    throw typeError(`${self.type.name} expected at most 1 argument, got ${positional}`);
  if (positional === 1) {
    const given = args[0]!;
    const dict = given instanceof PyDict ? given : callArgs(dictType, [given], null);
    for (const [key, value] of dictItems(dict as PyDict)) {
      const name = strValue(key);
      if (name === undefined) throw typeError('keywords must be strings');
      setAttr(self, utf16(name), value);
    }
  }
  names?.forEach((name, i) => setAttr(self, name, args[positional + i]!));
}

const compare = (name: Comparison) => (self: Value, other: Value) =>
  self instanceof PyNamespace && other instanceof PyNamespace
    ? richCompare(name, instanceDict(self), instanceDict(other))
    : NotImplemented;

export const simpleNamespaceType = defineType(PyNamespace, {
  name: 'SimpleNamespace',
  module: 'types',
  doc: 'A simple attribute-based namespace.',
  flags: ['base', 'dict'],
  new: variadic(type => new type.alloc()),
  members: { __dict__: self => instanceDict(self) },
  slots: {
    __init__: init,
    __repr__: self =>
      guardRepr(self, `${nameOf(self)}(...)`, () => {
        const parts = dictItems(instanceDict(self)).map(([key, value]) => {
          const name = strValue(key);
          return name === undefined ? '' : `${utf16(name)}=${reprText(value)}`;
        });
        return str(`${nameOf(self)}(${parts.filter(part => part !== '').join(', ')})`);
      }),
    __eq__: compare('__eq__'),
    __ne__: compare('__ne__'),
    __lt__: compare('__lt__'),
    __le__: compare('__le__'),
    __gt__: compare('__gt__'),
    __ge__: compare('__ge__'),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling', self =>
      tuple([self.type, tuple([]), copyDict(instanceDict(self))]),
    ),
    __replace__: {
      source: null,
      doc: 'Return a copy of the namespace object with new values for the specified attributes.',
      impl: (self: PyNamespace, args: readonly Value[], names: Names) => {
        const copy = callArgs(self.type, [], null);
        for (const [key, value] of dictItems(instanceDict(self)))
          setAttr(copy, utf16(strValue(key)!), value);
        names?.forEach((name, i) => setAttr(copy, name, args[i]!));
        return copy;
      },
    },
  },
});
const nameOf = (self: PyNamespace): string =>
  self.type === simpleNamespaceType ? 'namespace' : self.type.name;
