import type { Descriptor, Descriptors, Stat, Whence } from '../host.ts';
import { mode as fileMode, open as openFlags } from './constants.ts';
import { failure, type Inode } from './inodes.ts';
import type { Tree } from './tree.ts';

class OpenFile {
  readonly inode: Inode;
  flags: number;
  offset = 0;
  references = 0;

  constructor(inode: Inode, flags: number) {
    this.inode = inode;
    this.flags = flags;
  }

  get readable(): boolean {
    return (this.flags & openFlags.O_ACCMODE) !== openFlags.O_WRONLY;
  }

  get writable(): boolean {
    return (this.flags & openFlags.O_ACCMODE) !== openFlags.O_RDONLY;
  }
}

const pipeCapacity = 65_536;

/** Open files of the memory host. Nothing else runs here, so a wait that only another process could end is EDEADLK. */
export class MemoryDescriptors implements Descriptors {
  readonly #table: (OpenFile | undefined)[] = [];
  readonly #inheritable = new Set<Descriptor>();
  readonly #tree: Tree;
  readonly #wait: (nanoseconds: bigint) => void;

  constructor(tree: Tree, wait: (nanoseconds: bigint) => void) {
    this.#tree = tree;
    this.#wait = wait;
  }

  add(inode: Inode, flags: number): Descriptor {
    const fd = this.#lowestFree(0);
    this.#set(fd, new OpenFile(inode, flags));
    if (inode.kind === 'fifo') {
      const file = this.#table[fd]!;
      if (file.readable) inode.pipe.readers++;
      if (file.writable) inode.pipe.writers++;
    }
    return fd;
  }

  inode(fd: Descriptor): Inode {
    return this.#get(fd).inode;
  }

  read(fd: Descriptor, buffer: Uint8Array, position?: number): number {
    const file = this.#get(fd);
    if (!file.readable) throw failure('EBADF');
    const { inode } = file;
    if (inode.kind === 'directory') throw failure('EISDIR');
    if (inode.kind !== 'file' && position !== undefined) throw failure('ESPIPE');
    if (inode.device !== undefined) return inode.device.read(buffer);
    if (inode.kind === 'fifo') return this.#readPipe(file, buffer);
    if (position !== undefined && position < 0) throw failure('EINVAL');
    const start = position ?? file.offset;
    const length = Math.max(0, Math.min(buffer.length, inode.size - start));
    buffer.set(inode.bytes.subarray(start, start + length));
    if (position === undefined) file.offset += length;
    return length;
  }

