import type { NativeString } from '../host/host.ts';
import { int, isInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { asInt } from '../runtime/convert.ts';
import { keyError, typeError, valueError } from '../runtime/errors.ts';
import { reprText } from '../runtime/text.ts';
import { host } from './host-access.ts';
import { nativeFromBytes, strFromNative } from './native-path.ts';

/** The system's files of users and groups, whose lines are fields between colons. CPython: Modules/pwdmodule.c, Modules/grpmodule.c */

const NEWLINE = 10;
const COLON = 58;
const HASH = 35;

function split(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length; i++)
    if (i === bytes.length || bytes[i] === separator) {
      parts.push(bytes.subarray(start, i));
      start = i + 1;
    }
  return parts;
}

/** The entries of a file with at least `least` fields; none where there is no such file. */
export function accountEntries(path: NativeString, least: number): PyStr[][] {
  const { files } = host();
  if (files === undefined || files.kind(path) !== 'file') return [];
  return split(files.readAll(path), NEWLINE)
    .filter(line => line.length > 0 && line[0] !== HASH)
    .map(line => split(line, COLON))
    .filter(fields => fields.length >= least)
    .map(fields => fields.map(field => strFromNative(nativeFromBytes(field))));
}

/** The number in a field. */
export const idField = (field: PyStr): number => Number(utf16(field));

const MAXIMUM_ID = 0xffff_ffff;

/** A user's or group's number; undefined where it is none that could be. -1 stands for the highest. */
export function idArgument(v: Value, what: 'uid' | 'gid'): number | undefined {
  if (
    !isInt(v) &&
    !(typeof v === 'boolean') &&
    (typeof v !== 'object' || v?.__index__$0 === undefined)
  )
    throw typeError(`${what} should be integer, not ${typeOf(v).name}`);
  const id = asInt(v);
  if (id === -1) return MAXIMUM_ID;
  return typeof id === 'number' && id >= 0 && id < MAXIMUM_ID ? id : undefined;
}

export const shownId = (id: number): string => (id === MAXIMUM_ID ? '-1' : String(int(id)));

export function checkName(name: PyStr): void {
  if (utf16(name).includes('\0')) throw valueError('embedded null byte');
}

/** `getpwnam(): name not found: 'x'` */
export const nameNotFound = (function_: string, name: PyStr) =>
  keyError(str(`${function_}(): name not found: ${reprText(name)}`));
