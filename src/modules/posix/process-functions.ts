import type { NativeString } from '../../host/host.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyDict } from '../../objects/dict.ts';
import { isInt, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { callMethod } from '../../runtime/call.ts';
import { asCInt, strValue } from '../../runtime/convert.ts';
import { fn } from '../../runtime/declare-module.ts';
import { dictOf, findStr, setItem } from '../../runtime/dict.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { float } from '../../objects/float.ts';
import { listItems } from '../../runtime/iterate.ts';
import { thread } from '../../runtime/state.ts';
import { errorText, host, hostCall, interruptKey, osErrorOf } from '../host-access.ts';
import { bytesFromNative, fsPath, hasNull, nativeFromValue } from '../native-path.ts';
import { releaseAll } from '../unflushed.ts';
import { pathArgument } from './arguments.ts';
import { constants, docs } from './docs.gen.ts';
import { seconds, timesResult, unameResult } from './results.ts';

/** Functions of posix on processes, the environment and the system. CPython: Modules/posixmodule.c */

const failWith = (name: string, ...shown: Value[]) =>
  osErrorOf(host().constants.errno[name] ?? 0, ...shown);

/** A str or bytes without null characters, for the system. */
function nativeArgument(v: Value): NativeString {
  const native = nativeFromValue(fsPath(v));
  if (hasNull(native)) throw valueError('embedded null byte');
  return native;
}

const hasEquals = (name: NativeString): boolean =>
  typeof name === 'string' ? name.includes('=') : name.includes(61);

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Wait statuses

const isExited = (status: number): boolean => (status & 0x7f) === 0;
const isStopped = (status: number): boolean => (status & 0xff) === 0x7f;
const isSignaled = (status: number): boolean => !isExited(status) && (status & 0x7f) !== 0x7f;

function exitCode(status: number): number {
  if (isExited(status) && status >= 0 && status <= 0xffff) return status >> 8;
  if (isSignaled(status) && status > 0) return -(status & 0x7f);
  if (isStopped(status) && status > 0) {
    throw valueError(`process stopped by delivery of signal ${(status >> 8) & 0xff}`);
  }
  throw valueError(`invalid wait status: ${status}`);
}

const statusFunctions = {
  WIFEXITED: fn('(status: cint)', docs.WIFEXITED, isExited),
  WIFSIGNALED: fn('(status: cint)', docs.WIFSIGNALED, isSignaled),
  WIFSTOPPED: fn('(status: cint)', docs.WIFSTOPPED, isStopped),
  WIFCONTINUED: fn('(status: cint)', docs.WIFCONTINUED, status => status === 0xffff),
  WCOREDUMP: fn('(status: cint, /)', docs.WCOREDUMP, status => (status & 0x80) !== 0),
  WEXITSTATUS: fn('(status: cint)', docs.WEXITSTATUS, status => smallInt((status >> 8) & 0xff)),
  WTERMSIG: fn('(status: cint)', docs.WTERMSIG, status => smallInt(status & 0x7f)),
  WSTOPSIG: fn('(status: cint)', docs.WSTOPSIG, status => smallInt((status >> 8) & 0xff)),
  waitstatus_to_exitcode: fn('(status: cint)', docs.waitstatus_to_exitcode, status =>
    smallInt(exitCode(status)),
  ),
};

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Children

function wait(pid: number, options: number): readonly [pid: number, status: number] {
  const found = hostCall(() => host().processes!.wait!(pid, (options & 1) === 0));
  return found === undefined ? [0, 0] : [found.pid, found.status];
}

const pair = ([pid, status]: readonly [number, number]): Value =>
  tuple([smallInt(pid), smallInt(status)]);

/** Runs a program with this process's inheritable descriptors. */
function spawnWithInherited(
  executable: NativeString,
  argv: readonly NativeString[],
  env?: readonly NativeString[],
): number {
  const { descriptors, processes, files } = host();
  releaseAll();
  const given: number[] = [];
  for (const fd of descriptors.list()) {
    if (descriptors.isInheritable(fd)) given[fd] = fd;
  }
  return hostCall(() =>
    processes!.spawn!({
      executable,
      argv,
      env: env ?? currentEnvironment(),
      cwd: files?.cwd(),
      descriptors: Array.from(given, fd => fd ?? -1),
    }),
  );
}

function currentEnvironment(): NativeString[] {
  return host()
    .environment.entries()
    .map(([name, value]) => joinPair(name, value));
}

function joinPair(name: NativeString, value: NativeString): NativeString {
  if (typeof name === 'string' && typeof value === 'string') return `${name}=${value}`;
  const [a, b] = [name, value].map(part => bytesFromNative(part).data);
  return Uint8Array.from([...a!, 61, ...b!]);
}

function argumentList(v: Value, name: string): NativeString[] {
  if (!(v instanceof PyList) && !(v instanceof PyTuple)) {
    throw typeError(`${name}() arg 2 must be a tuple or list`);
  }
  if (v.items.length === 0) throw valueError(`${name}() arg 2 must not be empty`);
  const args = v.items.map(nativeArgument);
  if (args[0]!.length === 0) throw valueError(`${name}() arg 2 first element cannot be empty`);
  return args;
}

function environmentFrom(v: Value): NativeString[] {
  if (!(v instanceof PyDict) && findKeys(v) === undefined) {
    throw typeError('execve: environment must be a mapping object');
  }
  return listItems(callMethod(v, 'items')).map(item => {
    const [name, value] = (item as PyTuple).items.map(nativeArgument);
    if (hasEquals(name!) || name!.length === 0)
      throw valueError('illegal environment variable name');
    return joinPair(name!, value!);
  });
}
const findKeys = (v: Value): Value | undefined => {
  const { type } = v as { type?: { dict?: PyDict } };
  return type?.dict === undefined ? undefined : findStr(type.dict, 'keys');
};

/** Becomes another program: a child takes this process's place, which ends as the child does. */
function replaceProcess(
  path: NativeString,
  shown: Value | undefined,
  args: NativeString[],
  env?: NativeString[],
): never {
  const processes = host().processes!;
  let pid: number;
  try {
    pid = spawnWithInherited(path, args, env);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'filename' in error) error.filename = shown;
    throw error;
  }
  const [, status] = wait(pid, 0);
  if (isSignaled(status)) processes.kill?.(host().environment.pid, status & 0x7f);
  return processes.exit(isExited(status) ? status >> 8 : 128 + (status & 0x7f));
}

