import { hostError } from './errors.ts';

/**
 * System calls that `node:fs` lacks (lseek, fcntl F_GETFL and F_SETFL, poll, CPU clocks), made through `node:wasi`.
 *
 * A WASI instance holds three of this process's descriptors, and its imports can be called from JavaScript on a memory of our own; no WebAssembly
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

  /** Calls on up to three descriptors, which must stay open as long as the handle is used. */
  open(first: number, second = first, third = first): WasiImports {
    let wasi: WasiInstance;
    try {
      wasi = new this.#construct({
        version: 'preview1',
        stdin: first,
        stdout: second,
        stderr: third,
      });
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
   * Waits for one of up to three descriptors of one handle. `wanted[i]` is 1 for input, 4 for output, 5 for both.
   * Returns what holds in the same terms, with 16 added at a hang-up and 8 at an error.
   */
  poll(handle: WasiImports, wanted: readonly number[], timeout: bigint | undefined): number[] {
    const view = this.#view;
    let count = 0;
    const subscribe = (tag: number, argument: number, userdata: number) => {
      const at = count++ * 48;
      view.setBigUint64(at, BigInt(userdata), true);
      view.setUint8(at + 8, tag);
      view.setUint32(at + 16, argument, true);
      return at;
    };
    wanted.forEach((events, slot) => {
      if (events & 1) subscribe(1, slot, slot);
      if (events & 4) subscribe(2, slot, slot);
    });
    if (timeout !== undefined) {
      const at = subscribe(0, 1, 9);
      view.setBigUint64(at + 24, timeout, true);
      view.setBigUint64(at + 32, 0n, true);
      view.setUint16(at + 40, 0, true);
    }
    check(handle.poll_oneoff(0, 1024, count, 2048));
    const found = view.getUint32(2048, true);
    const result = wanted.map(() => 0);
    for (let i = 0; i < found; i++) {
      const at = 1024 + i * 32;
      const slot = Number(view.getBigUint64(at, true));
      if (slot === 9) continue;
      const error = view.getUint16(at + 8, true);
      const hangUp = view.getUint16(at + 24, true) & 1;
      const events = view.getUint8(at + 10) === 1 ? 1 : 4;
      // epoll refuses regular files; they are always ready.
      result[slot] = (result[slot] ?? 0) | (error === wasiPerm ? events : error ? 8 : events);
      if (hangUp) result[slot] = (result[slot] ?? 0) | 16;
    }
    return result;
  }
}

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
