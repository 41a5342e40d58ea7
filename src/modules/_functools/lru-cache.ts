import { typeOf } from '../../objects/builtin-types.ts';
import { PyMethod } from '../../objects/function.ts';
import { HashTable, type TableEntry } from '../../objects/hash-table.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyObject, RAISED, type Raised, type Value } from '../../objects/object.ts';
import { isStr, str } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { call, calleeEntry, invoke, isCallable, type Names } from '../../runtime/call.ts';
import { asClippedIndex } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { addEntry, findEntry, putEntry } from '../../runtime/hashing.ts';
import { unwrap } from '../../runtime/state.ts';
import { docs } from './docs.gen.ts';

/** Stands between the positional and the named arguments in a key. */
class KeywordMark extends PyObject {}
defineType(KeywordMark, { name: 'object', doc: null });
const keywordMark = new KeywordMark();

/** A function with a cache of its results. CPython: Modules/_functoolsmodule.c, lru_cache_object */
export class LruCacheWrapper extends PyObject {
  declare readonly func: PyObject;
  /** Infinity for no bound. */
  declare readonly maxsize: number;
  declare readonly typed: boolean;
  declare readonly infoType: Value;
  /** In order of use, the entry used longest ago first. */
  declare readonly table: HashTable;
  declare hits: number;
  declare misses: number;
  constructor(func: Value, maxsize: number, typed: boolean, infoType: Value) {
    super();
    this.func = func as PyObject;
    this.maxsize = maxsize;
    this.typed = typed;
    this.infoType = infoType;
    this.table = new HashTable();
    this.hits = 0;
    this.misses = 0;
    this.call0 = () => callCached(this, [], null);
    this.call1 = typed || maxsize === 0 ? a => callCached(this, [a], null) : a => callOne(this, a);
    this.call2 = (a, b) => callCached(this, [a, b], null);
    this.call3 = (a, b, c) => callCached(this, [a, b, c], null);
  }
}

/** The key of a call: the argument itself where it is one int or str, which need no tuple to be told from all else. */
function keyOf(args: readonly Value[], names: Names, typed: boolean): Value {
  const named = names?.length ?? 0;
  if (!typed && named === 0) {
    const [only] = args;
    return args.length === 1 && (isInt(only!) || isStr(only!)) ? only : new PyTuple(args);
  }
  const count = args.length - named;
  const key = args.slice(0, count);
  if (named > 0) {
    key.push(keywordMark);
    names!.forEach((name, i) => key.push(str(name), args[count + i]!));
  }
  if (typed) for (const arg of args) key.push(typeOf(arg));
  return new PyTuple(key);
}

function callOne(self: LruCacheWrapper, a: Value): Value | Raised {
  const key = isInt(a) || isStr(a) ? a : new PyTuple([a]);
  const found = findEntry(self.table, key);
  if (found !== undefined) return hit(self, found);
  self.misses++;
  const { func } = self;
  const result = (func.call1 ?? calleeEntry(func, 1))(a);
  return result === RAISED ? result : keep(self, key, result as Value);
}

function callCached(self: LruCacheWrapper, args: readonly Value[], names: Names): Value | Raised {
  if (self.maxsize === 0) {
    self.misses++;
    return invoke(self.func, args, names);
  }
  const key = keyOf(args, names, self.typed);
  const found = findEntry(self.table, key);
  if (found !== undefined) return hit(self, found);
  self.misses++;
  const result = invoke(self.func, args, names);
  return result === RAISED ? result : keep(self, key, result as Value);
}

function hit(self: LruCacheWrapper, entry: TableEntry): Value {
  self.hits++;
  const { table } = self;
  if (self.maxsize !== Infinity && table.last !== entry) table.move(entry, true);
  return entry.value;
}

/** Stores a result, unless the call has stored one for the same key meanwhile; the entry used longest ago makes room. */
function keep(self: LruCacheWrapper, key: Value, result: Value): Value {
  const { table, maxsize } = self;
  if (maxsize === Infinity) {
    putEntry(table, key, result);
    return result;
  }
  if (findEntry(table, key) !== undefined) return result;
  if (table.size >= maxsize) table.remove(table.first!);
  addEntry(table, key, result);
  return result;
}

function make(func: Value, maxsize: Value, typed: boolean, infoType: Value): Value {
  if (!isCallable(func)) throw typeError('the first argument must be callable');
  if (maxsize === null) return new LruCacheWrapper(func, Infinity, typed, infoType);
  const isIndex =
    typeof maxsize === 'boolean' ||
    isInt(maxsize) ||
    (maxsize instanceof PyObject && maxsize.__index__$0 !== undefined);
  if (!isIndex) throw typeError('maxsize should be integer or None');
  return new LruCacheWrapper(func, Math.max(asClippedIndex(maxsize), 0), typed, infoType);
}

export const lruCacheType = defineType(LruCacheWrapper, {
  name: '_lru_cache_wrapper',
  module: 'functools',
  doc: docs._lru_cache_wrapper,
  flags: ['dict', 'weakref'],
  new: constructor(
    '(user_function, maxsize, typed: bool, cache_info_type)',
    (_type, func, maxsize, typed, infoType) => make(func, maxsize, typed, infoType),
  ),
  slots: {
    __call__: (self, args, names) => unwrap(callCached(self, args, names)),
    __get__: (self, instance) => (instance === null ? self : new PyMethod(self, instance)),
  },
  methods: {
    cache_info: method('()', docs['_lru_cache_wrapper.cache_info'], self =>
      call(
        self.infoType,
        smallInt(self.hits),
        smallInt(self.misses),
        self.maxsize === Infinity ? null : smallInt(self.maxsize),
        smallInt(self.table.size),
      ),
    ),
    cache_clear: method('()', docs['_lru_cache_wrapper.cache_clear'], self => {
      self.hits = 0;
      self.misses = 0;
      self.table.clear();
      return null;
    }),
    __reduce__: method('()', null, self => getAttr(self, '__qualname__')),
    __copy__: method('()', null, self => self),
    __deepcopy__: method('(memo, /)', null, self => self),
  },
});
