import {
  type Descriptor,
  HostError,
  type NativeString,
  type ResolvedAddress,
  type SocketAddress,
  type Sockets,
} from '../host.ts';
import type { NodeDescriptors } from './descriptors.ts';
import { hostError } from './errors.ts';
import type { Interrupts } from './interrupts.ts';
import { OpenFile, type SocketState } from './open-file.ts';
import type { Accepted, SocketCall, SocketNews, WireAddress } from './socket-program.ts';
import type { HostWorker } from './worker.ts';

/** One socket as the main thread knows it. */
class NodeSocket implements SocketState {
  readonly id: number;
  readonly family: SocketAddress['family'];
  readonly type: 'stream' | 'datagram';
  readonly #close: (id: number) => void;
  /** The open file that leads here. */
  file: OpenFile | undefined;
  listening = false;
  connecting = false;
  /** The error of a connection that failed, until someone asks. */
  failure = '';
  readonly accepted: Accepted[] = [];
  readonly datagrams: { readonly bytes: Uint8Array; readonly from: WireAddress }[] = [];
  readonly options = new Map<string, number>();

  constructor(
    id: number,
    family: SocketAddress['family'],
    type: 'stream' | 'datagram',
    close: (id: number) => void,
  ) {
    this.id = id;
    this.family = family;
    this.type = type;
    this.#close = close;
  }

  ready(event: 1 | 4): boolean | undefined {
    if (this.listening) return event === 1 && this.accepted.length > 0;
    if (this.type === 'datagram') return event === 4 || this.datagrams.length > 0;
    if (this.connecting) return false;
    return undefined;
  }

  close(): void {
    this.#close(this.id);
  }
}

/** Sockets: control through the worker, bytes of streams on their descriptors. See docs/decisions/023. */
export class NodeSockets implements Sockets {
  readonly #descriptors: NodeDescriptors;
  readonly #worker: HostWorker;
  readonly #interrupts: Interrupts;
  readonly #sockets = new Map<number, NodeSocket>();
  readonly #answers = new Map<number, SocketNews & { kind: 'answer' }>();
  #made = 0;
  #requests = 0;

  constructor(descriptors: NodeDescriptors, worker: HostWorker, interrupts: Interrupts) {
    this.#descriptors = descriptors;
    this.#worker = worker;
    this.#interrupts = interrupts;
  }

  received(news: SocketNews): void {
    if (news.kind === 'answer') this.#answers.set(news.id, news);
    else if (news.kind === 'connected') {
      const socket = this.#sockets.get(news.socket);
      if (socket === undefined) return;
      socket.connecting = false;
      socket.failure = news.code;
      if (news.code !== '' && socket.file !== undefined) {
        socket.file.real = -1;
        socket.file.handle = undefined;
      }
    } else if (news.kind === 'accepted') {
      this.#sockets.get(news.listener)?.accepted.push(news.accepted);
    } else this.#sockets.get(news.socket)?.datagrams.push(news);
  }

  open(family: SocketAddress['family'], type: 'stream' | 'datagram'): Descriptor {
    if (family === 'unix' && type === 'datagram') throw hostError('EPROTONOSUPPORT');
    const socket = this.#make(++this.#made, family, type);
    this.#call(socket, { name: 'create', family, type });
    const file = new OpenFile(-1, -1);
    file.socket = socket;
    socket.file = file;
    return this.#descriptors.addSocket(file);
  }

  bind(fd: Descriptor, address: SocketAddress): void {
    const socket = this.#socket(fd);
    const flags = socket.options.get('6:26') === 1 ? 1 : 0;
    this.#setReal(fd, this.#call(socket, { name: 'bind', address: toWire(address), flags }));
  }

  listen(fd: Descriptor, backlog: number): void {
    const socket = this.#socket(fd);
    this.#setReal(fd, this.#call(socket, { name: 'listen', backlog: Math.max(backlog, 1) }));
    socket.listening = true;
  }

