import { parsePosixZone, utcRules } from '../../algorithms/time-zone.ts';
import type {
  Clock,
  Console,
  Environment,
  Host,
  NativeString,
  Processes,
  ScriptCompiler,
  Signals,
} from '../host.ts';
import { errno, mode as fileMode, open, signals as signalNumbers } from './constants.ts';
import { MemoryDescriptors } from './descriptors.ts';
import { MemoryFiles } from './files.ts';
import { type Device, failure } from './inodes.ts';
import { Tree } from './tree.ts';

export interface MemoryHostOptions {
  readonly argv?: readonly NativeString[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What standard input holds. */
  readonly input?: Uint8Array;
  /** Nanoseconds since the epoch at the start. */
  readonly time?: bigint;
  readonly seed?: number;
}

/** Thrown by `exit`: the program ended. */
export class MemoryExit {
  readonly code: number;

  constructor(code: number) {
    this.code = code;
  }
}

export interface MemoryHost extends Host {
  readonly files: MemoryFiles;
  readonly signals: MemorySignals;
  /** What the program wrote to its standard output and error. */
  output(stream: 1 | 2): Uint8Array;
  /** Lets time pass. */
  advance(nanoseconds: bigint): void;
}

/**
 * A host with nothing outside it: the same program prints the same output every time.
 * Time stands still but for `sleep` and a microsecond at every question.
 */
export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const variables = new Map(Object.entries(options.environment ?? {}));
  const environment = new MemoryEnvironment(options.argv ?? [], variables);
  const clock = new MemoryClock(options.time ?? 1_767_225_600_000_000_000n, environment);
  const tree = new Tree(() => clock.now());
  const descriptors = new MemoryDescriptors(tree, time => void clock.sleep(time));
  const console = new MemoryConsole(options.input ?? new Uint8Array(0));
  for (const stream of [0, 1, 2] as const) {
    const inode = tree.make(fileMode.S_IFCHR | 0o620);
    inode.device = console.device(stream);
    const flags = stream === 0 ? open.O_RDONLY : open.O_WRONLY;
    descriptors.setInheritable(descriptors.add(inode, flags), true);
  }
  const files = new MemoryFiles(tree, descriptors);
  files.makeDirectory('/tmp', 0o777);
  const signals = new MemorySignals();
  return {
    name: 'memory',
    constants: { errno, signals: signalNumbers, open },
    environment,
    clock,
    random: { fill: fillFrom(options.seed ?? 1) },
    console,
    script,
    descriptors,
    files,
    processes: new MemoryProcesses(environment.pid, signals),
    signals,
    output: stream => console.output(stream),
    advance: nanoseconds => void clock.sleep(nanoseconds),
  };
}

class MemoryEnvironment implements Environment {
  readonly platform = 'linux';
  readonly byteOrder = 'little';
  readonly executable = '';
  readonly pid = 2;
  readonly ppid = 1;
  readonly user = { uid: 1000, euid: 1000, gid: 1000, egid: 1000, groups: [1000] };
  readonly cpuCount = 1;
  readonly argv: readonly NativeString[];
  readonly #variables = new Map<string, readonly [NativeString, NativeString]>();

  constructor(argv: readonly NativeString[], variables: ReadonlyMap<string, string>) {
    this.argv = argv;
    for (const [name, value] of variables) this.set(name, value);
  }

  get(name: NativeString): NativeString | undefined {
    return this.#variables.get(keyOf(name))?.[1];
  }

  set(name: NativeString, value: NativeString): void {
    this.#variables.set(checked(name), [name, value]);
  }

  unset(name: NativeString): void {
    this.#variables.delete(checked(name));
  }

  entries(): (readonly [NativeString, NativeString])[] {
    return [...this.#variables.values()];
  }

  systemName() {
    const release = { release: '0', version: '0', machine: 'javascript' };
    return { sysname: 'Taipan', nodename: 'memory', ...release };
  }
}

const keyOf = (name: NativeString): string =>
  typeof name === 'string' ? name : `\0${String.fromCharCode(...name)}`;

function checked(name: NativeString): string {
  const key = keyOf(name);
  if (key === '' || key === '\0' || key.includes('=')) throw failure('EINVAL');
  return key;
}

class MemoryClock implements Clock {
  readonly resolution = { now: 1000n, monotonic: 1000n, performance: 1000n, processTime: 1000n };
  readonly #start: bigint;
  readonly #environment: MemoryEnvironment;
  #time: bigint;

