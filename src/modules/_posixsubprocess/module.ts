import { HostError, type NativeString } from '../../host/host.ts';
import type { Value } from '../../objects/object.ts';
import { smallInt } from '../../objects/int.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { notImplementedError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { asCInt } from '../../runtime/convert.ts';
import { host, hostKey } from '../host-access.ts';
import { fsPath, nativeFromValue } from '../native-path.ts';
import { releaseAll } from '../unflushed.ts';
import { docs } from './docs.gen.ts';

/** Starts children for subprocess. CPython: Modules/_posixsubprocess.c */

/** No process has this number: what the caller is told where exec failed and there is nobody to wait for. */
const nobody = 0x7fff_fffe;

interface Streams {
  readonly descriptors: readonly number[];
}

function childDescriptors(
  standard: readonly [number, number, number],
  closeOthers: boolean,
  passed: Value,
  errorPipe: number,
): Streams {
  const { descriptors } = host();
  const open = new Set(descriptors.list());
  const given: number[] = standard.map((fd, i) => (fd === -1 ? (open.has(i) ? i : -1) : fd));
  const others = closeOthers
    ? listItems(passed).map(asCInt)
    : [...open].filter(fd => descriptors.isInheritable(fd));
  for (const fd of others) {
    if (fd > 2 && fd !== errorPipe) given[fd] = fd;
  }
  return { descriptors: Array.from(given, fd => fd ?? -1) };
}

/** Tells the parent's end of the error pipe what went wrong, as a forked child would have. */
function report(errorPipe: number, error: HostError, what: 'noexec' | ''): void {
  const text = `OSError:${error.errno.toString(16).toUpperCase()}:${what}`;
  host().descriptors.write(
    errorPipe,
    Uint8Array.from(text, c => c.charCodeAt(0)),
  );
}

const native = (v: Value): NativeString => nativeFromValue(fsPath(v));

/** Tries each candidate for the executable, as exec along PATH does. */
function spawnFirst(
  candidates: readonly NativeString[],
  spawn: (executable: NativeString) => number,
): number {
  let failure: HostError | undefined;
  for (const executable of candidates) {
    try {
      return spawn(executable);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      // A directory that lacks the program says less than one where it cannot be run.
      const absent = error.code === 'ENOENT' || error.code === 'ENOTDIR';
      if (!absent || failure === undefined) failure = error;
      if (!absent && error.code !== 'EACCES') break;
    }
  }
  throw failure ?? new HostError(host().constants.errno['ENOENT'] ?? 2, 'ENOENT');
}

/** Runs `action` with another umask, which a child started meanwhile inherits. */
function withUmask<T>(mask: number, action: () => T): T {
  const { files } = host();
  if (mask < 0 || files === undefined) return action();
  const before = files.umask(mask);
  try {
    return action();
  } finally {
    files.umask(before);
  }
}

const optionalId = (v: Value): number | undefined => {
  if (v === null) return undefined;
  const id = asCInt(v);
  return id < 0 ? undefined : id;
};

export const posixsubprocessModule = defineModule('_posixsubprocess', {
  doc: docs[''],
  functions: {
    fork_exec: fn(
      '(args, executable_list, close_fds: bool, pass_fds, cwd, env, p2cread: cint, p2cwrite: cint, c2pread: cint, c2pwrite: cint, errread: cint, errwrite: cint, errpipe_read: cint, errpipe_write: cint, restore_signals: bool, call_setsid: bool, pgid_to_set: cint, gid, extra_groups, uid, child_umask: cint, preexec_fn, /)',
      docs.fork_exec,
      (
        args,
        executables,
        closeFds,
        passFds,
        cwd,
        env,
        p2cread,
        _p2cwrite,
        _c2pread,
        c2pwrite,
        _errread,
        errwrite,
        _errpipeRead,
        errpipeWrite,
        _restoreSignals,
        setsid,
        group,
        gid,
        groups,
        uid,
        umask,
        preexec,
      ) => {
        if (preexec !== null) {
          throw notImplementedError('preexec_fn is not supported: this Python cannot fork');
        }
        if (group >= 0) {
          throw notImplementedError('process_group is not supported: the host cannot set it');
        }
        if (groups !== null) {
          throw notImplementedError('extra_groups is not supported: the host cannot set them');
        }
        releaseAll();
        const { processes, files } = host();
        const directory = cwd === null ? undefined : native(cwd);
        const argv = listItems(args).map(native);
        const candidates = listItems(executables).map(native);
        const variables = env === null ? undefined : listItems(env).map(native);
        const standard = [p2cread, c2pwrite, errwrite] as const;
        const { descriptors } = childDescriptors(standard, closeFds, passFds, errpipeWrite);
        try {
          if (directory !== undefined) checkDirectory(directory);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          report(errpipeWrite, error, 'noexec');
          return smallInt(nobody);
        }
        try {
          const pid = withUmask(umask, () =>
            spawnFirst(candidates, executable =>
              processes!.spawn!({
                executable,
                argv,
                env: variables,
                cwd: directory ?? files?.cwd(),
                descriptors,
                newSession: setsid,
                uid: optionalId(uid),
                gid: optionalId(gid),
              }),
            ),
          );
          return smallInt(pid);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          report(errpipeWrite, error, '');
          return smallInt(nobody);
        }
      },
    ),
  },
  without: interpreter =>
    interpreter.state(hostKey).processes?.spawn === undefined ? ['fork_exec'] : [],
});

/** Throws what chdir would. */
function checkDirectory(path: NativeString): void {
  const { files, constants } = host();
  if ((files!.stat(path, true).mode & 0o170000) !== 0o040000) {
    throw new HostError(constants.errno['ENOTDIR'] ?? 20, 'ENOTDIR', path);
  }
}
