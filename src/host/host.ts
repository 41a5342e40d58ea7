/**
 * What Taipan needs from the outside world: the one interface between the core and Node, a browser or a sandbox.
 *
 * Everything is synchronous, as it is in CPython. A group or a method that a host cannot honour is absent (`undefined`), never a stub that fails:
 * the module written on it then leaves the name out, as CPython does where the platform lacks a call.
 *
 * Flags, modes, signal numbers and error numbers are the platform's own; their names are in `Host.constants`.
 */

/** A file name, argument or environment string: text, or raw bytes exactly when those are not valid UTF-8. Text holds no surrogate code unit alone. */
export type NativeString = string | Uint8Array;

/** A file descriptor number as Python sees it. */
export type Descriptor = number;

/**
 * A failed host call, to be raised as OSError with `errno`.
 * Not a JS Error: the captured stack costs more than the failed call, and failure is ordinary here (`stat` of what is not there).
 */
export class HostError {
  declare readonly errno: number;
  /** The name of `errno`: 'ENOENT'. */
  declare readonly code: string;
  declare readonly path: NativeString | undefined;
  declare readonly path2: NativeString | undefined;

  constructor(errno: number, code: string, path?: NativeString, path2?: NativeString) {
    this.errno = errno;
    this.code = code;
    this.path = path;
    this.path2 = path2;
  }

  toString(): string {
    return `HostError: ${this.code}${typeof this.path === 'string' ? ` '${this.path}'` : ''}`;
  }
}

export interface Host {
  readonly name: 'node' | 'browser' | 'memory';
  readonly constants: Constants;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly random: Random;
  readonly console: Console;
  readonly script: ScriptCompiler;
  readonly descriptors: Descriptors;
  readonly files?: Files;
  readonly processes?: Processes;
  readonly signals?: Signals;
  readonly sockets?: Sockets;
  readonly terminal?: Terminal;
  readonly timers?: Timers;
  readonly garbage?: Garbage;
}

