/** The command line. CPython: Python/initconfig.c, config_parse_cmdline */

export interface Arguments {
  /** What runs: a file, `-c` text, `-m` module, the standard input, or the prompt. */
  readonly run:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'command'; readonly text: string }
    | { readonly kind: 'module'; readonly name: string }
    | { readonly kind: 'stdin' };
  /** `sys.argv`, its first entry as it is before the program runs. */
  readonly argv: readonly string[];
  readonly flags: Flags;
  readonly xoptions: readonly (readonly [name: string, value: string | null])[];
  readonly warnOptions: readonly string[];
}

export interface Flags {
  isolated: boolean;
  noSite: boolean;
  ignoreEnvironment: boolean;
  optimize: number;
  dontWriteBytecode: boolean;
  unbuffered: boolean;
  verbose: number;
  quiet: boolean;
  inspect: boolean;
  noUserSite: boolean;
  safePath: boolean;
  bytesWarning: number;
  debug: number;
}

/** Something that ends the command before any Python runs. */
export class UsageMessage {
  declare readonly text: string;
  declare readonly stream: 1 | 2;
  declare readonly exitCode: number;
  constructor(text: string, stream: 1 | 2, exitCode: number) {
    this.text = text;
    this.stream = stream;
    this.exitCode = exitCode;
  }
}

const usage = `usage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options:
-B     : don't write .pyc files on import
-c cmd : program passed in as string (terminates option list)
-E     : ignore PYTHON* environment variables
-h     : print this help message and exit
-i     : inspect interactively after running script
-I     : isolate Python from the user's environment (implies -E, -P and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements
-OO    : do -O changes and also discard docstrings
-P     : don't prepend a potentially unsafe path to sys.path
-q     : don't print version on interactive startup
-s     : don't add user site directory to sys.path
-S     : don't imply 'import site' on initialization
-u     : force the stdout and stderr streams to be unbuffered
-V     : print the Python version number and exit
-W arg : warning control; arg is action:message:category:module:lineno
-X opt : set implementation-specific option
file   : program read from script file
-      : program read from stdin
arg ...: arguments passed to program in sys.argv[1:]
`;
const unknown = (option: string): UsageMessage =>
  new UsageMessage(
    `Unknown option: ${option}\nusage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry 'taipan -h' for more information.\n`,
    2,
    2,
  );
const missing = (option: string): UsageMessage =>
  new UsageMessage(
    `Argument expected for the ${option} option\nusage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry 'taipan -h' for more information.\n`,
    2,
    2,
  );

export function parseArguments(args: readonly string[], version: string): Arguments {
  const flags: Flags = {
    isolated: false,
    noSite: false,
    ignoreEnvironment: false,
    optimize: 0,
    dontWriteBytecode: false,
    unbuffered: false,
    verbose: 0,
    quiet: false,
    inspect: false,
    noUserSite: false,
    safePath: false,
    bytesWarning: 0,
    debug: 0,
  };
  const xoptions: [string, string | null][] = [];
  const warnOptions: string[] = [];
  const done = (run: Arguments['run'], argv: readonly string[]): Arguments => ({
    run,
    argv,
    flags,
    xoptions,
    warnOptions,
  });
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '-') return done({ kind: 'stdin' }, args.slice(i));
    if (!arg.startsWith('-')) return done({ kind: 'file', path: arg }, args.slice(i));
    if (arg === '--') {
      i++;
      break;
    }
    if (arg === '--version') throw new UsageMessage(`Python ${version}\n`, 1, 0);
    if (arg === '--help') throw new UsageMessage(usage, 1, 0);
    if (arg.startsWith('--')) throw unknown(arg);
    for (let j = 1; j < arg.length; j++) {
      const option = arg[j]!;
      if ('cmWX'.includes(option)) {
        const rest = arg.slice(j + 1);
        const value = rest !== '' ? rest : args[++i];
        if (value === undefined) throw missing(`-${option}`);
        if (option === 'c')
          return done({ kind: 'command', text: `${value}\n` }, ['-c', ...args.slice(i + 1)]);
        if (option === 'm')
          return done({ kind: 'module', name: value }, ['-m', ...args.slice(i + 1)]);
        if (option === 'W') warnOptions.push(value);
        else {
          const [name, ...text] = value.split('=');
          xoptions.push([name!, text.length === 0 ? null : text.join('=')]);
        }
        break;
      }
      setFlag(flags, option, version);
    }
  }
  const [file] = args.slice(i);
  if (file === undefined) return done({ kind: 'stdin' }, ['']);
  return done({ kind: 'file', path: file }, args.slice(i));
}

function setFlag(flags: Flags, option: string, version: string): void {
  switch (option) {
    case 'B':
      flags.dontWriteBytecode = true;
      return;
    case 'E':
      flags.ignoreEnvironment = true;
      return;
    case 'I':
      flags.isolated = flags.ignoreEnvironment = flags.noUserSite = flags.safePath = true;
      return;
    case 'O':
      flags.optimize++;
      return;
    case 'P':
      flags.safePath = true;
      return;
    case 'S':
      flags.noSite = true;
      return;
    case 'b':
      flags.bytesWarning++;
      return;
    case 'd':
      flags.debug++;
      return;
    case 'i':
      flags.inspect = true;
      return;
    case 'q':
      flags.quiet = true;
      return;
    case 's':
      flags.noUserSite = true;
      return;
    case 'u':
      flags.unbuffered = true;
      return;
    case 'v':
      flags.verbose++;
      return;
    case 'h':
    case '?':
      throw new UsageMessage(usage, 1, 0);
    case 'V':
      throw new UsageMessage(`Python ${version}\n`, 1, 0);
    default:
      throw unknown(`-${option}`);
  }
}
