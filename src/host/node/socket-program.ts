/** An address between the threads: a path, or a numeric host and a port. */
export type WireAddress =
  | { readonly path: string }
  | { readonly host: string; readonly port: number; readonly version: 4 | 6 };

export type SocketCall =
  | {
      readonly name: 'create';
      readonly family: 'unix' | 'inet' | 'inet6';
      readonly type: 'stream' | 'datagram';
    }
  | { readonly name: 'bind'; readonly address: WireAddress; readonly flags: number }
  | { readonly name: 'listen'; readonly backlog: number }
  | { readonly name: 'connect'; readonly address: WireAddress }
  | { readonly name: 'shutdown' }
  | { readonly name: 'close' }
  | { readonly name: 'address'; readonly peer: boolean }
  | {
      readonly name: 'option';
      readonly option: 'nodelay' | 'keepalive' | 'broadcast';
      readonly value: number;
    }
  | { readonly name: 'send'; readonly bytes: Uint8Array; readonly address?: WireAddress }
  | { readonly name: 'pair' }
  | { readonly name: 'resolve'; readonly host: string };

export interface SocketMessage {
  readonly kind: 'socket';
  readonly id: number;
  readonly socket: number;
  readonly call: SocketCall;
}

export interface Accepted {
  readonly socket: number;
  readonly fd: number;
  readonly address: WireAddress;
}

export type SocketNews =
  /** The answer to a request; `code` names the error. */
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly code?: string;
      readonly value?: unknown;
    }
  | { readonly kind: 'connected'; readonly socket: number; readonly code: string }
  | { readonly kind: 'accepted'; readonly listener: number; readonly accepted: Accepted }
  | {
      readonly kind: 'datagram';
      readonly socket: number;
      readonly bytes: Uint8Array;
      readonly from: WireAddress;
    };

/** What is used of libuv's wraps, which `net` and `dgram` are made of. */
interface Handle {
  readonly fd: number;
  close(): void;
  onconnection: (status: number, client: Handle) => void;
  onmessage: (
    length: number,
    handle: Handle,
    bytes: Uint8Array,
    from: { address: string; port: number; family: string },
  ) => void;
  bind(address: string, port?: number, flags?: number): number;
  bind6(address: string, port: number, flags: number): number;
  listen(backlog: number): number;
  connect(request: object, address: string, port?: number): number;
  connect6(request: object, address: string, port: number): number;
  shutdown(request: object): number;
  send(request: object, list: Uint8Array[], count: number, ...rest: unknown[]): number;
  send6(request: object, list: Uint8Array[], count: number, ...rest: unknown[]): number;
  recvStart(): number;
  getsockname(out: object): number;
  getpeername(out: object): number;
  setNoDelay(on: boolean): number;
  setKeepAlive(on: boolean, delay: number): number;
  setBroadcast(on: number): number;
}

interface Wrap {
  readonly TCP: new (type: number) => Handle;
  readonly Pipe: new (type: number) => Handle;
  readonly UDP: new () => Handle;
  readonly TCPConnectWrap: new () => { oncomplete: (status: number) => void };
  readonly PipeConnectWrap: new () => { oncomplete: (status: number) => void };
  readonly SendWrap: new () => { oncomplete: (status: number) => void };
  readonly ShutdownWrap: new () => { oncomplete: (status: number) => void };
}

/**
 * The worker's part of sockets: what needs an event loop. Bytes of streams do not pass here, the main thread reads and writes their descriptors. Its text
 * is what runs, as that of `workerMain`.
 */
