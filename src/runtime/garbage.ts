import { StateKey, thread } from './state.ts';

/** What the host knows of the engine's memory. */
export interface Memory {
  /** Collects now, and clears weak references to what was dead. */
  collect(): void;
  /** Lets the next collection clear weak references that this run has looked through. */
  release(): void;
}

/** Whoever makes an interpreter on a host that can collect provides this. */
export const memoryKey = new StateKey<Memory>(() => ({ collect() {}, release() {} }));

export const memory = (): Memory => thread.interpreter.state(memoryKey);
