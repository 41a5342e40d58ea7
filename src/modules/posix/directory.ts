import type { DirectoryEntry, FileKind, NativeString } from '../../host/host.ts';
import { objectType } from '../../objects/builtin-types.ts';
import { int } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { classMethod, defineType, method, variadicMethod } from '../../runtime/declare.ts';
import { fn } from '../../runtime/declare-module.ts';
import { stopIteration } from '../../runtime/iterate.ts';
import { call } from '../../runtime/call.ts';
import { reprText } from '../../runtime/text.ts';
import { genericAliasType } from '../../types/generic-alias.ts';
import { HostError } from '../../host/host.ts';
import { hostCall } from '../host-access.ts';
import { bytesFromNative, strFromNative } from '../native-path.ts';
import { pathArgument, type PathArgument, requireFiles } from './arguments.ts';
import { docs } from './docs.gen.ts';
import { makeStatResult } from './results.ts';

/** Directories. CPython: Modules/posixmodule.c, os_scandir_impl and DirEntry */

class PyDirEntry extends PyObject {
  declare readonly name: Value;
  declare readonly path: Value;
  /** A path for the host. */
  declare readonly native: NativeString;
  declare readonly kind: FileKind;
  declare followed: Value | undefined;
  declare own: Value | undefined;
  constructor(name: Value, path: Value, native: NativeString, kind: FileKind) {
    super();
    this.name = name;
    this.path = path;
    this.native = native;
    this.kind = kind;
    this.followed = undefined;
    this.own = undefined;
  }
}

class PyScandirIterator extends PyObject {
  declare entries: readonly DirectoryEntry[];
  declare readonly directory: PathArgument;
  /** What stands before a name in `path`. */
  declare readonly prefix: NativeString;
  declare next: number;
  constructor(entries: readonly DirectoryEntry[], directory: PathArgument) {
    super();
    this.entries = entries;
    this.directory = directory;
    this.prefix = directory.fd === undefined ? withSlash(directory) : '';
    this.next = 0;
  }
}

function withSlash({ native, shown }: PathArgument): NativeString {
  if (shown === null) return './';
  if (typeof native === 'string')
    return native.endsWith('/') || native === '' ? native : `${native}/`;
  return native.at(-1) === 47 ? native : join(native, '/');
}

const encoder = (text: string): Uint8Array => bytesFromNative(text).data;

function join(prefix: NativeString, name: NativeString): NativeString {
  if (typeof prefix === 'string' && typeof name === 'string') return prefix + name;
  const [a, b] = [prefix, name].map(part => (typeof part === 'string' ? encoder(part) : part));
  const joined = new Uint8Array(a!.length + b!.length);
  joined.set(a!);
  joined.set(b!, a!.length);
  return joined;
}

function entryAt(self: PyScandirIterator, { name, kind }: DirectoryEntry): PyDirEntry {
  const { directory, prefix } = self;
  const toValue = (native: NativeString): Value =>
    directory.isBytes ? bytesFromNative(native) : strFromNative(native);
  const path = join(prefix, name);
  const native =
    directory.fd === undefined
      ? path
      : join(requireFiles().at!(directory.fd, '.'), join('/', name));
  return new PyDirEntry(toValue(name), toValue(path), native, kind);
}

function statOf(self: PyDirEntry, follow: boolean): Value {
  const get = (through: boolean) =>
    makeStatResult(hostCall(() => requireFiles().stat(self.native, through), self.path));
  if (!follow) return (self.own ??= get(false));
  if (self.followed === undefined) {
    self.followed =
      self.kind === 'symlink' || self.kind === 'unknown' ? get(true) : statOf(self, false);
  }
  return self.followed;
}

/** Whether the entry, or what it leads to, is of a kind; false for what is not there any more. */
function isKind(self: PyDirEntry, kind: FileKind, follow: boolean): boolean {
  if (self.kind !== 'unknown' && (self.kind !== 'symlink' || !follow)) return self.kind === kind;
  const format = { file: 0o100000, directory: 0o040000, symlink: 0o120000 }[kind as 'file'];
  try {
    return (requireFiles().stat(self.native, follow).mode & 0o170000) === format;
  } catch (error) {
    if (error instanceof HostError && error.code === 'ENOENT') return false;
    return hostCall(() => {
      throw error;
    }, self.path);
  }
}

export const dirEntryType = defineType(PyDirEntry, {
  name: 'DirEntry',
  module: 'posix',
  doc: null,
  base: objectType,
  members: {
    name: { doc: docs['DirEntry.name'], get: self => self.name },
    path: { doc: docs['DirEntry.path'], get: self => self.path },
  },
  slots: {
    __repr__: self => str(`<DirEntry ${reprText(self.name)}>`),
  },
  methods: {
    __fspath__: method('()', docs['DirEntry.__fspath__'], self => self.path),
    inode: method('()', docs['DirEntry.inode'], self =>
      int(hostCall(() => requireFiles().stat(self.native, false), self.path).ino),
    ),
    is_dir: method('(*, follow_symlinks: bool = True)', docs['DirEntry.is_dir'], (self, follow) =>
      isKind(self, 'directory', follow),
    ),
    is_file: method('(*, follow_symlinks: bool = True)', docs['DirEntry.is_file'], (self, follow) =>
      isKind(self, 'file', follow),
    ),
    is_symlink: method('()', docs['DirEntry.is_symlink'], self => isKind(self, 'symlink', false)),
    is_junction: method('()', docs['DirEntry.is_junction'], () => false),
    stat: method('(*, follow_symlinks: bool = True)', docs['DirEntry.stat'], statOf),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      docs['DirEntry.__class_getitem__'],
      (type, item) => call(genericAliasType, type, item),
    ),
  },
});

export const scandirIteratorType = defineType(PyScandirIterator, {
  name: 'ScandirIterator',
  module: 'posix',
  doc: null,
  base: objectType,
  slots: {
    __iter__: self => self,
    __next__: self => {
      const entry = self.entries[self.next];
      if (entry === undefined) throw stopIteration(null);
      self.next++;
      return entryAt(self, entry);
    },
  },
  methods: {
    __enter__: method('()', '', self => self),
    __exit__: variadicMethod('', self => {
      self.entries = [];
      return null;
    }),
    close: method('()', '', self => {
      self.entries = [];
      return null;
    }),
  },
});

/** The directory argument, and its path for the host. */
function directoryOf(v: Value, name: string): [PathArgument, NativeString] {
  const path = pathArgument(v, name, 'path', { fd: true, nullable: true });
  if (path.fd === undefined) return [path, path.native];
  const { fd } = path;
  return [{ ...path, shown: null }, hostCall(() => requireFiles().at!(fd, '.'))];
}

export const directoryFunctions = {
  listdir: fn('(path=None)', docs.listdir, v => {
    const [path, native] = directoryOf(v, 'listdir');
    const names = hostCall(() => requireFiles().list(native), path.shown ?? undefined);
    return new PyList(
      names.map((name): Value => (path.isBytes ? bytesFromNative(name) : strFromNative(name))),
    );
  }),
  scandir: fn('(path=None)', docs.scandir, v => {
    const [path, native] = directoryOf(v, 'scandir');
    const entries = hostCall(() => requireFiles().scan(native), path.shown ?? undefined);
    return new PyScandirIterator(entries, path);
  }),
};
