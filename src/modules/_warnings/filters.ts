import { PyContextVar } from '../../objects/context.ts';
import { PyDict } from '../../objects/dict.ts';
import * as exceptions from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { isStr, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { callMethod } from '../../runtime/call.ts';
import { equals } from '../../runtime/compare.ts';
import { findVariable } from '../../runtime/context.ts';
import { asIndex } from '../../runtime/convert.ts';
import { findStr, getItem, setItem, setStr, clearDict } from '../../runtime/dict.ts';
import { runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { isSubclass } from '../../runtime/instance.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { reprText } from '../../runtime/text.ts';
import { isTrue } from '../../runtime/truth.ts';

/** Which warnings are shown: the filters and the registries of those that were. CPython: Python/_warnings.c */

interface WarningsState {
  readonly filters: PyList;
  readonly onceRegistry: PyDict;
  readonly context: PyContextVar;
  /** Changes whenever filters do: registries of another version are out of date. */
  version: number;
  lockDepth: number;
}
const filter = (action: string, category: PyType, module: Value = null): PyTuple =>
  tuple([action, null, category, module, smallInt(0)]);

export const warningsKey = new StateKey<WarningsState>(() => ({
  filters: new PyList([
    filter('default', exceptions.deprecationWarningType, '__main__'),
    filter('ignore', exceptions.deprecationWarningType),
    filter('ignore', exceptions.pendingDeprecationWarningType),
    filter('ignore', exceptions.importWarningType),
    filter('ignore', exceptions.resourceWarningType),
  ]),
  onceRegistry: new PyDict(),
  context: new PyContextVar('warnings_context', undefined),
  version: 0,
  lockDepth: 0,
}));
const state = (): WarningsState => thread.interpreter.state(warningsKey);

/** An attribute of the `warnings` module, where that is imported. */
export function warningsAttribute(name: string, tryImport = false): Value | undefined {
  const loaded = findStr(thread.interpreter.modules, 'warnings');
  const module = loaded === undefined && tryImport ? importModule('warnings') : loaded;
  return module === undefined || module === null ? undefined : findAttr(module, name);
}

/** The filters of the current context, which `catch_warnings` sets where it is asked to; else those of the module. */
function activeFilters(): { readonly name: string; readonly items: PyList } {
  const context = findVariable(state().context);
  if (context !== undefined && context !== null) {
    const filters = getAttr(context, '_filters');
    if (!(filters instanceof PyList))
      throw valueError('_filters of warnings._warnings_context must be a list');
    return { name: 'warnings_context', items: filters };
  }
  const filters = warningsAttribute('filters') ?? state().filters;
  if (!(filters instanceof PyList)) throw valueError('_warnings.filters must be a list');
  return { name: '_warnings', items: filters };
}

/** Whether a filter's pattern, None or a str or a regular expression, fits. */
function matches(pattern: Value, text: Value): boolean {
  if (pattern === null) return true;
  if (isStr(pattern)) return equals(pattern, text);
  return isTrue(callMethod(pattern, 'match', text));
}

/** What to do with a warning, and the filter that says so. */
export function actionFor(
  category: Value,
  text: Value,
  lineno: number,
  module: Value,
): { readonly action: string; readonly filter: Value } {
  const { name, items } = activeFilters();
  for (let i = 0; i < items.items.length; i++) {
    const item = items.items[i]!;
    if (!(item instanceof PyTuple) || item.items.length !== 5)
      throw valueError(`${name}.filters item ${i} isn't a 5-tuple`);
    const [action, message, filterCategory, filterModule, line] = item.items as [
      Value,
      Value,
      Value,
      Value,
      Value,
    ];
    if (!isStr(action)) throw typeError(`action must be a string, not '${typeOf(action).name}'`);
    if (!matches(message, text)) continue;
    if (!isSubclass(category, filterCategory)) continue;
    if (!matches(filterModule, module)) continue;
    const ln = asIndex(line);
    if (ln === 0 || ln === lineno) return { action: utf16(action), filter: item };
  }
  const fallback = warningsAttribute('defaultaction') ?? 'default';
  if (!isStr(fallback))
    throw typeError(`_warnings.defaultaction must be a string, not '${typeOf(fallback).name}'`);
  return { action: utf16(fallback), filter: null };
}

function currentRegistry(registry: PyDict): void {
  const { version } = state();
  const found = findStr(registry, 'version');
  if (typeof found === 'number' && (found as number) === version) return;
  clearDict(registry);
  setStr(registry, 'version', smallInt(version));
}

/** Whether a warning is in a registry of those shown; it is put there if `record`. */
export function alreadyWarned(registry: PyDict, key: PyTuple, record: boolean): boolean {
  currentRegistry(registry);
  const found = getItem(registry, key);
  if (found !== undefined && isTrue(found)) return true;
  if (record) setItem(registry, key, true);
  return false;
}

export function onceRegistry(): PyDict {
  const registry = warningsAttribute('onceregistry') ?? state().onceRegistry;
  if (registry instanceof PyDict) return registry;
  throw typeError(`_warnings.onceregistry must be a dict, not '${typeOf(registry).name}'`);
}

/** Records a warning as its action asks; whether it was recorded before. */
export function recordWarning(
  { action, filter: item }: { readonly action: string; readonly filter: Value },
  registry: PyDict | null,
  key: PyTuple,
): boolean {
  if (action === 'always' || action === 'all') return false;
  if (registry !== null) setItem(registry, key, true);
  const [text, category] = key.items as [PyStr, Value];
  switch (action) {
    case 'once':
      return alreadyWarned(registry ?? onceRegistry(), tuple([text, category]), true);
    case 'module':
      return (
        registry !== null && alreadyWarned(registry, tuple([text, category, smallInt(0)]), true)
      );
    case 'default':
      return false;
    default:
      throw runtimeError(
        `Unrecognized action (${reprText(action)}) in warnings.filters:\n ${reprText(item)}`,
      );
  }
}

export function acquireLock(): void {
  state().lockDepth++;
}
export function releaseLock(): void {
  if (state().lockDepth === 0) throw runtimeError('cannot release un-acquired lock');
  state().lockDepth--;
}
export function filtersMutated(): void {
  if (state().lockDepth === 0) throw runtimeError('warnings mutex is not held');
  state().version++;
}
