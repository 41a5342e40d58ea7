import { attributeKey, type Attributes, type Value } from '../../objects/object.ts';
import { str, type PyStr, contentsOf, strOf } from '../../objects/str.ts';
import { PyInterpolation, PyTemplate } from '../../objects/template.ts';
import { tuple, type PyTuple } from '../../objects/tuple.ts';
import {
  PyParamSpec,
  PyTypeAlias,
  PyTypeVar,
  PyTypeVarTuple,
  type PyTypeParameter,
} from '../../objects/type-parameter.ts';
import { getAttr } from '../attributes.ts';
import { call } from '../call.ts';
import { importModule } from '../import-hook.ts';
import { getItem } from '../subscript.ts';
import { join } from '../../algorithms/text/contents.ts';
import { thread } from '../state.ts';
import { findStr } from '../dict.ts';

/** Type parameters, type aliases and templates as compiled code makes them. CPython: Objects/typevarobject.c, Objects/templateobject.c */

export function typeParameter(
  kind: string,
  name: string,
  bound: Value,
  isConstraints: boolean,
  fallback: Value,
): PyTypeParameter {
  const parameter = newParameter(kind, str(name), bound, isConstraints);
  parameter.evaluateFallback = fallback;
  return parameter;
}
function newParameter(
  kind: string,
  name: PyStr,
  bound: Value,
  isConstraints: boolean,
): PyTypeParameter {
  if (kind === 'ParamSpec') {
    const made = new PyParamSpec(name);
    made.inferVariance = true;
    return made;
  }
  if (kind === 'TypeVarTuple') return new PyTypeVarTuple(name);
  const made = new PyTypeVar(name);
  made.inferVariance = true;
  if (isConstraints) made.evaluateConstraints = bound;
  else made.evaluateBound = bound;
  return made;
}

export const typeAlias = (
  name: string,
  params: PyTuple,
  evaluate: Value,
  globals: Attributes,
): PyTypeAlias =>
  new PyTypeAlias(str(name), params, evaluate, globals[attributeKey('__name__')] ?? null);

/** `Generic[T]`, the base of a class with type parameters. */
export const genericBase = (params: PyTuple): Value =>
  getItem(getAttr(importModule('_typing'), 'Generic'), tuple(params.items.map(unpacked)));
const unpacked = (parameter: Value): Value =>
  parameter instanceof PyTypeVarTuple
    ? getItem(getAttr(importModule('typing'), 'Unpack'), parameter)
    : parameter;

export const interpolation = (
  value: Value,
  expression: PyStr,
  conversion: Value,
  spec: PyStr,
): PyInterpolation => new PyInterpolation(value, expression, conversion, spec);

/** The strings and interpolations of a t-string in turn: strings that meet are joined, and one stands at each end. */
export function template(parts: readonly Value[]): PyTemplate {
  const strings: PyStr[] = [''];
  const interpolations: PyInterpolation[] = [];
  for (const part of parts) {
    if (part instanceof PyInterpolation) {
      interpolations.push(part);
      strings.push('');
    } else {
      const last = strings.pop()!;
      strings.push(strOf(join('', [contentsOf(last), contentsOf(part as PyStr)])));
    }
  }
  return new PyTemplate(tuple(strings), tuple(interpolations));
}

/** The value of an expression statement at the prompt goes to `sys.displayhook`. */
export function display(value: Value): void {
  const hook = findStr(thread.interpreter.sys.dict, 'displayhook');
  if (hook !== undefined) call(hook, value);
}
