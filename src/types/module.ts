import { moduleType, typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { attributeErrorType } from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import type { PyModule } from '../objects/module.ts';
import type { Attributes, Value } from '../objects/object.ts';
import { str, type PyStr } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { findAttr, findGeneric, isException } from '../runtime/attributes.ts';
import { call, isCallable } from '../runtime/call.ts';
import { defineType, method, variadic } from '../runtime/declare.ts';
import { dictItems, findStr, removeItem, setStr } from '../runtime/dict.ts';
import { attributeError, typeError } from '../runtime/errors.ts';
import { SignatureCallable } from '../runtime/signature.ts';
import { thread } from '../runtime/state.ts';
import { missingFromModule } from './module-missing.ts';
import { moduleRepr } from './module-repr.ts';
import { attributeName } from './object.ts';
import { isTrue } from '../runtime/truth.ts';

/** CPython: Objects/moduleobject.c */

type Alloc = new (namespace: Attributes, dict: PyDict) => PyModule;

function newModule(type: PyType): PyModule {
  const namespace = Object.create(thread.interpreter.builtinsNamespace) as Attributes;
  const dict = new PyDict();
  dict.namespace = namespace;
  Object.defineProperty(namespace, 'dict', { value: dict, writable: true, configurable: true });
  return new (type.alloc as unknown as Alloc)(namespace, dict);
}

const initializer = new SignatureCallable(
  '(name: str, doc=None)',
  (self: PyModule, name: PyStr, doc: Value) => {
    const { dict } = self;
    setStr(dict, '__name__', name);
    setStr(dict, '__doc__', doc);
    for (const each of ['__package__', '__loader__', '__spec__']) setStr(dict, each, null);
    return null;
  },
  '$self',
  'module',
);

/** An attribute as any object's, else by the module's own `__getattr__`. */
function findInModule(obj: Value, name: string): Value | undefined {
  const found = findGeneric(obj, name);
  if (found !== undefined) return found;
  const module = obj as PyModule;
  module.refusal = null;
  const hook = module.find('__getattr__');
  if (hook === undefined) return undefined;
  try {
    return call(hook, str(name));
  } catch (error) {
    if (!isException(error, attributeErrorType)) throw error;
    module.refusal = error;
    return undefined;
  }
}

function missing(obj: Value, name: string) {
  const module = obj as PyModule;
  const { refusal } = module;
  module.refusal = null;
  return refusal ?? missingFromModule(module, name);
}

function getAnnotations(self: PyModule): Value {
  const own = self.find('__annotations__');
  if (own !== undefined) return own;
  const annotate = self.find('__annotate__');
  let annotations: Value = new PyDict();
  if (annotate !== undefined && isCallable(annotate)) {
    annotations = call(annotate, smallInt(1));
    if (!(annotations instanceof PyDict))
      throw typeError(`__annotate__() must return a dict, not ${typeOf(annotations).name}`);
  }
  if (!isInitializing(self)) self.store('__annotations__', annotations);
  return annotations;
}
function isInitializing(self: PyModule): boolean {
  const spec = self.find('__spec__') ?? null;
  const flag = spec === null ? undefined : findAttr(spec, '_initializing');
  return flag !== undefined && isTrue(flag);
}

defineType<PyModule>(moduleType, {
  name: 'module',
  doc: `Create a module object.

The name must be a string; the optional doc argument can have any type.`,
  flags: ['base', 'dict', 'weakref'],
  new: variadic(newModule),
  find: findInModule,
  missing,
  slots: {
    __init__(self, args, names) {
      initializer.call(self, args, names);
    },
    __repr__: moduleRepr,
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findInModule(self, text);
      if (found === undefined) throw missing(self, text);
      return found;
    },
  },
  members: { __dict__: self => self.dict },
  attributes: {
    __annotations__: {
      get: getAnnotations,
      set(self, value) {
        if (value !== undefined) self.store('__annotations__', value);
        else if (!self.remove('__annotations__'))
          throw attributeError('__annotations__', self, '__annotations__');
        self.remove('__annotate__');
      },
    },
    __annotate__: {
      get(self) {
        const own = self.find('__annotate__');
        if (own === undefined) self.store('__annotate__', null);
        return own ?? null;
      },
      set(self, value) {
        if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
        if (value !== null && !isCallable(value))
          throw typeError('__annotate__ must be callable or None');
        self.store('__annotate__', value);
        if (value !== null) removeItem(self.dict, '__annotations__');
      },
    },
  },
  methods: {
    __dir__: method('()', '__dir__() -> list\nspecialized dir() implementation', self => {
      const hook = findStr(self.dict, '__dir__');
      if (hook !== undefined) return call(hook);
      return new PyList(dictItems(self.dict).map(([key]) => key));
    }),
  },
});
