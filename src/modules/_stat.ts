import { smallInt } from '../objects/int.ts';
import { str } from '../objects/str.ts';
import { asInt } from '../runtime/convert.ts';
import { defineModule, fn, type FunctionSpec } from '../runtime/declare-module.ts';
import type { Value } from '../objects/object.ts';
import { overflowError } from '../runtime/errors.ts';

const modes = {
  S_IFDIR: 0o040000,
  S_IFCHR: 0o020000,
  S_IFBLK: 0o060000,
  S_IFREG: 0o100000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFSOCK: 0o140000,
  S_IFDOOR: 0,
  S_IFPORT: 0,
  S_IFWHT: 0,
};
const permissions = {
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
};
const flags = {
  UF_SETTABLE: 0xffff,
  UF_NODUMP: 1,
  UF_IMMUTABLE: 2,
  UF_APPEND: 4,
  UF_OPAQUE: 8,
  UF_NOUNLINK: 16,
  UF_COMPRESSED: 32,
  UF_TRACKED: 64,
  UF_DATAVAULT: 128,
  UF_HIDDEN: 32_768,
  SF_SETTABLE: 0x3fff0000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_APPEND: 0x40000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
  SF_FIRMLINK: 0x800000,
  SF_DATALESS: 0x40000000,
};
const fields = ['MODE', 'INO', 'DEV', 'NLINK', 'UID', 'GID', 'SIZE', 'ATIME', 'MTIME', 'CTIME'];

/** A mode as the C module takes it: 16 bits would do, an unsigned long is accepted. */
function modeOf(v: Value): number {
  const mode = asInt(v);
  if (mode < 0) throw overflowError("can't convert negative value to unsigned int");
  if (mode >= 1n << 64n) throw overflowError('Python int too large to convert to C unsigned long');
  if (mode > 0xffffffff) throw overflowError('mode out of range');
  return Number(mode);
}

const isKind = (name: string, format: number): FunctionSpec =>
  fn(
    '(object, /)',
    `${name}(mode) -> bool\n\nReturn True if mode is from ${kindTexts[name]!}.`,
    mode => (format === 0 ? (modeOf(mode), false) : (modeOf(mode) & 0o170000) === format),
  );

const kindTexts: Readonly<Record<string, string>> = {
  S_ISDIR: 'a directory',
  S_ISCHR: 'a character special device file',
  S_ISBLK: 'a block special device file',
  S_ISREG: 'a regular file',
  S_ISFIFO: 'a FIFO (named pipe)',
  S_ISLNK: 'a symbolic link',
  S_ISSOCK: 'a socket',
  S_ISDOOR: 'a door',
  S_ISPORT: 'an event port',
  S_ISWHT: 'a whiteout',
};

const kindLetters: Readonly<Record<number, string>> = {
  [modes.S_IFREG]: '-',
  [modes.S_IFDIR]: 'd',
  [modes.S_IFLNK]: 'l',
  [modes.S_IFBLK]: 'b',
  [modes.S_IFCHR]: 'c',
  [modes.S_IFIFO]: 'p',
  [modes.S_IFSOCK]: 's',
};

/** `ls -l`'s ten characters. */
function fileMode(mode: number): string {
  const triple = (shift: number, special: number, letter: string) => {
    const bits = (mode >> shift) & 7;
    const isSpecial = (mode & special) !== 0;
    const x = bits & 1 ? (isSpecial ? letter : 'x') : isSpecial ? letter.toUpperCase() : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${x}`;
  };
  const { S_ISUID, S_ISGID, S_ISVTX } = permissions;
  const kind = kindLetters[mode & 0o170000] ?? '?';
  return kind + triple(6, S_ISUID, 's') + triple(3, S_ISGID, 's') + triple(0, S_ISVTX, 't');
}

const constants = Object.fromEntries(
  [
    ...Object.entries({ ...modes, ...permissions, ...flags }),
    ...fields.map((field, i) => [`ST_${field}`, i] as const),
  ].map(([name, value]) => [name, smallInt(value)]),
);

/** Modes of files. CPython: Modules/_stat.c */
export const statModule = defineModule('_stat', {
  doc: `S_IFMT_: file type bits
S_IFDIR: directory
S_IFCHR: character device
S_IFBLK: block device
S_IFREG: regular file
S_IFIFO: fifo (named pipe)
S_IFLNK: symbolic link
S_IFSOCK: socket file
S_IFDOOR: door
S_IFPORT: event port
S_IFWHT: whiteout

S_ISUID: set UID bit
S_ISGID: set GID bit
S_ENFMT: file locking enforcement
S_ISVTX: sticky bit
S_IREAD: Unix V7 synonym for S_IRUSR
S_IWRITE: Unix V7 synonym for S_IWUSR
S_IEXEC: Unix V7 synonym for S_IXUSR
S_IRWXU: mask for owner permissions
S_IRUSR: read by owner
S_IWUSR: write by owner
S_IXUSR: execute by owner
S_IRWXG: mask for group permissions
S_IRGRP: read by group
S_IWGRP: write by group
S_IXGRP: execute by group
S_IRWXO: mask for others (not in group) permissions
S_IROTH: read by others
S_IWOTH: write by others
S_IXOTH: execute by others

UF_SETTABLE: mask of owner changeable flags
UF_NODUMP: do not dump file
UF_IMMUTABLE: file may not be changed
UF_APPEND: file may only be appended to
UF_OPAQUE: directory is opaque when viewed through a union stack
UF_NOUNLINK: file may not be renamed or deleted
UF_COMPRESSED: macOS: file is hfs-compressed
UF_TRACKED: used for dealing with document IDs
UF_DATAVAULT: entitlement required for reading and writing
UF_HIDDEN: macOS: file should not be displayed
SF_SETTABLE: mask of super user changeable flags
SF_ARCHIVED: file may be archived
SF_IMMUTABLE: file may not be changed
SF_APPEND: file may only be appended to
SF_RESTRICTED: entitlement required for writing
SF_NOUNLINK: file may not be renamed or deleted
SF_SNAPSHOT: file is a snapshot file
SF_FIRMLINK: file is a firmlink
SF_DATALESS: file is a dataless object

On macOS:
SF_SUPPORTED: mask of super user supported flags
SF_SYNTHETIC: mask of read-only synthetic flags

ST_MODE
ST_INO
ST_DEV
ST_NLINK
ST_UID
ST_GID
ST_SIZE
ST_ATIME
ST_MTIME
ST_CTIME

FILE_ATTRIBUTE_*: Windows file attribute constants
                   (only present on Windows)
`,
  functions: {
    ...Object.fromEntries(
      Object.keys(kindTexts).map(name => [
        name,
        isKind(name, modes[name.replace('S_IS', 'S_IF') as keyof typeof modes]),
      ]),
    ),
    S_IMODE: fn(
      '(object, /)',
      "Return the portion of the file's mode that can be set by os.chmod().",
      mode => smallInt(modeOf(mode) & 0o7777),
    ),
    S_IFMT: fn(
      '(object, /)',
      "Return the portion of the file's mode that describes the file type.",
      mode => smallInt(modeOf(mode) & 0o170000),
    ),
    filemode: fn(
      '(object, /)',
      "Convert a file's mode to a string of the form '-rwxrwxrwx'",
      mode => str(fileMode(modeOf(mode))),
    ),
  },
  constants,
});
