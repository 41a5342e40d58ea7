import type { NativeString } from '../../host/host.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { FloatBox, floatValue, isFloat } from '../../objects/float.ts';
import { asInt } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { host, hostCall, osErrorOf } from '../host-access.ts';
import { bytesFromNative, fsPath, strFromNative } from '../native-path.ts';
import {
  filenoArgument,
  idArgument,
  offsetArgument,
  pathArgument,
  type PathArgument,
  relativeTo,
  requireFiles,
} from './arguments.ts';
import { docs } from './docs.gen.ts';
import { normalizePath, rootOf } from './path-text.ts';
import { makeStatResult, makeStatvfsResult } from './results.ts';

/** Functions of posix that take paths. CPython: Modules/posixmodule.c */

/** Runs a host call on a path, which names it in OSError. */
const on = <T>(path: PathArgument, dirFd: Value, action: (native: NativeString) => T): T =>
  hostCall(() => action(relativeTo(dirFd, path)), path.shown);

/** Runs a host call on two paths. */
const onBoth = (
  from: PathArgument,
  fromFd: Value,
  to: PathArgument,
  toFd: Value,
  action: (from: NativeString, to: NativeString) => void,
): null => {
  hostCall(() => action(relativeTo(fromFd, from), relativeTo(toFd, to)), from.shown, to.shown);
  return null;
};

const asBytesOrStr = (path: PathArgument, native: NativeString): Value =>
  path.isBytes ? bytesFromNative(native) : strFromNative(native);

/** `dir_fd` and `follow_symlinks` say something about a name, not about an open file. */
function checkFd(name: string, path: PathArgument, dirFd: Value, follow: boolean): void {
  if (path.fd === undefined) return;
  if (dirFd !== null) {
    throw valueError(`${name}: can't specify dir_fd without matching path`);
  }
  if (!follow) throw valueError(`${name}: cannot use fd and follow_symlinks together`);
}

/** What Linux answers where a descriptor is negative and so is taken for a path that it cannot read. */
const badAddress = (shown: Value) => osErrorOf(host().constants.errno['EFAULT'] ?? 14, shown);

function stat(name: string, v: Value, dirFd: Value, follow: boolean): Value {
  const path = pathArgument(v, name, 'path', { fd: name === 'stat' });
  if (path.fd !== undefined) {
    checkFd(name, path, dirFd, follow);
    const { fd, shown } = path;
    if (fd < 0) throw badAddress(shown);
    return makeStatResult(hostCall(() => host().descriptors.stat(fd), shown));
  }
  return makeStatResult(on(path, dirFd, native => requireFiles().stat(native, follow)));
}

function rename(name: string, src: Value, dst: Value, srcFd: Value, dstFd: Value): null {
  const from = pathArgument(src, name, 'src');
  const to = pathArgument(dst, name, 'dst');
  return onBoth(from, srcFd, to, dstFd, (a, b) => requireFiles().rename(a, b));
}

function remove(name: string, v: Value, dirFd: Value): null {
  on(pathArgument(v, name), dirFd, native => requireFiles().unlink(native));
  return null;
}

/** The nanoseconds of a time in seconds, rounded down. */
function timeFrom(v: Value): bigint {
  if (!isFloat(v) && !(v instanceof FloatBox)) return BigInt(asInt(v)) * 1_000_000_000n;
  const x = floatValue(v);
  if (!Number.isFinite(x)) {
    throw valueError('Invalid value NaN (not a number)');
  }
  const whole = Math.floor(x);
  if (Math.abs(whole) > 2 ** 63) throw overflowError('timestamp out of range for platform time_t');
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((x - whole) * 1e9));
}

function utime(v: Value, times: Value, ns: Value | undefined, dirFd: Value, follow: boolean): null {
  const path = pathArgument(v, 'utime', 'path', { fd: true });
  if (times !== null && ns !== undefined) {
    throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  }
  const pair = (value: Value, name: string): readonly Value[] => {
    if (!(value instanceof PyTuple) || value.items.length !== 2) {
      const what = name === 'ns' ? 'a tuple of two ints' : 'either a tuple of two ints or None';
      throw typeError(`utime: '${name}' must be ${what}`);
    }
    return value.items;
  };
  let access: bigint;
  let modification: bigint;
  if (times !== null)
    [access, modification] = pair(times, 'times').map(timeFrom) as [bigint, bigint];
  else if (ns !== undefined) {
    [access, modification] = pair(ns, 'ns').map(each => BigInt(asInt(each))) as [bigint, bigint];
  } else access = modification = host().clock.now();
  checkFd('utime', path, dirFd, follow);
  const files = requireFiles();
  if (path.fd !== undefined) {
    const { fd } = path;
    hostCall(() => files.setTimesDescriptor(fd, access, modification), path.shown);
  } else on(path, dirFd, native => files.setTimes(native, access, modification, follow));
  return null;
}

