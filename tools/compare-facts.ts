import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  PyBuiltin,
  PyClassMethodDescriptor,
  type PyDescriptor,
  PyGetSet,
  PyMember,
  PyMethodDescriptor,
  PySlotWrapper,
  PyStaticMethod,
} from '../src/objects/function.ts';
import { PyObject, type Value } from '../src/objects/object.ts';
import { isStr, utf16 } from '../src/objects/str.ts';
import { PyType, TYPE_BASE } from '../src/objects/type.ts';
import type { BuiltinModule, FunctionSpec } from '../src/runtime/declare-module.ts';
import { dictEntries, findStr } from '../src/runtime/dict.ts';

/** Compares the builtin types and modules with facts/, which is recorded from CPython. */

/** A fact about a member of a type or a name of a module. */
export interface Fact {
  readonly kind: string;
  readonly signature?: string | null;
  readonly doc?: string;
  readonly type?: string;
  readonly value?: unknown;
}
export interface TypeFacts {
  readonly name: string;
  readonly module: string | null;
  readonly bases: readonly string[];
  readonly flags: readonly string[];
  readonly signature: string | null;
  readonly doc: string | null;
  readonly dict: boolean;
  readonly weakrefs: boolean;
  readonly members: Readonly<Record<string, Fact>>;
}
export interface ModuleFacts {
  readonly name: string;
  readonly doc: string | null;
  readonly names: Readonly<Record<string, Fact>>;
}

export interface Comparison {
  /** Names that CPython has and Taipan lacks. */
  readonly missing: string[];
  /** What differs, and names that CPython lacks. */
  readonly different: string[];
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const slotFacts = read<{ slots: Record<string, Fact> }>('facts/slots.json').slots;

export const typeFacts = (name: string): TypeFacts | undefined => {
  const path = `facts/types/${name}.json`;
  return existsSync(path) ? read<TypeFacts>(path) : undefined;
};
export const moduleFacts = (name: string): ModuleFacts | undefined => {
  const path = `facts/modules/${name}.json`;
  return existsSync(path) ? read<ModuleFacts>(path) : undefined;
};

/** Every type and module that src/ declares, by the name of its facts. */
export async function declared(): Promise<{
  types: Map<string, PyType>;
  modules: Map<string, BuiltinModule>;
}> {
  const types = new Map<string, PyType>();
  const modules = new Map<string, BuiltinModule>();
  const loaded: Record<string, unknown>[] = [];
  for (const folder of ['src/types', 'src/modules', 'src/objects']) {
    if (!existsSync(folder)) continue;
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      loaded.push((await import(resolve(join(folder, path)))) as Record<string, unknown>);
    }
  }
  // What has no `__doc__` yet is only a name that the protocols know.
  const add = (type: PyType): void => {
    if (findStr(type.dict, '__doc__') !== undefined) types.set(factName(type), type);
  };
  for (const exported of loaded.flatMap(module => Object.values(module))) {
    if (exported instanceof PyType) add(exported);
    else if (isModule(exported)) {
      modules.set(exported.name, exported);
      for (const type of Object.values(exported.spec.types ?? {})) add(type);
    } else if (typeof exported === 'function' && exported.prototype instanceof PyObject) {
      const { prototype } = exported as { prototype: { type?: PyType } };
      // A class that Python does not see shares its base's type object.
      if (Object.hasOwn(prototype, 'type')) add(prototype.type!);
    }
  }
  return { types, modules };
}

const isModule = (v: unknown): v is BuiltinModule =>
  typeof v === 'object' && v !== null && 'spec' in v && 'name' in v;

/** `range`, `collections.deque`: the module in front unless it is builtins. */
export function factName(type: PyType): string {
  const module = findStr(type.dict, '__module__');
  const qualname = utf16(type.qualname);
  return module === undefined || !isStr(module) || utf16(module) === 'builtins'
    ? qualname
    : `${utf16(module)}.${qualname}`;
}

/** The attributes that `defineType` adds and the facts leave out. */
const unlisted: ReadonlySet<string> = new Set(['__doc__', '__module__']);

function describe(name: string, value: Value): Fact {
  const documented = (kind: string, d: PyDescriptor): Fact => ({
    kind,
    ...(d instanceof PyMethodDescriptor ? { signature: d.callable.textSignature } : {}),
    ...(d.doc === null ? {} : { doc: d.doc }),
  });
  if (value instanceof PySlotWrapper) return documented('slot wrapper', value);
  if (value instanceof PyClassMethodDescriptor) return documented('classmethod', value);
  if (value instanceof PyMethodDescriptor) return documented('method', value);
  if (value instanceof PyMember) return documented('member', value);
  if (value instanceof PyGetSet) return documented('getset', value);
  if (value instanceof PyStaticMethod && value.callable instanceof PyBuiltin) {
    return builtin('staticmethod', value.callable);
  }
  if (value instanceof PyBuiltin) return builtin(name === '__new__' ? 'new' : 'builtin', value);
  if (value instanceof PyType) return { kind: 'type', type: factName(value) };
  return { kind: 'constant' };
}

