/** What a blocking call has to know about signals. */
export interface Interrupts {
  /** Some signal is caught: waits that no signal ends by itself (poll, Atomics.wait) are cut into slices. */
  readonly catching: boolean;
  /** Some signal is caught whose handler makes the kernel resume read(2): reads wait with poll first. */
  readonly restarting: boolean;
  pending(): boolean;
  /** Waits, at most `nanoseconds` (undefined: for ever), until a signal is pending. */
  pause(nanoseconds: bigint | undefined): void;
}

/** How many milliseconds a wait may go without looking for a signal: 50 wake-ups a second. */
export const slice = 20;