const childFunctions = {
  wait: fn('()', docs.wait, () => pair(wait(-1, 0))),
  waitpid: fn('(pid: cint, options: cint, /)', docs.waitpid, (pid, options) =>
    pair(wait(pid, options)),
  ),
  system: fn('(command)', docs.system, command => {
    const text = nativeArgument(command);
    const pid = spawnWithInherited('/bin/sh', ['sh', '-c', text]);
    return smallInt(wait(pid, 0)[1]);
  }),
  execv: fn('(path, argv, /)', docs.execv, (v, argv) => {
    const { native } = pathArgument(v, 'execv');
    return replaceProcess(native, undefined, argumentList(argv, 'execv'));
  }),
  execve: fn('(path, argv, env)', docs.execve, (v, argv, env) => {
    const { native, shown } = pathArgument(v, 'execve');
    return replaceProcess(native, shown, argumentList(argv, 'execve'), environmentFrom(env));
  }),
  kill: fn('(pid: cint, signal: cint, /)', docs.kill, (pid, signal) => {
    hostCall(() => host().processes!.kill!(pid, signal));
    thread.interpreter.state(interruptKey)();
    return null;
  }),
  killpg: fn('(pgid: cint, signal: cint, /)', docs.killpg, (group, signal) => {
    hostCall(() => host().processes!.kill!(-group, signal));
    return null;
  }),
  _exit: fn('(status: cint)', docs._exit, status => host().processes!.exit(status & 0xff)),
  abort: fn('()', docs.abort, () => host().processes!.abort!()),
};

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Environment

/** The environment as a new dict of bytes. */
export function createEnvironment(): PyDict {
  const dict = dictOf([]);
  for (const [name, value] of host().environment.entries()) {
    setItem(dict, bytesFromNative(name), bytesFromNative(value));
  }
  return dict;
}

const environmentFunctions = {
  _create_environ: fn('()', docs._create_environ, createEnvironment),
  putenv: fn('(name, value, /)', docs.putenv, (nameValue, valueValue) => {
    const [name, value] = [nativeArgument(nameValue), nativeArgument(valueValue)];
    if (hasEquals(name)) throw valueError('illegal environment variable name');
    hostCall(() => host().environment.set(name, value));
    return null;
  }),
  unsetenv: fn('(name, /)', docs.unsetenv, nameValue => {
    const name = nativeArgument(nameValue);
    hostCall(() => host().environment.unset(name));
    return null;
  }),
};

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Facts

