import {
  formatIPv4,
  formatIPv6,
  parseIPv4,
  parseIPv6,
  parseLooseIPv4,
} from '../../algorithms/ip-address.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { osErrorType, timeoutErrorType } from '../../objects/exception-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { asCInt, asInt, strValue } from '../../runtime/convert.ts';
import { defineModule, fn, type FunctionSpec, variadicFn } from '../../runtime/declare-module.ts';
import { newException, overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { thread } from '../../runtime/state.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { host, hostCall, hostKey, osErrorOf } from '../host-access.ts';
import { checkPositional } from '../positional.ts';
import { AF_INET, AF_INET6, AF_UNIX, gaiErrorType, hErrorType } from './address.ts';
import { constants, docs } from './docs.gen.ts';
import {
  getAddressInfo,
  getNameInfo,
  hostByAddress,
  hostByName,
  hostByNameEx,
  protocolByName,
  serviceByName,
  serviceByPort,
} from './lookup.ts';
import {
  defaultTimeout,
  socketFrom,
  socketType,
  timeoutArgument,
  timeoutValue,
} from './socket-type.ts';

/** Sockets. CPython: Modules/socketmodule.c */

const positional = (
  name: keyof typeof docs,
  least: number,
  most: number,
  impl: (...args: Value[]) => Value,
): FunctionSpec =>
  variadicFn(docs[name], (args, names) => {
    checkPositional(name, '_socket', least, most, args, names);
    return impl(...args);
  });

const text = (v: Value, name: string): string => {
  const value = strValue(v);
  if (value === undefined)
    throw typeError(`${name}() argument 1 must be str, not ${typeOf(v).name}`);
  return utf16(value);
};
const optionalText = (v: Value | undefined, name: string): string | null =>
  v === undefined ? null : text(v, name);

/** Turns the bytes of a network number around, as on a little-endian machine. */
function swap(v: Value, bits: 16 | 32): Value {
  const n = asInt(v);
  if (n < 0) throw valueError('Cannot convert negative int');
  if (n >= 2 ** bits) throw overflowError(`Python int too large for C uint${bits}_t`);
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, Number(n));
  return int(bits === 16 ? bytes.getUint16(2, true) : bytes.getUint32(0, true));
}
const swap16 = (v: Value): Value => swap(v, 16);
const swap32 = (v: Value): Value => swap(v, 32);

const osFailure = (message: string) => newException(osErrorType, str(message));
const afNotSupported = () => osErrorOf(host().constants.errno['EAFNOSUPPORT'] ?? 97);

const addressFunctions = {
  inet_aton: fn('(ip_addr: str, /)', docs.inet_aton, address => {
    const bytes = parseLooseIPv4(utf16(address));
    if (bytes === undefined) throw osFailure('illegal IP address string passed to inet_aton');
    return new PyBytes(bytes);
  }),
  inet_ntoa: fn('(packed_ip: bytes, /)', docs.inet_ntoa, bytes => {
    if (bytes.length !== 4) throw osFailure('packed IP wrong length for inet_ntoa');
    return str(formatIPv4(bytes));
  }),
  inet_pton: positional('inet_pton', 2, 2, (family, address) => {
    const number = asCInt(family);
    const source = text(address, 'inet_pton');
    if (number !== AF_INET && number !== AF_INET6) throw afNotSupported();
    const bytes = number === AF_INET ? parseIPv4(source) : parseIPv6(source);
    if (bytes === undefined) throw osFailure('illegal IP address string passed to inet_pton');
    return new PyBytes(bytes);
  }),
  inet_ntop: positional('inet_ntop', 2, 2, (family, packed) => {
    const number = asCInt(family);
    const bytes = bufferData(packed);
    if (number !== AF_INET && number !== AF_INET6)
      throw valueError(`unknown address family ${number}`);
    if (bytes.length !== (number === AF_INET ? 4 : 16)) {
      throw valueError('invalid length of packed IP address string');
    }
    return str(number === AF_INET ? formatIPv4(bytes) : formatIPv6(bytes));
  }),
  htons: fn('(integer, /)', docs.htons, swap16),
  ntohs: fn('(integer, /)', docs.ntohs, swap16),
  htonl: fn('(integer, /)', docs.htonl, swap32),
  ntohl: fn('(integer, /)', docs.ntohl, swap32),
};

