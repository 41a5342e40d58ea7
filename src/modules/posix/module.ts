import type { Host } from '../../host/host.ts';
import { osErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { str } from '../../objects/str.ts';
import { dictOf } from '../../runtime/dict.ts';
import { defineModule } from '../../runtime/declare-module.ts';
import { hostKey } from '../host-access.ts';
import { descriptorFunctions } from './descriptor-functions.ts';
import { directoryFunctions, dirEntryType } from './directory.ts';
import { constants, docs } from './docs.gen.ts';
import { fileFunctions } from './file-functions.ts';
import { createEnvironment, processFunctions } from './process-functions.ts';
import { statResult, statvfsResult, terminalSize, timesResult, unameResult } from './results.ts';

/** What each function needs of the host, where a host may lack it. */
const needs: Readonly<Record<string, (host: Host) => unknown>> = {
  abort: host => host.processes?.abort,
  chown: host => host.files?.chown,
  lchown: host => host.files?.chown,
  fchown: host => host.files?.chownDescriptor,
  fchdir: host => host.files?.at,
  ttyname: host => host.files?.at,
  mkfifo: host => host.files?.makeFifo,
  statvfs: host => host.files?.fileSystemStat,
  fstatvfs: host => host.files?.fileSystemStat,
  pipe: host => host.descriptors.pipe,
  pipe2: host => host.descriptors.pipe,
  set_blocking: host => host.descriptors.setFlags,
  get_terminal_size: host => host.terminal,
  kill: host => host.processes?.kill,
  killpg: host => host.processes?.kill,
  _exit: host => host.processes,
  getloadavg: host => host.environment.loadAverage,
  times: host => host.clock.usage,
  ...Object.fromEntries(
    ['wait', 'waitpid', 'system', 'execv', 'execve'].map(name => [
      name,
      (host: Host) => host.processes?.spawn,
    ]),
  ),
  ...Object.fromEntries(
    ['getuid', 'geteuid', 'getgid', 'getegid', 'getgroups', 'getlogin'].map(name => [
      name,
      (host: Host) => host.environment.user,
    ]),
  ),
};

/** Calls that take a descriptor for a path, or a directory's for `dir_fd`, as the names that os.py looks for. */
const haveFunctions = (
  'FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FDOPENDIR ' +
  'FSTATAT FSTATVFS FTRUNCATE FUTIMENS FUTIMES FUTIMESAT LINKAT ' +
  'LCHOWN LSTAT LUTIMES MKDIRAT MKFIFOAT OPENAT READLINKAT ' +
  'RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT'
)
  .split(' ')
  .map(name => `HAVE_${name}`);

/** Constants of calls that are not offered. */
const omitted =
  /^(CLONE_|EFD_|MFD_|PIDFD_|POSIX_SPAWN_|POSIX_FADV_|TFD_|SPLICE_|XATTR_|SCHED_|PRIO_|P_|CLD_|RWF_|GRND_|F_LOCK|F_TLOCK|F_ULOCK|F_TEST|SEEK_|pathconf|confstr|_have)/;

/** The system's files, processes and environment. CPython: Modules/posixmodule.c */
export const posixModule = defineModule('posix', {
  doc: docs[''],
  functions: {
    ...fileFunctions,
    ...descriptorFunctions,
    ...directoryFunctions,
    ...processFunctions,
  },
  types: {
    DirEntry: dirEntryType,
    error: osErrorType,
    stat_result: statResult.type,
    statvfs_result: statvfsResult.type,
    terminal_size: terminalSize.type,
    times_result: timesResult.type,
    uname_result: unameResult.type,
  },
  without: interpreter => {
    const host = interpreter.state(hostKey);
    const pathFunctions = [...Object.keys(fileFunctions), ...Object.keys(directoryFunctions)];
    const always = ['fspath', '_path_normpath', '_path_splitroot_ex'];
    return [
      ...Object.keys(needs).filter(name => needs[name]!(host) === undefined),
      ...(host.files === undefined ? pathFunctions.filter(name => !always.includes(name)) : []),
    ];
  },
  init(interpreter, add) {
    const host = interpreter.state(hostKey);
    for (const [name, value] of Object.entries({ ...constants, ...host.constants.open })) {
      if (typeof value === 'number' && !omitted.test(name)) add(name, smallInt(value));
    }
    const sysconf = Object.entries(constants.sysconf_names);
    add('sysconf_names', dictOf(sysconf.map(([name, value]) => [name, smallInt(value)])));
    const have = host.files?.at === undefined ? [] : haveFunctions;
    add('_have_functions', new PyList(have.map(str)));
    add('environ', createEnvironment());
  },
});
