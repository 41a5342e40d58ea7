import { typeOf } from '../../objects/builtin-types.ts';
import { runtimeWarningType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { setAttr } from '../../runtime/attributes.ts';
import { callArgs, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { reprText } from '../../runtime/text.ts';
import { warnCaller as warn } from '../../runtime/warn.ts';
import { DEFAULT_BUFFER_SIZE } from './base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered.ts';
import { fileIOType, type PyFileIO } from './file-io.ts';
import { textIOWrapperType } from './text-io.ts';

/** `open`. CPython: Modules/_io/_iomodule.c */

interface OpenMode {
  readonly creating: boolean;
  readonly reading: boolean;
  readonly writing: boolean;
  readonly appending: boolean;
  readonly updating: boolean;
  readonly text: boolean;
  readonly binary: boolean;
}

function parseMode(mode: string, shown: Value): OpenMode {
  const invalid = () => valueError(`invalid mode: ${reprText(shown)}`);
  if (new Set(mode).size !== mode.length) throw invalid();
  if (/[^xrwa+tb]/.test(mode)) throw invalid();
  const has = (letter: string) => mode.includes(letter);
  return {
    creating: has('x'),
    reading: has('r'),
    writing: has('w'),
    appending: has('a'),
    updating: has('+'),
    text: has('t'),
    binary: has('b'),
  };
}

function check(mode: OpenMode, encoding: Value, errors: Value, newline: Value): void {
  const { creating, reading, writing, appending, text, binary } = mode;
  if (text && binary) throw valueError("can't have text and binary mode at once");
  const count = Number(creating) + Number(reading) + Number(writing) + Number(appending);
  if (count > 1) throw valueError('must have exactly one of create/read/write/append mode');
  for (const [name, v] of Object.entries({ encoding, errors, newline })) {
    if (!binary || v === null) continue;
    const article = name === 'newline' ? 'a' : 'an';
    throw valueError(`binary mode doesn't take ${article} ${name} argument`);
  }
}

const optional = (v: Value, name: string): Value => {
  if (v !== null && strValue(v) === undefined) {
    throw typeError(`open() argument '${name}' must be str or None, not ${typeOf(v).name}`);
  }
  return v;
};

export function open(
  file: Value,
  modeText: string,
  bufferSize: number,
  encoding: Value,
  errors: Value,
  newline: Value,
  closefd: boolean,
  opener: Value,
): Value {
  for (const [name, v] of Object.entries({ encoding, errors, newline })) optional(v, name);
  const mode = parseMode(modeText, str(modeText));
  check(mode, encoding, errors, newline);
  if (mode.binary && bufferSize === 1) {
    warn(
      runtimeWarningType,
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
    );
  }
  const rawMode = ['x', 'r', 'w', 'a', '+'].filter(letter => modeText.includes(letter)).join('');
  let result = callArgs(fileIOType, [file, str(rawMode), closefd, opener], null);
  try {
    const raw = result as PyFileIO;
    const isTerminal =
      (bufferSize < 0 || bufferSize === 1) && callMethod(raw, '_isatty_open_only') === true;
    const lineBuffering = (bufferSize === 1 && !mode.binary) || (bufferSize < 0 && isTerminal);
    let size = bufferSize;
    if (size < 0 || size === 1)
      size = Math.max(Math.min(raw.blockSize, 8_388_608), DEFAULT_BUFFER_SIZE);
    if (size === 0) {
      if (!mode.binary) throw valueError("can't have unbuffered text I/O");
      return result;
    }
    const bufferType = mode.updating
      ? bufferedRandomType
      : mode.reading
        ? bufferedReaderType
        : bufferedWriterType;
    result = callArgs(bufferType, [result, smallInt(size)], null);
    if (mode.binary) return result;
    result = callArgs(textIOWrapperType, [result, encoding, errors, newline, lineBuffering], null);
    setAttr(result, 'mode', str(modeText));
    return result;
  } catch (error) {
    callMethod(result, 'close');
    throw error;
  }
}

/** `open_code`: the contents of a file meant to be executed. */
export function openCode(path: Value): Value {
  const text = strValue(path);
  if (text === undefined) {
    throw typeError(`open_code() argument 'path' must be str, not ${typeOf(path).name}`);
  }
  return open(path, 'rb', -1, null, null, null, true, null);
}

export const modeOf = (v: Value): string => {
  const text = strValue(v);
  if (text === undefined) {
    throw typeError(`open() argument 'mode' must be str, not ${typeOf(v).name}`);
  }
  return utf16(text);
};
