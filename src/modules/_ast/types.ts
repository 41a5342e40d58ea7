import { typeType, intType, listType, objectType, strType } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { deprecationWarningType } from '../../objects/exception-types.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { findAttr, setAttr } from '../../runtime/attributes.ts';
import { call, type Names } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineType, method, variadic } from '../../runtime/declare.ts';
import { copyDict, dictItems, dictOf, findStr, setStr } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { instanceDict } from '../../runtime/instance-dict.ts';
import { makeType } from '../../runtime/make-type.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { reprText } from '../../runtime/text.ts';
import { PyUnion, PyGenericAlias, unionOf } from '../../runtime/union.ts';
import { warnCaller } from '../../runtime/warn.ts';
import { asdlClasses } from './asdl.gen.ts';

/** The classes of syntax trees. CPython: Python/Python-ast.c, made by Parser/asdl_c.py */

/** An instance of a node class: its fields are attributes. */
export class PyAstNode extends PyObject {}

const names = (cls: PyType, attribute: '_fields' | '_attributes'): string[] => {
  const given = findAttr(cls, attribute);
  if (!(given instanceof PyTuple)) return [];
  return given.items.map(item => utf16(strValue(item)!));
};

function init(self: PyAstNode, args: readonly Value[], given: Names): void {
  const cls = self.type;
  const fields = names(cls, '_fields');
  const count = args.length - (given?.length ?? 0);
  if (count > fields.length)
    throw typeError(
      `${cls.name} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? '' : 's'}`,
    );
  const missing = new Set(fields);
  for (let i = 0; i < count; i++) {
    setAttr(self, fields[i]!, args[i]!);
    missing.delete(fields[i]!);
  }
  given?.forEach((name, i) => {
    if (fields.includes(name)) {
      if (!missing.delete(name))
        throw typeError(`${cls.name} got multiple values for argument '${name}'`);
    } else if (!names(cls, '_attributes').includes(name))
      warnCaller(
        deprecationWarningType,
        `${cls.name}.__init__ got an unexpected keyword argument '${name}'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`,
      );
    setAttr(self, name, args[count + i]!);
  });
  fillMissing(self, cls, missing);
}

/** Optional fields are None, lists empty, contexts Load; a field of another type that is missing is warned of. */
function fillMissing(self: PyAstNode, cls: PyType, missing: ReadonlySet<string>): void {
  const fieldTypes = findAttr(cls, '_field_types');
  for (const name of missing) {
    const type = fieldTypes instanceof PyDict ? findStr(fieldTypes, name) : undefined;
    if (type === undefined || type instanceof PyUnion) continue;
    if (type instanceof PyGenericAlias) setAttr(self, name, new PyList([]));
    else if (type === thread.interpreter.state(astTypes).get('expr_context'))
      setAttr(self, name, singleton('Load'));
    else
      warnCaller(
        deprecationWarningType,
        `${cls.name}.__init__ missing 1 required positional argument: '${name}'. This will become an error in Python 3.15.`,
      );
  }
}

const SHOWN_DEPTH = 3;
function repr(v: Value, depth: number): string {
  if (v instanceof PyList || v instanceof PyTuple) {
    const { items } = v;
    const shown = items.length > 2 ? [items[0]!, null, items.at(-1)!] : items;
    const parts = shown.map((item, i) => (items.length > 2 && i === 1 ? '...' : repr(item, depth)));
    return v instanceof PyList
      ? `[${parts.join(', ')}]`
      : `(${parts.join(', ')}${items.length === 1 ? ',' : ''})`;
  }
  if (!(v instanceof PyAstNode)) return reprText(v);
  if (depth <= 0) return `${v.type.name}(...)`;
  const parts = names(v.type, '_fields').flatMap(name => {
    const value = findAttr(v, name);
    return value === undefined ? [] : [`${name}=${repr(value, depth - 1)}`];
  });
  return `${v.type.name}(${parts.join(', ')})`;
}

