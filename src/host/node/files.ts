import fs from 'node:fs';
import type {
  Descriptor,
  DirectoryEntry,
  FileKind,
  Files,
  FileSystemStat,
  NativeString,
  Stat,
} from '../host.ts';
import type { NodeDescriptors } from './descriptors.ts';
import { hostError, translateError } from './errors.ts';
import { makeFifos } from './pipes.ts';
import { kindOf, toStat } from './stat.ts';

const { O_APPEND, O_DIRECTORY } = fs.constants;

/** The file system through `node:fs`. */
export class NodeFiles implements Files {
  readonly #descriptors: NodeDescriptors;

  constructor(descriptors: NodeDescriptors) {
    this.#descriptors = descriptors;
  }

  open(path: NativeString, flags: number, mode: number): Descriptor {
    const name = native(path);
    const real = run(path, () => fs.openSync(name, flags, mode));
    // The offset of what can seek starts at 0; of the rest it means nothing, and asking the kernel says so.
    const plain = (flags & (O_APPEND | O_DIRECTORY)) === 0 && fs.fstatSync(real).isFile();
    return this.#descriptors.add(real, plain ? 0 : -1);
  }

  at(base: Descriptor, path: NativeString): NativeString {
    const directory = `/proc/self/fd/${this.#descriptors.real(base)}`;
    if (typeof path === 'string') {
      if (path.startsWith('/')) return path;
      return path === '.' ? directory : `${directory}/${path}`;
    }
    if (path[0] === 47) return path;
    return Buffer.concat([Buffer.from(`${directory}/`), path]);
  }

  stat(path: NativeString, follow: boolean): Stat {
    const name = native(path);
    return toStat(
      run(path, () =>
        follow ? fs.statSync(name, { bigint: true }) : fs.lstatSync(name, { bigint: true }),
      ),
    );
  }

  kind(path: NativeString): FileKind | undefined {
    try {
      const stats = fs.statSync(native(path), { throwIfNoEntry: false });
      return stats && kindOf(stats);
    } catch {
      return undefined;
    }
  }

