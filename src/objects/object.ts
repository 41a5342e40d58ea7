import type { Int, LargeInt } from './int.ts';
import type { RawFloat } from './float.ts';
import type { SpecialEntries } from './special-methods.ts';
import type { PyType } from './type.ts';

/**
 * The root of every Python object that is not a bare JavaScript primitive. CPython: Include/object.h
 *
 * A Python attribute `x` of an instance is the own JavaScript property `$x`, so the engine's inline caches do the look-up;
 * fields of the implementation never begin with `$`.
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export abstract class PyObject {
  /** The object's class. Stands on the prototype, as every instance of a class has the class's `proto`. */
  declare readonly type: PyType;
  /** What equal objects are: the same one; equal values of builtin types; or what `__eq__` and `__hash__` say. On the prototype. */
  declare readonly equality: 'identity' | 'builtin' | 'custom';
  /** Whether `o.$x = v` is all that setting an attribute means. On the prototype; absent where it is not. */
  declare readonly writable: true | undefined;
  /** Whether `+` and `*` are those of a sequence, which come after the other operand's. On the prototype. */
  declare readonly concatenates: boolean | undefined;
  /** Where the instance's attributes live when its `__dict__` was replaced by one that another object has. */
  declare hiddenDict: AttributeStore | undefined;
  /** Entries for calls with exactly 0 to 4 positional arguments; absent where a call needs binding first. */
  declare call0: Entry | undefined;
  declare call1: Entry | undefined;
  declare call2: Entry | undefined;
  declare call3: Entry | undefined;
  declare call4: Entry | undefined;
}

/** Special methods stand on the protos as `name$N` entries; a mapped type can be merged in no other way. */
export interface PyObject extends SpecialEntries {}

/** Any Python value. None is null, a bool is a boolean, a str without surrogate code units is a string. */
export type Value = PyObject | Int | LargeInt | RawFloat | string | boolean | null;

/** What a call of compiled code gives instead of a value when it has raised; the exception is in the thread state. */
export class Raised {
  declare private readonly brand: 'raised';
}
export const RAISED = new Raised();

/** A JavaScript function that takes bound Python arguments and reports an exception by returning RAISED or by throwing. */
export type Entry = (...args: Value[]) => Value | Raised;

/** A dict that stands in for the `$name` properties of an instance. */
export interface AttributeStore {
  find(name: string): Value | undefined;
  store(name: string, value: Value): void;
  remove(name: string): boolean;
}

/** A JavaScript object that holds attributes under their prefixed names: an instance, or the globals of a module. */
export type Attributes = Record<string, Value | undefined>;

/** How many arguments after self a direct method entry may take. */
export const MAX_DIRECT_ARGUMENTS = 4;

// A string made anew must be hashed and interned at each keyed access; the same string again need not.
const attributeKeys = new Map<string, string>();
/** The property that holds attribute `name`. */
export function attributeKey(name: string): string {
  let key = attributeKeys.get(name);
  if (key === undefined) {
    key = `$${name}`;
    attributeKeys.set(name, key);
  }
  return key;
}
/** The property of a class's proto that holds the entry for calling method `name` with `count` arguments after self. */
export const methodKey = (name: string, count: number): string => `${name}$${count}`;

/** A unique object known by its name only: NotImplemented and Ellipsis. */
export class PySingleton extends PyObject {
  declare readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}
export class PyNotImplemented extends PySingleton {}
export class PyEllipsis extends PySingleton {}
export const NotImplemented = new PyNotImplemented('NotImplemented');
export const Ellipsis = new PyEllipsis('Ellipsis');

/** A broken invariant of ours, never a Python error. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`taipan: broken invariant: ${why}`);
}
