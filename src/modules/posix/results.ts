import type { FileSystemStat, Stat } from '../../host/host.ts';
import { float } from '../../objects/float.ts';
import { int } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { defineStructSequence, type PyStructSequence } from '../../types/struct-sequence.ts';
import { docs } from './docs.gen.ts';

/** Result types of posix. CPython: Modules/posixmodule.c */

const member = (type: string, name: string): [string, string | null] => [
  name,
  (docs as Readonly<Record<string, string>>)[`${type}.${name}`] ?? null,
];
const members = (type: string, names: string) => names.split(' ').map(name => member(type, name));

export const statResult = defineStructSequence({
  name: 'stat_result',
  module: 'os',
  doc: docs.stat_result,
  visible: 10,
  fields: [
    ...members('stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size'),
    [null, 'integer time of last access'],
    [null, 'integer time of last modification'],
    [null, 'integer time of last change'],
    ...members('stat_result', 'st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns'),
    ...members('stat_result', 'st_blksize st_blocks st_rdev'),
  ],
  complete: values => {
    for (const i of [7, 8, 9]) values[i + 3] ??= values[i]!;
  },
});

const billion = 1_000_000_000n;

/** Seconds, floored, and the nanoseconds past them. */
function splitTime(time: bigint): [seconds: bigint, nanoseconds: bigint] {
  const rest = ((time % billion) + billion) % billion;
  return [(time - rest) / billion, rest];
}

export function makeStatResult(stat: Stat): PyStructSequence {
  const times = [stat.atimeNs, stat.mtimeNs, stat.ctimeNs];
  const parts = times.map(splitTime);
  return statResult.make([
    ...[stat.mode, stat.ino, stat.dev, stat.nlink, stat.uid, stat.gid, stat.size].map(int),
    ...parts.map(([seconds]) => int(seconds)),
    ...parts.map(([seconds, rest]) => float(Number(seconds) + 1e-9 * Number(rest))),
    ...times.map(int),
    ...[stat.blksize, stat.blocks, stat.rdev].map(int),
  ]);
}

export const statvfsResult = defineStructSequence({
  name: 'statvfs_result',
  module: 'os',
  doc: docs.statvfs_result,
  visible: 10,
  fields: members(
    'statvfs_result',
    'f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax f_fsid',
  ),
});

export function makeStatvfsResult(stat: FileSystemStat): PyStructSequence {
  const { bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax, fsid } = stat;
  const sizes = [bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax, fsid];
  return statvfsResult.make(sizes.map(int));
}

export const terminalSize = defineStructSequence({
  name: 'terminal_size',
  module: 'os',
  doc: docs.terminal_size,
  fields: members('terminal_size', 'columns lines'),
});

export const timesResult = defineStructSequence({
  name: 'times_result',
  module: 'posix',
  doc: docs.times_result,
  fields: members('times_result', 'user system children_user children_system elapsed'),
});

export const unameResult = defineStructSequence({
  name: 'uname_result',
  module: 'posix',
  doc: docs.uname_result,
  fields: members('uname_result', 'sysname nodename release version machine'),
});

export const seconds = (nanoseconds: bigint): Value => float(Number(nanoseconds) / 1e9);
