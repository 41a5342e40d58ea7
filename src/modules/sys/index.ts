import { typeOf } from '../../objects/builtin-types.ts';
import { PyBaseException } from '../../objects/exception.ts';
import { notImplementedErrorType, systemExitType } from '../../objects/exception-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import { float } from '../../objects/float.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyList } from '../../objects/list.ts';
import { attributeKey, type Value } from '../../objects/object.ts';
import { PyFrozenSet } from '../../objects/set.ts';
import { isStr, str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { callMethod, callSpecial } from '../../runtime/call.ts';
import {
  defineModule,
  fn,
  instantiate,
  newModule,
  variadicFn,
} from '../../runtime/declare-module.ts';
import { dictOf, setStr, findStr } from '../../runtime/dict.ts';
import { newException, runtimeError, typeError, valueError } from '../../runtime/errors.ts';
import { callerFrame, callerGlobals } from '../../runtime/frames.ts';
import { addEntry } from '../../runtime/hashing.ts';
import { StateKey, thread, type Interpreter } from '../../runtime/state.ts';
import { unraisableKey } from '../../runtime/unraisable.ts';
import { repr } from '../../runtime/text.ts';
import { printException } from '../../runtime/traceback.ts';
import { namespaceObject } from '../../types/simple-namespace.ts';
import { standardStream } from '../_io/standard-streams.ts';
import { host } from '../host-access.ts';
import { docs } from './docs.gen.ts';
import { settingsKey, type Settings } from './settings.ts';
import { stdlibModuleNames } from './stdlib-names.gen.ts';
import { reportUnraisable, writeUnraisable } from './unraisable.ts';
import * as structures from './structures.ts';
import { builtinNamesKey } from './builtin-names.ts';
import { asyncGeneratorHooks } from '../../runtime/async-hooks.ts';

/** What `sys` keeps for the interpreter. */
interface SysState {
  recursionLimit: number;
  switchInterval: number;
  maxStrDigits: number;
  trace: Value;
  profile: Value;
  auditHooks: Value[];
}
export const sysState = new StateKey<SysState>(() => ({
  recursionLimit: 1000,
  switchInterval: 0.005,
  maxStrDigits: 4300,
  trace: null,
  profile: null,
  auditHooks: [],
}));
const state = (): SysState => thread.interpreter.state(sysState);

const VERSION = '3.14.10';

function displayhook(value: Value): Value {
  if (value === null) return null;
  const { builtins, sys } = thread.interpreter;
  setStr(builtins.dict, '_', null);
  const stdout = findStr(sys.dict, 'stdout');
  if (stdout === undefined || stdout === null) throw runtimeError('lost sys.stdout');
  callMethod(stdout, 'write', repr(value));
  callMethod(stdout, 'write', '\n');
  setStr(builtins.dict, '_', value);
  return null;
}

function excInfo(): Value {
  const { handled } = thread;
  return handled === null
    ? tuple([null, null, null])
    : tuple([handled.type, handled, handled.traceback]);
}

function getsizeof(args: readonly Value[]): Value {
  const [obj, otherwise] = args;
  if (obj === undefined) throw typeError("getsizeof() missing required argument 'object' (pos 1)");
  const size = callSpecial(obj, '__sizeof__');
  if (size !== undefined) return size;
  if (otherwise !== undefined) return otherwise;
  throw typeError(`Type ${typeOf(obj).name} doesn't define __sizeof__`);
}

const noTracing = (name: string) => (f: Value) => {
  if (f !== null) throw newException(notImplementedErrorType, `sys.${name} is not supported`);
  return null;
};

const functions = {
  displayhook: fn('(object, /)', docs.displayhook, displayhook),
  __displayhook__: fn('(object, /)', docs.__displayhook__, displayhook),
  excepthook: fn('(exctype, value, traceback, /)', docs.excepthook, (_type, value) => {
    if (value instanceof PyBaseException) printException(value);
    return null;
  }),
  unraisablehook: fn('(unraisable, /)', docs.unraisablehook, writeUnraisable),
  exception: fn('()', docs.exception, () => thread.handled),
  exc_info: fn('()', docs.exc_info, excInfo),
  exit: fn('(status=None, /)', docs.exit, status => {
    if (status === null) throw newException(systemExitType);
    throw newException(systemExitType, status);
  }),
  getrecursionlimit: fn('()', docs.getrecursionlimit, () => smallInt(state().recursionLimit)),
  setrecursionlimit: fn('(limit: cint, /)', docs.setrecursionlimit, limit => {
    if (limit < 1) throw valueError('recursion limit must be greater or equal than 1');
    state().recursionLimit = limit;
    return null;
  }),
  getswitchinterval: fn('()', docs.getswitchinterval, () => float(state().switchInterval)),
  setswitchinterval: fn('(interval: float, /)', docs.setswitchinterval, interval => {
    if (interval <= 0) throw valueError('switch interval must be strictly positive');
    state().switchInterval = interval;
    return null;
  }),
  get_int_max_str_digits: fn('()', docs.get_int_max_str_digits, () =>
    smallInt(state().maxStrDigits),
  ),
  set_int_max_str_digits: fn('(maxdigits: cint)', docs.set_int_max_str_digits, maxdigits => {
    if (maxdigits !== 0 && maxdigits < 640)
      throw valueError('maxdigits must be 0 or larger than 640');
    state().maxStrDigits = maxdigits;
    return null;
  }),
  getdefaultencoding: fn('()', docs.getdefaultencoding, () => 'utf-8'),
  getfilesystemencoding: fn('()', docs.getfilesystemencoding, () => 'utf-8'),
  getfilesystemencodeerrors: fn('()', docs.getfilesystemencodeerrors, () => 'surrogateescape'),
  getrefcount: fn('(object, /)', docs.getrefcount, () => smallInt(2)),
  getsizeof: variadicFn(docs.getsizeof, getsizeof),
  gettrace: fn('()', docs.gettrace, () => state().trace),
  settrace: fn('(function, /)', docs.settrace, noTracing('settrace')),
  getprofile: fn('()', docs.getprofile, () => state().profile),
  setprofile: fn('(function, /)', docs.setprofile, noTracing('setprofile')),
  intern: fn('(string, /)', docs.intern, string => {
    if (!isStr(string)) throw typeError(`can't intern ${typeOf(string).name}`);
    return string;
  }),
  is_finalizing: fn('()', docs.is_finalizing, () => false),
  _is_gil_enabled: fn('()', docs._is_gil_enabled, () => true),
  _clear_type_cache: fn('()', docs._clear_type_cache, () => null),
  _clear_type_descriptors: fn('(type, /)', docs._clear_type_descriptors, () => null),
  _clear_internal_caches: fn('()', docs._clear_internal_caches, () => null),
  _is_interned: fn('(string, /)', docs._is_interned, () => true),
  _getframe: fn('(depth: cint = 0, /)', docs._getframe, depth => {
    const frame = callerFrame(Math.max(depth, 0));
    if (frame === null) throw valueError('call stack is not deep enough');
    return frame;
  }),
  _getframemodulename: fn('(depth: cint = 0)', docs._getframemodulename, depth => {
    const globals = callerGlobals(Math.max(depth, 0));
    return globals?.[attributeKey('__name__')] ?? null;
  }),
  _get_cpu_count_config: fn('()', docs._get_cpu_count_config, () => smallInt(-1)),
  addaudithook: fn('(hook)', docs.addaudithook, hook => {
    state().auditHooks.push(hook);
    return null;
  }),
  audit: fn('(event: str, /, *args)', docs.audit, () => null),
  set_asyncgen_hooks: variadicFn(docs.set_asyncgen_hooks, (args, names) => {
    const hooks = thread.interpreter.state(asyncGeneratorHooks);
    const given = args.length - (names?.length ?? 0);
    const at = (index: number, name: string): Value | undefined =>
      index < given
        ? args[index]
        : names?.includes(name)
          ? args[given + names.indexOf(name)]
          : undefined;
    const first = at(0, 'firstiter');
    const last = at(1, 'finalizer');
    if (first !== undefined) hooks.firstiter = first;
    if (last !== undefined) hooks.finalizer = last;
    return null;
  }),
  get_asyncgen_hooks: fn('()', docs.get_asyncgen_hooks, () => {
    const hooks = thread.interpreter.state(asyncGeneratorHooks);
    return structures.asyncGenHooks.make([hooks.firstiter, hooks.finalizer]);
  }),
  get_coroutine_origin_tracking_depth: fn('()', docs.get_coroutine_origin_tracking_depth, () =>
    smallInt(0),
  ),
  set_coroutine_origin_tracking_depth: fn(
    '(depth: cint)',
    docs.set_coroutine_origin_tracking_depth,
    depth => {
      if (depth < 0) throw valueError('depth must be >= 0');
      return null;
    },
  ),
  getunicodeinternedsize: fn('(*, _only_immortal: bool = False)', docs.getunicodeinternedsize, () =>
    smallInt(0),
  ),
  getallocatedblocks: fn('()', docs.getallocatedblocks, () => smallInt(0)),
  breakpointhook: fn('(*args, **kws)', docs.breakpointhook, () => {
    throw runtimeError('sys.breakpointhook needs the pdb module, which is not supported');
  }),
};

/** `sys._jit`: CPython's compiler, which is not here. CPython: Python/sysmodule.c, _jit_methods */
const jitModule = defineModule('_jit', {
  doc: null,
  functions: {
    is_available: fn(
      '()',
      'Return True if the current Python executable supports JIT compilation, and False otherwise.',
      () => false,
    ),
    is_enabled: fn(
      '()',
      'Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.',
      () => false,
    ),
    is_active: fn(
      '()',
      'Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.',
      () => false,
    ),
  },
});

function init(interpreter: Interpreter, add: (name: string, value: Value) => void): void {
  const settings: Settings = interpreter.state(settingsKey);
  const { environment } = host();
  interpreter.provide(unraisableKey, reportUnraisable);
  add('modules', interpreter.modules);
  add('path', new PyList(settings.path.map(str)));
  add('argv', new PyList(settings.argv.map(str)));
  add('orig_argv', new PyList(settings.origArgv.map(str)));
  add('executable', str(settings.executable));
  add('_base_executable', str(settings.executable));
  for (const name of ['prefix', 'exec_prefix', 'base_prefix', 'base_exec_prefix'])
    add(name, str(settings.prefix));
  add('_stdlib_dir', settings.stdlib === null ? null : str(settings.stdlib));
  add('platform', str(environment.platform));
  add('builtin_module_names', tuple(interpreter.state(builtinNamesKey).toSorted()));
  add('stdlib_module_names', callSpecialSet(stdlibModuleNames));
  add('flags', structures.makeFlags(settings.flags));
  add(
    '_xoptions',
    dictOf(settings.xoptions.map(([k, v]) => [k, v === null ? true : str(v)] as const)),
  );
  add('warnoptions', new PyList(settings.warnOptions.map(str)));
  add('dont_write_bytecode', settings.flags.dont_write_bytecode === 1);
  add('meta_path', new PyList([]));
  add('path_hooks', new PyList([]));
  add('path_importer_cache', new PyDict());
  add('pycache_prefix', null);
  const jit = newModule(null);
  add('_jit', instantiate(jitModule, interpreter, jit));
  add(
    'implementation',
    namespaceObject({
      name: 'taipan',
      cache_tag: 'taipan-314',
      version: structures.versionInfo,
      hexversion: smallInt(51251952),
      supports_isolated_interpreters: false,
    }),
  );
  state().maxStrDigits = settings.flags.int_max_str_digits ?? 4300;
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = standardStream(name);
    add(name, stream);
    add(`__${name}__`, stream);
  }
}
const callSpecialSet = (names: readonly string[]): Value => {
  const set = new PyFrozenSet();
  for (const name of names) addEntry(set.table, name, null);
  return set;
};

/** CPython: Python/sysmodule.c */
export default defineModule('sys', {
  doc: docs[''],
  functions,
  aliases: {
    __excepthook__: 'excepthook',
    __unraisablehook__: 'unraisablehook',
    __breakpointhook__: 'breakpointhook',
  },
  constants: {
    api_version: smallInt(1013),
    byteorder: 'little',
    copyright: 'Copyright (c) 2026 the authors of Taipan.',
    float_info: structures.floatInfo,
    float_repr_style: 'short',
    hash_info: structures.hashInfo,
    hexversion: smallInt(51251952),
    int_info: structures.intInfo,
    maxsize: int(9223372036854775807n),
    maxunicode: smallInt(0x10ffff),
    platlibdir: 'lib',
    abiflags: '',
    _framework: '',
    _git: tuple(['taipan', '', '']),
    thread_info: structures.threadInfo,
    version: `${VERSION} (taipan)`,
    version_info: structures.versionInfo,
  },
  init,
});