const builtin = (kind: string, f: PyBuiltin): Fact => ({
  kind,
  signature: f.callable.textSignature,
  ...(f.doc === null ? {} : { doc: f.doc }),
});

function compareFact(
  name: string,
  expected: Fact,
  actual: Fact,
  report: (s: string) => void,
): void {
  if (expected.kind !== actual.kind) {
    report(`${name}: is a ${actual.kind}, in CPython a ${expected.kind}`);
    return;
  }
  const differs = (what: 'signature' | 'doc' | 'type'): void => {
    const here = actual[what] ?? null;
    // CPython breaks the lines of long signatures.
    const there = expected[what]?.replace(what === 'signature' ? /\n\s*/g : /$^/, ' ') ?? null;
    if (here === there) return;
    report(`${name}: ${what} ${JSON.stringify(here)}, in CPython ${JSON.stringify(there)}`);
  };
  if ('signature' in expected || 'signature' in actual) differs('signature');
  if (expected.kind !== 'constant') differs('doc');
  if (expected.kind === 'type') differs('type');
}

export function compareType(type: PyType, facts: TypeFacts): Comparison {
  const missing: string[] = [];
  const different: string[] = [];
  const name = factName(type);
  const report = (text: string): void => void different.push(text);
  const bases = type.bases.map(factName).join(', ');
  if (bases !== facts.bases.join(', ')) {
    report(`${name}: bases ${bases}, in CPython ${facts.bases.join(', ')}`);
  }
  const canBeBase = (type.flags & TYPE_BASE) !== 0;
  if (canBeBase !== facts.flags.includes('base')) {
    report(`${name}: ${canBeBase ? 'can' : 'cannot'} be a base, unlike in CPython`);
  }
  const doc = type.ownDoc ?? findStr(type.dict, '__doc__');
  const docText = doc !== undefined && isStr(doc) ? utf16(doc) : null;
  if (docText !== facts.doc) {
    report(`${name}: doc ${JSON.stringify(docText)}, in CPython ${JSON.stringify(facts.doc)}`);
  }
  const own = new Map<string, Value>();
  for (const [key, value] of dictEntries(type.dict)) if (isStr(key)) own.set(utf16(key), value);
  for (const [key, fact] of Object.entries(facts.members)) {
    const value = own.get(key);
    if (value === undefined) missing.push(`${name}.${key}`);
    else {
      const expected = fact.kind === 'slot wrapper' ? { ...slotFacts[key], ...fact } : fact;
      compareFact(`${name}.${key}`, expected, describe(key, value), report);
    }
  }
  for (const key of own.keys()) {
    if (!(key in facts.members) && !unlisted.has(key)) report(`${name}.${key}: not in CPython`);
  }
  return { missing, different };
}

function describeFunction(name: string, spec: FunctionSpec): Fact {
  return {
    kind: 'function',
    signature: spec.callable(name).textSignature,
    ...(spec.doc === null ? {} : { doc: spec.doc }),
  };
}

/** Compares what the module's table says; names that only an interpreter adds are in `dynamic`. */
export function compareModule(
  { name, spec }: BuiltinModule,
  facts: ModuleFacts,
  dynamic: ReadonlySet<string> = new Set(),
): Comparison {
  const missing: string[] = [];
  const different: string[] = [];
  const report = (text: string): void => void different.push(text);
  if ((spec.doc ?? null) !== facts.doc) {
    report(`${name}: doc ${JSON.stringify(spec.doc)}, in CPython ${JSON.stringify(facts.doc)}`);
  }
  const own = new Map<string, Fact>();
  for (const [key, f] of Object.entries(spec.functions ?? {}))
    own.set(key, describeFunction(key, f));
  for (const [alias, key] of Object.entries(spec.aliases ?? {})) own.set(alias, own.get(key)!);
  for (const [key, type] of Object.entries(spec.types ?? {})) {
    own.set(key, { kind: 'type', type: factName(type) });
  }
  for (const key of Object.keys(spec.constants ?? {})) own.set(key, { kind: 'constant' });
  for (const [key, fact] of Object.entries(facts.names)) {
    const actual = own.get(key);
    if (actual !== undefined) compareFact(`${name}.${key}`, fact, actual, report);
    else if (!dynamic.has(key)) missing.push(`${name}.${key}`);
  }
  for (const key of own.keys()) {
    if (!(key in facts.names)) report(`${name}.${key}: not in CPython`);
  }
  return { missing, different };
}
