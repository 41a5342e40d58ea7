import { PyObject, type Value } from '../../objects/object.ts';
import type { PyDict } from '../../objects/dict.ts';
import { str, utf16, type PyStr } from '../../objects/str.ts';
import { tuple, PyTuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { callArgs, invokeMethod, type Names } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { dictItems, dictSize } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { unwrap } from '../../runtime/state.ts';
import { getItem } from '../../runtime/subscript.ts';
import { fullName, guardRepr, reprText } from '../../runtime/text.ts';
import { docs } from './docs.gen.ts';

/** `operator.itemgetter`. CPython: Modules/_operator.c, itemgetterobject */
export class ItemGetter extends PyObject {
  declare readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
    const [only] = items;
    this.call1 =
      items.length === 1
        ? obj => getItem(obj, only!)
        : obj => tuple(items.map(item => getItem(obj, item)));
  }
}

/** The one argument that a getter is called with. */
function argument(name: string, args: readonly Value[], names: Names): Value {
  refuseNames(name, names);
  checkPositional(name, args.length, 1, 1);
  return args[0]!;
}

export const itemGetterType: PyType = defineType(ItemGetter, {
  name: 'itemgetter',
  module: 'operator',
  doc: docs.itemgetter,
  new: constructor('(item, /, *items)', (_type, item, items) => new ItemGetter([item, ...items])),
  slots: {
    __call__: (self, args, names) => unwrap(self.call1!(argument('itemgetter', args, names))),
    __repr__: self =>
      guardRepr(self, `${fullName(self.type)}(...)`, () =>
        str(`${fullName(self.type)}(${self.items.map(reprText).join(', ')})`),
      ),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling', self =>
      tuple([itemGetterType, tuple(self.items)]),
    ),
  },
  attributes: { __text_signature__: { get: () => '(obj, /)' } },
});

/** `operator.attrgetter`. CPython: Modules/_operator.c, attrgetterobject */
export class AttrGetter extends PyObject {
  declare readonly names: readonly PyStr[];
  constructor(names: readonly PyStr[]) {
    super();
    this.names = names;
    const paths = names.map(name => utf16(name).split('.'));
    const [path] = paths;
    if (paths.length > 1) this.call1 = obj => tuple(paths.map(each => follow(obj, each)));
    else if (path!.length > 1) this.call1 = obj => follow(obj, path!);
    else this.call1 = obj => getAttr(obj, path![0]!);
  }
}
function follow(obj: Value, path: readonly string[]): Value {
  let value = obj;
  for (const name of path) value = getAttr(value, name);
  return value;
}
function attributeNames(given: readonly Value[]): PyStr[] {
  return given.map(name => {
    const text = strValue(name);
    if (text === undefined) throw typeError('attribute name must be a string');
    return text;
  });
}

export const attrGetterType: PyType = defineType(AttrGetter, {
  name: 'attrgetter',
  module: 'operator',
  doc: docs.attrgetter,
  new: constructor(
    '(attr, /, *attrs)',
    (_type, attr, attrs) => new AttrGetter(attributeNames([attr, ...attrs])),
  ),
  slots: {
    __call__: (self, args, names) => unwrap(self.call1!(argument('attrgetter', args, names))),
    __repr__: self =>
      guardRepr(self, `${fullName(self.type)}(...)`, () =>
        str(`${fullName(self.type)}(${self.names.map(reprText).join(', ')})`),
      ),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling', self =>
      tuple([attrGetterType, tuple(self.names)]),
    ),
  },
  attributes: { __text_signature__: { get: () => '(obj, /)' } },
});

/** `operator.methodcaller`. CPython: Modules/_operator.c, methodcallerobject */
export class MethodCaller extends PyObject {
  declare readonly name: PyStr;
  declare readonly args: readonly Value[];
  declare readonly keywords: PyDict;
  constructor(name: PyStr, args: readonly Value[], keywords: PyDict) {
    super();
    this.name = name;
    this.args = args;
    this.keywords = keywords;
    const named = dictItems(keywords);
    const all = [...args, ...named.map(([, value]) => value)];
    const names = named.length === 0 ? null : named.map(([key]) => utf16(key as PyStr));
    const text = utf16(name);
    this.call1 = obj => invokeMethod(obj, text, all, names);
  }
}

function reprOfCaller(self: MethodCaller): string {
  const parts = [
    reprText(self.name),
    ...self.args.map(reprText),
    ...dictItems(self.keywords).map(([key, value]) => `${utf16(key as PyStr)}=${reprText(value)}`),
  ];
  return `${fullName(self.type)}(${parts.join(', ')})`;
}

/** With keywords, a partial of the class makes the same caller again. */
function reduceCaller(self: MethodCaller): Value {
  const args = [self.name, ...self.args];
  if (dictSize(self.keywords) === 0) return tuple([methodCallerType, tuple(args)]);
  const partial = getAttr(importModule('functools'), 'partial');
  const named = dictItems(self.keywords);
  const maker = callArgs(
    partial,
    [methodCallerType, self.name, ...named.map(([, value]) => value)],
    named.map(([key]) => utf16(key as PyStr)),
  );
  return tuple([maker, new PyTuple(self.args)]);
}

export const methodCallerType: PyType = defineType(MethodCaller, {
  name: 'methodcaller',
  module: 'operator',
  doc: docs.methodcaller,
  new: constructor('(name, /, *args, **kwargs)', (_type, name, args, kwargs) => {
    const text = strValue(name);
    if (text === undefined) throw typeError('method name must be a string');
    return new MethodCaller(text, args, kwargs);
  }),
  slots: {
    __call__: (self, args, names) => unwrap(self.call1!(argument('methodcaller', args, names))),
    __repr__: self => guardRepr(self, `${fullName(self.type)}(...)`, () => str(reprOfCaller(self))),
  },
  methods: {
    __reduce__: method('()', 'Return state information for pickling', reduceCaller),
  },
  attributes: { __text_signature__: { get: () => '(obj, /)' } },
});
