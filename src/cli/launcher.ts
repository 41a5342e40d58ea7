import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * The file that Node starts for the command: runs the bundled program with V8's code cache, so that functions that
 * were compiled in an earlier run are not compiled again. The cache lies beside the program, one for each version of
 * Node, and is written by the first run that finds none that fits. docs/decisions/013-start-up.md has the figures.
 */

const path = join(__dirname, 'cli-program.cjs');
const cachePath = join(__dirname, `cli-program.${process.version}-${process.arch}.cache`);

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cachePath);
  } catch {
    return undefined;
  }
}

/** In an installation that cannot be written to, every run compiles anew. */
function writeCache(script: Script): void {
  try {
    const part = `${cachePath}.${process.pid}`;
    writeFileSync(part, script.createCachedData());
    renameSync(part, cachePath);
  } catch {
    // Nothing is lost but time.
  }
}

const cachedData = readCache();
// The bundle is ASCII, which V8 keeps as it is.
const text = `(function(require){${readFileSync(path, 'latin1')}\n})`;
const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) });
if (cachedData === undefined || script.cachedDataRejected === true) {
  // At the end, when it is known which functions a run needs.
  process.once('exit', () => writeCache(script));
}
(script.runInThisContext() as (require: NodeJS.Require) => void)(require);