  readAll(path: NativeString): Uint8Array {
    const buffer = run(path, () => fs.readFileSync(native(path)));
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  access(path: NativeString, mode: number): boolean {
    try {
      fs.accessSync(native(path), mode);
      return true;
    } catch (error) {
      const failure = translateError(error, path);
      if (failure instanceof Error) throw failure;
      return false;
    }
  }

  list(path: NativeString): NativeString[] {
    return run(path, () => {
      const names = fs.readdirSync(native(path));
      if (!names.some(isDamaged)) return names;
      return fs.readdirSync(native(path), { encoding: 'buffer' }).map(fromBuffer);
    });
  }

  scan(path: NativeString): DirectoryEntry[] {
    return run(path, () => {
      const entries = fs.readdirSync(native(path), { withFileTypes: true });
      if (!entries.some(entry => isDamaged(entry.name))) {
        return entries.map(entry => ({ name: entry.name, kind: kindOf(entry) }));
      }
      const exact = fs.readdirSync(native(path), { withFileTypes: true, encoding: 'buffer' });
      return exact.map(entry => ({ name: fromBuffer(entry.name), kind: kindOf(entry) }));
    });
  }

  makeDirectory(path: NativeString, mode: number): void {
    run(path, () => fs.mkdirSync(native(path), { mode }));
  }

  removeDirectory(path: NativeString): void {
    run(path, () => fs.rmdirSync(native(path)));
  }

  unlink(path: NativeString): void {
    run(path, () => fs.unlinkSync(native(path)));
  }

  rename(from: NativeString, to: NativeString): void {
    run2(from, to, () => fs.renameSync(native(from), native(to)));
  }

  link(from: NativeString, to: NativeString): void {
    run2(from, to, () => fs.linkSync(native(from), native(to)));
  }

  symlink(target: NativeString, path: NativeString): void {
    run2(target, path, () => fs.symlinkSync(native(target), native(path)));
  }

  readLink(path: NativeString): NativeString {
    return run(path, () => fromBuffer(fs.readlinkSync(native(path), { encoding: 'buffer' })));
  }

  realPath(path: NativeString): NativeString {
    return run(path, () =>
      fromBuffer(fs.realpathSync.native(native(path), { encoding: 'buffer' })),
    );
  }

  chmod(path: NativeString, mode: number): void {
    run(path, () => fs.chmodSync(native(path), mode));
  }

  chown(path: NativeString, uid: number, gid: number, follow: boolean): void {
    const change = follow ? fs.chownSync : fs.lchownSync;
    run(path, () => change(native(path), uid, gid));
  }

  setTimes(path: NativeString, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    const change = follow ? fs.utimesSync : fs.lutimesSync;
    run(path, () => change(native(path), seconds(atimeNs), seconds(mtimeNs)));
  }

  truncate(path: NativeString, length: number): void {
    if (length < 0) throw hostError('EINVAL', path);
    run(path, () => fs.truncateSync(native(path), length));
  }

  chmodDescriptor(fd: Descriptor, mode: number): void {
    run(undefined, () => fs.fchmodSync(this.#descriptors.real(fd), mode));
  }

  chownDescriptor(fd: Descriptor, uid: number, gid: number): void {
    run(undefined, () => fs.fchownSync(this.#descriptors.real(fd), uid, gid));
  }

  setTimesDescriptor(fd: Descriptor, atimeNs: bigint, mtimeNs: bigint): void {
    const real = this.#descriptors.real(fd);
    run(undefined, () => fs.futimesSync(real, seconds(atimeNs), seconds(mtimeNs)));
  }

  umask(mask: number): number {
    return process.umask(mask & 0o777);
  }

  cwd(): NativeString {
    const name = run(undefined, () => process.cwd());
    // Node decodes the name; the link has its bytes.
    return isDamaged(name) ? this.readLink('/proc/self/cwd') : name;
  }

  chdir(path: NativeString): void {
    run(path, () => {
      if (typeof path === 'string') process.chdir(path);
      else this.#chdirBytes(path);
    });
  }

  /** `process.chdir` takes text only, so the directory is reached through a descriptor, whose name is ASCII. */
  #chdirBytes(path: Uint8Array): void {
    const real = fs.openSync(native(path), O_DIRECTORY);
    try {
      process.chdir(`/proc/self/fd/${real}`);
    } finally {
      fs.closeSync(real);
    }
  }

  makeFifo(path: NativeString, mode: number): void {
    if (typeof path !== 'string') throw hostError('EILSEQ', path);
    if (fs.lstatSync(path, { throwIfNoEntry: false })) throw hostError('EEXIST', path);
    makeFifos([path], mode & ~process.umask());
  }

  fileSystemStat(path: NativeString): FileSystemStat {
    const stats = run(path, () => fs.statfsSync(native(path)));
    return {
      bsize: stats.bsize,
      frsize: stats.bsize,
      blocks: stats.blocks,
      bfree: stats.bfree,
      bavail: stats.bavail,
      files: stats.files,
      ffree: stats.ffree,
      favail: stats.ffree,
      flag: 0,
      namemax: 255,
      fsid: 0,
    };
  }
}

const native = (path: NativeString): string | Buffer =>
  typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.length);

/** Node's decoding leaves U+FFFD where bytes are not UTF-8 (and where the name has that character: then the bytes say so). */
const isDamaged = (name: string): boolean => name.includes('\ufffd');

/** Text when the bytes are UTF-8. */
export function fromBuffer(bytes: Buffer): NativeString {
  const name = bytes.toString();
  return isDamaged(name) && !Buffer.from(name).equals(bytes) ? new Uint8Array(bytes) : name;
}

function run<T>(path: NativeString | undefined, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw translateError(error, path);
  }
}

function run2<T>(from: NativeString, to: NativeString, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw translateError(error, from, to);
  }
}

/**
 * libuv takes seconds as a double and cuts off what is below a microsecond (Node 20) or a nanosecond (Node 24): the
 * middle of a nanosecond is passed, or the next double where rounding still left the microsecond.
 */
function seconds(nanoseconds: bigint): number {
  const rounded = (Number(nanoseconds) + 0.5) / 1e9;
  const microseconds = (rounded - Math.trunc(rounded)) * 1e6;
  const isBelow = Math.trunc(microseconds) !== Number((nanoseconds / 1000n) % 1_000_000n);
  return isBelow ? rounded * (1 + Number.EPSILON) : rounded;
}