const infoArguments = new SignatureCallable(
  '(host, port, family: cint = 0, type: cint = 0, proto: cint = 0, flags: cint = 0)',
  getAddressInfo,
  '$module',
  'getaddrinfo',
);

const lookupFunctions = {
  getaddrinfo: variadicFn(docs.getaddrinfo, (args, names) =>
    infoArguments.call(undefined, args, names),
  ),
  getnameinfo: positional('getnameinfo', 2, 2, (address, flags) =>
    getNameInfo(address, asCInt(flags)),
  ),
  gethostbyname: positional('gethostbyname', 1, 1, name => hostByName(name)),
  gethostbyname_ex: positional('gethostbyname_ex', 1, 1, name => hostByNameEx(name)),
  gethostbyaddr: positional('gethostbyaddr', 1, 1, address => hostByAddress(address)),
  gethostname: fn('()', docs.gethostname, () => str(host().environment.systemName().nodename)),
  getservbyname: positional('getservbyname', 1, 2, (name, protocol) =>
    smallInt(serviceByName(text(name, 'getservbyname'), optionalText(protocol, 'getservbyname'))),
  ),
  getservbyport: positional('getservbyport', 1, 2, (port, protocol) =>
    str(serviceByPort(asCInt(port), optionalText(protocol, 'getservbyport'))),
  ),
  getprotobyname: positional('getprotobyname', 1, 1, name =>
    smallInt(protocolByName(text(name, 'getprotobyname'))),
  ),
};

const socketFunctions = {
  socketpair: positional('socketpair', 0, 3, (family, type, protocol) => {
    const number = family === undefined ? AF_UNIX : asCInt(family);
    const kind = type === undefined ? constants.SOCK_STREAM : asCInt(type) & 0xf;
    if (number !== AF_UNIX || kind !== constants.SOCK_STREAM) {
      throw osErrorOf(host().constants.errno['EOPNOTSUPP'] ?? 95);
    }
    const ends = hostCall(() => host().sockets!.pair!());
    const used = protocol === undefined ? 0 : asCInt(protocol);
    return tuple(ends.map(fd => socketFrom(fd, AF_UNIX, kind, used)));
  }),
  close: fn('(object: cint, /)', docs.close, fd => {
    hostCall(() => host().descriptors.close(fd));
    return null;
  }),
  dup: fn('(object: cint, /)', docs.dup, fd =>
    smallInt(hostCall(() => host().descriptors.duplicate(fd))),
  ),
  getdefaulttimeout: fn('()', docs.getdefaulttimeout, () =>
    timeoutValue(thread.interpreter.state(defaultTimeout).value),
  ),
  setdefaulttimeout: fn('(object, /)', docs.setdefaulttimeout, v => {
    thread.interpreter.state(defaultTimeout).value = timeoutArgument(v);
    return null;
  }),
};

/** Constants of the families that hosts have. */
const offered =
  /^(AF_(UNSPEC|UNIX|INET|INET6)$|SOCK_|SOL_(SOCKET|IP|TCP|UDP)$|SO_|SOMAXCONN|MSG_|SHUT_|IPPROTO_|IPPORT_|IP_|IPV6_|TCP_|INADDR_|AI_|EAI_|NI_)/;

export const socketModule = defineModule('_socket', {
  doc: docs[''],
  functions: { ...addressFunctions, ...lookupFunctions, ...socketFunctions },
  types: {
    socket: socketType,
    SocketType: socketType,
    error: osErrorType,
    gaierror: gaiErrorType,
    herror: hErrorType,
    timeout: timeoutErrorType,
  },
  without: interpreter =>
    interpreter.state(hostKey).sockets?.pair === undefined ? ['socketpair'] : [],
  init(_interpreter, add) {
    for (const [name, value] of Object.entries(constants)) {
      if (typeof value === 'number' && offered.test(name)) add(name, int(value));
    }
    add('has_ipv6', true);
  },
});
