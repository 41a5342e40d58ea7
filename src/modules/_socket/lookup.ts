import type { ResolvedAddress } from '../../host/host.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { asCInt, asInt, strValue } from '../../runtime/convert.ts';
import { newException, overflowError, typeError } from '../../runtime/errors.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { host } from '../host-access.ts';
import {
  AF_INET,
  AF_INET6,
  familyNumber,
  fromAddress,
  gaiError,
  hErrorType,
  hostText,
  numericHost,
  resolveHost,
  resolveName,
} from './address.ts';
import { constants } from './docs.gen.ts';

/** Names of hosts, services and protocols. CPython: Modules/socketmodule.c */

const { SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, IPPROTO_TCP, IPPROTO_UDP } = constants;
const { AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, NI_NUMERICHOST, NI_NUMERICSERV, NI_DGRAM } =
  constants;

/** The services everyone knows; the system's file has the rest. */
const wellKnown = `ftp 21 tcp,ssh 22 tcp,telnet 23 tcp,smtp 25 tcp,domain 53 tcp,domain 53 udp,http 80 tcp,pop3 110 tcp,ntp 123 udp,imap2 143 tcp,https 443 tcp,imaps 993 tcp,pop3s 995 tcp`;

interface Service {
  readonly names: readonly string[];
  readonly port: number;
  readonly protocol: string;
}

