import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { MessagePort } from 'node:worker_threads';
import type { SocketMessage, SocketNews, socketProgram } from './socket-program.ts';

export type ToWorker =
  | {
      readonly kind: 'spawn';
      readonly id: number;
      readonly file: string;
      readonly args: readonly string[];
      readonly options: SpawnOptions;
    }
  | { readonly kind: 'signal'; readonly signal: number; readonly keep: boolean }
  | SocketMessage
  | { readonly kind: 'no-signal'; readonly signal: number }
  | {
      readonly kind: 'alarm';
      readonly first: number;
      readonly interval: number;
      readonly signal: number;
    };

export type FromWorker = SocketNews | ProcessNews;

export type ProcessNews =
  | { readonly kind: 'spawned'; readonly id: number; readonly pid: number }
  | { readonly kind: 'failed'; readonly id: number; readonly code: string }
  | { readonly kind: 'exited'; readonly pid: number; readonly status: number };

interface SignalHandle {
  onsignal: (signal: number) => void;
  start(signal: number): number;
  close(): void;
}

/**
 * The worker thread's program. Its *text* is what runs (a worker that needs no file of its own works from source, from a bundle and from a snapshot),
 * so it may use nothing from outside its body but types.
 */
export function workerMain(
  process: NodeJS.Process,
  require: (name: string) => unknown,
  sockets: typeof socketProgram,
): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { ChildProcess } = process.getBuiltinModule('node:child_process') as unknown as {
    ChildProcess: new () => ChildProcess & { spawn(options: object): number };
  };
  const { constants } = process.getBuiltinModule('node:os');
  const { port, shared } = workerData as { port: MessagePort; shared: Int32Array };
  const signals = new Map<number, SignalHandle>();
  let timer: NodeJS.Timeout | undefined;
  let onSocket: ReturnType<typeof sockets> | undefined;

  const tell = (message: FromWorker) => {
    port.postMessage(message);
    Atomics.add(shared, 0, 1);
    Atomics.notify(shared, 0);
  };

  const arrived = (signal: number) => {
    Atomics.or(shared, 2 + (signal >> 5), 1 << (signal & 31));
    Atomics.add(shared, 1, 1);
    Atomics.notify(shared, 1);
    Atomics.add(shared, 0, 1);
    Atomics.notify(shared, 0);
  };

  const spawn = (message: ToWorker & { kind: 'spawn' }) => {
    const child = new ChildProcess();
    child.once('error', () => {});
    const numbers = constants.signals as Record<string, number>;
    child.once('exit', (code, signal) => {
      const status = signal === null ? (code ?? 0) << 8 : (numbers[signal] ?? 0);
      if (child.pid !== undefined) tell({ kind: 'exited', pid: child.pid, status });
    });
    const { id, file, args, options } = message;
    let error: number | undefined;
    try {
      const envPairs = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`);
      error = child.spawn({ ...options, file, args, envPairs });
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'EINVAL';
      tell({ kind: 'failed', id, code });
      return;
    }
    if (error === 0 && child.pid !== undefined) {
      tell({ kind: 'spawned', id, pid: child.pid });
      return;
    }
    const names = Object.entries(constants.errno).find(([, number]) => number === -(error ?? 0));
    tell({ kind: 'failed', id, code: names?.[0] ?? 'EINVAL' });
  };

  const internal = (name: string): unknown =>
    (
      require('internal/test/binding') as { internalBinding(name: string): unknown }
    ).internalBinding(name);

  const startSockets = () => sockets(process, tell, internal);

  const watch = (signal: number, keep: boolean) => {
    let handle = signals.get(signal);
    if (handle === undefined) {
      const { Signal } = internal('signal_wrap') as { Signal: new () => SignalHandle };
      handle = new Signal();
      if (handle.start(signal) !== 0) return;
      signals.set(signal, handle);
    }
    handle.onsignal = keep ? arrived : () => {};
  };

  const alarm = (message: ToWorker & { kind: 'alarm' }) => {
    clearTimeout(timer);
    timer = undefined;
    if (message.first <= 0) return;
    const ring = () => {
      timer = message.interval > 0 ? setTimeout(ring, message.interval) : undefined;
      process.kill(process.pid, message.signal);
    };
    timer = setTimeout(ring, message.first);
  };

  parentPort?.on('message', (message: ToWorker) => {
    if (message.kind === 'spawn') spawn(message);
    else if (message.kind === 'signal') watch(message.signal, message.keep);
    else if (message.kind === 'alarm') alarm(message);
    else if (message.kind === 'socket') (onSocket ??= startSockets())(message);
    else {
      signals.get(message.signal)?.close();
      signals.delete(message.signal);
    }
    // Whoever needs to know that the message took effect waits for this.
    Atomics.add(shared, 0, 1);
    Atomics.notify(shared, 0);
  });
}
