import type { NativeString } from '../host.ts';
import { mode as fileMode } from './constants.ts';
import { failure, Inode, join, type Key, split } from './inodes.ts';

/** Where a path leads: the directory, the last name in it, and what is there. */
export interface Place {
  readonly directory: Inode;
  readonly key: Key;
  readonly inode: Inode | undefined;
  /** The path ended in a slash: only a directory will do. */
  readonly slash: boolean;
}

/** The directory tree and the walk through it. */
export class Tree {
  readonly root: Inode;
  current: Inode;
  #numbers = 1;
  readonly now: () => bigint;

  constructor(now: () => bigint) {
    this.now = now;
    this.root = this.make(fileMode.S_IFDIR | 0o755);
    this.root.links = 2;
    this.current = this.root;
  }

  make(mode: number, parent?: Inode): Inode {
    return new Inode(this.#numbers++, mode, this.now(), parent);
  }

  /** Walks to `path`; a last link is followed when `follow`. */
  place(path: NativeString, follow: boolean): Place {
    return this.#walk(this.current, split(path), follow, path, { links: 0 });
  }

  find(path: NativeString, follow = true): Inode {
    const place = this.place(path, follow);
    if (place.inode === undefined) throw failure('ENOENT', path);
    return place.inode;
  }

  directory(path: NativeString): Inode {
    const inode = this.find(path);
    if (inode.kind !== 'directory') throw failure('ENOTDIR', path);
    return inode;
  }

  #walk(
    from: Inode,
    keys: readonly Key[],
    follow: boolean,
    path: NativeString,
    budget: { links: number },
  ): Place {
    if (keys.length === 1 && keys[0] === '') throw failure('ENOENT', path);
    if (keys.some(key => key.indexOf('\0', 1) >= 0)) throw failure('EINVAL', path);
    let directory = keys[0] === '' ? this.root : from;
    const steps = keys.filter(key => key !== '' && key !== '.');
    const slash = keys.length > 1 && ['', '.'].includes(keys.at(-1)!);
    let place: Place = { directory, key: '.', inode: directory, slash };
    steps.forEach((key, i) => {
      if (place.inode === undefined) throw failure('ENOENT', path);
      if (place.inode.kind !== 'directory') throw failure('ENOTDIR', path);
      directory = place.inode;
      const inode = key === '..' ? directory.parent : directory.entries.get(key);
      place = { directory, key, inode, slash };
      const last = i === steps.length - 1;
      if (inode?.kind !== 'symlink' || (last && !follow && !slash)) return;
      if (++budget.links > 40) throw failure('ELOOP', path);
      place = this.#walk(directory, split(inode.target), true, path, budget);
    });
    if (place.inode !== undefined && slash && place.inode.kind !== 'directory') {
      throw failure('ENOTDIR', path);
    }
    return { ...place, slash };
  }

  /** Puts `inode` at a place where nothing is. */
  link(place: Place, inode: Inode): void {
    place.directory.entries.set(place.key, inode);
    inode.links++;
    inode.ctimeNs = this.now();
    if (inode.kind === 'directory') {
      inode.links++;
      inode.parent = place.directory;
      place.directory.links++;
    }
    this.#changed(place.directory);
  }

  unlink(place: Place): void {
    const inode = place.inode!;
    place.directory.entries.delete(place.key);
    inode.links--;
    inode.ctimeNs = this.now();
    if (inode.kind === 'directory') {
      inode.links--;
      place.directory.links--;
    }
    this.#changed(place.directory);
  }

  #changed(directory: Inode): void {
    directory.mtimeNs = directory.ctimeNs = this.now();
  }

  /** The absolute path of a directory that is in the tree. */
  pathOf(directory: Inode): NativeString {
    const keys: Key[] = [];
    for (let at = directory; at !== this.root; at = at.parent) {
      const entry = [...at.parent.entries].find(([, inode]) => inode === at);
      if (entry === undefined) throw failure('ENOENT');
      keys.unshift(entry[0]);
    }
    return keys.length === 0 ? '/' : join(['', ...keys]);
  }

  isInside(inode: Inode, directory: Inode): boolean {
    for (let at = inode; ; at = at.parent) {
      if (at === directory) return true;
      if (at === this.root) return false;
    }
  }
}
