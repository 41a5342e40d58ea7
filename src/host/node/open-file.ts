import type { WasiImports } from './system-calls.ts';

/** What a socket adds to an open file: events that only the worker learns of. */
export interface SocketState {
  /** Whether the event holds; undefined where the kernel's descriptor can tell. */
  ready(event: 1 | 4): boolean | undefined;
  close(): void;
}

/** What the kernel calls an open file description, as far as this process has to know it. */
export class OpenFile {
  /** The kernel's descriptor; -1 for a socket that has none yet. */
  real: number;
  /** How many numbers of ours lead here. */
  references = 0;
  /** The offset while it is certain without asking the kernel; -1 when it is not. */
  position: number;
  /** Set by us with O_NONBLOCK; EAGAIN without it (a parent made the pipe so) means to wait. */
  nonBlocking = false;
  handle: WasiImports | undefined;
  socket: SocketState | undefined;
  /** Bytes that were read to learn whether there are any. */
  ahead = new Uint8Array(0);
  /** Whether it is a pipe or stream socket, whose bytes can be read ahead; unknown until asked. */
  streaming: boolean | undefined;

  constructor(real: number, position: number) {
    this.real = real;
    this.position = position;
  }
}
