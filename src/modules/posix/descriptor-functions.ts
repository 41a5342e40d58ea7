import type { Whence } from '../../host/host.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { bufferData } from '../../runtime/buffer.ts';
import { fn } from '../../runtime/declare-module.ts';
import { listItems } from '../../runtime/iterate.ts';
import { asInt } from '../../runtime/convert.ts';
import { host, hostCall, osErrorOf } from '../host-access.ts';
import { joinBytes, writableBuffer } from '../_io/base.ts';
import { localeEncoding } from '../_io/text-io.ts';
import { filenoArgument, offsetArgument } from './arguments.ts';
import { docs } from './docs.gen.ts';
import { majorOf, minorOf } from './file-functions.ts';
import { makeStatResult, terminalSize } from './results.ts';

/** Functions of posix that take descriptors. CPython: Modules/posixmodule.c */

const descriptors = () => host().descriptors;
const failWith = (name: string) => osErrorOf(host().constants.errno[name] ?? 0);

function readNew(fd: number, length: number, position?: number): Value {
  if (length < 0) throw failWith('EINVAL');
  const buffer = new Uint8Array(length);
  const count = hostCall(() => descriptors().read(fd, buffer, position));
  return new PyBytes(count === length ? buffer : buffer.slice(0, count));
}

/** Reads into several buffers as if they were one. */
function readMany(fd: number, buffers: Value, position?: number): Value {
  const targets = listItems(buffers).map(v => writableBuffer(v, 'readv'));
  const whole = new Uint8Array(targets.reduce((length, target) => length + target.length, 0));
  const count = hostCall(() => descriptors().read(fd, whole, position));
  let at = 0;
  for (const target of targets) {
    target.set(whole.subarray(at, Math.min(at + target.length, count)));
    at += target.length;
    if (at >= count) break;
  }
  return smallInt(count);
}

function writeMany(fd: number, buffers: Value, position?: number): Value {
  const whole = joinBytes([new Uint8Array(0), ...listItems(buffers).map(bufferData)]);
  return smallInt(hostCall(() => descriptors().write(fd, whole, position)));
}

function makePipe(flags: number): Value {
  const [input, output] = hostCall(() => descriptors().pipe!());
  const { O_NONBLOCK = 0, O_CLOEXEC = 0o2000000 } = host().constants.open;
  for (const fd of [input, output]) {
    if (flags & O_NONBLOCK) {
      hostCall(() => descriptors().setFlags!(fd, descriptors().flags(fd) | O_NONBLOCK));
    }
    if (!(flags & O_CLOEXEC)) descriptors().setInheritable(fd, true);
  }
  return tuple([smallInt(input), smallInt(output)]);
}

