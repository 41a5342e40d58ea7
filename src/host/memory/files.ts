import type {
  Descriptor,
  DirectoryEntry,
  FileKind,
  Files,
  FileSystemStat,
  NativeString,
  Stat,
} from '../host.ts';
import { mode as fileMode, open as openFlags } from './constants.ts';
import type { MemoryDescriptors } from './descriptors.ts';
import { failure, type Inode, join, nameOf, split } from './inodes.ts';
import type { Tree } from './tree.ts';

/** A file system in memory. Permissions are kept and not enforced: the program owns everything, as root does. */
export class MemoryFiles implements Files {
  readonly #tree: Tree;
  readonly #descriptors: MemoryDescriptors;
  #umask = 0o022;

  constructor(tree: Tree, descriptors: MemoryDescriptors) {
    this.#tree = tree;
    this.#descriptors = descriptors;
  }

  open(path: NativeString, flags: number, mode: number): Descriptor {
    const { O_CREAT, O_EXCL, O_TRUNC, O_DIRECTORY, O_NOFOLLOW, O_ACCMODE } = openFlags;
    const exclusive = (flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0;
    const place = this.#tree.place(path, !exclusive && !(flags & O_NOFOLLOW));
    let { inode } = place;
    if (inode === undefined) {
      if (!(flags & O_CREAT)) throw failure('ENOENT', path);
      if (place.slash) throw failure('EISDIR', path);
      inode = this.#tree.make(fileMode.S_IFREG | (mode & 0o7777 & ~this.#umask));
      this.#tree.link(place, inode);
    } else if (exclusive) throw failure('EEXIST', path);
    if (inode.kind === 'symlink') throw failure('ELOOP', path);
    if (flags & O_DIRECTORY && inode.kind !== 'directory') throw failure('ENOTDIR', path);
    if (inode.kind === 'directory' && (flags & O_ACCMODE || flags & O_CREAT)) {
      throw failure('EISDIR', path);
    }
    if (flags & O_TRUNC && inode.kind === 'file') {
      inode.resize(0);
      inode.mtimeNs = inode.ctimeNs = this.#tree.now();
    }
    const kept = O_ACCMODE | openFlags.O_APPEND | openFlags.O_NONBLOCK;
    return this.#descriptors.add(inode, flags & kept);
  }

  at(base: Descriptor, path: NativeString): NativeString {
    const [first] = split(path);
    if (first === '') return path;
    const directory = this.#descriptors.inode(base);
    if (directory.kind !== 'directory') throw failure('ENOTDIR', path);
    return join([...split(this.#tree.pathOf(directory)), ...split(path)]);
  }

  stat(path: NativeString, follow: boolean): Stat {
    return this.#tree.find(path, follow).stat();
  }

  kind(path: NativeString): FileKind | undefined {
    try {
      return this.#tree.find(path).kind;
    } catch {
      return undefined;
    }
  }

  readAll(path: NativeString): Uint8Array {
    const inode = this.#tree.find(path);
    if (inode.kind === 'directory') throw failure('EISDIR', path);
    return inode.bytes.slice(0, inode.size);
  }

  access(path: NativeString, mode: number): boolean {
    try {
      const inode = this.#tree.find(path);
      return !(mode & 1) || inode.kind === 'directory' || (inode.mode & 0o111) !== 0;
    } catch {
      return false;
    }
  }

  list(path: NativeString): NativeString[] {
    return [...this.#tree.directory(path).entries.keys()].map(nameOf);
  }

  scan(path: NativeString): DirectoryEntry[] {
    const { entries } = this.#tree.directory(path);
    return [...entries].map(([key, inode]) => ({ name: nameOf(key), kind: inode.kind }));
  }

  makeDirectory(path: NativeString, mode: number): void {
    this.#create(path, fileMode.S_IFDIR | (mode & 0o1777 & ~this.#umask));
  }

  makeFifo(path: NativeString, mode: number): void {
    this.#create(path, fileMode.S_IFIFO | (mode & 0o777 & ~this.#umask));
  }

  #create(path: NativeString, mode: number): Inode {
    const place = this.#tree.place(path, false);
    if (place.inode !== undefined) throw failure('EEXIST', path);
    const inode = this.#tree.make(mode);
    this.#tree.link(place, inode);
    return inode;
  }

  removeDirectory(path: NativeString): void {
    const place = this.#tree.place(path, false);
    const { inode } = place;
    if (inode === undefined) throw failure('ENOENT', path);
    if (inode.kind !== 'directory') throw failure('ENOTDIR', path);
    if (split(path).at(-1) === '.') throw failure('EINVAL', path);
    if (inode.entries.size > 0 || place.key === '..') throw failure('ENOTEMPTY', path);
    this.#tree.unlink(place);
  }

  unlink(path: NativeString): void {
    const place = this.#tree.place(path, false);
    if (place.inode === undefined) throw failure('ENOENT', path);
    if (place.inode.kind === 'directory') throw failure('EISDIR', path);
    this.#tree.unlink(place);
  }

  rename(from: NativeString, to: NativeString): void {
    try {
      this.#rename(from, to);
    } catch (error) {
      throw twoPaths(error, from, to);
    }
  }

  #rename(from: NativeString, to: NativeString): void {
    const source = this.#tree.place(from, false);
    const target = this.#tree.place(to, false);
    const { inode } = source;
    if (inode === undefined) throw failure('ENOENT');
    if (inode === target.inode) return;
    const moving = inode.kind === 'directory';
    if (moving && this.#tree.isInside(target.directory, inode)) throw failure('EINVAL');
    if (target.inode !== undefined) {
      if (moving && target.inode.kind !== 'directory') throw failure('ENOTDIR');
      if (!moving && target.inode.kind === 'directory') throw failure('EISDIR');
      if (target.inode.entries.size > 0) throw failure('ENOTEMPTY');
      this.#tree.unlink(target);
    } else if (target.slash && !moving) throw failure('ENOTDIR');
    this.#tree.unlink(source);
    this.#tree.link(target, inode);
  }

  link(from: NativeString, to: NativeString): void {
    try {
      const inode = this.#tree.find(from, false);
      const place = this.#tree.place(to, false);
      if (inode.kind === 'directory') throw failure('EPERM');
      if (place.inode !== undefined) throw failure('EEXIST');
      this.#tree.link(place, inode);
    } catch (error) {
      throw twoPaths(error, from, to);
    }
  }

  symlink(target: NativeString, path: NativeString): void {
    try {
      this.#create(path, fileMode.S_IFLNK | 0o777).target = target;
    } catch (error) {
      throw twoPaths(error, target, path);
    }
  }

  readLink(path: NativeString): NativeString {
    const inode = this.#tree.find(path, false);
    if (inode.kind !== 'symlink') throw failure('EINVAL', path);
    return inode.target;
  }

  realPath(path: NativeString): NativeString {
    const { directory, key, inode } = this.#tree.place(path, true);
    if (inode === undefined) throw failure('ENOENT', path);
    if (inode.kind === 'directory') return this.#tree.pathOf(inode);
    const above = split(this.#tree.pathOf(directory));
    return join([...(directory === this.#tree.root ? [''] : above), key]);
  }

  chmod(path: NativeString, mode: number): void {
    this.#setMode(this.#tree.find(path), mode);
  }

  chown(path: NativeString, uid: number, gid: number, follow: boolean): void {
    this.#setOwner(this.#tree.find(path, follow), uid, gid);
  }

  setTimes(path: NativeString, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    this.#setTimes(this.#tree.find(path, follow), atimeNs, mtimeNs);
  }

  truncate(path: NativeString, length: number): void {
    const inode = this.#tree.find(path);
    if (inode.kind === 'directory') throw failure('EISDIR', path);
    if (inode.kind !== 'file' || length < 0) throw failure('EINVAL', path);
    inode.resize(length);
    inode.mtimeNs = inode.ctimeNs = this.#tree.now();
  }

  chmodDescriptor(fd: Descriptor, mode: number): void {
    this.#setMode(this.#descriptors.inode(fd), mode);
  }

  chownDescriptor(fd: Descriptor, uid: number, gid: number): void {
    this.#setOwner(this.#descriptors.inode(fd), uid, gid);
  }

  setTimesDescriptor(fd: Descriptor, atimeNs: bigint, mtimeNs: bigint): void {
    this.#setTimes(this.#descriptors.inode(fd), atimeNs, mtimeNs);
  }

  #setMode(inode: Inode, mode: number): void {
    inode.mode = (inode.mode & fileMode.S_IFMT) | (mode & 0o7777);
    inode.ctimeNs = this.#tree.now();
  }

  #setOwner(inode: Inode, uid: number, gid: number): void {
    if (uid >= 0) inode.uid = uid;
    if (gid >= 0) inode.gid = gid;
    inode.ctimeNs = this.#tree.now();
  }

  #setTimes(inode: Inode, atimeNs: bigint, mtimeNs: bigint): void {
    inode.atimeNs = atimeNs;
    inode.mtimeNs = mtimeNs;
    inode.ctimeNs = this.#tree.now();
  }

  umask(mask: number): number {
    const before = this.#umask;
    this.#umask = mask & 0o777;
    return before;
  }

  cwd(): NativeString {
    return this.#tree.pathOf(this.#tree.current);
  }

  chdir(path: NativeString): void {
    this.#tree.current = this.#tree.directory(path);
  }

  fileSystemStat(path: NativeString): FileSystemStat {
    this.#tree.find(path);
    const blocks = { blocks: 1 << 20, bfree: 1 << 19, bavail: 1 << 19 };
    const files = { files: 1 << 16, ffree: 1 << 15, favail: 1 << 15 };
    return { bsize: 4096, frsize: 4096, ...blocks, ...files, flag: 0, namemax: 255, fsid: 0 };
  }
}

function twoPaths(error: unknown, from: NativeString, to: NativeString): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  return failure(error.code as 'ENOENT', from, to);
}
