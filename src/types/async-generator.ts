import type { Value } from '../objects/object.ts';
import { refuseNames } from '../runtime/arguments.ts';
import { call } from '../runtime/call.ts';
import { classMethod, defineType, method, variadicMethod } from '../runtime/declare.ts';
import {
  asyncGeneratorHooks,
  closeGenerator,
  PyAsyncGenerator,
  PyAsyncYield,
} from '../runtime/generators.ts';
import { thread } from '../runtime/state.ts';
import { genericAlias } from '../runtime/union.ts';
import { AsyncSend, AsyncThrow } from './async-generator-steps.ts';
import { frameAttributes, frameMethods, frameRepr } from './generator.ts';

/** CPython: Objects/genobject.c, PyAsyncGen_Type */

/** Tells the event loop, once, that the generator is iterated. */
function hook(g: PyAsyncGenerator): void {
  if (g.hooked) return;
  g.hooked = true;
  const { firstiter, finalizer } = thread.interpreter.state(asyncGeneratorHooks);
  g.finalizer = finalizer;
  if (firstiter !== null) call(firstiter, g);
}

function newSend(g: PyAsyncGenerator, value: Value): AsyncSend {
  hook(g);
  return new AsyncSend(g, value);
}
function newThrow(g: PyAsyncGenerator, args: readonly Value[] | null): AsyncThrow {
  hook(g);
  return new AsyncThrow(g, args);
}

defineType(PyAsyncGenerator, {
  name: 'async_generator',
  doc: null,
  flags: ['weakref'],
  iterates: false,
  slots: {
    __repr__: frameRepr('async_generator'),
    __aiter__: self => self,
    __anext__: self => newSend(self, null),
    __del__(self) {
      closeGenerator(self);
    },
  },
  members: { ag_running: self => self.isRunning },
  attributes: frameAttributes('ag', 'ag_await', 'async generator'),
  methods: {
    ...frameMethods,
    aclose: method('()', 'aclose() -> raise GeneratorExit inside generator.', self =>
      newThrow(self, null),
    ),
    asend: method('(object, /)', "asend(v) -> send 'v' in generator.", newSend),
    athrow: variadicMethod(
      `athrow(value)
athrow(type[,value[,tb]])

raise exception in generator.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`,
      (self, args, names) => {
        refuseNames('async_generator.athrow', names);
        return newThrow(self, args);
      },
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'async generators are generic over the types of their yield and send values',
      genericAlias,
    ),
  },
});

defineType(PyAsyncYield, { name: 'async_generator_wrapped_value', doc: null });