export function socketProgram(
  process: NodeJS.Process,
  tell: (news: SocketNews) => void,
  binding: (name: string) => unknown,
): (message: SocketMessage) => void {
  const wrap = (name: string): Wrap => binding(name) as Wrap;
  const os = process.getBuiltinModule('node:os');
  const fs = process.getBuiltinModule('node:fs');
  const SOCKET = 0;
  const SERVER = 1;
  const codes = new Map(Object.entries(os.constants.errno).map(([name, n]) => [-n, name]));
  const codeOf = (status: number): string =>
    status >= 0 ? '' : (codes.get(status) ?? (status === -4095 ? 'ECONNRESET' : 'EIO'));

  interface Socket {
    readonly family: 'unix' | 'inet' | 'inet6';
    readonly type: 'stream' | 'datagram';
    handle: Handle | undefined;
    path: string;
  }
  const sockets = new Map<number, Socket>();
  let made = 0;

  const handleOf = (socket: Socket, server: boolean): Handle => {
    if (socket.handle !== undefined) return socket.handle;
    const type = server ? SERVER : SOCKET;
    if (socket.type === 'datagram') socket.handle = new (wrap('udp_wrap').UDP)();
    else if (socket.family === 'unix') socket.handle = new (wrap('pipe_wrap').Pipe)(type);
    else socket.handle = new (wrap('tcp_wrap').TCP)(type);
    return socket.handle;
  };

  const addressOf = (handle: Handle, peer: boolean, socket: Socket): WireAddress | string => {
    if (socket.family === 'unix') return { path: peer ? '' : socket.path };
    const out: { address?: string; port?: number; family?: string } = {};
    const status = peer ? handle.getpeername(out) : handle.getsockname(out);
    if (status < 0) return codeOf(status);
    const version = out.family === 'IPv6' ? 6 : 4;
    return { host: out.address ?? '', port: out.port ?? 0, version };
  };

  const receive = (id: number, handle: Handle) => {
    handle.onmessage = (length, _handle, bytes, from) => {
      if (length < 0) return;
      const version = from.family === 'IPv6' ? 6 : 4;
      const address = { host: from.address, port: from.port, version } as const;
      tell({ kind: 'datagram', socket: id, bytes: new Uint8Array(bytes), from: address });
    };
    handle.recvStart();
  };

  const bind = (socket: Socket, id: number, address: WireAddress, flags: number): string => {
    const handle = handleOf(socket, true);
    let status: number;
    if ('path' in address) {
      status = handle.bind(address.path);
      socket.path = address.path;
    } else if (address.version === 6) status = handle.bind6(address.host, address.port, flags);
    else status = handle.bind(address.host, address.port, flags);
    if (status < 0) return codeOf(status);
    if (socket.type === 'datagram') receive(id, handle);
    // libuv keeps "in use" back until listen; the name tells it.
    const name = addressOf(handle, false, socket);
    return typeof name === 'string' ? name : '';
  };

  const accepting = (id: number, socket: Socket, handle: Handle) => {
    handle.onconnection = (status, client) => {
      if (status < 0) return;
      const accepted = ++made + 0x40000000;
      const made_: Socket = {
        family: socket.family,
        type: 'stream',
        handle: client,
        path: socket.path,
      };
      sockets.set(accepted, made_);
      const address = addressOf(client, true, made_);
      const from = typeof address === 'string' ? { path: '' } : address;
      tell({
        kind: 'accepted',
        listener: id,
        accepted: { socket: accepted, fd: client.fd, address: from },
      });
    };
  };

  const connect = (socket: Socket, id: number, address: WireAddress): string => {
    const handle = handleOf(socket, false);
    if (socket.type === 'datagram' && !('path' in address)) {
      const { host, port } = address;
      const start = (address.version === 6 ? handle.connect6 : handle.connect) as unknown as (
        host: string,
        port: number,
      ) => number;
      const status = start.call(handle, host, port);
      if (status >= 0) receive(id, handle);
      return codeOf(status);
    }
    const isPath = 'path' in address;
    const request = isPath
      ? new (wrap('pipe_wrap').PipeConnectWrap)()
      : new (wrap('tcp_wrap').TCPConnectWrap)();
    request.oncomplete = result => {
      if (result < 0) {
        // The kernel would remember the failure: another attempt begins afresh.
        handle.close();
        socket.handle = undefined;
      }
      tell({ kind: 'connected', socket: id, code: codeOf(result) });
    };
    if (isPath) return codeOf(handle.connect(request, address.path) ?? 0);
    return codeOf(
      address.version === 6
        ? handle.connect6(request, address.host, address.port)
        : handle.connect(request, address.host, address.port),
    );
  };

  const send = (socket: Socket, id: number, bytes: Uint8Array, to?: WireAddress): string => {
    const isNew = socket.handle === undefined;
    const handle = handleOf(socket, false);
    const request = new (wrap('udp_wrap').SendWrap)();
    request.oncomplete = () => {};
    const buffer = Buffer.from(bytes);
    let status: number;
    if (to === undefined) status = handle.send(request, [buffer], 1, false);
    else if ('path' in to) return 'EINVAL';
    else {
      const way = to.version === 6 ? handle.send6 : handle.send;
      status = way.call(handle, request, [buffer], 1, to.port, to.host, false);
    }
    if (isNew && status >= 0) receive(id, handle);
    return codeOf(Math.min(status, 0));
  };

  const pair = (id: number) => {
    const path = `${os.tmpdir()}/taipan-pair-${process.pid}-${++made}`;
    const { Pipe, PipeConnectWrap } = wrap('pipe_wrap');
    const server = new Pipe(SERVER);
    const client = new Pipe(SOCKET);
    const finish = (code: string, other?: Handle) => {
      server.close();
      fs.rmSync(path, { force: true });
      if (other === undefined) return tell({ kind: 'answer', id, code });
      const ends = [client, other].map(handle => {
        const socket = ++made + 0x40000000;
        sockets.set(socket, { family: 'unix', type: 'stream', handle, path: '' });
        return { socket, fd: handle.fd };
      });
      tell({ kind: 'answer', id, value: ends });
    };
    const status = server.bind(path) || server.listen(1);
    if (status < 0) return finish(codeOf(status));
    server.onconnection = (result, other) => {
      finish(codeOf(result), result < 0 ? undefined : other);
    };
    const request = new PipeConnectWrap();
    request.oncomplete = () => {};
    client.connect(request, path);
  };

  const resolve = (id: number, host: string) => {
    const dns = process.getBuiltinModule('node:dns');
    dns.lookup(host, { all: true, verbatim: true }, (error, addresses) => {
      if (error !== null) tell({ kind: 'answer', id, code: String(error.code ?? 'EAI_FAIL') });
      else tell({ kind: 'answer', id, value: addresses });
    });
  };

  const setOption = (socket: Socket, option: string, value: number): string => {
    const handle = handleOf(socket, false);
    if (option === 'nodelay') return codeOf(handle.setNoDelay(value !== 0));
    if (option === 'keepalive') return codeOf(handle.setKeepAlive(value !== 0, 0));
    return codeOf(handle.setBroadcast(value));
  };

  return ({ id, socket: number, call }) => {
    const answer = (code: string, value?: unknown) => {
      tell(code === '' ? { kind: 'answer', id, value } : { kind: 'answer', id, code });
    };
    if (call.name === 'create') {
      const { family, type } = call;
      sockets.set(number, { family, type, handle: undefined, path: '' });
      return answer('');
    }
    if (call.name === 'pair') return pair(id);
    if (call.name === 'resolve') return resolve(id, call.host);
    const socket = sockets.get(number);
    if (socket === undefined) return answer('EBADF');
    switch (call.name) {
      case 'bind':
        return answer(bind(socket, number, call.address, call.flags), socket.handle?.fd ?? -1);
      case 'listen': {
        const handle = handleOf(socket, true);
        accepting(number, socket, handle);
        return answer(codeOf(handle.listen(call.backlog)), handle.fd);
      }
      case 'connect':
        return answer(connect(socket, number, call.address), socket.handle?.fd ?? -1);
      case 'address': {
        if (socket.handle === undefined) return answer(call.peer ? 'ENOTCONN' : '', { path: '' });
        const address = addressOf(socket.handle, call.peer, socket);
        return typeof address === 'string' ? answer(address) : answer('', address);
      }
      case 'option':
        return answer(setOption(socket, call.option, call.value));
      case 'send':
        return answer(send(socket, number, call.bytes, call.address), socket.handle?.fd ?? -1);
      case 'shutdown': {
        if (socket.handle === undefined) return answer('ENOTCONN');
        const request = new (wrap('stream_wrap').ShutdownWrap)();
        request.oncomplete = status => answer(codeOf(status));
        const status = socket.handle.shutdown(request);
        if (status < 0) answer(codeOf(status));
        return;
      }
      default:
        sockets.delete(number);
        socket.handle?.close();
        return answer('');
    }
  };
}