  accept(fd: Descriptor): { fd: Descriptor; address: SocketAddress } {
    const listener = this.#socket(fd);
    if (!listener.listening) throw hostError('EINVAL');
    this.#worker.drain();
    if (listener.accepted.length === 0) this.#descriptors.await(this.#descriptors.file(fd), 1);
    const { socket, fd: real, address } = listener.accepted.shift()!;
    return { fd: this.#adopt(socket, real, listener.family), address: fromWire(address) };
  }

  connect(fd: Descriptor, address: SocketAddress): void {
    const socket = this.#socket(fd);
    const file = this.#descriptors.file(fd);
    if (socket.connecting) throw hostError('EALREADY');
    const isStream = socket.type === 'stream';
    socket.connecting = isStream;
    try {
      this.#setReal(fd, this.#call(socket, { name: 'connect', address: toWire(address) }));
    } catch (error) {
      socket.connecting = false;
      throw error;
    }
    if (!isStream) return;
    this.#worker.drain();
    if (socket.failure !== '') file.real = -1;
    if (socket.connecting && file.nonBlocking) throw hostError('EINPROGRESS');
    this.#worker.waitUntil(() => !socket.connecting, this.#interrupts);
    const { failure } = socket;
    socket.failure = '';
    if (failure !== '') throw hostError(failure);
  }

  send(fd: Descriptor, bytes: Uint8Array, to?: SocketAddress): number {
    const socket = this.#socket(fd);
    if (socket.type === 'stream') return this.#descriptors.write(fd, bytes);
    const address = to && toWire(to);
    const call = { name: 'send' as const, bytes: bytes.slice() };
    this.#setReal(fd, this.#call(socket, address === undefined ? call : { ...call, address }));
    return bytes.length;
  }

  receive(
    fd: Descriptor,
    buffer: Uint8Array,
    peek = false,
  ): { length: number; from?: SocketAddress } {
    const socket = this.#socket(fd);
    const file = this.#descriptors.file(fd);
    if (socket.type === 'stream') {
      const length = this.#descriptors.read(fd, buffer);
      if (peek && length > 0) {
        const ahead = new Uint8Array(length + file.ahead.length);
        ahead.set(buffer.subarray(0, length));
        ahead.set(file.ahead, length);
        file.ahead = ahead;
      }
      return { length };
    }
    this.#worker.drain();
    if (socket.datagrams.length === 0) this.#descriptors.await(file, 1);
    const { bytes, from } = socket.datagrams[0]!;
    if (!peek) socket.datagrams.shift();
    const length = Math.min(bytes.length, buffer.length);
    buffer.set(bytes.subarray(0, length));
    return { length, from: fromWire(from) };
  }

  shutdown(fd: Descriptor, how: 0 | 1 | 2): void {
    const socket = this.#socket(fd);
    if (this.#descriptors.file(fd).real < 0) throw hostError('ENOTCONN');
    if (how !== 0) this.#call(socket, { name: 'shutdown' });
  }

  localAddress(fd: Descriptor): SocketAddress {
    return this.#address(fd, false);
  }

  peerAddress(fd: Descriptor): SocketAddress {
    return this.#address(fd, true);
  }

  #address(fd: Descriptor, peer: boolean): SocketAddress {
    const socket = this.#socket(fd);
    const address = this.#call(socket, { name: 'address', peer }) as WireAddress;
    if ('path' in address && socket.family !== 'unix') {
      return fromWire({
        host: socket.family === 'inet6' ? '::' : '0.0.0.0',
        port: 0,
        version: socket.family === 'inet6' ? 6 : 4,
      });
    }
    return fromWire(address);
  }

  getOption(fd: Descriptor, level: number, name: number): number {
    const socket = this.#socket(fd);
    const key = `${level}:${name}`;
    if (level === 1 && name === 4) return this.#errorOption(socket);
    if (level === 1 && name === 3) return socket.type === 'stream' ? 1 : 2;
    if (level === 1 && name === 30) return socket.listening ? 1 : 0;
    return socket.options.get(key) ?? 0;
  }

  #errorOption(socket: NodeSocket): number {
    this.#worker.drain();
    const { failure } = socket;
    socket.failure = '';
    return failure === '' ? 0 : hostError(failure).errno;
  }

