import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createNodeHost } from '../host/node/node-host.ts';
import { exceptionOf, ProcessExit } from '../runtime/compiled/exceptions.ts';
import { isException, getAttr } from '../runtime/attributes.ts';
import { importModule } from '../runtime/import-hook.ts';
import { call, callArgs } from '../runtime/call.ts';
import { PythonInterpreter } from '../interpreter.ts';
import { PyBaseException } from '../objects/exception.ts';
import { formatException } from '../runtime/format-exception.ts';
import { systemExitType } from '../objects/exception-types.ts';
import type { PyModule } from '../objects/module.ts';
import { PyList } from '../objects/list.ts';
import { str } from '../objects/str.ts';
import { findStr, setStr } from '../runtime/dict.ts';
import { finishProgram } from '../modules/atexit/module.ts';
import { flushStandardStreams } from '../modules/_io/standard-streams.ts';
import { handleInterrupts } from '../modules/signal-handlers.ts';
import { reportUncaught, exitStatus } from './exit.ts';
import { parseArguments, UsageMessage, type Arguments } from './arguments.ts';
import { runPrompt } from './repl.ts';

/** The command: `taipan [options] [-c cmd | -m mod | file | -] [arg] …`. CPython: Modules/main.c */

const VERSION = '3.14.10';

function main(): void {
  let args: Arguments;
  try {
    args = parseArguments(process.argv.slice(2), VERSION);
  } catch (error) {
    if (!(error instanceof UsageMessage)) throw error;
    (error.stream === 1 ? process.stdout : process.stderr).write(error.text);
    process.exitCode = error.exitCode;
    return;
  }
  try {
    process.exitCode = run(args);
  } catch (error) {
    if (error instanceof PyBaseException) {
      process.stderr.write(
        `Fatal Python error: the interpreter cannot start\n${formatException(error)}`,
      );
      process.exitCode = 1;
      return;
    }
    if (!(error instanceof ProcessExit)) throw error;
    process.exitCode = Number(error.message);
  }
}

/** The folder that holds the library: of PYTHONHOME, or beside the command. */
function homeOf(args: Arguments): string {
  const home = args.flags.ignoreEnvironment ? undefined : process.env.PYTHONHOME;
  if (home !== undefined && home !== '') return home.split(':')[0]!;
  return process.env.TAIPAN_HOME ?? dirname(resolve(process.argv[1] ?? '.'));
}

function run(args: Arguments): number {
  const home = homeOf(args);
  const stdlib = join(home, 'lib', 'python3.14');
  const environment = args.flags.ignoreEnvironment ? {} : process.env;
  const pythonPath = (environment.PYTHONPATH ?? '').split(':').filter(entry => entry !== '');
  const { flags } = args;
  const optimize = Math.max(flags.optimize, Number(environment.PYTHONOPTIMIZE ?? 0) || 0);
  const dontWrite = flags.dontWriteBytecode || Boolean(environment.PYTHONDONTWRITEBYTECODE);
  const executable = process.env.TAIPAN_EXECUTABLE ?? process.execPath;
  const python = new PythonInterpreter({
    host: createNodeHost(),
    optimize: Math.min(optimize, 2) as 0 | 1 | 2,
    settings: {
      argv: args.argv,
      origArgv: [executable, ...process.argv.slice(2)],
      executable,
      prefix: home,
      stdlib,
      path: [
        ...pythonPath,
        join(home, 'lib', 'python314.zip'),
        stdlib,
        join(stdlib, 'lib-dynload'),
      ],
      flags: {
        debug: flags.debug,
        inspect: flags.inspect ? 1 : 0,
        optimize,
        dont_write_bytecode: dontWrite ? 1 : 0,
        no_user_site: flags.noUserSite ? 1 : 0,
        no_site: flags.noSite ? 1 : 0,
        ignore_environment: flags.ignoreEnvironment ? 1 : 0,
        verbose: flags.verbose,
        bytes_warning: flags.bytesWarning,
        quiet: flags.quiet ? 1 : 0,
        hash_randomization: environment.PYTHONHASHSEED === '0' ? 0 : 1,
        isolated: flags.isolated ? 1 : 0,
        safe_path: flags.safePath ? 1 : 0,
        int_max_str_digits: Number(environment.PYTHONINTMAXSTRDIGITS ?? 4300),
      },
      xoptions: args.xoptions,
      warnOptions: [
        ...(environment.PYTHONWARNINGS ?? '').split(',').filter(option => option !== ''),
        ...args.warnOptions,
      ],
    },
    hashSeed: hashSeed(environment.PYTHONHASHSEED),
    readLibrary: path => readFileSync(join(stdlib, path)),
    unbuffered: flags.unbuffered || Boolean(environment.PYTHONUNBUFFERED),
  });
  return python.enter(() => {
    let status = 0;
    try {
      handleInterrupts(python);
      if (!flags.noSite) call(getAttr(importModule('site'), 'main'));
      runProgram(python, args);
    } catch (error) {
      if (error instanceof ProcessExit) throw error;
      const exception = exceptionOf(error);
      status = isException(exception, systemExitType)
        ? exitStatus(exception)
        : reportUncaught(exception);
    }
    finishProgram();
    return flushStandardStreams() ? status : 120;
  });
}

/** The seed of str hashes: random unless PYTHONHASHSEED says otherwise. */
function hashSeed(text: string | undefined): number | null {
  if (text === undefined || text === '' || text === 'random') return null;
  return Number(text) >>> 0;
}

function runProgram(python: PythonInterpreter, args: Arguments): void {
  const main = python.newModule('__main__');
  const { run } = args;
  switch (run.kind) {
    case 'command':
      prependPath(python, args, '');
      python.run(run.text, '<string>', main);
      break;
    case 'module':
      prependPath(python, args, process.cwd());
      callArgs(getAttr(importModule('runpy'), '_run_module_as_main'), [str(run.name), true], null);
      break;
    case 'stdin':
      prependPath(python, args, '');
      if (process.stdin.isTTY) runPrompt(python, main, args.flags.quiet);
      else python.run(readFileSync(0), '<stdin>', main);
      break;
    case 'file':
      runFile(python, args, run.path, main);
  }
}

function prependPath(python: PythonInterpreter, args: Arguments, entry: string): void {
  if (args.flags.safePath) return;
  const path = findStr(python.sys.dict, 'path');
  if (path instanceof PyList) path.items.unshift(str(entry));
}

function runFile(python: PythonInterpreter, args: Arguments, path: string, main: PyModule): void {
  if (
    existsSync(path) &&
    (statSync(path).isDirectory() || path.endsWith('.zip') || path.endsWith('.pyz'))
  ) {
    const entries = findStr(python.sys.dict, 'path');
    if (entries instanceof PyList) entries.items.unshift(str(path));
    callArgs(getAttr(importModule('runpy'), '_run_module_as_main'), ['__main__', false], null);
    return;
  }
  let source: Uint8Array;
  try {
    source = readFileSync(path);
  } catch (error) {
    const { errno = 2, code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? 'No such file or directory'
        : code === 'EACCES'
          ? 'Permission denied'
          : String(code);
    process.stderr.write(
      `taipan: can't open file '${resolve(path)}': [Errno ${Math.abs(errno)}] ${reason}\n`,
    );
    throw new ProcessExit('2');
  }
  prependPath(python, args, dirname(resolve(path)));
  setStr(main.dict, '__file__', str(path));
  setStr(main.dict, '__cached__', null);
  python.run(source, path, main);
}
main();