function chmod(v: Value, mode: number, dirFd: Value, follow: boolean): null {
  const path = pathArgument(v, 'chmod', 'path', { fd: true });
  const files = requireFiles();
  if (path.fd !== undefined) {
    const { fd } = path;
    hostCall(() => files.chmodDescriptor(fd, mode), path.shown);
    return null;
  }
  on(path, dirFd, native => {
    // Linux cannot change the mode of a link itself.
    if (!follow && (files.stat(native, false).mode & 0o170000) === 0o120000) {
      throw osErrorOf(host().constants.errno['EOPNOTSUPP'] ?? 95, path.shown);
    }
    files.chmod(native, mode);
  });
  return null;
}

function chown(
  name: string,
  v: Value,
  uid: Value,
  gid: Value,
  dirFd: Value,
  follow: boolean,
): null {
  const path = pathArgument(v, name, 'path', { fd: name === 'chown' });
  const [user, group] = [idArgument(uid, 'uid'), idArgument(gid, 'gid')];
  const files = requireFiles();
  if (path.fd !== undefined) {
    checkFd(name, path, dirFd, follow);
    const { fd } = path;
    hostCall(() => files.chownDescriptor!(fd, user, group), path.shown);
  } else on(path, dirFd, native => files.chown!(native, user, group, follow));
  return null;
}

