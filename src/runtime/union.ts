import { noneType } from '../objects/builtin-types.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';

/** `X | Y` of classes. CPython: Objects/unionobject.c */
export class PyUnion extends PyObject {
  declare readonly args: PyTuple;
  constructor(args: readonly Value[]) {
    super();
    this.args = tuple(args);
  }
}

/** A parameterised class: `list[int]`. CPython: Objects/genericaliasobject.c */
export class PyGenericAlias extends PyObject {
  declare readonly origin: Value;
  declare readonly args: PyTuple;
  declare readonly starred: boolean;
  constructor(origin: Value, args: PyTuple, starred = false) {
    super();
    this.origin = origin;
    this.args = args;
    this.starred = starred;
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
export function unionOf(a: Value, b: Value): Value {
  if (!isMember(a) || !isMember(b)) return NotImplemented;
  const members: Value[] = [];
  for (const each of [a, b].flatMap(v => (v instanceof PyUnion ? v.args.items : [v]))) {
    const member = each === null ? noneType : each;
    if (!members.includes(member)) members.push(member);
  }
  return members.length === 1 ? members[0]! : new PyUnion(members);
}
