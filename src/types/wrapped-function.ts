import type { PyClassMethod, PyStaticMethod } from '../objects/function.ts';
import { instanceDict, replaceInstanceDict } from '../runtime/instance-dict.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyObject, Value } from '../objects/object.ts';
import {
  deleteOwnAttribute,
  findAttr,
  getAttr,
  ownAttribute,
  setOwnAttribute,
} from '../runtime/attributes.ts';
import { checkPositional, refuseNames } from '../runtime/arguments.ts';
import type { Names } from '../runtime/call.ts';
import type { Attribute } from '../runtime/declare.ts';
import { attributeError, typeError } from '../runtime/errors.ts';
import { isTrue } from '../runtime/truth.ts';
import { typeOf } from '../objects/builtin-types.ts';

/** What staticmethod and classmethod do alike with the function they wrap. CPython: Objects/funcobject.c, functools_wraps */

type Wrapper = PyStaticMethod | PyClassMethod;

const copied = ['__module__', '__name__', '__qualname__', '__doc__'];

export function initWrapper(
  self: Wrapper,
  name: string,
  args: readonly Value[],
  names: Names,
): void {
  refuseNames(name, names);
  checkPositional(name, args.length, 1, 1);
  const [f] = args;
  self.callable = f!;
  for (const each of copied) {
    const value = findAttr(f!, each);
    if (value !== undefined) setOwnAttribute(self, each, value);
  }
}

/** An attribute of the function, kept here once it was asked for. */
function wrappedAttribute<Self extends Wrapper>(name: string): Attribute<Self> {
  return {
    get(self) {
      const own = ownAttribute(self, name);
      if (own !== undefined) return own;
      const value = getAttr(self.callable, name);
      setOwnAttribute(self, name, value);
      return value;
    },
    set(self, value) {
      if (value !== undefined) setOwnAttribute(self, name, value);
      else if (!deleteOwnAttribute(self, name)) throw attributeError(name, self, name);
    },
  };
}

export const dictAttribute = <Self extends PyObject>(): Attribute<Self> => ({
  get: self => instanceDict(self),
  set(self, value) {
    if (!(value instanceof PyDict))
      throw typeError(
        `__dict__ must be set to a dictionary, not a '${typeOf(value ?? null).name}'`,
      );
    replaceInstanceDict(self, value);
  },
});

export const wrapperAttributes = <Self extends Wrapper>() => ({
  __annotate__: wrappedAttribute<Self>('__annotate__'),
  __annotations__: wrappedAttribute<Self>('__annotations__'),
  __dict__: dictAttribute<Self>(),
  __isabstractmethod__: {
    get(self: Self) {
      const flag = findAttr(self.callable, '__isabstractmethod__');
      return flag !== undefined && isTrue(flag);
    },
  },
});
