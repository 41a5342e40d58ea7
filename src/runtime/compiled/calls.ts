import { superType, typeOf, typeType } from '../../objects/builtin-types.ts';
import { PyCell, type PyCode } from '../../objects/code.ts';
import { PyDict } from '../../objects/dict.ts';
import { FunctionExtra, PyBuiltin, PyFunction, PySuper } from '../../objects/function.ts';
import {
  RAISED,
  type Attributes,
  type Entry,
  type PyObject,
  type Raised,
  type Value,
} from '../../objects/object.ts';
import { PyType } from '../../objects/type.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { findAttr, lookup, setAttr } from '../attributes.ts';
import { callArgs, invoke, type Names } from '../call.ts';
import { setStr } from '../dict.ts';
import { newException, runtimeError, typeError } from '../errors.ts';
import { notImplementedErrorType } from '../../objects/exception-types.ts';
import { asInt } from '../convert.ts';
import { FrameReader } from '../frame-reader.ts';
import { metaclassOf, resolveBases } from '../make-type.ts';
import { superCheck } from '../super.ts';

/** Functions, classes and calls as compiled code makes them. */

/** `def`: a function of code and globals. */
function newFunction(
  code: PyCode,
  body: Entry,
  globals: Attributes,
  defaults: readonly Value[] = [],
  kwdefaults: PyDict | null = null,
  cells: (() => readonly PyCell[]) | null = null,
): PyFunction {
  const f = new PyFunction(code, body, globals, defaults, kwdefaults);
  if (cells !== null) f.cells = cells;
  return f;
}
export { newFunction as function };

const extraOf = (f: PyFunction): FunctionExtra => (f.extra ??= new FunctionExtra());
export function setAnnotate(f: PyFunction, annotate: Value): void {
  extraOf(f).annotate = annotate;
}
export function setAnnotations(f: PyFunction, annotations: Value): void {
  extraOf(f).annotations = annotations;
}
export function setTypeParams(f: Value, params: Value): void {
  if (f instanceof PyFunction) extraOf(f).typeParams = params;
  else setAttr(f, '__type_params__', params);
}
/** `__annotate__` gives values only: NotImplementedError for other formats. */
export function checkAnnotationFormat(format: Value): void {
  const n = asInt(format);
  if (n > 2) throw newException(notImplementedErrorType);
}
/** Runs a block that is a function of its own. */
export const run = (body: () => Value | Raised): Value | Raised => body();

/** Zero-argument `super()`. */
export function callSuper(
  f: Value,
  cls: Value | undefined,
  self: Value | undefined,
): Value | Raised {
  if (f !== superType) return invoke(f, [], null);
  if (self === undefined) throw runtimeError('super(): no arguments');
  if (cls === undefined) throw runtimeError('super(): empty __class__ cell');
  if (!(cls instanceof PyType)) throw runtimeError('super(): __class__ is not a type');
  return new PySuper(cls, self, superCheck(cls, self));
}

/**
 * A call of a name that may be a builtin which reads the calling frame: it gets the globals and the locals, as `[name, value, …]`, as a mapping, or null where
 * they are the globals.
 */
export function callWithFrame(
  f: Value,
  args: readonly Value[],
  globals: Attributes,
  locals: readonly (Value | undefined | string)[] | PyObject | null,
): Value | Raised {
  if (f instanceof PyBuiltin && f.callable instanceof FrameReader)
    return f.callable.callFrom({ globals, locals }, args);
  return invoke(f, args, null);
}

/** The class statement. CPython: Python/bltinmodule.c, builtin___build_class__ */
export function buildClass(
  body: PyFunction,
  name: string,
  givenBases: readonly Value[],
  values: readonly Value[],
  names: Names,
): Value | Raised {
  const bases = resolveBases(givenBases);
  const keywords = names === null ? [] : [...names];
  const rest = [...values];
  const at = keywords.indexOf('metaclass');
  let meta: Value = bases.length === 0 ? typeType : typeOf(bases[0]!);
  if (at !== -1) {
    meta = rest[at]!;
    keywords.splice(at, 1);
    rest.splice(at, 1);
  }
  if (meta instanceof PyType)
    meta = metaclassOf(
      meta,
      bases.filter(base => base instanceof PyType),
    );
  const nameValue = str(name);
  const baseTuple = tuple(bases);
  const namespace = prepare(meta, nameValue, baseTuple, rest, keywords);
  if (bases.length !== givenBases.length || bases.some((base, i) => base !== givenBases[i]))
    setNamespaceItem(namespace, '__orig_bases__', tuple(givenBases));
  const cell = body.body(namespace);
  if (cell === RAISED) return RAISED;
  const made = invoke(
    meta,
    [nameValue, baseTuple, namespace, ...rest],
    keywords.length === 0 ? null : keywords,
  );
  if (made === RAISED) return RAISED;
  checkClassCell(cell as Value, made as Value, nameValue);
  return made;
}

function prepare(
  meta: Value,
  name: Value,
  bases: Value,
  values: readonly Value[],
  names: readonly string[],
): Value {
  if (meta === typeType) return new PyDict();
  const hook = findAttr(meta, '__prepare__');
  if (hook === undefined) return new PyDict();
  const namespace = callArgs(hook, [name, bases, ...values], names.length === 0 ? null : names);
  if (!(namespace instanceof PyDict) && lookup(typeOf(namespace), '__getitem__') === undefined)
    throw typeError(
      `${meta instanceof PyType ? meta.name : '<metaclass>'}.__prepare__() must return a mapping, not ${typeOf(namespace).name}`,
    );
  return namespace;
}

function setNamespaceItem(namespace: Value, name: string, value: Value): void {
  if (namespace instanceof PyDict) setStr(namespace, name, value);
  else callArgs(findAttr(namespace, '__setitem__')!, [str(name), value], null);
}

function checkClassCell(cell: Value, made: Value, name: Value): void {
  if (!(cell instanceof PyCell) || !(made instanceof PyType)) return;
  const held = cell.get();
  if (held === undefined)
    throw runtimeError(
      `__class__ not set defining '${String(name)}' as <class '${made.name}'>. Was __classcell__ propagated to type.__new__?`,
    );
  if (held !== made)
    throw typeError(
      `__class__ set to <class '${(held as PyType).name}'> defining '${String(name)}' as <class '${made.name}'>`,
    );
}
