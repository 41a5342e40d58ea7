import { blockingIOErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { utf16 } from '../../objects/str.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import {
  bufferedIOBaseType,
  DEFAULT_BUFFER_SIZE,
  ioBaseType,
  rawIOBaseType,
  textIOBaseType,
  unsupportedOperationType,
} from './base.ts';
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedRWPairType,
  bufferedWriterType,
} from './buffered.ts';
import { bytesIOBufferType, bytesIOType } from './bytes-io.ts';
import { docs } from './docs.gen.ts';
import { fileIOType } from './file-io.ts';
import { newlineDecoderType } from './newline-decoder.ts';
import { open, openCode } from './open.ts';
import { stringIOType } from './string-io.ts';
import { textIOWrapperType } from './text-io.ts';

/** Streams. CPython: Modules/_io/_iomodule.c */
export const ioModule = defineModule('_io', {
  doc: docs[''],
  functions: {
    open: fn(
      "(file, mode: str = 'r', buffering: cint = -1, encoding=None, errors=None, newline=None, closefd: bool = True, opener=None)",
      docs.open,
      (file, mode, buffering, encoding, errors, newline, closefd, opener) =>
        open(file, utf16(mode), buffering, encoding, errors, newline, closefd, opener),
    ),
    open_code: fn('(path)', docs.open_code, openCode),
    text_encoding: fn('(encoding, stacklevel: cint = 2, /)', docs.text_encoding, encoding =>
      encoding === null ? 'locale' : encoding,
    ),
  },
  types: {
    BlockingIOError: blockingIOErrorType,
    BufferedRWPair: bufferedRWPairType,
    BufferedRandom: bufferedRandomType,
    BufferedReader: bufferedReaderType,
    BufferedWriter: bufferedWriterType,
    BytesIO: bytesIOType,
    FileIO: fileIOType,
    IncrementalNewlineDecoder: newlineDecoderType,
    StringIO: stringIOType,
    TextIOWrapper: textIOWrapperType,
    UnsupportedOperation: unsupportedOperationType,
    _BufferedIOBase: bufferedIOBaseType,
    _BytesIOBuffer: bytesIOBufferType,
    _IOBase: ioBaseType,
    _RawIOBase: rawIOBaseType,
    _TextIOBase: textIOBaseType,
  },
  constants: { DEFAULT_BUFFER_SIZE: smallInt(DEFAULT_BUFFER_SIZE) },
});
