import os from 'node:os';
import type { Signals } from '../host.ts';
import { hostError } from './errors.ts';
import { type HostWorker, signalBits, signalCount } from './worker.ts';
import { type Interrupts, slice } from './interrupts.ts';

/** Node's own watch for Ctrl-C, made for its REPL: a native thread that sets a flag. */
interface Watchdog {
  startSigintWatchdog(): void;
  stopSigintWatchdog(): boolean;
  watchdogHasPendingSigint(): boolean;
}

const { SIGINT, SIGALRM, SIGKILL, SIGSTOP } = os.constants.signals;

/**
 * Signals as flags that running code polls, for JavaScript gets no event while Python runs.
 *
 * SIGINT goes to Node's native watchdog: 0.1 ms to start, 19 ns to ask, and it interrupts read(2). Every other signal goes to the worker thread's loop.
 * See docs/decisions/022.
 */
export class NodeSignals implements Signals, Interrupts {
  readonly #worker: HostWorker;
  readonly #watchdog: Watchdog | undefined;
  #watching = false;
  #ignoringInterrupt = false;
  readonly #caught = new Set<number>();
  #alarmEnd = 0n;
  #alarmInterval = 0n;

  constructor(worker: HostWorker) {
    this.#worker = worker;
    this.#watchdog = findWatchdog();
  }

  get catching(): boolean {
    return this.#watching || this.#caught.size > 0;
  }

  get restarting(): boolean {
    return this.#caught.size > 0;
  }

  setDisposition(signal: number, disposition: 'catch' | 'ignore' | 'default'): void {
    if (!(signal >= 1 && signal <= 64) || signal === SIGKILL || signal === SIGSTOP) {
      throw hostError('EINVAL');
    }
    if (signal === SIGINT && this.#watchdog !== undefined) {
      this.#ignoringInterrupt = disposition === 'ignore';
      const watch = disposition !== 'default';
      if (watch && !this.#watching) this.#watchdog.startSigintWatchdog();
      if (!watch && this.#watching) this.#watchdog.stopSigintWatchdog();
      this.#watching = watch;
      return;
    }
    if (disposition === 'default') {
      if (!this.#worker.started) return;
      this.#caught.delete(signal);
      this.#worker.send({ kind: 'no-signal', signal });
      return;
    }
    if (disposition === 'catch') this.#caught.add(signal);
    else this.#caught.delete(signal);
    this.#worker.send({ kind: 'signal', signal, keep: disposition === 'catch' });
  }

  /** Whether `signal`, sent to this process, is kept for `take`. */
  catches(signal: number): boolean {
    return signal === SIGINT && this.#watching
      ? !this.#ignoringInterrupt
      : this.#caught.has(signal);
  }

  /** A signal this process sends to itself: pending at once, as kill(2) has it. */
  arrive(signal: number): void {
    const { shared } = this.#worker;
    Atomics.or(shared, signalBits + (signal >> 5), 1 << (signal & 31));
    Atomics.add(shared, signalCount, 1);
  }

  pending(): boolean {
    if (Atomics.load(this.#worker.shared, signalCount) !== 0) return true;
    if (!this.#watching || !this.#watchdog!.watchdogHasPendingSigint()) return false;
    if (!this.#ignoringInterrupt) return true;
    this.#clearInterrupt();
    return false;
  }

  take(): number {
    if (this.#watching && this.#watchdog!.watchdogHasPendingSigint()) {
      this.#clearInterrupt();
      if (!this.#ignoringInterrupt) this.arrive(SIGINT);
    }
    const { shared } = this.#worker;
    Atomics.store(shared, signalCount, 0);
    for (const word of [0, 1, 2]) {
      const bits = Atomics.load(shared, signalBits + word);
      if (bits === 0) continue;
      const bit = 31 - Math.clz32(bits & -bits);
      Atomics.and(shared, signalBits + word, ~(1 << bit));
      // Counted again while bits remain, for `pending`.
      if ([0, 1, 2].some(i => Atomics.load(shared, signalBits + i) !== 0)) {
        Atomics.add(shared, signalCount, 1);
      }
      return word * 32 + bit;
    }
    return 0;
  }

  #clearInterrupt(): void {
    this.#watchdog!.stopSigintWatchdog();
    this.#watchdog!.startSigintWatchdog();
  }

  pause(nanoseconds: bigint | undefined): void {
    const end = nanoseconds === undefined ? undefined : process.hrtime.bigint() + nanoseconds;
    while (!this.pending()) {
      let wait = this.catching ? slice : Infinity;
      if (end !== undefined) {
        const left = end - process.hrtime.bigint();
        if (left <= 0n) return;
        wait = Math.min(wait, Number(left) / 1e6);
      }
      Atomics.wait(this.#worker.shared, signalCount, 0, wait);
    }
  }

  setAlarm(first: bigint, interval: bigint): { left: bigint; interval: bigint } {
    const now = process.hrtime.bigint();
    const before = { left: 0n, interval: this.#alarmInterval };
    if (this.#alarmEnd > 0n) {
      let left = this.#alarmEnd - now;
      if (left <= 0n && this.#alarmInterval > 0n) {
        left = this.#alarmInterval - (-left % this.#alarmInterval);
      }
      before.left = left > 0n ? left : 0n;
    }
    this.#alarmEnd = first > 0n ? now + first : 0n;
    this.#alarmInterval = first > 0n ? interval : 0n;
    if (first > 0n || this.#worker.started) {
      const milliseconds = (time: bigint) => Number(time) / 1e6;
      this.#worker.send({
        kind: 'alarm',
        first: milliseconds(first),
        interval: milliseconds(interval),
        signal: SIGALRM,
      });
    }
    return before;
  }
}

function findWatchdog(): Watchdog | undefined {
  const { binding } = process as unknown as { binding?: (name: 'contextify') => Watchdog };
  try {
    const found = binding?.call(process, 'contextify');
    return typeof found?.startSigintWatchdog === 'function' ? found : undefined;
  } catch {
    return undefined;
  }
}
