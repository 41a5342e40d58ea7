import type { PyBaseException } from '../objects/exception.ts';
import type { PyModule } from '../objects/module.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { findAttr } from '../runtime/attributes.ts';
import { contains } from '../runtime/contains.ts';
import { strValue } from '../runtime/convert.ts';
import { findStr } from '../runtime/dict.ts';
import { attributeError } from '../runtime/errors.ts';
import { getItem } from '../runtime/subscript.ts';
import { thread } from '../runtime/state.ts';
import { isTrue, length } from '../runtime/truth.ts';
import { smallInt } from '../objects/int.ts';

/** The AttributeError for what a module lacks: it says why where a circular import or a file's name is to blame. CPython: _Py_module_getattro_impl */
export function missingFromModule(self: PyModule, name: string): PyBaseException {
  return attributeError(message(self, name), self, name);
}

function message(self: PyModule, name: string): string {
  const own = self.find('__name__');
  const text = own === undefined ? undefined : strValue(own);
  if (text === undefined) return `module has no attribute '${name}'`;
  const module = utf16(text);
  const plain = `module '${module}' has no attribute '${name}'`;
  const spec = self.find('__spec__') ?? null;
  if (spec === null) return plain;
  const origin = originOf(spec);
  const isShadowing = origin !== undefined && standsFirst(origin);
  if (isShadowing && isStandard(module))
    return `${plain} (consider renaming '${origin}' since it has the same name as the standard library module named '${module}' and prevents importing that standard library module)`;
  const initializing = findAttr(spec, '_initializing');
  if (initializing !== undefined && isTrue(initializing)) {
    if (isShadowing)
      return `${plain} (consider renaming '${origin}' if it has the same name as a library you intended to import)`;
    const from = origin === undefined ? '' : ` from '${origin}'`;
    return `partially initialized module '${module}'${from} has no attribute '${name}' (most likely due to a circular import)`;
  }
  const submodules = findAttr(spec, '_uninitialized_submodules');
  if (submodules !== undefined && contains(submodules, str(name)))
    return `cannot access submodule '${name}' of module '${module}' (most likely due to a circular import)`;
  return plain;
}

/** The file that a module was loaded from. */
function originOf(spec: Value): string | undefined {
  const hasLocation = findAttr(spec, 'has_location');
  if (hasLocation === undefined || !isTrue(hasLocation)) return undefined;
  const origin = strValue(findAttr(spec, 'origin') ?? null);
  return origin === undefined ? undefined : utf16(origin);
}

/** Whether a file comes before all others because it lies in the script's own folder. */
function standsFirst(origin: string): boolean {
  const sys = findStr(thread.interpreter.modules, 'sys');
  const path = sys === undefined ? undefined : findAttr(sys, 'path');
  if (path === undefined || length(path) === 0) return false;
  const first = strValue(getItem(path, smallInt(0)));
  if (first === undefined) return false;
  const file = origin.replace(/\/__init__\.py$/, '');
  return file.slice(0, Math.max(0, file.lastIndexOf('/'))) === utf16(first);
}

function isStandard(module: string): boolean {
  const sys = findStr(thread.interpreter.modules, 'sys');
  const names = sys === undefined ? undefined : findAttr(sys, 'stdlib_module_names');
  return names !== undefined && contains(names, str(module));
}
