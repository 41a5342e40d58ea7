import { DecodeFailure, strictDecode } from '../../algorithms/codecs/errors.ts';
import { decodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import { HostError, type FileKind, type NativeString, type Stat } from '../host.ts';
import { errno, mode as fileMode } from './constants.ts';

export function failure(code: keyof typeof errno, path?: NativeString, path2?: NativeString) {
  return new HostError(errno[code], code, path, path2);
}

/** The bytes of a pipe and who holds its ends. */
export class PipeBuffer {
  bytes = new Uint8Array(0);
  readers = 0;
  writers = 0;
}

/** One file, directory, link or FIFO. */
export class Inode {
  readonly number: number;
  /** Type and permission bits. */
  mode: number;
  links = 0;
  uid = 1000;
  gid = 1000;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  readonly birthtimeNs: bigint;
  /** A file's contents are the first `size` of them. */
  bytes = new Uint8Array(0);
  size = 0;
  /** A directory's names in order of creation, by key. */
  readonly entries = new Map<string, Inode>();
  parent: Inode;
  /** A link's target. */
  target: NativeString = '';
  readonly pipe = new PipeBuffer();
  /** A standard stream or other device. */
  device: Device | undefined;

  constructor(number: number, mode: number, now: bigint, parent?: Inode) {
    this.number = number;
    this.mode = mode;
    this.atimeNs = this.mtimeNs = this.ctimeNs = this.birthtimeNs = now;
    this.parent = parent ?? this;
  }

  get kind(): FileKind {
    return kinds[this.mode & fileMode.S_IFMT] ?? 'unknown';
  }

  /** Grows or shrinks, filling with zeros. */
  resize(size: number): void {
    if (size > this.bytes.length) {
      const grown = new Uint8Array(Math.max(size, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.size));
      this.bytes = grown;
    } else if (size < this.size) this.bytes.fill(0, size, this.size);
    this.size = size;
  }

  stat(): Stat {
    const size = this.kind === 'symlink' ? this.target.length : this.size;
    return {
      mode: this.mode,
      ino: this.number,
      dev: 1,
      nlink: this.links,
      uid: this.uid,
      gid: this.gid,
      rdev: 0,
      size,
      blocks: Math.ceil(size / 512),
      blksize: 4096,
      atimeNs: this.atimeNs,
      mtimeNs: this.mtimeNs,
      ctimeNs: this.ctimeNs,
      birthtimeNs: this.birthtimeNs,
    };
  }
}

export interface Device {
  readonly terminal: boolean;
  read(buffer: Uint8Array): number;
  write(bytes: Uint8Array): number;
}

const kinds: Readonly<Record<number, FileKind>> = {
  [fileMode.S_IFREG]: 'file',
  [fileMode.S_IFDIR]: 'directory',
  [fileMode.S_IFLNK]: 'symlink',
  [fileMode.S_IFIFO]: 'fifo',
  [fileMode.S_IFCHR]: 'character',
};

/** A name as a Map key: itself, or NUL and its bytes as Latin-1 when it is not UTF-8. */
export type Key = string;

export const nameOf = (key: Key): NativeString =>
  key.startsWith('\0') ? Uint8Array.from(key.slice(1), c => c.charCodeAt(0)) : key;

function keyOf(bytes: Uint8Array): Key {
  const latin = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  if (bytes.every(byte => byte < 128)) return latin;
  try {
    const { text } = decodeUtf8(bytes, strictDecode);
    return typeof text === 'string' ? text : String.fromCodePoint(...text);
  } catch (error) {
    if (error instanceof DecodeFailure) return `\0${latin}`;
    throw error;
  }
}

/** The steps of a path; the first is '' when it is absolute, the last when it ends in a slash. */
export function split(path: NativeString): Key[] {
  if (typeof path === 'string') return path.split('/');
  const keys: Key[] = [];
  let start = 0;
  for (let end = 0; end <= path.length; end++) {
    if (end < path.length && path[end] !== 47) continue;
    keys.push(keyOf(path.subarray(start, end)));
    start = end + 1;
  }
  return keys;
}

/** The path that joins `keys` with slashes. */
export function join(keys: readonly Key[]): NativeString {
  if (!keys.some(key => key.startsWith('\0'))) return keys.join('/');
  const bytes = keys.flatMap((key, i) => [...(i > 0 ? [47] : []), ...encode(nameOf(key))]);
  return Uint8Array.from(bytes);
}

function encode(name: NativeString): readonly number[] {
  if (typeof name !== 'string') return [...name];
  return Array.from(encodeURIComponent(name).matchAll(/%([0-9A-F]{2})|[^%]/g), match =>
    match[1] === undefined ? match[0].charCodeAt(0) : parseInt(match[1], 16),
  );
}
