import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { PyFrame } from '../objects/frame.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { NotImplemented, PyObject, type Value } from '../objects/object.ts';
import { isStr, str, utf16, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { checkPositional } from '../runtime/arguments.ts';
import { richCompare } from '../runtime/compare.ts';
import { defineType, method, variadic, variadicMethod } from '../runtime/declare.ts';
import { dictItems, getItem, removeItem, setItem } from '../runtime/dict.ts';
import { keyError, typeError, valueError } from '../runtime/errors.ts';
import { getIter } from '../runtime/iterate.ts';
import { guardRepr, reprText, strText } from '../runtime/text.ts';
import { update } from './dict-update.ts';
import { comparisons } from './rich-compare.ts';

/** The variables of a function's frame as a mapping, and what else was stored there. CPython: Objects/frameobject.c, framelocalsproxy */
export class FrameLocalsProxy extends PyObject {
  declare readonly frame: PyFrame;
  constructor(frame: PyFrame) {
    super();
    this.frame = frame;
  }
}

const indexOf = ({ frame }: FrameLocalsProxy, key: Value): number =>
  isStr(key) ? frame.code.info.locals.indexOf(utf16(key)) : -1;

function find(self: FrameLocalsProxy, key: Value): Value | undefined {
  const { frame } = self;
  const index = indexOf(self, key);
  const value = index === -1 ? undefined : frame.locals[index];
  return value ?? (frame.localsDict === null ? undefined : getItem(frame.localsDict, key));
}
function store(self: FrameLocalsProxy, key: Value, value: Value): void {
  const index = indexOf(self, key);
  if (index === -1) setItem((self.frame.localsDict ??= new PyDict()), key, value);
  else self.frame.locals[index] = value;
}

function itemsOf({ frame }: FrameLocalsProxy): (readonly [Value, Value])[] {
  const items: (readonly [Value, Value])[] = [];
  frame.code.info.locals.forEach((name, i) => {
    const value = frame.locals[i];
    if (value !== undefined) items.push([str(name), value]);
  });
  if (frame.localsDict !== null) items.push(...dictItems(frame.localsDict));
  return items;
}
function asDict(self: FrameLocalsProxy): PyDict {
  const dict = new PyDict();
  for (const [key, value] of itemsOf(self)) setItem(dict, key, value);
  return dict;
}

const isMapping = (v: Value): v is PyDict | FrameLocalsProxy =>
  v instanceof PyDict || v instanceof FrameLocalsProxy;
const inside = (v: PyDict | FrameLocalsProxy): PyDict => (v instanceof PyDict ? v : asDict(v));

function merge(a: Value, b: Value): Value {
  if (!isMapping(a) || !isMapping(b)) return NotImplemented;
  const merged = new PyDict();
  update(merged, inside(a));
  update(merged, inside(b));
  return merged;
}
function storeAll(self: FrameLocalsProxy, other: PyDict | FrameLocalsProxy): void {
  for (const [key, value] of dictItems(inside(other))) store(self, key, value);
}

const cannotRemove = () => valueError('cannot remove local variables from FrameLocalsProxy');

const repr = (self: FrameLocalsProxy): PyStr =>
  guardRepr(self.frame, '{...}', () =>
    str(
      `{${itemsOf(self)
        .map(([key, value]) => `${reprText(key)}: ${reprText(value)}`)
        .join(', ')}}`,
    ),
  );

defineType(FrameLocalsProxy, {
  name: 'FrameLocalsProxy',
  doc: null,
  flags: ['mapping'],
  equality: 'custom',
  new: variadic((_type, args) => {
    checkPositional('FrameLocalsProxy', args.length, 1, 1);
    const frame = args[0]!;
    if (!(frame instanceof PyFrame)) throw typeError(`expect frame, not ${typeOf(frame).name}`);
    return new FrameLocalsProxy(frame);
  }),
  slots: {
    ...comparisons((op, self, other) => {
      if (op !== '__eq__' && op !== '__ne__') return NotImplemented;
      if (other instanceof FrameLocalsProxy)
        return (self.frame === other.frame) === (op === '__eq__');
      return other instanceof PyDict ? richCompare(op, asDict(self), other) : NotImplemented;
    }),
    __repr__: repr,
    __len__: self => smallInt(itemsOf(self).length),
    __iter__: self => getIter(new PyList(itemsOf(self).map(([key]) => key))),
    __setitem__: store,
    __delitem__(self, key) {
      if (indexOf(self, key) !== -1) throw cannotRemove();
      const { localsDict } = self.frame;
      if (localsDict === null || removeItem(localsDict, key) === undefined) throw keyError(key);
    },
    __or__: merge,
    __ror__: (self, other) => merge(other, self),
    __ior__(self, other) {
      if (!isMapping(other)) return NotImplemented;
      storeAll(self, other);
      return self;
    },
  },
  methods: {
    __contains__: method('(object, /)', null, (self, key) => find(self, key) !== undefined),
    __getitem__: method('(object, /)', null, (self, key) => {
      const value = find(self, key);
      if (value === undefined)
        throw keyError(
          str(`local variable '${isStr(key) ? reprText(key) : strText(key)}' is not defined`),
        );
      return value;
    }),
    __reversed__: method('()', null, self =>
      getIter(
        new PyList(
          itemsOf(self)
            .map(([key]) => key)
            .reverse(),
        ),
      ),
    ),
    copy: method('()', null, asDict),
    get: variadicMethod(null, (self, args) => {
      if (args.length < 1 || args.length > 2) throw typeError('get expected 1 or 2 arguments');
      return find(self, args[0]!) ?? args[1] ?? null;
    }),
    items: method('()', null, self => new PyList(itemsOf(self).map(item => tuple(item)))),
    keys: method('()', null, self => new PyList(itemsOf(self).map(([key]) => key))),
    pop: variadicMethod(null, (self, args) => {
      if (args.length < 1 || args.length > 2) throw typeError('pop expected 1 or 2 arguments');
      const [key, otherwise] = args;
      if (indexOf(self, key!) !== -1) throw cannotRemove();
      const { localsDict } = self.frame;
      const value = localsDict === null ? undefined : removeItem(localsDict, key!);
      if (value !== undefined) return value;
      if (otherwise === undefined) throw keyError(key!);
      return otherwise;
    }),
    setdefault: variadicMethod(null, (self, args) => {
      if (args.length < 1 || args.length > 2)
        throw typeError('setdefault expected 1 or 2 arguments');
      const [key, otherwise = null] = args;
      const value = find(self, key!);
      if (value !== undefined) return value;
      store(self, key!, otherwise);
      return otherwise;
    }),
    update: method('(object, /)', null, (self, other) => {
      if (!isMapping(other))
        throw typeError('update() argument must be dict or another FrameLocalsProxy');
      storeAll(self, other);
      return null;
    }),
    values: method('()', null, self => new PyList(itemsOf(self).map(([, value]) => value))),
  },
});
