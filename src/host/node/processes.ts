import type { SpawnOptions } from 'node:child_process';
import type { Descriptor, NativeString, Processes, SpawnRequest } from '../host.ts';
import { hostError, translateError } from './errors.ts';
import type { HostWorker } from './worker.ts';
import type { ProcessNews } from './worker-program.ts';
import type { NodeSignals } from './signals.ts';

/** Processes: children belong to the worker thread, which reaps them while Python blocks this one. */
export class NodeProcesses implements Processes {
  readonly #worker: HostWorker;
  readonly #signals: NodeSignals;
  readonly #share: (fd: Descriptor) => number;
  /** Wait status of the children that were not waited for; undefined while they run. */
  readonly #children = new Map<number, number | undefined>();
  readonly #answers = new Map<number, number | string>();
  #requests = 0;

  constructor(worker: HostWorker, signals: NodeSignals, share: (fd: Descriptor) => number) {
    this.#worker = worker;
    this.#signals = signals;
    this.#share = share;
  }

  received(message: ProcessNews): void {
    if (message.kind === 'spawned') {
      this.#answers.set(message.id, message.pid);
      this.#children.set(message.pid, undefined);
    } else if (message.kind === 'failed') this.#answers.set(message.id, message.code);
    else this.#children.set(message.pid, message.status);
  }

  exit(code: number): never {
    process.exit(code);
  }

  abort(): never {
    process.abort();
  }

  kill(pid: number, signal: number): void {
    if (pid === process.pid && this.#signals.catches(signal)) {
      this.#signals.arrive(signal);
      return;
    }
    try {
      process.kill(pid, signal);
    } catch (error) {
      throw translateError(error);
    }
  }

  spawn(request: SpawnRequest): number {
    const id = ++this.#requests;
    const stdio = request.descriptors.map(fd => (fd < 0 ? ('ignore' as const) : this.#share(fd)));
    const options: SpawnOptions = {
      stdio,
      cwd: request.cwd === undefined ? process.cwd() : text(request.cwd),
      env: request.env === undefined ? process.env : pairs(request.env),
    };
    if (request.newSession) options.detached = true;
    if (request.uid !== undefined) options.uid = request.uid;
    if (request.gid !== undefined) options.gid = request.gid;
    this.#worker.send({
      kind: 'spawn',
      id,
      file: withSlash(text(request.executable)),
      args: request.argv.map(text),
      options: { ...options, env: { ...options.env } },
    });
    this.#worker.waitUntil(() => this.#answers.has(id), undefined);
    const answer = this.#answers.get(id)!;
    this.#answers.delete(id);
    if (typeof answer === 'string') throw hostError(answer, request.executable);
    return answer;
  }

  wait(pid: number, block: boolean): { readonly pid: number; readonly status: number } | undefined {
    const find = () => {
      if (pid !== -1) {
        if (!this.#children.has(pid)) throw hostError('ECHILD');
        return this.#children.get(pid) === undefined ? undefined : pid;
      }
      if (this.#children.size === 0) throw hostError('ECHILD');
      for (const [child, status] of this.#children) if (status !== undefined) return child;
      return undefined;
    };
    let found: number | undefined;
    if (block) this.#worker.waitUntil(() => (found = find()) !== undefined, this.#signals);
    else {
      this.#worker.drain();
      found = find();
    }
    if (found === undefined) return undefined;
    const status = this.#children.get(found)!;
    this.#children.delete(found);
    return { pid: found, status };
  }
}

/** Node passes arguments, names and variables to a child as UTF-8 only. */
function text(value: NativeString): string {
  if (typeof value !== 'string') throw hostError('EILSEQ', value);
  if (value.includes('\0')) throw hostError('EINVAL', value);
  return value;
}

/** exec itself, unlike libuv, does not search PATH. */
const withSlash = (file: string): string =>
  file.includes('/') || file === '' ? file : `./${file}`;

function pairs(entries: readonly NativeString[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const entry of entries) {
    const pair = text(entry);
    const at = pair.indexOf('=', 1);
    result[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return result;
}
