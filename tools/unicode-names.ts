import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Unicode character names from the reference Python, for tools that run without our own tables. */

const reference = process.env['TAIPAN_REFERENCE'] ?? join(homedir(), '.cache/taipan-reference');
const cache = join(tmpdir(), 'taipan-unicode-names.json');

function load(): Record<string, number> {
  if (!existsSync(cache)) {
    const script =
      'import json,unicodedata;print(json.dumps({unicodedata.name(chr(c)):c for c in range(0x110000) if unicodedata.name(chr(c),"")}))';
    const text = execFileSync(join(reference, 'bin/python3.14'), ['-c', script], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    writeFileSync(cache, text);
  }
  return JSON.parse(readFileSync(cache, 'utf8')) as Record<string, number>;
}

let names: Record<string, number> | undefined;

export function lookupName(name: string): number | undefined {
  names ??= load();
  const key = name.toUpperCase();
  // Aliases are not enumerable in Python: ask for them one by one.
  if (!(key in names)) names[key] = lookupAlias(key);
  return names[key]! < 0 ? undefined : names[key];
}

function lookupAlias(name: string): number {
  const script =
    'import sys,unicodedata\ntry: print(ord(unicodedata.lookup(sys.argv[1])))\nexcept Exception: print(-1)';
  return Number(
    execFileSync(join(reference, 'bin/python3.14'), ['-c', script, name], { encoding: 'utf8' }),
  );
}