  constructor(start: bigint, environment: MemoryEnvironment) {
    this.#start = start;
    this.#time = start;
    this.#environment = environment;
  }

  now(): bigint {
    return (this.#time += 1000n);
  }

  monotonic(): bigint {
    return this.now() - this.#start;
  }

  performance(): bigint {
    return this.now() - this.#start;
  }

  processTime(): bigint {
    return this.now() - this.#start;
  }

  sleep(nanoseconds: bigint): bigint {
    this.#time += nanoseconds;
    return 0n;
  }

  zoneAt(seconds: number) {
    const zone = this.#environment.get('TZ');
    return ((typeof zone === 'string' && parsePosixZone(zone)) || utcRules).at(seconds);
  }

  resetZone(): void {}
}

class MemoryConsole implements Console {
  readonly #written: Record<1 | 2, Uint8Array[]> = { 1: [], 2: [] };
  #input: Uint8Array;

  constructor(input: Uint8Array) {
    this.#input = input;
  }

  read(buffer: Uint8Array): number {
    const length = Math.min(buffer.length, this.#input.length);
    buffer.set(this.#input.subarray(0, length));
    this.#input = this.#input.subarray(length);
    return length;
  }

  write(stream: 1 | 2, bytes: Uint8Array): void {
    this.#written[stream].push(bytes.slice());
  }

  isTerminal(): boolean {
    return false;
  }

  output(stream: 1 | 2): Uint8Array {
    const parts = this.#written[stream];
    const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  device(stream: 0 | 1 | 2): Device {
    return {
      terminal: false,
      read: buffer => this.read(buffer),
      write: bytes => {
        if (stream === 0) throw failure('EBADF');
        this.write(stream, bytes);
        return bytes.length;
      },
    };
  }
}

/** mulberry32: small, fast, the same everywhere; no secret is made of it here. */
function fillFrom(seed: number): (bytes: Uint8Array) => void {
  let state = seed >>> 0;
  return bytes => {
    for (let i = 0; i < bytes.length; i++) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      bytes[i] = (mixed ^ (mixed >>> 14)) & 255;
    }
  };
}

/** Indirect `eval`: global scope and completion value, no cache. */
const script: ScriptCompiler = {
  compile: text => ({
    cacheRejected: false,
    // oxlint-disable-next-line no-eval -- running text is what a script compiler does
    run: () => (0, eval)(text) as unknown,
    cacheData: () => new Uint8Array(0),
  }),
};

class MemoryProcesses implements Processes {
  readonly #pid: number;
  readonly #signals: MemorySignals;

  constructor(pid: number, signals: MemorySignals) {
    this.#pid = pid;
    this.#signals = signals;
  }

  exit(code: number): never {
    throw new MemoryExit(code);
  }

  kill(pid: number, signal: number): void {
    if (pid !== this.#pid) throw failure('EPERM');
    if (signal !== 0) this.#signals.arrive(signal);
  }
}

export class MemorySignals implements Signals {
  readonly #dispositions = new Map<number, 'catch' | 'ignore'>();
  readonly #pending = new Set<number>();

  setDisposition(signal: number, disposition: 'catch' | 'ignore' | 'default'): void {
    const { SIGKILL, SIGSTOP } = signalNumbers;
    if (!(signal >= 1 && signal <= 64) || signal === SIGKILL || signal === SIGSTOP) {
      throw failure('EINVAL');
    }
    if (disposition === 'default') this.#dispositions.delete(signal);
    else this.#dispositions.set(signal, disposition);
  }

  /** A signal from outside or from the program itself. */
  arrive(signal: number): void {
    const disposition = this.#dispositions.get(signal);
    if (disposition === 'catch') this.#pending.add(signal);
    else if (disposition === undefined) throw new MemoryExit(-signal);
  }

  pending(): boolean {
    return this.#pending.size > 0;
  }

  take(): number {
    if (this.#pending.size === 0) return 0;
    const signal = Math.min(...this.#pending);
    this.#pending.delete(signal);
    return signal;
  }
}
