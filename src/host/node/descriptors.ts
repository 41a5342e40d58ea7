import fs from 'node:fs';
import type { Descriptor, Descriptors, Stat, Whence } from '../host.ts';
import { hostError, translateError } from './errors.ts';
import type { Interrupts } from './interrupts.ts';
import { OpenFile } from './open-file.ts';
import { lockFile, PipeSource } from './pipes.ts';
import { toStat } from './stat.ts';
import { isTerminal } from './terminal-test.ts';
import type { SystemCalls, WasiImports } from './system-calls.ts';
import { Waiting } from './waiting.ts';
import type { HostWorker } from './worker.ts';

const { O_APPEND, O_NONBLOCK } = fs.constants;

/**
 * Descriptors as Python sees them, over the process's real ones.
 *
 * Node has no dup(2). A table of our own gives its semantics exactly: several numbers lead to one open file. A number equals the kernel's wherever it is
 * free, so that /dev/fd/N and what a parent passed mean the same; a spawned child receives the real descriptors. Node's own descriptors (its epoll, its
 * wake-up pipes) are not in the table, so `os.closerange(3, 256)` cannot close them.
 */
export class NodeDescriptors implements Descriptors {
  readonly #table: (OpenFile | undefined)[] = [];
  readonly #inheritable = new Set<Descriptor>([0, 1, 2]);
  readonly #closed = new Set<number>();
  readonly #internal = new Set<number>();
  readonly #calls: () => SystemCalls;
  readonly #interrupts: Interrupts;
  readonly #pipes = new PipeSource();

  readonly #waiting: Waiting;

  constructor(calls: () => SystemCalls, interrupts: Interrupts, worker: HostWorker) {
    this.#calls = calls;
    this.#interrupts = interrupts;
    this.#waiting = new Waiting(calls, interrupts, worker);
    for (const fd of [0, 1, 2]) this.#adopt(fd);
  }

  /** Takes a descriptor that the host opened; `position` -1 when its offset is not known. */
  add(real: number, position: number): Descriptor {
    const file = new OpenFile(real, position);
    const fd = this.#table[real] === undefined ? real : this.#lowestFree(3);
    this.#set(fd, file);
    return fd;
  }

  /** The kernel's descriptor behind `fd`, after which its offset may move without our knowing. */
  share(fd: Descriptor): number {
    const file = this.#get(fd);
    file.position = -1;
    return file.real;
  }

  real(fd: Descriptor): number {
    return this.#get(fd).real;
  }

  /** Takes a socket, which may have no descriptor of the kernel's yet. */
  addSocket(file: OpenFile): Descriptor {
    const fd = this.#lowestFree(3);
    this.#set(fd, file);
    return fd;
  }

  /** The open file behind `fd`. */
  file(fd: Descriptor): OpenFile {
    return this.#get(fd);
  }

  /** Waits until `event` holds, or throws EAGAIN where the descriptor must not wait. */
  await(file: OpenFile, event: 1 | 4): void {
    if (file.nonBlocking) throw hostError('EAGAIN');
    this.#waiting.one(file, event);
  }

  read(fd: Descriptor, buffer: Uint8Array, position?: number): number {
    const file = this.#get(fd);
    if (position !== undefined && position < 0) throw hostError('EINVAL');
    if (file.ahead.length > 0) return takeAhead(file, buffer);
    if (file.real < 0) throw hostError('ENOTCONN');
    for (;;) {
      try {
        if (this.#interrupts.restarting && file.position < 0 && !file.nonBlocking) {
          this.#waiting.one(file, 1);
        }
        const length = fs.readSync(file.real, buffer, 0, buffer.length, position ?? null);
        if (position === undefined && file.position >= 0) file.position += length;
        return length;
      } catch (error) {
        this.#retry(file, error, 1);
      }
    }
  }

  write(fd: Descriptor, bytes: Uint8Array, position?: number): number {
    const file = this.#get(fd);
    if (position !== undefined && position < 0) throw hostError('EINVAL');
    if (file.real < 0) throw hostError('EPIPE');
    for (;;) {
      try {
        const length = fs.writeSync(file.real, bytes, 0, bytes.length, position ?? null);
        if (position === undefined && file.position >= 0) file.position += length;
        return length;
      } catch (error) {
        this.#retry(file, error, 4);
      }
    }
  }

