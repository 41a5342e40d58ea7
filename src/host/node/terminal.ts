import type tty from 'node:tty';
import type { Console, Descriptor, Terminal } from '../host.ts';
import type { NodeDescriptors } from './descriptors.ts';
import { hostError, translateError } from './errors.ts';
import { isTerminal } from './terminal-test.ts';

/** The standard streams as descriptors; never `process.stdout`, which would make pipes non-blocking for good. */
export class NodeConsole implements Console {
  readonly #descriptors: NodeDescriptors;

  constructor(descriptors: NodeDescriptors) {
    this.#descriptors = descriptors;
  }

  read(buffer: Uint8Array): number {
    return this.#descriptors.read(0, buffer);
  }

  write(stream: 1 | 2, bytes: Uint8Array): void {
    for (let rest = bytes; rest.length > 0;) {
      rest = rest.subarray(this.#descriptors.write(stream, rest));
    }
  }

  isTerminal(stream: 0 | 1 | 2): boolean {
    return this.#descriptors.isTerminal(stream);
  }
}

/** Size, raw mode and a line reader that leaves editing to the system's own line discipline. */
export class NodeTerminal implements Terminal {
  readonly #descriptors: NodeDescriptors;
  /** Kept: closing a stream may close the descriptor under it. */
  readonly #outputs = new Map<number, tty.WriteStream>();
  readonly #inputs = new Map<number, tty.ReadStream>();

  constructor(descriptors: NodeDescriptors) {
    this.#descriptors = descriptors;
  }

  size(fd: Descriptor): { columns: number; lines: number } {
    const real = this.#descriptors.real(fd);
    if (!isTerminal(real)) throw hostError('ENOTTY');
    try {
      let stream = this.#outputs.get(real);
      if (stream === undefined)
        this.#outputs.set(
          real,
          (stream = new (process.getBuiltinModule('node:tty').WriteStream)(real)),
        );
      const [columns, lines] = stream.getWindowSize();
      return { columns, lines };
    } catch (error) {
      throw translateError(error);
    }
  }

  readLine(prompt: string): string {
    const encoded = Buffer.from(prompt);
    for (let rest = encoded; rest.length > 0;) {
      rest = rest.subarray(this.#descriptors.write(1, rest));
    }
    const one = new Uint8Array(1);
    const line: number[] = [];
    // Byte by byte, so that what follows the line stays for other readers of the descriptor.
    while (line.at(-1) !== 10 && this.#descriptors.read(0, one) > 0) line.push(one[0]!);
    return Buffer.from(line).toString();
  }

  setRaw(fd: Descriptor, raw: boolean): void {
    const real = this.#descriptors.real(fd);
    if (!isTerminal(real)) throw hostError('ENOTTY');
    let stream = this.#inputs.get(real);
    if (stream === undefined) {
      this.#inputs.set(
        real,
        (stream = new (process.getBuiltinModule('node:tty').ReadStream)(real)),
      );
      stream.unref();
    }
    stream.setRawMode(raw);
  }
}
