import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { difference, findTests, pool, record, runTests } from '../../../tools/python-tests.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taipan-test-')));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a recording is the standard output, then what is not usual', async () => {
  expect(await record(['sh'], write('plain.py', 'echo hello; echo'))).toBe('hello\n\n');
  expect(await record(['sh'], write('both.py', 'printf out; printf err >&2; exit 3'))).toBe(
    'out\n--- stderr\nerr\n--- exit 3\n',
  );
  expect(await record(['sh'], write('killed.py', 'kill -9 $$'))).toBe('--- exit SIGKILL\n');
  expect(await record([join(folder, 'nothing')], write('none.py', ''))).toContain('ENOENT');
});

test('the folder of the test is no part of the recording, and is where it runs', async () => {
  expect(await record(['sh'], write('where.py', 'pwd; echo "$PWD/where.py"'))).toBe(
    `${folder}\nwhere.py\n`,
  );
});

test('the environment is fixed', async () => {
  const text = await record(['sh'], write('env.py', 'echo $TZ $LC_ALL $PYTHONHASHSEED; cat'));
  expect(text).toBe('UTC C.UTF-8 0\n');
});

test('a test fails when its output differs or was never recorded', async () => {
  const good = write('good.py', 'echo 1');
  write('good.out', '1\n');
  const bad = write('bad.py', 'echo 1; echo 2');
  write('bad.out', '1\n3\n');
  expect((await runTests(['sh'], [good])).problem).toBeUndefined();
  const { problem, failing } = await runTests(['sh'], [good, bad, write('new.py', '')]);
  expect(problem).toContain('line 2:\n    - 3\n');
  expect(problem).toContain('no new.out');
  expect(problem).toContain('2 of 3 not');
  expect(failing).toEqual([bad, join(folder, 'new.py')]);
});

test('a known failure is none, a known failure that passes is one', async () => {
  const good = write('good.py', 'echo 1');
  write('good.out', '1\n');
  const bad = write('bad.py', 'echo 2');
  write('bad.out', '1\n');
  expect(await runTests(['sh'], [good, bad], [bad])).toEqual({
    problem: undefined,
    failing: [bad],
  });
  const { problem } = await runTests(['sh'], [good, bad], [good, bad]);
  expect(problem).toContain('good.py: passes, so it leaves failing.txt');
});

test('differences start at the first line that differs', () => {
  expect(difference('a\nb\nc', 'a\nx')).toBe('    line 2:\n    - b\n    - c\n    + x');
});

test('tests are found by parts of their paths', () => {
  const all = findTests([]);
  expect(all.length).toBeGreaterThan(0);
  expect(findTests(['numbers/'])).toEqual(all.filter(path => path.includes('numbers/')));
});

test('the pool does everything, so many at a time', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await pool([1, 2, 3, 4, 5], 2, async n => {
    most = Math.max(most, ++running);
    await new Promise(resolve => void setTimeout(resolve, 1));
    running--;
    done.push(n);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});