  /** Waits where `error` only says that a pipe someone else made non-blocking is not ready; throws it otherwise. */
  #retry(file: OpenFile, error: unknown, event: 1 | 4): void {
    const failure = translateError(error);
    const again = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
    if (!again || file.nonBlocking) throw failure;
    this.#waiting.one(file, event);
  }

  seek(fd: Descriptor, offset: number, whence: Whence): number {
    const file = this.#get(fd);
    if (file.socket !== undefined) throw hostError('ESPIPE');
    if (file.position >= 0 && whence !== 2) {
      const target = whence === 0 ? offset : file.position + offset;
      if (target === file.position) return target;
    }
    const known = file.position >= 0;
    const at = this.#seekReal(file, offset, whence);
    if (known) file.position = at;
    return at;
  }

  #seekReal(file: OpenFile, offset: number, whence: Whence): number {
    try {
      return this.#calls().seek(this.#handle(file), offset, whence);
    } catch (error) {
      // WASI does not seek in directories, whose offset nothing else here reads.
      if (file.real < 0 || !fs.fstatSync(file.real).isDirectory()) throw error;
      const target = offset + (whence === 1 ? Math.max(file.position, 0) : 0);
      if (target < 0) throw hostError('EINVAL');
      file.position = target;
      return target;
    }
  }

  close(fd: Descriptor): void {
    const file = this.#get(fd);
    this.#table[fd] = undefined;
    this.#inheritable.delete(fd);
    if (fd === file.real) this.#closed.add(fd);
    if (--file.references > 0) return;
    if (file.socket !== undefined) {
      file.socket.close();
      return;
    }
    try {
      fs.closeSync(file.real);
    } catch (error) {
      throw translateError(error);
    }
  }

  isTerminal(fd: Descriptor): boolean {
    const { real } = this.#get(fd);
    return real >= 0 && isTerminal(real);
  }

  stat(fd: Descriptor): Stat {
    return this.#on(fd, real => (real < 0 ? noStat : toStat(fs.fstatSync(real, { bigint: true }))));
  }

  truncate(fd: Descriptor, length: number): void {
    if (length < 0) throw hostError('EINVAL');
    this.#on(fd, real => fs.ftruncateSync(real, length));
  }

  sync(fd: Descriptor): void {
    this.#on(fd, real => fs.fsyncSync(real));
  }

  duplicate(fd: Descriptor, least = 0): Descriptor {
    const file = this.#get(fd);
    const copy = this.#lowestFree(least);
    this.#set(copy, file);
    return copy;
  }

  duplicateTo(fd: Descriptor, target: Descriptor): void {
    const file = this.#get(fd);
    if (target < 0) throw hostError('EBADF');
    if (fd === target) return;
    if (this.#find(target) !== undefined) this.close(target);
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
    const file = this.#get(fd);
    if (file.socket !== undefined) return 2 | (file.nonBlocking ? O_NONBLOCK : 0);
    try {
      const info = fs.readFileSync(`/proc/self/fdinfo/${file.real}`, 'latin1');
      const octal = /^flags:\s*([0-7]+)/m.exec(info);
      // O_CLOEXEC (02000000) is the descriptor's and not the file's.
      // O_LARGEFILE (0100000) comes of opening by name, which a pipe of pipe(2) is not.
      const hidden = 0o2000000 | (file.streaming ? 0o100000 : 0);
      if (octal?.[1] !== undefined) return parseInt(octal[1], 8) & ~hidden;
    } catch {
      // No /proc: WASI does not tell the access mode.
    }
    const flags = this.#calls().flags(this.#handle(file));
    return 2 | (flags & 1 ? O_APPEND : 0) | (flags & 4 ? O_NONBLOCK : 0);
  }

  setFlags(fd: Descriptor, flags: number): void {
    const file = this.#get(fd);
    file.nonBlocking = (flags & O_NONBLOCK) !== 0;
    // A socket never blocks in the kernel: waiting is ours.
    if (file.socket !== undefined) return;
    const wanted = (flags & O_APPEND ? 1 : 0) | (flags & O_NONBLOCK ? 4 : 0);
    if (flags & O_APPEND) file.position = -1;
    this.#calls().setFlags(this.#handle(file), wanted);
  }

  list(): Descriptor[] {
    this.#adoptAll();
    return [...this.#table.keys()].filter(fd => this.#table[fd] !== undefined);
  }

  pipe(): readonly [read: Descriptor, write: Descriptor] {
    const [input, output] = this.#pipes.make();
    const ends = [this.add(input, -1), this.add(output, -1)] as const;
    for (const fd of ends) this.#get(fd).streaming = true;
    return ends;
  }

  lock(fd: Descriptor, operation: number): void {
    lockFile(this.#get(fd).real, operation);
  }

  poll(
    fds: readonly Descriptor[],
    events: readonly number[],
    timeout: bigint | undefined,
  ): number[] {
    return this.#waiting.any(
      fds.map(fd => this.#find(fd)),
      events,
      timeout,
    );
  }

  #on<T>(fd: Descriptor, action: (real: number) => T): T {
    const file = this.#get(fd);
    try {
      return action(file.real);
    } catch (error) {
      throw translateError(error);
    }
  }

  #handle(file: OpenFile): WasiImports {
    return (file.handle ??= this.#calls().open(file.real));
  }

  #get(fd: Descriptor): OpenFile {
    const file = this.#table[fd] ?? this.#find(fd);
    if (file === undefined) throw hostError('EBADF');
    return file;
  }

  #set(fd: Descriptor, file: OpenFile): void {
    file.references++;
    this.#table[fd] = file;
  }

  /** The open file at `fd`, taking it into the table when this process was started with it. */
  #find(fd: Descriptor): OpenFile | undefined {
    const file = this.#table[fd];
    if (file !== undefined || fd < 0 || this.#closed.has(fd) || this.#internal.has(fd)) return file;
    return this.#adopt(fd);
  }

  #adopt(fd: Descriptor): OpenFile | undefined {
    if (!Number.isInteger(fd) || this.#owned(fd)) return undefined;
    try {
      fs.fstatSync(fd);
    } catch {
      return undefined;
    }
    if (fd > 2 && isOfNode(fd)) {
      this.#internal.add(fd);
      return undefined;
    }
    const file = new OpenFile(fd, -1);
    this.#set(fd, file);
    if (fd > 2) this.#inheritable.add(fd);
    return file;
  }

  /** Whether the kernel's `real` is behind another number of ours. */
  #owned(real: number): boolean {
    return this.#table.some(file => file?.real === real);
  }

  #adoptAll(): void {
    let names: string[] = [];
    try {
      names = fs.readdirSync('/proc/self/fd');
    } catch {
      // No /proc: what a parent passed is found when it is used.
    }
    for (const name of names) this.#find(Number(name));
  }

  #lowestFree(least: number): Descriptor {
    let fd = least;
    while (this.#find(fd) !== undefined || this.#internal.has(fd)) fd++;
    return fd;
  }
}