export const astType = defineType(PyAstNode, {
  name: 'AST',
  module: 'ast',
  doc: null,
  flags: ['base', 'dict', 'weakref'],
  new: variadic(type => new type.alloc()),
  constants: { _fields: tuple([]), _attributes: tuple([]), __match_args__: tuple([]) },
  attributes: { __dict__: { get: self => instanceDict(self) } },
  slots: { __init__: init, __repr__: self => str(repr(self, SHOWN_DEPTH)) },
  methods: {
    __reduce__: method('()', '', self =>
      tuple([self.type, tuple([]), copyDict(instanceDict(self))]),
    ),
    __replace__: {
      source: null,
      doc: 'Return a copy of the AST node with new values for the specified fields.',
      impl: (self: PyAstNode, args: readonly Value[], given: Names) => {
        const known = new Set([...names(self.type, '_fields'), ...names(self.type, '_attributes')]);
        for (const name of given ?? [])
          if (!known.has(name) && findStr(instanceDict(self), name) === undefined)
            throw typeError(
              `${self.type.name}.__replace__ got an unexpected keyword argument '${name}'.`,
            );
        const copy = call(self.type);
        for (const [key, value] of dictItems(instanceDict(self)))
          setAttr(copy, utf16(strValue(key)!), value);
        given?.forEach((name, i) => setAttr(copy, name, args[i]!));
        return copy;
      },
    },
  },
});

/** The classes by name, made once in each interpreter. */
export const astTypes = new StateKey<ReadonlyMap<string, PyType>>(makeClasses);
const singletons = new StateKey(() => new Map<string, Value>());

/** The one instance of a class without fields: `Load()`, `Add()`. */
export function singleton(name: string): Value {
  const made = thread.interpreter.state(singletons);
  let value = made.get(name);
  if (value === undefined) {
    value = call(thread.interpreter.state(astTypes).get(name)!);
    made.set(name, value);
  }
  return value;
}

function makeClasses(): Map<string, PyType> {
  const classes = new Map<string, PyType>([['AST', astType]]);
  const specs = new Map<string, string>();
  for (const [name, base, fields, attributes, doc] of asdlClasses) {
    const parts =
      fields === '' ? [] : fields.split(' ').map(part => part.split(':') as [string, string]);
    const fieldNames = tuple(parts.map(([field]) => field));
    const dict = dictOf([
      ['_fields', fieldNames],
      ['__match_args__', fieldNames],
      ['__module__', 'ast'],
      ['__doc__', doc === null ? null : str(doc)],
      ...(base === 'AST'
        ? ([['_attributes', tuple(attributes === '' ? [] : attributes.split(' '))]] as const)
        : []),
      ...optionalNames(parts, base === 'AST' ? attributes : '').map(
        field => [field, null] as const,
      ),
    ]);
    classes.set(name, makeType(typeType, name, [classes.get(base)!], dict, [], null));
    specs.set(name, fields);
  }
  for (const [name, fields] of specs) setFieldTypes(classes, classes.get(name)!, fields);
  return classes;
}

/** Optional fields, and the ends of positions, are None unless they are set. */
const optionalNames = (fields: readonly [string, string][], attributes: string): string[] => [
  ...fields.filter(([, type]) => type.endsWith('?')).map(([field]) => field),
  ...attributes.split(' ').filter(name => name.startsWith('end_')),
];

function setFieldTypes(classes: ReadonlyMap<string, PyType>, cls: PyType, fields: string): void {
  const builtin: Readonly<Record<string, PyType>> = {
    str: strType,
    int: intType,
    object: objectType,
  };
  const types = new PyDict();
  for (const part of fields === '' ? [] : fields.split(' ')) {
    const [name, spec] = part.split(':') as [string, string];
    const base = builtin[spec.replace(/[*?]$/, '')] ?? classes.get(spec.replace(/[*?]$/, ''))!;
    const type = spec.endsWith('*')
      ? new PyGenericAlias(listType, tuple([base]))
      : spec.endsWith('?')
        ? unionOf(base, null)
        : base;
    setStr(types, name, type);
  }
  setStr(cls.dict, '_field_types', types);
  setStr(cls.dict, '__annotations__', types);
}
