import { PyDict } from '../objects/dict.ts';
import { PyBuiltin, type Callable } from '../objects/function.ts';
import { PyModule } from '../objects/module.ts';
import type { Attributes, Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { setStr } from './dict.ts';
import { SignatureCallable, type ArgsOf } from './signature.ts';
import type { Interpreter } from './state.ts';
import { VariadicCallable } from './variadic.ts';

/** How a builtin module is declared. CPython: Objects/moduleobject.c */

/** An empty docstring is none. */
const docOf = (doc: string | null): string | null => (doc === '' ? null : doc);

export interface FunctionSpec {
  readonly doc: string | null;
  readonly callable: (name: string) => Callable;
}

/** A module-level function: Python signature, docstring, implementation. */
export const fn = <const S extends string>(
  signature: S,
  doc: string | null,
  impl: (...args: ArgsOf<S>) => Value,
): FunctionSpec => ({
  doc: docOf(doc),
  callable: name => new SignatureCallable(signature, impl as never, '$module', name),
});
/** A function that reads its own arguments: for the few whose signature a string cannot bind. */
export const variadicFn = (
  doc: string | null,
  impl: (args: readonly Value[], names: readonly string[] | null) => Value,
  textSignature: string | null = null,
): FunctionSpec => ({
  doc: docOf(doc),
  callable: name =>
    new VariadicCallable((_self, args, names) => impl(args, names), name, textSignature),
});

export interface ModuleSpec {
  readonly doc: string | null;
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  /** The types under their names. */
  readonly types?: Readonly<Record<string, PyType>>;
  readonly constants?: Readonly<Record<string, Value>>;
  /** Other names of functions. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Names of functions that the interpreter's host cannot honour: left out. */
  readonly without?: (interpreter: Interpreter) => readonly string[];
  /** Adds what depends on the interpreter; runs when the module is first imported there. */
  readonly init?: (interpreter: Interpreter, add: (name: string, value: Value) => void) => void;
}

/** A builtin module, made anew in each interpreter that imports it. */
export interface BuiltinModule {
  readonly name: string;
  readonly spec: ModuleSpec;
}
export const defineModule = (name: string, spec: ModuleSpec): BuiltinModule => ({ name, spec });

/** Makes an empty module whose globals stand before the builtins. */
export function newModule(behind: Attributes | null): PyModule {
  const namespace = Object.create(behind) as Attributes;
  const dict = new PyDict();
  dict.namespace = namespace;
  return new PyModule(namespace, dict);
}

/** Makes a builtin module in an interpreter. */
export function instantiate(
  { name, spec }: BuiltinModule,
  interpreter: Interpreter,
  module: PyModule,
): PyModule {
  const add = (key: string, value: Value) => setStr(module.dict, key, value);
  add('__name__', name);
  add('__doc__', spec.doc === null ? null : str(spec.doc));
  add('__package__', '');
  const functions = new Map<string, PyBuiltin>();
  const missing = new Set(spec.without?.(interpreter));
  for (const [key, { callable, doc }] of Object.entries(spec.functions ?? {})) {
    if (missing.has(key)) continue;
    const f = new PyBuiltin(
      key,
      key,
      callable(name === 'builtins' ? key : `${name}.${key}`),
      doc,
      false,
      module,
    );
    f.module = name;
    functions.set(key, f);
    add(key, f);
  }
  for (const [alias, key] of Object.entries(spec.aliases ?? {}))
    if (!missing.has(key)) add(alias, functions.get(key)!);
  for (const [key, type] of Object.entries(spec.types ?? {})) add(key, type);
  for (const [key, value] of Object.entries(spec.constants ?? {})) add(key, value);
  spec.init?.(interpreter, add);
  return module;
}