  setOption(fd: Descriptor, level: number, name: number, value: number): void {
    const socket = this.#socket(fd);
    const key = `${level}:${name}`;
    const option = { '6:1': 'nodelay', '1:9': 'keepalive', '1:6': 'broadcast' }[key] as
      | 'nodelay'
      | 'keepalive'
      | 'broadcast'
      | undefined;
    const isDatagramOption = option === 'broadcast';
    if (option !== undefined && (socket.type === 'datagram') === isDatagramOption) {
      if (socket.family !== 'unix') this.#call(socket, { name: 'option', option, value });
    }
    // No more than the kernel knows, whose other options Node cannot set: they are remembered, as hints may be.
    const highest = { 0: 50, 1: 83, 6: 40, 17: 110, 41: 80 }[level];
    if (highest === undefined || name > highest) throw hostError('ENOPROTOOPT');
    socket.options.set(key, value);
  }

  pair(): readonly [Descriptor, Descriptor] {
    const socket = new NodeSocket(0, 'unix', 'stream', () => {});
    const ends = this.#call(socket, { name: 'pair' }) as { socket: number; fd: number }[];
    const [first, second] = ends.map(end => this.#adopt(end.socket, end.fd, 'unix'));
    return [first!, second!];
  }

  resolve(host: string): ResolvedAddress[] {
    const socket = new NodeSocket(0, 'inet', 'stream', () => {});
    let found: { address: string; family: number }[];
    try {
      found = this.#call(socket, { name: 'resolve', host }) as typeof found;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      throw hostError(error.code === 'ENOTFOUND' ? 'ENOENT' : 'EAGAIN');
    }
    return found.map(({ address, family }) => ({
      family: family === 6 ? 'inet6' : 'inet',
      host: address,
    }));
  }

  #make(id: number, family: SocketAddress['family'], type: 'stream' | 'datagram'): NodeSocket {
    const socket = new NodeSocket(id, family, type, closed => this.#forget(closed));
    this.#sockets.set(id, socket);
    return socket;
  }

  #forget(id: number): void {
    this.#sockets.delete(id);
    this.#worker.send({ kind: 'socket', id: 0, socket: id, call: { name: 'close' } });
  }

  /** Takes a connected stream that the worker made. */
  #adopt(id: number, real: number, family: SocketAddress['family']): Descriptor {
    const file = new OpenFile(real, -1);
    file.socket = this.#make(id, family, 'stream');
    return this.#descriptors.addSocket(file);
  }

  #setReal(fd: Descriptor, real: unknown): void {
    if (typeof real === 'number' && real >= 0) this.#descriptors.file(fd).real = real;
  }

  #socket(fd: Descriptor): NodeSocket {
    const { socket } = this.#descriptors.file(fd);
    if (!(socket instanceof NodeSocket)) throw hostError('ENOTSOCK');
    return socket;
  }

  /** Asks the worker and waits for its answer. */
  #call(socket: NodeSocket, call: SocketCall): unknown {
    const id = ++this.#requests;
    this.#worker.send({ kind: 'socket', id, socket: socket.id, call });
    this.#worker.waitUntil(() => this.#answers.has(id), undefined);
    const { code, value } = this.#answers.get(id)!;
    this.#answers.delete(id);
    if (code !== undefined) throw hostError(code);
    return value;
  }
}

const text = (path: NativeString): string => {
  if (typeof path !== 'string') throw hostError('EILSEQ', path);
  return path;
};

const toWire = (address: SocketAddress): WireAddress =>
  address.family === 'unix'
    ? { path: text(address.path) }
    : { host: address.host, port: address.port, version: address.family === 'inet6' ? 6 : 4 };

function fromWire(address: WireAddress): SocketAddress {
  if ('path' in address) return { family: 'unix', path: address.path };
  const { host, port } = address;
  return address.version === 6
    ? { family: 'inet6', host, port, flowInfo: 0, scope: 0 }
    : { family: 'inet', host, port };
}