function services(): Service[] {
  const { files } = host();
  let text = '';
  try {
    const bytes = files?.readAll('/etc/services') ?? new Uint8Array(0);
    text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  } catch {
    // Absent: the well-known ones must do.
  }
  const found = text.split('\n').flatMap((line): Service[] => {
    const [name, where, ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
    const [port, protocol] = where?.split('/') ?? [];
    if (name === undefined || protocol === undefined) return [];
    return [{ names: [name, ...aliases], port: Number(port), protocol }];
  });
  const known = wellKnown.split(',').map(entry => {
    const [name, port, protocol] = entry.split(' ') as [string, string, string];
    return { names: [name], port: Number(port), protocol };
  });
  return [...found, ...known];
}

const osFailure = (message: string) => newException(osErrorType, str(message));

export function serviceByName(name: string, protocol: string | null): number {
  const found = services().find(
    service => service.names.includes(name) && (protocol ?? service.protocol) === service.protocol,
  );
  if (found === undefined) throw osFailure('service/proto not found');
  return found.port;
}

export function serviceByPort(port: number, protocol: string | null): string {
  if (port < 0 || port > 0xffff) throw overflowError('getservbyport: port must be 0-65535.');
  const found = services().find(
    service => service.port === port && (protocol ?? service.protocol) === service.protocol,
  );
  if (found === undefined) throw osFailure('port/proto not found');
  return found.names[0]!;
}

const protocols: Readonly<Record<string, number>> = {
  ip: 0,
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  ipv6: 41,
  'ipv6-icmp': 58,
  sctp: 132,
};
export function protocolByName(name: string): number {
  const number = Object.hasOwn(protocols, name) ? protocols[name] : undefined;
  if (number === undefined) throw osFailure('protocol not found');
  return number;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Hosts

function addressesOf(name: string | null, family: number, flags: number): ResolvedAddress[] {
  const any = { inet: '0.0.0.0', inet6: '::' };
  const loopback = { inet: '127.0.0.1', inet6: '::1' };
  let found: ResolvedAddress[];
  if (name === null || name === '') {
    const passive = (flags & AI_PASSIVE) !== 0;
    const which = passive ? any : loopback;
    // Linux's order: a server's IPv4 first, a client's IPv6.
    const order = passive ? (['inet', 'inet6'] as const) : (['inet6', 'inet'] as const);
    found = order.map(each => ({ family: each, host: which[each] }));
  } else {
    const numeric = numericHost(name, 'any');
    if (numeric !== undefined) {
      found = [{ family: numeric.includes(':') ? 'inet6' : 'inet', host: numeric }];
      if (family !== 0 && familyNumber(found[0]!.family) !== family) throw gaiError(-9);
    } else if (flags & AI_NUMERICHOST) throw gaiError(-2);
    else found = resolveName(name);
  }
  const matching = found.filter(each => family === 0 || familyNumber(each.family) === family);
  if (matching.length === 0) throw gaiError(-2);
  return matching;
}

function servicePort(v: Value, kinds: readonly (readonly [number, number])[]): number {
  if (v === null) return 0;
  if (isInt(v) || typeof v === 'boolean') return Number(BigInt.asUintN(16, BigInt(asInt(v))));
  const text = strValue(v);
  const bytes = text === undefined ? findBuffer(v) : undefined;
  if (text === undefined && bytes === undefined) throw osFailure('Int or String expected');
  const name = text === undefined ? String.fromCharCode(...bytes!) : utf16(text);
  if (/^\d+$/.test(name)) return Number(name) & 0xffff;
  const protocol = kinds[0]?.[0] === SOCK_DGRAM ? 'udp' : 'tcp';
  try {
    return serviceByName(name, protocol);
  } catch {
    throw gaiError(-8);
  }
}

/** The kinds of socket that a request allows, with their protocols. */
function socketKinds(type: number, protocol: number): (readonly [number, number])[] {
  const all = [
    [SOCK_STREAM, IPPROTO_TCP],
    [SOCK_DGRAM, IPPROTO_UDP],
    [SOCK_RAW, 0],
  ] as const;
  const kinds = all.filter(
    ([kind, usual]) =>
      (type === 0 || kind === type) && (protocol === 0 || usual === protocol || kind === SOCK_RAW),
  );
  if (type !== 0 && !all.some(([kind]) => kind === type)) throw gaiError(-7);
  if (type === 0 && protocol !== 0 && kinds.length > 1)
    return kinds.filter(([kind]) => kind !== SOCK_RAW);
  if (kinds.length === 0) throw gaiError(-7);
  return kinds.map(([kind, usual]) => [kind, kind === SOCK_RAW ? protocol : usual] as const);
}

/** A service by name exists for some protocols only. */
function kindsOfService(
  name: string,
  kinds: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const all = services().filter(service => service.names.includes(name));
  return kinds.filter(([kind]) =>
    all.some(({ protocol }) => kind === (protocol === 'udp' ? SOCK_DGRAM : SOCK_STREAM)),
  );
}

export function getAddressInfo(
  hostValue: Value,
  port: Value,
  family: number,
  type: number,
  protocol: number,
  flags: number,
): Value {
  let name: string | null = null;
  if (hostValue !== null) {
    if (strValue(hostValue) === undefined && findBuffer(hostValue) === undefined) {
      throw typeError('getaddrinfo() argument 1 must be string or None');
    }
    name = hostText(hostValue);
  }
  if (family !== 0 && family !== AF_INET && family !== AF_INET6) throw gaiError(-6);
  const kinds = socketKinds(type, protocol);
  if (name === null && port === null) throw gaiError(-2);
  const number = servicePort(port, kinds);
  const known =
    typeof port === 'string' && !/^\d+$/.test(port) ? kindsOfService(port, kinds) : kinds;
  const entries = addressesOf(name, family, flags).flatMap((found, i) =>
    known.map(([kind, usual]) => {
      const address =
        found.family === 'inet'
          ? ({ family: 'inet', host: found.host, port: number } as const)
          : ({ family: 'inet6', host: found.host, port: number, flowInfo: 0, scope: 0 } as const);
      const canonical = flags & AI_CANONNAME && i === 0 ? (name ?? '') : '';
      const numbers = [familyNumber(found.family), kind, usual].map(smallInt);
      return tuple([...numbers, str(canonical), fromAddress(address)]);
    }),
  );
  return new PyList(entries);
}

/** The name that the loopback addresses have; no other address is looked up. */
const nameOfAddress = (address: string): string | undefined =>
  address === '127.0.0.1' || address === '::1' ? 'localhost' : undefined;

export function getNameInfo(v: Value, flags: number): Value {
  if (!(v instanceof PyTuple)) throw typeError('getnameinfo() argument 1 must be a tuple');
  const [hostValue, portValue] = v.items;
  if (v.items.length < 2) throw typeError('getnameinfo(): illegal sockaddr argument');
  const text = hostText(hostValue!);
  const address = numericHost(text, 'any') ?? resolveName(text)[0]!.host;
  const port = asCInt(portValue!);
  const name = flags & NI_NUMERICHOST ? address : (nameOfAddress(address) ?? address);
  let service = String(port);
  if (!(flags & NI_NUMERICSERV)) {
    try {
      service = serviceByPort(port, flags & NI_DGRAM ? 'udp' : 'tcp');
    } catch {
      // A port without a name is its number.
    }
  }
  return tuple([str(name), str(service)]);
}

export const hostByName = (v: Value): Value => str(resolveHost(hostText(v), 'inet'));

export function hostByNameEx(v: Value): Value {
  const name = hostText(v);
  const addresses = numericHost(name, 'inet');
  const found = addresses === undefined ? resolveName(name).filter(a => a.family === 'inet') : [];
  const list = addresses === undefined ? found.map(each => each.host) : [addresses];
  if (list.length === 0) throw gaiError(-9);
  return tuple([str(name), new PyList([]), new PyList(list.map(str))]);
}

export function hostByAddress(v: Value): Value {
  const text = hostText(v);
  const address = numericHost(text, 'any') ?? resolveName(text)[0]!.host;
  const name = nameOfAddress(address);
  if (name === undefined) throw newException(hErrorType, smallInt(1), str('Unknown host'));
  return tuple([str(name), new PyList([]), new PyList([str(address)])]);
}
