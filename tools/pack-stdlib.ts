import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readZip } from './zip.ts';

/**
 * Packs the standard library: the Python files of the npm package `pyodide`, made CPython's own
 * again, with those of lib/ over them. Writes library.json (the index) and library.data, read by
 * src/import/packed-library.ts; docs/internals/stdlib.md describes both.
 */

/** What the archive holds beside the standard library, or in place of a part of it. */
const foreign: readonly RegExp[] = [
  /^(pyodide|_pyodide|site-packages)\//,
  /^(_ssl|ssl|webbrowser)\.py$/,
  /^_sysconfigdata_/,
];

/** Pyodide's changes to CPython's files; each must be found exactly so often. */
const undone: Readonly<Record<string, readonly { remove: RegExp; times: number }[]>> = {
  'json/encoder.py': [
    { remove: /^_JSNULL = None\n/gm, times: 1 },
    { remove: /^ +elif \w+ is _JSNULL:\n +.*'null'\n/gm, times: 4 },
  ],
  'zoneinfo/_common.py': [
    {
      remove:
        /^ +import sys\n +if "tzdata" not in sys\.modules:\n +raise [^)]*loadPackage\('tzdata'\)[^)]*\)\n/gm,
      times: 1,
    },
  ],
};

function undoPatches(path: string, text: string): string {
  for (const { remove, times } of undone[path] ?? []) {
    const found = text.match(remove)?.length ?? 0;
    if (found !== times) {
      throw new Error(`${path}: ${String(remove)} matches ${found} times, not ${times}`);
    }
    text = text.replace(remove, '');
  }
  if (/\bpyodide|_JSNULL/.test(text)) throw new Error(`${path}: an unknown change by Pyodide`);
  return text;
}

/** CPython's files out of Pyodide's archive. */
export function standardLibrary(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of readZip(archive)) {
    if (!path.endsWith('.py') || foreign.some(pattern => pattern.test(path))) continue;
    const text = Buffer.from(bytes).toString('latin1');
    files.set(path, Buffer.from(undoPatches(path, text), 'latin1'));
  }
  for (const path of Object.keys(undone)) {
    if (!files.has(path)) throw new Error(`the archive has no ${path}`);
  }
  return files;
}

function ownFiles(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  if (!existsSync(folder)) return files;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    if (/\.(py|txt|json)$/.test(path) && statSync(file).isFile())
      files.set(path, readFileSync(file));
  }
  return files;
}

/** Writes the library as the folder that `sys.path` names: files that importlib, linecache and importlib.resources find as they find CPython's. */
export function writeStandardLibrary(target: string): void {
  const files = standardLibrary(readFileSync('node_modules/pyodide/python_stdlib.zip'));
  for (const [path, bytes] of ownFiles('lib')) files.set(path, bytes);
  for (const [path, bytes] of files) {
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeStandardLibrary(process.argv[2] ?? 'dist/lib/python3.14');
}
