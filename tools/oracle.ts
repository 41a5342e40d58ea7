import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { difference, findTests, pool, record, recordingOf } from './python-tests.ts';
import { referencePython } from './reference.ts';

/**
 * Records what CPython prints for the Python behaviour tests and shows what changed:
 * `npm run oracle`, or with parts of paths: `npm run oracle types/range`.
 */

const tests = findTests(process.argv.slice(2));
const python = referencePython();
const tally = { same: 0, changed: 0, added: 0 };
await pool(tests, 2, async test => {
  const path = recordingOf(test);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const now = await record([python], test);
  if (before === now) {
    tally.same++;
    return;
  }
  writeFileSync(path, now);
  tally[before === undefined ? 'added' : 'changed']++;
  console.log(`${before === undefined ? 'new' : 'changed'}: ${path}`);
  if (before !== undefined) console.log(difference(before, now));
});
console.log(`oracle: ${tally.same} the same, ${tally.changed} changed, ${tally.added} new`);
