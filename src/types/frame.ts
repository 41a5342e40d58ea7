import { frameType } from '../objects/builtin-types.ts';
import { CO_NEWLOCALS, CO_OPTIMIZED } from '../objects/code.ts';
import type { PyDict } from '../objects/dict.ts';
import type { PyFrame } from '../objects/frame.ts';
import { smallInt } from '../objects/int.ts';
import type { Attributes, Value } from '../objects/object.ts';
import { str } from '../objects/str.ts';
import { defineType, method } from '../runtime/declare.ts';
import { namespaceDict } from '../runtime/dict.ts';
import { attributeError, runtimeError, typeError, valueError } from '../runtime/errors.ts';
import { closeGenerator, PyGeneratorBase } from '../runtime/generators.ts';
import { thread } from '../runtime/state.ts';
import { address, reprText } from '../runtime/text.ts';
import { isTrue } from '../runtime/truth.ts';
import { FrameLocalsProxy } from './frame-locals-proxy.ts';

/** CPython: Objects/frameobject.c */

const globalsOf = (globals: Attributes): PyDict =>
  (globals as unknown as { dict?: PyDict }).dict ?? namespaceDict(globals);

/** A function's variables; the dict of a class body; a module's globals. */
function localsOf(self: PyFrame): Value {
  if (self.code.info.flags & (CO_OPTIMIZED | CO_NEWLOCALS)) return new FrameLocalsProxy(self);
  return self.localsDict ?? globalsOf(self.globals);
}

function lineOf(self: PyFrame): number {
  const { generator } = self;
  if (generator instanceof PyGeneratorBase) self.place = generator.place;
  return self.code.position(self.place).line;
}

function clear(self: PyFrame): Value {
  const { generator } = self;
  if (generator instanceof PyGeneratorBase) {
    if (generator.state === 'running') throw runtimeError('cannot clear an executing frame');
    if (generator.state === 'suspended') throw runtimeError('cannot clear a suspended frame');
    closeGenerator(generator);
  }
  self.locals = [];
  self.localsDict = null;
  return null;
}

defineType<PyFrame>(frameType, {
  name: 'frame',
  doc: null,
  slots: {
    __repr__: self =>
      str(
        `<frame at ${address(self)}, file ${reprText(str(self.code.filename))}, line ${lineOf(self)}, code ${self.code.info.name}>`,
      ),
  },
  members: {
    f_trace_lines: {
      get: self => self.traceLines,
      set(self, value) {
        if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
        self.traceLines = value;
      },
    },
  },
  attributes: {
    f_back: { get: self => self.back },
    f_builtins: {
      doc: 'Return the built-in variables in the frame.',
      get: () => thread.interpreter.builtins.dict,
    },
    f_code: {
      doc: 'Return the code object being executed in this frame.',
      get: self => self.code,
    },
    f_generator: {
      doc: 'Return the generator or coroutine associated with this frame, or None.',
      get: self => self.generator,
    },
    f_globals: {
      doc: 'Return the global variables in the frame.',
      get: self => globalsOf(self.globals),
    },
    f_lasti: {
      doc: 'Return the index of the last attempted instruction in the frame.',
      get: self => smallInt(self.place * 2),
    },
    f_lineno: {
      doc: 'Return the current line number in the frame.',
      get: self => smallInt(lineOf(self)),
      set(self, value) {
        if (value === undefined)
          throw attributeError(
            "attribute 'f_lineno' of 'frame' objects cannot be deleted",
            self,
            'f_lineno',
          );
        throw valueError('f_lineno can only be set in a trace function');
      },
    },
    f_locals: {
      doc: 'Return the mapping used by the frame to look up local variables.',
      get: localsOf,
    },
    f_trace: {
      doc: 'Return the trace function for this frame, or None if no trace function is set.',
      get: self => self.trace,
      set(self, value) {
        self.trace = value ?? null;
      },
    },
    f_trace_opcodes: {
      doc: 'Return True if opcode tracing is enabled, False otherwise.',
      get: self => self.traceOpcodes,
      set(self, value) {
        if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
        self.traceOpcodes = isTrue(value);
      },
    },
  },
  methods: {
    __sizeof__: method('()', 'Return the size of the frame in memory, in bytes.', self =>
      smallInt(100 + 8 * self.locals.length),
    ),
    clear: method('()', 'Clear all references held by the frame.', clear),
  },
});
