import { strictEncode } from '../../algorithms/codecs/errors.ts';
import { encodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { PyBaseException } from '../../objects/exception.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, str, utf16, type PyStr } from '../../objects/str.ts';
import type { PyType } from '../../objects/type.ts';
import { findAttr, getAttr } from '../../runtime/attributes.ts';
import { callMethod } from '../../runtime/call.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import { constructor, defineType, method } from '../../runtime/declare.ts';
import { attributeError, newException, typeError, valueError } from '../../runtime/errors.ts';
import { stopIteration } from '../../runtime/iterate.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { guardRepr, repr } from '../../runtime/text.ts';
import { isTrue } from '../../runtime/truth.ts';
import { convertText } from '../../runtime/unicode-errors.ts';
import {
  cannotPickle,
  isClosed,
  optionalSize,
  textIOBaseType,
  typeTitle,
  unsupported,
} from './base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered.ts';
import { PyBuffered } from './buffer-state.ts';
import { docs } from './docs.gen.ts';
import { newlinesValue } from './newline-decoder.ts';
import { lineEndsOf } from './newlines.ts';
import { checkEncoding, makeDecoder, makeEncoder, NewlineDecoder } from './text-codecs.ts';
import { seekText, tellText } from './text-position.ts';
import {
  checkAttached,
  checkNotClosed,
  PyTextIOWrapper,
  readText,
  readTextLine,
  writePending,
  writeText,
} from './text-state.ts';

/** A text stream over a binary one. CPython: Modules/_io/textio.c */

/** A str argument that may be None. */
function optionalText(v: Value, name: string): PyStr | null {
  const text = v === null ? null : strValue(v);
  if (text === undefined) {
    throw typeError(
      `TextIOWrapper() argument '${name}' must be str or None, not ${typeOf(v).name}`,
    );
  }
  if (text === null) return null;
  // As the C string that CPython makes of it.
  const bytes = convertText(() => encodeUtf8(contentsOf(text), strictEncode));
  if (bytes.includes(0)) throw valueError('embedded null character');
  return text;
}

function checkedNewline(newline: PyStr | null): string | null {
  if (newline === null) return null;
  const text = utf16(newline);
  if (!['', '\n', '\r', '\r\n'].includes(text)) throw valueError(`illegal newline value: ${text}`);
  return text;
}

/** The encoding that the locale asks for: always UTF-8 here. */
export const localeEncoding = 'UTF-8';

const init = new SignatureCallable(
  '(buffer, encoding=None, errors=None, newline=None, line_buffering: bool = False, write_through: bool = False)',
  (
    self: PyTextIOWrapper,
    buffer: Value,
    encodingValue: Value,
    errorsValue: Value,
    newlineValue: Value,
    lineBuffering: boolean,
    writeThrough: boolean,
  ) => {
    self.state = 'new';
    const given = optionalText(encodingValue, 'encoding');
    const errors = optionalText(errorsValue, 'errors');
    const newline = checkedNewline(optionalText(newlineValue, 'newline'));
    const encoding = given === null || given === 'locale' ? localeEncoding : given;
    checkEncoding(encoding);
    Object.assign(self, new (PyTextIOWrapper as new () => PyTextIOWrapper)());
    self.buffer = buffer;
    const fast =
      buffer instanceof PyBuffered &&
      [bufferedReaderType, bufferedWriterType, bufferedRandomType].includes(buffer.type);
    self.buffered = fast ? buffer : null;
    self.encoding = encoding;
    self.errors = errors ?? 'strict';
    self.lineBuffering = lineBuffering;
    self.writeThrough = writeThrough;
    setNewline(self, newline);
    makeCoders(self);
    self.canSeek = self.telling = isTrue(callMethod(buffer, 'seekable'));
    self.hasRead1 = findAttr(buffer, 'read1') !== undefined;
    if (self.canSeek && self.encoder !== null && callMethod(buffer, 'tell') !== 0) {
      self.encoder.continue();
    }
    self.state = 'open';
    return null;
  },
  '$self',
  'TextIOWrapper',
);

function setNewline(self: PyTextIOWrapper, newline: string | null): void {
  self.newline = newline;
  self.ends = lineEndsOf(newline);
}

/** Makes the coders that the buffer can use. */
function makeCoders(self: PyTextIOWrapper): void {
  const { buffer, encoding, errors, ends } = self;
  self.decoder = self.encoder = null;
  if (isTrue(callMethod(buffer, 'readable'))) {
    const decoder = makeDecoder(encoding!, errors);
    self.decoder = ends.universal ? new NewlineDecoder(decoder, ends.translate) : decoder;
  }
  if (isTrue(callMethod(buffer, 'writable'))) self.encoder = makeEncoder(encoding!, errors);
}

const reconfigure = (
  self: PyTextIOWrapper,
  encodingValue: Value,
  errorsValue: Value,
  newlineValue: Value,
  hasNewline: boolean,
  lineBuffering: Value,
  writeThrough: Value,
): void => {
  checkAttached(self);
  if (
    self.decoder !== null &&
    self.snapshot !== null &&
    (encodingValue !== null || errorsValue !== null || hasNewline)
  ) {
    throw unsupported(
      'It is not possible to set the encoding or newline of stream after the first read',
    );
  }
  const given = optionalText(encodingValue, 'encoding');
  const givenErrors = optionalText(errorsValue, 'errors');
  const newline = hasNewline ? checkedNewline(optionalText(newlineValue, 'newline')) : null;
  const flag = (v: Value, now: boolean) => (v === null ? now : isTrue(v));
  const line = flag(lineBuffering, self.lineBuffering);
  const through = flag(writeThrough, self.writeThrough);
  callMethod(self, 'flush');
  if (given !== null || givenErrors !== null || hasNewline) {
    const encoding = given === 'locale' ? localeEncoding : (given ?? self.encoding!);
    checkEncoding(encoding);
    self.encoding = encoding;
    self.errors = givenErrors ?? (given === null ? self.errors : 'strict');
    if (hasNewline) setNewline(self, newline);
    makeCoders(self);
    if (self.canSeek && self.encoder !== null && callMethod(self.buffer, 'tell') !== 0) {
      self.encoder.continue();
    }
  }
  self.lineBuffering = line;
  self.writeThrough = through;
};

function close(self: PyTextIOWrapper): Value {
  checkAttached(self);
  if (isClosed(self)) return null;
  let failure: unknown;
  try {
    callMethod(self, 'flush');
  } catch (error) {
    failure = error;
  }
  try {
    const result = callMethod(self.buffer, 'close');
    if (failure === undefined) return result;
  } catch (error) {
    if (failure !== undefined) (error as PyBaseException).context ??= failure as PyBaseException;
    throw error;
  }
  throw failure;
}

function nextLine(self: PyTextIOWrapper): Value {
  checkAttached(self);
  self.telling = false;
  let line: Value;
  if (self.type === textIOWrapperType) line = readTextLine(self, -1);
  else {
    line = callMethod(self, 'readline');
    if (strValue(line) === undefined) {
      throw newException(
        osErrorType,
        str(`readline() should have returned a str object, not '${typeOf(line).name}'`),
      );
    }
  }
  if (line === '' || strValue(line) === '') {
    self.snapshot = null;
    self.telling = self.canSeek;
    throw stopIteration(null);
  }
  return line;
}

function reprOf(self: PyTextIOWrapper): PyStr {
  if (self.state === 'new') throw valueError('I/O operation on uninitialized object');
  const title = typeTitle(self);
  const show = (name: string): string => {
    let value: Value | undefined;
    try {
      value = findAttr(self, name);
    } catch {
      // Detached.
    }
    return value === undefined ? '' : ` ${name}=${utf16(repr(value))}`;
  };
  return guardRepr(self, '...', () =>
    str(`<${title}${show('name')}${show('mode')} encoding=${utf16(repr(self.encoding))}>`),
  );
}

const forwards = (name: string) => (self: PyTextIOWrapper) => {
  checkAttached(self);
  return callMethod(self.buffer, name);
};

export const textIOWrapperType: PyType = defineType(PyTextIOWrapper, {
  name: 'TextIOWrapper',
  module: '_io',
  doc: docs.TextIOWrapper,
  base: textIOBaseType,
  flags: ['base', 'dict', 'weakref'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PyTextIOWrapper)()),
  slots: {
    __init__: (self, args, names) => void init.call(self, args, names),
    __repr__: reprOf,
    __next__: nextLine,
  },
  members: {
    encoding: self => self.encoding,
    line_buffering: self => self.lineBuffering,
    write_through: self => self.writeThrough,
    _finalizing: {
      get: self => self.finalizing,
      set: (self, v) => void (self.finalizing = v ?? false),
    },
  },
  attributes: {
    buffer: { get: self => (checkAttached(self), self.buffer) },
    closed: {
      get: self => {
        if (self.state === 'new') return true;
        checkAttached(self);
        return getAttr(self.buffer, 'closed');
      },
    },
    name: {
      get: self => {
        checkAttached(self);
        return getAttr(self.buffer, 'name');
      },
    },
    errors: { get: self => (checkAttached(self), self.errors) },
    newlines: {
      get: self => {
        checkAttached(self);
        const { decoder } = self;
        return newlinesValue(decoder instanceof NewlineDecoder ? decoder.translator.seen : 0);
      },
    },
    _CHUNK_SIZE: {
      get: self => (checkAttached(self), smallInt(self.chunkSize)),
      set: (self, value) => {
        checkAttached(self);
        if (value === undefined) {
          const message = `attribute '_CHUNK_SIZE' of '_io.TextIOWrapper' objects cannot be deleted`;
          throw attributeError(message, self, '_CHUNK_SIZE');
        }
        const size = asIndex(value);
        if (size <= 0) throw valueError('a strictly positive integer is required');
        self.chunkSize = size;
      },
    },
  },
  methods: {
    detach: method('()', '', self => {
      checkAttached(self);
      callMethod(self, 'flush');
      const { buffer } = self;
      self.buffer = self.buffered = null;
      self.state = 'detached';
      return buffer;
    }),
    reconfigure: method(
      '(*, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)',
      docs['TextIOWrapper.reconfigure'],
      (self, encoding, errors, newline, lineBuffering, writeThrough) => {
        const hasNewline = newline !== undefined;
        const newlineValue = hasNewline ? newline : null;
        reconfigure(self, encoding, errors, newlineValue, hasNewline, lineBuffering, writeThrough);
        return null;
      },
    ),
    write: method('(text, /)', '', (self, value) => {
      checkAttached(self);
      const text = strValue(value);
      if (text === undefined) {
        throw typeError(`write() argument must be str, not ${typeOf(value).name}`);
      }
      writeText(self, text);
      return smallInt(contentsOf(text).length);
    }),
    read: method('(size=-1, /)', '', (self, size) => {
      checkAttached(self);
      return readText(self, optionalSize(size));
    }),
    readline: method('(size: index = -1, /)', '', (self, size) => {
      checkAttached(self);
      return readTextLine(self, size);
    }),
    flush: method('()', '', self => {
      checkNotClosed(self);
      self.telling = self.canSeek;
      writePending(self);
      return callMethod(self.buffer, 'flush');
    }),
    close: method('()', '', close),
    fileno: method('()', '', forwards('fileno')),
    seekable: method('()', '', forwards('seekable')),
    readable: method('()', '', forwards('readable')),
    writable: method('()', '', forwards('writable')),
    isatty: method('()', '', forwards('isatty')),
    seek: method(
      '(cookie, whence: cint = 0, /)',
      docs['TextIOWrapper.seek'],
      (self, cookie, whence) => {
        checkAttached(self);
        return seekText(self, cookie, whence);
      },
    ),
    tell: method('()', docs['TextIOWrapper.tell'], self => tellText(self)),
    truncate: method('(pos=None, /)', '', (self, pos) => {
      checkAttached(self);
      callMethod(self, 'flush');
      return callMethod(self.buffer, 'truncate', pos);
    }),
    __getstate__: method('()', '', self => cannotPickle(self)),
  },
});