function takeAhead(file: OpenFile, buffer: Uint8Array): number {
  const length = Math.min(buffer.length, file.ahead.length);
  buffer.set(file.ahead.subarray(0, length));
  file.ahead = file.ahead.subarray(length);
  return length;
}

/** What fstat says of a socket that the kernel does not have yet. */
const noStat: Stat = {
  mode: 0o140777,
  ino: 0,
  dev: 0,
  nlink: 1,
  uid: 0,
  gid: 0,
  rdev: 0,
  size: 0,
  blocks: 0,
  blksize: 4096,
  atimeNs: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
  birthtimeNs: 0n,
};

/** Node's loops keep anonymous inodes and pairs of pipes to themselves; a parent may pass anything else. */
function isOfNode(real: number): boolean {
  try {
    const link = fs.readlinkSync(`/proc/self/fd/${real}`);
    if (link.startsWith('anon_inode:')) return true;
    if (!link.startsWith('pipe:')) return false;
    // Both ends of a wake-up pipe are here.
    const names = fs.readdirSync('/proc/self/fd');
    return names.some(name => Number(name) !== real && Number(name) > 2 && linkOf(name) === link);
  } catch {
    return false;
  }
}

function linkOf(name: string): string | undefined {
  try {
    return fs.readlinkSync(`/proc/self/fd/${name}`);
  } catch {
    return undefined;
  }
}
