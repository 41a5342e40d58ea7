import fs from 'node:fs';
import os from 'node:os';
import type { Environment, NativeString, SystemName } from '../host.ts';
import { hostError } from './errors.ts';
import { fromBuffer } from './files.ts';

/** Arguments, variables and facts of this process and machine. */
export class NodeEnvironment implements Environment {
  readonly platform = process.platform;
  readonly byteOrder = os.endianness() === 'LE' ? 'little' : 'big';
  readonly argv: readonly NativeString[];
  readonly executable: NativeString;
  /** Variables whose name or value is not UTF-8, by the name's bytes as Latin-1; `process.env` cannot hold them. */
  #exact: Map<string, readonly [NativeString, NativeString]> | undefined;

  constructor(argv: readonly string[], executable: string) {
    this.argv = argv.some(isDamaged) ? exactArguments(argv) : argv;
    this.executable = executable;
  }

  get pid(): number {
    return process.pid;
  }

  get ppid(): number {
    return process.ppid;
  }

  get user(): NonNullable<Environment['user']> {
    const id = (get: (() => number) | undefined) => get?.call(process) ?? 0;
    return {
      uid: id(process.getuid),
      euid: id(process.geteuid),
      gid: id(process.getgid),
      egid: id(process.getegid),
      groups: process.getgroups?.() ?? [],
    };
  }

  get cpuCount(): number {
    return os.availableParallelism();
  }

  get(name: NativeString): NativeString | undefined {
    return this.#exactVariables().get(key(name))?.[1] ?? process.env[text(name)];
  }

  set(name: NativeString, value: NativeString): void {
    if (text(name) === '' || text(name).includes('=')) throw hostError('EINVAL');
    this.unset(name);
    if (typeof name === 'string' && typeof value === 'string') process.env[name] = value;
    else this.#exactVariables().set(key(name), [name, value]);
  }

  unset(name: NativeString): void {
    if (text(name) === '' || text(name).includes('=')) throw hostError('EINVAL');
    this.#exactVariables().delete(key(name));
    if (typeof name === 'string') delete process.env[name];
  }

  entries(): (readonly [NativeString, NativeString])[] {
    const exact = this.#exactVariables();
    const plain = Object.entries(process.env).map(([name, value]) => [name, value ?? ''] as const);
    return exact.size === 0 ? plain : [...plain, ...exact.values()];
  }

  systemName(): SystemName {
    return {
      sysname: os.type(),
      nodename: os.hostname(),
      release: os.release(),
      version: os.version(),
      machine: os.machine(),
    };
  }

  loadAverage(): readonly [number, number, number] {
    return os.loadavg() as [number, number, number];
  }

  account(): { name: string; home: string; shell: string } | undefined {
    try {
      const { username, homedir, shell } = os.userInfo();
      return { name: username, home: homedir, shell: shell ?? '' };
    } catch {
      return undefined;
    }
  }

  /** Moves the variables that Node could not decode from `process.env` to a map of exact ones, once. */
  #exactVariables(): Map<string, readonly [NativeString, NativeString]> {
    if (this.#exact !== undefined) return this.#exact;
    const exact = (this.#exact = new Map<string, readonly [NativeString, NativeString]>());
    if (!Object.entries(process.env).some(([name, value]) => isDamaged(name + value))) return exact;
    for (const entry of split(readProcess('environ'))) {
      const at = entry.indexOf(61, 1);
      if (at < 0) continue;
      const name = fromBuffer(entry.subarray(0, at));
      const value = fromBuffer(entry.subarray(at + 1));
      if (typeof name === 'string' && typeof value === 'string') continue;
      delete process.env[entry.subarray(0, at).toString()];
      exact.set(key(name), [name, value]);
    }
    return exact;
  }
}

const isDamaged = (value: string): boolean => value.includes('\ufffd');

const text = (value: NativeString): string =>
  typeof value === 'string' ? value : Buffer.from(value).toString('latin1');

const key = (name: NativeString): string => Buffer.from(name as string).toString('latin1');

function exactArguments(argv: readonly string[]): readonly NativeString[] {
  const all = split(readProcess('cmdline')).map(fromBuffer);
  return all.length < argv.length ? argv : all.slice(all.length - argv.length);
}

function readProcess(name: 'environ' | 'cmdline'): Buffer {
  try {
    return fs.readFileSync(`/proc/self/${name}`);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The strings of a NUL-terminated list. */
function split(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0, start);
    parts.push(bytes.subarray(start, end < 0 ? bytes.length : end));
    start = end < 0 ? bytes.length : end + 1;
  }
  return parts;
}
