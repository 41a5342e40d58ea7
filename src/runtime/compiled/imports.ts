import { PyModule } from '../../objects/module.ts';
import { PyDict } from '../../objects/dict.ts';
import type { PyImportError } from '../../objects/exception.ts';
import { importErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { attributeKey, type Attributes, type Raised, type Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { findAttr, getAttr } from '../attributes.ts';
import { invoke } from '../call.ts';
import { strValue } from '../convert.ts';
import { dictItems, findStr } from '../dict.ts';
import { newException } from '../errors.ts';
import { forEach } from '../iterate.ts';
import { thread } from '../state.ts';
import { storeName } from './names.ts';

/** import statements. CPython: Python/ceval.c, import_name, import_from, import_all_from */

/** `import name`, or the module of `from name import …`, by the `__import__` of the builtins. */
export function importName(
  globals: Attributes,
  name: string,
  fromlist: readonly string[] | null,
  level: number,
): Value | Raised {
  const f = globals[attributeKey('__import__')];
  if (f === undefined) throw newException(importErrorType, '__import__ not found');
  const names: Value = fromlist === null ? null : tuple(fromlist.map(str));
  const holder = globals as unknown as { dict?: PyDict };
  const shown = holder.dict ?? null;
  return invoke(f, [str(name), shown, shown, names, smallInt(level)], null);
}

/** `from module import name` */
export function importFrom(module: Value, name: string): Value {
  const found = findAttr(module, name);
  if (found !== undefined) return found;
  const package_ = findAttr(module, '__name__');
  const text = package_ === undefined ? undefined : strValue(package_);
  if (text !== undefined) {
    const loaded = findStr(thread.interpreter.modules, `${utf16(text)}.${name}`);
    if (loaded !== undefined) return loaded;
  }
  throw cannotImport(module, text === undefined ? null : utf16(text), name);
}

function cannotImport(module: Value, moduleName: string | null, name: string) {
  const shown = moduleName === null ? '<unknown module name>' : moduleName;
  const file = module instanceof PyModule ? findStr(module.dict, '__file__') : undefined;
  const path = file === undefined ? undefined : strValue(file);
  const where = path === undefined ? '(unknown location)' : `(${utf16(path)})`;
  const spec = module instanceof PyModule ? findStr(module.dict, '__spec__') : undefined;
  const isPartial = spec !== undefined && spec !== null && findAttr(spec, '_initializing') === true;
  const message = isPartial
    ? `cannot import name '${name}' from partially initialized module '${shown}' (most likely due to a circular import) ${where}`
    : `cannot import name '${name}' from '${shown}' ${where}`;
  const error = newException(importErrorType, str(message)) as PyImportError;
  error.msg = str(message);
  error.name = moduleName === null ? null : str(moduleName);
  error.path = path ?? null;
  error.nameFrom = str(name);
  return error;
}

/** `from module import *`: the names in `__all__`, else those without a leading underscore. */
export function importStar(module: Value, globals: Attributes, locals: Value): void {
  const store = (name: string, value: Value): void => {
    if (locals === null) globals[attributeKey(name)] = value;
    else storeName(locals, name, value);
  };
  const all = findAttr(module, '__all__');
  if (all !== undefined) {
    forEach(all, each => {
      const name = utf16(strValue(each)!);
      store(name, getAttr(module, name));
    });
    return;
  }
  const dict = module instanceof PyModule ? module.dict : getAttr(module, '__dict__');
  if (!(dict instanceof PyDict))
    throw newException(importErrorType, 'from-import-* object has no __dict__ and no __all__');
  for (const [key, value] of dictItems(dict)) {
    const text = strValue(key);
    if (text !== undefined && !utf16(text).startsWith('_')) store(utf16(text), value);
  }
}
