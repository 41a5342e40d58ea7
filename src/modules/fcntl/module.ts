import { PyBytes } from '../../objects/bytes.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { valueError } from '../../runtime/errors.ts';
import { contentsOf } from '../../objects/str.ts';
import { encodeUtf8 } from '../../algorithms/codecs/utf-8.ts';
import { strictEncode } from '../../algorithms/codecs/errors.ts';
import { host, hostCall, hostKey, osErrorOf } from '../host-access.ts';
import { filenoArgument } from '../posix/arguments.ts';
import { constants, docs } from './docs.gen.ts';

/** Control of descriptors. CPython: Modules/fcntlmodule.c */

const failWith = (name: string) => osErrorOf(host().constants.errno[name] ?? 22);

function control(fd: number, command: number, argument: number): Value {
  const { descriptors } = host();
  const { F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC } = constants;
  switch (command) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC: {
      const copy = descriptors.duplicate(fd, argument);
      if (command === F_DUPFD) descriptors.setInheritable(copy, true);
      return smallInt(copy);
    }
    case F_GETFD:
      return smallInt(descriptors.isInheritable(fd) ? 0 : FD_CLOEXEC);
    case F_SETFD:
      descriptors.setInheritable(fd, !(argument & FD_CLOEXEC));
      return smallInt(0);
    case F_GETFL:
      return smallInt(descriptors.flags(fd));
    case F_SETFL:
      if (descriptors.setFlags === undefined) break;
      descriptors.setFlags(fd, argument);
      return smallInt(0);
    default:
      descriptors.stat(fd);
  }
  throw failWith('EINVAL');
}

/** Bytes given as argument come back as the system left them: here, none of the commands changes them. */
function bytesArgument(v: Value, name: string): Uint8Array | undefined {
  const text = strValue(v);
  const bytes =
    text === undefined
      ? v === null
        ? undefined
        : findBuffer(v)
      : encodeUtf8(contentsOf(text), strictEncode);
  if (bytes !== undefined && bytes.length > 1024) {
    throw valueError(`${name} argument 3 is too long`);
  }
  return bytes;
}

const TIOCGWINSZ = 0x5413;

function ioctl(fd: number, request: number, argument: Uint8Array | undefined): Value {
  const { terminal, descriptors } = host();
  hostCall(() => descriptors.stat(fd));
  if (request !== TIOCGWINSZ || terminal === undefined || argument === undefined) {
    throw failWith('ENOTTY');
  }
  const { columns, lines } = hostCall(() => terminal.size(fd));
  const result = argument.slice();
  const view = new DataView(result.buffer);
  [lines, columns, 0, 0].forEach((value, i) => view.setUint16(i * 2, value, true));
  return new PyBytes(result);
}

export const fcntlModule = defineModule('fcntl', {
  doc: docs[''],
  functions: {
    fcntl: fn('(fd, cmd: cint, arg=0, /)', docs.fcntl, (v, command, argument) => {
      const fd = filenoArgument(v);
      const bytes = bytesArgument(argument, 'fcntl');
      if (bytes !== undefined) {
        hostCall(() => control(fd, command, 0));
        return new PyBytes(bytes.slice());
      }
      const number = Number(BigInt.asIntN(32, BigInt(asInt(argument))));
      return hostCall(() => control(fd, command, number));
    }),
    ioctl: fn(
      '(fd, request, arg=0, mutate_flag: bool = True, /)',
      docs.ioctl,
      (v, request, argument) => {
        const fd = filenoArgument(v);
        return ioctl(fd, Number(int(asInt(request))), bytesArgument(argument, 'ioctl'));
      },
    ),
    flock: fn('(fd, operation: cint, /)', docs.flock, (v, operation) => {
      const fd = filenoArgument(v);
      hostCall(() => host().descriptors.lock!(fd, operation));
      return null;
    }),
  },
  without: interpreter =>
    interpreter.state(hostKey).descriptors.lock === undefined ? ['flock'] : [],
  init(_interpreter, add) {
    for (const [name, value] of Object.entries(constants)) add(name, smallInt(value));
  },
});
