import type { BigIntStats, Dirent, Stats } from 'node:fs';
import type { FileKind, Stat } from '../host.ts';

const integer = (value: bigint): number | bigint =>
  value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;

/** Node's stat result in the host's terms. */
export function toStat(stats: BigIntStats): Stat {
  return {
    mode: Number(stats.mode),
    ino: integer(stats.ino),
    dev: integer(stats.dev),
    nlink: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    rdev: integer(stats.rdev),
    size: Number(stats.size),
    blocks: Number(stats.blocks),
    blksize: Number(stats.blksize),
    atimeNs: stats.atimeNs,
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
    birthtimeNs: stats.birthtimeNs,
  };
}

export function kindOf(entry: Dirent<string> | Dirent<Buffer> | Stats): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  if (entry.isSymbolicLink()) return 'symlink';
  if (entry.isFIFO()) return 'fifo';
  if (entry.isSocket()) return 'socket';
  if (entry.isCharacterDevice()) return 'character';
  if (entry.isBlockDevice()) return 'block';
  return 'unknown';
}
