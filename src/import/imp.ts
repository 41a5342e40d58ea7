import { importErrorType } from '../objects/exception-types.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyCode } from '../objects/code.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { SipHasher } from '../algorithms/siphash.ts';
import { getAttr } from '../runtime/attributes.ts';
import { defineModule, fn, instantiate, newModule } from '../runtime/declare-module.ts';
import { newException, typeError } from '../runtime/errors.ts';
import { thread } from '../runtime/state.ts';
import { builtinModulesKey } from './import.ts';
import { docs } from './imp-docs.gen.ts';

/** `_imp`: what importlib needs of the interpreter. CPython: Python/import.c */

const nameText = (name: PyStr): string => utf16(name);
const notFrozen = (name: PyStr) =>
  newException(importErrorType, str(`No such frozen object named ${nameText(name)}`));

/** The number at the start of a cache file: another one makes the file stale. */
export const MAGIC_NUMBER = 3700;

function sourceHash(key: Value, source: Uint8Array): Value {
  const n = BigInt(key as number | bigint);
  const words = [0, 32, 64, 96].map(shift => Number(BigInt.asIntN(32, n >> BigInt(shift))));
  const hasher = new SipHasher(words as unknown as readonly [number, number, number, number]);
  hasher.hashBytes(source);
  const out = new Uint8Array(8);
  const view = new DataView(out.buffer);
  view.setInt32(0, hasher.low, true);
  view.setInt32(4, hasher.high, true);
  return new PyBytes(out);
}

export const impModule = defineModule('_imp', {
  doc: docs[''],
  functions: {
    acquire_lock: fn('()', docs.acquire_lock, () => null),
    release_lock: fn('()', docs.release_lock, () => null),
    lock_held: fn('()', docs.lock_held, () => false),
    extension_suffixes: fn('()', docs.extension_suffixes, () => new PyList([])),
    is_builtin: fn('(name: str, /)', docs.is_builtin, name =>
      smallInt(Object.hasOwn(thread.interpreter.state(builtinModulesKey), nameText(name)) ? 1 : 0),
    ),
    create_builtin: fn('(spec, /)', docs.create_builtin, spec => {
      const name = nameText(getAttr(spec, 'name') as PyStr);
      const { interpreter } = thread;
      const declare = interpreter.state(builtinModulesKey)[name];
      if (declare === undefined) return null;
      const module = newModule(interpreter.builtinsNamespace);
      Object.defineProperty(module.namespace, 'dict', { value: module.dict, writable: true });
      return instantiate(declare(), interpreter, module);
    }),
    exec_builtin: fn('(mod, /)', docs.exec_builtin, () => smallInt(0)),
    is_frozen: fn('(name: str, /)', docs.is_frozen, () => false),
    find_frozen: fn('(name: str, /, *, withdata: bool = False)', docs.find_frozen, () => null),
    is_frozen_package: fn('(name: str, /)', docs.is_frozen_package, name => {
      throw notFrozen(name);
    }),
    get_frozen_object: fn('(name: str, data=None, /)', docs.get_frozen_object, name => {
      throw notFrozen(name);
    }),
    init_frozen: fn('(name: str, /)', docs.init_frozen, () => null),
    _fix_co_filename: fn('(code, path: str, /)', docs._fix_co_filename, (code, path) => {
      if (!(code instanceof PyCode)) throw typeError('_fix_co_filename() argument 1 must be code');
      fixFilename(code, nameText(path));
      return null;
    }),
    _frozen_module_names: fn('()', docs._frozen_module_names, () => new PyList([])),
    _override_frozen_modules_for_tests: fn(
      '(override: cint, /)',
      docs._override_frozen_modules_for_tests,
      () => null,
    ),
    _override_multi_interp_extensions_check: fn(
      '(override: cint, /)',
      docs._override_multi_interp_extensions_check,
      () => smallInt(0),
    ),
    create_dynamic: fn('(spec, file = <unrepresentable>, /)', docs.create_dynamic, spec => {
      throw newException(
        importErrorType,
        str(`extension modules cannot be loaded: ${nameText(getAttr(spec, 'name') as PyStr)}`),
      );
    }),
    exec_dynamic: fn('(mod, /)', docs.exec_dynamic, () => smallInt(0)),
    source_hash: fn('(key: int, source: bytes)', docs.source_hash, (key, source) =>
      sourceHash(key, source),
    ),
  },
  constants: {
    check_hash_based_pycs: 'default',
    pyc_magic_number_token: smallInt(MAGIC_NUMBER | (0x0d0a << 16)),
  },
});

function fixFilename(code: PyCode, path: string): void {
  (code as { filename: string }).filename = path;
  for (const each of code.constants) if (each instanceof PyCode) fixFilename(each, path);
}
