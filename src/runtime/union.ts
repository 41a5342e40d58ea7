import { noneType } from '../objects/builtin-types.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { equals } from './compare.ts';

/** `X | Y` of classes. CPython: Objects/unionobject.c */
export class PyUnion extends PyObject {
  declare readonly args: PyTuple;
  /** The type variables, once they were looked for. */
  declare parameters: PyTuple | undefined;
  constructor(args: readonly Value[]) {
    super();
    this.args = tuple(args);
    this.parameters = undefined;
  }
}

/** A parameterised class: `list[int]`. CPython: Objects/genericaliasobject.c */
export class PyGenericAlias extends PyObject {
  declare readonly origin: Value;
  declare readonly args: PyTuple;
  declare readonly starred: boolean;
  declare parameters: PyTuple | undefined;
  constructor(origin: Value, args: PyTuple, starred = false) {
    super();
    this.origin = origin;
    this.args = args;
    this.starred = starred;
    this.parameters = undefined;
  }
}

/** `type[item]` of a builtin class. CPython: Py_GenericAlias */
export const genericAlias = (type: Value, item: Value): PyGenericAlias =>
  new PyGenericAlias(type, item instanceof PyTuple ? item : tuple([item]));

/** Things that may stand in a union without being asked. */
export interface UnionMember {
  readonly unionable: true;
}
const isMember = (v: Value): boolean =>
  v === null ||
  v instanceof PyType ||
  v instanceof PyUnion ||
  v instanceof PyGenericAlias ||
  (v instanceof PyObject && 'unionable' in v);

/** The union of two types, flattened and without repetition; NotImplemented for other operands. */
export const unionOf = (a: Value, b: Value): Value =>
  isMember(a) && isMember(b) ? makeUnion([a, b]) : NotImplemented;

/** The union of any members; the one member where there are no others. */
export function makeUnion(given: readonly Value[]): Value {
  const members: Value[] = [];
  for (const each of given.flatMap(v => (v instanceof PyUnion ? v.args.items : [v]))) {
    const member = each === null ? noneType : each;
    if (!members.some(other => equals(other, member))) members.push(member);
  }
  return members.length === 1 ? members[0]! : new PyUnion(members);
}
