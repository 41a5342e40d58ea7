import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runModule } from '../../conformance/run-module.ts';

/** A stand-in for Python: it gets the arguments of run_module.py and plays the tests of a module. */
function standIn(play: string): string[] {
  const code = `
    const fs = require('fs');
    const [, , events, module, skip] = process.argv;
    const done = fs.readFileSync(skip, 'utf8').split('\\n');
    const write = (...fields) => fs.appendFileSync(events, fields.join('\\t') + '\\n');
    const run = (id, act) => {
      if (done.includes(id)) return;
      write('start', id);
      write('end', id, act() ?? 'ok', '0.5', 'a\\\\tb');
    };
    ${play}`;
  return [process.execPath, '-e', code, '--'];
}

async function run(play: string, secondsPerTest = 30): ReturnType<typeof runModule> {
  const folder = mkdtempSync(join(tmpdir(), 'taipan-test-'));
  const log = join(folder, 'log');
  const environment = { PATH: process.env['PATH']! };
  const result = await runModule('test_x', {
    command: standIn(play),
    environment,
    secondsPerTest,
    log,
  });
  const printed = readFileSync(log, 'utf8');
  rmSync(folder, { recursive: true });
  expect(printed).toContain('noise');
  return result;
}

const outcomes = (result: Awaited<ReturnType<typeof run>>): Record<string, string> =>
  Object.fromEntries([...result.tests].map(([id, t]) => [id, t.outcome]));

test('tests are reported with outcome, time and message', async () => {
  const result = await run(`
    console.log('noise', module);
    run('a', () => {});
    run('b', () => 'fail');
    write('module', 'ok', '');`);
  expect(outcomes(result)).toEqual({ a: 'ok', b: 'fail' });
  expect(result.tests.get('b')).toEqual({
    outcome: 'fail',
    seconds: 0.5,
    message: 'a\tb',
    place: '',
  });
  expect(result.problem).toBeUndefined();
});

test('a crash and a hang are recorded, and the module goes on after them', async () => {
  const result = await run(
    `
    console.log('noise');
    run('a', () => {});
    run('b', () => process.exit(3));
    run('c', () => { for (;;); });
    run('d', () => {});
    write('module', 'ok', '');`,
    1,
  );
  expect(outcomes(result)).toEqual({ a: 'ok', b: 'crash', c: 'hang', d: 'ok' });
  expect(result.tests.get('b')!.message).toBe('exit 3: noise');
  expect(result.problem).toBeUndefined();
});

test('a module that cannot be loaded says why', async () => {
  const noModule = await run(`console.log('noise'); write('module', 'error', 'ImportError: x');`);
  expect(noModule.problem).toBe('error: ImportError: x');
  const died = await run(`console.log('noise'); process.exit(4);`);
  expect(died.problem).toBe('ends outside a test: exit 4: noise');
  expect(died.tests.size).toBe(0);
});

test('classes and modules that are left out are told by what their ids begin with', async () => {
  const result = await run(`
    console.log('noise');
    write('fixture', 'setUpClass (test.test_x.Sockets)', 'error', 'OSError: no', 'test_x.py:3');
    write('start', 'unittest.loader._FailedTest.test.test_x.test_sub');
    write('end', 'unittest.loader._FailedTest.test.test_x.test_sub', 'error', '0', 'ImportError: y');
    write('module', 'ok', '');`);
  expect(result.fixtures).toEqual([
    {
      prefix: 'test.test_x.Sockets.',
      outcome: 'error',
      message: 'OSError: no',
      place: 'test_x.py:3',
    },
    { prefix: 'test.test_x.test_sub.', outcome: 'error', message: 'ImportError: y', place: '' },
  ]);
});
