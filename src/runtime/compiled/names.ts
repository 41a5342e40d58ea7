import { PyCell } from '../../objects/code.ts';
import { PyDict } from '../../objects/dict.ts';
import { attributeKey, type Attributes, type Entry, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { calleeEntry } from '../call.ts';
import { findStr, setStr } from '../dict.ts';
import { nameError, unboundLocalError } from '../errors.ts';
import { delItem, getItem, setItem } from '../subscript.ts';
import { isException } from '../attributes.ts';
import { keyErrorType } from '../../objects/exception-types.ts';
import { typeOf, dictType } from '../../objects/builtin-types.ts';
import { PySet } from '../../objects/set.ts';

/** Names of modules, classes and functions as compiled code reads and stores them. */

/** A global that is no property of the globals, nor a builtin. */
export function global(globals: Attributes, name: string): Value {
  const value = globals[attributeKey(name)];
  if (value !== undefined) return value;
  throw nameError(`name '${name}' is not defined`, name);
}
/** The entry to call a global with `count` arguments. */
export function globalEntry(globals: Attributes, name: string, count: number): Entry {
  return calleeEntry(global(globals, name), count);
}

export function unbound(name: string): never {
  throw unboundLocalError(name);
}
export function unboundFree(name: string): never {
  throw nameError(
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    name,
  );
}

export function deleteGlobal(globals: Attributes, name: string): void {
  const key = attributeKey(name);
  if (!Object.hasOwn(globals, key) || globals[key] === undefined)
    throw nameError(`name '${name}' is not defined`, name);
  delete globals[key];
}
/** Forgets the name of a handler's exception. */
export function unbindGlobal(globals: Attributes, name: string): void {
  delete globals[attributeKey(name)];
}

/** A name of a class body or of exec's locals: undefined where it is not there. */
export function findName(locals: Value, name: string): Value | undefined {
  if (locals instanceof PyDict && typeOf(locals) === dictType) return findStr(locals, name);
  try {
    return getItem(locals, str(name));
  } catch (error) {
    if (isException(error, keyErrorType)) return undefined;
    throw error;
  }
}
export function loadName(locals: Value, globals: Attributes, name: string): Value {
  const found = findName(locals, name);
  return found === undefined ? global(globals, name) : found;
}
export function storeName(locals: Value, name: string, value: Value): void {
  if (locals instanceof PyDict && typeOf(locals) === dictType) setStr(locals, name, value);
  else setItem(locals, str(name), value);
}
export function deleteName(locals: Value, name: string): void {
  if (findName(locals, name) === undefined) throw nameError(`name '${name}' is not defined`, name);
  delItem(locals, str(name));
}
export function unbindName(locals: Value, name: string): void {
  if (findName(locals, name) !== undefined) delItem(locals, str(name));
}

/** `__module__` of a class body. */
export function storeModuleName(locals: Value, globals: Attributes): void {
  const name = globals[attributeKey('__name__')];
  if (name !== undefined) storeName(locals, '__module__', name);
}

export const cell = (
  get: () => Value | undefined,
  set: (value: Value | undefined) => void,
): PyCell => new PyCell(get, set);

/** `__conditional_annotations__` of a module. */
export function conditionalAnnotations(globals: Attributes): Value {
  const key = attributeKey('__conditional_annotations__');
  let set = Object.hasOwn(globals, key) ? globals[key] : undefined;
  if (set === undefined) {
    set = new PySet();
    globals[key] = set;
  }
  return set;
}
/** `__annotations__` of a body whose annotations are texts. */
export function annotationsDict(locals: Value, globals: Attributes): PyDict {
  const found =
    locals === null
      ? globals[attributeKey('__annotations__')]
      : findName(locals, '__annotations__');
  if (found instanceof PyDict) return found;
  const made = new PyDict();
  if (locals === null) globals[attributeKey('__annotations__')] = made;
  else storeName(locals, '__annotations__', made);
  return made;
}
