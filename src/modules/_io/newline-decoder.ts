import { objectType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { contentsOf, strOf, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { callMethod } from '../../runtime/call.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { docs } from './docs.gen.ts';
import { NewlineTranslator, seenNewlines } from './newlines.ts';

/** A decoder that also translates line ends. CPython: Modules/_io/textio.c */
export class PyIncrementalNewlineDecoder extends PyObject {
  /** Null before `__init__`. */
  translator: NewlineTranslator | null = null;
  decoder: Value = null;
}

/** What `newlines` of a stream or decoder shows. */
export function newlinesValue(seen: number): Value {
  const kinds = seenNewlines(seen);
  return kinds.length === 0 ? null : kinds.length === 1 ? kinds[0]! : tuple(kinds);
}

const init = new SignatureCallable(
  "(decoder, translate: bool, errors = 'strict')",
  (self: PyIncrementalNewlineDecoder, decoder: Value, translate: boolean) => {
    self.translator = new NewlineTranslator(translate);
    self.decoder = decoder;
    return null;
  },
  '$self',
  'IncrementalNewlineDecoder',
);

function translatorOf(self: PyIncrementalNewlineDecoder): NewlineTranslator {
  if (self.translator === null) {
    throw valueError('IncrementalNewlineDecoder.__init__() not called');
  }
  return self.translator;
}

function decodedText(v: Value): PyStr {
  const text = strValue(v);
  if (text === undefined) {
    throw typeError(`decoder should return a string result, not '${typeOf(v).name}'`);
  }
  return text;
}

/** The buffer and flags of a decoder's `getstate()`. */
export function stateOf(v: Value): [buffer: Value, flag: Value] {
  if (!(v instanceof PyTuple) || v.items.length !== 2)
    throw typeError('setstate(): illegal state argument');
  return [v.items[0]!, v.items[1]!];
}

defineType(PyIncrementalNewlineDecoder, {
  name: 'IncrementalNewlineDecoder',
  module: '_io',
  doc: docs.IncrementalNewlineDecoder,
  base: objectType,
  flags: ['base'],
  new: constructor(
    '(*args, **kwargs)',
    type => new (type.alloc as new () => PyIncrementalNewlineDecoder)(),
  ),
  slots: { __init__: (self, args, names) => void init.call(self, args, names) },
  attributes: {
    newlines: { get: self => newlinesValue(translatorOf(self).seen) },
  },
  methods: {
    decode: method('(input, final: bool = False)', '', (self, input, final) => {
      const translator = translatorOf(self);
      const output =
        self.decoder === null ? input : callMethod(self.decoder, 'decode', input, final);
      return strOf(translator.convert(contentsOf(decodedText(output)), final));
    }),
    getstate: method('()', '', self => {
      const { pendingCr } = translatorOf(self);
      const [buffer, flag] =
        self.decoder === null
          ? [new PyBytes(new Uint8Array(0)), smallInt(0)]
          : stateOf(callMethod(self.decoder, 'getstate'));
      return tuple([buffer, int(BigInt(asInt(flag)) * 2n + (pendingCr ? 1n : 0n))]);
    }),
    setstate: method('(state, /)', '', (self, state) => {
      const translator = translatorOf(self);
      if (!(state instanceof PyTuple)) throw typeError('state argument must be a tuple');
      const [buffer, flag] = stateOf(state);
      const flags = BigInt(asInt(flag));
      translator.pendingCr = (flags & 1n) === 1n;
      if (self.decoder === null) return null;
      return callMethod(self.decoder, 'setstate', tuple([buffer, int(flags >> 1n)]));
    }),
    reset: method('()', '', self => {
      translatorOf(self).reset();
      return self.decoder === null ? null : callMethod(self.decoder, 'reset');
    }),
  },
});

export const newlineDecoderType = (PyIncrementalNewlineDecoder.prototype as PyObject).type;
