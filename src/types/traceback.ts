import { tracebackType, typeOf } from '../objects/builtin-types.ts';
import { PyFrame, PyTraceback } from '../objects/frame.ts';
import { smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/object.ts';
import { constructor, defineType, method } from '../runtime/declare.ts';
import { typeError, valueError } from '../runtime/errors.ts';

/** CPython: Python/traceback.c */

function setNext(self: PyTraceback, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete tb_next attribute");
  if (value !== null && !(value instanceof PyTraceback))
    throw typeError(`expected traceback object, got '${typeOf(value).name}'`);
  for (let each: PyTraceback | null = value; each !== null; each = each.next)
    if (each === self) throw valueError('traceback loop detected');
  self.next = value;
}

defineType<PyTraceback>(tracebackType, {
  name: 'traceback',
  doc: 'Create a new traceback object.',
  new: constructor(
    '(tb_next, tb_frame, tb_lasti: cint, tb_lineno: cint)',
    (_type, next, frame, lasti, line) => {
      if (next !== null && !(next instanceof PyTraceback))
        throw typeError(`expected traceback object or None, got '${typeOf(next).name}'`);
      if (!(frame instanceof PyFrame))
        throw typeError(
          `traceback() argument 'tb_frame' must be frame, not ${frame === null ? 'None' : typeOf(frame).name}`,
        );
      return new PyTraceback(next, frame, Math.max(0, lasti >> 1), line);
    },
  ),
  members: {
    tb_frame: self => self.frame,
    tb_lasti: self => smallInt(self.place * 2),
  },
  attributes: {
    tb_lineno: { get: self => smallInt(self.line) },
    tb_next: { get: self => self.next, set: setNext },
  },
  methods: {
    __dir__: method('()', null, () => new PyList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'])),
  },
});
