import type { Files, NativeString } from '../../host/host.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { runtimeWarningType } from '../../objects/exception-types.ts';
import { isInt, IntObject } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { findAttr } from '../../runtime/attributes.ts';
import { call } from '../../runtime/call.ts';
import { asInt } from '../../runtime/convert.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { host } from '../host-access.ts';
import { findPath, hasNull, nativeFromValue } from '../native-path.ts';
import { releaseAll } from '../unflushed.ts';
import { warnCaller as warn } from '../../runtime/warn.ts';

/** Arguments of the file functions. CPython: Modules/posixmodule.c, path_converter and its kin */

export interface PathArgument {
  /** For the host; '' when `fd` is given. */
  readonly native: NativeString;
  /** What OSError shows as filename. */
  readonly shown: Value;
  readonly fd: number | undefined;
  /** Answers are bytes. */
  readonly isBytes: boolean;
}

interface PathOptions {
  readonly fd?: boolean;
  readonly nullable?: boolean;
  /** Names with null characters are the caller's business. */
  readonly lax?: boolean;
}

export function pathArgument(
  v: Value,
  functionName: string,
  name = 'path',
  options: PathOptions = {},
): PathArgument {
  const { fd = false, nullable = false, lax = false } = options;
  if (v === null && nullable) return { native: '.', shown: null, fd: undefined, isBytes: false };
  if (fd && isIndex(v)) return { native: '', shown: v, fd: asDescriptor(v), isBytes: false };
  const path = findPath(v);
  if (path === undefined) {
    const allowed = fd
      ? nullable
        ? 'string, bytes, os.PathLike, integer or None'
        : 'string, bytes, os.PathLike or integer'
      : nullable
        ? 'string, bytes, os.PathLike or None'
        : 'string, bytes or os.PathLike';
    throw typeError(`${functionName}: ${name} should be ${allowed}, not ${typeOf(v).name}`);
  }
  const native = nativeFromValue(path);
  if (!lax && hasNull(native)) {
    throw valueError(`${functionName}: embedded null character in ${name}`);
  }
  return { native, shown: path, fd: undefined, isBytes: path instanceof PyBytes };
}

const isIndex = (v: Value): boolean =>
  isInt(v) ||
  typeof v === 'boolean' ||
  v instanceof IntObject ||
  (typeof v === 'object' && v !== null && v.__index__$0 !== undefined);

function asDescriptor(v: Value): number {
  if (typeof v === 'boolean') {
    warn(runtimeWarningType, 'bool is used as a file descriptor');
  }
  const n = asInt(v);
  if (n > 0x7fffffff) throw overflowError('fd is greater than maximum');
  if (n < -0x80000000) throw overflowError('fd is less than minimum');
  return Number(n);
}

/** `dir_fd=`: a path that the host understands by itself. */
export function relativeTo(dirFd: Value, path: PathArgument): NativeString {
  if (dirFd === null) return path.native;
  if (!isIndex(dirFd)) {
    throw typeError(`argument should be integer or None, not ${typeOf(dirFd).name}`);
  }
  const base = asDescriptor(dirFd);
  return requireFiles().at!(base, path.native);
}

/** A descriptor, or an object with `fileno()`. */
export function filenoArgument(v: Value): number {
  if (isIndex(v)) {
    const fd = asDescriptor(v);
    if (fd < 0) throw valueError(`file descriptor cannot be a negative integer (${fd})`);
    return fd;
  }
  const method = findAttr(v, 'fileno');
  if (method === undefined) {
    throw typeError('argument must be an int, or have a fileno() method.');
  }
  const result = call(method);
  if (!isInt(result)) throw typeError('fileno() returned a non-integer');
  return asDescriptor(result);
}

/** An offset or length in a file. */
export function offsetArgument(v: Value): number {
  const n = asInt(v);
  if (typeof n === 'bigint') throw overflowError('Python int too large to convert to C long');
  return n;
}

/** An id of a user or group; -1 changes nothing. */
export function idArgument(v: Value, what: 'uid' | 'gid'): number {
  if (!isIndex(v)) throw typeError(`${what} should be integer, not ${typeOf(v).name}`);
  const n = asInt(v);
  if (n < -1) throw overflowError(`${what} is less than minimum`);
  if (n > 0xffffffff) throw overflowError(`${what} is greater than maximum`);
  return Number(n);
}

/** The host's files, with nothing that belongs in them still held back. */
export function requireFiles(): Files {
  releaseAll();
  const { files } = host();
  if (files === undefined) throw new Error('taipan: posix is offered without files');
  return files;
}
