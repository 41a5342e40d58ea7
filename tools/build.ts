import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { writeStandardLibrary } from './pack-stdlib.ts';

/**
 * Builds dist/: the bundles of the public entries that exist, the standard library and the
 * declarations of types.
 * `npm run build`; with `--no-types` only what the command needs.
 *
 * The build happens in a folder beside dist/, which takes its place when everything is there, so a
 * failed or parallel build never leaves a half-made dist/. dist/.built carries the time at which the
 * build began: a source newer than that makes dist/ stale.
 */

/** The public modules: names of files in dist/ and the entries in src/ that they are built from. */
const modules: Readonly<Record<string, string>> = {
  index: 'src/index.ts',
  node: 'src/node.ts',
  browser: 'src/browser.ts',
};

/** The command: a program without module loading of its own, and what starts it with a code cache. */
const program = 'src/cli/main.ts';
const launcher = 'src/cli/launcher.ts';

async function step(what: string, work: () => Promise<void> | void): Promise<void> {
  const started = performance.now();
  const terminal = process.stderr.isTTY;
  if (terminal) process.stderr.write(`taipan: ${what} …`);
  await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`${terminal ? '\r' : ''}taipan: ${what}: ${seconds} s\n`);
}

const nodeModules = /^node:/;

async function bundleModules(target: string): Promise<void> {
  const input = Object.fromEntries(Object.entries(modules).filter(([, file]) => existsSync(file)));
  if (Object.keys(input).length === 0) return;
  const build = await rolldown({ input, platform: 'neutral', external: nodeModules });
  await build.write({ dir: target, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await build.close();
}

/** One file with nothing to load later. */
async function bundleScript(entry: string, file: string): Promise<void> {
  const build = await rolldown({ input: entry, platform: 'neutral', external: nodeModules });
  const result = await build.generate({ format: 'cjs', codeSplitting: false });
  await build.close();
  // The launcher reads a program as Latin-1, which is cheaper than UTF-8 only where both are ASCII.
  const text = result.output[0].code.replace(
    /[^\0-\x7f]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, text);
}

async function bundle(target: string): Promise<void> {
  await bundleModules(target);
  if (!existsSync(program)) return;
  await bundleScript(program, join(target, 'cli-program.cjs'));
  await bundleScript(launcher, join(target, 'cli.cjs'));
}

function emitTypes(target: string): void {
  const { status, stdout } = spawnSync(
    'node_modules/.bin/tsc',
    ['-p', 'tsconfig.types.json', '--outDir', join(target, 'types')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout);
}

/** Removes what builds that were killed left behind; a younger folder may be a build that runs now. */
function removeLeftovers(): void {
  for (const name of readdirSync('.')) {
    if (!/^dist\.(new|old)-/.test(name)) continue;
    if (Date.now() - statSync(name).mtimeMs < 3_600_000) continue;
    rmSync(name, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const withTypes = !process.argv.includes('--no-types');
  removeLeftovers();
  const target = mkdtempSync('dist.new-');
  chmodSync(target, 0o755);
  writeFileSync(join(target, '.built'), '');
  await step('bundling', () => bundle(target));
  await step('packing the standard library', () =>
    writeStandardLibrary(join(target, 'lib', 'python3.14')),
  );
  if (withTypes) await step('declaring types', () => emitTypes(target));
  if (existsSync('dist')) {
    const old = mkdtempSync('dist.old-');
    renameSync('dist', join(old, 'dist'));
    renameSync(target, 'dist');
    rmSync(old, { recursive: true, force: true });
  } else {
    renameSync(target, 'dist');
  }
}

await main();
