import { str, utf16, type PyStr } from '../../objects/str.ts';
import { lookupErrorType } from '../../objects/exception-types.ts';
import type { PyBuiltin } from '../../objects/function.ts';
import type { Value } from '../../objects/object.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { call, isCallable } from '../../runtime/call.ts';
import { lookupError, newException, typeError, valueError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { findStr } from '../../runtime/dict.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { builtinHandlers } from './handlers.ts';

/** The codecs and error handlers that are registered. CPython: Python/codecs.c */
interface Registry {
  searchFunctions: Value[];
  readonly codecs: Map<string, PyTuple>;
  readonly handlers: Map<string, Value>;
  readonly builtin: ReadonlyMap<string, PyBuiltin>;
}

const registryKey = new StateKey<Registry>(() => {
  const builtin = builtinHandlers();
  return { searchFunctions: [], codecs: new Map(), handlers: new Map(builtin), builtin };
});
const registry = (): Registry => thread.interpreter.state(registryKey);

/** Lower case; whatever is not a letter, a digit or a dot becomes one underscore. */
export function normalizeEncoding(name: string): string {
  let normal = '';
  let gap = false;
  for (const character of name) {
    if (/[A-Za-z0-9.]/.test(character)) {
      if (gap && normal !== '') normal += '_';
      normal += character.toLowerCase();
      gap = false;
    } else gap = true;
  }
  return normal;
}

/** The codec of an encoding: what a search function gave. LookupError where none knows it. */
export function lookupCodec(name: PyStr): PyTuple {
  const { codecs } = registry();
  const key = normalizeEncoding(utf16(name));
  const known = codecs.get(key);
  if (known !== undefined) return known;
  loadEncodings();
  const { searchFunctions } = registry();
  for (let i = 0; i < searchFunctions.length; i++) {
    const found = call(searchFunctions[i]!, str(key));
    if (found === null) continue;
    if (!(found instanceof PyTuple) || found.items.length !== 4)
      throw typeError('codec search functions must return 4-tuples');
    codecs.set(key, found);
    return found;
  }
  throw lookupError(`unknown encoding: ${utf16(name)}`);
}

/** The search function of the standard library is registered by its import. */
function loadEncodings(): void {
  if (findStr(thread.interpreter.modules, 'encodings') === undefined) importModule('encodings');
}

export function registerSearch(f: Value): void {
  if (!isCallable(f)) throw typeError('argument must be callable');
  registry().searchFunctions.push(f);
}
export function unregisterSearch(f: Value): void {
  const state = registry();
  const at = state.searchFunctions.indexOf(f);
  if (at < 0) return;
  state.searchFunctions = state.searchFunctions.toSpliced(at, 1);
  state.codecs.clear();
}

export function registerHandler(name: PyStr, handler: Value): void {
  if (!isCallable(handler)) throw typeError('handler must be callable');
  registry().handlers.set(utf16(name), handler);
}
/** Whether there was such a handler. */
export function unregisterHandler(name: PyStr): boolean {
  const { builtin, handlers } = registry();
  const key = utf16(name);
  if (builtin.has(key)) throw valueError(`cannot un-register built-in error handler '${key}'`);
  return handlers.delete(key);
}
export function lookupHandler(name: PyStr): Value {
  const handler = registry().handlers.get(utf16(name));
  if (handler === undefined)
    throw newException(lookupErrorType, str(`unknown error handler name '${utf16(name)}'`));
  return handler;
}
/** The registered handler where it is not the builtin one of that name. */
export function customHandler(name: string): Value | undefined {
  const { handlers, builtin } = registry();
  const handler = handlers.get(name);
  return handler !== undefined && handler === builtin.get(name) ? undefined : handler;
}
