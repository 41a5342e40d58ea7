import type { MessagePort, Worker } from 'node:worker_threads';
import { socketProgram } from './socket-program.ts';
import { type FromWorker, type ToWorker, workerMain } from './worker-program.ts';
import { type Interrupts, slice } from './interrupts.ts';
import { hostError } from './errors.ts';

/** Indices into the memory shared with the worker. */
export const eventCount = 0;
export const signalCount = 1;
/** Two words of pending signal bits. */
export const signalBits = 2;

/**
 * The thread that owns what needs an event loop while Python blocks the main one: child processes, signals other than SIGINT, alarms.
 * It starts when the first of them is used (25 ms on the reference machine), so that programs without them pay nothing.
 */
export class HostWorker {
  readonly shared = new Int32Array(new SharedArrayBuffer(64));
  #worker: Worker | undefined;
  #port: MessagePort | undefined;
  readonly #received: (message: FromWorker) => void;

  /** `received` is called for every message of the worker, in order, when the main thread looks for them. */
  constructor(received: (message: FromWorker) => void) {
    this.#received = received;
  }

  send(message: ToWorker): void {
    if (this.#worker === undefined) this.#start();
    this.#worker!.postMessage(message);
  }

  get started(): boolean {
    return this.#worker !== undefined;
  }

  /** How many things have happened, for `pause`. */
  events(): number {
    return Atomics.load(this.shared, eventCount);
  }

  /** Waits at most `milliseconds` for something to happen after `seen`. */
  pause(seen: number, milliseconds: number): void {
    Atomics.wait(this.shared, eventCount, seen, milliseconds);
  }

  /** Hands over what has arrived. */
  drain(): void {
    if (this.#port === undefined) return;
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads');
    for (let next; (next = receiveMessageOnPort(this.#port)) !== undefined;) {
      this.#received(next.message as FromWorker);
    }
  }

  /** Waits until `done` holds, which only a message of the worker can bring about. EINTR when a signal comes first. */
  waitUntil(done: () => boolean, interrupts: Interrupts | undefined): void {
    for (;;) {
      const seen = Atomics.load(this.shared, eventCount);
      this.drain();
      if (done()) return;
      if (interrupts?.pending()) throw hostError('EINTR');
      Atomics.wait(this.shared, eventCount, seen, interrupts?.catching ? slice : Infinity);
    }
  }

  #start(): void {
    const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads');
    const { port1, port2 } = new MessageChannel();
    // `__name` is what a development loader wraps functions in; the text must stand alone.
    const text = `const __name = f => f; (${workerMain.toString()})(process, require, ${socketProgram.toString()});`;
    const worker = new Worker(text, {
      eval: true,
      workerData: { port: port2, shared: this.shared },
      transferList: [port2],
      // Signal handles are an internal of Node: process.binding, which has them in Node 20, has lost them in 24.
      execArgv: ['--expose-internals', '--no-warnings'],
    });
    worker.unref();
    port1.unref();
    this.#worker = worker;
    this.#port = port1;
  }
}
