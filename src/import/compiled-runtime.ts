import { PyCode, type CodeInfo } from '../objects/code.ts';
import { float } from '../objects/float.ts';
import { Ellipsis, RAISED } from '../objects/object.ts';
import type { RuntimeName } from '../compiler/runtime-names.ts';
import * as arithmetic from '../runtime/arithmetic.ts';
import { delAttr, getAttr, setAttr } from '../runtime/attributes.ts';
import { calleeEntry, invoke, invokeMethod, methodEntry } from '../runtime/call.ts';
import { eq, ge, gt, isSame, le, lt, ne } from '../runtime/compare.ts';
import * as calls from '../runtime/compiled/calls.ts';
import * as managers from '../runtime/compiled/context-managers.ts';
import * as data from '../runtime/compiled/data.ts';
import * as exceptions from '../runtime/compiled/exceptions.ts';
import * as generators from '../runtime/compiled/generators.ts';
import * as imports from '../runtime/compiled/imports.ts';
import * as names from '../runtime/compiled/names.ts';
import * as patterns from '../runtime/compiled/patterns.ts';
import * as typing from '../runtime/compiled/typing.ts';
import { contains } from '../runtime/contains.ts';
import { iteration, unpack, unpackStarred } from '../runtime/iterate.ts';
import { delItem, getItem, setItem } from '../runtime/subscript.ts';
import { asciiRepr, format, repr, toStr } from '../runtime/text.ts';
import { isTrue } from '../runtime/truth.ts';

/** The table of what compiled code may call. */
const table = {
  ...arithmetic,
  ...calls,
  ...managers,
  ...data,
  ...exceptions,
  ...generators,
  ...imports,
  ...names,
  ...patterns,
  ...typing,
  Ellipsis,
  RAISED,
  ascii: asciiRepr,
  calleeEntry,
  contains,
  delAttr,
  delItem,
  eq,
  float,
  format,
  ge,
  getAttr,
  getItem,
  gt,
  invoke,
  invokeMethod,
  isSame,
  isTrue,
  iteration,
  le,
  lt,
  methodEntry,
  ne,
  repr,
  setAttr,
  setItem,
  toStr,
  unpack,
  unpackStarred,
} satisfies Record<Exclude<RuntimeName, 'code'>, unknown>;

/** The table for the text of one file, whose code objects know its name. */
export const compiledRuntime = (filename: string): object => ({
  ...table,
  code: (info: CodeInfo) => new PyCode(info, filename, null),
});
