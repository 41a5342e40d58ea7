import { Ellipsis, type Value } from '../../objects/object.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyComplex } from '../../objects/complex.ts';
import { float, floatValue, isFloat } from '../../objects/float.ts';
import { int, isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyFrozenSet } from '../../objects/set.ts';
import { contentsOf, isStr, str, strOf, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { findAttr, setOwnAttribute } from '../../runtime/attributes.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { addEntry } from '../../runtime/hashing.ts';
import { listItems } from '../../runtime/iterate.ts';
import { thread } from '../../runtime/state.ts';
import * as ast from '../../syntax/ast.gen.ts';
import { asdlClasses } from './asdl.gen.ts';
import { astTypes, PyAstNode, singleton } from './types.ts';

/** Syntax trees of the compiler as Python objects, and back. CPython: Python/Python-ast.c, ast2obj and obj2ast */

interface Field {
  readonly name: string;
  /** Its name in our classes. */
  readonly own: string;
  readonly type: string;
  readonly star: boolean;
  readonly optional: boolean;
}
interface NodeSpec {
  readonly base: string;
  readonly fields: readonly Field[];
  readonly attributes: readonly string[];
}
const specs: ReadonlyMap<string, NodeSpec> = new Map(
  asdlClasses.map(([name, base, fields, attributes]) => [
    name,
    {
      base,
      attributes: attributes === '' ? [] : attributes.split(' '),
      fields: (fields === '' ? [] : fields.split(' ')).map(part => {
        const [field, spec] = part.split(':') as [string, string];
        return {
          name: field,
          own: name === 'Constant' && field === 'kind' ? 'prefix' : field,
          type: spec.replace(/[*?]$/, ''),
          star: spec.endsWith('*'),
          optional: spec.endsWith('?'),
        };
      }),
    },
  ]),
);
const simpleSums: ReadonlySet<string> = new Set([
  'expr_context',
  'boolop',
  'operator',
  'unaryop',
  'cmpop',
]);

// ---- ours to Python's

/** The Python object of a tree. */
export function fromTree(node: ast.Node): Value {
  const spec = specs.get(node.kind)!;
  const type = thread.interpreter.state(astTypes).get(node.kind)!;
  const made = new type.alloc();
  const source = node as unknown as Record<string, unknown>;
  for (const field of spec.fields)
    setOwnAttribute(made, field.name, fromField(field, source[field.own], node.kind));
  for (const name of spec.attributes) setOwnAttribute(made, name, smallInt(source[name] as number));
  return made;
}

function fromField(field: Field, value: unknown, owner: string): Value {
  if (Array.isArray(value)) return new PyList(value.map(item => fromItem(field, item, owner)));
  return fromItem(field, value, owner);
}
function fromItem(field: Field, value: unknown, owner: string): Value {
  if (isConstantField(owner, field)) return constantValue(value as ast.ConstantValue);
  if (value === null || value === undefined) return null;
  if (simpleSums.has(field.type)) return singleton(value as string);
  if (typeof value === 'string') return str(value);
  if (typeof value === 'number') return smallInt(value);
  return fromTree(value as ast.Node);
}
const isConstantField = (owner: string, field: Field): boolean =>
  field.type === 'object' &&
  (owner === 'Constant' || owner === 'MatchSingleton' || field.name === 'str');

export function constantValue(value: ast.ConstantValue): Value {
  if (value === null || typeof value === 'boolean') return value;
  switch (value.type) {
    case 'int':
      return int(value.value);
    case 'float':
      return float(value.value);
    case 'complex':
      return new PyComplex(value.real ?? 0, value.imag);
    case 'str':
      return strOf(value.value);
    case 'bytes':
      return new PyBytes(value.value);
    case 'tuple':
      return tuple(value.value.map(constantValue));
    case 'frozenset': {
      const set = new PyFrozenSet();
      for (const item of value.value) addEntry(set.table, constantValue(item), null);
      return set;
    }
    case 'Ellipsis':
      return Ellipsis;
  }
}

// ---- Python's to ours

/** The tree of a Python object; undefined where it is no AST. TypeError and ValueError for what is no valid tree. */
export function toTree(v: Value, mode: string): ast.mod | undefined {
  if (!(v instanceof PyAstNode)) return undefined;
  const expected = {
    exec: 'Module',
    eval: 'Expression',
    single: 'Interactive',
    func_type: 'FunctionType',
  }[mode];
  const kind = kindOf(v);
  if (kind !== expected) throw typeError(`expected ${expected} node, got ${v.type.name}`);
  return toNode(v, 'mod') as unknown as ast.mod;
}

function kindOf(v: PyAstNode): string {
  const own = v.type.mro.find(each => specs.has(each.name));
  return own?.name ?? v.type.name;
}

function toNode(v: Value, expected: string): Record<string, unknown> {
  if (!(v instanceof PyAstNode))
    throw typeError(`expected some sort of ${expected}, but got ${shown(v)}`);
  const kind = kindOf(v);
  const spec = specs.get(kind);
  if (spec === undefined || (spec.base !== expected && kind !== expected))
    throw typeError(`expected some sort of ${expected}, but got ${shown(v)}`);
  const Node = (ast as unknown as Record<string, { prototype: object }>)[
    kind === 'arguments' ? 'arguments_' : kind
  ]!;
  const made = Object.create(Node.prototype) as Record<string, unknown>;
  if (!('kind' in made)) made.kind = kind;
  for (const field of spec.fields) made[field.own] = toField(v, field, kind);
  for (const name of spec.attributes) made[name] = position(v, name, kind, made);
  return made;
}
const shown = (v: Value): string => (v === null ? 'None' : `<${typeOf(v).name} object>`);

function position(v: PyAstNode, name: string, kind: string, made: Record<string, unknown>): number {
  const value = findAttr(v, name);
  if (value === undefined || value === null) {
    if (name === 'end_lineno') return made.lineno as number;
    if (name === 'end_col_offset') return made.col_offset as number;
    throw typeError(
      `required field "${name}" missing from ${specs.get(kind)!.base === 'AST' ? kind : specs.get(kind)!.base}`,
    );
  }
  return asIndex(value);
}

function toField(v: PyAstNode, field: Field, kind: string): unknown {
  const value = findAttr(v, field.name);
  if (value === undefined) {
    if (field.star) return [];
    if (field.optional) return null;
    throw typeError(`required field "${field.name}" missing from ${kind}`);
  }
  if (field.star) {
    if (!(value instanceof PyList))
      throw typeError(`${kind} field "${field.name}" must be a list, not a ${typeOf(value).name}`);
    return listItems(value).map(item => toItem(item, field, kind));
  }
  return toItem(value, field, kind);
}

function toItem(v: Value, field: Field, kind: string): unknown {
  if (isConstantField(kind, field)) return toConstant(v);
  const allowsNone =
    field.optional || (kind === 'Dict' && field.name === 'keys') || field.name === 'kw_defaults';
  if (v === null) {
    if (allowsNone) return null;
    throw valueError(`field '${field.name}' is required for ${kind}`);
  }
  if (simpleSums.has(field.type)) {
    if (!(v instanceof PyAstNode) || specs.get(kindOf(v))?.base !== field.type)
      throw typeError(`expected some sort of ${field.type}, but got ${shown(v)}`);
    return kindOf(v);
  }
  if (field.type === 'str') {
    const text = strValue(v);
    if (text === undefined)
      throw typeError(
        field.name === 'type_comment'
          ? 'AST string must be of type str'
          : 'AST identifier must be of type str',
      );
    return utf16(text);
  }
  if (field.type === 'int') return asIndex(v);
  return toNode(v, field.type);
}

function toConstant(v: Value): ast.ConstantValue {
  if (v === null || typeof v === 'boolean') return v;
  if (v === Ellipsis) return { type: 'Ellipsis' };
  if (isInt(v)) return { type: 'int', value: v };
  if (isFloat(v)) return { type: 'float', value: floatValue(v) };
  if (isStr(v)) return { type: 'str', value: contentsOf(v) };
  if (v instanceof PyBytes) return { type: 'bytes', value: v.data };
  if (v instanceof PyComplex) return { type: 'complex', real: v.real, imag: v.imag };
  if (v instanceof PyTuple) return { type: 'tuple', value: v.items.map(toConstant) };
  if (v instanceof PyFrozenSet) return { type: 'frozenset', value: listItems(v).map(toConstant) };
  throw typeError(`got an invalid type in Constant: ${typeOf(v).name}`);
}
