import { smallInt, int } from '../../objects/int.ts';
import { float } from '../../objects/float.ts';
import type { Value } from '../../objects/object.ts';
import { defineStructSequence } from '../../types/struct-sequence.ts';
import { docs } from './docs.gen.ts';

/** The named tuples of `sys`. CPython: Python/sysmodule.c, Objects/floatobject.c, Objects/longobject.c */

const doc = (name: string): string => (docs as Readonly<Record<string, string>>)[name] ?? '';

function structure(name: string, fields: readonly string[], visible = fields.length) {
  return defineStructSequence({
    name,
    module: 'sys',
    doc: doc(name),
    fields: fields.map(field => [
      field,
      (docs as Readonly<Record<string, string>>)[`${name}.${field}`] ?? null,
    ]),
    visible,
    sealed: true,
  });
}

const flagNames = [
  'debug',
  'inspect',
  'interactive',
  'optimize',
  'dont_write_bytecode',
  'no_user_site',
  'no_site',
  'ignore_environment',
  'verbose',
  'bytes_warning',
  'quiet',
  'hash_randomization',
  'isolated',
  'dev_mode',
  'utf8_mode',
  'warn_default_encoding',
  'safe_path',
  'int_max_str_digits',
  'gil',
  'thread_inherit_context',
  'context_aware_warnings',
] as const;
export type FlagName = (typeof flagNames)[number];
const flagsType = structure('flags', flagNames, 18);
const booleanFlags: ReadonlySet<string> = new Set(['dev_mode', 'safe_path']);

/** `sys.flags` */
export const makeFlags = (values: Readonly<Partial<Record<FlagName, number>>>): Value =>
  flagsType.make(
    flagNames.map(name => {
      const value = values[name] ?? (name === 'gil' ? 1 : 0);
      return booleanFlags.has(name) ? value !== 0 : smallInt(value);
    }),
  );

const versionType = structure('version_info', [
  'major',
  'minor',
  'micro',
  'releaselevel',
  'serial',
]);
export const versionInfo: Value = versionType.make([
  smallInt(3),
  smallInt(14),
  smallInt(10),
  'final',
  smallInt(0),
]);

export const floatInfo: Value = structure('float_info', [
  'max',
  'max_exp',
  'max_10_exp',
  'min',
  'min_exp',
  'min_10_exp',
  'dig',
  'mant_dig',
  'epsilon',
  'radix',
  'rounds',
]).make([
  float(Number.MAX_VALUE),
  smallInt(1024),
  smallInt(308),
  float(2.2250738585072014e-308),
  smallInt(-1021),
  smallInt(-307),
  smallInt(15),
  smallInt(53),
  float(Number.EPSILON),
  smallInt(2),
  smallInt(1),
]);
export const intInfo: Value = structure('int_info', [
  'bits_per_digit',
  'sizeof_digit',
  'default_max_str_digits',
  'str_digits_check_threshold',
]).make([30, 4, 4300, 640].map(smallInt));
export const hashInfo: Value = structure('hash_info', [
  'width',
  'modulus',
  'inf',
  'nan',
  'imag',
  'algorithm',
  'hash_bits',
  'seed_bits',
  'cutoff',
]).make([
  smallInt(64),
  int(2305843009213693951n),
  smallInt(314159),
  smallInt(0),
  smallInt(1000003),
  'siphash13',
  smallInt(64),
  smallInt(128),
  smallInt(0),
]);
export const threadInfo: Value = structure('thread_info', ['name', 'lock', 'version']).make([
  'pthread',
  'semaphore',
  null,
]);
export const asyncGenHooks = structure('asyncgen_hooks', ['firstiter', 'finalizer']);
