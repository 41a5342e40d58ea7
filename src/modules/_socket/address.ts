import {
  formatIPv4,
  formatIPv6,
  parseIPv4,
  parseIPv6,
  parseLooseIPv4,
} from '../../algorithms/ip-address.ts';
import { HostError, type SocketAddress } from '../../host/host.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { PyOSError } from '../../objects/exception.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asCInt, asInt, strValue } from '../../runtime/convert.ts';
import { newException, overflowError, typeError } from '../../runtime/errors.ts';
import { exceptionClass } from '../exception-class.ts';
import { host, hostCall } from '../host-access.ts';
import { nativeFromBytes, nativeFromStr, strFromNative } from '../native-path.ts';
import { constants } from './docs.gen.ts';

/** Socket addresses between Python's tuples and the host's. CPython: Modules/socketmodule.c, getsockaddrarg, makesockaddr */

export const gaiErrorType = exceptionClass('gaierror', 'socket', osErrorType);
export const hErrorType = exceptionClass('herror', 'socket', osErrorType);

const gaiTexts: Readonly<Record<number, string>> = {
  [-2]: 'Name or service not known',
  [-3]: 'Temporary failure in name resolution',
  [-6]: 'ai_family not supported',
  [-7]: 'ai_socktype not supported',
  [-8]: 'Servname not supported for ai_socktype',
  [-9]: 'Address family for hostname not supported',
  [-1]: 'Bad value for ai_flags',
};

export function gaiError(code: number) {
  const text = str(gaiTexts[code] ?? 'Unknown error');
  const error = newException(gaiErrorType, smallInt(code), text) as PyOSError;
  error.errno = smallInt(code);
  error.strerror = text;
  return error;
}

export type Family = SocketAddress['family'];

export const { AF_UNIX, AF_INET, AF_INET6 } = constants;
export const familyOf = (number: number): Family | undefined =>
  number === AF_INET
    ? 'inet'
    : number === AF_INET6
      ? 'inet6'
      : number === AF_UNIX
        ? 'unix'
        : undefined;
export const familyNumber = (family: Family): number =>
  family === 'inet' ? AF_INET : family === 'inet6' ? AF_INET6 : AF_UNIX;

/** A numeric address in its usual form; undefined for a name. */
export function numericHost(text: string, family: 'inet' | 'inet6' | 'any'): string | undefined {
  if (family !== 'inet6') {
    const v4 =
      parseIPv4(text) ?? (/^[0-9a-fxA-FX.]+$/.test(text) ? parseLooseIPv4(text) : undefined);
    if (v4 !== undefined) return formatIPv4(v4);
  }
  if (family === 'inet') return undefined;
  const [address, scope] = text.split('%', 2);
  const v6 = parseIPv6(address!);
  return v6 === undefined ? undefined : formatIPv6(v6) + (scope === undefined ? '' : `%${scope}`);
}

/** The numeric address that a host part of an address names. */
export function resolveHost(name: string, family: 'inet' | 'inet6'): string {
  if (name === '') return family === 'inet' ? '0.0.0.0' : '::';
  if (name === '<broadcast>' && family === 'inet') return '255.255.255.255';
  const numeric = numericHost(name, family);
  if (numeric !== undefined) return numeric;
  const found = resolveName(name).find(each => each.family === family);
  if (found === undefined) throw gaiError(-9);
  return found.host;
}

export function resolveName(name: string) {
  return hostCall(() => {
    try {
      return host().sockets!.resolve(name);
    } catch (error) {
      if (!(error instanceof HostError) || error.code === 'EINTR') throw error;
      throw gaiError(error.code === 'ENOENT' ? -2 : -3);
    }
  });
}

/** The text of a host given as str, bytes or None. */
export function hostText(v: Value): string {
  const text = strValue(v);
  if (text !== undefined) return utf16(text);
  const bytes = v === null ? undefined : findBuffer(v);
  if (bytes === undefined) {
    throw typeError(`str, bytes or bytearray expected, not ${typeOf(v).name}`);
  }
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}

function portOf(v: Value, caller: string): number {
  const port = asInt(v);
  if (port < 0 || port > 0xffff) throw overflowError(`${caller}(): port must be 0-65535.`);
  return Number(port);
}

/** An address argument of a socket of the family. */
export function toAddress(v: Value, family: Family, caller: string): SocketAddress {
  if (family === 'unix') {
    const text = strValue(v);
    if (text !== undefined) return { family, path: nativeFromStr(text) };
    const bytes = v === null ? undefined : findBuffer(v);
    if (bytes === undefined) {
      throw typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
    }
    return { family, path: nativeFromBytes(bytes) };
  }
  const name = family === 'inet' ? 'AF_INET' : 'AF_INET6';
  if (!(v instanceof PyTuple)) {
    throw typeError(`${caller}(): ${name} address must be tuple, not ${typeOf(v).name}`);
  }
  const { length } = v.items;
  if (family === 'inet' ? length !== 2 : length < 2 || length > 4) {
    const shape =
      family === 'inet' ? 'a pair (host, port)' : 'a tuple (host, port[, flowinfo[, scopeid]])';
    throw typeError(`${name} address must be ${shape}`);
  }
  const [hostValue, portValue, flow, scope] = v.items;
  const address = resolveHost(hostText(hostValue!), family);
  const port = portOf(portValue!, caller);
  if (family === 'inet') return { family, host: address, port };
  const flowInfo = flow === undefined ? 0 : asCInt(flow);
  if (flowInfo < 0 || flowInfo > 0xfffff) {
    throw overflowError(`${caller}(): flowinfo must be 0-1048575.`);
  }
  return { family, host: address, port, flowInfo, scope: scope === undefined ? 0 : asCInt(scope) };
}

export function fromAddress(address: SocketAddress): Value {
  if (address.family === 'unix') return strFromNative(address.path);
  const { host: name, port } = address;
  if (address.family === 'inet') return tuple([str(name), smallInt(port)]);
  return tuple([str(name), smallInt(port), int(address.flowInfo), int(address.scope)]);
}