export const fileFunctions = {
  stat: fn(
    '(path, *, dir_fd=None, follow_symlinks: bool = True)',
    docs.stat,
    (path, dirFd, follow) => stat('stat', path, dirFd, follow),
  ),
  lstat: fn('(path, *, dir_fd=None)', docs.lstat, (path, dirFd) =>
    stat('lstat', path, dirFd, false),
  ),
  access: fn(
    '(path, mode: cint, *, dir_fd=None, effective_ids: bool = False, follow_symlinks: bool = True)',
    docs.access,
    (path, mode, dirFd) =>
      on(pathArgument(path, 'access'), dirFd, native => requireFiles().access(native, mode)),
  ),
  open: fn(
    '(path, flags: cint, mode: cint = 511, *, dir_fd=None)',
    docs.open,
    (v, flags, mode, dirFd) =>
      smallInt(
        on(pathArgument(v, 'open'), dirFd, native =>
          requireFiles().open(native, flags & ~0o2000000, mode),
        ),
      ),
  ),
  mkdir: fn('(path, mode: cint = 511, *, dir_fd=None)', docs.mkdir, (path, mode, dirFd) => {
    on(pathArgument(path, 'mkdir'), dirFd, native => requireFiles().makeDirectory(native, mode));
    return null;
  }),
  rmdir: fn('(path, *, dir_fd=None)', docs.rmdir, (path, dirFd) => {
    on(pathArgument(path, 'rmdir'), dirFd, native => requireFiles().removeDirectory(native));
    return null;
  }),
  unlink: fn('(path, *, dir_fd=None)', docs.unlink, (path, dirFd) => remove('unlink', path, dirFd)),
  remove: fn('(path, *, dir_fd=None)', docs.remove, (path, dirFd) => remove('remove', path, dirFd)),
  rename: fn(
    '(src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    docs.rename,
    (src, dst, srcFd, dstFd) => rename('rename', src, dst, srcFd, dstFd),
  ),
  replace: fn(
    '(src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    docs.replace,
    (src, dst, srcFd, dstFd) => rename('replace', src, dst, srcFd, dstFd),
  ),
  link: fn(
    '(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool = True)',
    docs.link,
    (src, dst, srcFd, dstFd, follow) => {
      const from = pathArgument(src, 'link', 'src');
      const to = pathArgument(dst, 'link', 'dst');
      const files = requireFiles();
      return onBoth(from, srcFd, to, dstFd, (a, b) =>
        files.link(follow ? files.realPath(a) : a, b),
      );
    },
  ),
  symlink: fn(
    '(src, dst, target_is_directory: bool = False, *, dir_fd=None)',
    docs.symlink,
    (src, dst, _isDirectory, dirFd) => {
      const from = pathArgument(src, 'symlink', 'src');
      const to = pathArgument(dst, 'symlink', 'dst');
      return onBoth(from, null, to, dirFd, (a, b) => requireFiles().symlink(a, b));
    },
  ),
  readlink: fn('(path, *, dir_fd=None)', docs.readlink, (v, dirFd) => {
    const path = pathArgument(v, 'readlink');
    return asBytesOrStr(
      path,
      on(path, dirFd, native => requireFiles().readLink(native)),
    );
  }),
  chmod: fn(
    '(path, mode: cint, *, dir_fd=None, follow_symlinks: bool = True)',
    docs.chmod,
    (path, mode, dirFd, follow) => chmod(path, mode, dirFd, follow),
  ),
  fchmod: fn('(fd: cint, mode: cint)', docs.fchmod, (fd, mode) => {
    hostCall(() => requireFiles().chmodDescriptor(fd, mode));
    return null;
  }),
  chown: fn(
    '(path, uid, gid, *, dir_fd=None, follow_symlinks: bool = True)',
    docs.chown,
    (path, uid, gid, dirFd, follow) => chown('chown', path, uid, gid, dirFd, follow),
  ),
  lchown: fn('(path, uid, gid)', docs.lchown, (path, uid, gid) =>
    chown('lchown', path, uid, gid, null, false),
  ),
  fchown: fn('(fd: cint, uid, gid)', docs.fchown, (fd, uid, gid) => {
    const [user, group] = [idArgument(uid, 'uid'), idArgument(gid, 'gid')];
    hostCall(() => requireFiles().chownDescriptor!(fd, user, group));
    return null;
  }),
  utime: fn(
    '(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks: bool = True)',
    docs.utime,
    utime,
  ),
  truncate: fn('(path, length)', docs.truncate, (v, length) => {
    const path = pathArgument(v, 'truncate', 'path', { fd: true });
    const size = offsetArgument(length);
    const { fd } = path;
    if (fd === undefined) on(path, null, native => requireFiles().truncate(native, size));
    else hostCall(() => host().descriptors.truncate(fd, size), path.shown);
    return null;
  }),
  chdir: fn('(path)', docs.chdir, v => {
    const path = pathArgument(v, 'chdir', 'path', { fd: true });
    const files = requireFiles();
    hostCall(
      () => files.chdir(path.fd === undefined ? path.native : files.at!(path.fd, '.')),
      path.shown,
    );
    return null;
  }),
  fchdir: fn('(fd)', docs.fchdir, v => {
    const fd = filenoArgument(v);
    const files = requireFiles();
    hostCall(() => files.chdir(files.at!(fd, '.')));
    return null;
  }),
  getcwd: fn('()', docs.getcwd, () => strFromNative(hostCall(() => requireFiles().cwd()))),
  getcwdb: fn('()', docs.getcwdb, () => bytesFromNative(hostCall(() => requireFiles().cwd()))),
  umask: fn('(mask: cint, /)', docs.umask, mask => smallInt(requireFiles().umask(mask))),
  mkfifo: fn('(path, mode: cint = 438, *, dir_fd=None)', docs.mkfifo, (path, mode, dirFd) => {
    on(pathArgument(path, 'mkfifo'), dirFd, native => requireFiles().makeFifo!(native, mode));
    return null;
  }),
  statvfs: fn('(path)', docs.statvfs, v => {
    const path = pathArgument(v, 'statvfs', 'path', { fd: true });
    const files = requireFiles();
    const native = path.fd === undefined ? path.native : null;
    return makeStatvfsResult(
      hostCall(() => files.fileSystemStat!(native ?? files.at!(path.fd!, '.')), path.shown),
    );
  }),
  fstatvfs: fn('(fd: cint, /)', docs.fstatvfs, fd => {
    const files = requireFiles();
    return makeStatvfsResult(hostCall(() => files.fileSystemStat!(files.at!(fd, '.'))));
  }),
  fspath: fn('(path)', docs.fspath, fsPath),
  _path_normpath: fn('(path)', docs._path_normpath, v => {
    const path = pathArgument(v, '_path_normpath', 'path', { lax: true });
    return mapPath(path, normalizePath);
  }),
  _path_splitroot_ex: fn('(p)', docs._path_splitroot_ex, v => {
    const path = pathArgument(v, '_path_splitroot_ex', 'path', { lax: true });
    const part = (pick: (text: string, root: string) => string) =>
      mapPath(path, text => pick(text, rootOf(text)));
    return tuple([
      part(() => ''),
      part((_, root) => root),
      part((text, root) => text.slice(root.length)),
    ]);
  }),
};

/** Applies path algebra: on the text, or on the bytes as Latin-1. */
function mapPath(path: PathArgument, change: (text: string) => string): Value {
  const { native } = path;
  if (typeof native !== 'string') {
    const text = change(Array.from(native, byte => String.fromCharCode(byte)).join(''));
    return asBytesOrStr(
      path,
      Uint8Array.from(text, c => c.charCodeAt(0)),
    );
  }
  return asBytesOrStr(path, change(native));
}

export const majorOf = (device: bigint): Value =>
  int(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
export const minorOf = (device: bigint): Value =>
  int((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
