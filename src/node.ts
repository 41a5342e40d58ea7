import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeHost } from './host/node/node-host.ts';
import { createPythonOn, type Python, type PythonOptions } from './index.ts';

export { PythonError, type PythonFunction, type PythonObject } from './interop/python-object.ts';
export type { Python } from './index.ts';

/** What an embedded Python on Node is made with. */
export interface NodePythonOptions extends Partial<PythonOptions> {
  /** The folder that holds lib/python3.14; by default the library that comes with the package. */
  readonly home?: string;
  /** More folders to import from, before the library. */
  readonly path?: readonly string[];
  /** `sys.argv` */
  readonly argv?: readonly string[];
}

/** Makes a Python on Node: `const python = createPython()`. */
export function createPython(options: NodePythonOptions = {}): Python {
  const home = options.home ?? dirname(fileURLToPath(import.meta.url));
  const stdlib = join(home, 'lib', 'python3.14');
  return createPythonOn({
    host: options.host ?? createNodeHost(),
    optimize: options.optimize ?? 0,
    settings: options.settings ?? {
      argv: options.argv ?? [''],
      origArgv: [],
      executable: '',
      prefix: home,
      stdlib,
      path: [...(options.path ?? []), stdlib],
      flags: { hash_randomization: 1, int_max_str_digits: 4300, dont_write_bytecode: 1 },
      xoptions: [],
      warnOptions: [],
    },
    ...(existsSync(stdlib)
      ? { readLibrary: (path: string) => readFileSync(join(stdlib, path)) }
      : {}),
  });
}