/** Platform numbers by name: what `errno`, `signal` and `posix` publish. */
export interface Constants {
  readonly errno: Readonly<Record<string, number>>;
  readonly signals: Readonly<Record<string, number>>;
  /** `O_RDONLY` and its kind. */
  readonly open: Readonly<Record<string, number>>;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Environment, clock, random

export interface SystemName {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

export interface Environment {
  /** `sys.platform`: 'linux', 'darwin', 'win32', 'emscripten'-like names for others. */
  readonly platform: string;
  readonly byteOrder: 'little' | 'big';
  /** The program's arguments after the host's own: what becomes `sys.orig_argv[1:]`. */
  readonly argv: readonly NativeString[];
  /** The file that starts this Python again when it is executed; '' when nothing does. */
  readonly executable: NativeString;
  readonly pid: number;
  readonly ppid: number;
  /** Absent where the platform has no users. */
  readonly user?: {
    readonly uid: number;
    readonly euid: number;
    readonly gid: number;
    readonly egid: number;
    readonly groups: readonly number[];
  };
  readonly cpuCount: number;
  get(name: NativeString): NativeString | undefined;
  set(name: NativeString, value: NativeString): void;
  unset(name: NativeString): void;
  entries(): readonly (readonly [name: NativeString, value: NativeString])[];
  systemName(): SystemName;
  /** Absent where the system keeps none. */
  loadAverage?(): readonly [number, number, number];
  /** The login name and home directory of the process's user, where known. */
  account?():
    | { readonly name: string; readonly home: NativeString; readonly shell: NativeString }
    | undefined;
}

export interface Zone {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly daylight: boolean;
  /** 'CET', 'UTC', '+03'. */
  readonly abbreviation: string;
}

/** All times are nanoseconds. */
export interface Clock {
  now(): bigint;
  monotonic(): bigint;
  performance(): bigint;
  processTime(): bigint;
  threadTime?(): bigint;
  /** The process's time in its own code and in the system's. */
  usage?(): { readonly user: bigint; readonly system: bigint };
  /** What `time.get_clock_info` reports, in nanoseconds. */
  readonly resolution: {
    readonly now: bigint;
    readonly monotonic: bigint;
    readonly performance: bigint;
    readonly processTime: bigint;
  };
  /** Returns early, with the nanoseconds that were left, when a signal arrives; 0n when it slept through. */
  sleep(nanoseconds: bigint): bigint;
  /** The local zone's rules at `seconds` since the epoch. */
  zoneAt(seconds: number): Zone;
  /** Reads the zone again from `TZ`. */
  resetZone(): void;
}

export interface Random {
  /** Any length, for cryptographic use. */
  fill(bytes: Uint8Array): void;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Console and terminal

/** The three standard streams, present on every host whatever else is not; on a host with files they are descriptors 0, 1 and 2. */
export interface Console {
  /** Blocks for at least one byte; 0 at the end. */
  read(buffer: Uint8Array): number;
  /** Writes everything. */
  write(stream: 1 | 2, bytes: Uint8Array): void;
  isTerminal(stream: 0 | 1 | 2): boolean;
}

export interface Terminal {
  /** Throws ENOTTY for a descriptor that is no terminal. */
  size(fd: Descriptor): { readonly columns: number; readonly lines: number };
  /** One line with minimal editing, '\n' included; '' at the end of input. Throws EINTR on Ctrl-C. */
  readLine(prompt: string): string;
  /** Raw mode on the controlling terminal's input, where the host can set it. */
  setRaw?(fd: Descriptor, raw: boolean): void;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Descriptors and files

/** A result of stat. Integers that may pass 2**53 are canonical Python ints: a number when safe, else a bigint. */
export interface Stat {
  readonly mode: number;
  readonly ino: number | bigint;
  readonly dev: number | bigint;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: number | bigint;
  readonly size: number;
  readonly blocks: number;
  readonly blksize: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly birthtimeNs: bigint;
}

export type FileKind =
  | 'file'
  | 'directory'
  | 'symlink'
  | 'fifo'
  | 'socket'
  | 'character'
  | 'block'
  | 'unknown';

export type Whence = 0 | 1 | 2;

/**
 * Open files by number; at least 0, 1 and 2 on every host.
 * A blocking call that a signal interrupts throws EINTR; a caller runs the Python handlers and tries again (PEP 475).
 */
export interface Descriptors {
  /** Up to `buffer.length` bytes; 0 at the end of the file. With `position`, the descriptor's offset is neither used nor moved. */
  read(fd: Descriptor, buffer: Uint8Array, position?: number): number;
  /** May write less than all. */
  write(fd: Descriptor, bytes: Uint8Array, position?: number): number;
  /** The new offset. ESPIPE for what cannot seek. */
  seek(fd: Descriptor, offset: number, whence: Whence): number;
  close(fd: Descriptor): void;
  isTerminal(fd: Descriptor): boolean;
  stat(fd: Descriptor): Stat;
  truncate(fd: Descriptor, length: number): void;
  sync(fd: Descriptor): void;
  /** The lowest free number >= `least` for the same open file: offset and status flags are shared. */
  duplicate(fd: Descriptor, least?: Descriptor): Descriptor;
  /** Makes `target` another number for `fd`'s open file, closing what it was. */
  duplicateTo(fd: Descriptor, target: Descriptor): void;
  isInheritable(fd: Descriptor): boolean;
  setInheritable(fd: Descriptor, inheritable: boolean): void;
  /** The status flags: access mode, O_APPEND, O_NONBLOCK. */
  flags(fd: Descriptor): number;
  setFlags?(fd: Descriptor, flags: number): void;
  /** All open numbers in ascending order. */
  list(): Descriptor[];
  pipe?(): readonly [read: Descriptor, write: Descriptor];
  /** Advisory whole-file lock, `operation` as in flock(2). */
  lock?(fd: Descriptor, operation: number): void;
  /**
   * Waits until one of `events` (POLLIN 1, POLLOUT 4; the answer adds POLLERR 8, POLLHUP 16, POLLNVAL 32) holds for one of `fds`.
   * `timeout` in nanoseconds, undefined for ever. Returns the events that hold, one number for each of `fds`; all 0 after the timeout.
   */
  poll?(
    fds: readonly Descriptor[],
    events: readonly number[],
    timeout: bigint | undefined,
  ): number[];
}

export interface DirectoryEntry {
  readonly name: NativeString;
  /** 'unknown' when only stat can tell. */
  readonly kind: FileKind;
}

export interface FileSystemStat {
  readonly bsize: number;
  readonly frsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
  readonly files: number;
  readonly ffree: number;
  readonly favail: number;
  readonly flag: number;
  readonly namemax: number;
  readonly fsid: number | bigint;
}

/** The file system by path. Relative paths start at `cwd()`. */
export interface Files {
  open(path: NativeString, flags: number, mode: number): Descriptor;
  stat(path: NativeString, follow: boolean): Stat;
  /** A path that names `path` relative to the directory open at `base`: what `dir_fd=` wants. `path` '.' names the directory itself. */
  at?(base: Descriptor, path: NativeString): NativeString;
  /** What `path` leads to, or undefined when stat would fail, for whatever reason: the cheap question of an import or `os.path.exists`. */
  kind(path: NativeString): FileKind | undefined;
  /** The whole file, in as few calls as the host can. */
  readAll(path: NativeString): Uint8Array;
  access(path: NativeString, mode: number): boolean;
  /** Without '.' and '..'; in the order of the system. */
  list(path: NativeString): NativeString[];
  scan(path: NativeString): DirectoryEntry[];
  makeDirectory(path: NativeString, mode: number): void;
  removeDirectory(path: NativeString): void;
  unlink(path: NativeString): void;
  rename(from: NativeString, to: NativeString): void;
  link(from: NativeString, to: NativeString): void;
  symlink(target: NativeString, path: NativeString): void;
  readLink(path: NativeString): NativeString;
  realPath(path: NativeString): NativeString;
  chmod(path: NativeString, mode: number): void;
  /** `follow` false changes the link itself; -1 leaves an id as it is. */
  chown?(path: NativeString, uid: number, gid: number, follow: boolean): void;
  setTimes(path: NativeString, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void;
  truncate(path: NativeString, length: number): void;
  chmodDescriptor(fd: Descriptor, mode: number): void;
  chownDescriptor?(fd: Descriptor, uid: number, gid: number): void;
  setTimesDescriptor(fd: Descriptor, atimeNs: bigint, mtimeNs: bigint): void;
  /** Sets the mask and returns the one before. */
  umask(mask: number): number;
  cwd(): NativeString;
  chdir(path: NativeString): void;
  makeFifo?(path: NativeString, mode: number): void;
  fileSystemStat?(path: NativeString): FileSystemStat;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Processes and signals

export interface SpawnRequest {
  readonly executable: NativeString;
  /** `argv[0]` included. */
  readonly argv: readonly NativeString[];
  /** 'NAME=value' strings; undefined inherits. */
  readonly env?: readonly NativeString[] | undefined;
  readonly cwd?: NativeString | undefined;
  /** The child's descriptor i is this process's `descriptors[i]`; -1 leaves it closed. */
  readonly descriptors: readonly Descriptor[];
  readonly newSession?: boolean | undefined;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

export interface Processes {
  /** Runs atexit work of the host and ends the process. */
  exit(code: number): never;
  abort?(): never;
  kill?(pid: number, signal: number): void;
  /** The child's pid. Throws what exec failed with. */
  spawn?(request: SpawnRequest): number;
  /** `pid` -1 waits for any child. `status` is waitpid's; undefined when WNOHANG (`block` false) finds none; ECHILD when there is no such child. */
  wait?(pid: number, block: boolean): { readonly pid: number; readonly status: number } | undefined;
}

export interface Signals {
  /** Arriving signals of this number are kept for `take` ('catch'), dropped, or left to the platform's default. */
  setDisposition(signal: number, disposition: 'catch' | 'ignore' | 'default'): void;
  /**
   * True when `take` has something. Cheap (see docs/decisions/022), not free: running code asks every few thousand loop turns,
   * and after every call that threw EINTR or returned early.
   */
  pending(): boolean;
  /** The lowest pending signal number, no longer pending; 0 when there is none. */
  take(): number;
  /** SIGALRM after `first` nanoseconds and then every `interval`; 0n stops. Returns what was left of the one before. */
  setAlarm?(first: bigint, interval: bigint): { readonly left: bigint; readonly interval: bigint };
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Sockets (docs/decisions/023; the shape may still grow)

/** Where a socket is or leads to: a path for AF_UNIX, host and port for the others. */
export type SocketAddress =
  | { readonly family: 'unix'; readonly path: NativeString }
  | { readonly family: 'inet'; readonly host: string; readonly port: number }
  | {
      readonly family: 'inet6';
      readonly host: string;
      readonly port: number;
      readonly flowInfo: number;
      readonly scope: number;
    };

export interface ResolvedAddress {
  readonly family: 'inet' | 'inet6';
  readonly host: string;
}

/** Sockets are descriptors: `Descriptors.read`, `write`, `close`, `setFlags` (O_NONBLOCK) and `poll` apply. */
export interface Sockets {
  open(family: SocketAddress['family'], type: 'stream' | 'datagram'): Descriptor;
  bind(fd: Descriptor, address: SocketAddress): void;
  listen(fd: Descriptor, backlog: number): void;
  accept(fd: Descriptor): { readonly fd: Descriptor; readonly address: SocketAddress };
  connect(fd: Descriptor, address: SocketAddress): void;
  send(fd: Descriptor, bytes: Uint8Array, to?: SocketAddress): number;
  receive(
    fd: Descriptor,
    buffer: Uint8Array,
    peek?: boolean,
  ): { readonly length: number; readonly from?: SocketAddress };
  shutdown(fd: Descriptor, how: 0 | 1 | 2): void;
  localAddress(fd: Descriptor): SocketAddress;
  peerAddress(fd: Descriptor): SocketAddress;
  getOption(fd: Descriptor, level: number, name: number): number;
  setOption(fd: Descriptor, level: number, name: number, value: number): void;
  pair?(): readonly [Descriptor, Descriptor];
  /** Addresses of a host name, in the resolver's order; throws ENOENT when there is none. */
  resolve(host: string): ResolvedAddress[];
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// JavaScript

/** JavaScript text made ready to run, with the engine's code cache where it has one. */
export interface ScriptCompiler {
  /** `cached` is an earlier script's `cacheData` for the same text; the host checks that it still fits. */
  compile(text: string, filename: string, cached?: Uint8Array): CompiledScript;
}

export interface CompiledScript {
  /** The completion value, in the global scope of this program. */
  run(): unknown;
  /** Best taken after the functions of the script have run once; empty where the engine has no cache. */
  cacheData(): Uint8Array;
  /** True when `cached` was given but did not fit: write a new one. */
  readonly cacheRejected: boolean;
}

/** The host's event loop: runs only between synchronous runs of Python. */
export interface Timers {
  after(milliseconds: number, callback: () => void): { cancel(): void };
  soon(callback: () => void): void;
}

export interface Garbage {
  /** Collects now and clears WeakRefs to what was dead. */
  collect(): void;
  /** Lets the next collection clear the WeakRefs that this run has looked through. */
  release(): void;
  /** Bytes in use by values. */
  used(): number;
}
