import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { checkPositional } from '../runtime/arguments.ts';
import { setOwnAttribute } from '../runtime/attributes.ts';
import { call, type Names } from '../runtime/call.ts';
import { richCompare } from '../runtime/compare.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType, method, variadic, variadicMethod } from '../runtime/declare.ts';
import { dictItems } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import { instanceDict } from '../runtime/instance-dict.ts';
import { guardRepr, reprText } from '../runtime/text.ts';
import { update } from './dict-update.ts';
import { comparisons } from './rich-compare.ts';

/** An object of which only the attributes matter. CPython: Objects/namespaceobject.c */
export class PySimpleNamespace extends PyObject {}

/** A namespace with the given attributes. */
export function namespaceObject(attributes: Readonly<Record<string, Value>>): PySimpleNamespace {
  const made = new PySimpleNamespace();
  for (const [name, value] of Object.entries(attributes)) setOwnAttribute(made, name, value);
  return made;
}

/** The attributes given by a mapping or by pairs, and by names. */
function init(self: PySimpleNamespace, args: readonly Value[], names: Names): void {
  const count = args.length - (names?.length ?? 0);
  checkPositional(self.type.name, count, 0, 1);
  if (count === 1) {
    const given = new PyDict();
    update(given, args[0]!);
    for (const [key, value] of dictItems(given)) {
      const name = strValue(key);
      if (name === undefined) throw typeError('keywords must be strings');
      setOwnAttribute(self, utf16(name), value);
    }
  }
  setNamed(self, args, names);
}
function setNamed(self: PySimpleNamespace, args: readonly Value[], names: Names): void {
  const count = args.length - (names?.length ?? 0);
  names?.forEach((name, i) => setOwnAttribute(self, name, args[count + i]!));
}

function reprOf(self: PySimpleNamespace) {
  const name = self.type === simpleNamespaceType ? 'namespace' : self.type.name;
  return guardRepr(self, `${name}(...)`, () => {
    const shown: string[] = [];
    for (const [key, value] of dictItems(instanceDict(self))) {
      const text = strValue(key);
      if (text !== undefined && text !== '') shown.push(`${utf16(text)}=${reprText(value)}`);
    }
    return str(`${name}(${shown.join(', ')})`);
  });
}

export const simpleNamespaceType: PyType = defineType(PySimpleNamespace, {
  name: 'SimpleNamespace',
  module: 'types',
  doc: 'A simple attribute-based namespace.',
  flags: ['base', 'dict'],
  new: variadic(type => new type.alloc()),
  equality: 'custom',
  slots: {
    ...comparisons((op, self, other) =>
      other instanceof PySimpleNamespace
        ? richCompare(op, instanceDict(self), instanceDict(other))
        : NotImplemented,
    ),
    __init__: init,
    __repr__: reprOf,
  },
  members: { __dict__: self => instanceDict(self) },
  methods: {
    __reduce__: method('()', 'Return state information for pickling', self =>
      tuple([self.type, tuple([]), instanceDict(self)]),
    ),
    __replace__: variadicMethod(
      'Return a copy of the namespace object with new values for the specified attributes.',
      (self, args, names) => {
        if (args.length > (names?.length ?? 0))
          throw typeError('__replace__() takes no positional arguments');
        const made = call(self.type);
        if (!(made instanceof PySimpleNamespace))
          throw typeError(
            `expect ${simpleNamespaceType.name} type, but ${self.type.name}() returned '${typeOf(made).name}' object`,
          );
        for (const [key, value] of dictItems(instanceDict(self)))
          setOwnAttribute(made, utf16(strValue(key)!), value);
        setNamed(made, args, names);
        return made;
      },
    ),
  },
});
