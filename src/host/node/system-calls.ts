import { hostError } from './errors.ts';

/**
 * System calls that `node:fs` lacks (lseek, fcntl F_GETFL and F_SETFL, poll, CPU clocks), made through `node:wasi`.
 *
 * A WASI instance holds descriptors of this process, and its imports can be called from JavaScript on a memory of our own; no WebAssembly
 * code runs. Measured on Node 20: 0.7 ms to load once, 10 us for an instance, 0.5 us for a seek, 25 us for a poll that finds something ready.
 * See docs/decisions/020.
 */
export class SystemCalls {
  readonly #construct: WasiConstructor;
  readonly #instance: object;
  readonly #view: DataView;
  #clock: WasiImports | undefined;

  constructor() {
    this.#construct = quietly(
      () => process.getBuiltinModule('node:wasi').WASI,
    ) as unknown as WasiConstructor;
    const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyNamespace };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(oneMemory));
    this.#instance = instance;
    this.#view = new DataView(instance.exports.memory.buffer);
  }

  /** Calls on a descriptor, which must stay open as long as the handle is used. */
  open(real: number): WasiImports {
    let wasi: WasiInstance;
    try {
      wasi = new this.#construct({ version: 'preview1', stdin: real, stdout: real, stderr: real });
    } catch {
      throw hostError('EBADF');
    }
    wasi.initialize(this.#instance);
    return wasi.wasiImport;
  }

  seek(handle: WasiImports, offset: number, whence: number): number {
    check(handle.fd_seek(0, BigInt(offset), whence, 0));
    return Number(this.#view.getBigUint64(0, true));
  }

  /** WASI's status flags: 1 append, 2 dsync, 4 nonblock, 16 sync. */
  flags(handle: WasiImports): number {
    check(handle.fd_fdstat_get(0, 0));
    return this.#view.getUint16(2, true);
  }

  setFlags(handle: WasiImports, flags: number): void {
    check(handle.fd_fdstat_set_flags(0, flags));
  }

  /** CLOCK_REALTIME 0, MONOTONIC 1, PROCESS_CPUTIME 2, THREAD_CPUTIME 3; nanoseconds. */
  time(clock: 0 | 1 | 2 | 3): bigint {
    this.#clock ??= this.open(2);
    check(this.#clock.clock_time_get(clock, 0n, 0));
    return this.#view.getBigUint64(0, true);
  }

  /**
   * Waits until the descriptor is ready for `event` (1 input, 4 output). What holds then: `event`, 16 at a hang-up, 8 at an error; 0 after the timeout.
   *
   * One descriptor at a time, for uvwasi returns only when *all* it was asked about are ready. `timeout` counts milliseconds and is at least 1: a timer
   * of 0 is over before the descriptor is looked at. libuv makes what it polls non-blocking, which others may share, so that is undone.
   */
  wait(handle: WasiImports, event: 1 | 4, timeout: number | undefined): number {
    const view = this.#view;
    const flags = this.flags(handle);
    view.setUint8(subscriptions + 8, event === 1 ? 1 : 2);
    view.setUint32(subscriptions + 16, 0, true);
    if (timeout !== undefined) {
      const at = subscriptions + 48;
      view.setUint8(at + 8, 0);
      view.setUint32(at + 16, 1, true);
      view.setBigUint64(at + 24, BigInt(Math.max(1, Math.ceil(timeout))) * 1_000_000n, true);
      view.setUint16(at + 40, 0, true);
    }
    const asked = timeout === undefined ? 1 : 2;
    const result = handle.poll_oneoff(subscriptions, events, asked, eventCount);
    // epoll refuses regular files, which are always ready.
    if (result === wasiPerm) return event;
    check(result);
    if (!(flags & 4)) this.setFlags(handle, flags);
    const count = view.getUint32(eventCount, true);
    for (let at = events; at < events + count * 32; at += 32) {
      if (view.getUint8(at + 10) === 0) continue;
      if (view.getUint16(at + 8, true) !== 0) return 8;
      // The flag is set when there is nothing but the hang-up.
      return view.getUint16(at + 24, true) & 1 ? 16 : event;
    }
    return 0;
  }
}

/** Where in the memory the poll's tables are. */
const subscriptions = 64;
const events = 1024;
const eventCount = 2048;

/** The calls used, by their WASI preview 1 names; each returns a WASI error number. */
export interface WasiImports {
  fd_seek(fd: number, offset: bigint, whence: number, result: number): number;
  fd_fdstat_get(fd: number, result: number): number;
  fd_fdstat_set_flags(fd: number, flags: number): number;
  clock_time_get(clock: number, precision: bigint, result: number): number;
  poll_oneoff(subscriptions: number, events: number, count: number, found: number): number;
}

/** What is used of it; the standard types come with the browser's only. */
interface WebAssemblyNamespace {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => {
    readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } };
  };
}

interface WasiInstance {
  readonly wasiImport: WasiImports;
  initialize(instance: object): void;
}

type WasiConstructor = new (options: {
  version: 'preview1';
  stdin: number;
  stdout: number;
  stderr: number;
}) => WasiInstance;

/** `(module (memory (export "memory") 1))` */
const oneMemory = Uint8Array.from(
  [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1].concat([
    7, 10, 1, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0,
  ]),
);

const wasiPerm = 63;

/** WASI's numbering of errors, for those these calls can give. */
const wasiErrors: Readonly<Record<number, string>> = {
  2: 'EACCES',
  6: 'EAGAIN',
  8: 'EBADF',
  27: 'EINTR',
  28: 'EINVAL',
  29: 'EIO',
  48: 'ENOMEM',
  52: 'ENOSYS',
  61: 'EOVERFLOW',
  63: 'EPERM',
  70: 'ESPIPE',
  76: 'ESPIPE', // ENOTCAPABLE: the descriptor's type does not allow it, and only seeking depends on the type
};

function check(result: number): void {
  if (result !== 0) throw hostError(wasiErrors[result] ?? 'EIO');
}

/** Loading `node:wasi` warns that it is experimental, which is no news to the Python program. */
export function quietly<T>(action: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return action();
  } finally {
    process.emitWarning = emitWarning;
  }
}