type User = NonNullable<ReturnType<typeof host>['environment']['user']>;
const user = (): User =>
  host().environment.user ?? { uid: 0, euid: 0, gid: 0, egid: 0, groups: [] };

/** Limits of Linux with glibc that do not depend on the machine. */
const systemLimits: Readonly<Record<string, number>> = {
  SC_ARG_MAX: 2_097_152,
  SC_CLK_TCK: 100,
  SC_GETGR_R_SIZE_MAX: 1024,
  SC_GETPW_R_SIZE_MAX: 1024,
  SC_IOV_MAX: 1024,
  SC_LINE_MAX: 2048,
  SC_LOGIN_NAME_MAX: 256,
  SC_NGROUPS_MAX: 65_536,
  SC_OPEN_MAX: 1024,
  SC_PAGESIZE: 4096,
  SC_SEM_NSEMS_MAX: -1,
  SC_SEM_VALUE_MAX: 2_147_483_647,
  SC_TTY_NAME_MAX: 32,
  SC_VERSION: 200_809,
};

function sysconf(v: Value): Value {
  const names: Readonly<Record<string, number>> = constants.sysconf_names;
  const text = strValue(v);
  let number: number;
  if (text !== undefined) {
    const known = names[utf16(text)];
    if (known === undefined) throw valueError('unrecognized configuration name');
    number = known;
  } else if (isInt(v)) number = asCInt(v);
  else throw typeError('configuration names must be strings or integers');
  const { cpuCount } = host().environment;
  if (number === names['SC_NPROCESSORS_ONLN'] || number === names['SC_NPROCESSORS_CONF']) {
    return smallInt(cpuCount);
  }
  const name = Object.keys(systemLimits).find(each => names[each] === number);
  if (name === undefined) throw failWith('EINVAL');
  return smallInt(systemLimits[name]!);
}

function randomBytes(size: number): Value {
  const bytes = new Uint8Array(size);
  host().random.fill(bytes);
  return new PyBytes(bytes);
}

const factFunctions = {
  getpid: fn('()', docs.getpid, () => smallInt(host().environment.pid)),
  getppid: fn('()', docs.getppid, () => smallInt(host().environment.ppid)),
  getuid: fn('()', docs.getuid, () => smallInt(user().uid)),
  geteuid: fn('()', docs.geteuid, () => smallInt(user().euid)),
  getgid: fn('()', docs.getgid, () => smallInt(user().gid)),
  getegid: fn('()', docs.getegid, () => smallInt(user().egid)),
  getgroups: fn('()', docs.getgroups, () => new PyList(user().groups.map(smallInt))),
  getlogin: fn('()', docs.getlogin, () => {
    const account = host().environment.account?.();
    if (account === undefined) throw failWith('ENXIO');
    return str(account.name);
  }),
  getloadavg: fn('()', docs.getloadavg, () => tuple(host().environment.loadAverage!().map(float))),
  cpu_count: fn('()', docs.cpu_count, () => smallInt(host().environment.cpuCount)),
  ctermid: fn('()', docs.ctermid, () => '/dev/tty'),
  uname: fn('()', docs.uname, () => {
    const { sysname, nodename, release, version, machine } = host().environment.systemName();
    return unameResult.make([sysname, nodename, release, version, machine].map(str));
  }),
  times: fn('()', docs.times, () => {
    const { clock } = host();
    const { user: own, system } = clock.usage!();
    const elapsed = clock.monotonic();
    const ticks = (time: bigint) => time - (time % 10_000_000n);
    return timesResult.make([own, system, 0n, 0n, elapsed].map(ticks).map(seconds));
  }),
  strerror: fn('(code: cint, /)', docs.strerror, code => str(errorText(code))),
  urandom: fn('(size: index, /)', docs.urandom, size => {
    if (size < 0) throw valueError('negative argument not allowed');
    return randomBytes(size);
  }),
  getrandom: fn('(size: index, flags: cint = 0)', docs.getrandom, size => {
    if (size < 0) throw failWith('EINVAL');
    return randomBytes(size);
  }),
  sysconf: fn('(name, /)', docs.sysconf, sysconf),
  sched_yield: fn('()', docs.sched_yield, () => null),
};

export const processFunctions = {
  ...statusFunctions,
  ...childFunctions,
  ...environmentFunctions,
  ...factFunctions,
};
