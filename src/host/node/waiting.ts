import fs from 'node:fs';
import { hostError } from './errors.ts';
import { type Interrupts, slice } from './interrupts.ts';
import type { OpenFile } from './open-file.ts';
import type { SystemCalls } from './system-calls.ts';
import type { HostWorker } from './worker.ts';

interface Asked {
  readonly file: OpenFile;
  /** Where the answer belongs. */
  readonly index: number;
  readonly event: 1 | 4;
}

const hangUp = 16;

/** Waits until descriptors are ready. */
export class Waiting {
  readonly #calls: () => SystemCalls;
  readonly #interrupts: Interrupts;
  readonly #worker: HostWorker;
  readonly #scratch = new Uint8Array(16_384);

  constructor(calls: () => SystemCalls, interrupts: Interrupts, worker: HostWorker) {
    this.#calls = calls;
    this.#interrupts = interrupts;
    this.#worker = worker;
  }

  /** Waits for one open file. EINTR when a signal comes first. */
  one(file: OpenFile, event: 1 | 4): void {
    if (event === 1 && file.ahead.length > 0) return;
    const { socket } = file;
    if (socket?.ready(event) !== undefined) {
      this.#worker.waitUntil(() => socket.ready(event) !== false, this.#interrupts);
      return;
    }
    const limit = this.#interrupts.catching ? slice : undefined;
    while (this.#kernel(file, event, limit) === 0) this.#checkInterrupt();
  }

  /** Waits for any of several; see `Descriptors.poll`. */
  any(
    files: readonly (OpenFile | undefined)[],
    events: readonly number[],
    timeout: bigint | undefined,
  ): number[] {
    const result = files.map(file => (file === undefined ? 32 : 0));
    const asked = files.flatMap((file, index): Asked[] => {
      const wanted = file === undefined ? 0 : (events[index] ?? 0);
      const each = [1, 4] as const;
      return each.flatMap(event => (wanted & event ? [{ file: file!, index, event }] : []));
    });
    const end = timeout === undefined ? undefined : process.hrtime.bigint() + timeout;
    const [only] = asked;
    const alone = asked.length === 1 && only!.file.socket?.ready(only!.event) === undefined;
    for (let turn = 0.5; ; turn = Math.min(turn * 2, 4)) {
      const seen = this.#worker.events();
      this.#worker.drain();
      const left = end === undefined ? Infinity : Number(end - process.hrtime.bigint()) / 1e6;
      if (alone && left > 0 && result[only!.index] === 0 && only!.file.ahead.length === 0) {
        const limit = this.#interrupts.catching ? Math.min(left, slice) : left;
        const found = this.#kernel(only!.file, only!.event, limit === Infinity ? undefined : limit);
        result[only!.index]! |= found;
      } else {
        for (const { file, index, event } of asked) result[index]! |= this.#now(file, event);
      }
      if (result.some(found => found !== 0)) return result;
      this.#checkInterrupt();
      if (end !== undefined && process.hrtime.bigint() >= end) return result;
      if (alone) continue;
      // The kernel tells of one at a time: look at several again and again, less and less often. What the worker tells of ends the pause.
      const quiet = asked.every(({ file, event }) => file.socket?.ready(event) !== undefined);
      const pause = quiet ? (this.#interrupts.catching ? slice : Infinity) : turn;
      this.#worker.pause(seen, Math.min(pause, left));
    }
  }

  /** Whether the event holds now. */
  #now(file: OpenFile, event: 1 | 4): number {
    const known = file.socket?.ready(event);
    if (known !== undefined) return known ? event : 0;
    if (event === 1) {
      if (file.ahead.length > 0) return 1;
      if (this.#isStreaming(file)) return this.#readAhead(file);
    }
    return this.#kernel(file, event, 1);
  }

  #isStreaming(file: OpenFile): boolean {
    if (file.streaming === undefined) {
      const stats = fs.fstatSync(file.real);
      // What a child may read too is left in its pipe.
      file.streaming = (stats.isFIFO() || stats.isSocket()) && file.real > 2;
    }
    return file.streaming;
  }

  /** Learns whether a stream has bytes by reading them: a poll of one that has none would take a millisecond. */
  #readAhead(file: OpenFile): number {
    const calls = this.#calls();
    const handle = (file.handle ??= calls.open(file.real));
    const flags = file.nonBlocking || file.socket !== undefined ? 4 : calls.flags(handle);
    if (!(flags & 4)) calls.setFlags(handle, flags | 4);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      const length = fs.readSync(file.real, this.#scratch, 0, this.#scratch.length, null);
      file.ahead = this.#scratch.slice(0, length);
      return length > 0 ? 1 : hangUp;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
      return 1;
    } finally {
      Error.stackTraceLimit = limit;
      if (!(flags & 4)) calls.setFlags(handle, flags);
    }
  }

  #kernel(file: OpenFile, event: 1 | 4, limit: number | undefined): number {
    if (file.real < 0) return hangUp;
    const calls = this.#calls();
    const handle = (file.handle ??= calls.open(file.real));
    return calls.wait(handle, event, limit);
  }

  #checkInterrupt(): void {
    if (this.#interrupts.pending()) throw hostError('EINTR');
  }
}