export const descriptorFunctions = {
  close: fn('(fd: cint)', docs.close, fd => {
    hostCall(() => descriptors().close(fd));
    return null;
  }),
  closerange: fn('(fd_low: cint, fd_high: cint, /)', docs.closerange, (low, high) => {
    for (const fd of descriptors().list()) {
      if (fd >= low && fd < high) hostCall(() => descriptors().close(fd));
    }
    return null;
  }),
  dup: fn('(fd: cint, /)', docs.dup, fd => smallInt(hostCall(() => descriptors().duplicate(fd)))),
  dup2: fn('(fd: cint, fd2: cint, inheritable: bool = True)', docs.dup2, (fd, fd2, inheritable) => {
    hostCall(() => descriptors().duplicateTo(fd, fd2));
    descriptors().setInheritable(fd2, inheritable);
    return smallInt(fd2);
  }),
  fstat: fn('(fd: cint)', docs.fstat, fd => makeStatResult(hostCall(() => descriptors().stat(fd)))),
  fsync: fn('(fd)', docs.fsync, v => {
    const fd = filenoArgument(v);
    hostCall(() => descriptors().sync(fd));
    return null;
  }),
  fdatasync: fn('(fd)', docs.fdatasync, v => {
    const fd = filenoArgument(v);
    hostCall(() => descriptors().sync(fd));
    return null;
  }),
  ftruncate: fn('(fd: cint, length, /)', docs.ftruncate, (fd, length) => {
    const size = offsetArgument(length);
    hostCall(() => descriptors().truncate(fd, size));
    return null;
  }),
  lseek: fn('(fd: cint, position, whence: cint, /)', docs.lseek, (fd, position, whence) => {
    const offset = offsetArgument(position);
    return int(hostCall(() => descriptors().seek(fd, offset, whence as Whence)));
  }),
  read: fn('(fd: cint, length: index, /)', docs.read, (fd, length) => readNew(fd, length)),
  pread: fn('(fd: cint, length: index, offset, /)', docs.pread, (fd, length, offset) =>
    readNew(fd, length, offsetArgument(offset)),
  ),
  readinto: fn('(fd: cint, buffer, /)', docs.readinto, (fd, buffer) => {
    const target = writableBuffer(buffer, 'readinto');
    return smallInt(hostCall(() => descriptors().read(fd, target)));
  }),
  readv: fn('(fd: cint, buffers, /)', docs.readv, (fd, buffers) => readMany(fd, buffers)),
  preadv: fn(
    '(fd: cint, buffers, offset, flags: cint = 0, /)',
    docs.preadv,
    (fd, buffers, offset) => readMany(fd, buffers, offsetArgument(offset)),
  ),
  write: fn('(fd: cint, data: bytes, /)', docs.write, (fd, data) =>
    smallInt(hostCall(() => descriptors().write(fd, data))),
  ),
  pwrite: fn('(fd: cint, buffer: bytes, offset, /)', docs.pwrite, (fd, buffer, offset) => {
    const position = offsetArgument(offset);
    return smallInt(hostCall(() => descriptors().write(fd, buffer, position)));
  }),
  writev: fn('(fd: cint, buffers, /)', docs.writev, (fd, buffers) => writeMany(fd, buffers)),
  pwritev: fn(
    '(fd: cint, buffers, offset, flags: cint = 0, /)',
    docs.pwritev,
    (fd, buffers, offset) => writeMany(fd, buffers, offsetArgument(offset)),
  ),
  pipe: fn('()', docs.pipe, () => makePipe(0o2000000)),
  pipe2: fn('(flags: cint, /)', docs.pipe2, makePipe),
  isatty: fn('(fd: cint, /)', docs.isatty, fd => {
    try {
      return descriptors().isTerminal(fd);
    } catch {
      return false;
    }
  }),
  get_inheritable: fn('(fd: cint, /)', docs.get_inheritable, fd =>
    hostCall(() => descriptors().isInheritable(fd)),
  ),
  set_inheritable: fn(
    '(fd: cint, inheritable: cint, /)',
    docs.set_inheritable,
    (fd, inheritable) => {
      hostCall(() => descriptors().setInheritable(fd, inheritable !== 0));
      return null;
    },
  ),
  get_blocking: fn('(fd: cint, /)', docs.get_blocking, fd => {
    const { O_NONBLOCK = 0 } = host().constants.open;
    return (hostCall(() => descriptors().flags(fd)) & O_NONBLOCK) === 0;
  }),
  set_blocking: fn('(fd: cint, blocking: bool, /)', docs.set_blocking, (fd, blocking) => {
    const { O_NONBLOCK = 0 } = host().constants.open;
    hostCall(() => {
      const flags = descriptors().flags(fd);
      descriptors().setFlags!(fd, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
    });
    return null;
  }),
  device_encoding: fn('(fd: cint)', docs.device_encoding, fd => {
    try {
      return descriptors().isTerminal(fd) ? str(localeEncoding) : null;
    } catch {
      return null;
    }
  }),
  get_terminal_size: fn('(fd=<unrepresentable>, /)', docs.get_terminal_size, fd => {
    const number = fd === undefined ? 1 : Number(asInt(fd));
    const { columns, lines } = hostCall(() => host().terminal!.size(number));
    return terminalSize.make([smallInt(columns), smallInt(lines)]);
  }),
  ttyname: fn('(fd: cint, /)', docs.ttyname, fd => {
    const { files } = host();
    if (!hostCall(() => descriptors().isTerminal(fd))) throw failWith('ENOTTY');
    const name = hostCall(() => files!.readLink(files!.at!(fd, '.')));
    return str(typeof name === 'string' ? name : '');
  }),
  major: fn('(device, /)', docs.major, device => majorOf(BigInt(asInt(device)))),
  minor: fn('(device, /)', docs.minor, device => minorOf(BigInt(asInt(device)))),
  makedev: fn('(major, minor, /)', docs.makedev, (majorValue, minorValue) => {
    const [major, minor] = [BigInt(asInt(majorValue)), BigInt(asInt(minorValue))];
    return int(
      ((major & 0xfffff000n) << 32n) |
        ((major & 0xfffn) << 8n) |
        ((minor & 0xffffff00n) << 12n) |
        (minor & 0xffn),
    );
  }),
};
