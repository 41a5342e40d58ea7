import { typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyMethod } from '../../objects/function.ts';
import { PyObject, type Entry, type Raised, type Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { lookup } from '../../runtime/attributes.ts';
import { calleeEntry, invoke, isCallable, type Names } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { classMethod, constructor, defineType, method } from '../../runtime/declare.ts';
import { copyDict, dictItems, dictSize, setItem } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { instanceDict, replaceInstanceDict } from '../../runtime/instance-dict.ts';
import { unwrap } from '../../runtime/state.ts';
import { fullName, guardRepr, reprText, strText } from '../../runtime/text.ts';
import { genericAlias } from '../../runtime/union.ts';
import { docs } from './docs.gen.ts';
import { Placeholder } from './placeholder.ts';

/** A function with some of its arguments given. CPython: Modules/_functoolsmodule.c, partialobject */
export class PyPartial extends PyObject {
  declare func: Value;
  declare args: PyTuple;
  declare keywords: PyDict;
  /** How many of the arguments are placeholders. */
  declare holes: number;
  constructor(func: Value, args: PyTuple, keywords: PyDict) {
    super();
    this.func = func;
    this.args = args;
    this.keywords = keywords;
    this.holes = countHoles(args.items);
    if (!callsAsPartial(this.type)) return;
    this.call0 = () => callPartial(this, [], null);
    this.call1 = a => callPartial(this, [a], null);
    this.call2 = (a, b) => callPartial(this, [a, b], null);
  }
}
/** Whether the class leaves `__call__` as it is. */
const callsAsPartial = (type: PyType): boolean =>
  type === partialType || lookup(type, '__call__') === lookup(partialType, '__call__');
const countHoles = (items: readonly Value[]): number =>
  items.reduce<number>((count, item) => (item === Placeholder ? count + 1 : count), 0);

function callPartial(self: PyPartial, given: readonly Value[], names: Names): Value | Raised {
  const { keywords, func } = self;
  const named = names?.length ?? 0;
  const positional = fill(self, named === 0 ? given : given.slice(0, given.length - named));
  if (named === 0 && dictSize(keywords) === 0) return callWith(func, positional);
  const all = new Map<string, Value>();
  for (const [key, value] of dictItems(keywords)) {
    const name = strValue(key);
    if (name === undefined) throw typeError('keywords must be strings');
    all.set(utf16(name), value);
  }
  names?.forEach((name, i) => all.set(name, given[given.length - named + i]!));
  return invoke(func, [...positional, ...all.values()], [...all.keys()]);
}

function callWith(func: Value, args: readonly Value[]): Value | Raised {
  const f = func as PyObject;
  const [a, b] = args;
  let entry: Entry | undefined;
  switch (args.length) {
    case 1:
      entry = f.call1 ?? calleeEntry(f, 1);
      return entry(a!);
    case 2:
      entry = f.call2 ?? calleeEntry(f, 2);
      return entry(a!, b!);
    default:
      return invoke(func, args, null);
  }
}

/** The partial's arguments, the placeholders replaced by the first of those given, then the rest. */
function fill(self: PyPartial, given: readonly Value[]): readonly Value[] {
  const { items } = self.args;
  const { holes } = self;
  if (holes === 0) return items.length === 0 ? given : [...items, ...given];
  if (given.length < holes)
    throw typeError(
      `missing positional arguments in 'partial' call; expected at least ${holes}, got ${given.length}`,
    );
  return [...fillHoles(items, given), ...given.slice(holes)];
}
function fillHoles(items: readonly Value[], given: readonly Value[]): Value[] {
  let used = 0;
  return items.map(item => (item === Placeholder && used < given.length ? given[used++]! : item));
}

type Alloc = new (func: Value, args: PyTuple, keywords: PyDict) => PyPartial;

function make(type: PyType, func: Value, args: readonly Value[], keywords: PyDict): Value {
  if (!isCallable(func)) throw typeError('the first argument must be callable');
  if (args.at(-1) === Placeholder) throw typeError('trailing Placeholders are not allowed');
  for (const [, value] of dictItems(keywords))
    if (value === Placeholder)
      throw typeError('Placeholder cannot be passed as a keyword argument');
  const Alloc = type.alloc as unknown as Alloc;
  const isPlainPartial = func instanceof PyPartial && dictSize(instanceDict(func)) === 0;
  if (!isPlainPartial) return new Alloc(func, tuple(args), keywords);
  // A partial of a partial is one partial of the function.
  const merged = [...fillHoles(func.args.items, args), ...args.slice(func.holes)];
  const all = copyDict(func.keywords);
  for (const [key, value] of dictItems(keywords)) setItem(all, key, value);
  return new Alloc(func.func, tuple(merged), all);
}

function setState(self: PyPartial, state: Value): Value {
  const invalid = () => typeError('invalid partial state');
  if (!(state instanceof PyTuple) || state.items.length !== 4) throw invalid();
  const [func, args, keywords, dict] = state.items as [Value, Value, Value, Value];
  if (!isCallable(func) || !(args instanceof PyTuple)) throw invalid();
  if (keywords !== null && !(keywords instanceof PyDict)) throw invalid();
  if (args.items.at(-1) === Placeholder) throw typeError('trailing Placeholders are not allowed');
  self.func = func;
  self.args = tuple(args.items);
  self.holes = countHoles(args.items);
  self.keywords = keywords === null ? new PyDict() : copyDict(keywords);
  if (dict instanceof PyDict) replaceInstanceDict(self, dict);
  return null;
}

function reprOf(self: PyPartial): string {
  const parts = [
    reprText(self.func),
    ...self.args.items.map(reprText),
    ...dictItems(self.keywords).map(([key, value]) => `${strText(key)}=${reprText(value)}`),
  ];
  return `${fullName(self.type)}(${parts.join(', ')})`;
}

export const partialType: PyType = defineType(PyPartial, {
  name: 'partial',
  module: 'functools',
  doc: docs.partial,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(func, /, *args, **keywords)', make),
  slots: {
    __call__: (self, args, names) => unwrap(callPartial(self, args, names)),
    __get__: (self, instance) => (instance === null ? self : new PyMethod(self, instance)),
    __repr__: self => guardRepr(self, '...', () => str(reprOf(self))),
  },
  members: {
    func: { doc: docs['partial.func'], get: self => self.func },
    args: { doc: docs['partial.args'], get: self => self.args },
    keywords: { doc: docs['partial.keywords'], get: self => self.keywords },
  },
  methods: {
    __reduce__: method('()', null, self => {
      const dict = instanceDict(self);
      const state = [self.func, self.args, self.keywords, dictSize(dict) === 0 ? null : dict];
      return tuple([typeOf(self), tuple([self.func]), tuple(state)]);
    }),
    __setstate__: method('(object, /)', null, setState),
  },
  classMethods: {
    __class_getitem__: classMethod('(object, /)', docs['partial.__class_getitem__'], genericAlias),
  },
});
