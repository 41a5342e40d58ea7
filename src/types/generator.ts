import { PyFrame } from '../objects/frame.ts';
import { smallInt } from '../objects/int.ts';
import { RAISED, type Raised, type Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { refuseNames } from '../runtime/arguments.ts';
import {
  classMethod,
  defineType,
  method,
  variadicMethod,
  type Attribute,
} from '../runtime/declare.ts';
import { typeError } from '../runtime/errors.ts';
import {
  closeGenerator,
  delegateOf,
  kindOf,
  PyCoroutine,
  PyGenerator,
  resumeFrame,
  RESUME_NEXT,
  throwInto,
  type PyGeneratorBase,
} from '../runtime/generators.ts';
import { stopIteration } from '../runtime/iterate.ts';
import { takeRaised } from '../runtime/state.ts';
import { address } from '../runtime/text.ts';
import { strValue } from '../runtime/convert.ts';
import { thrownException } from '../runtime/throw-arguments.ts';
import { genericAlias } from '../runtime/union.ts';
import { CoroutineWrapper } from './coroutine-wrapper.ts';

/** Generators and coroutines. CPython: Objects/genobject.c */

/** What a frame gave, as a Python method gives it: the end is StopIteration with the value returned. */
export function yielded(g: PyGeneratorBase, item: Value | undefined | Raised): Value {
  if (item === RAISED) throw takeRaised();
  if (item === undefined) throw stopIteration(g.result);
  return item as Value;
}

/** `g.send(value)` */
export function send(g: PyGeneratorBase, value: Value): Value {
  if (g.state === 'created' && value !== null)
    throw typeError(`can't send non-None value to a just-started ${kindOf(g)}`);
  return yielded(g, resumeFrame(g, RESUME_NEXT, value));
}

/** `g.throw(…)` */
export function throwArguments(g: PyGeneratorBase, args: readonly Value[]): Value {
  return yielded(g, throwInto(g, thrownException('throw', args)));
}

/** The frame while it exists: the same object each time. */
function frameOf(g: PyGeneratorBase): Value {
  if (g.state === 'closed') return null;
  if (g.frame === null) {
    g.frame = new PyFrame(g.code, g.globals, g.place, []);
    g.frame.generator = g;
  }
  g.frame.place = g.place;
  return g.frame;
}

const textAttribute = (name: 'name' | 'qualname', doc: string): Attribute<PyGeneratorBase> => ({
  doc,
  get: g => g[name],
  set(g, value) {
    const text = value === undefined ? undefined : strValue(value);
    if (text === undefined) throw typeError(`__${name}__ must be set to a string object`);
    g[name] = text;
  },
});

/** The attributes of a kind of frame, under its prefix. */
export function frameAttributes(
  prefix: string,
  delegateName: string,
  kind: string,
): Record<string, Attribute<PyGeneratorBase>> {
  const awaited =
    kind === 'generator'
      ? 'object being iterated by yield from, or None'
      : 'object being awaited on, or None';
  return {
    __name__: textAttribute('name', `name of the ${kind}`),
    __qualname__: textAttribute('qualname', `qualified name of the ${kind}`),
    [delegateName]: { doc: awaited, get: delegateOf },
    [`${prefix}_code`]: { get: g => g.code },
    [`${prefix}_frame`]: { get: frameOf },
    [`${prefix}_suspended`]: { get: g => g.state === 'suspended' },
  };
}

export const frameRepr = (kind: string) => (g: PyGeneratorBase) =>
  str(`<${kind} object ${utf16(g.qualname as PyStr)} at ${address(g)}>`);

export const frameMethods = {
  __sizeof__: method('()', 'gen.__sizeof__() -> size of gen in memory, in bytes', () =>
    smallInt(200),
  ),
};

/** JavaScript says of no object that it is about to go: only Python code calls this. */
const finalize = (g: PyGeneratorBase): void => {
  closeGenerator(g);
};
const close = (g: PyGeneratorBase): Value => closeGenerator(g);
const throwDoc = (kind: string, tb: string) =>
  `throw(value)
throw(type[,value[,${tb}]])

Raise exception in ${kind}, return next yielded value or raise
StopIteration.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`;

export const throwMethod = <Self>(
  kind: string,
  tb: string,
  throwOne: (self: Self, args: readonly Value[]) => Value,
) =>
  variadicMethod<Self>(throwDoc(kind, tb), (self, args, names) => {
    refuseNames(`${kind}.throw`, names);
    return throwOne(self, args);
  });

const running = { get: (g: PyGeneratorBase) => g.state === 'running' };

defineType(PyGenerator, {
  name: 'generator',
  doc: null,
  flags: ['weakref'],
  slots: { __repr__: frameRepr('generator'), __del__: finalize },
  attributes: { ...frameAttributes('gi', 'gi_yieldfrom', 'generator'), gi_running: running },
  methods: {
    ...frameMethods,
    close: method('()', 'close() -> raise GeneratorExit inside generator.', close),
    send: method(
      '(object, /)',
      `send(value) -> send 'value' into generator,
return next yielded value or raise StopIteration.`,
      send,
    ),
    throw: throwMethod('generator', 'tb', throwArguments),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'generators are generic over the types of their yield, send, and return values',
      genericAlias,
    ),
  },
});

const sendDoc = `send(arg) -> send 'arg' into coroutine,
return next iterated value or raise StopIteration.`;
const closeDoc = 'close() -> raise GeneratorExit inside coroutine.';

defineType(PyCoroutine, {
  name: 'coroutine',
  doc: null,
  flags: ['weakref'],
  iterates: false,
  slots: {
    __repr__: frameRepr('coroutine'),
    __await__: self => new CoroutineWrapper(self),
    __del__: finalize,
  },
  members: { cr_origin: () => null },
  attributes: { ...frameAttributes('cr', 'cr_await', 'coroutine'), cr_running: running },
  methods: {
    ...frameMethods,
    close: method('()', closeDoc, close),
    send: method('(object, /)', sendDoc, send),
    throw: throwMethod('coroutine', 'traceback', throwArguments),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'coroutines are generic over the types of their yield, send, and return values',
      genericAlias,
    ),
  },
});

defineType(CoroutineWrapper, {
  name: 'coroutine_wrapper',
  doc: 'A wrapper object implementing __await__ for coroutines.',
  methods: {
    close: method('()', closeDoc, self => closeGenerator(self.coroutine)),
    send: method('(object, /)', sendDoc, (self, value) => send(self.coroutine, value)),
    throw: throwMethod('coroutine', 'traceback', (self, args) =>
      throwArguments(self.coroutine, args),
    ),
  },
});