  #readPipe(file: OpenFile, buffer: Uint8Array): number {
    const { pipe } = file.inode;
    if (pipe.bytes.length === 0 && buffer.length > 0) {
      if (pipe.writers === 0) return 0;
      throw failure(file.flags & openFlags.O_NONBLOCK ? 'EAGAIN' : 'EDEADLK');
    }
    const length = Math.min(buffer.length, pipe.bytes.length);
    buffer.set(pipe.bytes.subarray(0, length));
    pipe.bytes = pipe.bytes.slice(length);
    return length;
  }

  write(fd: Descriptor, bytes: Uint8Array, position?: number): number {
    const file = this.#get(fd);
    if (!file.writable) throw failure('EBADF');
    const { inode } = file;
    if (inode.kind !== 'file' && position !== undefined) throw failure('ESPIPE');
    if (inode.device !== undefined) return inode.device.write(bytes);
    if (inode.kind === 'fifo') return this.#writePipe(file, bytes);
    if (position !== undefined && position < 0) throw failure('EINVAL');
    // As Linux has it, O_APPEND wins over a position.
    const append = (file.flags & openFlags.O_APPEND) !== 0;
    const start = append ? inode.size : (position ?? file.offset);
    if (bytes.length > 0) {
      if (start + bytes.length > inode.size) inode.resize(start + bytes.length);
      inode.bytes.set(bytes, start);
      inode.mtimeNs = inode.ctimeNs = this.#tree.now();
    }
    if (position === undefined) file.offset = start + bytes.length;
    return bytes.length;
  }

  #writePipe(file: OpenFile, bytes: Uint8Array): number {
    const { pipe } = file.inode;
    if (pipe.readers === 0) throw failure('EPIPE');
    const length = Math.min(bytes.length, pipeCapacity - pipe.bytes.length);
    if (length === 0 && bytes.length > 0) {
      throw failure(file.flags & openFlags.O_NONBLOCK ? 'EAGAIN' : 'EDEADLK');
    }
    const joined = new Uint8Array(pipe.bytes.length + length);
    joined.set(pipe.bytes);
    joined.set(bytes.subarray(0, length), pipe.bytes.length);
    pipe.bytes = joined;
    return length;
  }

  seek(fd: Descriptor, offset: number, whence: Whence): number {
    const file = this.#get(fd);
    if (file.inode.kind !== 'file' && file.inode.kind !== 'directory') throw failure('ESPIPE');
    const target = offset + (whence === 0 ? 0 : whence === 1 ? file.offset : file.inode.size);
    if (target < 0) throw failure('EINVAL');
    file.offset = target;
    return target;
  }

  close(fd: Descriptor): void {
    const file = this.#get(fd);
    this.#table[fd] = undefined;
    this.#inheritable.delete(fd);
    if (--file.references > 0 || file.inode.kind !== 'fifo') return;
    if (file.readable) file.inode.pipe.readers--;
    if (file.writable) file.inode.pipe.writers--;
  }

  isTerminal(fd: Descriptor): boolean {
    return this.#get(fd).inode.device?.terminal ?? false;
  }

  stat(fd: Descriptor): Stat {
    return this.#get(fd).inode.stat();
  }

  truncate(fd: Descriptor, length: number): void {
    const file = this.#get(fd);
    if (!file.writable || file.inode.kind !== 'file' || length < 0) throw failure('EINVAL');
    file.inode.resize(length);
    file.inode.mtimeNs = file.inode.ctimeNs = this.#tree.now();
  }

  sync(fd: Descriptor): void {
    if (this.#get(fd).inode.kind === 'fifo') throw failure('EINVAL');
  }

  duplicate(fd: Descriptor, least = 0): Descriptor {
    const file = this.#get(fd);
    const copy = this.#lowestFree(least);
    this.#set(copy, file);
    return copy;
  }

  duplicateTo(fd: Descriptor, target: Descriptor): void {
    const file = this.#get(fd);
    if (target < 0) throw failure('EBADF');
    if (fd === target) return;
    if (this.#table[target] !== undefined) this.close(target);
    this.#set(target, file);
  }

  isInheritable(fd: Descriptor): boolean {
    this.#get(fd);
    return this.#inheritable.has(fd);
  }

  setInheritable(fd: Descriptor, inheritable: boolean): void {
    this.#get(fd);
    if (inheritable) this.#inheritable.add(fd);
    else this.#inheritable.delete(fd);
  }

  flags(fd: Descriptor): number {
    return this.#get(fd).flags;
  }

  setFlags(fd: Descriptor, flags: number): void {
    const file = this.#get(fd);
    const { O_APPEND, O_NONBLOCK } = openFlags;
    const settable = O_APPEND | O_NONBLOCK;
    file.flags = (file.flags & ~settable) | (flags & settable);
  }

  list(): Descriptor[] {
    return [...this.#table.keys()].filter(fd => this.#table[fd] !== undefined);
  }

  pipe(): readonly [read: Descriptor, write: Descriptor] {
    const inode = this.#tree.make(fileMode.S_IFIFO | 0o600);
    return [this.add(inode, openFlags.O_RDONLY), this.add(inode, openFlags.O_WRONLY)];
  }

  poll(
    fds: readonly Descriptor[],
    events: readonly number[],
    timeout: bigint | undefined,
  ): number[] {
    const found = fds.map((fd, i) => this.#ready(fd, events[i] ?? 0));
    if (found.some(held => held !== 0)) return found;
    if (timeout === undefined) throw failure('EDEADLK');
    this.#wait(timeout);
    return found;
  }

  #ready(fd: Descriptor, wanted: number): number {
    const file = this.#table[fd];
    if (file === undefined) return 32;
    if (file.inode.kind !== 'fifo') return wanted & 5;
    const { pipe } = file.inode;
    let held = 0;
    if (file.readable && pipe.bytes.length > 0) held |= wanted & 1;
    if (file.readable && pipe.writers === 0) held |= 16;
    if (file.writable && pipe.bytes.length < pipeCapacity) held |= wanted & 4;
    if (file.writable && pipe.readers === 0) held |= 8;
    return held;
  }

  #get(fd: Descriptor): OpenFile {
    const file = this.#table[fd];
    if (file === undefined) throw failure('EBADF');
    return file;
  }

  #set(fd: Descriptor, file: OpenFile): void {
    file.references++;
    this.#table[fd] = file;
  }

  #lowestFree(least: number): Descriptor {
    let fd = least;
    while (this.#table[fd] !== undefined) fd++;
    return fd;
  }
}
