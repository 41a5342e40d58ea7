import { HostError, type SocketAddress } from '../../host/host.ts';
import { objectType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { timeoutErrorType } from '../../objects/exception-types.ts';
import { float } from '../../objects/float.ts';
import { IntObject, isInt, smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { bufferData, findBuffer } from '../../runtime/buffer.ts';
import { asCInt, asIndex } from '../../runtime/convert.ts';
import {
  constructor,
  defineType,
  method,
  variadicMethod,
  type Method,
} from '../../runtime/declare.ts';
import { newException, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import { joinBytes, writableBuffer } from '../_io/base.ts';
import { host, hostCall, interruptKey, osErrorOf } from '../host-access.ts';
import { checkPositional } from '../positional.ts';
import { durationArgument } from '../time/time-tuple.ts';
import { AF_INET, type Family, familyNumber, familyOf, fromAddress, toAddress } from './address.ts';
import { constants, docs } from './docs.gen.ts';

/** `_socket.socket`. CPython: Modules/socketmodule.c */
export class PySocket extends PyObject {
  fd = -1;
  family: number = AF_INET;
  kind: number = constants.SOCK_STREAM;
  protocol = 0;
  /** Nanoseconds; undefined blocks for ever, 0 never blocks. */
  timeout: bigint | undefined = undefined;
}

/** What new sockets get. */
export const defaultTimeout = new StateKey<{ value: bigint | undefined }>(() => ({
  value: undefined,
}));

const { SOCK_STREAM, SOCK_DGRAM, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL } = constants;
const kindFlags = constants.SOCK_NONBLOCK | constants.SOCK_CLOEXEC;
const errno = (name: string): number => host().constants.errno[name] ?? 0;
const failWith = (name: string) => osErrorOf(errno(name));

export const familyName = (self: PySocket): Family => familyOf(self.family)!;

/** A timeout argument: None, or seconds. */
export function timeoutArgument(v: Value): bigint | undefined {
  if (v === null) return undefined;
  const timeout = durationArgument(v);
  if (timeout < 0n) throw valueError('Timeout value out of range');
  return timeout;
}
export const timeoutValue = (timeout: bigint | undefined): Value =>
  timeout === undefined ? null : float(Number(timeout) / 1e9);

function setTimeout_(self: PySocket, timeout: bigint | undefined): void {
  self.timeout = timeout;
  const { descriptors, constants: numbers } = host();
  const nonBlocking = numbers.open['O_NONBLOCK'] ?? 0;
  const flags = hostCall(() => descriptors.flags(self.fd));
  const wanted = timeout === undefined ? flags & ~nonBlocking : flags | nonBlocking;
  if (wanted !== flags) hostCall(() => descriptors.setFlags!(self.fd, wanted));
}

const isAgain = (error: unknown): boolean =>
  error instanceof HostError &&
  ['EAGAIN', 'EWOULDBLOCK', 'EINPROGRESS', 'EALREADY'].includes(error.code);

/** Makes a call, and while it would block waits as long as the timeout allows. */
function withTimeout<T>(self: PySocket, event: 1 | 4, action: () => T): T {
  const { descriptors, clock } = host();
  const end = self.timeout === undefined ? undefined : clock.monotonic() + self.timeout;
  for (;;) {
    try {
      return action();
    } catch (error) {
      const interrupted = error instanceof HostError && error.code === 'EINTR';
      if (interrupted) thread.interpreter.state(interruptKey)();
      else if (!isAgain(error) || self.timeout === 0n || end === undefined) {
        return hostCall(() => {
          throw error;
        });
      }
    }
    if (end !== undefined) waitUntil(self.fd, event, end);
    else if (descriptors.poll === undefined) throw failWith('EAGAIN');
  }
}

function waitUntil(fd: number, event: 1 | 4, end: bigint): void {
  const { descriptors, clock } = host();
  const left = end - clock.monotonic();
  const late = () => newException(timeoutErrorType, str('timed out'));
  if (left <= 0n) throw late();
  try {
    if (descriptors.poll!([fd], [event], left)[0] === 0) throw late();
  } catch (error) {
    if (!(error instanceof HostError && error.code === 'EINTR')) throw error;
    thread.interpreter.state(interruptKey)();
  }
}

const init = new SignatureCallable(
  '(family: cint = -1, type: cint = -1, proto: cint = -1, fileno=None)',
  (self: PySocket, family: number, kind: number, protocol: number, fileno: Value) => {
    if (fileno === null) {
      self.family = family === -1 ? AF_INET : family;
      self.kind = (kind === -1 ? SOCK_STREAM : kind) & ~kindFlags;
      self.protocol = protocol === -1 ? 0 : protocol;
      self.fd = openSocket(self);
    } else adopt(self, fileno, family, kind, protocol);
    self.timeout = thread.interpreter.state(defaultTimeout).value;
    const wantsNoWait = kind !== -1 && (kind & constants.SOCK_NONBLOCK) !== 0;
    if (wantsNoWait) setTimeout_(self, 0n);
    else if (self.timeout !== undefined) setTimeout_(self, self.timeout);
    return null;
  },
  '$self',
  'socket',
);

function openSocket(self: PySocket): number {
  const family = familyOf(self.family);
  if (family === undefined) throw failWith('EAFNOSUPPORT');
  const { kind } = self;
  if (kind !== SOCK_STREAM && kind !== SOCK_DGRAM) {
    throw failWith(kind > 10 || kind < 1 ? 'EINVAL' : 'EPROTONOSUPPORT');
  }
  const type = kind === SOCK_STREAM ? 'stream' : 'datagram';
  return hostCall(() => host().sockets!.open(family, type));
}

function adopt(
  self: PySocket,
  fileno: Value,
  family: number,
  kind: number,
  protocol: number,
): void {
  if (typeof fileno === 'number' && !Number.isInteger(fileno)) {
    throw typeError("'float' object cannot be interpreted as an integer");
  }
  const fd = asCInt(fileno);
  if (fd < 0) throw valueError('negative file descriptor');
  const { sockets } = host();
  const address = hostCall(() => sockets!.localAddress(fd));
  self.fd = fd;
  self.family = family === -1 ? familyNumber(address.family) : family;
  self.kind = kind === -1 ? hostCall(() => sockets!.getOption(fd, 1, 3)) : kind & ~kindFlags;
  self.protocol = protocol === -1 ? 0 : protocol;
}

const addressArgument = (self: PySocket, v: Value, caller: string): SocketAddress =>
  toAddress(v, familyName(self), caller);

function connect(self: PySocket, v: Value, caller: string): void {
  const address = addressArgument(self, v, caller);
  const { sockets } = host();
  let started = false;
  withTimeout(self, 4, () => {
    if (started) {
      const failed = sockets!.getOption(self.fd, 1, 4);
      if (failed !== 0) throw osErrorOf(failed);
      return;
    }
    started = true;
    sockets!.connect(self.fd, address);
  });
}

function receive(
  self: PySocket,
  target: Uint8Array,
  flags: number,
): { length: number; from?: SocketAddress } {
  const { sockets } = host();
  const peek = (flags & MSG_PEEK) !== 0;
  const once = () => sockets!.receive(self.fd, target, peek);
  if (flags & MSG_DONTWAIT) return hostCall(once);
  const got = withTimeout(self, 1, once);
  if (!(flags & MSG_WAITALL) || peek) return got;
  let { length } = got;
  while (length < target.length) {
    const rest = target.subarray(length);
    const more = withTimeout(self, 1, () => sockets!.receive(self.fd, rest)).length;
    if (more === 0) break;
    length += more;
  }
  return { length };
}

const send = (self: PySocket, bytes: Uint8Array, to?: SocketAddress): number =>
  withTimeout(self, 4, () => host().sockets!.send(self.fd, bytes, to));

function sendAll(self: PySocket, bytes: Uint8Array): void {
  const whole = self.timeout;
  const { clock } = host();
  const end = whole === undefined ? undefined : clock.monotonic() + whole;
  try {
    for (let rest = bytes; rest.length > 0;) {
      rest = rest.subarray(send(self, rest));
      if (end === undefined || whole === 0n || rest.length === 0) continue;
      const left = end - clock.monotonic();
      if (left <= 0n) throw newException(timeoutErrorType, str('timed out'));
      self.timeout = left;
    }
  } finally {
    self.timeout = whole;
  }
}

/** A method that takes positional arguments only and shows no signature. */
const positional = (
  name: string,
  least: number,
  most: number,
  impl: (self: PySocket, ...args: Value[]) => Value,
): Method<PySocket> =>
  variadicMethod(
    (docs as Readonly<Record<string, string>>)[`socket.${name}`] ?? '',
    (self, args, names) => {
      checkPositional(name, 'socket', least, most, args, names);
      return impl(self, ...args);
    },
  );

function sizeArgument(v: Value, name: string): number {
  const size = asIndex(v);
  if (size < 0) throw valueError(`negative buffersize in ${name}`);
  return size;
}

const flagsOf = (v: Value | undefined): number => (v === undefined ? 0 : asCInt(v));

/** The part of a buffer that a receiving call may fill. */
function fillTarget(buffer: Value, count: Value | undefined, name: string): Uint8Array {
  const target = writableBuffer(buffer, name);
  const size = count === undefined ? 0 : asIndex(count);
  if (size < 0) throw valueError(`negative buffersize in ${name}`);
  if (size > target.length) throw valueError('nbytes is greater than the length of the buffer');
  return size === 0 ? target : target.subarray(0, size);
}

function option(v: Value): number {
  if (isInt(v) || typeof v === 'boolean' || v instanceof IntObject) return asCInt(v);
  const bytes = v === null ? undefined : findBuffer(v);
  if (bytes === undefined) {
    throw typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
  }
  return bytes.length >= 4
    ? new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true)
    : (bytes[0] ?? 0);
}

const receiveMethods = {
  recv: positional('recv', 1, 2, (self, size, flags) => {
    const buffer = new Uint8Array(sizeArgument(size, 'recv'));
    const { length } = receive(self, buffer, flagsOf(flags));
    return new PyBytes(buffer.slice(0, length));
  }),
  recvfrom: positional('recvfrom', 1, 2, (self, size, flags) => {
    const buffer = new Uint8Array(sizeArgument(size, 'recvfrom'));
    const { length, from } = receive(self, buffer, flagsOf(flags));
    return tuple([
      new PyBytes(buffer.slice(0, length)),
      from === undefined ? null : fromAddress(from),
    ]);
  }),
  recv_into: positional('recv_into', 1, 3, (self, buffer, count, flags) => {
    const target = fillTarget(buffer, count, 'recv_into');
    return smallInt(receive(self, target, flagsOf(flags)).length);
  }),
  recvfrom_into: positional('recvfrom_into', 1, 3, (self, buffer, count, flags) => {
    const target = fillTarget(buffer, count, 'recvfrom_into');
    const { length, from } = receive(self, target, flagsOf(flags));
    return tuple([smallInt(length), from === undefined ? null : fromAddress(from)]);
  }),
};

const sendMethods = {
  send: positional('send', 1, 2, (self, data) => smallInt(send(self, bufferData(data)))),
  sendall: positional('sendall', 1, 2, (self, data) => {
    sendAll(self, bufferData(data));
    return null;
  }),
  sendto: positional('sendto', 2, 3, (self, data, second, third) => {
    const address = addressArgument(self, third ?? second, 'sendto');
    return smallInt(send(self, bufferData(data), address));
  }),
  sendmsg: positional('sendmsg', 1, 4, (self, buffers, _ancillary, _flags, address) => {
    const whole = joinBytes([new Uint8Array(0), ...listItems(buffers).map(bufferData)]);
    const to =
      address === undefined || address === null
        ? undefined
        : addressArgument(self, address, 'sendmsg');
    return smallInt(send(self, whole, to));
  }),
};

function close(self: PySocket): Value {
  const { fd } = self;
  if (fd < 0) return null;
  self.fd = -1;
  hostCall(() => host().descriptors.close(fd));
  return null;
}

export const socketType = defineType(PySocket, {
  name: 'socket',
  module: '_socket',
  doc: docs.socket,
  base: objectType,
  flags: ['base'],
  new: constructor('(*args, **kwargs)', type => new (type.alloc as new () => PySocket)()),
  members: {
    family: self => smallInt(self.family),
    type: self => smallInt(self.kind),
    proto: self => smallInt(self.protocol),
  },
  attributes: {
    timeout: { doc: docs['socket.timeout'], get: self => timeoutValue(self.timeout) },
  },
  slots: {
    __init__: (self, args, names) => void init.call(self, args, names),
    __repr__: self =>
      str(
        `<socket object, fd=${self.fd}, family=${self.family}, type=${self.kind}, proto=${self.protocol}>`,
      ),
  },
  methods: {
    ...receiveMethods,
    ...sendMethods,
    _accept: method('()', docs['socket._accept'], self => {
      const { fd, address } = withTimeout(self, 1, () => host().sockets!.accept(self.fd));
      return tuple([smallInt(fd), fromAddress(address)]);
    }),
    bind: method('(object, /)', docs['socket.bind'], (self, v) => {
      const address = addressArgument(self, v, 'bind');
      hostCall(() => host().sockets!.bind(self.fd, address));
      return null;
    }),
    connect: method('(object, /)', docs['socket.connect'], (self, v) => {
      connect(self, v, 'connect');
      return null;
    }),
    connect_ex: method('(object, /)', docs['socket.connect_ex'], (self, v) => {
      const address = addressArgument(self, v, 'connect_ex');
      return smallInt(connectError(self, address));
    }),
    listen: positional('listen', 0, 1, (self, backlog) => {
      const count = backlog === undefined ? 128 : asCInt(backlog);
      hostCall(() => host().sockets!.listen(self.fd, Math.max(count, 0)));
      return null;
    }),
    close: method('()', docs['socket.close'], close),
    detach: method('()', docs['socket.detach'], self => {
      const { fd } = self;
      self.fd = -1;
      return smallInt(fd);
    }),
    fileno: method('()', docs['socket.fileno'], self => smallInt(self.fd)),
    getpeername: method('()', docs['socket.getpeername'], self =>
      fromAddress(hostCall(() => host().sockets!.peerAddress(self.fd))),
    ),
    getsockname: method('()', docs['socket.getsockname'], self =>
      fromAddress(hostCall(() => host().sockets!.localAddress(self.fd))),
    ),
    getsockopt: positional('getsockopt', 2, 3, (self, level, name, size) => {
      const [levelNumber, nameNumber] = [asCInt(level), asCInt(name)];
      const value = hostCall(() => host().sockets!.getOption(self.fd, levelNumber, nameNumber));
      if (size === undefined || size === 0) return smallInt(value);
      const length = asCInt(size);
      if (length < 0 || length > 1024) {
        throw newException(typeOf(failWith('EINVAL')), str('getsockopt buflen out of range'));
      }
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setInt32(0, value, true);
      return new PyBytes(bytes.slice(0, length));
    }),
    setsockopt: positional('setsockopt', 3, 3, (self, level, name, value) => {
      const [levelNumber, nameNumber] = [asCInt(level), asCInt(name)];
      const number = option(value);
      hostCall(() => host().sockets!.setOption(self.fd, levelNumber, nameNumber, number));
      return null;
    }),
    gettimeout: method('()', docs['socket.gettimeout'], self => timeoutValue(self.timeout)),
    settimeout: method('(object, /)', docs['socket.settimeout'], (self, v) => {
      setTimeout_(self, timeoutArgument(v));
      return null;
    }),
    setblocking: method('(object: bool, /)', docs['socket.setblocking'], (self, blocking) => {
      setTimeout_(self, blocking ? undefined : 0n);
      return null;
    }),
    getblocking: method('()', docs['socket.getblocking'], self => self.timeout !== 0n),
    shutdown: method('(object: cint, /)', docs['socket.shutdown'], (self, how) => {
      if (how < 0 || how > 2) throw failWith('EINVAL');
      hostCall(() => host().sockets!.shutdown(self.fd, how as 0 | 1 | 2));
      return null;
    }),
    __del__: method('()', '', close),
  },
});

/** connect_ex: the error number instead of the error. */
function connectError(self: PySocket, address: SocketAddress): number {
  const { sockets, descriptors, clock } = host();
  const end = self.timeout === undefined ? undefined : clock.monotonic() + self.timeout;
  try {
    sockets!.connect(self.fd, address);
    return 0;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.code !== 'EINPROGRESS' || self.timeout === 0n || end === undefined)
      return error.errno;
  }
  const found = descriptors.poll!([self.fd], [4], self.timeout);
  return found[0] === 0 ? errno('EAGAIN') : sockets!.getOption(self.fd, 1, 4);
}

/** A socket for a descriptor that the host made. */
export function socketFrom(fd: number, family: number, kind: number, protocol: number): PySocket {
  const socket = new PySocket();
  Object.assign(socket, { fd, family, kind, protocol });
  const timeout = thread.interpreter.state(defaultTimeout).value;
  if (timeout !== undefined) setTimeout_(socket, timeout);
  return socket;
}
