import type { PyObject } from '../objects/object.ts';
import { StateKey, thread } from '../runtime/state.ts';

/**
 * Streams that hold back what was written to files.
 *
 * CPython closes a file when its last reference goes, which `open(p, 'w').write(s)` relies on; here nobody learns of that moment. So whatever is about to
 * look at files, and the end of the program, writes out the streams that still hold something. Writing early is allowed at any time; the standard
 * streams, which are never abandoned, keep their own time.
 */
export interface HoldingStream extends PyObject {
  /** Writes out what is held; throws what that raises. */
  release(): void;
}

const unflushedKey = new StateKey<Set<HoldingStream>>(() => new Set());

export const noteHolding = (stream: HoldingStream): void => {
  thread.interpreter.state(unflushedKey).add(stream);
};
export const noteReleased = (stream: HoldingStream): void => {
  thread.interpreter.state(unflushedKey).delete(stream);
};

/** Writes out every stream that holds something; failures stay with the streams. */
export function releaseAll(): void {
  const streams = thread.interpreter.state(unflushedKey);
  if (streams.size === 0) return;
  // Text streams hold in turn what their buffers then hold: newest first, until nothing is left to do.
  for (const stream of [...streams].toReversed()) {
    streams.delete(stream);
    try {
      stream.release();
    } catch {
      // As CPython's finalizer: nobody is there to be told.
    }
  }
}
