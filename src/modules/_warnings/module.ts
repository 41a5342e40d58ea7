import { typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyBaseException } from '../../objects/exception.ts';
import { userWarningType, warningType } from '../../objects/exception-types.ts';
import type { PyFrame } from '../../objects/frame.ts';
import { int, smallInt, type PyInt } from '../../objects/int.ts';
import { attributeKey, type Value } from '../../objects/object.ts';
import { isStr, str, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { call, callMethod, isCallable } from '../../runtime/call.ts';
import { asIndex, asInt, strValue } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { findStr, getItem } from '../../runtime/dict.ts';
import { runtimeError, typeError } from '../../runtime/errors.ts';
import { callerFrame } from '../../runtime/frames.ts';
import { isInstance, isSubclass } from '../../runtime/instance.ts';
import { thread } from '../../runtime/state.ts';
import { strText, toStr } from '../../runtime/text.ts';
import { docs } from './docs.gen.ts';
import {
  acquireLock,
  actionFor,
  alreadyWarned,
  filtersMutated,
  recordWarning,
  releaseLock,
  warningsAttribute,
  warningsKey,
} from './filters.ts';

/** Warnings. CPython: Python/_warnings.c */

interface Warning {
  readonly category: Value;
  readonly message: Value;
  readonly filename: PyStr;
  readonly lineno: PyInt;
  readonly module: Value;
  readonly registry: PyDict | null;
  readonly sourceLine: Value;
  readonly source: Value;
}

/** The module that a file's name stands for. */
function moduleOf(filename: PyStr): PyStr {
  const text = utf16(filename);
  if (text === '') return '<unknown>';
  return text.endsWith('.py') ? str(text.slice(0, -3)) : filename;
}

function warnExplicit(warning: Warning): void {
  const { filename, registry, lineno } = warning;
  const module = warning.module === null ? moduleOf(filename) : warning.module;
  const isWarning = isInstance(warning.message, warningType);
  const text = isWarning ? toStr(warning.message) : warning.message;
  const category = isWarning ? typeOf(warning.message) : warning.category;
  const message = isWarning ? warning.message : call(category, text);
  const key = tuple([text, category, lineno]);
  if (registry !== null && alreadyWarned(registry, key, false)) return;
  const decision = actionFor(category, text, asIndex(lineno), module);
  if (decision.action === 'error') {
    if (message instanceof PyBaseException) throw message;
    throw typeError('exceptions must derive from BaseException');
  }
  if (decision.action === 'ignore') return;
  if (recordWarning(decision, registry, key)) return;
  show({ ...warning, category }, text, message);
}

/** Shows by `warnings._showwarnmsg`, or plainly where `warnings` is not imported. */
function show(warning: Warning, text: Value, message: Value): void {
  const { category, filename, lineno, source } = warning;
  const showMessage = warningsAttribute('_showwarnmsg', source !== null);
  if (showMessage === undefined) {
    showPlainly(warning, text);
    return;
  }
  if (!isCallable(showMessage))
    throw typeError('warnings._showwarnmsg() must be set to a callable');
  const messageClass = warningsAttribute('WarningMessage');
  if (messageClass === undefined) throw runtimeError('unable to get warnings.WarningMessage');
  call(showMessage, call(messageClass, message, category, filename, lineno, null, null, source));
}

function showPlainly({ category, filename, lineno, sourceLine }: Warning, text: Value): void {
  const stderr = findStr(thread.interpreter.sys.dict, 'stderr');
  if (stderr === undefined || stderr === null) return;
  const write = (out: string) => callMethod(stderr, 'write', str(out));
  const name = strText(getAttr(category, '__name__'));
  write(`${utf16(filename)}:${String(lineno)}: ${name}: ${strText(text)}\n`);
  if (sourceLine !== null) write(`  ${strText(sourceLine).trimStart()}\n`);
}

/** The class of a warning: that of the message where it is one. */
function categoryOf(message: Value, given: Value): Value {
  if (isInstance(message, warningType)) return typeOf(message);
  const category = given === null ? userWarningType : given;
  if (!(category instanceof PyType) || !isSubclass(category, warningType))
    throw typeError(`category must be a Warning subclass, not '${typeOf(category).name}'`);
  return category;
}

const isInternal = (frame: PyFrame): boolean =>
  frame.code.filename.includes('importlib') && frame.code.filename.includes('_bootstrap');

function nextExternal(frame: PyFrame, skipped: readonly string[]): PyFrame | null {
  let next = frame.back;
  while (
    next !== null &&
    (isInternal(next) || skipped.some(prefix => next!.code.filename.startsWith(prefix)))
  )
    next = next.back;
  return next;
}

/** The frame that the warning is about. */
function frameAt(stackLevel: number, skipped: readonly string[]): PyFrame | null {
  let frame = callerFrame();
  if (frame === null) return null;
  const everyFrame = stackLevel <= 0 || isInternal(frame);
  for (let level = stackLevel - 1; level > 0 && frame !== null; level--)
    frame = everyFrame ? frame.back : nextExternal(frame, skipped);
  return frame;
}

function warn(
  message: Value,
  category: Value,
  stackLevel: number,
  source: Value,
  skipped: readonly string[],
): void {
  const frame = frameAt(skipped.length > 0 ? Math.max(2, stackLevel) : stackLevel, skipped);
  const globals = frame?.globals ?? thread.interpreter.sys.namespace;
  const registryKey = attributeKey('__warningregistry__');
  const known = Object.hasOwn(globals, registryKey) ? globals[registryKey] : undefined;
  const registry = known ?? (globals[registryKey] = new PyDict());
  const name = globals[attributeKey('__name__')];
  warnExplicit({
    category,
    message,
    filename: frame === null ? '<sys>' : str(frame.code.filename),
    lineno: smallInt(frame === null ? 0 : frame.code.position(frame.place).line),
    module: name !== undefined && (name === null || isStr(name)) ? name : '<string>',
    registry: registryOf(registry),
    sourceLine: null,
    source,
  });
}

function registryOf(registry: Value): PyDict | null {
  if (registry === null || registry instanceof PyDict) return registry;
  throw typeError(`'registry' must be a dict or None, not '${typeOf(registry).name}'`);
}

function skippedPrefixes(prefixes: Value): string[] {
  if (!(prefixes instanceof PyTuple))
    throw typeError(
      `warn() argument 'skip_file_prefixes' must be tuple, not ${prefixes === null ? 'None' : typeOf(prefixes).name}`,
    );
  return prefixes.items.map(prefix => {
    const text = strValue(prefix);
    if (text === undefined)
      throw typeError(`Found non-str '${typeOf(prefix).name}' in skip_file_prefixes.`);
    return utf16(text);
  });
}

/** The line of source that the module's loader gives. */
function sourceLineOf(moduleGlobals: Value, lineno: PyInt): Value {
  if (moduleGlobals === null) return null;
  if (!(moduleGlobals instanceof PyDict))
    throw typeError(`module_globals must be a dict, not '${typeOf(moduleGlobals).name}'`);
  const spec = findStr(moduleGlobals, '__spec__');
  const loader =
    (spec === undefined || spec === null ? undefined : findAttr(spec, 'loader')) ??
    findStr(moduleGlobals, '__loader__');
  const name = getItem(moduleGlobals, '__name__');
  if (loader === undefined || loader === null || name === undefined) return null;
  const getSource = findAttr(loader, 'get_source');
  if (getSource === undefined) return null;
  const source = call(getSource, name);
  if (source === null) return null;
  const lines = callMethod(source, 'splitlines');
  return callMethod(lines, '__getitem__', int(asIndex(lineno) - 1));
}

export const warningsModule = defineModule('_warnings', {
  doc: docs[''],
  functions: {
    _acquire_lock: fn('()', null, () => {
      acquireLock();
      return null;
    }),
    _release_lock: fn('()', null, () => {
      releaseLock();
      return null;
    }),
    _filters_mutated_lock_held: fn('()', null, () => {
      filtersMutated();
      return null;
    }),
    warn: fn(
      '(message, category=None, stacklevel: index = 1, source=None, *, skip_file_prefixes=())',
      docs.warn,
      (message, category, stackLevel, source, prefixes) => {
        const skipped = skippedPrefixes(prefixes);
        warn(message, categoryOf(message, category), stackLevel, source, skipped);
        return null;
      },
    ),
    warn_explicit: fn(
      '(message, category, filename: str, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)',
      docs.warn_explicit,
      (message, category, filename, lineno, module, registry, moduleGlobals, source) => {
        const line = asInt(lineno);
        warnExplicit({
          category,
          message,
          filename,
          lineno: line,
          module: module ?? null,
          registry: registryOf(registry),
          sourceLine: sourceLineOf(moduleGlobals, line),
          source,
        });
        return null;
      },
    ),
  },
  init(interpreter, add) {
    const state = interpreter.state(warningsKey);
    add('filters', state.filters);
    add('_onceregistry', state.onceRegistry);
    add('_defaultaction', 'default');
    add('_warnings_context', state.context);
  },
});
